import KesiCluster
import KesiNetwork

extension ResultTable {
  /// One row a gap, in the order given.
  public static func gaps(_ gaps: [Gap], of graph: NetworkGraph, in language: Language) -> ResultTable {
    self.gaps(gaps, gaining: GapGains(), of: graph, in: language)
  }

  /// The same with what closing each gap would add to the cluster index, and which gaps go together; and with how often each was found
  /// again, where that was tried.
  package static func gaps(
    _ gaps: [Gap], gaining gains: GapGains, tried trials: GapTrials? = nil, of graph: NetworkGraph,
    note: Phrase? = nil, in language: Language
  ) -> ResultTable {
    ResultTable(
      gaps.map { gap in
        let id = ExactText(gap.id)
        return FoundGap(
          gap: gap, gain: gains.gains[id], amongFirst: gains.amongFirst[id], group: gains.groups[id],
          again: trials?.again(gap.id))
      },
      trials == nil ? gapColumns : gapColumns + triedColumns, in: TableContext(graph.network, language),
      called: Chapter.gaps.name, note: note)
  }

  /// A gap with what closing it would bring, and how it held in trials.
  struct FoundGap {
    let gap: Gap
    let gain: Double?
    /// How often closing it is among the five that are worth most, under other weights.
    let amongFirst: Double?
    /// Those that one step closes; nil where it closes no other.
    let group: GapGroup?
    /// Nil where that was not tried.
    let again: FoundAgain?
  }

  /// What trials add.
  static let triedColumns: [Column<FoundGap>] = [
    Column("found_again", Phrase("found again", zh: "再现情况"), .optional(.fraction), means: [foundAgain]) { row, table in
      row.again.map { .shown(.fraction($0.share), as: $0.figures(table.language)) } ?? .missing
    },
    Column("certainty", Phrase("certainty", zh: "把握"), .optional(.code(Certainty.self)), means: [certainty]) {
      row, table in row.again?.certainty.cell(table.language) ?? .missing
    },
  ]

  static let gapColumns: [Column<FoundGap>] =
    statedColumns.map { $0.of(\.gap) } + [
      Column("gain", Phrase("gain", zh: "预期增量"), .optional(.fraction), means: [gain]) { row, _ in
        .fraction(optional: row.gain)
      },
      Column(
        "among_first", Phrase("among the first five", zh: "列入前五"), .optional(.fraction), for: .sheets,
        means: [amongFirst]
      ) { row, _ in .fraction(optional: row.amongFirst) },
      Column("group", Phrase("closed together", zh: "一并消除"), .optional(.id), for: .programs, means: [group]) { row, _ in
        .text(optional: row.group?.id)
      },
      Column(
        "group_gain", Phrase("gain together", zh: "合计增量"), .optional(.fraction), for: .sheets, means: [group]
      ) { row, _ in .fraction(optional: row.group?.gain) },
    ]

  /// What gaps state by themselves.
  private static let statedColumns: [Column<Gap>] = [
    Column("id", Phrase("id", zh: "编号"), .id, for: .programs) { gap, _ in .text(gap.id) },
    Column(
      "kind", Phrase("gap", zh: "薄弱环节"), .code(GapKind.told.map(code)),
      told: Phrase("What sort of gap it is.", zh: "薄弱环节的种类。")
    ) { gap, table in code(of: gap.kind).cell(table.language) },
    Column(
      "level", Phrase("level", zh: "严重程度"), .code(GapLevel.self),
      told: Phrase(
        "How bad a gap surely is, in a word: by its severity, or where that is a share of few cases by what it surely is above.",
        zh: "薄弱环节的严重程度，依严重度划分；严重度是少数事例中的占比时，按其可靠的下限划分。")
    ) { gap, table in gap.level.cell(table.language) },
    Column("severity", Phrase("severity", zh: "严重度"), .fraction, means: [severity]) { gap, _ in
      .fraction(optional: gap.severity)
    },
    Column("chain", Phrase("chain", zh: "产业链"), .optional(.id)) { gap, table in .chain(gap.chain, table) },
    Column("subjects", Phrase("actors concerned", zh: "涉及主体"), .list, for: .programs, means: [subjects]) { gap, table in
      let ids = gap.subjects.map { table.network.actors[$0].id }
      let names = gap.subjects.map { table.network.actors[$0].shortName(in: table.language) }
      return .shown(
        .list(gap.isTie ? [ids.joined(separator: "--")] : ids),
        as: gap.isTie ? names.joined(separator: " — ") : names.listed(most: 3, in: table.language) { $0 })
    },
    Column(
      "evidence", Phrase("evidence", zh: "依据"), .pairs, for: .programs,
      told: Phrase("The numbers and words that a gap follows from, by name.", zh: "得出结论所依据的数字与词语，各有名称。")
    ) { gap, table in
      .pairs(
        gap.evidence.map { term, value in
          .init(name: term.id, label: term.label(table.language), value: evidence(value, table))
        })
    },
    Column("explanation", Phrase("what it means", zh: "说明"), .text, means: [explanation]) { gap, table in
      .text(gap.explanation(table.language))
    },
    Column("remedy", Phrase("what would close it", zh: "补链建议"), .words) { gap, table in
      .word(
        .list(gap.remedies.compactMap { $0.code(in: table.network) }),
        as: gap.remedies.map { $0.phrase(in: table.network)(table.language) }
          .joined(separator: table.language == .zh ? "；" : "; "))
    },
  ]

  private static func code(of kind: GapKind) -> ColumnType.Code { ColumnType.Code(kind.id, kind.label) }

