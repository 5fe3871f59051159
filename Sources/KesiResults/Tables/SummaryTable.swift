import KesiMeasures
import KesiNetwork

extension ResultTable {
  /// Measures of the network as a whole: measure, value.
  public static func summary(
    of graph: NetworkGraph, _ context: MeasureContext, in language: Language
  ) throws -> ResultTable {
    try ResultTable(networkSummary(of: context), summaryColumns, in: TableContext(graph.network, language))
  }

  static let summaryColumns: [Column<(name: String, value: Double?)>] = [
    Column("measure", Phrase("measure", zh: "指标"), .word) { row, table in
      .word(.text(row.name), as: (summaryLabels[row.name] ?? Phrase(row.name, zh: row.name))(table.language))
    },
    Column("value", Phrase("value", zh: "数值"), .optional(.number), means: [.value]) { row, _ in
      .measure(row.name, row.value)
    },
  ]

  /// What is counted; the other measures of a network are shares, means and indices.
  fileprivate static let counts: Set<String> = [
    "actors", "ties", "components", "largest_component", "isolates", "diameter", "radius", "communities", "cut_actors",
    "bridge_ties", "gaps",
  ]

  static let summaryLabels: [String: Phrase] = [
    "actors": Phrase("actors", zh: "主体数"),
    "ties": Phrase("ties", zh: "联系数"),
    "density": Phrase("density", zh: "密度"),
    "mean_degree": Phrase("mean degree", zh: "平均联系数"),
    "components": Phrase("components", zh: "连通分量数"),
    "largest_component": Phrase("largest component", zh: "最大连通分量"),
    "isolates": Phrase("actors without ties", zh: "孤立主体数"),
    "diameter": Phrase("diameter", zh: "直径"),
    "radius": Phrase("radius", zh: "半径"),
    "mean_distance": Phrase("mean distance", zh: "平均距离"),
    "transitivity": Phrase("transitivity", zh: "传递性"),
    "mean_clustering": Phrase("mean clustering", zh: "平均聚类系数"),
    "degree_assortativity": Phrase("degree assortativity", zh: "度同配性"),
    "kind_assortativity": Phrase("assortativity by kind", zh: "类型同配性"),
    "ei_index": Phrase("E-I index by kind", zh: "E-I 指数（按类型）"),
    "modularity": Phrase("modularity", zh: "模块度"),
    "communities": Phrase("communities", zh: "社群数"),
    "algebraic_connectivity": Phrase("algebraic connectivity", zh: "代数连通度"),
    "core_periphery_fit": Phrase("core–periphery fit", zh: "核心—边缘拟合度"),
    "rich_club": Phrase("density among the tenth with most ties", zh: "联系最多的一成主体之间的密度"),
    "degree_centralization": Phrase("degree centralization", zh: "度中心势"),
    "cut_actors": Phrase("actors whose loss splits the network", zh: "关键节点数（割点）"),
    "joined_pairs": Phrase("share of pairs that can reach each other", zh: "相通主体对占比"),
    "twice_joined_pairs": Phrase("share of pairs joined by two separate paths", zh: "双通路主体对占比"),
    "nearness": Phrase("nearness (mean of 1/distance)", zh: "全局效率（平均 1/距离）"),
    "bridge_ties": Phrase("ties whose loss splits the network", zh: "单线联系数（桥）"),
  ]
}

extension ResultTable.Cell {
  /// The value of a measure of a network: a count without digits after the point, everything else with them.
  static func measure(_ name: String, _ value: Double?) -> Self {
    guard ResultTable.counts.contains(name), let value, value == value.rounded(), value.magnitude < 1e15 else {
      return .fraction(optional: value)
    }
    return .whole(Int(value))
  }
}
