import KesiMatrix
import KesiNetwork

/// The cluster with steps taken: the tables are changed as a scenario would change them, and the index is found anew, so that
/// what is promised is what the changed tables give.
struct ClusterTrial: Sendable {
  let network: Network
  let selection: Selection
  let now: PartialDate?
  let layer: String

  init(_ analysis: Analysis) {
    var network = analysis.network
    // What is asked, and what counts as today, is settled before any step.
    network.settled = analysis.assessment
    self.network = network
    selection = analysis.graph.selection
    now = analysis.now
    layer = network.ties.kinds.first ?? ""
  }

  /// The network with steps taken.
  func network(with steps: [Remedy]) -> Network {
    Scenario(taking: steps, tiesOf: layer, in: network).applied(to: network).network
  }

  /// Its analysis. Not for gaps that are drawn.
  func analysis(with steps: [Remedy]) throws -> Analysis {
    Analysis(of: try NetworkGraph(of: network(with: steps), selection), period: selection.period, asOf: now)
  }

  /// Its index; nil where the network has none, or the graph would be too large.
  func index(with steps: [Remedy]) -> Double? { try? analysis(with: steps).clusterIndex()?.value }

  /// The index with each of several sets of steps.
  func indices(with sets: [[Remedy]], on parallel: Parallel) throws -> [Double] {
    let silent = Parallel(threads: parallel.threads, cancellation: parallel.cancellation)
    return try silent.fill(count: sets.count, with: Double.nan, grain: 1) { chunks, indices in
      while let chunk = chunks.take() {
        for place in chunk { indices[place] = index(with: sets[place]) ?? .nan }
      }
    }
  }
}

extension Analysis {
  /// Beyond so many ties and actors the index takes about a second to find anew.
  private static let largeCluster = 100_000

  /// Whether the index takes about a second to find anew, so that not all is tried.
  package var isLargeCluster: Bool { graph.matrix.order + graph.matrix.entryCount > Self.largeCluster }

  /// What closing each gap would add to the cluster index, by the best of the ways to close it; nothing for gaps that so little
  /// would not close, nor where the network has no index or is so large that each would take a second.
  package func gains(of gaps: [Gap]) throws -> [ExactText: Double] {
    guard !graph.isPart, !isLargeCluster, let base = clusterIndex()?.value
    else { return [:] }
    let ways = gaps.flatMap { gap in closings(of: gap).map { (id: ExactText(gap.id), steps: $0) } }
    let values = try ClusterTrial(self).indices(with: ways.map(\.steps), on: parallel)
    var gains: [ExactText: Double] = [:]
    for (way, value) in zip(ways, values) where value.isFinite {
      gains[way.id] = max(gains[way.id] ?? -.infinity, value - base)
    }
    return gains
  }
}
