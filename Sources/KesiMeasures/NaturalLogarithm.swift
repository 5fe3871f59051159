#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// ln x, from the C library: the one function of it that kernels and suggestions call.
package func naturalLogarithm(_ x: Double) -> Double { log(x) }
