import KesiFormats
import KesiMatrix
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiCluster

@Suite("What is stated as a remedy helps")
struct RemedyTests {
  /// A network to try remedies on: one that ships, one that only tests know, or a drawn one.
  enum Source: CustomTestStringConvertible, Sendable {
    case shipped(String)
    case fixture(String)
    case drawn(UInt64)

    static let all: [Source] =
      [
        "wenzhou", "suzhou", "suzhou-register", "consortium", "majors", "park", "classics/karate", "classics/kite",
        "classics/florentine", "classics/davis",
      ].map { .shipped($0) } + ["cluster", "colleges"].map { .fixture($0) } + (1...40).map { .drawn($0) }

    var testDescription: String {
      switch self {
      case .shipped(let name), .fixture(let name): name
      case .drawn(let seed): "drawn \(seed)"
      }
    }

    func network() throws -> Network {
      switch self {
      case .shipped(let name): try KesiTestSupport.shipped(name)
      case .fixture(let name): try KesiTestSupport.fixture(name)
      case .drawn(let seed): Self.drawn(seed)
      }
    }

    /// Actors of all kinds in two zones and three chains, with empty stages, ties that name a chain or none, lapsed ties,
    /// pairs that stand apart, and actors without ties.
    private static func drawn(_ seed: UInt64) -> Network {
      var random = SplitMix(seed: seed, use: "test")
      let kinds = ["enterprise", "enterprise", "university", "college", "platform", "institute", "government"]
      let count = 10 + random.below(14)
      var network = KesiClusterTests.network(count, [])
      for actor in 0..<count {
        network.actors[actor].kind = kinds[random.below(kinds.count)]
        network.actors[actor].zone = random.below(2) == 0 ? "North" : "South"
      }
      let stages = ["upstream", "midstream", "downstream"]
      network.chains = ["a", "b", "c/d--e"].map {
        Chain(id: $0, name: "Chain \($0)", requires: Array(kinds[1...4]), stages: stages)
      }
      for actor in 0..<count where random.below(5) > 0 {
        let role: [ChainRole?] = [nil, nil, .provider, .demander]
        network.positions.append(
          Position(
            actor: actor, chain: random.below(3), role: role[random.below(4)],
            stage: random.below(8) == 0 ? nil : stages[random.below(random.below(3) + 1)]))
      }
      // Ties within the first two thirds, pairs among the rest.
      let core = count * 2 / 3
      for _ in 0..<core + random.below(core) {
        let (a, b) = (random.below(core), random.below(random.below(2) == 0 ? 3 : core))
        guard a != b else { continue }
        var tie = Tie(a, b)
        tie.chain = random.below(3) == 0 ? random.below(3) : nil
        if random.below(2) == 0 {
          let start = 2012 + random.below(12)
          tie.period = Period(
            from: PartialDate("\(start)"), to: random.below(2) == 0 ? PartialDate("\(start + random.below(3))") : nil)
        }
        network.ties.append(tie)
      }
      for actor in stride(from: core, to: count - 1, by: 3) { network.ties.append(Tie(actor, actor + 1)) }
      return network
    }
  }

  private static let drawnKinds = Set(GapKind.slow)

  @Test(
    "It is read as a what-if, repeats no tie, and closes its gap or leaves less of it", arguments: Source.all)
  func remedies(source: Source) throws {
    let network = try source.network()
    let before = try analysis(network)
    for gap in try before.gaps() where !gap.remedies.isEmpty {
      var parser = ScenarioParser(network: network)
      for remedy in gap.remedies {
        switch remedy {
        case .tie(let a, let b): #expect(a != b && !before.areTied(a, b), "\(gap.id)")
        case .renewal(let a, let b): #expect(!works(a, b, in: before), "\(gap.id)")
        case .seat, .position, .capacity, .settlement, .division: break
        }
        try parser.read("\(remedy.verb) \(remedy.code(in: network))", from: "remedy")
      }
      let after = try analysis(parser.scenario.applied(to: network).network)
      let comparison = try Comparison(before, after, Self.drawnKinds.contains(gap.kind) ? .all : .quick)
      let isClosed = comparison.closed.contains { $0.id == gap.id }
      let left = comparison.changed.first { $0.before.id == gap.id }
      // Who supplies whom leaves what there is of an item as it is.
      if [.unmetDemand, .idleSupply].contains(gap.kind) { continue }
      #expect(isClosed || left.map { $0.after.severity < $0.before.severity } == true, "\(gap.id)")
      // Who comes finds someone to work with where the gap is one of ties.
      if gap.kind == .brokenStage {
        #expect(!comparison.opened.contains { $0.kind == .isolatedActor }, "\(gap.id)")
      }
    }
  }

  /// Whether two have a tie that lasts today.
  private func works(_ a: Int, _ b: Int, in analysis: Analysis) -> Bool {
    analysis.network.ties.contains { tie in
      Set([tie.source, tie.target]) == [a, b] && (tie.period.to.map { $0.year >= analysis.now!.year } ?? true)
    }
  }

  @Test("Steps that are suggested repeat no tie either, be it one of another chain", arguments: Source.all)
  func suggestions(source: Source) throws {
    let analysis = try analysis(source.network())
    for goal in [SuggestionGoal.index(), .resilience] {
      for suggestion in try analysis.suggestions(for: goal, within: SuggestionLimits(ties: 4)) {
        guard case .tie(let a, let b) = suggestion.step else { continue }
        #expect(!analysis.areTied(a, b))
      }
    }
  }

