import KesiCluster
import KesiMatrix
import KesiNetwork
import KesiTestSupport
import Testing

@Suite("The cluster index")
struct ClusterIndexTests {
  /// Two chains of three each, tied by one tie; two zones.
  static func example() -> Network {
    var network = Network()
    network.actors = (0..<6).map { Actor(id: "\($0)", name: "\($0)", kind: "enterprise", zone: $0 < 3 ? "n" : "s") }
    network.chains = [Chain(id: "a", name: "a"), Chain(id: "b", name: "b")]
    network.positions = (0..<6).map { Position(actor: $0, chain: $0 / 3) }
    network.ties = [Tie(0, 1), Tie(1, 2), Tie(3, 4), Tie(4, 5), Tie(2, 3)]
    return network
  }

  static func index(_ network: Network) throws -> ClusterIndex? {
    try Analysis(of: NetworkGraph(of: network)).clusterIndex()
  }

  @Test("is the sum that its definition says, worked out by hand")
  func byHand() throws {
    let index = try #require(try Self.index(Self.example()))
    let parts = Dictionary(uniqueKeysWithValues: index.parts.map { ($0.part, $0.range.low) })
    // Of each chain only cohesion is assessed: a path of three has all pairs; without an end all, without the middle none.
    let chain = (1 + 2.0 / 3 + 0) / 3
    #expect(abs(parts[.chains]! - chain) < 1e-12)
    // A path of six: without its end all 10 pairs of five, without the next 6, without a third 1 + 3.
    let mean = (10 + 6 + 4 + 4 + 6 + 10) / 60.0
    let cohesion = (1 + mean + 0.4) / 3
    #expect(abs(parts[.cohesion]! - cohesion) < 1e-12)
    // One tie joins both chains, and both zones: a half each.
    #expect(abs(parts[.linkage]! - 0.5) < 1e-12)
    #expect(abs(index.value - 100 * (0.7 * chain + 0.15 * cohesion + 0.15 * 0.5)) < 1e-9)
  }

  @Test("Chains count by their declared weights, and one of weight 0 not at all")
  func weights() throws {
    var network = Self.example()
    network.ties = [Tie(0, 1), Tie(1, 2), Tie(3, 4), Tie(2, 3)]
    func mean(_ a: Double?, _ b: Double?) throws -> Double {
      (network.chains[0].weight, network.chains[1].weight) = (a, b)
      return try #require(try Self.index(network)?.parts.first { $0.part == .chains }).range.low
    }
    let (a, b) = (try mean(nil, 0), try mean(0, nil))
    #expect(a != b)
    #expect(abs(try mean(3, 1) - (3 * a + b) / 4) < 1e-12)
    #expect(abs(try mean(nil, nil) - (a + b) / 2) < 1e-12)
    // Two chains of which one does not count are no pair.
    #expect(try Self.index(network) != nil)
  }

  @Test("Belonging together is no tie: a register of parents and children alone has no index of its own")
  func belonging() throws {
    var network = Self.example()
    network.ties = Ties(network.ties.map { Tie($0.source, $0.target, kind: $0.source == 2 ? "parent" : "project") })
    let parts = try #require(try Self.index(network)).parts
    #expect(parts.first { $0.part == .linkage }?.range == Interval(0))
  }

  @Test("Nothing of it, no index: neither ties nor chains, nothing assessed, a part of the network")
  func none() throws {
    #expect(try Self.index(Network()) == nil)
    var network = Self.example()
    network.profile.assess = []
    #expect(try Self.index(network) == nil)
    network = Self.example()
    var selection = Selection()
    selection.zones = ["n"]
    #expect(try Analysis(of: NetworkGraph(of: network, selection)).clusterIndex() == nil)
    network = Network(actors: [Actor(id: "a", name: "a")])
    #expect(try Self.index(network) == nil)
    // One chain, no zones: no pairs, so nothing of linkage.
    network = Self.example()
    network.chains.removeLast()
    network.positions.removeLast(3)
    for actor in network.actors.indices { network.actors[actor].zone = nil }
    #expect(try Self.index(network)?.parts.map(\.part) == [.chains, .cohesion])
  }

  @Test("A tie that works does not lower it", arguments: 0..<4)
  func monotone(part: Int) throws {
    var random = SplitMix(seed: 11, use: "cluster", stream: part)
    for _ in 0..<150 {
      var network = ChainIndexPropertyTests.network(&random)
      network.settled = network.assessment
      guard let before = try Self.index(network) else { continue }
      let (a, b) = (random.below(network.actors.count), random.below(network.actors.count))
      guard a != b else { continue }
      var tie = Tie(a, b)
      tie.outcome = .open
      network.ties.append(tie)
      let after = try #require(try Self.index(network))
      #expect(after.value >= before.value - 1e-9)
    }
  }

  @Test("The numbers of Suzhou are those of its chains", arguments: ["suzhou", "majors", "park", "consortium"])
  func shipped(name: String) throws {
    let analysis = Analysis(of: try NetworkGraph(of: KesiTestSupport.shipped(name)))
    let index = try #require(analysis.clusterIndex())
    let values = analysis.indices().compactMap(\.value)
    #expect(abs(index.parts[0].range.low - values.reduce(0, +) / Double(values.count)) < 1e-12)
    #expect((0...100).contains(index.value) && index.range.high >= index.value)
  }
}
