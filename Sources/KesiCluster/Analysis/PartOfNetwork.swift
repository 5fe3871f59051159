import KesiNetwork

/// What a choice of actors does to verdicts: the one rule.
///
/// What is true of a network stays true whichever part of it is looked at. So gaps are found in the whole network, of the
/// same period and the same ties, and those are listed that concern the part. A chain is judged on all of its actors or not at
/// all: a choice of chains says which are judged, and where zones or kinds leave actors out, none is.
extension NetworkGraph {
  /// Whether a chain is among those that were chosen, or none was.
  package func chooses(_ chain: Int) -> Bool {
    selection.chains?.contains { $0.isExactly(network.chains[chain].id) } ?? true
  }

  /// Whether the graph holds less than the network: actors were left out, or chains.
  var isPart: Bool {
    leavesOutByTrait
      || selection.chains != nil
        && (actors.count < network.actors.count || !network.chains.indices.allSatisfy(chooses))
  }
}

extension Analysis {
  /// Whether only some of the actors of chains are looked at, so that no chain is judged.
  package var hasPartsOfChains: Bool { graph.leavesOutByTrait && !network.chains.isEmpty }

  /// Whether a chain is judged: it is among the chosen ones, and all of its actors are looked at.
  public func judges(_ chain: Int) -> Bool {
    !assessesNothing && !graph.leavesOutByTrait && graph.chooses(chain)
  }

  /// The analysis of the whole network.
  func ofAllActors() throws -> Analysis {
    Analysis(
      of: try NetworkGraph(of: network, graph.selection.ofAllActors, threads: parallel.threads), period: period,
      asOf: now, draws: draws, seed: seed, on: parallel)
  }

  /// That chains are not judged; nil where they are.
  package var partNote: Phrase? {
    guard hasPartsOfChains, !assessesNothing else { return nil }
    return Phrase(
      "Only a part of the chains’ actors is looked at: chains are not judged.", zh: "只查看了产业链的部分主体，因此不评价产业链。")
  }

  /// Which gaps are listed where a part of the network is looked at; nil where all are.
  package var partGapsNote: Phrase? {
    guard graph.isPart, !assessesNothing else { return nil }
    return Phrase(
      "Gaps are those of the whole network; listed are those whose actors are all in the part that was chosen"
        + (hasPartsOfChains || network.chains.isEmpty ? "." : ", and those of the chosen chains."),
      zh: "薄弱环节按全网络判断；只列出所涉主体均在所选范围内的" + (hasPartsOfChains || network.chains.isEmpty ? "。" : "，以及所选产业链的。"))
  }
}
