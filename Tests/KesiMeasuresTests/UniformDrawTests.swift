import KesiMatrix
import Testing

@testable import KesiMeasures

@Suite("Every network of given degrees comes up as often as any other")
struct UniformDrawTests {
  /// How far counts of so many kinds lie from even, in standard deviations of χ².
  private func surprise(_ counts: [Int], kinds: Int) -> Double {
    let even = Double(counts.reduce(0, +)) / Double(kinds)
    let met = counts.reduce(0.0) { $0 + (Double($1) - even) * (Double($1) - even) / even }
    let square = met + Double(kinds - counts.count) * even
    let freedom = Double(kinds - 1)
    return (square - freedom) / (2 * freedom).squareRoot()
  }

  /// Networks by ties, where what may be and what is not may share a last place: with an odd count one tie is left over in
  /// each round, and that may be any.
  static let networks: [[(Int, Int)]] = [
    // A path of four whose middle tie comes last, first, and between.
    [(0, 2), (1, 3), (2, 3)], [(0, 1), (0, 2), (1, 3)], [(0, 1), (1, 2), (2, 3)],
    [(0, 1), (2, 3), (4, 5)], [(0, 1), (1, 2), (2, 3), (3, 4)],
    [(0, 1), (0, 2), (1, 2), (2, 3), (3, 4)], [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)],
    [(0, 1), (0, 2), (0, 3), (1, 2), (3, 4), (4, 5), (1, 5)], [(0, 5), (1, 2), (1, 3), (1, 4), (2, 3), (3, 4), (4, 5)],
    [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 0)],
  ]

  @Test("Ties", arguments: networks)
  func ties(list: [(Int, Int)]) {
    let order = list.reduce(0) { max($0, $1.0, $1.1) } + 1
    let pairs = (0..<order).flatMap { a in (a + 1..<max(a + 1, order)).map { (a, $0) } }
    func degrees(_ set: Int) -> [Int] {
      var degree = [Int](repeating: 0, count: order)
      for (place, pair) in pairs.enumerated() where set >> place & 1 == 1 {
        degree[pair.0] += 1
        degree[pair.1] += 1
      }
      return degree
    }
    func set(_ ties: [(Int, Int)]) -> Int {
      ties.reduce(0) { set, tie in
        set | 1 << pairs.firstIndex { $0 == (min(tie.0, tie.1), max(tie.0, tie.1)) }!
      }
    }
    let own = degrees(set(list))
    let all = (0..<1 << pairs.count).filter { $0.nonzeroBitCount == list.count && degrees($0) == own }
    #expect(all.count > 1)
    let walk = TieWalk(list.map { SIMD2(UInt32($0.0), UInt32($0.1)) })
    var random = SplitMix(seed: 1, use: "test")
    var counts: [Int: Int] = [:]
    walk.draw(400 * all.count, at: Pace(apart: 12), &random) { _ in
      counts[set(walk.list.map { (Int($0.x), Int($0.y)) }), default: 0] += 1
    }
    #expect(Set(counts.keys).isSubset(of: all))
    #expect(surprise(Array(counts.values), kinds: all.count) < 5)
  }

  @Test(
    "Memberships",
    arguments: [
      [[0], [1, 2]], [[0, 1], [2]], [[0, 1], [1, 2, 3]], [[0, 1, 2], [3, 4], [0], [5]], [[0, 1], [2, 3]],
      [[0, 1], [0, 2], [3, 4], [0, 5, 1]],
    ])
  func memberships(lists: [[Int]]) {
    let order = lists.joined().max()! + 1
    func sizes(_ groups: [Int]) -> [Int] {
      (0..<order).map { member in groups.count { $0 >> member & 1 == 1 } }
    }
    let own = sizes(lists.map { $0.reduce(0) { $0 | 1 << $1 } })
    var all: [[Int]] = [[]]
    for list in lists {
      let groups = (0..<1 << order).filter { $0.nonzeroBitCount == list.count }
      all = all.flatMap { before in groups.map { before + [$0] } }
    }
    all = all.filter { sizes($0) == own }
    #expect(all.count > 1)
    let walk = MembershipWalk(
      IncidenceMatrix(
        groupCount: lists.count, memberCount: order,
        pairs: lists.enumerated().flatMap { group, list in list.map { (group: group, member: $0) } }))
    var random = SplitMix(seed: 2, use: "test")
    var counts: [[Int]: Int] = [:]
    walk.draw(400 * all.count, at: Pace(apart: 12), &random) { _ in
      counts[walk.lists.map { $0.reduce(0) { $0 | 1 << Int($1) } }, default: 0] += 1
    }
    #expect(Set(counts.keys).isSubset(of: Set(all)))
    #expect(surprise(Array(counts.values), kinds: all.count) < 5)
  }
}
