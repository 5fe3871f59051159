#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Double {
  /// Shortest form that reads back as the same number, whole numbers without a fraction: `2`, `0.25`.
  public var plain: String {
    self == rounded() && magnitude < 1e15 ? String(Int(self)) : description
  }
}

/// The chance of exactly `count` events where `mean` are expected, by logarithms, which do not overflow.
func poissonChance(_ count: Int, mean: Double) -> Double {
  exp(Double(count) * log(mean) - mean - lgamma(Double(count) + 1).0)
}
