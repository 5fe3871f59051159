import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiCluster

@Suite("Who has to settle what it has begun")
struct UnsettledTests {
  /// Four actors; the outcomes of the first with the others, of weights 1, 2, 3.
  private func unsettled(_ outcomes: Outcome?...) throws -> [Int: Remedy] {
    var network = network(4, [])
    for (place, outcome) in outcomes.enumerated() {
      var tie = Tie(0, place + 1)
      (tie.weight, tie.outcome) = (Double(place + 1), outcome)
      network.ties.append(tie)
    }
    return try analysis(network).unsettled()
  }

  @Test("Two projects that came to nothing and none that satisfied: the strongest of them is settled first")
  func outcomes() throws {
    #expect(try unsettled(.unsatisfactory, .unsatisfactory) == [0: .settlement(0, 2, chain: nil)])
    #expect(try unsettled(.unsatisfactory, .unsatisfactory, .open) == [0: .settlement(0, 2, chain: nil)])
    #expect(try unsettled(.unsatisfactory, .unsatisfactory, nil) == [0: .settlement(0, 2, chain: nil)])
    #expect(try unsettled(.unsatisfactory).isEmpty)
    #expect(try unsettled(.unsatisfactory, .unsatisfactory, .satisfactory).isEmpty)
    #expect(try unsettled(.open, nil, .satisfactory).isEmpty)
  }

  @Test(
    "No step ties whom nobody was satisfied with to anybody new, but that it settles that first",
    arguments: PlanTests.networks)
  func plans(name: String) throws {
    let network = try shipped(name)
    let analysis = try PlanTests.analysis(network)
    let trial = ClusterTrial(analysis)
    let failed = Set(analysis.unsettled().keys)
    var (taken, owed): ([Remedy], Int) = ([], 0)
    for step in try analysis.plan(within: PlanLimits()) {
      let unsettled = try trial.analysis(with: taken).unsettled()
      let settled = step.remedies.flatMap { remedy -> [Int] in
        if case .settlement(let a, let b, _) = remedy { [a, b] } else { [] }
      }
      for actor in step.remedies.filter(\.isNewTie).flatMap(\.actors) where unsettled[actor] != nil {
        owed += 1
        #expect(settled.contains(actor), "\(network.actors[actor].id)")
      }
      taken += step.remedies
      // One new partner at a time.
      let ends = step.remedies.filter(\.isNewTie).flatMap(\.actors).filter { failed.contains($0) }
      #expect(Set(ends).count == ends.count)
    }
    // In these two, plans reach out to such actors.
    #expect(owed > 0 || !["suzhou", "consortium"].contains(name))
  }
}
