extension Consortium: TableRow {
  package static let table = Table.consortia
  package static let blank = Consortium(id: "", name: "")
  package static let columns = ConsortiumColumns.all
}

/// What `consortia.csv` holds.
package enum ConsortiumColumns {
  package static let id = TableColumn<Consortium>(
    "id", ["编号", "编码", "联合体编号", "项目编号", "项目编码", "课题编号", "consortium_id", "project_id", "grant_id"],
    or: ["项目代码", "合同编号", "合同号", "代码", "key", "code", "rcn", "序号", "no", "no.", "number"], need: .value, .text(\.id), .id
  )

  package static let name = TableColumn<Consortium>(
    "name", ["名称", "联合体", "联合体名称", "创新联合体", "创新联合体名称", "consortium", "consortium_name"],
    or: [
      "项目名称", "项目", "课题名称", "课题", "平台名称", "联盟名称", "联盟", "project", "project_name", "project_title", "title",
      "acronym",
      "label", "group", "中文名称",
    ], need: .value, .text(\.name), .name, here: Here.name)
  package static let leader = TableColumn<Consortium>(
    "leader", ["牵头单位", "牵头", "盟主", "牵头方", "牵头企业", "lead", "lead_partner", "coordinator"],
    or: ["主持单位", "承担单位", "主承担单位", "负责单位", "理事长单位", "依托单位"], .reference(.actors, \.leader), .leader,
    here: Phrase("The actor that leads the consortium.", zh: "创新联合体的牵头单位。"))
  package static let chain = TableColumn<Consortium>(
    "chain", ["产业链", "所属产业链", "面向产业链", "chain_id"], .reference(.chains, \.chain),
    here: Phrase("The chain that the consortium is for.", zh: "创新联合体面向的产业链。"))
  package static let founded = TableColumn<Consortium>(
    "founded", ["成立", "成立时间", "成立日期", "成立年份", "组建时间", "组建日期", "established"],
    or: ["开始时间", "开始日期", "起始时间", "立项时间", "启动时间", "开始", "start", "start_date", "from", "begin", "start_year"],
    .start(\.period), .from,
    here: Phrase("When the consortium was founded.", zh: "成立时间。"))
  package static let dissolved = TableColumn<Consortium>(
    "dissolved", ["解散", "解散时间", "解散日期", "撤销时间", "撤销日期"],
    or: ["结束时间", "结束日期", "截止时间", "终止时间", "完成时间", "结束", "end", "end_date", "to", "end_year"], .end(\.period), .from,
    here: Phrase("When it was dissolved; empty where it goes on.", zh: "解散时间；仍在运行的留空。"))
  package static let budget = TableColumn<Consortium>(
    "budget", ["经费", "预算", "总经费", "项目经费", "经费预算", "总预算", "total_budget"],
    or: ["经费总额", "项目金额", "总投资", "投资总额", "金额", "total_cost", "cost", "amount", "funding"], .number(\.budget),
    InputMeaning(
      "budget", Phrase("budget", zh: "经费"), or: ["预算"], Phrase("The budget of a consortium.", zh: "联合体的经费。"),
      Phrase("A number, without unit.", zh: "只填数字，不带单位。")))
  package static let evidence = TableColumn<Consortium>(
    "evidence", ["依据", "证据"], .text(\.evidence), .evidence, here: Here.evidence)
  package static let basis = TableColumn<Consortium>("basis", ["数据性质"], .term(\.basis), .basis, here: Here.basis)

  package static let all: [TableColumn<Consortium>] = [
    id,
    name,
    TableColumn(
      "name_zh", ["中文名称", "中文名", "名称(中文)", "name_cn", "name(zh)", "chinese_name"], .text(\.nameZh), .name,
      here: Here.chineseName),
    leader,
    chain,
    founded,
    dissolved,
    budget,
    TableColumn(
      "objective", ["目标", "建设目标", "主要目标", "任务目标", "goal"], or: ["建设任务", "主要任务", "研究内容", "objectives", "description"],
      .text(\.objective),
      InputMeaning(
        "objective", Phrase("objective", zh: "目标"), or: ["建设目标"],
        Phrase("What a consortium is for.", zh: "联合体的建设目标。"), Phrase("Free words.", zh: "用词不限。"))),
    evidence,
    basis,
  ]
}
