import KesiMatrix
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiCluster

@Suite("Who could work with whom")
struct PartnerTests {
  /// A path of five, nobody with chains: 0 – 1 – 2 – 3 – 4.
  static let path = [(0, 1), (1, 2), (2, 3), (3, 4)]

  private func score(_ network: Network, isFitted: Bool = true, threads: Int = 1) throws -> PartnerScore {
    try PartnerScore(
      Analysis(of: NetworkGraph(of: network), on: Parallel(threads: threads)), isFitted: isFitted)
  }

  /// A chain of three stages, with some actors at them.
  private func put(_ stages: [Int: String?], into network: inout Network) {
    if network.chains.isEmpty {
      network.chains = [Chain(id: "c", name: "C", stages: ["upstream", "midstream", "downstream"])]
    }
    network.positions += stages.sorted { $0.key < $1.key }.map { Position(actor: $0, chain: 0, stage: $1) }
  }

  /// Consortia of some members each, of two kinds and three zones, as a register has them.
  static func register(_ seed: UInt64, actors: Int = 120, consortia: Int = 60) -> Network {
    var random = SplitMix(seed: seed, use: "test")
    var network = Network()
    network.actors = (0..<actors).map { number in
      var actor = Actor(id: "\(number)", name: "Actor \(number)", kind: number % 3 == 0 ? "university" : "enterprise")
      actor.zone = "Z\(number % 5)"
      return actor
    }
    network.consortia = (0..<consortia).map { Consortium(id: "k\($0)", name: "K\($0)") }
    for consortium in 0..<consortia {
      // Half of the seats go to one zone.
      let zone = random.below(5)
      let members = (0..<3 + random.below(6)).map { _ in
        random.below(2) == 0 ? random.below(actors / 5) * 5 + zone : random.below(actors)
      }
      network.members += Set(members).sorted().map { Membership(consortium: consortium, actor: $0) }
    }
    return network
  }

  // MARK: - Plausibility

  @Test("By the fixed weights a pair comes to what its parts add up to by hand")
  func fixed() throws {
    var network = network(5, Self.path)
    let bare = try score(network)
    #expect(bare.fittedTies == nil && bare.weights == .fixed)
    #expect(abs(bare.plausibility(0, 2) - 0.6132106) < 1e-6)
    #expect(abs(bare.plausibility(2, 0) - 0.6132106) < 1e-6)
    put([0: "upstream", 2: "upstream", 4: nil], into: &network)
    network.actors[0].zone = "Z"
    network.actors[2].zone = "Z"
    network.actors[4].kind = "college"
    let placed = try score(network)
    #expect(abs(placed.plausibility(0, 2) - 0.9055804) < 1e-6)
    // The kind of one of five is judged by all: as far from its limit as before.
    #expect(abs(placed.plausibility(2, 4) - 0.8533133) < 1e-6)
    #expect(placed.plausibility(0, 0).isNaN)
  }

