import KesiMatrix
import KesiMeasures
import KesiNetwork

/// How the cluster stands as a whole, 0…100: 100 · (0.70 C + 0.15 H + 0.15 Λ). What a network does not have is left out and
/// the rest scaled up.
///
/// No tie that works lowers it. There is no term for the balance of spheres: shares sum to one, so that a good tie would have
/// to lower one of them. Chains count equally or by declared weights, never by their numbers of actors.
public struct ClusterIndex: Sendable {
  public struct Part: Sendable {
    public let part: ClusterPart
    /// 0…1.
    public let range: Interval
    /// Its share of the weights of those that the network has.
    public let share: Double
  }

  public let parts: [Part]

  init?(_ values: [(ClusterPart, Interval?)]) {
    let known = values.compactMap { part, range in range.map { (part: part, range: $0) } }
    let whole = known.reduce(0) { $0 + $1.part.weight }
    guard whole > 0 else { return nil }
    parts = known.map { Part(part: $0.part, range: $0.range, share: $0.part.weight / whole) }
  }

  /// Both ends.
  public var range: Interval { 100 * parts.reduce(Interval(0)) { $0 + $1.share * $1.range } }

  /// The lower end: by this gains are reckoned.
  public var value: Double { range.low }

  package static let explanation = Explanation(
    "cluster_index", Phrase("cluster index", zh: "集群指数"), or: ["cluster_index_high", "集群综合指数"],
    Phrase(
      "How the cluster stands, from 0 to 100: 70 points for the mean of its chain indices, 15 for how those in its chains are joined, 15 for how chains and zones are tied to each other. What a network does not have is left out and the rest scaled up.",
      zh: "集群的整体状况，0 至 100：各产业链指数的平均占 70 分，链上主体的连通占 15 分，产业链之间、片区之间的贯通占 15 分。网络没有的部分不计入，其余按比例放大。"),
    Phrase(
      "The lower end: what chains do not state counts as nothing. What steps gain is what they add to it. Compare dates of one network, not networks of different sources.",
      zh: "取下限：产业链未填写的按没有计。各项措施的增量即指它的增加值。只宜用于同一网络的先后比较，来源不同的网络不宜相互比较。"),
    usage: Phrase("`kesi trend` shows it year by year.", zh: "逐年变化见 kesi trend。"))
}

private enum Cluster: AnalysisPart {
  static func value(of analysis: Analysis) -> ClusterIndex? { analysis.clusterIndex { _ in true } }
}

extension Analysis {
  /// The index of the cluster; nil where the network has nothing of it, or only a part of it is looked at.
  ///
  /// - Complexity: that of the chain indices, and O(n + m c²) for c chains an actor.
  public func clusterIndex() -> ClusterIndex? { part(Cluster.self) }

  /// The same of some of its chains: those that are in both of two networks.
  func clusterIndex(counting counts: (Chain) -> Bool) -> ClusterIndex? {
    guard !assessesNothing, !graph.isPart else { return nil }
    return clusterIndex(
      of: network.chains.indices.filter { counts(network.chains[$0]) && network.chains[$0].weight != 0 },
      with: indices().map(\.range), by: assessment.covers([.ties]) ? workingPartners : nil)
  }

  /// The index with other indices of chains and other ties, the set of actors held.
  ///
  /// - Parameters:
  ///   - counted: the chains that enter.
  ///   - ties: who works with whom; nil where ties are not assessed.
  func clusterIndex(of counted: [Int], with indices: [Interval?], by ties: AdjacencyMatrix?) -> ClusterIndex? {
    ClusterIndex([
      (.chains, network.meanOfChains(counted, indices)), (.cohesion, ties.flatMap(clusterCohesion)),
      (.linkage, ties.flatMap { linkage(of: counted, by: $0) }),
    ])
  }

  /// Of those who hold positions, or of all where nobody does.
  private func clusterCohesion(_ ties: AdjacencyMatrix) -> Interval? {
    let placed = Set(chains.flatMap(\.actors)).compactMap { graph.vertex[$0] }.sorted()
    let cuts = cutpoints(of: placed.isEmpty ? ties : ties.submatrix(keeping: placed))
    return cuts.visits.count > 1 ? Interval(linkedShares(by: cuts).cohesion) : nil
  }

  /// Who works with whom, whatever the direction: without ties that only say who belongs to whom.
  var workingPartners: AdjacencyMatrix {
    let layers = graph.layers.filter { !Network.belonging.contains($0) }
    guard layers.count < graph.layers.count else { return partners }
    var selection = graph.selection
    selection.layers = layers
    // What was projected once fits again.
    let working = try? NetworkGraph(of: network, selection, threads: parallel.threads).matrix.symmetrized()
    return working ?? partners
  }
}

extension Network {
  /// The mean of the indices of some chains, equal or by their declared weights; nil where none of them has one.
  func meanOfChains(_ counted: [Int], _ indices: [Interval?]) -> Interval? {
    let known = counted.compactMap { number in
      indices[number].map { (range: $0, weight: chains[number].weight ?? 1) }
    }
    let whole = known.reduce(0) { $0 + $1.weight }
    guard whole > 0, whole.isFinite else { return nil }
    return known.reduce(Interval(0)) { $0 + ($1.weight / whole) * $1.range }
  }
}
