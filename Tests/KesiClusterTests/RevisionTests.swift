import KesiCluster
import KesiNetwork
import KesiTestSupport
import Testing

@Suite("What a scenario sets anew")
struct RevisionTests {
  /// Two actors with three ties: stalled in one chain, stalled in another, running well.
  private func pair() -> Network {
    var network = network(3, [])
    network.chains = [Chain(id: "a b", name: "A"), Chain(id: "c", name: "C")]
    func tie(_ chain: Int?, _ outcome: Outcome?) -> Tie {
      var tie = Tie(0, 1)
      (tie.chain, tie.outcome) = (chain, outcome)
      return tie
    }
    network.ties = [tie(0, .unsatisfactory), tie(1, .unsatisfactory), tie(0, .open), tie(nil, .unsatisfactory)]
    return network
  }

  private func read(_ lines: [String], in network: Network) throws -> Network {
    var parser = ScenarioParser(network: network)
    try parser.read(lines.joined(separator: "\n"), from: "plan.txt")
    return parser.scenario.applied(to: network).network
  }

  @Test("A settlement touches the ties of its chain that have stalled, and no others")
  func settlement() throws {
    let network = pair()
    for (chain, row) in [(0, 0), (1, 1), (nil, 3)] as [(Int?, Int)] {
      let step = Remedy.settlement(0, 1, chain: chain)
      var wanted: [Outcome?] = [.unsatisfactory, .unsatisfactory, .open, .unsatisfactory]
      wanted[row] = .satisfactory
      let taken = Scenario(taking: [step], tiesOf: "", in: network).applied(to: network).network
      #expect(taken.ties.map(\.outcome) == wanted)
      let written = try read(["\(step.verb) \(step.code(in: network))"], in: network)
      #expect(written.ties.map(\.outcome) == wanted)
    }
  }

  @Test("A line may set what a line before it adds or places")
  func following() throws {
    let network = pair()
    let changed = try read(
      ["add 0:2", "set 2--0 outcome=unsatisfactory weight=3", "place 2@c", "set 2@c level=national"], in: network)
    let tie = try #require(changed.ties.last)
    #expect(tie.outcome == .unsatisfactory && tie.weight == 3)
    #expect(changed.positions.map(\.level) == [.national])
    #expect(throws: BadData.self) { try read(["set 2--0 outcome=open", "add 0:2"], in: network) }
  }

  @Test("Ids with equals signs and blanks are taken as they are known", arguments: ["x=1", "a outcome=open", "= ="])
  func signs(id: String) throws {
    var network = pair()
    network.actors[1].id = id
    let changed = try read(["set 0--\(id) chain=a b outcome=satisfactory"], in: network)
    #expect(changed.ties.map(\.outcome) == [.satisfactory, .unsatisfactory, .satisfactory, .unsatisfactory])
    var parser = ScenarioParser(network: network)
    #expect(try parser.take(step: "\(id)--2") == "add")
    #expect(try parser.take(step: "0--\(id) outcome=open") == "set")
  }

  @Test("What cannot be calculated with is told for what it is")
  func unworkable() throws {
    let network = pair()
    for line in ["set c capacity=1e300", "add 0:2::1e300"] {
      let error = #expect(throws: BadData.self) { try read([line], in: network) }
      #expect(error?.problems.first?.message.en.contains("too large to calculate with") == true, "\(line)")
    }
    #expect(throws: BadData.self) { try read(["set 0--1 only=some outcome=open"], in: network) }
  }
}
