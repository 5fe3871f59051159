import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiCluster

@Suite("Why a plan takes or leaves what it does")
struct PlanReasonTests {
  @Test(
    "Whoever is said to have a part in enough steps is one of those who would meet; what is said to rank lower does",
    arguments: PlanTests.networks)
  func reasons(name: String) throws {
    let network = try shipped(name)
    let analysis = try PlanTests.analysis(network)
    let score = try analysis.partnerScore()
    let limits = PlanLimits()
    let plan = try analysis.plan(within: limits)
    let last = try #require(plan.last)
    let before = plan.dropLast().flatMap(\.remedies)
    for one in try analysis.leftOut(of: plan, within: limits) where !one.remedies.isEmpty {
      let reason = one.reason.en
      if reason.contains("is to work with others in as many steps") {
        let names = one.remedies.flatMap(\.actors).map { analysis.name($0, .en) }
        #expect(names.contains { reason.contains("\($0) is to work with others in as many steps") }, "\(reason)")
      }
      let raises = one.remedies.contains { if case .capacity = $0 { true } else { false } }
      if reason.contains("others rank higher"), !raises, PlanTests.isSensible(one.remedies, score) {
        let index = try #require(try PlanTests.index(of: network, with: before + one.remedies).cluster)
        let plausible = try PlausibleEnds(analysis).plausibility(of: one.remedies) ?? 1
        #expect((index - last.before) * plausible <= last.gain * (last.plausibility ?? 1) + 1e-9, "\(reason)")
      }
      #expect(!one.isAfterDecided && analysis.sentence(of: one).en.contains(" today"))
    }
  }

