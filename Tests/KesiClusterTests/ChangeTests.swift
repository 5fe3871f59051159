import KesiMatrix
import KesiMeasures
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiCluster

@Suite("Changes and losses")
struct ChangeTests {
  @Test("What came, left, formed, dissolved, grew and shrank is told by ids, whatever the order of rows")
  func change() throws {
    var before = network(4, [(0, 1), (1, 2), (2, 3)])
    before.ties[1].weight = 3
    before.ties[2].kind = "research"
    var after = network(3, [])
    after.actors[0].id = "2"
    after.actors[1].id = "9"
    after.actors[2].id = "1"
    after.ties = [Tie(2, 0, weight: 1), Tie(1, 2)]
    let change = NetworkChange(from: try NetworkGraph(of: before), to: try NetworkGraph(of: after))
    func ids(_ actors: [Int]) -> [String] { actors.map { change.union.actors[$0].id } }
    #expect(ids(change.joined) == ["9"])
    #expect(ids(change.left) == ["0", "3"])
    let ties = change.ties.map { tie in (Set(ids([tie.source, tie.target])), tie.kind, tie.sort) }
    #expect(ties.count == 4)
    #expect(ties.contains { $0.0 == ["1", "2"] && $0.2 == .weakened })
    #expect(ties.contains { $0.0 == ["1", "9"] && $0.2 == .formed })
    #expect(ties.contains { $0.0 == ["0", "1"] && $0.2 == .dissolved })
    #expect(ties.contains { $0.0 == ["2", "3"] && $0.1 == "research" && $0.2 == .dissolved })
    #expect(change.union.ties.count == 4)
  }

  @Test("A tie that holds two parts together is the same gap whichever of them is larger")
  func eitherEnd() throws {
    // Three and four stand on the sides of 2–3, then five and four.
    let before = network(9, [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 5), (5, 6), (6, 3)])
    var after = before
    after.ties += [Tie(7, 0), Tie(7, 1), Tie(8, 0), Tie(8, 1)]
    let comparison = try Comparison(analysis(before), analysis(after))
    #expect(!(comparison.closed + comparison.opened).contains { $0.kind == .bridgeTie })
    #expect(comparison.changed.contains { $0.after.kind == .bridgeTie && Set($0.after.subjects) == [2, 3] })
  }

  @Test("A gap is worse or better by what it is about, not by how many actors there are, and only if it can be seen")
  func realChanges() throws {
    var network = GapTests.barbell
    network.chains = [Chain(id: "c", name: "C", requires: ["enterprise", "college"])]
    network.positions = (0..<4).map { Position(actor: $0, chain: 0) }
    network.actors[0].kind = "college"
    let before = try analysis(network)
    func changed(_ scenario: Scenario) throws -> [(before: Gap, after: Gap)] {
      try Comparison(before, analysis(scenario.applied(to: network).network), .all).changed
    }
    // One more without a tie: 6/7 becomes 6/8; that one college is all there is stays what it is.
    let more = try analysis(Scenario(newcomers: [.init(kind: "enterprise", chain: 0)]).applied(to: network).network)
      .gaps()
    #expect(more.contains { $0.kind == .bridgeTie && abs($0.severity - 6.0 / 8) < 1e-12 })
    #expect(more.contains { $0.kind == .singleProvider && $0.severity == 0.4 })
    #expect(try changed(Scenario(newcomers: [.init(kind: "enterprise", chain: 0)])).isEmpty)
    // Without 0 two are cut off where three were.
    #expect(try changed(Scenario(removing: [0])).contains { $0.after.kind == .bridgeTie })
    network.chains[0].demand = 4
    func capacity(_ capacity: Double) throws -> Analysis {
      network.chains[0].capacity = capacity
      return try analysis(network)
    }
    #expect(try Comparison(capacity(1), capacity(1.001)).changed.isEmpty)
    #expect(try Comparison(capacity(1), capacity(1.01)).changed.map(\.after.kind) == [.capacityShort])
  }

  @Test("A network does not differ from itself", arguments: ["wenzhou", "suzhou"])
  func same(name: String) throws {
    let analysis = try analysis(shipped(name))
    let change = NetworkChange(from: analysis.graph, to: analysis.graph)
    #expect(change.joined.isEmpty && change.left.isEmpty && change.ties.isEmpty)
    let comparison = try Comparison(analysis, analysis, .all)
    #expect(comparison.closed.isEmpty && comparison.opened.isEmpty && comparison.changed.isEmpty)
    #expect(comparison.rows.allSatisfy { $0.before == $0.after })
    let drift = try Drift(from: analysis, to: analysis)
    #expect(drift.moves.isEmpty && drift.agreement == 1 && drift.communities.isEmpty)
  }

  @Test(
    "What a loss breaks is what the network without the actor shows", arguments: ["wenzhou", "suzhou", "consortium"])
  func dependences(name: String) throws {
    let network = try shipped(name)
    let whole = try analysis(network)
    let found = whole.dependences()
    #expect(found.count == network.actors.count)
    func joined(_ analysis: Analysis) -> Int {
      Dictionary(grouping: analysis.scopes[0].component, by: { $0 }).values.reduce(0) {
        $0 + $1.count * ($1.count - 1) / 2
      }
    }
    for item in found {
      let without = try analysis(network.without([item.actor]))
      let component = whole.scopes[0].component
      let partners = component.count { $0 == component[item.actor] } - 1
      #expect(item.partedPairs == joined(whole) - partners - joined(without))
      #expect(item.stranded == Scenario(removing: [item.actor], cascades: true).wave(in: network))
      let falls = zip(whole.indices(), without.indices()).map { ($0.value ?? 0) - ($1.value ?? 0) }
      #expect(abs(max(0, falls.max() ?? 0) - item.indexLoss) < 1e-12)
    }
  }
}

extension Scenario {
  /// How many follow the removed in the first wave: partners that have no other.
  fileprivate func wave(in network: Network) -> Int {
    var partners = [Set<Int>](repeating: [], count: network.actors.count)
    for tie in network.ties {
      partners[tie.source].insert(tie.target)
      partners[tie.target].insert(tie.source)
    }
    return partners.indices.count {
      !removed.contains($0) && !partners[$0].isEmpty && partners[$0].isSubset(of: removed)
    }
  }
}
