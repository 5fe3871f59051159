import KesiMatrix
import KesiMeasures
import Testing

@Suite("Core and periphery")
struct CorePeripheryTests {
  private static func matrix(_ order: Int, _ ties: [(Int, Int)]) -> AdjacencyMatrix {
    var builder = MatrixBuilder(order: order, isSymmetric: true, isWeighted: false)
    for tie in ties { builder.add(UInt32(tie.0), UInt32(tie.1)) }
    return builder.build()
  }

  /// What is amiss with a core, and how well it fits, as they are defined: pair by pair.
  private static func judged(_ isCore: [Bool], _ ties: [(Int, Int)]) -> (amiss: Int, fit: Double?) {
    let tied = Set(ties.map { [min($0.0, $0.1), max($0.0, $0.1)] })
    var marks: [(tied: Double, core: Double)] = []
    var amiss = 0
    for a in isCore.indices {
      for b in a + 1..<isCore.count where isCore[a] == isCore[b] {
        marks.append((tied.contains([a, b]) ? 1 : 0, isCore[a] ? 1 : 0))
        if tied.contains([a, b]) != isCore[a] { amiss += 1 }
      }
    }
    let count = Double(marks.count)
    let means = (marks.reduce(0) { $0 + $1.tied } / count, marks.reduce(0) { $0 + $1.core } / count)
    let both = marks.reduce(0) { $0 + ($1.tied - means.0) * ($1.core - means.1) }
    let spread =
      marks.reduce(0) { $0 + ($1.tied - means.0) * ($1.tied - means.0) }
      * marks.reduce(0) { $0 + ($1.core - means.1) * ($1.core - means.1) }
    return (amiss, spread > 1e-9 ? both / spread.squareRoot() : nil)
  }

  @Test("Of the smallest cores with the fewest pairs amiss it is one that fits best", arguments: 0..<60)
  func best(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed), use: "test")
    let order = 3 + random.below(7)
    let share = random.unit()
    let ties = (0..<order).flatMap { a in (a + 1..<order).map { (a, $0) } }.filter { _ in random.unit() < share }
    let found = corePeriphery(of: Self.matrix(order, ties))
    let own = Self.judged(found.isCore, ties)
    let cores = (0..<1 << order).map { set in (0..<order).map { set >> $0 & 1 == 1 } }
    let all = cores.map { (size: $0.count { $0 }, judged: Self.judged($0, ties)) }
    let fewest = try #require(all.map(\.judged.amiss).min())
    let smallest = try #require(all.filter { $0.judged.amiss == fewest }.map(\.size).min())
    #expect(own.amiss == fewest && found.isCore.count { $0 } == smallest)
    let bestFit = all.filter { $0.judged.amiss == fewest && $0.size == smallest }.compactMap(\.judged.fit).max()
    #expect(distance(own.fit, bestFit) < 1e-9 && distance(found.fit, bestFit) < 1e-9)
  }

  @Test("Where choices are many, those that are tied to each other are taken, not those that have as many ties")
  func large() {
    // 30 with 29 ties each, to no one else who has more than one; then 30 who are all tied to each other: 29 of them are
    // the smallest core with the fewest pairs amiss.
    let stars = (0..<30).flatMap { center in (0..<29).map { (center, 60 + 29 * center + $0) } }
    let dense = (30..<60).flatMap { a in (a + 1..<60).map { (a, $0) } }
    let found = corePeriphery(of: Self.matrix(60 + 30 * 29, stars + dense))
    #expect(found.isCore.indices.filter { found.isCore[$0] } == Array(30..<59))
  }
}
