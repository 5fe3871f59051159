import Foundation
import FoundationXML
import KesiCluster
import KesiFormats
import KesiMatrix
import KesiMeasures
import KesiTestSupport
import Testing

@testable import KesiDrawing

func survey(of network: Network) throws -> GapSurvey { GapSurvey(of: try NetworkGraph(of: network)) }

func map(_ network: Network, _ language: Language = .en) throws -> Picture {
  let survey = try survey(of: network)
  return try MapDrawing.picture(
    of: survey, gaps: survey.gaps(), size: vertexMeasures[0], context: MeasureContext(survey.graph.matrix),
    language: language)
}

/// The text and element names of an SVG, by a parser that refuses what is not well-formed.
final class SVGContent: NSObject, XMLParserDelegate {
  private(set) var text = ""
  private(set) var elements = Set<String>()
  private(set) var polygons = 0

  init(_ bytes: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    if !parser.parse() {
      throw DrawingError(Phrase("not well-formed: \(String(describing: parser.parserError))", zh: ""))
    }
  }

  func parser(_: XMLParser, foundCharacters string: String) { text += string }
  func parser(
    _: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.insert(name)
    if name == "polygon" { polygons += 1 }
  }
}

@Suite("Pictures")
struct DrawingTests {
  static let hostile = [
    "\"quoted\"", "back\\slash \\N \\G", "<script>alert(1)</script>", "a & b &amp; c", "two\nlines", "苏州大学", "😀 emoji",
    "<<b>>", "]]>", "\u{1}<IMG SRC=\"/etc/passwd\"/>", "\u{202E}backwards", "'; DROP", "--", "",
    String(repeating: "长", count: 300),
    "#ff0000", "a;b|c{d}", "\u{1B}[31m", "\\\"", "label:0", "\u{FFFE}", "&#65;",
  ]

  @Test("Any text is shown as text: quotes, backslashes, tags, control characters, emoji, 300 characters")
  func hostileNames() throws {
    var network = Network()
    network.actors = Self.hostile.enumerated().map { index, name in
      Actor(id: name + "\(index)", name: name.isEmpty ? " " : name, nameZh: name.isEmpty ? nil : name, kind: name)
    }
    network.ties = (1..<Self.hostile.count).map { Tie(0, $0, kind: Self.hostile[$0]) }
    network.chains = [Chain(id: Self.hostile[2], name: Self.hostile[2], requires: [Self.hostile[3]])]
    network.positions = [Position(actor: 0, chain: 0), Position(actor: 1, chain: 0)]
    network.profile.title = Phrase(Self.hostile[2], zh: Self.hostile[0])
    for picture in [try map(network), CoverageDrawing.picture(of: try survey(of: network), language: .en)] {
      let svg = try SVGContent(picture.bytes(as: .svg))
      #expect(svg.elements.isDisjoint(with: ["script", "image", "IMG", "b"]))
      #expect(svg.text.contains("<script>alert(1)"))
      _ = try picture.bytes(as: .png)
    }
  }

