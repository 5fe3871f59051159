extension Consortium: TableRow {
  package static let table = Table.consortia
  package static let blank = Consortium(id: "", name: "")
  package static let columns = ConsortiumColumns.all
}

/// What `consortia.csv` holds.
package enum ConsortiumColumns {
  package static let id = TableColumn<Consortium>("id", ["编号", "编码", "代码", "編號"], need: .value, .text(\.id), .id)

  package static let all: [TableColumn<Consortium>] = [
    id,
    TableColumn("name", ["名称", "联合体", "联合体名称", "名稱", "聯合體"], need: .value, .text(\.name), .name),
    TableColumn("name_zh", ["中文名称", "中文名", "中文名稱"], .text(\.nameZh), .name, here: Here.chineseName),
    TableColumn(
      "leader", ["牵头单位", "牵头", "盟主", "牽頭單位"], .reference(.actors, \.leader), .leader,
      here: Phrase("The actor that leads the consortium.", zh: "创新联合体的牵头单位。")),
    TableColumn(
      "chain", ["产业链", "產業鏈"], .reference(.chains, \.chain),
      here: Phrase("The chain that the consortium is for.", zh: "创新联合体面向的产业链。")),
    TableColumn(
      "founded", ["成立", "成立时间", "组建时间", "成立時間"], .start(\.period), .from,
      here: Phrase("When the consortium was founded.", zh: "成立时间。")),
    TableColumn(
      "dissolved", ["解散", "解散时间", "撤销时间", "解散時間"], .end(\.period), .from,
      here: Phrase("When it was dissolved; empty where it goes on.", zh: "解散时间；仍在运行的留空。")),
    TableColumn(
      "budget", ["经费", "预算", "經費"], .number(\.budget),
      InputMeaning(
        "budget", Phrase("budget", zh: "经费"), or: ["预算"], Phrase("The budget of a consortium.", zh: "联合体的经费。"),
        Phrase("A number, without unit.", zh: "只填数字，不带单位。"))),
    TableColumn(
      "objective", ["目标", "建设目标", "目標"], .text(\.objective),
      InputMeaning(
        "objective", Phrase("objective", zh: "目标"), or: ["建设目标"],
        Phrase("What a consortium is for.", zh: "联合体的建设目标。"), Phrase("Free words.", zh: "用词不限。"))),
    TableColumn("evidence", ["依据", "证据", "依據"], .text(\.evidence), .evidence, here: Here.evidence),
    TableColumn("basis", ["数据性质", "性质", "數據性質"], .term(\.basis), .basis, here: Here.basis),
  ]
}