  @Test(
    "A gap that no step closes is told as tables edited by the plan have it, and not at all where they have it no more",
    arguments: PlanTests.networks)
  func afterPlan(name: String) throws {
    let network = try shipped(name)
    let analysis = try PlanTests.analysis(network)
    let plan = try analysis.plan(within: PlanLimits())
    let then = try PlanTests.analysis(PlanTests.edited(network, with: plan.flatMap(\.remedies))).gaps()
    let (now, left) = (try analysis.gaps(), try analysis.leftOut(of: plan, within: PlanLimits()))
    for one in left where one.gain == nil {
      let after = try #require(then.first { $0.id == one.gap.id }, "\(one.gap.id)")
      let today = try #require(now.first { $0.id == one.gap.id })
      #expect(after[.observed] == one.gap[.observed])
      let sentence = analysis.sentence(of: one)
      if after[.observed] != today[.observed] {
        #expect(sentence.zh.hasPrefix("方案完成后：") && sentence.en.hasPrefix("Once the plan is carried out: "))
      }
    }
    // What needs more ties than a step may have is said to, and of what a step could do that it could not.
    for one in left where one.gain == nil && one.gap.kind == .structuralHole {
      #expect(one.gap.remedies.isEmpty && one.reason.zh == "所需新增合作超过一步措施的上限（3 条），须另立专项。")
    }
    for one in left where one.gain != nil { #expect(!one.reason.zh.contains("须另立专项"), "\(one.reason.zh)") }
    // A step of the plan joins these two chains.
    if name == "consortium" {
      #expect(left.contains { analysis.sentence(of: $0).zh.hasPrefix("方案完成后：智慧物流与机器人之间只有 1 条直接联系") })
    }
  }

  @Test("Who stands outside already does not come to do so by a newcomer who joins them", arguments: PlanTests.networks)
  func outsiders(name: String) throws {
    let network = try shipped(name)
    let analysis = try PlanTests.analysis(network)
    let known = 0..<network.actors.count
    func outside(_ gaps: [Gap]) -> [(actors: Set<Int>, level: GapLevel)] {
      gaps.filter { $0.kind == .detachedGroup || $0.kind == .isolatedActor }.map {
        (Set($0.subjects.filter(known.contains)), $0.level)
      }
    }
    let plan = try analysis.plan(within: PlanLimits())
    for number in plan.indices {
      let before = try PlanTests.analysis(PlanTests.edited(network, with: plan[..<number].flatMap(\.remedies))).gaps(
        .quick)
      // Only that this becomes graver is told.
      for now in outside(plan[number].opened) {
        let same = outside(before).filter { $0.actors == now.actors }
        #expect(same.allSatisfy { $0.level < now.level && now.level >= .high })
      }
    }
  }

  @Test("What rests on what is decided is not told as of today")
  func notToday() throws {
    let network = try shipped("suzhou")
    let analysis = try PlanTests.analysis(network)
    let step = try #require(try analysis.plan(within: PlanLimits(steps: 1)).first)
    let ahead = try PlanTests.analysis(PlanTests.edited(network, with: step.remedies))
    var limits = PlanLimits(steps: 1)
    limits.actors = network.actors.count
    limits.today = try analysis.gaps()
    // All that it may have is decided: nothing that is left out can be below a step of its own.
    limits.earlier.add(Scenario(adding: []))
    let left = try ahead.leftOut(of: [], within: limits).filter { $0.gain != nil }
    #expect(!left.isEmpty)
    for one in left {
      let sentence = ahead.sentence(of: one)
      #expect(sentence.en.contains("once what is decided is done") && !sentence.en.contains(" today"))
      #expect(sentence.zh.contains("此前已定的措施完成后") && !sentence.zh.contains("按现状"))
      #expect(!one.reason.en.contains("rank higher"))
    }
  }

  @Test(
    "Nobody who comes in is tied to whom the tables call overloaded, where others are there: in plans, gaps and suggestions",
    arguments: PlanTests.networks)
  func sparing(name: String) throws {
    let analysis = try PlanTests.analysis(shipped(name))
    let overloaded = Set(try analysis.gaps(of: [.overloadedBroker]).flatMap(\.subjects))
    func partners(_ remedies: [Remedy]) -> [Int] {
      remedies.flatMap { if case .position(_, _, _, let partners) = $0 { partners } else { [Int]() } }
    }
    let plan = try analysis.plan(within: PlanLimits())
    #expect(plan.flatMap { partners($0.remedies) }.allSatisfy { !overloaded.contains($0) })
    let left = try analysis.leftOut(of: plan, within: PlanLimits())
    #expect(left.flatMap { partners($0.remedies) }.allSatisfy { !overloaded.contains($0) })
    #expect(try analysis.gaps().flatMap { partners($0.remedies) }.allSatisfy { !overloaded.contains($0) })
    let suggested = try analysis.suggestions(for: .index(), within: SuggestionLimits(ties: 0, positions: 4)).map(\.step)
    #expect(!suggested.isEmpty && partners(suggested).allSatisfy { !overloaded.contains($0) })
    // These two have some, whom gaps name.
    #expect(["park", "consortium"].contains(name) == !overloaded.isEmpty)
  }

  @Test("Where nobody else is there, whoever comes in is tied to whom all runs through")
  func nobodyElse() throws {
    var network = Network(actors: (0..<7).map { Actor(id: "\($0)", name: "\($0)", kind: "enterprise") })
    network.chains = [
      Chain(id: "c", name: "c", requires: ["enterprise", "college"], stages: ["upstream", "midstream", "downstream"])
    ]
    network.positions = [Position(actor: 0, chain: 0, role: .leader)]
    network.positions[0].stage = "midstream"
    network.ties = Ties((1..<7).map { Tie(0, $0) })
    func hosts(_ network: Network) throws -> [[Int]] {
      let analysis = try PlanTests.analysis(network)
      let ends = try PlausibleEnds(analysis)
      #expect(ends.overloaded == [0])
      let ways = try analysis.gaps(of: .missingKind).flatMap {
        analysis.closings(of: $0, knowing: network.actors.count, sparing: ends.overloaded)
      }
      return ways.joined().compactMap { if case .position(_, _, _, let partners) = $0 { partners } else { nil } }
    }
    #expect(try hosts(network) == [[0]])
    var other = network
    other.positions.append(Position(actor: 1, chain: 0, role: .demander))
    other.positions[1].stage = "midstream"
    #expect(try hosts(other) == [[1, 0]])
    // An empty stage is linked by another of its neighbor's actors.
    let analysis = try PlanTests.analysis(other)
    let gap = try #require(try analysis.gaps(of: [.brokenStage]).first { !$0.remedies.isEmpty })
    #expect(
      gap.remedies.flatMap(\.actors) == [0]
        && analysis.remedies(of: gap, knowing: 7, sparing: [0]).flatMap(\.actors) == [1])
    #expect(analysis.remedies(of: gap, knowing: 7, sparing: [0, 1]) == gap.remedies)
  }
}
