import KesiMatrix
import KesiTestSupport
import Testing

@testable import KesiMeasures

@Suite("Null models")
struct NullModelTests {
  private func random(order: Int, ties: Int, seed: UInt64) -> AdjacencyMatrix {
    var random = SplitMix(seed: seed)
    var builder = MatrixBuilder(order: order, isSymmetric: true, isWeighted: false)
    for _ in 0..<ties {
      // Unequal degrees: low vertices are drawn more often.
      builder.add(UInt32(min(random.below(order), random.below(order))), UInt32(random.below(order)))
    }
    return builder.build()
  }

  @Test("All networks of given degrees are drawn alike: six vertices, a ring's ways to close")
  func uniform() throws {
    // Two-regular networks on six labeled vertices: 60 hexagons and 10 pairs of triangles.
    var builder = MatrixBuilder(order: 6, isSymmetric: true, isWeighted: false)
    for vertex in 0..<6 { builder.add(UInt32(vertex), UInt32((vertex + 1) % 6)) }
    let null = try groupTieNull(
      of: builder.build(), groups: [[0, 1, 2], [3, 4, 5]], draws: 40_000, seed: 5, on: Parallel(threads: 2))
    // By symmetry each of 15 pairs holds a tie in 6 of 15 draws; three pairs lie inside each group.
    #expect(abs(null.inside[0].expected - 1.2) < 0.02)
    #expect(abs(null.between(0, 1).expected - 3.6) < 0.03)
    // Counted out: none inside {0, 1, 2} in 6 of the 70.
    #expect(abs(null.inside[0].chanceOfNone - 6.0 / 70) < 0.01)
  }

  @Test("Threads do not matter, seeds do")
  func threads() throws {
    let matrix = random(order: 80, ties: 300, seed: 2)
    let groups = [Array(0..<20), Array(10..<40), Array(40..<80)]
    func means(_ threads: Int, _ seed: UInt64) throws -> [Double] {
      let null = try groupTieNull(of: matrix, groups: groups, draws: 200, seed: seed, on: Parallel(threads: threads))
      return null.inside.map(\.expected) + [null.between(0, 2).expected, null.between(2, 1).expected]
    }
    #expect(try means(1, 1) == means(2, 1))
    #expect(try means(1, 1) == means(7, 1))
    #expect(try means(1, 1) != means(1, 2))
  }

  @Test("On networks drawn from the null itself, p below 5 % comes up in 5 % of them")
  func falsePositives() throws {
    // Groups that know nothing of the ties: each is as extreme as any other.
    let matrix = random(order: 120, ties: 700, seed: 9)
    var random = SplitMix(seed: 77)
    var hits = 0
    var looked = 0
    for _ in 0..<40 {
      let vertices = Array(0..<120).shuffled(using: &random)
      let groups = (0..<6).map { Array(vertices[$0 * 20..<($0 + 1) * 20]) }
      let null = try groupTieNull(of: matrix, groups: groups, draws: 200, on: Parallel(threads: 2))
      for a in 0..<6 {
        for b in 0..<a {
          looked += 1
          if null.between(a, b).lowerTail < 0.05 { hits += 1 }
        }
      }
    }
    // Counts are whole numbers, so the test is a little on the safe side.
    let rate = Double(hits) / Double(looked)
    #expect(rate > 0.02 && rate < 0.065, "\(rate)")
  }

  @Test(
    "All memberships of given margins are drawn alike: two pairs out of four, and a case with members in two groups")
  func membershipsUniform() throws {
    func null(_ lists: [[Int]], members: Int, groups: [[Int]]) throws -> GroupTieNull {
      let pairs = lists.enumerated().flatMap { group, list in list.map { (group: group, member: $0) } }
      return try groupTieNull(
        of: IncidenceMatrix(groupCount: lists.count, memberCount: members, pairs: pairs), groups: groups,
        draws: 40_000, seed: 3, on: Parallel(threads: 2))
    }
    // Four members, two groups of two: of the six ways two put 0 with 1.
    let split = try null([[0, 1], [2, 3]], members: 4, groups: [[0, 1], [2, 3]])
    #expect(split.inside[0].observed == 1 && split.between(0, 1).observed == 0)
    #expect(abs(split.inside[0].expected - 1.0 / 3) < 0.01)
    #expect(abs(split.between(0, 1).expected - 4.0 / 3) < 0.02)
    // Member 0 is in two of three groups of two, 1 … 4 in one: counted out by trying all.
    let lists = [[0, 1], [0, 2], [3, 4]]
    var (ways, tied) = (0, 0)
    for set in 0..<1024 {
      let groups = [[0, 1], [0, 2], [0, 3], [0, 4], [1, 2], [1, 3], [1, 4], [2, 3], [2, 4], [3, 4]]
      let (a, b, c) = (set % 10, set / 10 % 10, set / 100)
      guard c < 10 else { continue }
      let chosen = [groups[a], groups[b], groups[c]]
      guard (0..<5).allSatisfy({ m in chosen.count { $0.contains(m) } == (m == 0 ? 2 : 1) }) else { continue }
      ways += 1
      if chosen.contains([0, 1]) { tied += 1 }
    }
    let found = try null(lists, members: 5, groups: [[0, 1]]).inside[0]
    #expect(abs(found.expected - Double(tied) / Double(ways)) < 0.01)
  }

  @Test("Memberships: threads do not matter; chance finds nothing in groups that know nothing of it")
  func membershipChance() throws {
    var random = SplitMix(seed: 21)
    let pairs = (0..<40).flatMap { group in
      (0..<2 + random.below(6)).map { _ in (group: group, member: random.below(60)) }
    }
    let incidence = IncidenceMatrix(groupCount: 40, memberCount: 60, pairs: pairs)
    var (hits, looked) = (0, 0)
    for _ in 0..<40 {
      let members = Array(0..<60).shuffled(using: &random)
      let groups = (0..<4).map { Array(members[$0 * 15..<($0 + 1) * 15]) }
      let null = try groupTieNull(of: incidence, groups: groups, draws: 200, on: Parallel(threads: 2))
      if looked == 0 {
        let again = try groupTieNull(of: incidence, groups: groups, draws: 200, on: Parallel(threads: 5))
        #expect(again.inside.map(\.expected) == null.inside.map(\.expected))
      }
      // What was counted at the outset is what the projection holds.
      let matrix = try incidence.projected(.binary)
      let inside = matrix.withRows { rows in groups[0].reduce(0) { $0 + rows[$1].count { groups[0].contains(Int($0)) } }
      }
      #expect(null.inside[0].observed == inside / 2)
      for a in 0..<4 {
        for b in 0..<a {
          looked += 1
          if null.between(a, b).lowerTail < 0.05 { hits += 1 }
        }
      }
    }
    let rate = Double(hits) / Double(looked)
    #expect(rate < 0.08, "\(rate)")
  }
}
