import KesiMatrix
import KesiMeasures
import KesiNetwork
import KesiTestSupport
import Synchronization
import Testing

@testable import KesiCluster

@Suite("Groups of actors")
struct GroupingTests {
  @Test("Brokerage expected by chance knows the size of the broker's own group: a group of two never coordinates")
  func roles() throws {
    var network = Network()
    network.actors = ["h", "u"].map { Actor(id: $0, name: $0, kind: "university") }
    network.actors += (0..<4).map { Actor(id: "e\($0)", name: "E\($0)", kind: "enterprise") }
    network.ties = Ties((2..<6).map { Tie(0, $0) } + [Tie(1, 2)])
    let roles = try Analysis(of: NetworkGraph(of: network)).brokerRoles(by: .kind)
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
      let column = try MatrixNumbers(graph.matrix, on: parallel).communities()
      #expect(try Analysis(of: graph, on: parallel).unweighted.communities() == column)
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
      let context = MatrixNumbers(try NetworkGraph(of: network, selection).matrix)
      let mean = try context.value(of: .meanDegree)
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
    network.positions = (0..<12).map { Position(actor: $0, chain: 0, stage: names[$0 % 2]) }
    network.ties = Ties((0..<12).map { Tie($0, ($0 + 1) % 12, kind: names[$0 % 2]) })
    #expect(network.zones.map { Array($0.utf8) } == names.map { Array($0.utf8) })
    #expect(network.ties.kinds.count == 2)
    var selection = Selection()
    selection.layers = [names[1]]
    #expect(try NetworkGraph(of: network, selection).matrix.tieCount == 6)
    let analysis = Analysis(of: try NetworkGraph(of: network), draws: 100)
    for grouping in [Grouping.kind, .zone] {
      #expect(analysis.groups(by: grouping).map(\.vertices.count) == [6, 6])
      let square = try analysis.mixing(by: grouping).square
      let inside = grouping == .zone ? 5 : 0
      #expect(square.rows.map { $0.map(\.count.observed) } == [[inside, 12 - 2 * inside], [12 - 2 * inside, inside]])
    }
    let chain = analysis.chains[0]
    #expect(names.map { chain.vertices(ofKind: $0).count } == [6, 6])
    #expect(names.map { chain.vertices(atStage: $0).count } == [6, 6])
    selection = Selection()
    selection.kinds = [names[1]]
    #expect(try NetworkGraph(of: network, selection).actors == [1, 3, 5, 7, 9, 11])
    #expect(network.kindNames.count { $0.id == names[0] } == 2)
    // Declared kinds are found by their bytes, too.
    network.profile.kinds += names.map { Kind(id: $0, label: Phrase("\($0.unicodeScalars.count)", zh: $0)) }
    #expect(names.map { network.profile.kind($0).label.en } == ["4", "5"])
    #expect(network.kindNames.count { $0.id == names[0] } == 2)
  }

  /// A ring of actors whose groups follow one another.
  static func ring(_ count: Int, zone: (Int) -> String?, kind: (Int) -> String = { _ in "enterprise" }) -> Network {
    var network = Network()
    network.actors = (0..<count).map { number in
      var actor = Actor(id: "\(number)", name: "\(number)", kind: kind(number))
      actor.zone = zone(number)
      return actor
    }
    network.ties = Ties((0..<count).flatMap { [Tie($0, ($0 + 1) % count), Tie($0, ($0 + 5) % count)] })
    return network
  }

  @Test("No group is left out where nothing is counted by bits: seventy zones, seventy kinds")
  func manyGroups() throws {
    let network = Self.ring(210, zone: { "Z\($0 / 3)" }, kind: { "kind \($0 / 3)" })
    let analysis = Analysis(of: try NetworkGraph(of: network), draws: 100)
    for grouping in [Grouping.zone, .kind] {
      #expect(analysis.groups(by: grouping).map(\.vertices) == (0..<70).map { [3 * $0, 3 * $0 + 1, 3 * $0 + 2] })
      #expect(try analysis.brokerRoles(by: grouping).count == 70)
    }
    #expect(try analysis.tripleHelices().count == 71)
  }

