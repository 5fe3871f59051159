extension Position: TableRow {
  package static let table = Table.positions
  package static let blank = Position(actor: 0, chain: 0)
  package static let columns = PositionColumns.all
}

/// What `positions.csv` holds.
package enum PositionColumns {
  package static let stage = TableColumn<Position>(
    "stage", ["环节", "所在环节", "所处环节", "产业链环节", "链条环节", "segment"], or: ["上中下游", "上下游", "position"], .text(\.stage),
    here: Phrase("The stage of the chain at which the actor stands.", zh: "主体所处的产业链环节。"))

  package static let actor = TableColumn<Position>(
    "actor", ["主体", "单位", "单位名称", "主体名称", "actor_id", "actor_name"],
    or: [
      "企业名称", "机构名称", "主体编号", "单位编号", "企业", "机构", "organization_id", "organisation_id", "org_id", "organization",
      "organisation",
      "org", "company", "firm", "name", "名称",
    ], need: .value, .reference(.actors, \.actor),
    here: Phrase("The actor that holds the position.", zh: "占据该链位的主体。"))
  package static let chain = TableColumn<Position>(
    "chain", ["产业链", "产业链名称", "所属产业链", "所在产业链", "链条", "chain_id", "chain_name"],
    or: ["产业链编号", "产业", "所属产业", "产业集群", "industry", "industry_chain"], need: .value, .reference(.chains, \.chain),
    here: Phrase("The chain in which the position is.", zh: "链位所在的产业链。"))
  package static let role = TableColumn<Position>(
    "role", ["角色", "作用", "链上角色", "产业链角色", "chain_role"], or: ["定位", "身份"], .term(\.role), .role,
    here: Phrase("What the actor does in the chain.", zh: "主体在产业链上的作用。"))
  package static let level = TableColumn<Position>(
    "level", ["层级", "级别", "认定级别", "认定层级", "level_of_recognition"], or: ["等级", "grade", "tier"], .term(\.level),
    .level,
    here: Phrase(
      "By whom an actor is recognized in a chain. A national provider counts for more in the depth of the chain.",
      zh: "主体在产业链上获得哪一级认定；层级越高，对供给深度的贡献越大。"))
  package static let evidence = TableColumn<Position>(
    "evidence", ["依据", "证据"], .text(\.evidence), .evidence, here: Here.evidence)
  package static let basis = TableColumn<Position>("basis", ["数据性质"], .term(\.basis), .basis, here: Here.basis)

  package static let all: [TableColumn<Position>] = [
    actor,
    chain,
    role,
    stage,
    level,
    TableColumn(
      "capacity", ["能力", "供给能力", "培养规模", "产能"], or: ["产能规模", "年产能", "供给", "supply", "output"], .number(\.capacity),
      .capacity,
      here: Phrase("What the actor supplies to the chain.", zh: "该主体对产业链的供给能力。")),
    TableColumn(
      "from", ["开始", "起始", "开始时间", "开始日期", "起始时间", "起始日期", "start", "start_date", "begin"],
      or: ["start_year"] + InputMeaning.beginWithoutSaying,
      .start(\.period), .from, here: Here.begin),
    TableColumn(
      "to", ["结束", "截止", "结束时间", "结束日期", "截止时间", "截止日期", "end", "end_date"], or: ["end_year"], .end(\.period), .from,
      here: Here.end),
    evidence,
    basis,
  ]
}
