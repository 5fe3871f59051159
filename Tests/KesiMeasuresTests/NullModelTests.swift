import KesiMatrix
import KesiTestSupport
import Synchronization
import Testing

@testable import KesiMeasures

@Suite("Null models")
struct NullModelTests {
  private func random(order: Int, ties: Int, seed: UInt64) -> AdjacencyMatrix {
    var random = SplitMix(seed: seed, use: "test")
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
    var random = SplitMix(seed: 77, use: "test")
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
    var random = SplitMix(seed: 21, use: "test")
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

  /// Distinct ties between any two, and what draws of it are asked about.
  private func sparse(order: Int, ties: Int) -> AdjacencyMatrix {
    var random = SplitMix(seed: 11, use: "test")
    var builder = MatrixBuilder(order: order, isSymmetric: true, isWeighted: false)
    for _ in 0..<ties { builder.add(UInt32(random.below(order)), UInt32(random.below(order))) }
    return builder.build()
  }

  /// How much more the means of draws spread over seeds than those of as many independent draws would, over all counts.
  private func ratioOfSpreads(groups: Int, seeds: Int, _ draw: (UInt64) throws -> GroupTieNull) rethrows -> Double {
    let nulls = try (1...seeds).map { try draw(UInt64($0)) }
    var (found, independent) = (0.0, 0.0)
    for a in 0..<groups {
      for b in 0...a {
        let counts = nulls.map { a == b ? $0.inside[a] : $0.between(a, b) }
        let sum = counts.reduce(0.0) { $0 + $1.expected }
        for count in counts {
          let off = count.expected - sum / Double(seeds)
          found += off * off / Double(seeds - 1)
          independent += count.deviation * count.deviation / Double(nulls[0].draws) / Double(seeds)
        }
      }
    }
    return (found / independent).squareRoot()
  }

  // So many seeds leave ± 0.03. Where a third of the draws told nothing new it would be √(3/2) = 1.22.
  @Test("Means of draws spread no more than those of independent draws: ties, at thousands of vertices and dense ones")
  func independentTies() throws {
    let thousands = sparse(order: 2_500, ties: 6_000)
    let zones = (0..<3).map { zone in (0..<2_500).filter { $0 % 3 == zone } }
    #expect(
      try ratioOfSpreads(groups: 3, seeds: 200) {
        try groupTieNull(of: thousands, groups: zones, draws: 64, seed: $0, on: Parallel(threads: 2))
      } < 1.1)
    let dense = random(order: 39, ties: 300, seed: 3)
    let parts = (0..<4).map { part in (0..<39).filter { $0 % 4 == part } }
    #expect(
      try ratioOfSpreads(groups: 4, seeds: 300) {
        try groupTieNull(of: dense, groups: parts, draws: 64, seed: $0, on: Parallel(threads: 2))
      } < 1.1)
  }

  @Test("The same for memberships: 2,000 actors in 400 consortia")
  func independentMemberships() throws {
    var random = SplitMix(seed: 5, use: "test")
    let pairs = (0..<400).flatMap { group in
      (0..<2 + random.below(7)).map { _ in (group: group, member: random.below(2_000)) }
    }
    let incidence = IncidenceMatrix(groupCount: 400, memberCount: 2_000, pairs: pairs)
    let zones = (0..<3).map { zone in (0..<2_000).filter { $0 % 3 == zone } }
    #expect(
      try ratioOfSpreads(groups: 3, seeds: 300) {
        try groupTieNull(of: incidence, groups: zones, draws: 64, seed: $0, on: Parallel(threads: 2))
      } < 1.1)
  }

  @Test("Two chains on a sparse network of 2,000 actors share no more ties than two random networks do")
  func chainsApart() {
    let list = ties(of: sparse(order: 2_000, ties: 3_000))
    func drawn(_ seed: UInt64, _ chain: Int) -> Set<SIMD2<UInt32>> {
      var random = SplitMix(seed: seed, use: "swaps", stream: chain)
      let walk = TieWalk(list)
      walk.draw(1, at: walk.settle(most: 400, &random), &random) { _ in }
      return Set(walk.list.map { SIMD2(min($0.x, $0.y), max($0.x, $0.y)) })
    }
    let chains = (0..<8).map { drawn(1, $0) }
    let others = (0..<8).map { drawn(UInt64(100 + $0), 0) }
    func shared(_ networks: [Set<SIMD2<UInt32>>]) -> Int {
      var sum = 0
      for a in networks.indices {
        for b in 0..<a { sum += networks[a].intersection(networks[b]).count }
      }
      return sum
    }
    // 28 pairs each; what is shared by chance is a few ties a pair (Poisson).
    let (own, chance) = (Double(shared(chains)), Double(shared(others)))
    #expect(own < chance + 5 * chance.squareRoot() + 5, "\(own) and \(chance)")
    #expect(own < 28 * 0.01 * Double(list.count))
    for chain in chains { #expect(chain.intersection(Set(list)).count < list.count / 100) }
  }

  @Test("Fewer networks are drawn where all would take longer than is allowed, the same for any number of threads")
  func bounded() throws {
    let matrix = sparse(order: 2_000, ties: 3_000)
    let groups = [Array(0..<1_000), Array(1_000..<2_000)]
    func null(_ seconds: Double, _ threads: Int) throws -> GroupTieNull {
      try groupTieNull(of: matrix, groups: groups, draws: 2_000, within: seconds, on: Parallel(threads: threads))
    }
    let (some, again, few) = (try null(0.2, 1), try null(0.2, 3), try null(0, 1))
    #expect(some.draws < some.wanted && some.wanted == 2_000)
    #expect(some.draws == again.draws && some.inside[0].expected == again.inside[0].expected)
    #expect(few.draws == 112)
  }

  @Test("Where degrees allow no other network, none is drawn, and that is said")
  func unmixed() throws {
    var builder = MatrixBuilder(order: 20_001, isSymmetric: true, isWeighted: false)
    for leaf in 1...20_000 { builder.add(0, UInt32(leaf)) }
    let star = builder.build()
    func null(_ draws: Int, within seconds: Double = .infinity) throws -> GroupTieNull {
      try groupTieNull(
        of: star, groups: [Array(0..<100), [5, 6]], draws: draws, within: seconds, on: Parallel(threads: 2))
    }
    for null in [try null(1_000), try null(1_000, within: 0)] {
      #expect(null.isOnlyOne && null.draws == 112 && null.wanted == 1_000)
      #expect(null.inside[0].expected == 99 && null.inside[0].deviation == 0 && null.inside[0].z == nil)
      #expect(null.inside[0].lowerTail == 1 && null.inside[0].upperTail == 1)
      #expect(null.inside[0].chanceOfNone == 0 && null.inside[1].chanceOfNone == 1 && null.between(0, 1).observed == 0)
    }
    #expect(try null(10).draws == 10)
    let club = IncidenceMatrix(groupCount: 1, memberCount: 9, pairs: (0..<9).map { (group: 0, member: $0) })
    let one = try groupTieNull(of: club, groups: [[0, 1, 2]], draws: 1_000, on: Parallel())
    #expect(one.isOnlyOne && one.draws == 112 && one.inside[0].expected == 3)
    let other = try groupTieNull(of: sparse(order: 200, ties: 400), groups: [[0]], draws: 16, on: Parallel())
    #expect(other.isMixed && !other.isOnlyOne && other.draws == 16)
  }

  @Test("A network is the only one of its degrees where listing all networks finds no other")
  func onlyNetworks() {
    let pairs = (0..<5).flatMap { a in (0..<a).map { ($0, a) } }
    func degrees(_ set: Int) -> [Int] {
      pairs.indices.reduce(into: [Int](repeating: 0, count: 5)) { degrees, pair in
        guard set >> pair & 1 == 1 else { return }
        degrees[pairs[pair].0] += 1
        degrees[pairs[pair].1] += 1
      }
    }
    let alike = Dictionary(grouping: 0..<1 << pairs.count, by: degrees)
    for set in 0..<1 << pairs.count {
      var builder = MatrixBuilder(order: 5, isSymmetric: true, isWeighted: false)
      for pair in pairs.indices where set >> pair & 1 == 1 {
        builder.add(UInt32(pairs[pair].0), UInt32(pairs[pair].1))
      }
      #expect(builder.build().isOnlyNetworkOfItsDegrees == (alike[degrees(set)]?.count == 1), "\(set)")
    }
  }

  @Test("Memberships are the only ones of their margins where listing all finds no others")
  func onlyMemberships() {
    let (groups, members) = (3, 4)
    func cells(_ set: Int) -> [(group: Int, member: Int)] {
      (0..<groups * members).filter { set >> $0 & 1 == 1 }.map { (group: $0 / members, member: $0 % members) }
    }
    func margins(_ set: Int) -> [Int] {
      cells(set).reduce(into: [Int](repeating: 0, count: groups + members)) { margins, cell in
        margins[cell.group] += 1
        margins[groups + cell.member] += 1
      }
    }
    let alike = Dictionary(grouping: 0..<1 << (groups * members), by: margins)
    for set in 0..<1 << (groups * members) {
      let incidence = IncidenceMatrix(groupCount: groups, memberCount: members, pairs: cells(set))
      #expect(incidence.isOnlyOneOfItsMargins == (alike[margins(set)]?.count == 1), "\(set)")
    }
  }

  @Test("No draws are refused, since nothing could be told from them")
  func noDraws() async {
    await #expect(processExitsWith: .failure) {
      let tie = MatrixBuilder(order: 2, isSymmetric: true, isWeighted: false)
      _ = try groupTieNull(of: tie.build(), groups: [[0], [1]], draws: 0, on: Parallel())
    }
  }

  @Test(
    "A tie is found in a few steps, whichever end is the hub, and after others were taken", arguments: [600, 5_000],
    [true, false])
  func steps(leaves: Int, areHubsFirst: Bool) {
    let hubs = areHubsFirst ? 0..<4 : leaves..<leaves + 4
    let first = areHubsFirst ? 4 : 0
    let list = hubs.flatMap { hub in (first..<first + leaves).map { (UInt32(hub), UInt32($0)) } }
    let set = TieSet(capacity: list.count)
    for (a, b) in list { set.insert(a, b) }
    func mean(_ ties: [(UInt32, UInt32)]) -> Double {
      Double(ties.reduce(0) { $0 + set.steps(to: $1.0, $1.1) }) / Double(ties.count)
    }
    // Of half-full tables with random homes: half a step (Knuth, The Art of Computer Programming 3, 6.4).
    #expect(mean(list) < 1)
    #expect(list.allSatisfy { set.contains($0.1, $0.0) })
    let (taken, left) = (list.indices.filter { $0 % 3 == 0 }, list.indices.filter { $0 % 3 != 0 })
    for index in taken { set.remove(list[index].0, list[index].1) }
    #expect(left.allSatisfy { set.contains(list[$0].0, list[$0].1) })
    #expect(!taken.contains { set.contains(list[$0].0, list[$0].1) })
    #expect(mean(left.map { list[$0] }) < 1)
  }

  @Test("Progress goes up to its total, also where fewer are drawn than asked for", arguments: [0.05, .infinity])
  func progress(seconds: Double) throws {
    let told = Mutex<[(Int, Int)]>([])
    let parallel = Parallel(threads: 1) { done, total in told.withLock { $0.append((done, total)) } }
    let matrix = sparse(order: 1_000, ties: 3_000)
    _ = try groupTieNull(of: matrix, groups: [Array(0..<500)], draws: 320, within: seconds, on: parallel)
    let steps = told.withLock { $0 }
    #expect(steps.first! == (0, 320) && steps.last! == (320, 320))
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.0 <= $1.0 && $1.1 == 320 })
  }

  @Test(
    "As many networks are drawn as are asked for, whatever the chains make of them", arguments: [100, 112, 200, 1_000])
  func drawsAskedFor(draws: Int) throws {
    let null = try groupTieNull(
      of: sparse(order: 40, ties: 80), groups: [[0, 1, 2]], draws: draws, on: Parallel(threads: 2))
    #expect(null.draws == draws && null.wanted == draws)
    // A chance is (1 + some) / (1 + draws).
    let chance = null.inside[0].lowerTail * Double(1 + draws)
    #expect((chance - chance.rounded()).magnitude < 1e-9)
  }

  @Test("What drawing is said to take grows with draws up to the limit, and is shared by threads")
  func estimate() {
    let matrix = sparse(order: 50_000, ties: 100_000)
    func seconds(_ draws: Int, within limit: Double = .infinity, _ threads: Int = 1) -> Double {
      GroupTieNull.estimatedSeconds(of: matrix, draws: draws, within: limit, on: Parallel(threads: threads))
    }
    #expect(seconds(20_000) > 1.8 * seconds(10_000))
    #expect(abs(seconds(1_000_000, within: 60) - 60) < 3)
    #expect(abs(seconds(1_000_000, within: 60, 4) - 15) < 1)
    #expect(seconds(160, within: 60) == seconds(160))
  }

  @Test("Memberships are said to take the longer to draw the larger the groups that each swap is held against")
  func estimateOfGroups() {
    func perRound(groups: Int) -> Double {
      let pairs = (0..<40_000).map { (group: $0 % groups, member: $0 / groups) }
      return IncidenceMatrix(groupCount: groups, memberCount: 40_000, pairs: pairs).drawCost.secondsPerRound
    }
    // 20,000 swaps a round, each of which looks at 8 places or at 40,000.
    #expect(perRound(groups: 2) > 10 * perRound(groups: 10_000))
    #expect(perRound(groups: 2) > 1.9 * perRound(groups: 4))
  }
}
