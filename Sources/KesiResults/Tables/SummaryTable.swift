import KesiCluster
import KesiNetwork

extension ResultTable {
  /// Measures of the network as a whole: measure, value.
  public static func summary(
    of graph: NetworkGraph, by engine: any Engine, in language: Language
  ) throws -> ResultTable {
    ResultTable(
      heading: Heading(of: graph.network),
      columns: [
        Column("measure", Phrase("measure", zh: "指标")), Column("value", Phrase("value", zh: "数值")),
      ],
      rows: try NetworkNumber.summary.map { number in
        [.word(.text(number.id), as: number.label(language)), .value(of: number, try engine.value(of: number))]
      })
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
