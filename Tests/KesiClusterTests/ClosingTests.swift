import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiCluster

@Suite("Who closes a gap")
struct ClosingTests {
  private func closings(_ id: String, _ analysis: Analysis, knowing known: Int? = nil) throws -> [[Remedy]] {
    let gap = try #require(try analysis.gaps(.quick).first { $0.id == id })
    return analysis.closings(of: gap, knowing: known ?? analysis.network.actors.count)
  }

  @Test("A member of the network is asked before anybody is brought in, though it works with nobody of the chain yet")
  func members() throws {
    let network = try shipped("wenzhou")
    let ways = try closings("single_provider:garment:college:WZPT", PlanTests.analysis(network))
    let chain = try #require(network.chains.firstIndex { $0.id == "garment" })
    let inside = Set(network.positions.filter { $0.chain == chain }.map(\.actor))
    let seats = ways.dropLast().map { way -> Int? in if case .seat(let actor, chain)? = way.first { actor } else { nil }
    }
    #expect(seats.count == 3)
    for actor in seats {
      let actor = try #require(actor)
      #expect(network.actors[actor].kind == "college" && !inside.contains(actor))
    }
    // Those with the highest level anywhere first; of equals those who serve the fewest chains.
    let order = seats.compactMap(\.self).map { actor in
      let own = network.positions.filter { $0.actor == actor }
      let levels = own.compactMap(\.level).compactMap(Level.allCases.firstIndex)
      return [levels.min() ?? .max, Set(own.map(\.chain)).count]
    }
    #expect(order == order.sorted { $0.lexicographicallyPrecedes($1) } && order.first?.first == 0)
    #expect(order.last?.first == .max && order.last?.last == 2)
    #expect(ways.last?.first?.isPosition == true && ways.last?.first?.actors.isEmpty == true)
  }

  @Test("Who looks nothing like a partner of a chain is not led into it, unless it works with somebody there")
  func near() throws {
    let network = try shipped("suzhou")
    let analysis = try PlanTests.analysis(network)
    let gap = try #require(try analysis.gaps(.quick).first { $0.id == "missing_kind:electronics:college" })
    let ends = try PlausibleEnds(analysis)
    let ways = analysis.closings(of: gap, knowing: network.actors.count).flatMap { ends.ways(of: $0, for: gap) }
    for way in ways {
      for case .seat(let actor, let chain) in way {
        let works = analysis.chains[chain].actors.contains { analysis.areTied($0, actor) }
        let plausibility = try #require(ends.plausibility(of: way))
        #expect(works || plausibility >= 0.5)
      }
    }
    #expect(ways.contains { $0.contains { if case .position = $0 { true } else { false } } })
  }

  @Test("No second is sought for one that depends on the first alone, nor for a first that has yet to come")
  func second() throws {
    let suzhou = try PlanTests.analysis(shipped("suzhou"))
    #expect(try closings("single_provider:materials:university:UNI-D", suzhou).isEmpty)
    #expect(try !closings("single_provider:electronics:university:UNI-B", suzhou).isEmpty)
    let network = try shipped("majors")
    let chain = try #require(network.chains.firstIndex { $0.id == "software" })
    let hosts = try ["SW1", "SW2"].map { try network.actor(called: $0) }
    let later = try ClusterTrial(PlanTests.analysis(network)).analysis(
      with: [.position(kind: "platform", chain: chain, partners: hosts)])
    let gap = "single_provider:software:platform:new:platform:1"
    #expect(try closings(gap, later, knowing: network.actors.count).isEmpty)
    #expect(try !closings(gap, later).isEmpty)
  }

  @Test("Those who are cut off meet whom they supply, or who supplies them, one after the other")
  func supply() throws {
    let network = try shipped("park")
    let plan = try PlanTests.analysis(network).plan(within: PlanLimits())
    let step = try #require(plan.first { $0.gap.id == "cut_actor:coal:MIC" })
    func tie(_ a: String, _ b: String) throws -> Remedy {
      Remedy.tie(try network.actor(called: a), try network.actor(called: b)).undirected
    }
    // The mine asks for the care of machines: the college that offers it has just been joined.
    #expect(
      try Set(step.remedies.map(\.undirected)) == [tie("CC", "COAL1"), tie("CA", "COAL2"), tie("CC", "COAL3")],
      "\(step.remedies.map { $0.code(in: network) })")
  }

  @Test("No authority is an end of a new tie that a plan arranges", arguments: PlanTests.networks)
  func authorities(name: String) throws {
    let network = try shipped(name)
    for step in try PlanTests.analysis(network).plan(within: PlanLimits()) {
      for actor in step.remedies.filter(\.isNewTie).flatMap(\.actors) {
        #expect(!["government", "park"].contains(network.actors[actor].kind), "\(network.actors[actor].id)")
      }
    }
  }
}
