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
    network.settled?.now = analysis.now
    self.network = network
    now = analysis.now
    layer = analysis.graph.kindOfNewTies
    // A network that has lost all of its ties is not one of consortia, and new ones are of a kind that is looked at.
    var selection = analysis.graph.selection
    selection.layers = analysis.graph.layers + (analysis.graph.layers.contains(layer) ? [] : [layer])
    self.selection = selection
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
  /// About how many processor-seconds the index takes to be found anew, by what was measured: all rows are read, for each
  /// chain once more.
  private var secondsForIndex: Double {
    let rows = graph.matrix.order + graph.matrix.entryCount + network.positions.count
    return Double(rows) * Double(1 + network.chains.count) * 2e-6
  }

  /// How often the index can be found anew in so many processor-seconds, 20 times at least: whatever the number of threads, so
  /// that results do not depend on it.
  func indicesWithin(seconds: Double) -> Int { max(20, Int(min(1e6, seconds / max(1e-9, secondsForIndex)))) }

  /// Whether the index takes so long to find anew that only a part of what would close gaps is tried.
  package var isLargeCluster: Bool { secondsForIndex > 0.2 }

  /// What closing each gap by its remedies would add to the cluster index, and which gaps go together; nothing for gaps that so
  /// little would not close, nor where the network has no index. The worst gaps are tried that some seconds are enough for.
  package func gains(of gaps: [Gap]) throws -> GapGains {
    var found = GapGains()
    guard !graph.isPart, let base = clusterIndex()?.value else { return found }
    let open = gaps.filter { !$0.remedies.isEmpty }
    let tried = Array(open.prefix(isLargeCluster ? 0 : indicesWithin(seconds: 20)))
    let trial = ClusterTrial(self)
    let values = try trial.indices(with: tried.map(\.remedies), on: parallel)
    for (gap, value) in zip(tried, values) where value.isFinite { found.gains[ExactText(gap.id)] = value - base }
    found.groups = try groups(of: tried, among: gaps, gaining: found.gains, from: base, by: trial)
    found.untried = open.count - tried.count
    return found
  }
}
