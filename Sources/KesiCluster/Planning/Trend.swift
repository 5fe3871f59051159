import KesiNetwork

/// How the cluster and its chains stood in a year.
public struct TrendYear: Sendable {
  public let year: Int
  /// Actors that have a tie, and pairs of them that have one.
  public let actors: Int
  public let ties: Int
  public let index: ClusterIndex?
  /// The chains that were chosen, each an index of the network, with its actors, its ties and its index.
  public let chains: [(number: Int, actors: Int, ties: Int, index: ChainIndex)]

  /// - Parameter analysis: of that year.
  public init(year: Int, _ analysis: Analysis) {
    self.year = year
    let matrix = analysis.graph.matrix
    actors = matrix.withRows { rows in (0..<rows.order).count { rows.degree($0) > 0 } }
    ties = matrix.tieCount
    index = analysis.clusterIndex()
    let indices = analysis.indices()
    chains = analysis.chosenChains.map { ($0.index, $0.actors.count, $0.matrix.tieCount, indices[$0.index]) }
  }
}

extension Network {
  /// The years from the first start of a tie, a membership or a position to what counts as today; none where nothing is dated.
  public var datedYears: [Int] {
    let starts =
      ties.indices.compactMap { ties.period($0).from?.year } + members.compactMap { $0.period.from?.year }
      + positions.compactMap { $0.period.from?.year }
    guard let first = starts.min(), let now = assessment.now?.year, first <= now else { return [] }
    return Array(first...now)
  }
}
