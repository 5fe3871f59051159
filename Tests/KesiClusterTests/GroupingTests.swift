import KesiCluster
import KesiMatrix
import KesiMeasures
import KesiNetwork
import KesiTestSupport
import Testing

@Suite("Groups of actors")
struct GroupingTests {
  @Test("Brokerage expected by chance knows the size of the broker's own group: a group of two never coordinates")
  func roles() throws {
    var network = Network()
    network.actors = ["h", "u"].map { Actor(id: $0, name: $0, kind: "university") }
    network.actors += (0..<4).map { Actor(id: "e\($0)", name: "E\($0)", kind: "enterprise") }
    network.ties = Ties((2..<6).map { Tie(0, $0) } + [Tie(1, 2)])
    let roles = try GapSurvey(of: NetworkGraph(of: network)).brokerRoles(by: .kind)
    let expected = roles.map { ($0.group.id, $0.roles.map(\.expected)) }
    #expect(expected.map(\.0) == ["university", "enterprise"])
    for (found, right) in zip(expected.map(\.1), [[0, 7.2, 2.4, 2.4, 0], [0.6, 0.2, 0.6, 0.6, 0]]) {
      for (a, b) in zip(found, right) { #expect(abs(a - b) < 1e-12, "\(found)") }
    }
    #expect(roles[0].roles.map(\.observed) == [0, 12, 0, 0, 0])
  }

  @Test("Communities of pictures and comparisons are those of the table", arguments: ["cluster", "colleges"])
  func communities(name: String) throws {
    let graph = try NetworkGraph(of: fixture(name))
    for threads in [1, 3] {
      let parallel = Parallel(threads: threads)
      let column = try MeasureContext(graph.matrix, on: parallel).communities()
      #expect(try graph.communities(on: parallel) == column)
    }
  }

  @Test("The mean degree of the summary is the mean of the column degree, with direction and without")
  func meanDegree() throws {
    var network = Network()
    network.actors = (0..<4).map { Actor(id: "\($0)", name: "\($0)", kind: "enterprise") }
    network.ties = Ties([(0, 1), (1, 0), (1, 2)].map { Tie($0, $1, isDirected: true) })
    for isDirected in [false, true] {
      var selection = Selection()
      selection.isDirected = isDirected
      let context = MeasureContext(try NetworkGraph(of: network, selection).matrix)
      let mean = try networkSummary(of: context).first { $0.name == "mean_degree" }?.value
      #expect(mean == (isDirected ? 1.5 : 1))
      #expect(mean == Double(degrees(of: context.matrix).reduce(0, +)) / 4)
    }
  }

  @Test("Zones, kinds and kinds of ties that differ in bytes alone are two, however alike they look")
  func exactNames() throws {
    let names = ["caf\u{E9}", "cafe\u{301}"]
    var network = Network()
    network.actors = (0..<12).map { number in
      var actor = Actor(id: "\(number)", name: "\(number)", kind: names[number % 2])
      actor.zone = names[number / 6]
      return actor
    }
    network.chains = [Chain(id: "c", name: "C")]
    network.positions = (0..<12).map { Position(actor: $0, chain: 0) }
    network.ties = Ties((0..<12).map { Tie($0, ($0 + 1) % 12, kind: names[$0 % 2]) })
    #expect(network.zones.map { Array($0.utf8) } == names.map { Array($0.utf8) })
    #expect(network.ties.kinds.count == 2)
    var selection = Selection()
    selection.layers = [names[1]]
    #expect(try NetworkGraph(of: network, selection).matrix.tieCount == 6)
    let survey = GapSurvey(of: try NetworkGraph(of: network), draws: 100)
    for grouping in [Grouping.kind, .zone] {
      #expect(survey.groups(by: grouping).map(\.vertices.count) == [6, 6])
      let square = try survey.mixing(by: grouping).square
      let inside = grouping == .zone ? 5 : 0
      #expect(square.rows.map { $0.map(\.count.observed) } == [[inside, 12 - 2 * inside], [12 - 2 * inside, inside]])
    }
    let chain = survey.chains[0]
    #expect(names.map { chain.vertices(ofKind: $0).count } == [6, 6])
  }
}
