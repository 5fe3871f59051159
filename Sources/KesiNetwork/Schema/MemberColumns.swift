extension Membership: TableRow {
  package static let table = Table.members
  package static let blank = Membership(consortium: 0, actor: 0)
  package static let columns = MemberColumns.all
}

/// What `members.csv` holds.
package enum MemberColumns {
  package static let all: [TableColumn<Membership>] = [
    TableColumn(
      "consortium", ["联合体", "创新联合体", "聯合體"], need: .value, .reference(.consortia, \.consortium),
      here: Phrase("The consortium.", zh: "所在的创新联合体。")),
    TableColumn(
      "actor", ["主体", "成员", "成员单位", "单位", "主體", "成員"], need: .value, .reference(.actors, \.actor),
      here: Phrase("The actor that is a member of it.", zh: "成员单位。")),
    TableColumn(
      "role", ["角色", "作用"], .term(\.role), .role,
      here: Phrase("What the member does in the consortium.", zh: "成员在联合体中的身份。")),
    TableColumn(
      "contribution", ["贡献", "投入", "貢獻"], .number(\.contribution),
      InputMeaning(
        "contribution", Phrase("contribution", zh: "贡献"), or: ["投入"],
        Phrase("What a member puts into its consortium.", zh: "成员对联合体的投入。"),
        Phrase("A number, in one unit within a consortium.", zh: "填数字，同一联合体内单位一致。"))),
    TableColumn(
      "share", ["份额", "占比", "份額"], .number(\.share),
      InputMeaning(
        "share", Phrase("share", zh: "份额"), or: ["占比"],
        Phrase("The share of a member in the gains of its consortium.", zh: "成员在联合体收益中所占的份额。"),
        Phrase("A number; shares need not add up to 1.", zh: "填数字，各成员之和不必为 1。"))),
    TableColumn("from", ["开始", "加入", "加入时间", "開始"], .start(\.period), .from, here: Here.begin),
    TableColumn("to", ["结束", "退出", "退出时间", "結束"], .end(\.period), .from, here: Here.end),
    TableColumn("evidence", ["依据", "证据", "依據"], .text(\.evidence), .evidence, here: Here.evidence),
    TableColumn("basis", ["数据性质", "性质", "數據性質"], .term(\.basis), .basis, here: Here.basis),
  ]
}
