import KesiMatrix
import Testing

@Suite("Random streams")
struct SplitMixTests {
  private func numbers(_ seed: UInt64, _ use: StaticString, _ stream: Int = 0, count: Int = 2_000) -> [UInt64] {
    var random = SplitMix(seed: seed, use: use, stream: stream)
    return (0..<count).map { _ in random.next() }
  }

  @Test("No two streams hold a number in common: of neighboring seeds, of one seed, of one seed in two uses")
  func apart() {
    let step: UInt64 = 0x9E37_79B9_7F4A_7C15
    var streams = (0..<100).map { numbers(7, "swaps", $0) }
    streams += (0..<100).map { numbers(UInt64($0), "deals") }
    // Seeds a step apart were one stream moved on.
    streams += (1..<100).map { numbers(3 &+ UInt64($0) &* step, "deals") }
    streams += [numbers(7, ""), numbers(7, "deals", 1), numbers(7, "s", 1), numbers(7, "sw"), numbers(7, "ws")]
    #expect(Set(streams.joined()).count == streams.count * 2_000)
  }

  @Test("Neighboring streams do not follow one another: their numbers do not correlate")
  func uncorrelated() {
    let streams = (0..<200).map { stream -> [Double] in
      var random = SplitMix(seed: 1, use: "deals", stream: stream)
      return (0..<500).map { _ in random.unit() - 0.5 }
    }
    for lag in [1, 2, 3, 5] {
      let product = (lag..<200).reduce(0.0) { sum, stream in
        sum + zip(streams[stream], streams[stream - lag]).reduce(0) { $0 + $1.0 * $1.1 }
      }
      // The mean of so many products of variance 1/144.
      let deviation = (Double((200 - lag) * 500)).squareRoot() / 12
      #expect(abs(product) < 4.5 * deviation, "lag \(lag)")
    }
  }

  @Test("Numbers below a bound come up alike, from first draws of many streams too")
  func even() {
    var counts = [Int](repeating: 0, count: 10)
    for stream in 0..<20_000 {
      var random = SplitMix(seed: 5, use: "bounds", stream: stream)
      counts[random.below(10)] += 1
    }
    let square = counts.reduce(0.0) { $0 + (Double($1) - 2_000) * (Double($1) - 2_000) / 2_000 }
    #expect(square < 33.7)  // χ² with 9 degrees of freedom, 1 in 10,000
  }
}
