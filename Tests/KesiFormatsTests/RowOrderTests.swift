import Foundation
import KesiFormats
import KesiMatrix
import KesiMeasures
import KesiNetwork
import KesiResults
import Testing

@testable import KesiCluster

/// A network in a folder, and the same with the rows of every table in another order.
private struct Shuffled {
  let straight: Network
  let shuffled: Network

  init(_ name: String, seed: UInt64) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appending(path: name)
    var tables: [Table: [UInt8]] = [:]
    var mixed = tables
    var random = SplitMix(seed: seed, use: "test")
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    where file.pathExtension == "csv" {
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      let lines = text.split(whereSeparator: \.isNewline)
      // A cell over several lines would fall apart.
      try #require(lines.allSatisfy { $0.count { $0 == "\"" } % 2 == 0 })
      let table = try #require(Table(rawValue: file.deletingPathExtension().lastPathComponent))
      tables[table] = Array(text.utf8)
      mixed[table] = Array(([lines[0]] + lines.dropFirst().shuffled(using: &random)).joined(separator: "\n").utf8)
    }
    let profile = try? Data(contentsOf: folder.appending(path: "network.yml"))
    func read(_ tables: [Table: [UInt8]]) throws -> Network {
      try NetworkReader.read(tables: tables, profile: profile.map(Array.init)).inCanonicalOrder().network
    }
    (straight, shuffled) = (try read(tables), try read(mixed))
  }

  /// What a network comes to, in both orders of its rows.
  func texts(_ table: (Network) throws -> ResultTable) rethrows -> (String, String) {
    func text(_ network: Network) throws -> String { TableFormat.csv.text(of: try table(network), in: .en, width: 100) }
    return (try text(straight), try text(shuffled))
  }
}

@Suite("No result depends on the order of rows")
struct RowOrderTests {
  static let networks =
    ["suzhou", "suzhou-register", "wenzhou", "consortium", "majors", "park"].map { "graphs/\($0)" }
    + ["davis", "florentine", "karate", "kite"].map { "graphs/classics/\($0)" }
    + ["Tests/Networks/cluster", "Tests/Networks/colleges"]

  /// Draws set out from the order of the rows: what they say differs within its error.
  private static let drawn = Set(GapKind.all.filter { $0.cost == .draws })

  @Test("Summary and measures of actors and ties are the same", arguments: networks)
  func measures(name: String) throws {
    for seed in [1, 2] as [UInt64] {
      let pair = try Shuffled(name, seed: seed)
      for isWeighted in [false, true] {
        func context(_ graph: NetworkGraph) -> MatrixNumbers {
          var options = MeasureOptions(usesWeights: isWeighted)
          options.kinds = graph.labels(by: \.kind)
          return MatrixNumbers(graph.matrix, options, incidence: graph.incidence)
        }
        let summaries = try pair.texts {
          let graph = try NetworkGraph(of: $0)
          return try .summary(of: Analysis(of: graph), by: context(graph), in: .en)
        }
        #expect(summaries.0 == summaries.1)
        let ties = try pair.texts {
          let graph = try NetworkGraph(of: $0)
          return try .tieMetrics(TieMeasure.all, of: graph, by: context(graph), in: .en)
        }
        #expect(ties.0 == ties.1)
        let actors = try pair.texts {
          let graph = try NetworkGraph(of: $0)
          return try .metrics(ActorMeasure.all, of: graph, by: context(graph), in: .en)
        }
        // Rows stand in the order of the table.
        #expect(actors.0 != actors.1)
        #expect(actors.0.split(separator: "\n").sorted() == actors.1.split(separator: "\n").sorted())
      }
    }
  }

  @Test("Chains and gaps are the same, word by word", arguments: networks)
  func gaps(name: String) throws {
    for seed in [1, 2] as [UInt64] {
      let pair = try Shuffled(name, seed: seed)
      func found(_ analysis: Analysis) throws -> [Gap] { try analysis.gaps().filter { !Self.drawn.contains($0.kind) } }
      let gaps = try pair.texts {
        let analysis = Analysis(of: try NetworkGraph(of: $0), draws: 16)
        return .gaps(try found(analysis), of: analysis.graph, in: .en)
      }
      #expect(gaps.0 == gaps.1)
      let chains = try pair.texts {
        let analysis = Analysis(of: try NetworkGraph(of: $0), draws: 16)
        return .chains(analysis, gaps: try found(analysis), in: .en)
      }
      #expect(chains.0 == chains.1)
    }
  }

  @Test("Suggestions are the same, with their reasons", arguments: networks)
  func suggestions(name: String) throws {
    let pair = try Shuffled(name, seed: 3)
    for goal: SuggestionGoal in [.index(), .connectivity, .resilience, .algebraicConnectivity, .nearness] {
      let found = try pair.texts {
        let analysis = Analysis(of: try NetworkGraph(of: $0))
        return .suggestions(try analysis.suggestions(for: goal, within: SuggestionLimits()), of: $0, in: .en)
      }
      #expect(found.0 == found.1, "\(goal)")
    }
  }

  @Test("A network compared with itself in another order has not changed", arguments: networks)
  func comparison(name: String) throws {
    let pair = try Shuffled(name, seed: 4)
    let analyses = try [pair.straight, pair.shuffled].map { Analysis(of: try NetworkGraph(of: $0), draws: 1000) }
    let comparison = try Comparison(analyses[0], analyses[1], .all)
    // A gap whose p lies at the threshold may be found by some draws and not by others.
    #expect(comparison.rows.allSatisfy { if case .gapCount = $0.subject { true } else { $0.before == $0.after } })
    #expect((comparison.closed + comparison.opened).allSatisfy { Self.drawn.contains($0.kind) })
    #expect(comparison.changed.isEmpty)
    let drift = try Drift(from: analyses[0], to: analyses[1])
    #expect(drift.moves.isEmpty && drift.communities.isEmpty && drift.agreement ?? 1 == 1)
  }

  @Test(
    "A list of ties is the same network in any order of its lines",
    arguments: [
      (["a,b", "a,f", "b,d", "c,d", "c,e", "d,e"], ["b,d", "c,e", "c,d", "d,e", "a,f", "a,b"]),
      (["a,b", "b,c", "c,d", "e,f", "e,g", "e,h"], ["e,f", "e,g", "e,h", "a,b", "b,c", "c,d"]),
      (["a,b,0.1", "b,a,0.2", "a,b,0.3", "c,a,0.7"], ["c,a,0.7", "a,b,0.3", "b,a,0.2", "a,b,0.1"]),
    ])
  func lists(lines: [String], others: [String]) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    func table(_ lines: [String]) throws -> [String] {
      try Data(lines.joined(separator: "\n").utf8).write(to: file)
      let network = try NetworkReader.read(file.path).inCanonicalOrder().network
      let graph = try NetworkGraph(of: network)
      let context = MatrixNumbers(graph.matrix, MeasureOptions(usesWeights: true))
      return try [
        ResultTable.summary(of: Analysis(of: graph), by: context, in: .en),
        .metrics(ActorMeasure.all, of: graph, by: context, in: .en),
        .gaps(try Analysis(of: graph).gaps(), of: graph, in: .en),
      ].map { TableFormat.csv.text(of: $0, in: .en, width: 100) }
    }
    #expect(try table(lines) == table(others))
  }

  @Test("Ids come in the order of numbers, then of bytes")
  func ids() {
    let sorted = ["0", "2", "10", "007", "A", "A10", "A2", "a", "é", "甲"]
    #expect(sorted.reversed().map(IDOrder.init).sorted().map(\.text) == sorted)
  }
}
