extension Membership: TableRow {
  package static let table = Table.members
  package static let blank = Membership(consortium: 0, actor: 0)
  package static let columns = MemberColumns.all
}

/// What `members.csv` holds.
package enum MemberColumns {
  package static let consortium = TableColumn<Membership>(
    "consortium", ["联合体", "创新联合体", "联合体名称", "创新联合体名称", "联合体编号", "consortium_id", "consortium_name"],
    or: [
      "项目编号", "项目编码", "项目代码", "project_id", "grant_id", "项目名称", "项目", "课题编号", "课题名称", "课题", "project", "project_name",
      "project_acronym", "acronym", "联盟", "联盟名称", "平台名称", "合同编号", "event", "team", "group", "committee",
      "affiliation", "patent",
      "专利号", "paper", "论文",
    ], need: .value, .reference(.consortia, \.consortium),
    here: Phrase("The consortium.", zh: "所在的创新联合体。"))
  package static let actor = TableColumn<Membership>(
    "actor", ["主体", "成员", "成员单位", "单位", "成员名称", "actor_id", "member"],
    or: [
      "参与单位", "参加单位", "参与方", "合作单位", "承担单位", "organization_id", "organisation_id", "org_id", "participant_id",
      "partner_id",
      "organization", "organisation", "org", "单位名称", "企业名称", "机构名称", "主体名称", "单位全称", "企业", "机构", "participant",
      "partner",
      "company", "firm", "institution", "person", "node", "organization_name", "organisation_name", "org_name",
      "actor_name", "name", "名称",
    ], need: .value, .reference(.actors, \.actor),
    here: Phrase("The actor that is a member of it.", zh: "成员单位。"))

  package static let role = TableColumn<Membership>(
    "role", ["角色", "作用", "成员角色", "身份", "成员身份", "member_role"], or: ["承担角色", "参与方式", "participation"], .term(\.role),
    .role,
    here: Phrase("What the member does in the consortium.", zh: "成员在联合体中的身份。"))
  package static let contribution = TableColumn<Membership>(
    "contribution", ["贡献", "投入", "投入经费", "投入金额", "contributions"],
    or: ["出资额", "出资", "承担经费", "配套经费", "经费", "金额", "ec_contribution", "funding", "amount", "grant"],
    .number(\.contribution),
    InputMeaning(
      "contribution", Phrase("contribution", zh: "贡献"), or: ["投入"],
      Phrase("What a member puts into its consortium.", zh: "成员对联合体的投入。"),
      Phrase("A number, in one unit within a consortium.", zh: "填数字，同一联合体内单位一致。")))
  package static let share = TableColumn<Membership>(
    "share", ["份额", "占比", "收益占比", "所得份额", "shares"], or: ["比例", "股比", "持股比例", "percentage", "percent"],
    .number(\.share),
    InputMeaning(
      "share", Phrase("share", zh: "份额"), or: ["占比"],
      Phrase("The share of a member in the gains of its consortium.", zh: "成员在联合体收益中所占的份额。"),
      Phrase("A number; shares need not add up to 1.", zh: "填数字，各成员之和不必为 1。")))
  package static let from = TableColumn<Membership>(
    "from", ["开始", "加入", "加入时间", "加入日期", "开始时间", "开始日期", "起始时间", "start", "start_date", "joined", "begin"],
    or: ["start_year"] + InputMeaning.beginWithoutSaying, .start(\.period), .from, here: Here.begin)
  package static let to = TableColumn<Membership>(
    "to", ["结束", "退出", "退出时间", "退出日期", "结束时间", "结束日期", "截止时间", "end", "end_date", "left"], or: ["end_year"],
    .end(\.period), .from, here: Here.end)
  package static let evidence = TableColumn<Membership>(
    "evidence", ["依据", "证据"], .text(\.evidence), .evidence, here: Here.evidence)
  package static let basis = TableColumn<Membership>("basis", ["数据性质"], .term(\.basis), .basis, here: Here.basis)

  package static let all: [TableColumn<Membership>] = [
    consortium, actor,
    role,
    contribution,
    share,
    from,
    to,
    evidence,
    basis,
  ]
}
