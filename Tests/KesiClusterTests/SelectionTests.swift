import KesiFormats
import KesiMatrix
import KesiMeasures
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiCluster

/// Nothing traps, whatever a selection leaves.
@Suite("Any part of any network")
struct SelectionTests {
  static let networks = ["cluster", "colleges", "consortium", "majors", "park", "classics/karate", "classics/davis"]

  static func load(_ name: String) throws -> Network {
    ["cluster", "colleges"].contains(name) ? try fixture(name) : try shipped(name)
  }

  /// Selections that leave no, one, two or few actors, no ties, no chains, or all.
  static func selections(of network: Network) -> [Selection] {
    var found: [Selection] = [Selection()]
    func add(_ change: (inout Selection) -> Void) {
      var selection = Selection()
      change(&selection)
      found.append(selection)
    }
    for kind in Set(network.actors.map(\.kind)).sorted() { add { $0.kinds = [kind] } }
    add { $0.kinds = ["none such"] }
    for zone in network.zones.prefix(3) {
      add { $0.zones = [zone] }
      add {
        $0.zones = [zone]
        $0.kinds = ["government"]
      }
    }
    for chain in network.chains.prefix(2) {
      add { $0.chains = [chain.id] }
      add {
        $0.chains = [chain.id]
        $0.kinds = ["platform"]
      }
    }
    add { $0.period.to = PartialDate("1500") }
    add { $0.period = Period(from: PartialDate("2022"), to: PartialDate("2022")) }
    add { $0.layers = ["none such"] }
    add { $0.layers = [Selection.chainsLayer] }
    add { $0.layers = [Selection.consortiaLayer] }
    add { $0.isDirected = true }
    return found
  }

  @Test("has gaps, indices, losses, mixing and suggestions, or none", arguments: networks)
  func everything(name: String) throws {
    let network = try Self.load(name)
    let goals: [SuggestionGoal] =
      [.index(), .connectivity, .resilience, .algebraicConnectivity, .nearness]
      + (network.chains.isEmpty ? [] : [.index(chain: 0)])
    for selection in Self.selections(of: network) {
      let analysis = Analysis(
        of: try NetworkGraph(of: network, selection), period: selection.period, draws: 100)
      let gaps = try analysis.gaps()
      #expect(gaps.allSatisfy { (0...1).contains($0.severity) })
      #expect(gaps.allSatisfy { !$0.explanation.en.isEmpty && !$0.explanation.zh.isEmpty })
      for chain in analysis.chains.indices {
        #expect(analysis.explanation(of: chain).count == IndexPart.all.count)
      }
      _ = analysis.reranked(concentration: 100, weightings: 10)
      _ = analysis.weakestFirst()
      let all = analysis.dependences()
      #expect(all.count == analysis.graph.actors.count)
      for item in all {
        let vertex = try #require(analysis.graph.vertex[item.actor])
        #expect(String(describing: analysis.dependence(of: vertex)) == String(describing: item))
      }
      _ = try analysis.removalStudies(runs: 2)
      for grouping in Grouping.allCases {
        _ = try analysis.mixing(by: grouping)
        _ = try analysis.brokerRoles(by: grouping)
      }
      _ = try analysis.externalInternalTests()
      _ = try analysis.tripleHelices()
      _ = try analysis.unjudged()
      for goal in goals {
        for limits in [
          SuggestionLimits(ties: 0, positions: 2), SuggestionLimits(ties: 2, positions: 1, perActor: 1),
        ] {
          let found = try analysis.suggestions(for: goal, within: limits)
          #expect(found.count <= limits.ties + limits.positions)
        }
      }
      _ = try Comparison(analysis, analysis, .quick)
      _ = try Drift(from: analysis, to: analysis)
      _ = NetworkChange(from: analysis.graph, to: analysis.graph)
      if !network.actors.isEmpty {
        let changed = Scenario(removing: [0], cascades: true).applied(to: network).network
        let after = Analysis(of: try NetworkGraph(of: changed, selection), period: selection.period)
        _ = try Comparison(analysis, after)
      }
    }
  }

  @Test("has gaps within bounds, or none, whatever the thresholds", arguments: [0.0, 1e-300, 1])
  func thresholds(value: Double) throws {
    for (whole, name) in [(0, "cluster"), (1_000_000_000, "cluster"), (0, "colleges")] {
      var network = try Self.load(name)
      for (_, path) in Thresholds.names { network.profile.thresholds[keyPath: path] = value }
      for (_, path) in Thresholds.wholeNames { network.profile.thresholds[keyPath: path] = whole }
      let analysis = Analysis(of: try NetworkGraph(of: network), draws: 100)
      #expect(try analysis.gaps().allSatisfy { (0...1).contains($0.severity) && !$0.explanation.en.contains(": .") })
      _ = try analysis.unjudged()
    }
  }

  @Test("Every step that is suggested gains, and they add up", arguments: ["cluster", "colleges"])
  func needed(name: String) throws {
    let analysis = Analysis(of: try NetworkGraph(of: Self.load(name)))
    let limits = SuggestionLimits(ties: 50, positions: 30, perActor: 10)
    let found = try analysis.suggestions(for: .index(), within: limits)
    #expect(!found.isEmpty && found.allSatisfy { $0.chain != nil && $0.gain > 0 && !$0.reason.en.isEmpty })
    #expect(abs(found.reduce(found[0].before) { $0 + $1.gain } - found[found.count - 1].after) < 1e-9)
  }

