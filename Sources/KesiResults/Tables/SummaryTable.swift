import KesiCluster
import KesiNetwork

extension ResultTable {
  /// Measures of the network as a whole: measure, value; then the cluster index with its parts, where it has any.
  public static func summary(of analysis: Analysis, by engine: any Engine, in language: Language) throws -> ResultTable
  {
    let numbers = try NetworkNumber.summary.map { NumberRow.number($0, try engine.value(of: $0)) }
    let index = analysis.clusterIndex()
    let parts = index?.parts.map { NumberRow.part($0.part, $0.range.low) } ?? []
    return ResultTable(
      numbers + parts + (index.map { [.clusterIndex($0.range.low), .clusterIndexHigh($0.range.high)] } ?? []),
      summaryColumns,
      in: TableContext(analysis.graph.network, language), called: Phrase("summary", zh: "概要"))
  }

  /// Some measures of a network that is not here, as an engine has them.
  package static func summary(_ numbers: [NetworkNumber], by engine: any Engine, in language: Language) throws
    -> ResultTable
  {
    ResultTable(
      try numbers.map { NumberRow.number($0, try engine.value(of: $0)) }, summaryColumns,
      in: TableContext(Network(), language), called: Phrase("summary", zh: "概要"))
  }

  static let summaryColumns: [Column<NumberRow>] = [
    Column("measure", Phrase("measure", zh: "指标"), .word) { row, table in
      .word(.text(row.id), as: row.label(table.language))
    },
    Column("value", Phrase("value", zh: "数值"), .optional(.number), means: [.value]) { row, _ in row.cell },
  ]

  /// A number of the network with its value.
  enum NumberRow {
    case number(NetworkNumber, Double?)
    case part(ClusterPart, Double)
    case clusterIndex(Double)
    case clusterIndexHigh(Double)

    var id: String {
      switch self {
      case .number(let number, _): number.id
      case .part(let part, _): part.id
      case .clusterIndex: ClusterIndex.explanation.id
      case .clusterIndexHigh: ClusterIndex.explanation.id + "_high"
      }
    }

    var label: Phrase {
      switch self {
      case .number(let number, _): number.label
      case .part(let part, _): part.label
      case .clusterIndex: ClusterIndex.explanation.name
      case .clusterIndexHigh: Phrase("cluster index at most", zh: "集群指数上限")
      }
    }

    fileprivate var cell: Cell {
      switch self {
      case .number(let number, let value): .value(of: number, value)
      case .part(_, let value): .fraction(optional: value)
      case .clusterIndex(let value), .clusterIndexHigh(let value): .fraction(optional: value)
      }
    }
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
