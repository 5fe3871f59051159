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
    #expect(a.chains.map(\.matrix.entryCount) == b.chains.map(\.matrix.entryCount))
    func spheres(_ analysis: Analysis) throws -> [String] {
      try analysis.gaps().filter { $0.kind == .unbalancedHelix }.map(\.id)
    }
    #expect(try spheres(a) == spheres(b))
  }

  @Test("is the sum that its definition says, worked out by hand")
  func byHand() throws {
    var network = Self.example()
    network.positions[3].level = .ordinary
    let parts = try parts(network)
    #expect(parts["coverage"] == 1)
    // Colleges 1 − (1 − 0.8)(1 − 0.2) = 0.84; platform 0.6.
    #expect(abs(parts["depth"]! - 0.72) < 1e-12)
    // Colleges without the national one 0.2; one platform 0.
    #expect(abs(parts["redundancy"]! - 0.1) < 1e-12)
    // A tree: all 10 pairs linked. Without 0 or 1 all 6 of four, without 2 only 3–4, without 3 all 6, without 4 three of 6.
    #expect(abs(parts["cohesion"]! - (1 + (1 + 1 + 1.0 / 6 + 1 + 0.5) / 5 + 1.0 / 6) / 3) < 1e-12)
    // Both enterprises have a college, none a platform.
    #expect(parts["reach"] == 0.5)
    // Neither how ties go nor capacity is stated.
    #expect(parts["vitality"] == nil && parts["fit"] == nil)
    let index = try analysis(network).indices()[0]
    let cohesion = (1 + (3 + 2.0 / 3) / 5 + 1.0 / 6) / 3
    #expect(abs(index.value! - (1 + 0.72 + 0.1 + cohesion + 0.5) / 5) < 1e-12)
    #expect(index.range!.isKnown)
    #expect(index.leftOut == [.part(.vitality), .part(.fit)])
    #expect(index.verdict == .developing && index.shortSide == .links)
  }

  @Test("What is not stated lies between nothing and all of it")
  func unknown() throws {
    // The second college states no level: 0.2 to 0.8.
    let index = try analysis(Self.example()).indices()[0]
    let depth = index.parts.first { $0.part == .depth }!.range!
    #expect(abs(depth.low - 0.72) < 1e-12 && abs(depth.high - (0.96 + 0.6) / 2) < 1e-12)
    let redundancy = index.parts.first { $0.part == .redundancy }!.range!
    #expect(abs(redundancy.low - 0.1) < 1e-12 && abs(redundancy.high - 0.4) < 1e-12)
    // One of three providers states a capacity of 40 for a demand of 100.
    var network = Self.example()
    network.chains[0].demand = 100
    network.positions[2].capacity = 40
    #expect(try analysis(network).indices()[0].parts.first { $0.part == .fit }?.range == Interval(0.4, 1))
    #expect(try analysis(network).gaps().allSatisfy { $0.kind != .capacityShort })
    network.chains[0].demand = 0
    // Nobody else states a demand, so nothing is asked.
    #expect(try analysis(network).indices()[0].parts.first { $0.part == .fit }?.range == nil)
    // Another chain that states nothing of it is open.
    network.chains[0].demand = 100
    network.chains.append(Chain(id: "d", name: "Other", requires: ["college"]))
    network.positions.append(Position(actor: 2, chain: 1))
    let other = try analysis(network).indices()[1]
    #expect(other.parts.first { $0.part == .fit }?.range == .unknown)
  }

  @Test("leaves out what the network does not state and says so: sharing a chain is no tie")
  func leftOut() throws {
    var network = Self.example()
    network.ties = []
    network.chains[0].unassessed = ["platform"]
    network.positions[3].level = .ordinary
    let index = try analysis(network).indices()[0]
    #expect(index.parts.filter { $0.range == nil }.map(\.part) == [.cohesion, .reach, .vitality, .fit])
    #expect(
      index.leftOut == [.part(.cohesion), .part(.reach), .part(.vitality), .part(.fit), .kind("platform")])
    #expect(abs(index.value! - (1 + 0.84 + 0.2) / 3) < 1e-12)
    #expect(index.shortSide == nil)
  }

  @Test("Parts of one organization count as one provider, with the best level among them")
  func owners() throws {
    var network = Self.example()
    network.positions[3].level = .ordinary
    network.actors[3].parent = "2"
    let parts = try parts(network)
    #expect(abs(parts["depth"]! - (0.8 + 0.6) / 2) < 1e-12)
    #expect(parts["redundancy"] == 0)
    // A parent that is no actor, two that own each other.
    for (a, b) in [("holding", "holding"), ("3", "2")] {
      (network.actors[2].parent, network.actors[3].parent) = (a, b)
      #expect(try self.parts(network)["redundancy"] == 0)
    }
    (network.actors[2].parent, network.actors[3].parent) = ("x", "y")
    #expect(abs(try self.parts(network)["redundancy"]! - 0.1) < 1e-12)
  }

  @Test("A weak provider that is recorded as one who asks takes its part of depth along")
  func roles() throws {
    var network = Self.example()
    network.positions[2].level = .municipal
    network.positions[3].level = .ordinary
    let both = try parts(network)
    network.positions[3].role = .demander
    let one = try parts(network)
    #expect(try #require(one["depth"]) < (try #require(both["depth"])))
    #expect(try #require(one["redundancy"]) < (try #require(both["redundancy"])))
  }

  @Test("A tie works by its outcome, its progress, its end and its benefits")
  func work() {
    let now = PartialDate("2024")
    func work(_ change: (inout Tie) -> Void) -> Interval {
      var tie = Tie(0, 1)
      change(&tie)
      return tie.work(within: 3, at: now)
    }
    #expect(work { _ in } == .unknown)
    #expect(work { $0.outcome = .unsatisfactory } == Interval(0))
    #expect(work { $0.outcome = .open } == Interval(1))
    // Five undated research ties are not known to be old; one begun three years ago is stuck, one begun later not.
    #expect(work { ($0.stage, $0.outcome) = (.research, .open) } == Interval(1))
    #expect(work { ($0.stage, $0.period.from) = (.research, PartialDate("2021")) } == Interval(0))
    #expect(work { ($0.stage, $0.period.from) = (.research, PartialDate("2022")) } == Interval(1))
    #expect(work { ($0.stage, $0.period.from) = (.promotion, PartialDate("2011")) } == Interval(1))
    // Four years after its end a quarter is left, unless it ended well; a planned end is none.
    #expect(abs(work { $0.period.to = PartialDate("2020") }.low - 0.25) < 1e-12)
    #expect(abs(work { $0.period.to = PartialDate("2023") }.low - 0.5.squareRoot()) < 1e-12)
    #expect(work { ($0.period.to, $0.outcome) = (PartialDate("2020"), .satisfactory) } == Interval(1))
    #expect(work { $0.period.to = PartialDate("2035") } == Interval(1))
    // 3 : 1 is a half of the way to one side alone.
    #expect(work { ($0.benefitToSource, $0.benefitToTarget) = (3, 1) } == Interval(0.75))
    #expect(work { ($0.benefitToSource, $0.benefitToTarget) = (0, 0) } == Interval(1))
    #expect(work { ($0.benefitToSource, $0.benefitToTarget) = (0, 5) } == Interval(0.5))
    // The more one side loses, the less it works; where one loses and none gains it does not.
    #expect(work { ($0.benefitToSource, $0.benefitToTarget) = (-1, 4) } == Interval(0.375))
    #expect(work { ($0.benefitToSource, $0.benefitToTarget) = (4, -5) } == Interval(0))
    #expect(work { ($0.benefitToSource, $0.benefitToTarget) = (-1, 0) } == Interval(0))
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

  @Test("Wenzhou: the weak five stay the lowest in nine of ten other weightings")
  func sensitivity() throws {
    let analysis = try analysis(shipped("wenzhou"))
    let weak: Set = ["automotive", "pump_valve", "new_materials", "life_health", "new_energy"]
    let orders = analysis.rankSensitivity().orders
    let stable = orders.count { order in Set(order.prefix(5).map { analysis.chains[$0].chain.id }) == weak }
    #expect(orders.count == 1000)
    #expect(stable >= 900)
    // Weights that vary without bound reverse some ranks: the check can fail.
    #expect(Set(analysis.reranked(concentration: 3, weightings: 1000).orders).count > Set(orders).count)
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
