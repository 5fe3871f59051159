import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiCluster

@Suite("How much a plan with a budget looks at")
struct PlanBoundTests {
  @Test("With many courses to go on with more of a budget still reaches no less, and any no less than nothing")
  func manyCourses() throws {
    // Costs that no two sums of which are the same, and many steps: more courses than are gone on with.
    var network = try shipped("consortium")
    for (name, cost) in zip(StepCosts.names, [3.17, 1.93, 1.01, 0.59]) {
      network.profile.stepCosts[keyPath: name.path] = cost
    }
    let analysis = try PlanTests.analysis(network)
    let base = try #require(analysis.clusterIndex()?.value)
    func reached(_ budget: Double?) throws -> Double {
      let limits = PlanLimits(steps: 14, ties: 20, positions: 8, perActor: 8, budget: budget)
      let plan = try analysis.plan(within: limits)
      #expect(plan.reduce(0) { $0 + ($1.cost ?? 0) } <= (budget ?? .infinity) * (1 + 1e-9))
      return plan.last?.after ?? base
    }
    let values = try [0.5, 0.6, 2, 4, 7, 11, 100].map { try reached($0) }
    #expect(zip(values, values.dropFirst()).allSatisfy { $1 >= $0 - 1e-9 }, "\(values)")
    #expect(try values[0] == base && values[6] >= reached(nil) - 1e-9)
  }
}
