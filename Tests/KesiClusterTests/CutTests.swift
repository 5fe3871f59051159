import KesiMatrix
import KesiNetwork
import Testing

@testable import KesiCluster

@Suite("How much hangs on one actor")
struct CutTests {
  private func severities(_ network: Network) throws -> [Int: Double] {
    let found = try analysis(network).gaps(of: [.cutActor]).filter { $0.chain == nil }
    return Dictionary(uniqueKeysWithValues: found.map { ($0.subjects[0], $0.severity) })
  }

  private func star(_ leaves: Int, _ more: [(Int, Int)] = []) -> Network {
    network(leaves + 1, (1...leaves).map { (0, $0) } + more)
  }

  @Test("The hub of a star is worst of all, however many partners it has; with two it is half of a cut, with one none")
  func stars() throws {
    #expect(try severities(star(1)).isEmpty)
    // One of two is cut off from the other: 2 of 3.
    #expect(try severities(star(2)) == [0: 2.0 / 3])
    for leaves in 3...12 { #expect(try severities(star(leaves)) == [0: 1], "\(leaves)") }
  }

  @Test("On a path it is twice the shorter side; two parts count as with a tie")
  func path() throws {
    let found = try severities(network(7, (1..<7).map { ($0 - 1, $0) }))
    #expect(found.count == 5)
    for actor in 1...5 {
      #expect(abs(try #require(found[actor]) - 2 * Double(min(actor, 6 - actor)) / 7) < 1e-12)
    }
  }

  @Test("Joining its partners one after the other lowers it to nothing, and never raises it")
  func bypassed() throws {
    var last = 1.0
    for joined in 0...9 {
      let found = try severities(star(10, (0..<joined).map { ($0 + 1, $0 + 2) }))[0] ?? 0
      #expect(found <= last, "\(joined)")
      last = found
    }
    #expect(last == 0)
  }

  @Test("A cut of another component counts the actors of its own only, over all there are")
  func components() throws {
    // A star of three partners beside a triangle: two are cut off, of seven.
    let found = try severities(network(7, [(0, 1), (0, 2), (0, 3), (4, 5), (5, 6), (6, 4)]))
    #expect(found == [0: 4.0 / 7])
  }

  @Test("On random networks no tie among those whom an actor holds together raises its severity", arguments: 0..<4)
  func monotone(part: Int) throws {
    var random = SplitMix(seed: 3, use: "cuts", stream: part)
    var tried = 0
    for _ in 0..<60 {
      let count = 4 + random.below(12)
      var ties: [(Int, Int)] = []
      for vertex in 1..<count where random.below(8) > 0 { ties.append((random.below(vertex), vertex)) }
      for _ in 0..<random.below(4) {
        let (a, b) = (random.below(count), random.below(count))
        if a != b { ties.append((a, b)) }
      }
      let before = network(count, ties)
      let own = try analysis(before)
      let component = own.scopes[0].component
      let (a, b) = (random.below(count), random.below(count))
      guard a != b, component[a] == component[b], !own.areTied(a, b) else { continue }
      let (old, new) = (try severities(before), try severities(network(count, ties + [(a, b)])))
      for (actor, severity) in new {
        tried += 1
        #expect(severity <= (old[actor] ?? 0) + 1e-12, "\(ties) with \((a, b)): \(actor)")
      }
    }
    #expect(tried > 20)
  }

  @Test("What is suggested leaves fewer to be lost; nothing is where three ties would leave it as grave as may be")
  func eased() throws {
    let before = star(6)
    let gap = try #require(try analysis(before).gaps(of: [.cutActor]).first)
    #expect(gap.severity == 1 && gap.number(.cutOff) == 5 && gap.remedies.count == 3)
    var after = before
    for case .tie(let a, let b) in gap.remedies { after.ties.append(Tie(a, b)) }
    let left = try #require(try analysis(after).gaps(of: [.cutActor]).first { $0.subjects == [0] })
    #expect(abs(left.severity - 4.0 / 7) < 1e-12 && left.number(.cutOff) == 2)
    let comparison = try Comparison(analysis(before), analysis(after))
    #expect(comparison.changed.contains { $0.after.subjects == [0] && $0.after.severity < $0.before.severity })
    #expect(try analysis(star(10)).gaps(of: [.cutActor]).map(\.remedies) == [[]])
  }
}
