import KesiMatrix
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
  static func value(of analysis: Analysis) -> RankSensitivity { analysis.reranked(spread: 0.2, weightings: 1000) }
}

extension Analysis {
  /// How the chains rank where every weight varies by up to a fifth, a thousand times.
  package func rankSensitivity() -> RankSensitivity { part(Sensitivity.self) }

  /// Ranks the chains anew under weights drawn at random: each part's and each level's weight is multiplied by a number
  /// between 1 − spread and 1 + spread, all independent.
  ///
  /// - Complexity: O(draws · positions): what no weight changes is computed once.
  package func reranked(spread: Double, weightings: Int) -> RankSensitivity {
    let indices = indices()
    var random = SplitMix(seed: seed, use: "weights")
    let base = network.profile.indexWeights
    let orders = (0..<weightings).map { _ -> [Int] in
      var weights = base
      func vary(_ weight: inout Double) { weight *= 1 + spread * (2 * random.unit() - 1) }
      for (_, path) in IndexWeights.names { vary(&weights[keyPath: path]) }
      for level in Level.allCases {
        vary(&weights.levels[level, default: 0])
        weights.levels[level] = min(1, weights.level(level))
      }
      let values = zip(chains, indices).map { chain, index in index.reweighed(chain, by: weights).value }
      return chains.indices.compactMap { chain in values[chain].map { (value: $0, chain: chain) } }.sorted(by: <)
        .map(\.chain)
    }
    return RankSensitivity(orders: orders)
  }
}
