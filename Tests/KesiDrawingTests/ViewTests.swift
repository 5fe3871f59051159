import Foundation
import KesiCluster
import KesiMatrix
import KesiMeasures
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiDrawing

@Suite("Views and layouts")
struct ViewTests {
  static let views: [(name: String, draw: @Sendable (Analysis, Language, ThemeName) throws -> Picture)] = [
    (
      "map",
      { analysis, language, theme in
        try MapDrawing.picture(
          of: analysis, gaps: analysis.gaps(), size: .degree,
          style: PictureStyle(language, theme))
      }
    ),
    ("chains", { try ChainLanes.picture(of: $0, gaps: $0.gaps(), style: PictureStyle($1, $2)) }),
    ("coverage", { try CoverageDrawing.picture(of: $0, style: PictureStyle($1, $2)) }),
    (
      "consortium",
      { analysis, language, theme in
        try RingDrawing.picture(
          ofConsortium: analysis.graph.network.consortium(called: nil), in: analysis,
          style: PictureStyle(language, theme))
      }
    ),
    ("ego", { try RingDrawing.picture(ofActor: 0, radius: 2, in: $0, style: PictureStyle($1, $2)) }),
    ("matches", { try MatchDrawing.picture(of: $0, style: PictureStyle($1, $2)) }),
    ("matrix", { try MatrixDrawing.picture(of: $0, style: PictureStyle($1, $2)) }),
    (
      "gaps",
      { analysis, language, theme in
        let remedies = [Remedy.tie(0, min(5, max(1, analysis.graph.network.actors.count - 1)))]
        return try MapDrawing.picture(
          of: analysis, gaps: analysis.gaps(), remedies: remedies, size: .degree, style: PictureStyle(language, theme))
      }
    ),
  ]

  @Test("Partners are counted and drawn whatever the direction of ties: around an actor, and on the map")
  func directedPartners() throws {
    var network = Network()
    network.actors = (0..<5).map { Actor(id: "\($0)", name: "Actor \($0)", kind: "enterprise") }
    network.ties = [Tie(1, 0), Tie(2, 0), Tie(3, 0), Tie(3, 4), Tie(4, 3)]
    for tie in network.ties.indices { network.ties[tie].isDirected = true }
    var selection = Selection()
    selection.isDirected = true
    let analysis = Analysis(of: try NetworkGraph(of: network, selection))
    func texts(_ picture: Picture) throws -> String { try SVGContent(picture.bytes(as: .svg)).text }
    let ego = try texts(RingDrawing.picture(ofActor: 0, radius: 1, in: analysis, style: PictureStyle(.en)))
    #expect(ego.contains("3 partners") && !ego.contains("are shown") && ego.contains("Actor 3"))
    let map = try texts(Self.views[0].draw(analysis, .en, .standard))
    #expect(map.contains("4 ties") && !map.contains("heaviest"))
    #expect(
      try texts(RingDrawing.picture(ofActor: 3, radius: 1, in: analysis, style: PictureStyle(.en))).contains(
        "2 partners"))
  }

  @Test(
    "Where nothing is assessed, no view marks or tells what is missing, weak or depended on", arguments: views.indices)
  func notAssessed(_ index: Int) throws {
    var network = try fixture("cluster")
    network.profile.assess = []
    let analysis = try analysis(of: network)
    let bytes = try Self.views[index].draw(analysis, .en, .standard).bytes(as: .svg)
    let text = try SVGContent(bytes).text
    #expect(text.contains("not assessed"))
    for word in ["missing", "weakest", "without it", "Without", "depends", "gap", "would help", "splits"] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(bytes.firstRange(of: Array(Theme(.standard, for: network).alarm.utf8)) == nil)
  }

  @Test("Who stops a map while its communities are searched gets no map without them")
  func cancelled() throws {
    let cancellation = Parallel.Cancellation()
    cancellation.cancel()
    let graph = try NetworkGraph(of: shipped("classics/karate"))
    let analysis = Analysis(of: graph, on: Parallel(cancellation: cancellation))
    #expect(throws: Cancelled.self) { try MapScene.groupSets(of: analysis, PictureStyle(.en)) }
  }

  @Test("Directions are those of mathematics, and whole quarters are exact")
  func directions() {
    for step in -40...40 {
      let turns = Double(step) / 27
      let direction = Direction(turns: turns)
      #expect(abs(direction.x - cos(2 * Double.pi * turns)) < 1e-14)
      #expect(abs(direction.y - sin(2 * Double.pi * turns)) < 1e-14)
    }
    for (turns, x, y) in [(0.0, 1.0, 0.0), (0.25, 0, 1), (0.5, -1, 0), (0.75, 0, -1), (-0.25, 0, -1)] {
      #expect(Direction(turns: turns).x == x && Direction(turns: turns).y == y)
    }
  }

  @Test(
    "Every view draws in both languages and every look, and says that data are illustrative and what it shows",
    arguments: views.indices)
  func everyView(_ index: Int) throws {
    let (name, draw) = Self.views[index]
    let network = try fixture("cluster")
    let analysis = try analysis(of: network)
    let says: [Language: String] = [.en: "illustrative data", .zh: "示意数据"]
    for language in Language.allCases {
      let content = try SVGContent(draw(analysis, language, .standard).bytes(as: .svg))
      let mark = try #require(says[language])
      #expect(content.text.contains(mark))
      let shown = network.actors.count { content.texts.contains($0.shortName(in: language)) }
      #expect(shown > 5 || ["coverage", "matrix"].contains(name))
      let phrase = try #require(network.profile.title)
      let title = phrase(language)
      #expect(content.texts.contains { $0.hasPrefix(title) })
      // The map bears the title of the network; every other view says which view it is.
      let bearsTitle = content.texts.contains(title)
      #expect(bearsTitle == (name == "map"))
    }
    let looks = try ThemeName.allCases.map { try draw(analysis, .en, $0).dot }
    #expect(Set(looks).count == 3)
    #expect(try draw(analysis, .en, .standard).dot == looks[0])
  }

  @Test("Indices have three digits in every view", arguments: ["chains", "coverage"])
  func digits(_ name: String) throws {
    let analysis = try analysis(of: fixture("colleges"))
    let draw = try #require(Self.views.first { $0.name == name }).draw
    let texts = try SVGContent(draw(analysis, .en, .standard).bytes(as: .svg)).texts
    let numbers = texts.compactMap { $0.firstMatch(of: /\d\.\d+/).map { String($0.0) } }
    #expect(numbers.count == analysis.indices().count { $0.value != nil })
    #expect(numbers.allSatisfy { $0.count == 5 })
  }

  @Test("Each broken stage is one slit that no tie crosses, each missing kind one ghost that stands in no stage")
  func lanes() throws {
    let analysis = try analysis(of: fixture("cluster"))
    let gaps = try analysis.gaps()
    let canvas = try ChainLanes.picture(of: analysis, gaps: gaps, style: PictureStyle(.en)).canvas
    let slits = canvas.parts.compactMap { part -> Bounds? in
      if case .area(let outline, let fill, _) = part.shape, fill == "#C00000CC" { Bounds(outline) } else { nil }
    }
    #expect(slits.count == gaps.count { $0.kind == .brokenStage } && !slits.isEmpty)
    let ghosts = canvas.parts.compactMap { part -> Point? in
      if case .symbol(_, let place, 22, _, let stroke) = part.shape, stroke.isDashed { place } else { nil }
    }
    #expect(ghosts.count == gaps.count { $0.kind == .missingKind } && !ghosts.isEmpty)
    let head = canvas.parts.compactMap { part -> Double? in
      if case .text(let lines, let place, _, _, _) = part.shape, lines[0].words == "missing in the chain" {
        place.x
      } else {
        nil
      }
    }
    for ghost in ghosts { #expect((ghost.x - (head.first ?? 0)).magnitude < 115) }
  }

  @Test("A tie that leaves out a stage passes above the slits")
  func passing() throws {
    var network = Network()
    network.actors = (0..<4).map { Actor(id: "\($0)", name: "\($0)", kind: "enterprise") }
    network.ties = [Tie(0, 2), Tie(1, 3)]
    network.chains = [Chain(id: "c", name: "c", stages: ["a", "b", "d"])]
    network.positions = [(0, "a"), (1, "b"), (2, "d"), (3, "b")].map { Position(actor: $0.0, chain: 0, stage: $0.1) }
    let analysis = try analysis(of: network)
    let canvas = try ChainLanes.picture(of: analysis, gaps: analysis.gaps(), style: PictureStyle(.en)).canvas
    let slits = canvas.parts.compactMap { part -> Bounds? in
      if case .area(let outline, let fill, _) = part.shape, fill == "#C00000CC" { Bounds(outline) } else { nil }
    }
    #expect(slits.count == 2)
    for part in canvas.parts {
      guard case .tie(let from, let to, let bend, _, let isDirected) = part.shape else { continue }
      let curve = try #require(canvas.curve(from: from, to: to, bend: bend, isDirected: isDirected)).points
      for step in 0...100 {
        let t = Double(step) / 100
        let weights = [(1 - t) * (1 - t) * (1 - t), 3 * t * (1 - t) * (1 - t), 3 * t * t * (1 - t), t * t * t]
        let x = zip(weights, curve).reduce(0) { $0 + $1.0 * $1.1.x }
        let y = zip(weights, curve).reduce(0) { $0 + $1.0 * $1.1.y }
        for slit in slits { #expect(!(slit.left...slit.right).contains(x) || y > slit.top) }
      }
    }
  }

  @Test("Roles of a consortium are told by rings that the legend explains")
  func roles() throws {
    var network = Network()
    network.actors = (0..<5).map { Actor(id: "\($0)", name: "actor \($0)", kind: "enterprise") }
    network.ties = [Tie(0, 1), Tie(0, 2), Tie(0, 3)]
    network.consortia = [Consortium(id: "k", name: "K", leader: 0)]
    network.members = [(0, MemberRole.leader), (1, .core), (2, .member), (3, .observer)].map {
      Membership(consortium: 0, actor: $0.0, role: $0.1)
    }
    let picture = try RingDrawing.picture(ofConsortium: 0, in: analysis(of: network), style: PictureStyle(.en))
    let texts = try SVGContent(picture.bytes(as: .svg)).texts
    for label in ["leader", "core member", "member", "observer"] { #expect(texts.contains(label)) }
    let strokes = picture.canvas.parts.compactMap { part -> String? in
      if case .symbol(_, _, _, _, let stroke) = part.shape, part.tooltip.hasPrefix("actor ") {
        "\(stroke.color) \(stroke.width) \(stroke.isDashed)"
      } else {
        nil
      }
    }
    #expect(Set(strokes).count == 4)
    network.profile.title = Phrase("K", zh: "K")
    let doubled = try RingDrawing.picture(ofConsortium: 0, in: analysis(of: network), style: PictureStyle(.en))
    #expect(try SVGContent(doubled.bytes(as: .svg)).texts.contains("K"))
  }

  @Test("A matrix that no one could read is refused with what to do")
  func largeMatrix() throws {
    var network = Network()
    network.actors = (0..<1001).map { Actor(id: "\($0)", name: "\($0)") }
    network.ties = [Tie(0, 1)]
    #expect(throws: UnknownWord.self) { try MatrixDrawing.picture(of: analysis(of: network), style: PictureStyle(.en)) }
  }

  @Test("The push of a tree of squares is the sum over all points, nearly so where far squares count as one")
  func barnesHut() {
    var random = SplitMix(seed: 2, use: "test")
    let places =
      (0..<300).map { _ in Point(x: 100 * random.unit(), y: 40 * random.unit()) } + [
        Point(x: 5, y: 5), Point(x: 5, y: 5),
      ]
    let masses = places.map { _ in 1 + random.unit() }
    let tree = QuadTree(places, masses: masses)
    for place in places.prefix(40) {
      var sum = (x: 0.0, y: 0.0)
      for (other, mass) in zip(places, masses) where other != place {
        let (dx, dy) = (place.x - other.x, place.y - other.y)
        let squared = dx * dx + dy * dy
        sum.x += mass * dx / squared
        sum.y += mass * dy / squared
      }
      let size = (sum.x * sum.x + sum.y * sum.y).squareRoot()
      let exact = tree.push(at: place, angle: 0)
      #expect(abs(exact.x - sum.x) < 1e-9 * (1 + size) && abs(exact.y - sum.y) < 1e-9 * (1 + size))
      let near = tree.push(at: place, angle: 0.5)
      #expect(abs(near.x - sum.x) < 0.1 * size + 0.5 && abs(near.y - sum.y) < 0.1 * size + 0.5)
    }
  }

  @Test("Forces lay a grid out as a grid, the same on any number of threads")
  func grid() throws {
    let side = 20
    var builder = MatrixBuilder(order: side * side, isSymmetric: true, isWeighted: false)
    for vertex in 0..<side * side {
      if vertex % side + 1 < side { builder.add(UInt32(vertex), UInt32(vertex + 1)) }
      if vertex + side < side * side { builder.add(UInt32(vertex), UInt32(vertex + side)) }
    }
    let matrix = builder.build()
    let places = try ForceLayout.places(of: matrix, spacing: 10, on: Parallel(threads: 1))
    #expect(try ForceLayout.places(of: matrix, spacing: 10, on: Parallel(threads: 3)) == places)
    func distance(_ a: Int, _ b: Int) -> Double {
      let (x, y) = (places[a].x - places[b].x, places[a].y - places[b].y)
      return (x * x + y * y).squareRoot()
    }
    let tied = matrix.withRows { rows in
      (0..<rows.order).flatMap { row in rows[row].map { distance(row, Int($0)) } }
    }
    let mean = tied.reduce(0, +) / Double(tied.count)
    // Opposite corners stand nearly as far apart as a flat sheet allows, and no two vertices fall together.
    #expect(distance(0, side * side - 1) > 0.5 * mean * Double(side) * 2.0.squareRoot())
    #expect(distance(side - 1, side * (side - 1)) > 0.5 * mean * Double(side) * 2.0.squareRoot())
    for a in 0..<side * side { for b in 0..<a { #expect(distance(a, b) > 0.1 * mean) } }
    #expect(
      try ForceLayout.places(
        of: MatrixBuilder(order: 1, isSymmetric: true, isWeighted: false).build(), spacing: 10, on: Parallel()
      ).count == 1)
  }
}

@Suite("The structure of pictures")
struct StructureTests {
  func symbols(_ picture: Picture) -> Int {
    picture.canvas.parts.count { if case .symbol = $0.shape { true } else { false } }
  }

  @Test(
    "A map has a symbol and a label an actor, a line a tie, an outline a group, a ghost a missing kind",
    arguments: ["wenzhou", "suzhou", "consortium", "majors", "park"])
  func map(name: String) throws {
    let network = try shipped(name)
    let analysis = try analysis(of: network)
    let gaps = try analysis.gaps()
    let picture = try MapDrawing.picture(
      of: analysis, gaps: gaps, size: .degree,
      style: PictureStyle(.en))
    let ids = try SVGContent(picture.bytes(as: .svg)).ids
    #expect(ids.count { $0.wholeMatch(of: /v\d+/) != nil } == network.actors.count)
    #expect(ids.count { $0.wholeMatch(of: /l\d+/) != nil } == network.actors.count)
    #expect(ids.count { $0.wholeMatch(of: /e\d+-\d+/) != nil } == analysis.graph.matrix.tieCount)
    let groups = network.consortia.count > 1 ? network.consortia.count : analysis.chains.count
    // An outline takes two members that are not of three groups.
    let outlines = picture.canvas.parts.count { if case .area = $0.shape { true } else { false } }
    #expect((groups == 0 ? 0...12 : 1...2 * groups).contains(outlines))
    // All places are fixed, so that any Graphviz draws the same.
    #expect(picture.dot.ranges(of: "pos=\"").count > 2 * network.actors.count)
    #expect(picture.dot.ranges(of: "layout=\"nop2\"").count == 1)
  }

  @Test("Drawn twice, a picture is the same to the byte", arguments: ViewTests.views.indices)
  func same(_ index: Int) throws {
    let draw = ViewTests.views[index].draw
    for format in [Picture.Format.svg, .png, .pdf] {
      let pictures = try (0..<2).map { _ in
        try draw(analysis(of: fixture("cluster")), .zh, .print).bytes(as: format)
      }
      #expect(pictures[0] == pictures[1])
    }
  }

  @Test("A lane has a symbol for each actor of its chain, a ring for each partner, a cell for each tie")
  func counts() throws {
    let network = try fixture("cluster")
    let analysis = try analysis(of: network)
    let lanes = try ChainLanes.picture(of: analysis, gaps: [], style: PictureStyle(.en))
    let kinds = Set(analysis.chains.flatMap(\.actors).map { network.actors[$0].kind }).count
    let ghosts = analysis.chains.reduce(0) { sum, chain in
      sum + chain.chain.assessed.count { chain.vertices(ofKind: $0).isEmpty }
    }
    // One symbol more in the legend for what ghosts mean.
    #expect(
      symbols(lanes) == analysis.chains.reduce(0) { $0 + $1.actors.count } + ghosts + kinds + (ghosts > 0 ? 1 : 0))
    let ego = try RingDrawing.picture(ofActor: 0, radius: 1, in: analysis, style: PictureStyle(.en))
    let degree = degrees(of: analysis.graph.matrix)[0]
    let near = Set(
      analysis.graph.matrix.withRows { rows in rows[0].map { network.actors[Int($0)].kind } } + [network.actors[0].kind]
    )
    let rings = ego.canvas.parts.contains { part in
      if case .symbol(_, _, 13, _, _) = part.shape { true } else { false }
    }
    #expect(symbols(ego) == 1 + degree + near.count + (rings ? 1 : 0))
    let matrix = try MatrixDrawing.picture(of: analysis, style: PictureStyle(.en))
    // An actor alone is none.
    let labels = try leiden(of: analysis.graph.matrix, rounds: 10)
    let communities = Dictionary(grouping: labels, by: { $0 }).count { $0.value.count > 1 }
    let cells = matrix.canvas.parts.count { if case .area = $0.shape { true } else { false } }
    #expect(cells == 1 + communities + 2 * analysis.graph.matrix.tieCount)
    // Each column has the number of its row above it.
    let texts = try SVGContent(matrix.bytes(as: .svg)).texts
    for number in 1...network.actors.count { #expect(texts.contains("\(number)")) }
  }

  @Test("An outline holds its members and leaves out all others")
  func outlines() throws {
    let analysis = try analysis(of: fixture("cluster"))
    let network = analysis.graph.network
    let sizes = try ActorMeasure.degree.compute(MatrixNumbers(analysis.graph.matrix))
    let scene = try MapScene(
      of: analysis, gaps: try analysis.gaps(), sizes: sizes, theme: Theme(for: network), style: PictureStyle(.zh))
    let layout = MapLayout(of: scene, seed: 1)
    let boxes = scene.symbols.enumerated().map { index, symbol -> Outline.Box in
      (layout.symbols[index], max(symbol.size, symbol.label.width), symbol.size + symbol.label.height)
    }
    for group in scene.groups {
      let inside = Set(group.vertices)
      let curves = Outline.around(
        group.vertices.map { boxes[$0] }, leavingOut: boxes.indices.filter { !inside.contains($0) }.map { boxes[$0] })
      for vertex in scene.symbols.indices {
        let crossings = curves.reduce(0) { sum, curve in
          sum
            + zip(curve, curve.dropFirst() + curve.prefix(1)).count { a, b in
              let point = boxes[vertex].middle
              guard (a.y > point.y) != (b.y > point.y) else { return false }
              return point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)
            }
        }
        #expect((crossings % 2 == 1) == inside.contains(vertex), "\(group.name): \(scene.symbols[vertex].actor.id)")
      }
    }
  }

  @Test("A network of nine hundred actors and many ties stays small, and says how many ties are drawn")
  func large() throws {
    var network = Network()
    network.actors = (0..<900).map { Actor(id: "o\($0)", name: "Organization number \($0)", kind: "kind \($0 % 7)") }
    var random = SplitMix(seed: 3, use: "test")
    var seen = Set<[Int]>()
    while seen.count < 12_000 {
      let (a, b) = (Int(random.unit() * 900), Int(random.unit() * 900))
      if a != b { seen.insert([min(a, b), max(a, b)]) }
    }
    network.ties = Ties(seen.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.map { Tie($0[0], $0[1]) })
    let analysis = try analysis(of: network)
    let picture = try MapDrawing.picture(
      of: analysis, gaps: analysis.gaps(.quick), size: .degree,
      style: PictureStyle(.en))
    let bytes = try picture.bytes(as: .svg)
    #expect(bytes.count < 1_500_000)
    let content = try SVGContent(bytes)
    let drawn = picture.canvas.parts.count { if case .tie = $0.shape { true } else { false } }
    #expect(
      drawn < 12_000 && content.text.contains("12000 ties")
        && content.text.contains("the \(drawn) ties that stand out most")
    )
    #expect(content.ids.count { $0.wholeMatch(of: /v\d+/) != nil } == 900)
  }
}
