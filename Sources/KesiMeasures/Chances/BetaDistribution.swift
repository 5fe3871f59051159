/// What is known of a share, 0…1, from a + b − 2 cases: the distribution with density xᵃ⁻¹ (1 − x)ᵇ⁻¹ / B(a, b).
///
/// - Source: Press et al., *Numerical Recipes*, 3rd ed., 6.4 (the continued fraction, by Lentz's method).
package struct BetaDistribution: Sendable {
  private let a: Double
  private let b: Double
  /// ln of 1 / B(a, b).
  private let logFactor: Double

  /// - Parameters: both finite and at least 1.
  package init(_ a: Double, _ b: Double) {
    (self.a, self.b) = (a, b)
    logFactor = logGamma(a + b) - logGamma(a) - logGamma(b)
  }

  /// The chance of at most x: the regularized incomplete beta function Iₓ(a, b), to about 1e-12.
  ///
  /// - Complexity: O(√(a + b)).
  package func atMost(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let front = exponential(logFactor + a * naturalLogarithm(x) + b * naturalLogarithm(1 - x))
    // The fraction converges fast on one side of the mean only; the other is the same with both turned around.
    return x < (a + 1) / (a + b + 2)
      ? front * Self.fraction(a, b, x) / a : 1 - front * Self.fraction(b, a, 1 - x) / b
  }

  /// The chance of more than x.
  package func above(_ x: Double) -> Double { 1 - atMost(x) }

  /// The number that is not exceeded with a chance of p, by halving: to 2⁻⁵⁰.
  package func quantile(_ p: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<50 {
      let middle = (low + high) / 2
      if atMost(middle) < p { low = middle } else { high = middle }
    }
    return low
  }

  private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    func safe(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / safe(1 - (a + b) * x / (a + 1))
    var result = d
    // As many rounds as a million cases take.
    for round in 1...10_000 {
      let m = Double(round)
      for term in [
        m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)), -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
      ] {
        d = 1 / safe(1 + term * d)
        c = safe(1 + term / c)
        result *= c * d
      }
      if abs(c * d - 1) < 1e-15 { break }
    }
    return result
  }
}

/// ln Γ(x) for x of at least 1, by Stirling's series from 15 on, to about 1e-14 of it.
private func logGamma(_ x: Double) -> Double {
  var (x, product) = (x, 1.0)
  while x < 15 {
    product *= x
    x += 1
  }
  let square = 1 / (x * x)
  let series = (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680))) / x
  return (x - 0.5) * naturalLogarithm(x) - x + 0.5 * naturalLogarithm(2 * .pi) + series - naturalLogarithm(product)
}
