import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiCluster

@Suite("A plan that was written before")
struct PlanReviewTests {
  private static func written(_ plan: [PlanStep], of network: Network) -> [PastStep] {
    plan.map { step in
      PastStep(
        lines: step.remedies.map { "\($0.verb) \($0.code(in: network))" },
        gaps: step.closed.map(\.id).joined(separator: ";"))
    }
  }

  @Test("On the tables that it was made for all is open, and adds what it promised", arguments: PlanTests.networks)
  func untouched(name: String) throws {
    let network = try shipped(name)
    let analysis = try PlanTests.analysis(network)
    let plan = try analysis.plan(within: PlanLimits(steps: 5))
    let steps = Self.written(plan, of: network)
    let reviews = try analysis.review(of: steps)
    #expect(reviews.map(\.state) == plan.map { _ in .open }, "\(name)")
    #expect(reviews.map(\.left) == steps.map(\.lines))
    for (review, step) in zip(reviews, plan) {
      let (before, after) = (try #require(review.before), try #require(review.after))
      #expect(abs(before - step.before) < 1e-9 && abs(after - step.after) < 1e-9)
      #expect(review.achieved == nil)
    }
  }

  @Test(
    "On tables in which somebody has done all of it, all is done, and nothing is left", arguments: PlanTests.networks)
  func finished(name: String) throws {
    let network = try shipped(name)
    let plan = try PlanTests.analysis(network).plan(within: PlanLimits(steps: 5))
    let today = PlanTests.edited(network, with: plan.flatMap(\.remedies))
    let reviews = try PlanTests.analysis(today).review(of: Self.written(plan, of: network))
    #expect(reviews.allSatisfy { $0.state == .done && $0.left.isEmpty && $0.reason == nil }, "\(name): \(reviews)")
  }

  @Test("What has been done has brought what tables lack without it")
  func achieved() throws {
    let network = try shipped("consortium")
    let plan = try PlanTests.analysis(network).plan(within: PlanLimits(steps: 2))
    let today = PlanTests.edited(network, with: plan.flatMap(\.remedies))
    let reviews = try PlanTests.analysis(today).review(of: Self.written(plan, of: network))
    // Without the last step the tables are those with the first one, but for a newcomer who does nothing.
    #expect(abs(try #require(reviews.last?.achieved) - plan[1].gain) < 1e-9)
  }

  /// A chain of an enterprise and a college that stand apart, and what a plan had to say of it.
  private static func network() -> Network {
    var network = Network(
      actors: [("E1", "enterprise"), ("E2", "enterprise"), ("C1", "college")].map {
        Actor(id: $0.0, name: $0.0, kind: $0.1)
      })
    network.chains = [Chain(id: "c", name: "c")]
    network.chains[0].requires = ["enterprise", "college", "platform"]
    network.positions = (0..<3).map { Position(actor: $0, chain: 0) }
    network.ties = Ties([Tie(0, 1, kind: "joint_project")])
    return network
  }

  private static func review(
    _ network: Network, _ lines: [String], _ gaps: String = "", by deadline: String = "", after old: String? = nil
  ) throws -> StepReview {
    let step = PastStep(lines: lines, gaps: gaps, deadline: PartialDate(deadline), thereBefore: old)
    return try #require(PlanTests.analysis(network).review(of: [step]).first)
  }

  @Test("Who stood there before is no newcomer, nor is a part of it; where nobody can tell, none has come")
  func thereBefore() throws {
    var network = Self.network()
    let lines = ["place new:platform@c"]
    func stand(_ id: String, of parent: String? = nil) {
      var actor = Actor(id: id, name: id, kind: "platform")
      actor.parent = parent
      network.actors.append(actor)
      network.positions.append(Position(actor: network.actors.count - 1, chain: 0))
    }
    stand("P1;x")
    let untold = try Self.review(network, lines)
    #expect(untold.state == .open && untold.thereBefore == "P1;x")
    // Read once more by what the first reading said.
    #expect(try Self.review(network, lines, after: untold.thereBefore).state == .open)
    #expect(try Self.review(network, lines, after: "").state == .done)
    #expect(try Self.review(network, lines, after: "P0;P1;x;P2").state == .open)
    stand("P1 branch", of: "P1;x")
    #expect(try Self.review(network, lines, after: "P1;x").state == .open)
    stand("P9")
    let come = try Self.review(network, lines, after: "P1;x")
    #expect(come.state == .done && come.thereBefore == "P1;x")
    #expect(network.ids(ofKind: "platform", in: 0, knowing: 5) == ["P1;x", "P1 branch"])
  }

  @Test(
    "A step for a gap of the tables is not needed once that is gone, whatever its chain is called; one for a newcomer may be",
    arguments: [
      ("missing_kind:renew:platform", StepState.notNeeded), ("missing_kind:new:platform;x", StepState.notNeeded),
      ("single_provider:c:platform:new:platform:1", StepState.open),
      ("bridge_tie:c:E1--new:platform:2;x", StepState.open),
    ])
  func newcomers(gaps: String, state: StepState) throws {
    var network = Self.network()
    network.ties[0].period = Period(from: PartialDate("2024"))
    network.ties[0].outcome = .open
    #expect(try Self.review(network, ["add C1--E2"], gaps).state == state)
  }

  @Test("A capacity that has been raised by less than was planned is partly done, and has brought what it has")
  func capacity() throws {
    var network = Self.network()
    network.chains[0].demand = 100
    network.chains[0].capacity = 20
    let lines = ["set c capacity=60"]
    let before = PastStep.capacity(of: "c", is: 20)
    #expect(try Self.review(network, lines, after: before).state == .open)
    let none = try #require(try PlanTests.analysis(network).clusterIndex()?.value)
    network.chains[0].capacity = 40
    let half = try Self.review(network, lines, after: before)
    #expect(half.state == .partlyDone && half.left == lines)
    let now = try #require(try PlanTests.analysis(network).clusterIndex()?.value)
    #expect(abs(try #require(half.achieved) - (now - none)) < 1e-9 && now > none)
    // A plan that does not say from where it set out, or says it of another chain, cannot tell.
    #expect(try Self.review(network, lines).state == .open)
    #expect(try Self.review(network, lines, after: PastStep.capacity(of: "cc", is: 20)).state == .open)
    network.chains[0].capacity = 60
    let done = try Self.review(network, lines, after: "P1;" + before)
    #expect(done.state == .done && done.left.isEmpty && done.achieved != nil)
    #expect(try Self.review(network, lines).achieved == nil)
  }

  @Test("A newcomer who has met one of two is half of the step, and what is left is to meet the other")
  func partly() throws {
    var network = Self.network()
    let lines = ["place new:platform@c--E1--C1"]
    #expect(try Self.review(network, lines, "missing_kind:c:platform").state == .open)
    network.actors.append(Actor(id: "P9", name: "P9", kind: "platform"))
    network.positions.append(Position(actor: 3, chain: 0))
    network.ties.append(Tie(3, 0, kind: "joint_project"))
    let half = try Self.review(network, lines, "missing_kind:c:platform;x")
    #expect(half.left == ["add P9--C1"])
    #expect(try #require(half.achieved) > 0)
    network.ties.append(Tie(2, 3, kind: "joint_project"))
    #expect(try Self.review(network, lines, "missing_kind:c:platform").state == .done)
    // Who was there already came for nothing.
    #expect(try Self.review(network, lines, "single_provider:c:platform:P9").state != .done)
    // One newcomer came for one step.
    let twice = try PlanTests.analysis(network).review(
      of: [PastStep(lines: lines, gaps: "missing_kind:c:platform"), PastStep(lines: lines, gaps: "")])
    #expect(twice[0].state == .done && twice[1].state != .done)
  }

  @Test("Late goes by the deadline, no longer needed by the gap, no longer possible by who is there")
  func states() throws {
    var network = Self.network()
    let apart = try PlanTests.analysis(network).gaps().first { $0.kind == .isolatedActor && $0.subjects == [2] }
    let gap = try #require(apart).id
    network.ties[0].period = Period(from: PartialDate("2024"))
    network.ties[0].outcome = .open
    #expect(try Self.review(network, ["add C1--E2"], gap).state == .open)
    #expect(try Self.review(network, ["add C1--E2"], gap, by: "2023-12").state == .late)
    #expect(try Self.review(network, ["add C1--E2"], gap, by: "2024").state == .open)
    #expect(try Self.review(network, ["add C1--E2"], gap, by: "2025").state == .open)
    let gone = try Self.review(network, ["add C1--X7"], gap)
    #expect(gone.state == .notPossible && gone.reason?.en.contains("X7") == true && gone.left.isEmpty)
    var other = network
    other.ties.append(Tie(2, 0, kind: "joint_project"))
    #expect(try Self.review(other, ["add C1--E2"], gap).state == .notNeeded)
    // A tie that has ended, or is to begin, is none that runs.
    for period in [Period(to: PartialDate("2020")), Period(from: PartialDate("2030"))] {
      var past = network
      past.ties.append(Tie(2, 1, kind: "joint_project"))
      past.ties[1].period = period
      let now = PartialDate("2024")
      let analysis = Analysis(
        of: try NetworkGraph(
          of: {
            var it = past
            it.settled = past.assessment.asOf(now, during: Period())
            return it
          }()), asOf: now)
      #expect(try analysis.review(of: [PastStep(lines: ["add C1--E2"], gaps: "")]).first?.state == .open)
    }
    // More capacity than was asked for is done as well, less is not.
    network.chains[0].demand = 10
    network.chains[0].capacity = 6
    #expect(try Self.review(network, ["set c capacity=5"]).state == .done)
    #expect(try Self.review(network, ["set c capacity=7"]).state == .open)
  }

  @Test("A tie that was unsatisfactory, be it over or not, does not make a step done, and what it was is said")
  func unsatisfactory() throws {
    var network = Self.network()
    let apart = try PlanTests.analysis(network).gaps().first { $0.kind == .isolatedActor && $0.subjects == [2] }
    let gap = try #require(apart).id
    network.ties[0].outcome = .open
    network.ties.append(Tie(2, 1, kind: "joint_project"))
    network.ties[1].outcome = .open
    #expect(try Self.review(network, ["add C1--E2"], gap).state == .done)
    for end in [nil, PartialDate("2020")] {
      (network.ties[1].outcome, network.ties[1].period) = (.unsatisfactory, Period(to: end))
      let review = try Self.review(network, ["add C1--E2"], gap)
      #expect(review.state == .open && review.left == ["add C1--E2"])
      #expect(review.reason?.en == "C1 and E2: they worked together, without satisfaction.")
    }
    // What ended well was done, but for those who are to work together again.
    network.ties[1].outcome = .satisfactory
    let done = try Self.review(network, ["add C1--E2"], gap)
    #expect(done.state == .done && done.achieved.map { $0 > 0 } == true)
    network.ties[0].period = Period(from: PartialDate("2024"))
    #expect(try Self.review(network, ["add C1--E2"], gap).state == .done)
    #expect(try Self.review(network, ["add C1--E2"], "intermittent:C1--E2").state != .done)
    network.ties[1].outcome = .unsatisfactory
    // A second try that goes well is what was asked for.
    network.ties.append(Tie(1, 2, kind: "joint_project"))
    network.ties[2].outcome = .open
    #expect(try Self.review(network, ["add C1--E2"], gap).state == .done)
  }

  @Test("What is late may have been begun, and that is said; settled projects have brought what they would stall again")
  func lateInPart() throws {
    var network = Self.network()
    for (a, b) in [(0, 2), (1, 2)] { network.ties.append(Tie(a, b, kind: "joint_project")) }
    for row in 0..<3 {
      network.ties[row].chain = 0
      network.ties[row].period = Period(from: PartialDate("2024"))
      network.ties[row].outcome = .unsatisfactory
    }
    let lines = ["E1--C1", "E2--C1"].map { "set \($0) only=stalled chain=c outcome=satisfactory" }
    #expect(try Self.review(network, lines, by: "2023").state == .late)
    let before = try #require(try PlanTests.analysis(network).clusterIndex()?.value)
    network.ties[1].outcome = .satisfactory
    let now = try #require(try PlanTests.analysis(network).clusterIndex()?.value)
    let review = try Self.review(network, lines, by: "2023")
    #expect(review.state == .latePartlyDone && now > before)
    #expect(abs(try #require(review.achieved) - (now - before)) < 1e-9)
    #expect(try Self.review(network, lines, by: "2030").state == .partlyDone)
  }

  @Test(
    "Whoever has left the tables is named",
    arguments: [
      (["add X7--E1"], "“X7” is no longer in the tables."),
      (["add X7--X--8"], "“X7”, “X--8” are no longer in the tables."),
      (["place new:platform@c--E1--X7"], "“X7” is no longer in the tables."),
      (["place X7@c"], "“X7” is no longer in the tables."),
      (["add E1--E2", "set E1--X7 only=stalled chain=c outcome=satisfactory"], "“X7” is no longer in the tables."),
    ])
  func gone(lines: [String], reason: String) throws {
    let review = try Self.review(Self.network(), lines)
    #expect(review.state == .notPossible && review.reason?.en == reason)
    #expect(review.reason?.zh.contains("已不在表中") == true)
  }

  @Test("The lines of a plan tell its tasks again, in both languages", arguments: PlanTests.networks)
  func retold(name: String) throws {
    let network = try shipped(name)
    let analysis = try PlanTests.analysis(network)
    let plan = try analysis.plan(within: PlanLimits(steps: 5))
    for (step, written) in zip(plan, Self.written(plan, of: network)) {
      // A newcomer of steps before it is in no table.
      guard step.remedies.flatMap(\.actors).allSatisfy(network.actors.indices.contains) else { continue }
      #expect(analysis.task(written: written.lines, for: written.gaps) == analysis.task(of: step.remedies), "\(name)")
    }
    #expect(analysis.task(written: ["add nobody--none"], for: "") == nil)
  }
}
