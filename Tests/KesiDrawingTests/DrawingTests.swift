import Foundation
import FoundationXML
import KesiCluster
import KesiMatrix
import KesiMeasures
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiDrawing

func analysis(of network: Network) throws -> Analysis { Analysis(of: try NetworkGraph(of: network)) }

func map(_ network: Network, _ language: Language = .en) throws -> Picture {
  let analysis = try analysis(of: network)
  return try MapDrawing.picture(
    of: analysis, gaps: analysis.gaps(), size: .degree,
    style: PictureStyle(language))
}

@Suite("Pictures")
struct DrawingTests {
  @Test(
    "Every actor of a map is named in the language of the map and in no other, and illustrative data is marked",
    arguments: ["cluster", "colleges"])
  func names(_ name: String) throws {
    let network = try fixture(name)
    let chinese = try SVGContent(map(network, .zh).bytes(as: .svg))
    let english = try SVGContent(map(network, .en).bytes(as: .svg))
    for actor in network.actors {
      let (en, zh) = (actor.shortName(in: .en), actor.shortName(in: .zh))
      #expect(chinese.texts.contains(zh) && !chinese.texts.contains(en), "\(actor.id)")
      #expect(english.texts.contains(en) && !english.texts.contains(zh), "\(actor.id)")
    }
    let title = try #require(network.profile.title)
    #expect(chinese.text.contains("示意数据") && chinese.texts.contains(title.zh) && !chinese.texts.contains(title.en))
    #expect(english.text.contains("illustrative data") && english.texts.contains(title.en))
  }

