import Foundation
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
  static func value(of analysis: Analysis) -> RankSensitivity {
    analysis.reranked(concentration: 100, weightings: 1000)
  }
}

extension Analysis {
  /// How the chains rank under a thousand other weightings of the index.
  package func rankSensitivity() -> RankSensitivity { part(Sensitivity.self) }

  /// Ranks the chains anew under weights drawn at random: those of the parts by a Dirichlet distribution around what they
  /// are, those of levels each multiplied by a number from 0.8 to 1.2. Every other weighting takes the geometric mean of the
  /// parts, in which none can make up for another.
  ///
  /// - Parameter concentration: how close weights stay; 100 lets one of 0.15 vary by a quarter of it (standard deviation).
  /// - Complexity: O(draws · positions): what no weight changes is computed once.
  package func reranked(concentration: Double, weightings: Int) -> RankSensitivity {
    let indices = indices()
    var random = SplitMix(seed: seed, use: "weights")
    let base = network.profile.indexWeights
    let sum = IndexWeights.names.reduce(0) { $0 + base[keyPath: $1.path] }
    let orders = (0..<weightings).map { number -> [Int] in
      var weights = base
      for (_, path) in IndexWeights.names where weights[keyPath: path] > 0 {
        weights[keyPath: path] = random.gamma(concentration * weights[keyPath: path] / sum)
      }
      for level in Level.allCases {
        weights.levels[level] = min(1, weights.level(level) * (1 + 0.2 * (2 * random.unit() - 1)))
      }
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
    return exp(parts.reduce(0) { $0 + $1.share * log($1.range?.low ?? 1) })
  }
}

extension SplitMix {
  /// A number of the gamma distribution of a shape above 0 and scale 1.
  ///
  /// - Source: Marsaglia & Tsang, *A Simple Method for Generating Gamma Variables*, ACM TOMS 2000.
  fileprivate mutating func gamma(_ shape: Double) -> Double {
    // Below 1 by the next shape and a power of a uniform number.
    guard shape >= 1 else { return gamma(shape + 1) * pow(1 - unit(), 1 / shape) }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let v = (1 + c * x) * (1 + c * x) * (1 + c * x)
      if v > 0, log(1 - unit()) < x * x / 2 + d - d * v + d * log(v) { return d * v }
    }
  }

  /// A number of the standard normal distribution (Box & Muller 1958).
  private mutating func normal() -> Double {
    (-2 * log(1 - unit())).squareRoot() * cos(2 * .pi * unit())
  }
}
