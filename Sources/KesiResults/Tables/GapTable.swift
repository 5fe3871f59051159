import KesiCluster
import KesiNetwork

extension ResultTable {
  /// One row a gap, in the order given.
  public static func gaps(_ gaps: [Gap], of network: Network, in language: Language) -> ResultTable {
    let rows = gaps.map { gap -> [Cell] in
      let chain = gap.chain.map { network.chains[$0] }
      let ids = gap.subjects.map { network.actors[$0].id }
      let names = gap.subjects.map { network.actors[$0].shortName(in: language) }
      return [
        .text(gap.id),
        .word(.text(gap.level.rawValue), as: gap.level.label(language)),
        .word(.text(gap.kind.id), as: gap.kind.label(language)),
        .fraction(optional: gap.severity),
        chain.map { .shown(.text($0.id), as: $0.name(in: language)) } ?? .missing,
        .shown(
          .list(gap.isTie ? [ids.joined(separator: "--")] : ids),
          as: gap.isTie ? names.joined(separator: " — ") : names.listed(most: 3, in: language) { $0 }),
        .pairs(
          gap.evidence.map { term, value in
            .init(name: term.id, label: term.label(language), value: cell(value, network, language))
          }),
        .text(gap.explanation(language)),
        .word(
          .list(gap.remedies.compactMap { $0.code(in: network) }),
          as: gap.remedies.map { $0.phrase(in: network)(language) }.joined(separator: language == .zh ? "；" : "; ")),
      ]
    }
    // Programs read the columns in the order of the design; people read level and kind first.
    let columns = [
      Column("id", Phrase("id", zh: "编号"), for: .programs), Column("level", Phrase("level", zh: "严重程度")),
      Column("kind", Phrase("gap", zh: "薄弱环节")), Column("severity", Phrase("severity", zh: "严重度")),
      Column("chain", Phrase("chain", zh: "产业链")),
      Column("subjects", Phrase("actors concerned", zh: "涉及主体"), for: .programs),
      Column("evidence", Phrase("evidence", zh: "依据"), for: .programs),
      Column("explanation", Phrase("what it means", zh: "说明")),
      Column("remedy", Phrase("what would close it", zh: "补链建议")),
    ]
    let order = [0, 2, 1, 3, 4, 5, 6, 7, 8]
    return ResultTable(
      heading: Heading(of: network), columns: order.map { columns[$0] }, rows: rows.map { row in order.map { row[$0] } }
    )
  }

  private static func cell(_ evidence: Evidence, _ network: Network, _ language: Language) -> Cell {
    if case .number(let value) = evidence { return .real(value.withoutNoise) }
    return .word(.text(evidence.code(in: network) ?? ""), as: evidence.word(in: network)?(language) ?? "")
  }
}
