import KesiCluster
import KesiMatrix
import KesiNetwork
import Testing

@Suite("The chain index on random networks")
struct ChainIndexPropertyTests {
  /// A chain of up to nine actors of four kinds, with whatever roles, levels, stages, ties and courses.
  static func network(_ random: inout SplitMix) -> Network {
    func any<Word: CaseIterable>(_: Word.Type) -> Word? {
      let all = Array(Word.allCases)
      return random.below(3) == 0 ? nil : all[random.below(all.count)]
    }
    var network = Network()
    let kinds = ["enterprise", "university", "college", "platform"]
    let count = 2 + random.below(8)
    network.actors = (0..<count).map { Actor(id: "\($0)", name: "\($0)", kind: kinds[random.below(4)]) }
    for actor in network.actors.indices where random.below(6) == 0 {
      network.actors[actor].parent = "\(random.below(count))"
    }
    network.chains = [
      Chain(id: "c", name: "c", requires: kinds.filter { _ in random.below(4) > 0 }, stages: ["up", "mid", "down"])
    ]
    for actor in 0..<count where random.below(5) > 0 {
      var position = Position(actor: actor, chain: 0, role: any(ChainRole.self), level: any(Level.self))
      if random.below(2) == 0 { position.stage = ["up", "mid", "down"][random.below(3)] }
      network.positions.append(position)
    }
    for _ in 0..<random.below(2 * count) {
      let (a, b) = (random.below(count), random.below(count))
      guard a != b else { continue }
      var tie = Tie(a, b, weight: 1 + random.unit())
      (tie.stage, tie.outcome) = (any(TieStage.self), any(Outcome.self))
      if random.below(2) == 0 { tie.period.from = PartialDate("\(2015 + random.below(10))") }
      network.ties.append(tie)
    }
    return network
  }

  static func index(_ network: Network) throws -> ChainIndex? {
    try Analysis(of: NetworkGraph(of: network)).indices().first
  }

  @Test(
    "Under one assessment a tie that works does not lower the index, a provider or a level no part of supply",
    arguments: 0..<8)
  func monotone(part: Int) throws {
    var random = SplitMix(seed: 7, use: "monotone", stream: part)
    for _ in 0..<400 {
      var network = Self.network(&random)
      // What is asked is settled by the network as it was.
      network.settled = network.assessment
      guard let before = try Self.index(network), before.range != nil else { continue }
      var tied = network
      let (a, b) = (random.below(network.actors.count), random.below(network.actors.count))
      if a != b {
        var tie = Tie(a, b)
        tie.outcome = .open
        tied.ties.append(tie)
        let after = try #require(try Self.index(tied))
        #expect(after.range!.low >= before.range!.low - 1e-12)
      }
      var joined = network
      joined.actors.append(Actor(id: "new", name: "new", kind: ["university", "college", "platform"][random.below(3)]))
      joined.positions.append(
        Position(actor: network.actors.count, chain: 0, role: .provider, level: Level.allCases[random.below(4)]))
      #expect(try supply(joined, isNotBelow: before))
      if let place = network.positions.indices.first(where: { network.positions[$0].level == .municipal }) {
        var raised = network
        raised.positions[place].level = .national
        #expect(try supply(raised, isNotBelow: before))
      }
    }
  }

  /// Whether no part of supply is lower than it was.
  func supply(_ network: Network, isNotBelow before: ChainIndex) throws -> Bool {
    let after = try #require(try Self.index(network))
    return zip(after.parts, before.parts).allSatisfy { after, before in
      after.part.block != .supply || (after.range?.low ?? 0) >= (before.range?.low ?? 0) - 1e-12
    }
  }

  @Test("Every value lies in 0…1, in order, whatever the network", arguments: 0..<4)
  func bounds(part: Int) throws {
    var random = SplitMix(seed: 8, use: "bounds", stream: part)
    for _ in 0..<300 {
      guard let index = try Self.index(Self.network(&random)) else { continue }
      for range in index.parts.compactMap(\.range) + [index.range].compactMap(\.self) {
        #expect(range.low >= 0 && range.low <= range.high && range.high <= 1)
      }
    }
  }

  @Test("One actor, none, no ties, nobody who needs anything: stated values, no trap")
  func edges() throws {
    var network = ChainIndexTests.example()
    // That nobody is known to be tied inside a chain is a finding only where ties are said to be stated.
    network.profile.assess = [.ties, .levels]
    network.positions = []
    // Nobody is there: every required kind is missing, and how nobody is tied is not known.
    var index = try #require(try Self.index(network))
    #expect(index.parts.first { $0.part == .coverage }?.range == Interval(0))
    #expect(index.parts.first { $0.part == .cohesion }?.range == .unknown)
    #expect(index.parts.first { $0.part == .reach }?.range == Interval(0))
    #expect(index.verdict == .weak)
    network.positions = [Position(actor: 2, chain: 0, level: .national)]
    index = try #require(try Self.index(network))
    #expect(index.parts.first { $0.part == .cohesion }?.range == .unknown)
    // Two who are not tied, then tied.
    network.positions = [Position(actor: 0, chain: 0), Position(actor: 3, chain: 0, level: .ordinary)]
    index = try #require(try Self.index(network))
    #expect(index.parts.first { $0.part == .cohesion }?.range == Interval(0))
    network.ties.append(Tie(0, 3))
    index = try #require(try Self.index(network))
    #expect(index.parts.first { $0.part == .cohesion }?.range == Interval(1))
    #expect(index.parts.first { $0.part == .reach }?.range == Interval(0.5))
    // A chain of whom nobody demands reaches nobody, unless the source does not speak of those who would.
    network.positions[0].role = .provider
    index = try #require(try Self.index(network))
    #expect(index.parts.first { $0.part == .reach }?.range == Interval(0))
    network.chains[0].unassessed = ["enterprise"]
    index = try #require(try Self.index(network))
    #expect(index.parts.first { $0.part == .reach }?.range == .unknown)
    // All unassessed: nothing to say.
    network.chains[0].unassessed = ["enterprise", "college", "platform"]
    network.ties = []
    network.profile.assess = [.levels]
    #expect(try Self.index(network)?.range == nil)
  }

  @Test("Most unknown is not enough data, not weak")
  func notEnough() throws {
    var network = Network()
    network.actors = [Actor(id: "a", name: "a", kind: "enterprise"), Actor(id: "b", name: "b", kind: "college")]
    network.chains = [
      Chain(id: "c", name: "c", requires: ["enterprise", "college"]), Chain(id: "d", name: "d"),
    ]
    network.positions = [
      Position(actor: 0, chain: 0), Position(actor: 1, chain: 0, level: .national), Position(actor: 0, chain: 1),
    ]
    network.ties = [Tie(0, 1)]
    let indices = try Analysis(of: NetworkGraph(of: network)).indices()
    #expect(indices[1].verdict == .notEnoughData)
    #expect(indices[1].range == .unknown)
  }

  @Test("The owner of an actor is found through its parents")
  func example() throws {
    var network = ChainIndexTests.example()
    network.positions[3].level = .ordinary
    network.actors[2].parent = "group"
    network.actors[3].parent = "4"
    network.actors[4].parent = "group"
    let redundancy = try Self.index(network)?.parts.first { $0.part == .redundancy }?.range
    #expect(redundancy == Interval(0))
  }
}
