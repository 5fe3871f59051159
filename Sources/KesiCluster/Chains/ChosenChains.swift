import KesiNetwork

/// The chains of the network, in its order, those that are not judged, too.
private enum Chains: AnalysisPart {
  static func value(of analysis: Analysis) -> [ChainNetwork] {
    let graph = analysis.graph
    let owners = analysis.owners
    return graph.network.chains.indices.map { chain in
      // Of a chain that is not judged, nothing is. That actors share the chain itself says nothing of how they are tied.
      var own = analysis.assessment
      if !graph.hasTieRows, !graph.tiesComeFromConsortia { own.aspects.remove(.ties) }
      own.isNothing = own.isNothing || graph.leavesOutByTrait || !graph.chooses(chain)
      return ChainNetwork(chain, of: graph, period: analysis.period, assessment: own, at: analysis.now, owners: owners)
    }
  }
}

private enum Owners: AnalysisPart {
  static func value(of analysis: Analysis) -> [ExactText] { analysis.network.owners() }
}

private enum Indices: AnalysisPart {
  static func value(of analysis: Analysis) -> [ChainIndex] {
    analysis.chains.map { ChainIndex(of: $0, weights: analysis.network.profile.indexWeights) }
  }
}

extension Analysis {
  /// Of whom each actor of the network is a part in the end.
  var owners: [ExactText] { part(Owners.self) }

  /// The chains, in the order of the network.
  public var chains: [ChainNetwork] { part(Chains.self) }

  /// The chains that are looked at: all, or those that were chosen.
  public var chosenChains: [ChainNetwork] { chains.filter { graph.chooses($0.index) } }

  /// The index of each chain, in the order of the network.
  public func indices() -> [ChainIndex] { part(Indices.self) }

  /// The chosen chains with their indices, the weakest first; those without data last.
  public func weakestFirst() -> [(chain: ChainNetwork, index: ChainIndex)] {
    zip(chains, indices()).map { (chain: $0, index: $1) }.filter { graph.chooses($0.chain.index) }.sorted { a, b in
      let (x, y) = (a.index.value ?? 2, b.index.value ?? 2)
      return x == y ? a.chain.index < b.chain.index : x < y
    }
  }
}
