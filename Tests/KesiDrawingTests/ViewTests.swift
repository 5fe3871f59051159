import KesiCluster
import KesiMatrix
import KesiMeasures
import KesiTestSupport
import Testing

@testable import KesiDrawing

@Suite("Views and layouts")
struct ViewTests {
  static let views: [(name: String, draw: @Sendable (GapSurvey, Language, ThemeName) throws -> Picture)] = [
    ("chains", { try ChainLanes.picture(of: $0, gaps: $0.gaps(), language: $1, theme: $2) }),
    ("consortium", { try RingDrawing.picture(ofConsortium: 0, in: $0, language: $1, theme: $2) }),
    ("ego", { try RingDrawing.picture(ofActor: 0, radius: 2, in: $0, language: $1, theme: $2) }),
    ("matrix", { try MatrixDrawing.picture(of: $0, language: $1, theme: $2) }),
    (
      "gaps",
      { survey, language, theme in
        try MapDrawing.picture(
          of: survey, gaps: survey.gaps(), remedies: [.tie(0, 5)], size: vertexMeasures[0],
          context: MeasureContext(survey.graph.matrix), language: language, theme: theme)
      }
    ),
  ]

  @Test(
    "Every view draws in both languages and every look, and says that data are illustrative",
    arguments: views.map(\.name))
  func everyView(name: String) throws {
    let survey = try survey(of: fixture("cluster"))
    let draw = Self.views.first { $0.name == name }!.draw
    for language in Language.allCases {
      let content = try SVGContent(draw(survey, language, .standard).bytes(as: .svg))
      #expect(content.text.contains(language == .zh ? "示意数据" : "illustrative data"))
      #expect(content.text.contains(language == .zh ? "大学甲" : "University 1"))
    }
    let looks = try ThemeName.allCases.map { try draw(survey, .en, $0).dot }
    #expect(Set(looks).count == 3)
    #expect(try draw(survey, .en, .standard).dot == looks[0])
  }

  @Test("Hostile names are text in every view", arguments: views.map(\.name))
  func hostile(name: String) throws {
    var network = Network()
    network.actors = DrawingTests.hostile.enumerated().map { index, text in
      Actor(id: text + "\(index)", name: text.isEmpty ? " " : text, kind: text)
    }
    network.ties = (1..<network.actors.count).map { Tie(0, $0, kind: "</script>") }
    network.chains = [Chain(id: "<b>", name: "<script>", requires: ["<i>"], stages: ["\"up\"", "<down>"])]
    network.positions = network.actors.indices.map {
      Position(actor: $0, chain: 0, stage: $0 % 2 == 0 ? "\"up\"" : "<down>")
    }
    network.consortia = [Consortium(id: "k", name: "]]><script>", leader: 0)]
    network.members = network.actors.indices.map { Membership(consortium: 0, actor: $0) }
    network.profile.title = Phrase("<script>alert(1)</script>", zh: "标题")
    let content = try SVGContent(
      Self.views.first { $0.name == name }!.draw(survey(of: network), .en, .standard).bytes(as: .svg))
    #expect(content.elements.isDisjoint(with: ["script", "b", "i", "down", "img", "IMG"]))
    #expect(content.text.contains("<script>"))
  }

  @Test("Each broken stage is one slit, each missing kind one ghost")
  func lanes() throws {
    let survey = try survey(of: fixture("cluster"))
    let gaps = try survey.gaps()
    let dot = try ChainLanes.picture(of: survey, gaps: gaps, language: .en).dot
    let slits = dot.ranges(of: "-#C00000CC").count
    #expect(slits == gaps.count { $0.kind == .brokenStage } && slits > 0)
    let ghosts = dot.ranges(of: "style=\"filled,dashed\"").count
    #expect(ghosts == gaps.count { $0.kind == .missingKind } && ghosts > 0)
  }

  @Test("A matrix that no one could read is refused with what to do")
  func largeMatrix() throws {
    var network = Network()
    network.actors = (0..<1001).map { Actor(id: "\($0)", name: "\($0)") }
    network.ties = [Tie(0, 1)]
    #expect(throws: UnknownWord.self) { try MatrixDrawing.picture(of: survey(of: network), language: .en) }
  }

  @Test("The push of a tree of squares is the sum over all points, nearly so where far squares count as one")
  func barnesHut() {
    var random = SplitMix(seed: 2)
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
  /// How often a picture's DOT holds what.
  func count(_ pattern: String, in picture: Picture) -> Int { picture.dot.ranges(of: pattern).count }

  @Test(
    "A map has a symbol and a label an actor, a line a tie, an outline a group, a ghost a missing kind",
    arguments: ["wenzhou", "suzhou", "consortium", "majors", "park"])
  func map(name: String) throws {
    let network = try shipped(name)
    let survey = try survey(of: network)
    let gaps = try survey.gaps()
    let picture = try MapDrawing.picture(
      of: survey, gaps: gaps, size: vertexMeasures[0], context: MeasureContext(survey.graph.matrix), language: .en)
    #expect(count("id=\"v", in: picture) == network.actors.count)
    #expect(count("id=\"l", in: picture) == network.actors.count)
    #expect(count("id=\"e", in: picture) == survey.graph.matrix.tieCount)
    let missing = gaps.count { $0.kind == .missingKind }
    #expect(count("\"ghost:", in: picture) == 2 * missing)
    let groups = network.consortia.count > 1 ? network.consortia.count : survey.chains.count
    // An outline takes two members that are not of three groups.
    #expect((1...groups).contains(count(" P ", in: picture)))
    #expect(count("penwidth=\"3.2\"", in: picture) == gaps.count { $0.kind == .cutActor && $0.chain == nil })
    // All places are fixed, so that any Graphviz draws the same.
    #expect(count("pos=\"", in: picture) > 2 * network.actors.count)
    #expect(count("layout=\"nop2\"", in: picture) == 1)
  }

  @Test("Drawn twice, a picture is the same to the byte", arguments: ViewTests.views.map(\.name))
  func same(name: String) throws {
    let survey = try survey(of: fixture("cluster"))
    let draw = ViewTests.views.first { $0.name == name }!.draw
    #expect(try draw(survey, .zh, .print).dot == draw(survey, .zh, .print).dot)
  }

  @Test("A lane has a symbol for each actor of its chain, a ring for each partner, a cell for each tie")
  func counts() throws {
    let network = try fixture("cluster")
    let survey = try survey(of: network)
    let lanes = try ChainLanes.picture(of: survey, gaps: [], language: .en)
    let actors = Set(survey.chains.flatMap(\.actors).map { network.actors[$0].kind }).count
    let ghosts = survey.chains.reduce(0) { sum, chain in
      sum + chain.chain.assessed.count { chain.vertices(ofKind: $0).isEmpty }
    }
    let symbols = count("label=\"\"", in: lanes)
    #expect(symbols == survey.chains.reduce(0) { $0 + $1.actors.count } + ghosts + actors)
    let ego = try RingDrawing.picture(ofActor: 0, radius: 1, in: survey, language: .en)
    let degree = degrees(of: survey.graph.matrix)[0]
    let kinds = Set(
      survey.graph.matrix.withRows { rows in rows[0].map { network.actors[Int($0)].kind } } + [network.actors[0].kind])
    #expect(count("label=\"\"", in: ego) == 1 + degree + kinds.count)
    let matrix = try MatrixDrawing.picture(of: survey, language: .en)
    let communities = try leiden(of: survey.graph.matrix, rounds: 10).max()!
    #expect(count(" P 4 ", in: matrix) == 1 + communities + 2 * survey.graph.matrix.tieCount)
  }
}
