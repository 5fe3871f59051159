import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiCluster

@Suite("The order of rows")
struct ShuffleTests {
  /// The same network as its tables would give it with their rows turned round.
  private func turned(_ network: Network) -> Network {
    var result = network
    let last = network.actors.count - 1
    result.actors = network.actors.reversed().enumerated().map { row, actor in
      var actor = actor
      actor.row = row
      return actor
    }
    result.ties = Ties(
      network.ties.map { tie in
        var tie = tie
        (tie.source, tie.target) = (last - tie.source, last - tie.target)
        return tie
      }.reversed())
    for row in result.positions.indices { result.positions[row].actor = last - network.positions[row].actor }
    for row in result.members.indices { result.members[row].actor = last - network.members[row].actor }
    for row in result.consortia.indices {
      result.consortia[row].leader = network.consortia[row].leader.map { last - $0 }
    }
    return result.inCanonicalOrder()
  }

  @Test("Gaps and what chance gives are the same whatever the order of rows", arguments: ["suzhou", "consortium"])
  func gaps(name: String) throws {
    let network = try shipped(name).inCanonicalOrder()
    let (one, other) = (try analysis(network), try analysis(turned(network)))
    let (found, others) = (try one.gaps(), try other.gaps())
    #expect(found.map(\.id) == others.map(\.id) && found.map(\.severity) == others.map(\.severity))
    for grouping in [Grouping.kind, .zone] {
      let (a, b) = (try one.mixing(by: grouping), try other.mixing(by: grouping))
      #expect(
        a.map(\.count.expected) == b.map(\.count.expected) && a.map(\.count.lowerTail) == b.map(\.count.lowerTail))
    }
  }
}
