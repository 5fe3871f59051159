import KesiNetwork

/// A part of the cluster index.
public enum ClusterPart: String, CaseIterable, Sendable {
  /// How its chains stand.
  case chains
  /// How those who hold positions in chains are joined.
  case cohesion
  /// How its chains are tied to each other, and its zones.
  case linkage

  /// As tables have it.
  public var id: String { self == .chains ? "mean_chain_index" : "cluster_\(rawValue)" }

  public var label: Phrase {
    switch self {
    case .chains: Phrase("mean of the chain indices", zh: "产业链指数平均")
    case .cohesion: Phrase("cohesion of the cluster", zh: "集群连通")
    case .linkage: Phrase("linkage of chains and zones", zh: "链间与片区贯通")
    }
  }

  /// Judgments, the same for every network.
  var weight: Double { self == .chains ? 0.7 : 0.15 }

  package var explanation: Explanation {
    switch self {
    case .chains:
      Explanation(
        id, label,
        Phrase(
          "The mean of the chain indices at their lower ends, equal or by the weights in chains.csv.",
          zh: "各产业链指数（下限）的平均，各链同等计算，或按 chains.csv 中的权重。"),
        Phrase("70 of the 100 points of the cluster index.", zh: "占集群指数的 70 分。"))
    case .cohesion:
      Explanation(
        id, label,
        Phrase(
          "The share of pairs of actors with positions in chains that a path joins: as it is, without any one on average, and without the one whose loss parts most; the mean of the three.",
          zh: "在产业链上有位置的主体两两相通的比例：现状、去掉任一家的平均、去掉最要紧的一家，三者取平均。"),
        Phrase(
          "15 of the 100 points. Of all actors where nobody has a position. Parent and child organizations are not counted as tied.",
          zh: "占 15 分。没有链位数据时按全部主体计。上下级隶属关系不算联系。"))
    case .linkage:
      Explanation(
        id, label,
        Phrase(
          "For each two chains min(1, ties/2), and the mean; the same for each two zones; then the mean of both.",
          zh: "每两条产业链之间取 min(1, 联系数/2) 再平均；每两个片区之间同样计算；两者取平均。"),
        Phrase(
          "15 of the 100 points. Two ties between two chains are enough for a full mark.",
          zh: "占 15 分。两条产业链之间有两条联系即为满分。"))
    }
  }
}
