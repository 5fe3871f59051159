extension Tie: TableRow {
  package static let table = Table.ties
  package static let blank = Tie(0, 0)
  package static let columns = TieColumns.all
}

/// What `ties.csv` holds, and a list of ties: ends and weight, by the same names.
package enum TieColumns {
  package static let source = TableColumn<Tie>(
    "source",
    [
      "甲方", "起点", "来源方", "源", "源节点", "起始节点", "主体a", "单位a", "企业a", "机构a", "主体1", "单位1", "企业1", "机构1", "主体一", "单位一",
      "甲方单位", "甲方名称", "source_id", "source_name", "src", "src_id", "from_id", "from_node", "from_node_id", "from_name",
      "node1", "node_a",
      "n1", "v1", "u", "ego", "sender", "actor1", "actor_a", "org1", "org_a", "organization1", "organisation1",
      "partner1", "partner_a", "party_a",
      "firm1", "company1", "vertex1", "id1", "name1", "i",
    ],
    or: [
      "from", "head", "来源", "发起方", "发起单位", "牵头单位", "供方", "供应商", "供给方", "转让方", "投资方", "supplier", "seller", "主体", "主体名称",
      "单位",
      "单位名称", "企业", "企业名称", "机构名称",
    ], need: .value,
    .reference(.actors, Access(isOptional: false, { $0.source }, { $0.source = $1 ?? 0 })), .source,
    here: Phrase("The first of the two actors.", zh: "甲方，即联系的起点。"))
  package static let target = TableColumn<Tie>(
    "target",
    [
      "乙方", "终点", "目标方", "目标", "目标节点", "终止节点", "主体b", "单位b", "企业b", "机构b", "主体2", "单位2", "企业2", "机构2", "主体二", "单位二",
      "乙方单位", "乙方名称", "target_id", "target_name", "dst", "dst_id", "dest", "destination", "to_id", "to_node",
      "to_node_id", "to_name",
      "node2", "node_b", "n2", "v2", "v", "alter", "receiver", "actor2", "actor_b", "org2", "org_b", "organization2",
      "organisation2", "partner2",
      "partner_b", "party_b", "firm2", "company2", "vertex2", "id2", "name2", "j",
    ],
    or: [
      "to", "tail", "合作单位", "合作方", "合作伙伴", "合作对象", "合作机构", "对方", "对方单位", "partner", "需方", "需求方", "采购方", "客户", "受让方",
      "被投资方", "buyer", "customer",
    ], need: .value,
    .reference(.actors, Access(isOptional: false, { $0.target }, { $0.target = $1 ?? 0 })),
    InputMeaning(
      "target", Phrase("target", zh: "乙方"), or: ["终点"],
      Phrase("The second of the two actors of a tie.", zh: "联系的乙方（终点）。"),
      Phrase("An id or a name of actors.csv, other than the source.", zh: "填写 actors.csv 中的编号或名称，不能与甲方相同。")))
  package static let kind = TableColumn<Tie>(
    "kind",
    ["类型", "联系类型", "关系", "关系类型", "合作类型", "tie_type", "edge_type", "link_type", "relation", "relationship"],
    or: ["type", "合作方式", "合作形式", "合作性质", "联系", "layer", "interaction", "predicate", "rel"],
    .tieKind(
      Access(isOptional: false, { $0.kind }, { $0.kind = $1 ?? "" }),
      direction: Access({ $0.isDirected }, { $0.isDirected = $1 })),
    here: Phrase("What kind of tie it is, in your own words.", zh: "联系的类型，用词不限。"))
  package static let weight = TableColumn<Tie>(
    "weight", ["强度", "权重", "联系强度", "合作强度", "weights", "tie_weight", "edge_weight"],
    or: [
      "strength", "value", "次数", "合作次数", "频次", "合作频次", "频率", "项目数", "项目数量", "合作项目数", "数量", "count", "n", "freq",
      "frequency",
      "times", "number", "合作金额", "合同金额", "项目金额", "金额", "经费", "amount", "w",
    ],
    .number(Access(isOptional: false, { $0.weight }, { $0.weight = $1 ?? 1 })),
    InputMeaning(
      "weight", Phrase("weight", zh: "强度"), or: ["权重", "强度"],
      Phrase("How strong a tie is: projects, money, meetings.", zh: "联系的强弱，如项目数、金额、往来次数。"),
      Phrase(
        "A number of 0 or more; empty counts as 1, 0 as none. Weights count with --weighted; ties of the same two actors add up.",
        zh: "大于或等于 0 的数字；留空按 1 计，0 表示没有联系。加 --weighted 才参与计算；同一对主体的多条联系相加。")))
  package static let directed = TableColumn<Tie>(
    "directed", ["有向", "是否有向", "方向性", "direct", "is_directed", "directedness"], or: ["方向", "direction"],
    .direction(Access({ $0.isDirected }, { $0.isDirected = $1 })),
    InputMeaning(
      "directed", Phrase("directed", zh: "有向"), or: ["有向", "是否有向", "undirected"],
      Phrase("Whether a tie runs one way, as guidance or supply does.", zh: "联系是否有方向，如政策指导、配套供应。"),
      Phrase("1 or 0, yes or no. Counts with --directed only.", zh: "填 1 或 0（是或否）。加 --directed 才按方向计算。")))
  package static let from = TableColumn<Tie>(
    "from",
    [
      "开始", "起始", "开始时间", "起始年", "开始日期", "开始年份", "起始时间", "起始日期", "起始年份", "start_date", "start_year", "begin",
      "begin_date", "since",
    ],
    or: [
      "start", "起止时间", "起止日期", "起止", "合作期限", "合作时间", "期限", "period", "合作开始时间", "签约时间", "签约日期", "签订时间", "签订日期", "立项时间",
      "valid_from",
    ] + InputMeaning.beginWithoutSaying,
    .start(Access({ $0.period }, { $0.period = $1 })), .from,
    here: Here.begin)
  package static let to = TableColumn<Tie>(
    "to",
    [
      "结束", "截止", "结束时间", "终止年", "结束日期", "结束年份", "截止时间", "截止日期", "终止时间", "终止日期", "end_date", "end_year", "finish",
      "until",
    ], or: ["end", "合作结束时间", "到期时间", "完成时间", "valid_to"],
    .end(Access({ $0.period }, { $0.period = $1 })), .from, here: Here.end)

  package static let stage = TableColumn<Tie>(
    "stage", ["阶段", "项目阶段", "合作阶段", "tie_stage", "project_stage"], or: ["进展", "进展阶段", "phase"], .term(\.stage),
    InputMeaning(
      "tie_stage", Phrase("stage of a tie", zh: "阶段"), or: ["stage", "项目阶段"],
      Phrase("How far a joint project has come.", zh: "合作项目进展到哪一步。"),
      Phrase(
        "A project that has not come to industrialization three years after it began counts as stalled.",
        zh: "开始三年后仍未到“产业化”的项目，计为停滞。")))
  package static let outcome = TableColumn<Tie>(
    "outcome", ["成效", "结果", "合作成效", "项目成效"], or: ["效果", "合作效果", "result"], .term(\.outcome),
    InputMeaning(
      "outcome", Phrase("outcome", zh: "成效"), or: ["结果"],
      Phrase("What became of a joint project.", zh: "合作项目的效果。"),
      Phrase("Empty where it is not known: the tie is then not judged.", zh: "不清楚就留空，不会据此判断。")))
  package static let evidence = TableColumn<Tie>(
    "evidence", ["依据", "证据"], .text(\.evidence), .evidence, here: Here.evidence)
  package static let basis = TableColumn<Tie>("basis", ["数据性质"], .term(\.basis), .basis, here: Here.basis)

  package static let all: [TableColumn<Tie>] = [
    source, target, kind, weight, directed, from, to,
    stage,
    outcome,
    TableColumn(
      "benefit_source", ["甲方收益", "起点收益", "甲方获益", "source_benefit"],
      .number(Access(\.benefitToSource), in: InputMeaning.anyNumber), benefits,
      here: Phrase("What the first actor gains from the tie.", zh: "甲方的收益。")),
    TableColumn(
      "benefit_target", ["乙方收益", "终点收益", "乙方获益", "target_benefit"],
      .number(Access(\.benefitToTarget), in: InputMeaning.anyNumber), benefits,
      here: Phrase("What the second actor gains from the tie.", zh: "乙方的收益。")),
    TableColumn(
      "chain", ["产业链", "所属产业链", "所在产业链", "链条", "chain_id"], .reference(.chains, \.chain),
      here: Phrase("The chain that the tie is part of.", zh: "联系所属的产业链。")),
    TableColumn(
      "consortium", ["联合体", "创新联合体", "所属联合体", "联合体编号", "consortium_id"], .reference(.consortia, \.consortium),
      here: Phrase("The consortium that the tie is part of.", zh: "联系所属的创新联合体。")),
    evidence,
    basis,
  ]

  private static let benefits = InputMeaning(
    "benefit_source", Phrase("benefits", zh: "甲方收益、乙方收益"),
    or: ["benefit_target", "甲方收益", "乙方收益", "benefit", "收益"],
    Phrase("What each side gains from a tie.", zh: "联系双方各自的收益。"),
    Phrase(
      "Numbers in one unit for both sides, below 0 for a loss; fill in both or none. “None” is 0; what is not known stays empty.",
      zh: "双方用同一单位，亏损填负数；要么都填，要么都不填。没有收益可填 0 或“无”，不清楚请留空。"),
    isZeroForNone: true)
}
