import KesiMatrix

// Random numbers of other distributions than even ones.
extension SplitMix {
  /// Two independent numbers of the standard normal distribution, by the polar method.
  ///
  /// - Source: Marsaglia & Bray, *A Convenient Method for Generating Normal Variables*, 1964.
  package mutating func normalPair() -> (Double, Double) {
    while true {
      let (x, y) = (2 * unit() - 1, 2 * unit() - 1)
      let square = x * x + y * y
      guard square > 0, square < 1 else { continue }
      let factor = (-2 * naturalLogarithm(square) / square).squareRoot()
      return (factor * x, factor * y)
    }
  }

  /// A number of the gamma distribution of a shape above 0 and scale 1.
  ///
  /// - Source: Marsaglia & Tsang, *A Simple Method for Generating Gamma Variables*, ACM TOMS 26, 2000.
  package mutating func gamma(_ shape: Double) -> Double {
    // Below 1 by the next shape and a power of an even number.
    guard shape >= 1 else {
      let power = naturalLogarithm(max(unit(), .leastNormalMagnitude)) / shape
      return gamma(shape + 1) * exponential(power)
    }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normalPair().0
      let v = (1 + c * x) * (1 + c * x) * (1 + c * x)
      guard v > 0 else { continue }
      let even = max(unit(), .leastNormalMagnitude)
      if naturalLogarithm(even) < 0.5 * x * x + d - d * v + d * naturalLogarithm(v) { return d * v }
    }
  }
}
