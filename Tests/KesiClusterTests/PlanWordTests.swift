import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiCluster

@Suite("Who leads a step, and what it says")
struct PlanWordTests {
  private func chain(_ levels: [Level?]) -> Network {
    var network = network(levels.count, (1..<levels.count).map { ($0 - 1, $0) })
    network.chains = [Chain(id: "c", name: "C")]
    network.positions = levels.indices.map { actor in
      var position = Position(actor: actor, chain: 0)
      position.level = levels[actor]
      return position
    }
    return network
  }

  @Test("Who leads is a party, the chain's leader, the one who stands highest, or the one government; else nobody")
  func lead() throws {
    var network = chain([nil, .national, .municipal, nil])
    func lead(_ planClass: PlanClass = .strengthen, among actors: [Int] = [0, 2]) throws -> Int? {
      try analysis(network).lead(of: planClass, chain: 0, among: actors)
    }
    #expect(try lead() == 1)
    network.positions[2].level = .national
    #expect(try lead() == nil)
    network.positions[3].role = .leader
    #expect(try lead() == 3)
    // The leader of a consortium in which nobody concerned is does not lead what others do.
    network.actors.append(Actor(id: "far", name: "Far", kind: "enterprise"))
    network.consortia = [Consortium(id: "k", name: "K")]
    network.consortia[0].leader = 4
    #expect(try lead() == 3)
    network.members = [Membership(consortium: 0, actor: 2)]
    #expect(try lead() == 4)
    network.positions[3].role = nil
    network.actors.append(Actor(id: "gov", name: "Gov", kind: "government"))
    #expect(try lead(.fill) == 5)
    // A park is an authority as well, after governments.
    var others = network
    others.actors[5].kind = "park"
    #expect(try analysis(others).lead(of: .fill, chain: 0, among: [0, 2]) == 5)
    others.actors[5].kind = "enterprise"
    others.positions[2].level = nil
    #expect(try analysis(others).lead(of: .fill, chain: 0, among: [0, 2]) == 1)
    // A newcomer is brought in by whom it is to work with first.
    #expect(try analysis(others).lead(of: .fill, chain: 0, among: [0, 2], bringingIn: "college") == 0)
    network.actors.append(Actor(id: "gov2", name: "Gov 2", kind: "government"))
    #expect(try lead(.fill) == nil)
  }

  @Test("Where projects have stalled the first action names all of them, and those named most come first")
  func stalled() throws {
    // 0 is part of all that is stuck but one pair.
    var network = chain([nil, nil, nil, nil, nil, nil])
    network.ties = Ties(
      [(4, 5), (0, 3), (0, 2), (0, 1)].map { a, b in
        var tie = Tie(a, b)
        (tie.chain, tie.outcome) = (0, .unsatisfactory)
        return tie
      })
    let gap = try #require(try analysis(network).gaps().first { $0.kind == .stalled })
    let remedies = gap.remedies
    #expect(remedies.first == .settlement(0, 1, chain: 0) && remedies.count == 3)
    #expect(remedies.allSatisfy { $0.actors.contains(0) })
    let step = try #require(try analysis(network).plan(within: PlanLimits()).first { $0.gap.kind == .stalled })
    let action = try analysis(network).firstAction(of: step)
    for actor in Set(step.remedies.flatMap(\.actors)) {
      #expect(action.en.contains(network.actors[actor].name), "\(action.en)")
    }
  }

  @Test("What has stalled in most chains is said once of the network, before each")
  func wholeNetwork() throws {
    var network = KesiClusterTests.network(9, [])
    network.chains = (0..<3).map { Chain(id: "c\($0)", name: "C\($0)") }
    network.ties = Ties(
      (0..<9).map { number in
        var tie = Tie(number, (number + 1) % 9)
        (tie.chain, tie.outcome) = (number / 3, number / 3 == 2 ? .satisfactory : .unsatisfactory)
        return tie
      })
    var stalled: [Gap] { get throws { try analysis(network).gaps().filter { $0.kind == .stalled } } }
    let whole = try #require(try stalled.first { $0.id == "stalled:network" })
    #expect(try stalled.count == 3 && whole.chain == nil && whole.remedies.isEmpty)
    #expect(abs(whole.severity - 6.0 / 9) < 1e-12)
    #expect(whole.explanation.en.contains("In 2 of 3 chains") && whole.explanation.en.contains("6 of 9 projects"))
    for row in 3..<6 { network.ties[row].outcome = .satisfactory }
    #expect(try stalled.map(\.chain) == [0])
  }

