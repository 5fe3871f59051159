import KesiMatrix
import KesiMeasures
import KesiNetwork

extension IndexWeights {
  /// How close drawn weights stay to what they are: 100 lets one of 0.15 vary by a quarter of it (standard deviation).
  static let usualConcentration = 100.0

  /// Other weights that one might as well have chosen: those of the parts by a Dirichlet distribution around what they are, those of
  /// levels each multiplied by a number from 0.8 to 1.2.
  func drawn(concentration: Double = usualConcentration, by random: inout SplitMix) -> IndexWeights {
    let sum = Self.names.reduce(0) { $0 + self[keyPath: $1.path] }
    var weights = self
    for (_, path) in Self.names where weights[keyPath: path] > 0 {
      weights[keyPath: path] = random.gamma(concentration * weights[keyPath: path] / sum)
    }
    for level in Level.allCases {
      weights.levels[level] = min(1, weights.level(level) * (1 + 0.2 * (2 * random.unit() - 1)))
    }
    return weights
  }
}