  @Test("What speaks for a pair raises its score, and what speaks against it lowers it")
  func monotone() throws {
    func value(_ change: (inout Network) -> Void) throws -> Double {
      var network = network(8, [(0, 1), (1, 2), (2, 3), (4, 5)])
      put([0: "upstream", 3: "downstream"], into: &network)
      for actor in network.actors.indices { network.actors[actor].zone = "Z\(actor)" }
      change(&network)
      return try score(network, isFitted: false).plausibility(0, 3)
    }
    let base = try value { _ in }
    let apart = try value { $0.positions = [] }
    let near = try value { $0.positions[1].stage = "midstream" }
    let same = try value { $0.positions[1].stage = "upstream" }
    #expect(apart < base && base < near && near < same)
    #expect(try value { $0.actors[3].zone = "Z0" } > base)
    #expect(try value { $0.actors[3].kind = "college" } > base)
    #expect(
      try value {
        $0.consortia = [Consortium(id: "k", name: "K")]
        $0.members = [Membership(consortium: 0, actor: 0), Membership(consortium: 0, actor: 3)]
      } > base)
    // A partner of both; the better the fewer others it has.
    let shared = try value { $0.ties.append(Tie(1, 3)) }
    let busier = try value {
      $0.ties.append(Tie(1, 3))
      $0.ties.append(Tie(1, 6))
    }
    #expect(shared > busier && busier > base)
    // Former ties: of a network that is looked at from 2020 on.
    func past(_ outcome: Outcome?) throws -> Double {
      var network = network(5, Self.path)
      var tie = Tie(0, 3)
      tie.period = Period(from: PartialDate("2010"), to: PartialDate("2012"))
      tie.outcome = outcome
      network.ties.append(tie)
      var selection = Selection()
      selection.period.from = PartialDate("2020")
      return try PartnerScore(analysis(network, selection)).plausibility(0, 3)
    }
    let none = try score(network(5, Self.path)).plausibility(0, 3)
    #expect(try past(.unsatisfactory) < none && none < past(nil) && past(nil) < past(.satisfactory))
  }

  @Test(
    "Who offers something else than the other asks for is no supplier of it, and no nearer for being of another kind")
  func odds() throws {
    let park = try shipped("park")
    func pair(_ some: String, _ other: String) throws -> (Int, Int) {
      (try park.actor(called: some), try park.actor(called: other))
    }
    func change(_ change: (inout Network) -> Void) throws -> PartnerScore {
      var network = park
      change(&network)
      return try score(network)
    }
    let told = try score(park)
    let silent = try change { $0.supplies = [] }
    // It teaches mining; the one firm asks for that, the other for the care of machines.
    let (college, miner) = try pair("CA", "COAL2")
    let (_, mechanic) = try pair("CA", "COAL3")
    #expect(told.ground(of: college, miner) == silent.ground(of: college, miner))
    // Each names the other, which makes them as near at hand as any who look like it.
    #expect(told.plausibility(college, miner) == max(0.5, silent.plausibility(college, miner)))
    #expect(told.plausibility(college, mechanic) < silent.plausibility(college, mechanic))
    #expect(silent.ground(of: college, mechanic) == .chain(0) && told.ground(of: college, mechanic) == .broker)
    let (before, now) = (silent.evidence(college, mechanic), told.evidence(college, mechanic))
    #expect(before.zh.contains("链上一供一需") && before.zh.contains("互补"))
    #expect(now.zh.contains("同在“煤炭”产业链，但供需内容不同") && !now.zh.contains("一供一需") && !now.zh.contains("互补"))
    #expect(now.en.contains("share the chain Coal, but not what one offers and the other asks for"))
    // Who says nothing of what it asks for may ask for just that; a part of what is asked for is that, too.
    let unstated = try change { network in network.demands.removeAll { $0.actor == mechanic } }
    #expect(unstated.ground(of: college, mechanic) == .chain(0))
    let whole = try change { network in
      for row in network.demands.indices where network.demands[row].actor == mechanic {
        network.demands[row].item = "operation"
      }
    }
    #expect(whole.ground(of: college, mechanic) == .chain(0))
    // Two parts of one thing go together in one chain, and not across chains.
    let (chemists, mine) = try pair("CD", "COAL1")
    #expect(told.areAtOdds(chemists, mine))
    let near = try change { network in
      for row in network.demands.indices where network.demands[row].actor == mine { network.demands[row].chain = 2 }
    }
    #expect(!near.areAtOdds(chemists, mine))
  }

  @Test("A tie that two have does not count for it, nor what came with it")
  func withoutItself() throws {
    var network = network(12, [])
    network.consortia = (0..<3).map { Consortium(id: "\($0)", name: "\($0)") }
    // All of one; 0, 1 and 2 of another, and 1 and 2 of a third.
    network.members =
      (0..<10).map { Membership(consortium: 0, actor: $0) } + (0..<3).map { Membership(consortium: 1, actor: $0) }
      + [1, 2, 10].map { Membership(consortium: 2, actor: $0) }
    let score = try score(network)
    // 0 and 9 share the first only: no partner of both is left.
    #expect(try #require(score.partnership(0, 9)).parts[.acquaintance] == 0)
    // Without the first two consortia 0 sits with nobody; 1 and 2 share all that they have.
    #expect(try #require(score.partnership(0, 1)).parts[.acquaintance] == 0)
    // 9 and 10 are not tied: 1 and 2 with ten partners each are partners of both.
    #expect(abs(score.partnership(9, 10)!.parts[.acquaintance] - 0.1823216) < 1e-6)
  }

  // MARK: - Admissibility

  @Test("Each condition keeps a pair out by itself")
  func objections() throws {
    // 0 and 3 stand at neighboring stages of a chain, tied to others each.
    func objection(_ change: (inout Network) -> Void) throws -> PartnerObjection? {
      var network = network(14, [(0, 1), (1, 2), (3, 4), (4, 5), (5, 2), (6, 7), (8, 9)])
      put([0: "upstream", 3: "midstream"], into: &network)
      for actor in network.actors.indices { network.actors[actor].zone = "Z" }
      change(&network)
      let score = try score(network)
      #expect(score.objection(to: 0, 3) == score.objection(to: 3, 0))
      #expect(score.best(for: 0, limit: .max).contains { $0.actors == (0, 3) } == (score.objection(to: 0, 3) == nil))
      return score.objection(to: 0, 3)
    }
    #expect(try objection { _ in } == nil)
    #expect(try objection { $0.positions[1].stage = "downstream" } == .unrelated)
    #expect(try objection { $0.positions[1].stage = nil } == nil)
    #expect(try objection { $0.positions.removeLast() } == .unrelated)
    // Supply and demand bring them together at any stages, and so does a partner of both.
    #expect(
      try objection {
        $0.positions[0].role = .provider
        $0.positions[1].role = .demander
        $0.positions[1].stage = "downstream"
      } == nil)
    #expect(
      try objection {
        $0.positions[1].stage = "downstream"
        $0.ties.append(Tie(1, 3))
      } == nil)
    #expect(try objection { $0.ties.append(Tie(0, 3)) } == .tied)
    #expect(try objection { $0.ties.append(Tie(0, 3, kind: "parent")) } == .sameHouse)
    #expect(
      try objection {
        var tie = Tie(0, 3)
        tie.outcome = .unsatisfactory
        $0.ties.append(tie)
      } == .renegotiate)
    // Three ties are as many as anyone has here.
    #expect(try objection { $0.ties.append(contentsOf: [Tie(0, 6), Tie(0, 8)]) } == .full(0, partners: 3))
    #expect(try objection { $0.ties.append(contentsOf: [Tie(3, 6), Tie(3, 8)]) } == .full(3, partners: 3))
    // With a chain in common it does not matter where somebody is; without, an outsider with one tie is left alone.
    #expect(try objection { $0.actors[0].zone = "elsewhere" } == nil)
    #expect(
      try objection {
        $0.ties.append(Tie(1, 3))
        $0.positions.removeLast()
        $0.actors[0].zone = "elsewhere"
      } == .remote(0))
  }

  @Test("Who carries most shortest paths is not given more to do")
  func overloaded() throws {
    // Four and three who all know 2 and each other on their side: not full with seven ties where others have eight.
    let (left, right) = ([0, 1, 24, 25], [3, 4, 26])
    func all(_ side: [Int]) -> [(Int, Int)] {
      side.enumerated().flatMap { place, a in side.dropFirst(place + 1).map { (a, $0) } } + side.map { (2, $0) }
    }
    var network = network(
      30, all(left) + all(right) + [5, 14, 16, 17].flatMap { center in (6..<14).map { (center, $0) } })
    put([2: "upstream", 15: "upstream"], into: &network)
    network.chains.append(Chain(id: "d", name: "D"))
    network.positions += (left + right + [2]).map { Position(actor: $0, chain: 1) }
    #expect(try score(network).objection(to: 2, 15) == .overloaded(2))
    network.positions = Array(network.positions.prefix(2))
    #expect(try score(network).objection(to: 2, 15) == nil)
  }

  @Test("A condition about what the network does not state is not asked")
  func unstated() throws {
    // Neither chains nor zones: any two that are not tied, not full.
    let bare = try score(network(6, Self.path))
    #expect(bare.objection(to: 0, 4) == nil && bare.ground(of: 0, 4) == .untold)
    #expect(bare.ground(of: 0, 2) == .broker && bare.objection(to: 0, 5) == nil)
    var placed = network(6, Self.path)
    put([0: nil, 1: nil], into: &placed)
    #expect(try score(placed).objection(to: 0, 4) == .unrelated)
    // In a part of a network it is the whole that counts.
    var selection = Selection()
    selection.kinds = ["college"]
    placed.actors[2].kind = "college"
    placed.actors[4].kind = "college"
    #expect(try analysis(placed, selection).partnerScore().ground(of: 2, 4) == .broker)
    #expect(try PartnerScore(analysis(placed, selection)).objection(to: 0, 4) == .notLookedAt)
  }

  @Test("What a kind carries: nine tenths of its actors have less, or of all where it has few, and three at least")
  func limits() {
    let kinds = [Int](repeating: 0, count: 20) + [1, 1]
    let works = Array(1...20) + [7, 30]
    // The 18th of the first twenty; of all 22 the 20th.
    #expect(PartnerTraits.limits(of: kinds, works) == [Int](repeating: 18, count: 20) + [19, 19])
    #expect(PartnerTraits.limits(of: [0, 0], [1, 2]) == [3, 3])
  }

  @Test("A hospital is not told to work with a maker of optical fiber, whatever the goal")
  func suzhou() throws {
    let network = try shipped("suzhou")
    let analysis = try analysis(network)
    let hospitals = network.actors.indices.filter { network.actors[$0].kind == "hospital" }
    let makers = network.actors.indices.filter { network.actors[$0].id.hasPrefix("FIB") }
    #expect(hospitals.count == 3 && makers.count == 3)
    let score = try analysis.partnerScore()
    for hospital in hospitals { for maker in makers { #expect(score.objection(to: hospital, maker) != nil) } }
    let goals = [SuggestionGoal.index(), .connectivity, .resilience, .algebraicConnectivity, .nearness]
    for goal in goals {
      for step in try analysis.suggestions(for: goal, within: SuggestionLimits(ties: 8)) {
        guard case .tie(let a, let b) = step.step else { continue }
        #expect(score.objection(to: a, b) == nil)
        let partnership = try #require(step.partnership)
        #expect(partnership.plausibility == score.plausibility(a, b))
        #expect(partnership.evidence.en.contains("share the chain") || partnership.evidence.en.contains("in common"))
        #expect(partnership.evidence.zh.contains("产业链") || partnership.evidence.zh.contains("共同伙伴"))
      }
    }
  }

  // MARK: - The best of many

  @Test("The best pairs are those that trying all finds, for any number of threads", arguments: [1, 2, 5])
  func best(threads: Int) throws {
    for source in ["register", "suzhou"] {
      let network = source == "suzhou" ? try shipped(source) : Self.register(4)
      let score = try score(network, threads: threads)
      #expect((score.fittedTies != nil) == (source == "register"))
      let single = try self.score(network)
      #expect(score.weights == single.weights)
      let actors = network.actors.indices
      var all = actors.flatMap { a in
        actors.dropFirst(a + 1).filter { score.objection(to: a, $0) == nil }.map { score.partnership(a, $0)! }
      }
      all.sort { $0.sum == $1.sum ? $0.actors < $1.actors : $0.sum > $1.sum }
      // Those that nothing brings together are not looked for.
      all = all.filter { score.ground(of: $0.actors.0, $0.actors.1) != .untold }
      #expect(all.count > 60)
      for limit in [1, 40, 100_000] {
        let found = try score.best(limit)
        #expect(found.map { [$0.actors.0, $0.actors.1] } == all.prefix(limit).map { [$0.actors.0, $0.actors.1] })
        #expect(found.map(\.sum) == all.prefix(limit).map(\.sum))
      }
      for actor in actors {
        let own = all.filter { $0.actors.0 == actor || $0.actors.1 == actor }
        #expect(score.best(for: actor, limit: 5).map(\.sum) == own.prefix(5).map(\.sum))
      }
      let even = try score.best(30) { a, b in a % 2 == 0 && b % 2 == 0 }
      #expect(even.allSatisfy { $0.actors.0 % 2 == 0 && $0.actors.1 % 2 == 0 })
    }
  }

  @Test("The most plausible of 2,000 actors are found at the same places by any number of threads")
  func threads() throws {
    let network = Self.register(9, actors: 2000, consortia: 900)
    let one = try score(network, threads: 1).best(500)
    for threads in [2, 5] {
      let other = try score(network, threads: threads).best(500)
      #expect(one.map(\.sum) == other.map(\.sum) && one.map(\.actors.0) == other.map(\.actors.0))
    }
  }

  // MARK: - The fit

  @Test("A fit finds the odds that ties were drawn by, and leaves what does not vary or is a choice")
  func fit() throws {
    func parts(_ zone: Double) -> PartnerParts {
      var parts = PartnerParts()
      parts[.zone] = zone
      parts[.load] = 0
      return parts
    }
    func pairs(_ inZone: Int, _ others: Int) -> [PartnerParts] {
      [PartnerParts](repeating: parts(1), count: inZone) + [PartnerParts](repeating: parts(0), count: others)
    }
    // Odds of 3 to 1 among ties and 1 to 3 among ten times as many pairs: ln 9, drawn a little toward the fixed weight.
    let found = try #require(PartnerFit.fitted(pairs(30_000, 10_000), pairs(100_000, 300_000)))
    #expect(abs(found.parts[.zone] - 2.1972246) < 0.01)
    // Half of the sum lies on either side of even odds.
    #expect(abs(found.base + found.parts[.zone] / 2) < 0.01)
    for part in PartnerPart.allCases where part != .zone {
      #expect(found.parts[part] == PartnerWeights.fixed.parts[part])
    }
    // Few ties say little.
    let few = try #require(PartnerFit.fitted(pairs(6, 2), pairs(5, 15)))
    #expect(few.parts[.zone] > 0.3 && few.parts[.zone] < 1)
  }

  @Test("From a hundred ties on weights are fitted; who shares a zone more often than chance counts more")
  func fitted() throws {
    let network = Self.register(4)
    let score = try score(network)
    #expect(try #require(score.fittedTies) >= 100)
    #expect(score.weights.parts[.zone] > PartnerWeights.fixed.parts[.zone])
    for part in PartnerWeights.held { #expect(score.weights.parts[part] == PartnerWeights.fixed.parts[part]) }
    #expect(score.weights.parts[.chain] == PartnerWeights.fixed.parts[.chain])
    #expect(try self.score(Self.register(4, actors: 40, consortia: 6)).fittedTies == nil)
  }
}
