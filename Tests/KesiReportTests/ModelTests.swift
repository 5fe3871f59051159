import Foundation
import KesiCluster
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiReport

@Suite("The report's model")
struct ModelTests {
  static func report(of network: Network) throws -> Report {
    let analysis = Analysis(of: try NetworkGraph(of: network), draws: 32)
    return try Report(of: analysis, language: .en, version: "1")
  }

  @Test("The JSON within the page is what the API gives, and reads back as the same model")
  func same() throws {
    var network = try fixture("cluster")
    network.actors[0].name = "<b>\u{2028}&"
    let report = try Self.report(of: network)
    let page = String(decoding: try report.html(), as: UTF8.self)
    let start = try #require(page.firstRange(of: "<script type=\"application/json\" id=\"data\">"))
    let end = try #require(page[start.upperBound...].firstRange(of: "</script>"))
    let within = page[start.upperBound..<end.lowerBound]
    let bytes = try report.model().json()
    // Where a page could be ended by it, a scalar is written by its number, which JSON reads as the same.
    #expect(HTML(json: String(decoding: bytes, as: UTF8.self)).markup == String(within))
    let read = try JSONDecoder().decode(ReportModel.self, from: Data(within.utf8))
    #expect(try read == report.model())
    #expect(try read.json() == bytes)
  }

  @Test(
    "Places point into the lists that they are of, and numbers are as many as measures",
    arguments: ["cluster", "colleges"])
  func places(name: String) throws {
    let model = try Self.report(of: fixture(name)).model()
    #expect(!model.actors.isEmpty && !model.gaps.isEmpty)
    for actor in model.actors {
      #expect(model.kinds.indices.contains(actor.kind))
      #expect(actor.zone == -1 || model.zones.indices.contains(actor.zone))
      #expect(actor.chains.allSatisfy(model.chains.indices.contains))
      #expect(actor.measures.count == model.measures.count)
    }
    for tie in model.ties {
      #expect(tie.source < tie.target && model.actors.indices.contains(tie.target))
    }
    for chain in model.chains { #expect(chain.actors.allSatisfy(model.actors.indices.contains)) }
    for gap in model.gaps {
      #expect(gap.chain == -1 || model.chains.indices.contains(gap.chain))
      #expect(gap.actors.allSatisfy(model.actors.indices.contains))
      #expect(model.gapKinds.contains { $0.id == gap.kind } && model.levels.contains { $0.id == gap.level })
    }
    #expect(model.kinds.map(\.count).reduce(0, +) == model.actors.count)
    #expect(model.measures.first?.id == "degree")
  }

  /// What the comments of the model's source say: of each type the keys of its properties, and of which type the lists
  /// are that the model holds.
  private struct Documentation {
    var keys: [String: Set<String>] = [:]
    var lists: [String: String] = [:]
    /// What stands in the JSON of a tie, in this order.
    var tie: [String] = []

    init() throws {
      let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/KesiReport/ReportModel.swift")
      let model = "ReportModel"
      var type = model
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n").prefix(while: { $0 != "}" }) {
        if line == "  }" { type = model }
        if let name = line.firstMatch(of: /^  public struct (\w+)/)?.1 { type = String(name) }
        if line.contains("///"), let words = line.firstMatch(of: /Keys? (`\w+`(?: and `\w+`)*)\./)?.1 {
          keys[type, default: []].formUnion(words.matches(of: /\w+(?=`)/).map { String($0.0) })
        }
        if type == model, let list = line.firstMatch(of: /public let (\w+): \[(\w+)\]/) {
          lists[String(list.1)] = String(list.2)
        }
        if let places = line.firstMatch(of: /A tie of two actors\. In JSON `\[(.*)\]`/)?.1 {
          tie = places.split(separator: ", ").map(String.init)
        }
      }
    }
  }

  @Test("The keys of the JSON are those that the documentation names")
  func keys() throws {
    let documentation = try Documentation()
    let bytes = try Self.report(of: fixture("cluster")).model().json()
    let json = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(Set(json.keys) == documentation.keys["ReportModel"])
    #expect(Set(json.keys) == Set(documentation.lists.keys).union(["title"]))
    // One of whom all is known: places are left out where the map is a picture.
    let name = ReportModel.BothLanguages(en: "A", zh: "甲")
    let actor = ReportModel.Actor(
      id: "a", name: name, shortName: name, kind: 0, zone: 0, chains: [], measures: [], partners: 0, losses: [1, 0],
      x: 1, y: 2)
    let whole = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(actor)) as? [String: Any]
    for (list, type) in documentation.lists where type != "Tie" {
      let items = try #require(json[list] as? [[String: Any]])
      let keys = Set(items.flatMap(\.keys)).union(type == "Actor" ? whole?.keys.map(\.self) ?? [] : [])
      #expect(!items.isEmpty && keys == documentation.keys[type], "\(list): \(keys)")
    }
    #expect(documentation.tie == ["source", "target", "weight", "from", "to"])
    #expect((json["ties"] as? [[Any]])?.allSatisfy { $0.count == documentation.tie.count } == true)
  }

  @Test("Every measure of the page is one that there is, and none is left out")
  func measures() throws {
    let known = ReportModel.measureNames.compactMap(ActorMeasure.called)
    #expect(known.map(\.id) == ReportModel.measureNames)
    let model = try Self.report(of: fixture("cluster")).model()
    #expect(model.measures.map(\.id) == ReportModel.measureNames)
  }
}
