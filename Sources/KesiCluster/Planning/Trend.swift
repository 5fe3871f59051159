import KesiMatrix
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

extension Analysis {
  /// How the cluster stood in each of the latest dated years of what is looked at, judged by what the whole network states;
  /// none where nothing is dated, or only a part of the network is looked at.
  ///
  /// - Complexity: an index a year.
  package func trend(latest count: Int) throws -> [TrendYear] {
    guard !graph.isPart else { return [] }
    var network = network
    network.settled = assessment
    let years = network.datedYears.filter { year in
      (period.from?.year ?? year) <= year && year <= (period.to?.year ?? year)
    }
    return try years.suffix(count).compactMap { year -> TrendYear? in
      guard let date = PartialDate(String(year)) else { return nil }
      var selection = graph.selection
      selection.period = Period(from: date, to: date)
      let graph = try NetworkGraph(of: network, selection, threads: parallel.threads)
      let silent = parallel.silent
      return TrendYear(year: year, Analysis(of: graph, period: selection.period, on: silent))
    }
  }

  /// Why the last year of a trend is not what the network as a whole comes to.
  package var trendNote: Phrase? {
    guard let index = clusterIndex() else { return nil }
    let whole = Figure.points(index.value).text
    return Phrase(
      "Each year counts only what lasted in it, and rows without dates. All rows together, also what has ended, come to \(whole).",
      zh: "每年只计当年存续的记录和未填日期的记录；全部记录（包括已结束的）合计，集群指数为 \(whole)。")
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