  @Test("What is not looked for, and what has nothing to be found in, is said")
  func unsought() throws {
    let bare = try #require(try analysis(KesiClusterTests.network(4, [(0, 1), (1, 2), (2, 3)])).unsoughtNote)
    for label in ["missing kind", "single provider", "thin chain", "structural hole", "broken stage", "stalled"] {
      #expect(bare.en.contains(label), "\(label): \(bare.en)")
    }
    #expect(!bare.en.contains("bridge tie"))
    // Suzhou states no demand, and all else.
    let stated = try #require(try analysis(shipped("suzhou")).unsoughtNote)
    #expect(
      stated.en.contains("capacity short") && !stated.en.contains("missing kind") && !stated.en.contains("stalled"))
  }

  @Test("Where ties are not assessed, none is a risk")
  func risk() throws {
    var network = try shipped("suzhou")
    network.profile.assess = [.levels]
    let risks = try analysis(network).risks().risks
    #expect(!risks.isEmpty && risks.allSatisfy { if case .actor = $0.subject { true } else { false } })
  }

  @Test("A name that ends in a stop ends its sentence, and an ellipsis stays one")
  func stops() {
    #expect(
      "Connect A with Logistics inst.. Then go on.".withSingleStops == "Connect A with Logistics inst. Then go on.")
    #expect("with Logistics inst..".withSingleStops == "with Logistics inst.")
    #expect("and so on... Then ...".withSingleStops == "and so on... Then ...")
    #expect("../graphs".withSingleStops == "../graphs" && "".withSingleStops.isEmpty)
  }

  @Test("No sentence of a plan has two stops in a row, nor an option of a command", arguments: PlanTests.networks)
  func sentences(name: String) throws {
    let network = try shipped(name)
    let own = try analysis(network)
    let plan = try own.plan(within: PlanLimits())
    let phrases =
      plan.flatMap { [own.task(of: $0), own.firstAction(of: $0), own.doneWhen($0), $0.problem(), $0.basis] }
      + (try own.leftOut(of: plan, within: PlanLimits()).map(own.sentence))
    for phrase in phrases {
      #expect(!phrase.en.contains("..") && !phrase.zh.contains("。。"), "\(phrase.en)")
      #expect(!phrase.en.contains("--") && !phrase.zh.contains("--"), "\(phrase.en)")
      #expect(!phrase.en.hasSuffix(" ") && !phrase.zh.hasSuffix(" "), "\(phrase.en)|")
    }
  }

  @Test(
    "A problem is told as it is when its step is taken, and after which step it is so; where its level changes, also as it is today",
    arguments: PlanTests.networks)
  func problems(name: String) throws {
    let network = try shipped(name)
    let own = try analysis(network)
    let today = try own.gaps()
    let plan = try own.plan(within: PlanLimits())
    for (number, step) in plan.enumerated() {
      let then = ClusterTrial(own)
      let before = today.first { $0.id == step.gap.id }
      let problem = step.problem()
      #expect((before == nil) == (step.gapOfToday == nil))
      guard let change = step.changedBy else {
        #expect(problem.en == (before ?? step.gap).explanation.en)
        continue
      }
      #expect((1...number).contains(change))
      let isOfParts = [GapKind.cutActor, .bridgeTie, .detachedGroup].contains(step.gap.kind)
      if let before, before.level == step.gap.level, !isOfParts || before.severity == step.gap.severity {
        #expect(problem.en == before.explanation.en)
        continue
      } else if let before, before.level != step.gap.level, step.gap.kind != .stalled {
        #expect(problem.en.hasPrefix(before.explanation.en) && problem.zh.hasPrefix(before.explanation.zh))
      } else {
        #expect(problem.en.hasPrefix("After step") && problem.zh.hasPrefix("第 "))
      }
      #expect(problem.en.contains("After step \(change): \(step.gap.explanation.en)"))
      #expect(step.problem(countedFrom: 4).zh.contains("第 \(change + 4) 步之后：\(step.gap.explanation.zh)"))
      // It is so from that step on, and was not before.
      func told(after count: Int) throws -> String? {
        try then.analysis(with: plan.prefix(count).flatMap(\.remedies)).gaps(.quick).first { $0.id == step.gap.id }?
          .explanation.en
      }
      #expect(try told(after: change) == step.gap.explanation.en && told(after: change - 1) != step.gap.explanation.en)
    }
  }

  @Test("What is decided before the plan is told apart from what stands in the tables")
  func decidedBefore() throws {
    var network = try shipped("suzhou")
    network.settled = network.assessment
    let today = try analysis(network).gaps()
    var limits = PlanLimits(steps: 20, ties: 30, positions: 20, perActor: 20)
    limits.today = today
    limits.actors = network.actors.count
    var parser = ScenarioParser(network: network)
    try parser.add("UNI-B--ROB-B")
    let decided = parser.scenario.applied(to: network).network
    let own = try analysis(decided)
    let then = try own.gaps()
    for step in try own.plan(within: limits) where step.changedBy == 0 {
      #expect(then.contains { $0.id == step.gap.id && $0.explanation.en == step.gap.explanation.en })
    }
    let changed = then.filter { now in today.contains { $0.id == now.id && $0.level != now.level } }
    #expect(!changed.isEmpty)
    for gap in changed where gap.kind != .stalled {
      let before = today.first { $0.id == gap.id }
      let step = PlanStep(
        gap: gap, closed: [gap], remedies: [], planClass: .connect, chain: gap.chain, lead: nil, partners: [],
        providers: [], before: 1, after: 2, gapOfToday: before, changedBy: 0, opened: [], plausibility: nil, cost: nil,
        basis: Phrase("", zh: ""), caution: nil)
      #expect(step.problem().en.hasSuffix("Once what is decided is done: \(gap.explanation.en)"))
      #expect(step.problem().zh.contains("此前已定的措施完成后：\(gap.explanation.zh)"))
    }
  }

  @Test(
    "Two sides that stand apart are joined by an official who knows both, though he knows neither of those who are to meet"
  )
  func broker() throws {
    var network = chain([nil, nil])
    network.actors += [
      Actor(id: "gov", name: "Gov", kind: "government"), Actor(id: "gov2", name: "Gov 2", kind: "government"),
    ]
    let own = try analysis(network)
    #expect(own.lead(of: .connect, chain: nil, among: [0, 1]) == nil)
    #expect(own.lead(of: .connect, chain: nil, among: [0, 1], between: [1, 3]) == 3)
    #expect(own.lead(of: .connect, chain: nil, among: [0, 1], between: [1]) == nil)
  }
}
