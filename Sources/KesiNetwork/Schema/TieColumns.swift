extension Tie: TableRow {
  package static let table = Table.ties
  package static let blank = Tie(0, 0)
  package static let columns = TieColumns.all
}

/// What `ties.csv` holds, and a list of ties: ends and weight, by the same names.
package enum TieColumns {
  package static let source = TableColumn<Tie>(
    "source", ["甲方", "起点", "来源方", "起點", "主体a"], need: .value,
    .reference(.actors, Access(isOptional: false, { $0.source }, { $0.source = $1 ?? 0 })), .source,
    here: Phrase("The first of the two actors.", zh: "甲方，即联系的起点。"))
  package static let target = TableColumn<Tie>(
    "target", ["乙方", "终点", "目标方", "終點", "主体b"], need: .value,
    .reference(.actors, Access(isOptional: false, { $0.target }, { $0.target = $1 ?? 0 })),
    InputMeaning(
      "target", Phrase("target", zh: "乙方"), or: ["终点"],
      Phrase("The second of the two actors of a tie.", zh: "联系的乙方（终点）。"),
      Phrase("An id or a name of actors.csv, other than the source.", zh: "填写 actors.csv 中的编号或名称，不能与甲方相同。")))
  package static let kind = TableColumn<Tie>(
    "kind", ["类型", "联系类型", "关系", "合作类型", "類型", "type"],
    .tieKind(
      Access(isOptional: false, { $0.kind }, { $0.kind = $1 ?? "" }),
      direction: Access({ $0.isDirected }, { $0.isDirected = $1 })),
    here: Phrase("What kind of tie it is, in your own words.", zh: "联系的类型，用词不限。"))
  package static let weight = TableColumn<Tie>(
    "weight", ["强度", "权重", "联系强度", "權重", "強度"],
    .number(Access(isOptional: false, { $0.weight }, { $0.weight = $1 ?? 1 })),
    InputMeaning(
      "weight", Phrase("weight", zh: "强度"), or: ["权重", "强度"],
      Phrase("How strong a tie is: projects, money, meetings.", zh: "联系的强弱，如项目数、金额、往来次数。"),
      Phrase(
        "A number of 0 or more; empty counts as 1, 0 as none. Weights count with --weighted; ties of the same two actors add up.",
        zh: "大于或等于 0 的数字；留空按 1 计，0 表示没有联系。加 --weighted 才参与计算；同一对主体的多条联系相加。")))
  package static let directed = TableColumn<Tie>(
    "directed", ["有向", "是否有向"], .direction(Access({ $0.isDirected }, { $0.isDirected = $1 })),
    InputMeaning(
      "directed", Phrase("directed", zh: "有向"), or: ["有向", "是否有向", "undirected"],
      Phrase("Whether a tie runs one way, as guidance or supply does.", zh: "联系是否有方向，如政策指导、配套供应。"),
      Phrase("1 or 0, yes or no. Counts with --directed only.", zh: "填 1 或 0（是或否）。加 --directed 才按方向计算。")))
  package static let from = TableColumn<Tie>(
    "from", ["开始", "起始", "开始时间", "起始年", "開始"], .start(Access({ $0.period }, { $0.period = $1 })), .from,
    here: Here.begin)
  package static let to = TableColumn<Tie>(
    "to", ["结束", "截止", "结束时间", "终止年", "結束"], .end(Access({ $0.period }, { $0.period = $1 })), .from, here: Here.end)

  package static let all: [TableColumn<Tie>] = [
    source, target, kind, weight, directed, from, to,
    TableColumn(
      "stage", ["阶段", "階段"], .term(\.stage),
      InputMeaning(
        "tie_stage", Phrase("stage of a tie", zh: "阶段"), or: ["stage", "项目阶段"],
        Phrase("How far a joint project has come.", zh: "合作项目进展到哪一步。"),
        Phrase(
          "A project that has not come to industrialization three years after it began counts as stalled.",
          zh: "开始三年后仍未到“产业化”的项目，计为停滞。"))),
    TableColumn(
      "outcome", ["成效", "结果", "結果"], .term(\.outcome),
      InputMeaning(
        "outcome", Phrase("outcome", zh: "成效"), or: ["结果"],
        Phrase("What became of a joint project.", zh: "合作项目的效果。"),
        Phrase("Empty where it is not known: the tie is then not judged.", zh: "不清楚就留空，不会据此判断。"))),
    TableColumn(
      "benefit_source", ["甲方收益", "起点收益"], .number(\.benefitToSource), benefits,
      here: Phrase("What the first actor gains from the tie.", zh: "甲方的收益。")),
    TableColumn(
      "benefit_target", ["乙方收益", "终点收益"], .number(\.benefitToTarget), benefits,
      here: Phrase("What the second actor gains from the tie.", zh: "乙方的收益。")),
    TableColumn(
      "chain", ["产业链", "產業鏈"], .reference(.chains, \.chain),
      here: Phrase("The chain that the tie is part of.", zh: "联系所属的产业链。")),
    TableColumn(
      "consortium", ["联合体", "创新联合体", "聯合體"], .reference(.consortia, \.consortium),
      here: Phrase("The consortium that the tie is part of.", zh: "联系所属的创新联合体。")),
    TableColumn("evidence", ["依据", "证据", "依據"], .text(\.evidence), .evidence, here: Here.evidence),
    TableColumn("basis", ["数据性质", "性质", "數據性質"], .term(\.basis), .basis, here: Here.basis),
  ]

  private static let benefits = InputMeaning(
    "benefit_source", Phrase("benefits", zh: "甲方收益、乙方收益"),
    or: ["benefit_target", "甲方收益", "乙方收益", "benefit", "收益"],
    Phrase("What each side gains from a tie.", zh: "联系双方各自的收益。"),
    Phrase("Numbers in one unit for both sides; fill in both or none.", zh: "双方用同一单位；要么都填，要么都不填。"))
}
