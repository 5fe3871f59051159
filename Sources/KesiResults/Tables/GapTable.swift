import KesiCluster
import KesiNetwork

extension ResultTable {
  /// One row a gap, in the order given.
  public static func gaps(_ gaps: [Gap], of graph: NetworkGraph, in language: Language) -> ResultTable {
    self.gaps(gaps, gaining: [:], of: graph, in: language)
  }

  /// The same with what closing each gap would add to the cluster index, by its id.
  package static func gaps(
    _ gaps: [Gap], gaining gains: [ExactText: Double], of graph: NetworkGraph, in language: Language
  ) -> ResultTable {
    ResultTable(
      gaps.map { FoundGap(gap: $0, gain: gains[ExactText($0.id)]) }, gapColumns,
      in: TableContext(graph.network, language),
      called: Phrase("gaps", zh: "薄弱环节"))
  }

  /// A gap with what closing it would bring.
  struct FoundGap {
    let gap: Gap
    let gain: Double?
  }

  static let gapColumns: [Column<FoundGap>] =
    statedColumns.map { $0.of(\.gap) } + [
      Column("gain", Phrase("gain", zh: "预期增量"), .optional(.fraction), means: [gain]) { row, _ in
        .fraction(optional: row.gain)
      }
    ]

  /// What gaps state by themselves.
  private static let statedColumns: [Column<Gap>] = [
    Column("id", Phrase("id", zh: "编号"), .id, for: .programs) { gap, _ in .text(gap.id) },
    Column(
      "kind", Phrase("gap", zh: "薄弱环节"), .code(GapKind.all.map(code)),
      told: Phrase("What sort of gap it is.", zh: "薄弱环节的种类。")
    ) { gap, table in code(of: gap.kind).cell(table.language) },
    Column(
      "level", Phrase("level", zh: "严重程度"), .code(GapLevel.self),
      told: Phrase("How bad a gap is, in a word: see severity.", zh: "薄弱环节的严重程度，依严重度划分。")
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

  private static let gain = ColumnMeaning(
    "gap_gain", Phrase("gain of closing a gap", zh: "消除后的预期增量"),
    Phrase(
      "What closing the gap by its remedy would add to the cluster index, in points of 100.",
      zh: "按建议消除该薄弱环节后，集群指数（满分 100）的增加值。"),
    advice: Phrase(
      "Empty where no single step would close it. Gains of several gaps do not simply add up: see plan.",
      zh: "没有单一措施可以消除的留空。多处的增量不能简单相加，请看 kesi plan。"))
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
