import KesiMatrix
import KesiNetwork

/// What the indices come to where a cell is answered: the tables are changed, and what follows from them is found anew.
struct AnswerTrial: Sendable {
  private let graph: NetworkGraph
  private let period: Period
  private let now: PartialDate?
  private let owners: [ExactText]
  /// By what each chain is judged.
  private let assessments: [Assessment]
  /// As they are today.
  private let ranges: [Interval?]
  private let parts: [(ClusterPart, Interval?)]
  private let counted: [Int]

  struct Outcome: Sendable {
    /// The lower end of the cluster index.
    let index: Double
    /// What the chains that were looked at come to.
    let chains: [Int: (range: Interval?, verdict: ChainIndex.Verdict?)]
  }

  /// Nil where the cluster has no index.
  init?(_ analysis: Analysis) {
    guard let index = analysis.clusterIndex() else { return nil }
    var network = analysis.network
    // What is asked is settled before any answer.
    network.settled = analysis.assessment
    graph = analysis.graph.with(network)
    (period, now, owners) = (analysis.period, analysis.now, analysis.owners)
    assessments = analysis.chains.map(\.assessment)
    ranges = analysis.indices().map(\.range)
    parts = [.cohesion, .linkage].map { part in (part, index.parts.first { $0.part == part }?.range) }
    counted = network.chains.indices.filter { network.chains[$0].weight != 0 }
  }

  /// - Parameters:
  ///   - scenario: the answer.
  ///   - chains: those whose index may be another, nothing else of the cluster being so; nil where anything may.
  /// - Returns: nil where the cluster has no index then, or the graph would be too large.
  func outcome(of scenario: Scenario, touching chains: [Int]?) throws -> Outcome? {
    let network = scenario.applied(to: graph.network).network
    guard let chains else { return try whole(network) }
    let changed = graph.with(network)
    var ranges = ranges
    var found: [Int: (range: Interval?, verdict: ChainIndex.Verdict?)] = [:]
    for chain in chains {
      let index = ChainIndex(
        of: ChainNetwork(
          chain, of: changed, period: period, assessment: assessments[chain], at: now, owners: owners),
        weights: network.profile.indexWeights)
      ranges[chain] = index.range
      found[chain] = (index.range, index.verdict)
    }
    return ClusterIndex([(.chains, network.meanOfChains(counted, ranges))] + parts).map {
      Outcome(index: $0.value, chains: found)
    }
  }

  private func whole(_ network: Network) throws -> Outcome? {
    guard let analysis = try analysis(of: network) else { return nil }
    return analysis.clusterIndex().map { index in
      let indices = analysis.indices()
      return Outcome(
        index: index.value,
        chains: Dictionary(uniqueKeysWithValues: indices.enumerated().map { ($0, ($1.range, $1.verdict)) }))
    }
  }

  /// The cluster with an answer; nil where the graph would be too large.
  func analysis(of scenario: Scenario) throws -> Analysis? {
    try analysis(of: scenario.applied(to: graph.network).network)
  }

  private func analysis(of network: Network) throws -> Analysis? {
    // Somebody new is a vertex more, and a seat is a tie where actors of a chain count as tied.
    let isSame =
      network.actors.count == graph.network.actors.count && !graph.layers.contains(where: Selection.isProjected)
    return try (isSame ? graph.with(network) : graph.remade(of: network)).map {
      Analysis(of: $0, period: period, asOf: now)
    }
  }
}

extension NetworkGraph {
  /// The same selection of another network; nil where it would be too large.
  fileprivate func remade(of network: Network) throws -> NetworkGraph? {
    do { return try NetworkGraph(of: network, selection) } catch is IncidenceMatrix.TooLarge { return nil }
  }
}
