import KesiMatrix
import KesiNetwork

/// The cluster with steps taken: the tables are changed as a scenario would change them, and the index is found anew, so that
/// what is promised is what the changed tables give.
struct ClusterTrial: Sendable {
  let network: Network
  let selection: Selection
  let now: PartialDate?
  let layer: String
  private let single: Parallel

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
    single = Parallel(cancellation: analysis.parallel.cancellation)
  }

  /// The network with steps taken.
  func network(with steps: [Remedy]) -> Network {
    Scenario(taking: steps, tiesOf: layer, in: network).applied(to: network).network
  }

  /// Its analysis. Not for gaps that are drawn.
  func analysis(with steps: [Remedy]) throws -> Analysis { try analysis(of: network(with: steps)) }

  /// The same of a network that was changed otherwise.
  func analysis(of network: Network) throws -> Analysis {
    Analysis(of: try NetworkGraph(of: network, selection), period: selection.period, asOf: now, on: single)
  }

  /// Its index; nil where the network has none, or the graph would be too large.
  ///
  /// - Throws: `Cancelled`.
  func index(with steps: [Remedy]) throws -> Double? { try looked(with: steps) { $0.clusterIndex()?.value } }

  /// What is seen of the network with steps taken; nil where its graph would be too large.
  func looked<Sight>(with steps: [Remedy], _ look: (Analysis) throws -> Sight?) throws -> Sight? {
    do { return try look(analysis(with: steps)) } catch is IncidenceMatrix.TooLarge { return nil }
  }

  /// The index with each of several sets of steps; NaN where there is none.
  func indices(with sets: [[Remedy]], on parallel: Parallel) throws -> [Double] {
    try parallel.silent.map(count: sets.count) { try index(with: sets[$0]) ?? .nan }
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
    // What several gaps ask for is one thing to do.
    var places: [Set<Remedy>: Int] = [:]
    var sets: [[Remedy]] = []
    for gap in tried where places[Set(gap.remedies)] == nil {
      places[Set(gap.remedies)] = sets.count
      sets.append(gap.remedies)
    }
    let (steps, sensitivity) = (sets, GainSensitivity(self))
    let outcomes = try parallel.silent.map(count: steps.count) { place -> (index: Double, gains: [Double])? in
      try trial.looked(with: steps[place]) { after in
        after.clusterIndex().map { ($0.value, sensitivity.gains(after)) }
      }
    }
    let ends = try PlausibleEnds(self)
    let known = steps.indices.filter { outcomes[$0] != nil }
    let shares = GainSensitivity.sharesAmongFirst(
      known.compactMap { outcomes[$0]?.gains }, times: known.map { ends.plausibility(of: steps[$0]) ?? 1 })
    let shareOf = Dictionary(uniqueKeysWithValues: zip(known, shares))
    for gap in tried {
      guard let place = places[Set(gap.remedies)], let outcome = outcomes[place] else { continue }
      found.gains[ExactText(gap.id)] = outcome.index - base
      found.amongFirst[ExactText(gap.id)] = shareOf[place]
    }
    found.groups = try groups(of: tried, among: gaps, gaining: found.gains, from: base, by: trial)
    found.untried = open.count - tried.count
    return found
  }
}
