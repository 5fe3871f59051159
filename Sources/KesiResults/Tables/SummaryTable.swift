import KesiCluster
import KesiNetwork

extension ResultTable {
  /// Measures of the network as a whole: measure, value.
  public static func summary(
    of graph: NetworkGraph, by engine: any Engine, in language: Language
  ) throws -> ResultTable {
    try ResultTable(
      NetworkNumber.summary.map { NumberRow(number: $0, value: try engine.value(of: $0)) }, summaryColumns,
      in: TableContext(graph.network, language), called: Phrase("summary", zh: "概要"))
  }

  static let summaryColumns: [Column<NumberRow>] = [
    Column("measure", Phrase("measure", zh: "指标"), .word) { row, table in
      .word(.text(row.number.id), as: row.number.label(table.language))
    },
    Column("value", Phrase("value", zh: "数值"), .optional(.number), means: [.value]) { row, _ in
      .value(of: row.number, row.value)
    },
  ]

  /// A number of the network with its value.
  struct NumberRow {
    let number: NetworkNumber
    let value: Double?
  }
}

extension ResultTable.Cell {
  /// The value of a number of a network: a count without digits after the point, everything else with them.
  static func value(of number: NetworkNumber, _ value: Double?) -> Self {
    number.traits.contains(.count) ? count(value) : fraction(optional: value)
  }

  /// A count; a fraction where it is not whole.
  static func count(_ value: Double?) -> Self {
    guard let value, value == value.rounded(), value.magnitude < 1e15 else { return .fraction(optional: value) }
    return .whole(Int(value))
  }
}