  @Test("Two who have only each other are not told to work together, nor said to belong to the rest")
  func pair() throws {
    let network = network(9, [(0, 1), (2, 3), (3, 4), (4, 2), (4, 5), (6, 7), (7, 8)])
    let found = try analysis(network).gaps().filter { $0.kind == .bridgeTie || $0.kind == .cutActor }
    let pair = try #require(found.first { Set($0.subjects) == [0, 1] })
    #expect(pair.remedies.isEmpty)
    // Actor 5 leaves four that do not hold more than half of all, as little as the three of the path.
    for gap in found {
      #expect(!gap.explanation.en.contains("the rest of the network") && !gap.explanation.zh.contains("全网络的其他主体"))
    }
    let whole = try analysis(KesiClusterTests.network(4, [(0, 1), (1, 2), (2, 0), (2, 3)])).gaps()
    #expect(whole.first { $0.kind == .bridgeTie }!.explanation.en.contains("the rest of the network"))
  }

  @Test("Where an actor holds many parts, three of them are joined to the largest, where that leaves less to lose")
  func shattered() throws {
    // Without 0 there is a part of four and six pairs: twelve are cut off, and with three pairs joined to the four, six.
    let pairs = [5, 7, 9, 11, 13, 15].flatMap { (first: Int) -> [(Int, Int)] in [(0, first), (first, first + 1)] }
    let path = [(0, 1), (1, 2), (2, 3), (3, 4)]
    let many = network(17, path + pairs)
    let hub = try #require(try analysis(many).gaps().first { $0.kind == .cutActor && $0.subjects == [0] })
    #expect(hub.severity == 1 && hub.number(.cutOff) == 12 && hub.remedies.count == 3)
    var mended = many
    for case .tie(let a, let b) in hub.remedies { mended.ties.append(Tie(a, b)) }
    let left = try #require(try analysis(mended).gaps().first { $0.kind == .cutActor && $0.subjects == [0] })
    #expect(abs(left.severity - 12.0 / 17) < 1e-12)
    let few = network(9, path + pairs.prefix(4))
    #expect(try analysis(few).gaps().first { $0.kind == .cutActor && $0.subjects == [0] }?.remedies.count == 2)
  }

  @Test("Who comes to an empty stage is tied to the next; between two empty ones nobody is called")
  func emptyStage() throws {
    var network = network(4, [(0, 1), (1, 2), (2, 3)])
    network.chains = [Chain(id: "c", name: "C", stages: ["upstream", "midstream", "downstream"])]
    for actor in 0..<3 {
      network.positions.append(Position(actor: actor, chain: 0, stage: actor == 0 ? "upstream" : "midstream"))
    }
    let gap = try #require(try analysis(network).gaps().first { $0.kind == .brokenStage })
    #expect(gap.remedies == [.position(kind: "enterprise", chain: 0, stage: "downstream", partners: [1])])
    #expect(gap.remedies[0].code(in: network) == "new:enterprise@c/downstream--1")
    let words = gap.remedies[0].phrase(in: network)
    #expect(words.en.contains("connect it with Actor 1") && words.zh.contains("与 Actor 1 合作"))
    // An empty stage between two others is one gap with each of them, which the same newcomer closes.
    var middle = network
    for row in middle.positions.indices.dropFirst() { middle.positions[row].stage = "downstream" }
    let sides = try analysis(middle).gaps().filter { $0.kind == .brokenStage }
    #expect(sides.count == 2)
    for side in sides {
      #expect(side.remedies == [.position(kind: "enterprise", chain: 0, stage: "midstream", partners: [0, 1])])
    }
    network.positions.removeLast(2)
    let both = try analysis(network).gaps().filter { $0.kind == .brokenStage }
    #expect(both.count == 2)
    #expect(both.first { $0.id.hasSuffix("midstream-downstream") }?.remedies == [])
  }

  @Test("Those who work together now have nothing to renew; a tie without dates may fill the years between")
  func renewal() throws {
    var network = network(3, [(0, 1), (0, 1), (1, 2)])
    network.ties[0].period = Period(from: PartialDate("2010"), to: PartialDate("2011"))
    network.ties[1].period.from = PartialDate("2023")
    network.ties[2].period = Period(from: PartialDate("2024"), to: PartialDate("2024"))
    func lapsed() throws -> [Gap] { try analysis(network).gaps().filter { $0.kind == .intermittent } }
    #expect(try lapsed().map(\.remedies) == [[]])
    network.ties[1].period.to = PartialDate("2023")
    #expect(try lapsed().map(\.remedies) == [[.renewal(0, 1)]])
    network.ties.append(Tie(1, 0))
    #expect(try lapsed().isEmpty)
  }

  @Test("A tie that is added to ties by shared consortia leaves those as they are")
  func consortiaOnly() throws {
    let network = try shipped("classics/davis")
    let before = try NetworkGraph(of: network)
    // The first is tied to all others; the last is not.
    let one = network.actors.count - 1
    let other = try #require(
      (0..<one).first { other in before.matrix.withRows { $0.entry(row: one, column: other) } == nil })
    let (changed, _) = Scenario(adding: [Tie(one, other)]).applied(to: network)
    let after = try NetworkGraph(of: changed)
    #expect(after.matrix.withRows { $0.entry(row: one, column: other) } != nil)
    #expect(after.matrix.tieCount == before.matrix.tieCount + 1)
  }
}
