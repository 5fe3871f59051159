import KesiNetwork

/// How the actors of a part stand in the network that it was cut out of, where an engine knows that and this machine does
/// not. The part holds all that chains are judged by.
package struct WholeNetwork: Sendable {
  let actorCount: Int
  /// Pairs of actors that are tied.
  let tieCount: Int
  /// The partners of each actor of the part, and the component that it is in: 1 is the largest.
  let degrees: [Int]
  let components: [Int]
  let insideChains: [Inside]

  /// The ties inside a chain, whatever chain they name, beside what its actors' degrees give on average.
  package struct Inside: Sendable {
    let chain: Int
    let observed: Int
    let expected: Double

    package init(chain: Int, observed: Int, expected: Double) {
      (self.chain, self.observed, self.expected) = (chain, observed, expected)
    }
  }

  package init(actorCount: Int, tieCount: Int, degrees: [Int], components: [Int], insideChains: [Inside]) {
    (self.actorCount, self.tieCount) = (actorCount, tieCount)
    (self.degrees, self.components, self.insideChains) = (degrees, components, insideChains)
  }

  /// Those of some actors that are in the main component, the best tied first.
  func bestTied(_ actors: some Sequence<Int>, most: Int) -> [Int] {
    let sorted = actors.filter { components[$0] == 1 }.sorted { (-degrees[$0], $0) < (-degrees[$1], $1) }
    return Array(sorted.prefix(most))
  }
}

extension GapKind {
  /// Those that can be found in a part with what is known of the whole.
  package static let ofWholes: [GapKind] = [
    .missingKind, .singleProvider, .brokenStage, .capacityShort, .isolatedActor, .thinChainEstimate,
  ]
}

extension Analysis {
  /// The gaps of some kinds of the whole, by this analysis of a part of it.
  package func gaps(of kinds: [GapKind], in whole: WholeNetwork) throws -> [Gap] {
    guard !graph.isPart else { return try judged().gaps(of: kinds, in: whole).filter(concernsPart) }
    return try kinds.filter { assessment.covers($0.restsOn) }.flatMap { kind in
      switch kind.id {
      case GapKind.isolatedActor.id: isolatedActors(in: whole)
      case GapKind.thinChainEstimate.id: thinChains(in: whole)
      default: try gaps(of: kind)
      }
    }.sorted { $0.precedes($1) }
  }
}