  @Test(
    "No label of a map lies on another label or symbol",
    arguments: ["suzhou", "wenzhou", "classics/karate", "classics/davis"], [1, 2, 3])
  func overlap(_ name: String, seed: Int) throws {
    let analysis = try analysis(of: shipped(name))
    let sizes = try ActorMeasure.degree.compute(MatrixNumbers(analysis.graph.matrix))
    let scene = try MapScene(
      of: analysis, gaps: try analysis.gaps(), sizes: sizes, theme: Theme(for: analysis.graph.network),
      style: PictureStyle(.zh))
    let layout = MapLayout(of: scene, seed: seed)
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

  @Test("An SVG holds all of its parts, and says its size in points", arguments: ["suzhou", "wenzhou"])
  func frame(_ name: String) throws {
    let analysis = try analysis(of: shipped(name))
    for picture in [try map(shipped(name)), try CoverageDrawing.picture(of: analysis, style: PictureStyle(.zh))] {
      let svg = String(decoding: try picture.bytes(as: .svg), as: UTF8.self)
      let size = try #require(
        svg.firstMatch(of: /width="([\d.]+)pt" height="([\d.]+)pt" viewBox="0 0 ([\d.]+) ([\d.]+)"/))
      #expect(size.1 == size.3 && size.2 == size.4)
      let (width, height) = (try #require(Double(size.3)), try #require(Double(size.4)))
      for match in svg.matches(of: /[ "](?:x|cx)="([-\d.]+)" (?:y|cy)="([-\d.]+)"/) {
        let (x, y) = (try #require(Double(match.1)), try #require(Double(match.2)))
        #expect((0...width).contains(x) && (0...height).contains(y))
      }
    }
  }

  @Test("Gaps are marked: cut actors ringed, bridges red, missing kinds dashed")
  func marks() throws {
    let analysis = try analysis(of: fixture("cluster"))
    let gaps = try analysis.gaps()
    let picture = try MapDrawing.picture(
      of: analysis, gaps: gaps, size: .degree,
      style: PictureStyle(.en))
    var (rings, red, ghosts) = (0, 0, 0)
    for part in picture.canvas.parts {
      switch part.shape {
      case .symbol(_, _, let size, _, let stroke):
        if stroke.color == "#C00000", size > 14, part.id.hasPrefix("v") { rings += 1 }
        if stroke.isDashed, size == MapDrawing.ghostSize { ghosts += 1 }
      case .tie(_, _, _, let stroke, _): if stroke.color == "#C00000" { red += 1 }
      case .area, .segment, .path, .text: break
      }
    }
    #expect(rings == gaps.count { $0.kind == .cutActor && $0.chain == nil } && rings > 0)
    #expect(red == gaps.count { $0.kind == .bridgeTie && $0.chain == nil } && red > 0)
    #expect(ghosts == gaps.count { $0.kind == .missingKind } && ghosts > 0)
  }

  @Test("Coverage shows a missing platform as missing and an unassessed one as not assessed")
  func coverage() throws {
    let analysis = try analysis(of: fixture("colleges"))
    let picture = try CoverageDrawing.picture(of: analysis, style: PictureStyle(.zh))
    let text = try SVGContent(picture.bytes(as: .svg)).text
    #expect(text.contains("缺失") && text.contains("未评估") && text.contains("国家级") && text.contains("示意数据"))
  }

  @Test("A kind whose actors have columns of their own is called “other” for the rest of it")
  func others() throws {
    var network = Network()
    network.actors = ["A", "B", "C"].map { Actor(id: $0, name: $0, kind: "university") }
    network.chains = ["x", "y"].map { Chain(id: $0, name: $0, requires: ["university"]) }
    network.positions = [(0, 0), (0, 1), (1, 0), (2, 1)].map { Position(actor: $0.0, chain: $0.1) }
    let analysis = try analysis(of: network)
    #expect(
      try SVGContent(CoverageDrawing.picture(of: analysis, style: PictureStyle(.zh)).bytes(as: .svg)).texts.contains(
        "其他高校"))
    let english = try SVGContent(CoverageDrawing.picture(of: analysis, style: PictureStyle(.en)).bytes(as: .svg))
    #expect(english.texts.contains("other") && english.texts.contains("universities"))
    network.positions = [(1, 0), (2, 1)].map { Position(actor: $0.0, chain: $0.1) }
    let none = try CoverageDrawing.picture(of: KesiDrawingTests.analysis(of: network), style: PictureStyle(.zh))
    #expect(try SVGContent(none.bytes(as: .svg)).texts.contains("高校"))
  }

  @Test("The tables of coverage are in the colors of the theme", arguments: ThemeName.allCases)
  func themes(_ theme: ThemeName) throws {
    let picture = try CoverageDrawing.picture(of: analysis(of: fixture("colleges")), style: PictureStyle(.zh, theme))
    let svg = String(decoding: try picture.bytes(as: .svg), as: UTF8.self)
    let colors = Set(svg.matches(of: /#[0-9A-Fa-f]{6}/).map { String($0.0) })
    let isGrey = { (color: String) in
      let digits = Array(color.dropFirst())
      return digits[0...1] == digits[2...3] && digits[2...3] == digits[4...5]
    }
    #expect(colors.allSatisfy(isGrey) == (theme == .print))
    #expect(colors.contains("#FFFFFF") == (theme != .dark) || theme == .dark)
  }

  @Test("No two kinds of a legend share both symbol and color", arguments: ThemeName.allCases)
  func looks(_ theme: ThemeName) throws {
    var network = Network()
    let undeclared = (0..<25).map { "kind \($0)" }
    network.profile.kinds += [
      Kind(id: "lab", label: Phrase("lab", zh: "实验室")),
      Kind(id: "red", label: Phrase("red", zh: "红"), color: "#0072B2"),
      Kind(id: "round", label: Phrase("round", zh: "圆"), shape: .circle),
      Kind(id: "both", label: Phrase("both", zh: "都"), color: "#0072B2", shape: .circle),
      Kind(id: "twin", label: Phrase("twin", zh: "同"), color: "#0072B2", shape: .circle),
      Kind(id: "", label: Phrase("", zh: "")),
    ]
    network.actors = (undeclared + network.profile.kinds.map(\.id)).enumerated().map {
      Actor(id: "\($0.offset)", name: "\($0.offset)", kind: $0.element)
    }
    let look = Theme(theme, for: network)
    let kinds = network.kinds(of: network.actors.indices)
    let symbols = kinds.map { look.symbol(of: $0) }
    #expect(Set(symbols).count == kinds.count)
    let declared = network.profile.kinds.filter { $0.color != nil && theme != .print }
    for kind in declared { #expect(look.symbol(of: kind).color == kind.color) }
    #expect(look.symbol(of: try #require(kinds.first { $0.id == "round" })).shape == .circle)
  }

  @Test("Kinds that differ in bytes alone are two in a legend and in lanes, each with a look of its own")
  func exactKinds() throws {
    let names = ["caf\u{E9}", "cafe\u{301}"]
    var network = Network()
    network.actors = (0..<4).map { Actor(id: "\($0)", name: "\($0)", kind: names[$0 % 2]) }
    network.ties = [Tie(0, 1), Tie(1, 2), Tie(2, 3)]
    network.chains = [Chain(id: "c", name: "C", requires: names)]
    network.positions = (0..<4).map { Position(actor: $0, chain: 0, stage: nil) }
    let kinds = network.kinds(of: network.actors.indices)
    #expect(kinds.map { Array($0.id.utf8) } == names.map { Array($0.utf8) })
    let look = Theme(.standard, for: network)
    #expect(look.symbol(of: kinds[0]) != look.symbol(of: kinds[1]))
    let analysis = try analysis(of: network)
    let pictures = try [
      ChainLanes.picture(of: analysis, gaps: [], style: PictureStyle(.en)),
      CoverageDrawing.picture(of: analysis, style: PictureStyle(.en)),
      map(network),
    ].map { try String(decoding: $0.bytes(as: .svg), as: UTF8.self).lowercased() }
    for (number, picture) in pictures.enumerated() {
      for name in names { #expect(picture.utf8.contains(Array("\(name)<".utf8)), "\(number)") }
    }
  }

  @Test("Where ties are too many for arrowheads, they run up to the symbol all the same", arguments: [3_000, 3_001])
  func arrows(ties: Int) {
    func bytes(isDirected: Bool) -> [UInt8] {
      var canvas = Canvas(background: "#ffffff", language: .en)
      let ends = [0.0, 100.0].map { x in
        canvas.add(
          .symbol(.circle, at: Point(x: x, y: 0), size: 20, fill: "#000000", Canvas.Stroke(color: "#000000")))
      }
      for _ in 0..<ties {
        canvas.add(
          .tie(from: ends[0], to: ends[1], bend: nil, Canvas.Stroke(color: "#000000"), isDirected: isDirected))
      }
      return SVGWriter.bytes(of: canvas)
    }
    #expect((bytes(isDirected: true) == bytes(isDirected: false)) == (ties > 3_000))
  }

  @Test("A PDF tells no date")
  func dates() throws {
    let bytes = try map(fixture("cluster")).bytes(as: .pdf)
    for word in ["CreationDate", "ModDate", "D:20"] { #expect(bytes.firstRange(of: Array(word.utf8)) == nil) }
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