  /// How often something has begun that tells its progress.
  private final class Starts: Sendable {
    let count = Atomic(0)
  }

  @Test("Mixing draws once, and not at all where what was drawn for gaps has all of its groups")
  func drawsOnce() throws {
    // A zone too small for holes; more zones, more kinds than are counted for gaps; more tests than gaps have.
    let cases: [(network: Network, grouping: Grouping, shares: Bool)] = [
      (Self.ring(20, zone: { $0 < 2 ? "small" : $0 < 10 ? "A" : "B" }), .zone, false),
      (Self.ring(81, zone: { "Z\($0 / 3)" }), .zone, false),
      (Self.ring(39, zone: { $0 < 20 ? "A" : "B" }, kind: { "kind \($0 / 3)" }), .kind, false),
      (Self.ring(18, zone: { "Z\($0 / 3)" }), .zone, false),
      (Self.ring(20, zone: { $0 < 10 ? "A" : "B" }), .zone, true),
    ]
    for (number, item) in cases.enumerated() {
      for gapsFirst in [false, true] {
        let starts = Starts()
        let parallel = Parallel(
          threads: 1, progress: { done, _ in if done == 0 { starts.count.add(1, ordering: .relaxed) } })
        let analysis = Analysis(of: try NetworkGraph(of: item.network), on: parallel)
        if gapsFirst { _ = try analysis.tieNull() }
        let before = starts.count.load(ordering: .relaxed)
        #expect(before == (gapsFirst ? 1 : 0))
        let pairs = try analysis.mixing(by: item.grouping)
        #expect(!pairs.isEmpty)
        #expect(
          starts.count.load(ordering: .relaxed) - before == (gapsFirst && item.shares ? 0 : 1),
          "case \(number), \(gapsFirst)")
      }
    }
  }

  /// How often networks are drawn while something is done.
  private func drawings(_ network: Network, _ body: (Analysis) throws -> Void) throws -> Int {
    let starts = Atomic(0)
    let parallel = Parallel(threads: 1) { done, _ in if done == 0 { starts.add(1, ordering: .relaxed) } }
    try body(Analysis(of: NetworkGraph(of: network), draws: 32, on: parallel))
    return starts.load(ordering: .relaxed)
  }

  @Test("Networks are drawn once for a mixing, whether or not the groups are those of the gaps")
  func drawnOnce() throws {
    var network = network(40, (0..<80).map { ($0 % 40, ($0 * 7 + 3) % 40) }.filter { $0.0 != $0.1 })
    for actor in 0..<40 { network.actors[actor].zone = ["N", "S", "E"][actor % 3] }
    #expect(try drawings(network) { _ = try $0.mixing(by: .zone) } == 1)
    #expect(
      try drawings(network) {
        _ = try $0.mixing(by: .zone)
        _ = try $0.mixing(by: .kind)
      } == 1)
    // A zone that is too small to be held against chance in the search for gaps.
    network.actors[0].zone = "W"
    #expect(try drawings(network) { _ = try $0.mixing(by: .zone) } == 1)
    #expect(try drawings(network) { _ = try $0.mixing(by: .kind) } == 1)
    // More kinds than are counted for gaps.
    for actor in 0..<40 { network.actors[actor].kind = "kind\(actor % 13)" }
    #expect(try drawings(network) { _ = try $0.mixing(by: .kind) } == 1)
  }

  @Test("Where partners allow no other network, mixing and gaps say so, and that more draws would not help")
  func onlyNetwork() throws {
    var star = network(40, (1..<40).map { (0, $0) })
    for actor in 0..<40 { star.actors[actor].zone = actor % 2 == 0 ? "N" : "S" }
    let analysis = Analysis(of: try NetworkGraph(of: star))
    let pairs = try analysis.mixing(by: .zone)
    let shortage = try #require(pairs[0].shortage)
    #expect(pairs.allSatisfy { $0.verdict == .expected && $0.draws == 112 })
    #expect(!shortage.isOfTime && shortage.explanation.en.contains("No other network"))
    let unjudged = try analysis.unjudged()
    #expect(unjudged.drawsNeeded == nil && unjudged.shortage?.explanation == shortage.explanation)
  }
}
