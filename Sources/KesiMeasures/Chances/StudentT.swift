/// The distribution of an estimate, in units of its standard error that so many degrees of freedom tell.
///
/// - Source: Abramowitz & Stegun, *Handbook of Mathematical Functions*, 26.5.16, 26.7.1 and 26.7.3.
package struct StudentT: Sendable {
  private let freedom: Double
  /// B(½, f/2).
  private let beta: Double

  /// - Parameter freedom: 1 or more.
  package init(freedom: Int) {
    self.freedom = Double(freedom)
    // From B(½, 1) = 2 and B(½, 1½) = π/2 on.
    var (b, value) = freedom.isMultiple(of: 2) ? (1.0, 2.0) : (1.5, Double.pi / 2)
    while b < Double(freedom) / 2 {
      value *= b / (b + 0.5)
      b += 1
    }
    beta = value
  }

  /// The number that is not exceeded with a chance of p, from ½ to below 1, by halving.
  ///
  /// - Complexity: O(√f).
  package func quantile(_ p: Double) -> Double {
    // With one degree it is Cauchy's distribution.
    guard freedom > 1 else { return tangent(.pi * (p - 0.5)) }
    var (low, high) = (0.0, 1.0)
    while atMost(high) < p, high < 1e12 { high *= 2 }
    for _ in 0..<100 {
      let middle = (low + high) / 2
      if atMost(middle) < p { low = middle } else { high = middle }
    }
    return high
  }

  /// The chance of at most t, from 0 on: ½ + ½ Iₓ(½, f/2) for x = t² / (f + t²), by way of Iₓ(1½, f/2).
  private func atMost(_ t: Double) -> Double {
    let b = freedom / 2
    let x = t * t / (freedom + t * t)
    guard x > 0 else { return 0.5 }
    let rest = freedom / (freedom + t * t)
    let step = x.squareRoot() * exponential(b * naturalLogarithm(rest)) / (0.5 * beta)
    return 0.5 + 0.5 * min(1, BetaDistribution(1.5, b).atMost(x) + step)
  }
}
