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

/// ln x, from the C library.
func naturalLogarithm(of x: Double) -> Double { log(x) }
