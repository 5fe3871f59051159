import KesiMatrix
import KesiMeasures
import KesiNetwork

/// How firmly the chains are ranked: their order, weakest first, under many other weightings of the index.
package struct RankSensitivity: Sendable {
  /// For each weighting, the chains that have an index, the weakest first.
  package let orders: [[Int]]

  /// From which rank to which a chain moves, 1 the weakest, the outermost weightings on either side left out; nil where it
  /// has no index.
  package func ranks(of chain: Int, in share: Double = 0.9) -> ClosedRange<Int>? {
    let ranks = orders.compactMap { $0.firstIndex(of: chain).map { $0 + 1 } }.sorted()
    guard !ranks.isEmpty else { return nil }
    // Less than half on either side, so that the bounds stand in order.
    let cut = Int((1 - share) / 2 * Double(ranks.count))
    return ranks[cut]...ranks[ranks.count - 1 - cut]
  }
}

private enum Sensitivity: AnalysisPart {
  static func value(of analysis: Analysis) -> RankSensitivity {
    analysis.reranked(concentration: IndexWeights.usualConcentration, weightings: 1000)
  }
}

extension Analysis {
  /// How the chains rank under a thousand other weightings of the index.
  package func rankSensitivity() -> RankSensitivity { part(Sensitivity.self) }

  /// Ranks the chains anew under weights drawn at random. Every other weighting takes the geometric mean of the parts, in which none
  /// can make up for another.
  ///
  /// - Complexity: O(draws · positions): what no weight changes is computed once.
  package func reranked(concentration: Double, weightings: Int) -> RankSensitivity {
    let indices = indices()
    var random = SplitMix(seed: seed, use: "weights")
    let orders = (0..<weightings).map { number -> [Int] in
      let weights = network.profile.indexWeights.drawn(concentration: concentration, by: &random)
      let values = zip(chains, indices).map { chain, index -> (geometric: Double, arithmetic: Double)? in
        let drawn = index.reweighed(chain, by: weights)
        return drawn.value.map { (number.isMultiple(of: 2) ? $0 : drawn.geometricMean, $0) }
      }
      return chains.indices.compactMap { chain in values[chain].map { (chain, $0) } }
        .sorted { ($0.1.geometric, $0.1.arithmetic, $0.0) < ($1.1.geometric, $1.1.arithmetic, $1.0) }.map(\.0)
    }
    return RankSensitivity(orders: orders)
  }
}

extension ChainIndex {
  /// The weighted geometric mean of the lower ends: 0 where one of them is.
  fileprivate var geometricMean: Double {
    let parts = parts.filter { $0.range != nil && $0.share > 0 }
    guard parts.allSatisfy({ $0.range?.low ?? 0 > 0 }) else { return 0 }
    return exponential(parts.reduce(0) { $0 + $1.share * naturalLogarithm($1.range?.low ?? 1) })
  }
}