  private static func evidence(_ evidence: Evidence, _ table: TableContext) -> Cell {
    if case .number(let value) = evidence { return .real(value.withoutNoise) }
    return .word(
      .text(evidence.code(in: table.network) ?? ""), as: evidence.word(in: table.network)?(table.language) ?? "")
  }

  private static let foundAgain = ColumnMeaning(
    nil, nil, or: ["trials", "试验"],
    Phrase(
      "In which share of the trials a gap was found again. Each trial looks at a network that may be the true one: some ties, memberships and positions more, some less, some with another actor, level or year, as often as tables err.",
      zh: "薄弱环节在试验中再次出现的比例。每次试验都设想一个可能的真实网络：按数据出错的常见程度，增加或减少若干联系、成员、链位，或改动其主体、层级、年份。"),
    advice: Phrase(
      "Stability, not truth: what is left out of the tables as a whole cannot be seen. kesi gaps --missing SCALE gives it; a scale of 1 takes tables of which about a tenth is missing.",
      zh: "这是稳定程度，不是真实程度：整体漏填的内容无从得知。由 kesi gaps --missing 倍数 得出，倍数为 1 时按约一成记录漏填计算。"),
    values: TableErrors.Sort.allCases.map(\.label))
  static let certainty = ColumnMeaning(
    nil, nil,
    Phrase(
      "How surely a gap, be it the one that a step is for, is there: high where it is found again in at least 90% of the trials, moderate in 70%, else to check. It does not say how likely a step is to succeed.",
      zh: "某处薄弱环节（包括措施所针对的）确实存在的把握：试验中九成以上仍会出现为较高，七成以上为一般，其余为待核实。不表示措施成功的可能性。"),
    advice: Phrase(
      "Only high can be built on: a gap that a missing row has made is found again, too, as long as trials do not put that row back. In tables made with errors nine in ten of the high ones were true, and few of the others (Benchmarks/GAPS.md). Ask those concerned before acting on these.",
      zh:
        "只有较高的可以依据：因漏填一条记录而出现的薄弱环节，只要试验没有补回这条记录，也会再次出现。用带误差的数据检验，较高的约九成属实，其余属实的不多（见 Benchmarks/GAPS.md）。其余的应先向有关单位核对数据，再采取行动。"
    ),
    values: Certainty.allCases.map(\.label))
  private static let gain = ColumnMeaning(
    "gap_gain", Phrase("gain of closing a gap", zh: "消除后的预期增量"),
    Phrase(
      "What closing the gap by its remedy would add to the cluster index, in points of 100.",
      zh: "按建议消除该薄弱环节后，集群指数（满分 100）的增加值。"),
    advice: Phrase(
      "Empty where no single step would close it. Gains of several gaps do not simply add up: see plan.",
      zh: "没有单一措施可以消除的留空。多处的增量不能简单相加，请看 kesi plan。"))
  private static let amongFirst = ColumnMeaning(
    Phrase(
      "In which share of 200 other weightings of the cluster index closing the gap is among the five things that are worth most: gain times plausibility.",
      zh: "把集群指数各部分的权重改动 200 次，消除该薄弱环节有多大比例列入最值得做的前五项（按“增量 × 可行度”）。"),
    advice: Phrase(
      "Near 1: first whatever one holds important. Near 0.5: it depends on the weights. Gaps with the same remedy count as one.",
      zh: "接近 1，说明无论看重哪一方面都应先做；接近 0.5，说明取决于权重。补链建议相同的各处算一项。"))
  private static let group = ColumnMeaning(
    "gap_group", Phrase("gaps that go together", zh: "一并消除的薄弱环节"),
    or: ["group_gain", "closed together", "gain together", "一并消除", "合计增量"],
    Phrase(
      "group: the gap whose remedy closes this one as well, by its id; gaps of one group are one thing to do. group_gain: what closing all of them adds to the cluster index.",
      zh: "group 为其补链建议可一并消除本处的那一处薄弱环节（编号），同组各处只需做一件事；group_gain 为全组消除后集群指数的增加值。"),
    advice: Phrase(
      "Empty where a remedy closes no other gap. Two gaps of one chain that gain only together are a group, too: both remedies are needed.",
      zh: "建议不能一并消除其他薄弱环节的留空。同一产业链上单独消除都不见效、合起来才见效的两处也作为一组，须同时实施两项建议。"))
  private static let severity = ColumnMeaning(
    Phrase(
      "How bad a gap is at its place, from 0 to 1. Each kind of gap has its formula.",
      zh: "薄弱环节在其所处位置有多严重，0 至 1。每类各有算法。"),
    advice: Phrase(
      "It ranks gaps; it does not say what closing one would bring: see gain.", zh: "用于排序，不表示弥补后能带来多少提升；后者见“预期增量”。"))
  private static let subjects = ColumnMeaning(
    Phrase("Whom a gap is about, by their ids; of a tie both ends, A--B.", zh: "薄弱环节涉及哪些单位，写编号；涉及一条联系时写双方，如 A--B。"),
    advice: Phrase("Empty where what is missing is an actor.", zh: "缺少主体一类的薄弱环节没有涉及主体，留空。"))
  private static let explanation = ColumnMeaning(
    Phrase("A gap in one sentence, with the numbers that it follows from.", zh: "用一句话说明薄弱环节是什么、依据哪些数字。"),
    advice: Phrase("The numbers one by one stand under evidence.", zh: "逐项数字见“依据”列。"))
}
