/// A small, fast generator of the same numbers on every machine: all that is random in Kesi draws from one with a seed.
///
/// Where a stream of numbers starts is a hash of the seed, of what the numbers are for and of the stream's own number, so
/// that neither neighboring seeds nor neighboring streams are one another moved on. All streams run along one cycle of 2⁶⁴
/// numbers from unrelated places: that any two of s streams of n numbers meet has a chance below s² n / 2⁶⁴, which for
/// 1,000 streams of a milliard numbers is 1 in 18,000.
///
/// - Source: Steele, Lea & Flood, *Fast Splittable Pseudorandom Number Generators*, OOPSLA 2014.
public struct SplitMix: RandomNumberGenerator, Sendable {
  @usableFromInline var state: UInt64

  /// - Parameters:
  ///   - seed: what a user chooses.
  ///   - use: what is drawn, a word of its own for each place that draws: two uses of one seed share no numbers.
  ///   - stream: the number of the chain, draw or part, where there are several that must not know of each other.
  public init(seed: UInt64, use: StaticString, stream: Int = 0) {
    var hash = Self.mixed(seed &+ Self.step)
    use.withUTF8Buffer { for byte in $0 { hash = Self.mixed(hash ^ UInt64(byte)) &+ Self.step } }
    state = Self.mixed((hash ^ UInt64(bitPattern: Int64(stream))) &+ Self.step)
  }

  @usableFromInline static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inlinable static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  @inlinable public mutating func next() -> UInt64 {
    state &+= Self.step
    return Self.mixed(state)
  }

  /// A number drawn for a pair of numbers, such as a vertex and a round: the same whoever asks, in whichever order. With one
  /// seed and one second number, different first ones draw different numbers.
  @inlinable public static func hash(_ first: UInt64, _ second: UInt64, seed: UInt64) -> UInt64 {
    mixed(mixed(mixed(seed) ^ first) ^ second)
  }

  /// A number from 0 up to 1.
  @inlinable public mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  /// A number below `bound`, which is positive; the bias is less than bound / 2⁶⁴.
  @inlinable public mutating func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }
}
