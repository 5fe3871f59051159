import KesiCluster
import KesiNetwork
import Testing

@testable import KesiDrawing

@Suite("Steps of a plan on a map")
struct PlanMarkTests {
  @Test(
    "Ties and actors bear the numbers of their steps, counted on where the plan goes on from another",
    arguments: [0, 4])
  func numbers(last: Int) {
    let network = Network(
      actors: (0..<3).map { Actor(id: "\($0)", name: "\($0)") }, chains: [Chain(id: "c", name: "c")])
    let marks = PlanMarks(
      [[.tie(0, 1)], [.tie(2, 1), .seat(0, chain: 0)]], of: network, network, in: network, countedFrom: last)
    #expect(marks.ofTie(1, 0) == "\(last + 1)" && marks.ofTie(1, 2) == "\(last + 2)" && marks.ofTie(0, 2) == nil)
    #expect(marks.ofActor(0) == "\(last + 2)" && marks.ofActor(1) == nil)
  }
}
