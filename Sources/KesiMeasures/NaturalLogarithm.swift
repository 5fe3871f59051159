#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// ln x, from the C library: with eˣ and tan x all of it that kernels and suggestions call.
package func naturalLogarithm(_ x: Double) -> Double { log(x) }

/// eˣ, from the C library.
package func exponential(_ x: Double) -> Double { exp(x) }

/// tan x, from the C library.
package func tangent(_ x: Double) -> Double { tan(x) }
