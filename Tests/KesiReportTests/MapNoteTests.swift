import KesiCluster
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiDrawing
@testable import KesiReport

@Suite("What the page says beside its map")
struct MapNoteTests {
  private func analysis(of network: Network) throws -> Analysis { Analysis(of: try NetworkGraph(of: network)) }

  @Test("The page's shapes are those of pictures, closed and within the square of a circle and a little more")
  func shapes() {
    for shape in KindShape.allCases where shape != .circle {
      #expect(shape.path.hasPrefix("M") && shape.path.hasSuffix("Z") && !shape.path.contains("-0.0"))
      let corners = shape.path.dropFirst().dropLast().split(separator: "L").map { corner in
        corner.split(separator: " ").compactMap { Double($0) }
      }
      #expect(corners.count == shape.corners.count)
      for (corner, place) in zip(corners, shape.corners) {
        #expect(abs(corner[0] / 16 - place.x) < 0.004 && abs(corner[1] / 16 + place.y) < 0.004)
      }
    }
  }

  @Test("The note says what soft shapes are, since the page has no legend")
  func note() throws {
    var network = Network()
    network.actors = (0..<8).map { Actor(id: "\($0)", name: "actor \($0)", kind: "enterprise") }
    network.ties = [Tie(0, 1), Tie(2, 3), Tie(4, 5)]
    network.chains = ["a", "b", "c"].map { Chain(id: $0, name: $0) }
    network.positions = [(0, 0), (1, 0), (2, 1), (3, 1), (4, 2), (5, 2), (7, 0), (7, 1), (7, 2)].map {
      Position(actor: $0.0, chain: $0.1)
    }
    let analysis = try analysis(of: network)
    let report = try Report(of: analysis, language: .en, version: "1")
    #expect(try report.mapNote(shown: 3, of: 3).en.contains("Area: a chain; who is in three or more stands outside."))
    #expect(try report.mapNote(shown: 3, of: 3).zh.contains("色块：产业链（属于三条及以上的单位在色块之外）。"))
  }
}
