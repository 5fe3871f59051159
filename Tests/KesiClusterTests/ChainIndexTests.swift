import KesiCluster
import KesiMatrix
import KesiNetwork
import KesiTestSupport
import Testing

func analysis(_ network: Network, _ selection: Selection = Selection()) throws -> Analysis {
  Analysis(of: try NetworkGraph(of: network, selection), period: selection.period)
}

@Suite("The chain index")
struct ChainIndexTests {
  /// Two enterprises, one national and one ordinary college, one platform; all kinds required.
  static func example() -> Network {
    var network = Network()
    let kinds = ["enterprise", "enterprise", "college", "college", "platform"]
    network.actors = kinds.enumerated().map { Actor(id: "\($0)", name: "Actor \($0)", kind: $1) }
    network.chains = [Chain(id: "c", name: "Chain", requires: ["enterprise", "college", "platform"])]
    network.positions = (0..<5).map { Position(actor: $0, chain: 0) }
    network.positions[2].level = .national
    network.positions[4].level = .provincial
    network.ties = [Tie(0, 2), Tie(1, 2), Tie(2, 4), Tie(3, 4)]
    return network
  }

  func parts(_ network: Network) throws -> [String: Double] {
    let index = try analysis(network).indices()[0]
    return Dictionary(
      uniqueKeysWithValues: index.parts.compactMap { part in part.value.map { (part.part.id, $0) } })
  }

  @Test("Ties that leave their direction open count in chains and in the balance of spheres as any others")
  func openDirections() throws {
    var (stated, open) = (try fixture("cluster"), try fixture("cluster"))
    stated.ties = Ties(stated.ties.map { Tie($0.source, $0.target, weight: $0.weight) })
    open.ties = Ties(open.ties.map { Tie($0.source, $0.target, weight: $0.weight, isDirected: nil) })
    #expect(open.ties.isList && !stated.ties.isList)
    let (a, b) = (
      Analysis(of: try NetworkGraph(of: stated), draws: 100), Analysis(of: try NetworkGraph(of: open), draws: 100)
    )
    #expect(a.chains.contains { $0.matrix.entryCount > 0 })
    #expect(a.chains.map(\.hasTieData) == b.chains.map(\.hasTieData))
    #expect(a.chains.map(\.matrix.entryCount) == b.chains.map(\.matrix.entryCount))
    func spheres(_ analysis: Analysis) throws -> [String] {
      try analysis.gaps().filter { $0.kind == .unbalancedHelix }.map(\.id)
    }
    #expect(try spheres(a) == spheres(b))
  }

  @Test("is the sum that its definition says, worked out by hand")
  func byHand() throws {
    let parts = try parts(Self.example())
    #expect(parts["coverage"] == 1)
    // Colleges 1 − (1 − 0.8)(1 − 0.2) = 0.84; platform 0.6.
    #expect(abs(parts["depth"]! - 0.72) < 1e-12)
    // Colleges 1 − 0.8² − 0.2² = 0.32; one platform 0.
    #expect(abs(parts["redundancy"]! - 0.16) < 1e-12)
    // A tree: all 10 pairs linked. Without actor 2, only 3 and 4 of four are: 1 pair of 6.
    #expect(abs(parts["cohesion"]! - (1 + 1.0 / 6) / 2) < 1e-12)
    // Degree sums: enterprises 2, colleges 4, platform 2; 8 in all. Expected 1, 0.5, 1; observed 2, 0, 2.
    #expect(abs(parts["balance"]! - 2.0 / 3) < 1e-12)
    let index = try analysis(Self.example()).indices()[0]
    let sum = 0.25 + 0.35 * 0.72 + 0.2 * 0.16 + 0.1 * (7.0 / 12) + 0.1 * (2.0 / 3)
    #expect(abs(index.value! - sum) < 1e-12)
    #expect(index.leftOut == [.aspect(.capacity)])
    #expect(index.verdict == .developing)
  }

  @Test("leaves out what has no data and says so: sharing a chain is no tie")
  func leftOut() throws {
    var network = Self.example()
    network.ties = []
    network.chains[0].unassessed = ["platform"]
    let index = try analysis(network).indices()[0]
    #expect(index.parts.filter { $0.value == nil }.map(\.part) == [.cohesion, .balance])
    #expect(index.leftOut == [.part(.cohesion), .part(.balance), .aspect(.capacity), .kind("platform")])
    // Coverage 1, depth 0.84 and redundancy 0.32 of the colleges, by their weights alone.
    #expect(abs(index.value! - (0.25 + 0.35 * 0.84 + 0.2 * 0.32) / 0.8) < 1e-12)
  }

  @Test("rises with a provider, a level, capacity; falls with a lost kind")
  func monotone() throws {
    let base = try analysis(Self.example()).indices()[0].value!
    var better = Self.example()
    better.positions[3].level = .provincial
    #expect(try analysis(better).indices()[0].value! > base)
    var lost = Self.example()
    lost.positions.removeLast()
    #expect(try analysis(lost).indices()[0].value! < base)
    var short = Self.example()
    short.chains[0].demand = 10
    short.chains[0].capacity = 1
    var met = short
    met.chains[0].capacity = 10
    #expect(try analysis(short).indices()[0].value! < analysis(met).indices()[0].value!)
  }

  @Test("Wenzhou: the paper's five weak chains are the five lowest, by the defaults")
  func wenzhou() throws {
    let network = try shipped("wenzhou")
    #expect(network.profile.indexWeights == IndexWeights() && network.profile.thresholds == Thresholds())
    let analysis = try analysis(network)
    let ranked = zip(analysis.chains, analysis.indices()).sorted { $0.1.value! < $1.1.value! }
    #expect(
      Set(ranked.prefix(5).map(\.0.chain.id)) == [
        "automotive", "pump_valve", "new_materials", "life_health", "new_energy",
      ])
    let verdicts = Dictionary(uniqueKeysWithValues: ranked.map { ($0.0.chain.id, $0.1.verdict) })
    for chain in ["electrical", "equipment", "digital"] { #expect(verdicts[chain]! != .weak) }
  }

  @Test("Wenzhou: the weak five stay the lowest in nine of ten weightings, all weights varied by a fifth")
  func sensitivity() throws {
    let analysis = try analysis(shipped("wenzhou"))
    let weak: Set = ["automotive", "pump_valve", "new_materials", "life_health", "new_energy"]
    let orders = analysis.rankSensitivity().orders
    let stable = orders.count { order in Set(order.prefix(5).map { analysis.chains[$0].chain.id }) == weak }
    #expect(orders.count == 1000)
    #expect(stable >= 900)
    #expect(
      analysis.reranked(spread: 0, weightings: 1000).orders.allSatisfy {
        $0 == analysis.weakestFirst().map(\.chain.index)
      })
    // Weights that vary without bound reverse some ranks: the check can fail.
    #expect(Set(analysis.reranked(spread: 1, weightings: 1000).orders).count > 1)
  }

  @Test("is the sum of the steps that explain it", arguments: ["wenzhou", "suzhou"])
  func explained(name: String) throws {
    let analysis = try analysis(shipped(name))
    for (chain, index) in analysis.indices().enumerated() {
      let steps = analysis.explanation(of: chain)
      #expect(abs(steps.reduce(0) { $0 + $1.adds } - (index.value ?? 0)) < 1e-12)
      #expect(abs(steps.reduce(0) { $0 + $1.share } - 1) < 1e-12)
    }
  }
}
