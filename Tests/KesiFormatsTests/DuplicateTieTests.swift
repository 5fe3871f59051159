import KesiMatrix
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiFormats

@Suite("Ties that repeat others")
struct DuplicateTieTests {
  @Test("As many are found however few are looked at at once", arguments: 1...6 as ClosedRange<UInt64>)
  func rooms(seed: UInt64) {
    var random = SplitMix(seed: seed, use: "duplicate ties")
    let (actors, count) = (40, 900)
    let reader = NetworkReader(ReadingOptions(), Parallel())
    reader.network.actors = (0..<actors).map { Actor(id: "\($0)", name: "\($0)") }
    var seen = Set<String>()
    var repeated = 0
    for _ in 0..<count {
      // Most lie at few actors, so that some have more than fit.
      let source = Int.random(in: 0..<actors, using: &random) * Int.random(in: 0...1, using: &random)
      let (target, kind) = (Int.random(in: 0..<actors, using: &random), "k\(Int.random(in: 0...1, using: &random))")
      var tie = Tie(source, target, kind: kind)
      tie.isDirected = Bool.random(using: &random)
      reader.network.ties.append(tie)
      let ends = tie.isDirected == true ? "\(source)>\(target)" : "\(min(source, target))-\(max(source, target))"
      if !seen.insert(ends + kind).inserted { repeated += 1 }
    }
    for room in [1, 7, 100, 1000, 1 << 20] { #expect(reader.duplicateTies(room: room) == repeated, "\(room)") }
    #expect(reader.duplicateTies() == repeated && repeated > 0)
  }
}
