import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiCluster

@Suite("Gaps between what is offered and what is asked for")
struct SupplyGapTests {
  private func found(
    _ supplies: [Supply], _ demands: [Demand], _ change: (inout Network) -> Void = { _ in }
  ) throws -> [Gap] {
    var cluster = network(6, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)])
    cluster.profile.items = [
      Item(id: "metal", label: Phrase("metal", zh: "金属")),
      Item(id: "welding", label: Phrase("welding", zh: "焊接"), parent: "metal"),
      Item(id: "milling", label: Phrase("milling", zh: "铣削"), parent: "metal"),
    ]
    (cluster.supplies, cluster.demands) = (supplies, demands)
    change(&cluster)
    return try analysis(cluster).gaps().filter { [.unmetDemand, .idleSupply].contains($0.kind) }
  }

  @Test("Severity is what is unmet of an item's demand, and what is idle of its supply")
  func severities() throws {
    let gaps = try found(
      [
        Supply(actor: 0, item: "welding", quantity: 30), Supply(actor: 1, item: "welding", quantity: 10),
        Supply(actor: 1, item: "milling", quantity: 40),
      ], [Demand(actor: 4, item: "welding", quantity: 100), Demand(actor: 5, item: "milling", quantity: 10)])
    #expect(gaps.map(\.id) == ["idle_supply:milling", "unmet_demand:welding"])
    #expect(gaps.map(\.severity) == [0.75, 0.6])
    let unmet = gaps[1]
    #expect(unmet.number(.demanded) == 100 && unmet.number(.supplied) == 40 && unmet.number(.near) == 30)
    #expect(
      unmet.subjects == [4]
        && unmet.explanation.en.contains("40 of the same offered, 60 unmet; of near items 30 is left"))
    #expect(unmet.explanation.zh.contains("“焊接”需求 100（") && unmet.explanation.zh.contains("同项供给 40，缺口 60；相近内容尚有余量 30"))
    // All that is offered of welding is used: who asks for more works with whoever has something near left, and the other way round.
    #expect(unmet.remedies == [.tie(4, 1)] && gaps[0].remedies == [.tie(1, 4)])
  }

  @Test("Nobody is sent to who has nothing left or lacks nothing: where nothing near is there either, that is said")
  func exhausted() throws {
    let gaps = try found(
      [Supply(actor: 0, item: "welding", quantity: 10), Supply(actor: 1, item: "milling", quantity: 5)],
      [Demand(actor: 4, item: "welding", quantity: 20), Demand(actor: 5, item: "milling", quantity: 5)])
    #expect(gaps.map(\.id) == ["unmet_demand:welding"] && gaps[0].remedies.isEmpty)
    #expect(gaps[0].explanation.en.contains("more has to be offered"))
    #expect(gaps[0].explanation.zh.contains("须扩大供给或另寻供方"))
    let idle = try found(
      [Supply(actor: 0, item: "welding", quantity: 30)], [Demand(actor: 4, item: "welding", quantity: 20)])
    #expect(idle.map(\.id) == ["idle_supply:welding"] && idle[0].remedies.isEmpty)
    #expect(idle[0].explanation.en.contains("another user has to be found") && idle[0].explanation.zh.contains("另寻需求方"))
  }

  @Test("On the networks that ship who is suggested has some left, or lacks some", arguments: ["majors", "park"])
  func shippedPairs(name: String) throws {
    let analysis = try analysis(shipped(name))
    for gap in try analysis.gaps(of: [.unmetDemand, .idleSupply]) {
      for case .tie(_, let partner) in gap.remedies {
        let balances = analysis.itemBalances
        #expect(
          gap.kind == .unmetDemand
            ? balances.contains { $0.idle > 0 && $0.supplies.contains { $0.actor == partner } }
            : balances.contains { $0.unmet > 0 && $0.demands.contains { $0.actor == partner } }, "\(gap.id)")
      }
    }
  }

  @Test("What is met and used up is no gap; where nobody says how much, each row counts as one")
  func met() throws {
    #expect(
      try found(
        [Supply(actor: 0, item: "welding", quantity: 0.1), Supply(actor: 1, item: "welding", quantity: 0.2)],
        [Demand(actor: 4, item: "welding", quantity: 0.3)]
      ).isEmpty)
    let counted = try found(
      [Supply(actor: 0, item: "welding")],
      [Demand(actor: 4, item: "welding"), Demand(actor: 5, item: "welding"), Demand(actor: 5, item: "milling")])
    #expect(counted.map(\.severity) == [1, 0.5])
  }

  @Test("Nothing is said where a table is missing, or where a row that could tell does not say how much")
  func unknown() throws {
    #expect(try found([], [Demand(actor: 4, item: "welding", quantity: 3)]).isEmpty)
    #expect(try found([Supply(actor: 4, item: "welding", quantity: 3)], []).isEmpty)
    // The supply may be any: no demand is unmet, and at least 2 of the 5 stated are not idle for certain.
    #expect(
      try found(
        [Supply(actor: 0, item: "welding", quantity: 1), Supply(actor: 1, item: "welding")],
        [Demand(actor: 4, item: "welding", quantity: 3)]
      ).isEmpty)
    #expect(
      try found([Supply(actor: 0, item: "welding", quantity: 5)], [Demand(actor: 4, item: "welding")]).isEmpty)
    let assessed = try found(
      [Supply(actor: 0, item: "welding", quantity: 5)], [Demand(actor: 4, item: "welding", quantity: 1)]
    ) { $0.profile.assess = [] }
    #expect(assessed.isEmpty)
  }

  @Test("An item of one chain is a gap of that chain, and more capacity eases it as far as the chain lacks it")
  func chain() throws {
    let network = try shipped("park")
    let gaps = try analysis(network).gaps(of: [.unmetDemand])
    let turbines = try #require(gaps.first { $0.id == "unmet_demand:power:turbines" })
    #expect(turbines.chain.map { network.chains[$0].id } == "power")
    // 200 are asked for and 90 offered; the chain lacks as much.
    #expect(turbines.remedies.contains(.capacity(110, chain: turbines.chain ?? 0)))
    #expect(PlanClass(of: turbines, by: turbines.remedies) == .strengthen)
  }

  @Test("A plan can close it: supplier and demander meet, though nothing else brings them together")
  func plan() throws {
    var network = try shipped("majors")
    // Without one who asks for it, some of what the chemists test is left for a near item.
    let coatings = try network.actor(called: "CH2")
    network.demands.removeAll { $0.actor == coatings }
    let analysis = try analysis(network)
    let gap = try #require(try analysis.gaps(of: [.unmetDemand]).first { $0.id.hasSuffix(":bioprocess") })
    let ends = try PlausibleEnds(analysis)
    let ways = analysis.closings(of: gap, knowing: network.actors.count).flatMap { ends.ways(of: $0, for: gap) }
    let (bio, group) = (try network.actor(called: "BI1"), try network.actor(called: "M-CHEM"))
    #expect(ways == [[.tie(bio, group)]])
  }
}
