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

  @Test("The keys of the JSON are those that the documentation names")
  func keys() throws {
    let bytes = try Self.report(of: fixture("cluster")).model().json()
    let json = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    func keys(_ list: String) -> Set<String> {
      Set((json[list] as? [[String: Any]] ?? []).flatMap(\.keys))
    }
    #expect(
      Set(json.keys) == [
        "title", "kinds", "zones", "chains", "measures", "actors", "ties", "gaps", "gapKinds", "levels",
      ])
    #expect(keys("actors") == ["i", "n", "s", "k", "z", "c", "m", "p", "d"])
    #expect(keys("kinds") == ["id", "n", "color", "path", "count"])
    #expect(keys("chains") == ["id", "n", "v"])
    #expect(keys("gaps") == ["k", "t", "kind", "l", "c", "v"])
    #expect(keys("gapKinds") == ["id", "n", "group"])
    #expect(keys("measures") == ["id", "n"] && keys("levels") == ["id", "n"] && keys("zones") == ["id", "n"])
    #expect((json["ties"] as? [[Any]])?.allSatisfy { $0.count == 5 } == true)
  }
}