  @Test("Ids that look alike are two where their bytes are")
  func ids() throws {
    var before = network(3, [(0, 1), (1, 2)])
    before.actors[0].id = "\u{E9}"
    before.actors[1].id = "e\u{301}"
    #expect(try before.actor(called: "\u{E9}") == 0 && before.actor(called: "e\u{301}") == 1)
    let graph = try NetworkGraph(of: before)
    let change = NetworkChange(from: graph, to: graph)
    #expect(change.union.actors.count == 3 && change.ties.isEmpty && change.joined.isEmpty && change.left.isEmpty)
    #expect(change.union.ties.map { [$0.source, $0.target] } == [[0, 1], [1, 2]])
    var after = before
    after.actors.removeFirst()
    after.ties = [Tie(0, 1)]
    #expect(NetworkChange(from: graph, to: try NetworkGraph(of: after)).left.count == 1)
    // One that is alone is found by what it looks like.
    #expect(try after.actor(called: "\u{E9}") == 0)
  }

  @Test("A name that several have means none of them: actors, chains and consortia alike")
  func ambiguous() throws {
    var network = network(3, [(0, 1)])
    for place in 0..<3 { network.actors[place].name = place < 2 ? "Twin" : "Single" }
    network.chains = ["a", "b", "c"].map { Chain(id: $0, name: $0 == "c" ? "Single" : "Twin") }
    network.consortia = ["x", "y", "z"].map { Consortium(id: $0, name: $0 == "z" ? "Single" : "Twin") }
    let lookups: [(String) throws -> Int] = [
      network.actor(called:), network.chain(called:), { try network.consortium(called: $0) },
    ]
    for (look, ids) in zip(lookups, [network.actors.map(\.id), ["a", "b", "c"], ["x", "y", "z"]]) {
      #expect(try look("Single") == 2 && look(ids[1]) == 1)
      let error = #expect(throws: UnknownWord.self) { try look("Twin") }
      #expect(error?.message.en.contains("Use an id: \(ids[0]), \(ids[1]).") == true)
      #expect(error?.message.zh.contains("\(ids[0]), \(ids[1])") == true)
      #expect(throws: UnknownWord.self) { try look("nobody") }
    }
  }
}

@Suite("Algebraic connectivity by the whole spectrum")
struct SpectrumTests {
  @Test("is that of the iteration, with one tie more as well")
  func agrees() throws {
    var random = SplitMix(seed: 11, use: "test")
    for order in [3, 4, 7, 20, 45] {
      var builder = MatrixBuilder(order: order, isSymmetric: true, isWeighted: false)
      for vertex in 1..<order { builder.add(UInt32(vertex), UInt32(random.below(vertex))) }
      for _ in 0..<order {
        let (a, b) = (random.below(order), random.below(order))
        if a != b { builder.add(UInt32(a), UInt32(b)) }
      }
      let matrix = builder.build().unweighted()
      let spectrum = try #require(LaplacianSpectrum(of: matrix))
      let exact = try #require(try algebraicConnectivity(of: matrix, on: Parallel()))
      #expect(abs(spectrum.connectivity - exact) < 1e-9)
      for _ in 0..<10 {
        let (a, b) = (random.below(order), random.below(order))
        guard a != b, matrix.withRows({ $0.entry(row: a, column: b) }) == nil else { continue }
        let with = matrix.adding([(a, b, weight: 1)], order: order)
        let more = try #require(try algebraicConnectivity(of: with, on: Parallel()))
        #expect(abs(spectrum.connectivity(adding: a, b) - more) < 1e-8)
        #expect(more <= exact + spectrum.mostGain(adding: a, b) + 1e-9)
      }
    }
  }
}

@Suite("Numbers that cannot be worked with")
struct WorkableTests {
  @Test(
    "are an error with their place, whatever table they stand in", arguments: ["1e308", "1e101", "1e-101", "5e-324"])
  func tooLarge(number: String) throws {
    let actors = "id,name,kind\na,A,enterprise\nb,B,college\n"
    func problems(_ tables: [Table: String]) -> [Problem] {
      do {
        _ = try NetworkReader.read(tables: tables.merging([.actors: actors]) { $1 }.mapValues { Array($0.utf8) })
        return []
      } catch {
        return (error as? BadData)?.problems ?? []
      }
    }
    let ties = "source,target,weight,benefit_source,benefit_target\na,b,1,1,1\n"
    #expect(problems([.ties: ties]).isEmpty)
    for text in [
      "source,target,weight\na,b,\(number)\n", "source,target,benefit_source,benefit_target\na,b,\(number),1\n",
    ] {
      #expect(problems([.ties: text]).map(\.row) == [2])
    }
    let positions = "actor,chain,capacity\nb,c,\(number)\n"
    #expect(problems([.chains: "id,name\nc,C\n", .positions: positions]).map(\.row) == [2])
    #expect(problems([.chains: "id,name,demand\nc,C,\(number)\n", .ties: ties]).map(\.file) == ["chains.csv"])
    let members = "consortium,actor,contribution,share\nk,a,\(number),0.5\n"
    #expect(problems([.consortia: "id,name\nk,K\n", .members: members]).map(\.row) == [2])
  }
}
