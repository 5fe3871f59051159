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

  @Test("A network does not differ from itself", arguments: ["wenzhou", "suzhou"])
  func same(name: String) throws {
    let survey = try survey(shipped(name))
    let change = NetworkChange(from: survey.graph, to: survey.graph)
    #expect(change.joined.isEmpty && change.left.isEmpty && change.ties.isEmpty)
    let comparison = try Comparison(survey, survey, .all)
    #expect(comparison.closed.isEmpty && comparison.opened.isEmpty && comparison.changed.isEmpty)
    #expect(comparison.rows.allSatisfy { $0.before == $0.after })
    let drift = try Drift(from: survey, to: survey)
    #expect(drift.moves.isEmpty && drift.agreement == 1 && drift.communities.isEmpty)
  }

  @Test(
    "What a loss breaks is what the network without the actor shows", arguments: ["wenzhou", "suzhou", "consortium"])
  func dependences(name: String) throws {
    let network = try shipped(name)
    let whole = try survey(network)
    let found = whole.dependences()
    #expect(found.count == network.actors.count)
    func joined(_ survey: GapSurvey) -> Int {
      Dictionary(grouping: survey.scopes[0].component, by: { $0 }).values.reduce(0) {
        $0 + $1.count * ($1.count - 1) / 2
      }
    }
    for item in found {
      let without = try survey(network.without([item.actor]))
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
