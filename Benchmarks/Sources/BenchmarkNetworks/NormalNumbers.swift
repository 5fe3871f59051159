import KesiMatrix

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension SplitMix {
  /// A standard normal number (Box and Muller).
  mutating func normal() -> Double {
    (-2 * log(1 - unit())).squareRoot() * cos(2 * .pi * unit())
  }
}
