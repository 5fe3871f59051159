import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiCluster

extension PlanStep {
  /// How many of a kind it brings in.
  fileprivate func number(of kind: String) -> Int {
    remedies.count { if case .position(kind, _, _, _) = $0 { true } else { false } }
  }
}

@Suite("Whom the steps of a plan put together, and who leads them")
struct PlanPartyTests {
  /// Actors by their kinds, all in one chain where positions are not given, with ties of two.
  private func network(_ kinds: [String], tied: [(Int, Int)], in chain: Bool = true) -> Network {
    var network = Network(actors: kinds.enumerated().map { Actor(id: "\($0)", name: "\($0)", kind: $1) })
    network.ties = Ties(tied.map { Tie($0.0, $0.1) })
    if chain {
      network.chains = [Chain(id: "c", name: "c")]
      network.positions = kinds.indices.map { Position(actor: $0, chain: 0) }
    }
    return network
  }

  @Test("Who guides, represents or funds others is no work to them: they are full by their other partners")
  func supporters() throws {
    let others = [(5, 6), (7, 8)]
    func isFull(_ kind: String) throws -> Bool {
      let kinds = ["enterprise"] + [String](repeating: kind, count: 3) + [String](repeating: "enterprise", count: 5)
      return try PartnerTraits(
        of: PlanTests.analysis(network(kinds, tied: [(0, 1), (0, 2), (0, 3)] + others, in: false))
      ).isFull[0]
    }
    #expect(try isFull("enterprise") && isFull("college"))
    for kind in ["government", "park", "association", "fund"] { #expect(try !isFull(kind), "\(kind)") }
  }

  @Test("A newcomer is not put between two whose last work did not satisfy, where another is there")
  func hosts() throws {
    var own = network(["enterprise", "university", "institute", "enterprise"], tied: [(0, 1), (0, 2), (0, 3)])
    own.chains[0].requires = ["enterprise", "university", "institute", "college"]
    own.positions[0].role = .leader
    func hosts(_ network: Network) throws -> [Int] {
      let analysis = try PlanTests.analysis(network)
      let gap = try #require(try analysis.gaps().first { $0.kind == .missingKind })
      let planned = analysis.closings(of: gap, knowing: 4).joined().flatMap(\.actors)
      // Gaps name the same.
      #expect(gap.remedies.flatMap(\.actors) == planned)
      return planned
    }
    #expect(try hosts(own) == [0, 1])
    own.ties[0].outcome = .unsatisfactory
    #expect(try hosts(own) == [0, 2])
    // Of another part of the chain rather than in between.
    var parted = own
    parted.ties = Ties([own.ties[0], Tie(2, 3)])
    #expect(try hosts(parted) == [0, 2])
    own.ties[1].outcome = .unsatisfactory
    own.ties[2].outcome = .unsatisfactory
    #expect(try hosts(own) == [0, 1])
  }

  @Test("An enterprise is tied to the college of another chain, for the kind alone, only where both are neighbors")
  func complements() throws {
    func pairs(_ kind: String = "college", zones: [String?]) throws -> [Remedy] {
      var own = network(["enterprise", "enterprise", kind, kind, "government"], tied: [], in: false)
      for place in 0..<4 { own.actors[place].zone = zones[place % 2] }
      own.chains = ["a", "b"].map { Chain(id: $0, name: $0) }
      own.chains[0].requires = ["enterprise", "college"]
      own.positions = [Position(actor: 0, chain: 0, role: .demander), Position(actor: 1, chain: 0, role: .demander)]
      own.positions += [Position(actor: 2, chain: 1), Position(actor: 3, chain: 1)]
      own.ties = [Tie(0, 1), Tie(2, 3)]
      let analysis = try PlanTests.analysis(own)
      let ends = try PlausibleEnds(analysis)
      let gap = Gap(
        .structuralHole, in: own, subjects: [4], chain: nil, concerned: [], severity: 1, evidence: [],
        explanation: Phrase("", zh: ""), remedies: [.tie(0, 2)])
      return ends.ways(of: gap.remedies, for: gap).flatMap(\.self)
    }
    #expect(try pairs(zones: ["z", "z"]).contains(.tie(0, 2)))
    #expect(try pairs(zones: [nil, nil]).isEmpty && pairs(zones: ["z", "y"]).allSatisfy { $0 != .tie(0, 3) })
    // Nobody of the chain needs a hospital.
    #expect(try pairs("hospital", zones: ["z", "z"]).isEmpty)
  }

  @Test(
    "Who leads where nobody governs: the first partner of a newcomer, the highest provider, no rival, a house for its part"
  )
  func leads() throws {
    var own = network(["enterprise", "college", "college", "platform", "college"], tied: [(0, 1)])
    own.chains.append(Chain(id: "d", name: "d"))
    own.positions.append(Position(actor: 2, chain: 1))
    func lead(
      _ network: Network, among actors: [Int] = [], bringing kind: String? = nil, providers: [Int] = [],
      between brokers: [Int] = [], unfit: Set<Int> = []
    ) throws -> Int? {
      try PlanTests.analysis(network).lead(
        of: .strengthen, chain: brokers.isEmpty ? 0 : nil, among: actors, bringingIn: kind, between: brokers,
        providers: providers, unfit: unfit)
    }
    #expect(try lead(own, among: [0, 1], bringing: "platform") == 0)
    #expect(try lead(own, among: [0, 1], bringing: "platform", unfit: [0]) == 1)
    // A college is brought in by none; of those who provide the one that serves most chains leads, a platform never.
    #expect(try lead(own, among: [1], bringing: "college", unfit: [0]) == nil)
    #expect(try lead(own, providers: [1, 2, 3]) == 2)
    #expect(try lead(own, providers: [3]) == nil)
    own.positions[4].level = .national
    #expect(try lead(own, providers: [1, 2, 3]) == 4)
    own.actors.append(Actor(id: "house", name: "house", kind: "college"))
    own.actors[4].parent = "house"
    #expect(try lead(own, providers: [1, 2, 3]) == 5)
    #expect(try lead(own, providers: [1, 2, 3], unfit: [5]) == 4)
    // No house brings in a rival of its own either.
    own.actors[0].parent = "house"
    #expect(try lead(own, among: [0, 1], bringing: "platform") == 5)
    #expect(try lead(own, among: [0], bringing: "college") == 0)
    #expect(try lead(own, among: [0, 3], between: [1]) == 1)
    #expect(try lead(own, among: [0, 3], between: [1], unfit: [1]) == nil)
  }

  @Test("What nobody offers yet is for whoever the plan brings in who could")
  func newcomer() throws {
    let network = try shipped("majors")
    let analysis = try PlanTests.analysis(network)
    let limits = PlanLimits()
    let plan = try analysis.plan(within: limits)
    let left = try analysis.leftOut(of: plan, within: limits)
    let unmet = try #require(left.first { $0.gap.kind == .unmetDemand && $0.remedies.isEmpty })
    #expect(
      plan.contains { step in
        step.chain == unmet.gap.chain
          && step.remedies.contains { if case .position("majors", _, _, _) = $0 { true } else { false } }
      })
    #expect(unmet.reason.zh == "先了解方案引入的专业群能否承担，不足部分再到网络之外寻找。")
    // A platform, which offers nothing here, comes into the same chain and is not named.
    let without = try analysis.leftOut(of: plan.filter { $0.number(of: "majors") == 0 }, within: limits)
    let other = try #require(without.first { $0.gap.id == unmet.gap.id })
    #expect(other.reason.zh.contains("须到网络之外寻找"))
    // Each says what it is against.
    for one in left where one.gain != nil { #expect(analysis.sentence(of: one).zh.contains("针对")) }
  }

  @Test(
    "A group that newcomers join outside is not told as closed, and what becomes grave is told",
    arguments: PlanTests.networks)
  func outcomes(name: String) throws {
    let network = try shipped(name)
    let analysis = try PlanTests.analysis(network)
    let trial = ClusterTrial(analysis)
    let plan = try analysis.plan(within: PlanLimits())
    var before = try analysis.gaps(.quick)
    for number in plan.indices {
      let step = plan[number]
      let now = try trial.analysis(with: plan[...number].flatMap(\.remedies)).gaps(.quick)
      for gap in step.closed.dropFirst() where gap.kind == .detachedGroup {
        let outside = Set(now.filter { $0.kind == .detachedGroup || $0.kind == .isolatedActor }.flatMap(\.subjects))
        #expect(!Set(gap.subjects.filter { $0 < network.actors.count }).isSubset(of: outside), "\(gap.id)")
      }
      for gap in now where gap.level >= .high {
        guard let earlier = before.first(where: { $0.id == gap.id }), earlier.level < gap.level else { continue }
        #expect(step.opened.contains { $0.id == gap.id }, "\(gap.id)")
      }
      before = now
    }
    if name == "majors" {
      // Two who stand outside become three, which is graver.
      #expect(plan[0].opened.contains { $0.kind == .detachedGroup && $0.level >= .high })
    }
  }

  @Test("Names with commas within are parted by semicolons")
  func commas() {
    #expect([1, 2].listed(most: 9, in: .en) { "\($0), a" } == "1, a; and 2, a")
    #expect([1, 2, 3].listed(most: 2, in: .en) { $0 == 1 ? "A, b" : "C" } == "A, b; C; and 1 more")
    #expect([1, 2].listed(most: 9, in: .en) { "\($0)" } == "1 and 2")
    #expect((1...2001).listed(most: 1, in: .en) { "\($0)" } == "1 and 2,000 more")
  }

  @Test("What else has stalled is for later, unless all of it is of the pairs that are settled")
  func rest() throws {
    // Twice the same two, and two others.
    func text(_ ties: [Tie]) throws -> String {
      var own = network(["enterprise", "college", "enterprise", "college"], tied: [])
      own.ties = Ties(ties)
      for row in own.ties.indices {
        own.ties[row].chain = 0
        own.ties[row].outcome = .unsatisfactory
      }
      let analysis = try PlanTests.analysis(own)
      let gap = try #require(try analysis.gaps().first { $0.kind == .stalled })
      let step = PlanStep(
        gap: gap, closed: [gap], remedies: [.settlement(0, 1, chain: 0)], planClass: .strengthen, chain: 0, lead: nil,
        partners: [], providers: [], before: 1, after: 2, gapOfToday: gap, changedBy: nil, opened: [],
        plausibility: nil,
        cost: nil, basis: Phrase("", zh: ""), caution: nil)
      return analysis.task(of: step).zh
    }
    #expect(try !text([Tie(0, 1), Tie(1, 0), Tie(0, 1, kind: "b")]).contains("其余"))
    #expect(try text([Tie(0, 1), Tie(1, 0), Tie(2, 3)]).contains("其余停滞项目随后处理。"))
  }
}