  @Test("A quoted value ends where it should, whatever is in it", arguments: hostile)
  func quoting(_ text: String) {
    let quoted = DOT.quoted(text)
    var inside = quoted.dropFirst().dropLast()
    #expect(quoted.first == "\"" && quoted.last == "\"")
    while let character = inside.popFirst() {
      if character == "\\" { #expect(inside.popFirst() != nil) } else { #expect(character != "\"") }
    }
  }

  @Test(
    "Every actor of a map is named in both languages, and illustrative data is marked",
    arguments: ["suzhou", "wenzhou"])
  func names(_ name: String) throws {
    let network = try shipped(name)
    let chinese = try SVGContent(map(network, .zh).bytes(as: .svg)).text
    for actor in network.actors { #expect(chinese.contains(actor.shortName(in: .zh)), "\(actor.id)") }
    #expect(chinese.contains("示意数据") && chinese.contains(network.profile.title!.zh))
    let english = try SVGContent(map(network, .en).bytes(as: .svg)).text
    for actor in network.actors { #expect(english.contains(actor.shortName(in: .en)), "\(actor.id)") }
    #expect(english.contains("illustrative data"))
  }

  @Test("No label of a map lies on another label or symbol", arguments: ["suzhou", "wenzhou"], [1, 2, 3])
  func overlap(_ name: String, seed: Int) throws {
    let survey = try survey(of: shipped(name))
    let sizes = try vertexMeasures[0].compute(MeasureContext(survey.graph.matrix))
    let scene = MapScene(of: survey, gaps: try survey.gaps(), sizes: sizes, theme: Theme(), language: .zh)
    let layout = try MapLayout(of: scene, seed: seed)
    var boxes: [(middle: Point, width: Double, height: Double)] = []
    for (symbol, place) in zip(scene.symbols, layout.symbols) {
      boxes.append((place, max(symbol.size, symbol.label.width), symbol.size + symbol.label.height))
    }
    for (ghost, place) in zip(scene.ghosts, layout.ghosts) {
      boxes.append((place, max(MapDrawing.ghostSize, ghost.label.width), MapDrawing.ghostSize + ghost.label.height))
    }
    for (i, a) in boxes.enumerated() {
      for b in boxes[..<i] {
        let apart =
          abs(a.middle.x - b.middle.x) >= (a.width + b.width) / 2 - 0.5
          || abs(a.middle.y - b.middle.y) >= (a.height + b.height) / 2 - 0.5
        #expect(apart)
      }
    }
  }

  @Test("An SVG fills its frame: nothing scales the drawing out of it", arguments: ["suzhou", "wenzhou"])
  func frame(_ name: String) throws {
    let survey = try survey(of: shipped(name))
    for picture in [try map(shipped(name)), CoverageDrawing.picture(of: survey, language: .zh)] {
      let svg = String(decoding: try picture.bytes(as: .svg), as: UTF8.self)
      let size = try #require(
        svg.firstMatch(of: /width="(\d+)pt" height="(\d+)pt"\s+viewBox="0.00 0.00 (\d+)[.\d]* (\d+)/))
      #expect(abs(Int(size.1)! - Int(size.3)!) <= 1 && abs(Int(size.2)! - Int(size.4)!) <= 1)
      #expect(svg.contains("scale(1 1)"))
    }
  }

  @Test("Pictures are the same in every run")
  func repeatable() throws {
    let network = try fixture("cluster")
    #expect(try map(network).dot == map(network).dot)
    #expect(try map(network).bytes(as: .svg) == map(network).bytes(as: .svg))
  }

  @Test("Gaps are marked: cut actors ringed, bridges red, missing kinds dashed")
  func marks() throws {
    let dot = try map(fixture("cluster")).dot
    #expect(dot.contains("color=\"#C00000\", penwidth=\"3.2\""))
    #expect(dot.contains("ghost:0"))
    #expect(dot.split(separator: "\n").contains { $0.contains(" -- ") && $0.contains("#C00000") })
  }

  @Test("Coverage shows a missing platform as missing and an unassessed one as not assessed")
  func coverage() throws {
    let survey = try survey(of: fixture("colleges"))
    let picture = CoverageDrawing.picture(of: survey, language: .zh)
    let text = try SVGContent(picture.bytes(as: .svg)).text
    #expect(text.contains("缺失") && text.contains("未评估") && text.contains("国家级") && text.contains("示意数据"))
  }

  @Test("Networks of any size and shape are drawn", arguments: [0, 1, 2, 3, 50])
  func sizes(count: Int) throws {
    var network = Network()
    network.actors = (0..<count).map { Actor(id: "\($0)", name: "Actor \($0)", kind: "enterprise") }
    network.ties = count > 3 ? (1..<count / 2).map { Tie(0, $0) } : []
    for format in Picture.Format.allCases {
      #expect(try !map(network).bytes(as: format).isEmpty)
    }
    #expect(try map(network).bytes(as: .png).starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(try map(network).bytes(as: .pdf).starts(with: Array("%PDF".utf8)))
  }

  @Test("What Graphviz complains of becomes an error with its words")
  func errors() {
    #expect {
      try Graphviz.render("graph {", engine: "neato", format: "svg")
    } throws: { error in
      (error as? DrawingError)?.message.en.contains("syntax error") == true
    }
    #expect(throws: DrawingError.self) { try Graphviz.render("graph {a}", engine: "nonsense", format: "svg") }
    #expect(throws: DrawingError.self) { try Graphviz.render("graph {a}", engine: "neato", format: "nonsense") }
  }

  @Test("A hull holds its points, and the way out of it leads out")
  func hull() throws {
    let points = (0..<40).map { (index: Int) -> Point in
      let (x, y) = (index * 37 % 101, index * 53 % 89)
      return Point(x: Double(x), y: Double(y))
    }
    let hull = Hull.convex(points)
    for point in points { #expect(Hull.wayOut(of: hull, from: point, reach: 0.001) != nil) }
    var inside = Point(x: 50, y: 44)
    let step = try #require(Hull.wayOut(of: hull, from: inside, reach: 5))
    inside.x += step.x * 1.001
    inside.y += step.y * 1.001
    #expect(Hull.wayOut(of: hull, from: inside, reach: 5) == nil)
  }
}
