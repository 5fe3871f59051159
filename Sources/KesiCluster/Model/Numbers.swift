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

/// eˣ, from the C library.
func exponential(_ x: Double) -> Double { exp(x) }

/// The chance that a standard normal number is at most z.
func normalLowerTail(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }
