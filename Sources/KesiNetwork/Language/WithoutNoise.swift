extension Double {
  /// To twelve significant digits: what sums of fractions leave beyond them is noise.
  package var withoutNoise: Double {
    guard self != 0, isFinite else { return self }
    // Powers of ten up to the 22nd are exact, so each result is the number nearest to its digits.
    var (exponent, unit) = (11, 1e11)
    while exponent > -22, magnitude * unit >= 1e12 { (exponent, unit) = (exponent - 1, Self.power(exponent - 1)) }
    while exponent < 22, magnitude * unit < 1e11 { (exponent, unit) = (exponent + 1, Self.power(exponent + 1)) }
    guard exponent > -22, exponent < 22 else { return self }
    return exponent >= 0
      ? (self * unit).rounded() / unit : (self / Self.power(-exponent)).rounded() * Self.power(-exponent)
  }

  private static func power(_ exponent: Int) -> Double {
    let power = (0..<abs(exponent)).reduce(1.0) { power, _ in power * 10 }
    return exponent >= 0 ? power : 1 / power
  }
}
