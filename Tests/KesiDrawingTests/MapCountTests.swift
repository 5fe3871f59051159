import KesiCluster
import KesiMatrix
import KesiMeasures
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiDrawing

@Suite("What pictures count and call things")
struct MapCountTests {
  private func map(
    _ analysis: Analysis, gaps: [Gap] = [], change: NetworkChange? = nil, remedies: [Remedy]? = nil,
    _ language: Language = .en
  ) throws -> [String] {
    let picture = try MapDrawing.picture(
      of: analysis, gaps: gaps, change: change, remedies: remedies, size: .degree, style: PictureStyle(language))
    return try SVGContent(picture.bytes(as: .svg)).texts
  }

  private func network(_ actors: Int, ties: [(Int, Int)]) -> Network {
    var network = Network()
    network.actors = (0..<actors).map { Actor(id: "\($0)", name: "actor \($0)", kind: "enterprise") }
    network.ties = Ties(ties.map { Tie($0.0, $0.1) })
    return network
  }

  @Test("The map of a change has the numbers of before and after, not of both together")
  func change() throws {
    let before = network(6, ties: [(0, 1), (1, 2)])
    var after = network(6, ties: [(0, 1), (2, 3), (3, 4), (0, 4)])
    after.actors.append(Actor(id: "6", name: "actor 6", kind: "enterprise"))
    let (old, new) = (try NetworkGraph(of: before), try NetworkGraph(of: after))
    let change = NetworkChange(from: old, to: new)
    let union = try analysis(of: change.union)
    for (language, actors, ties, isolates) in [
      (Language.en, "6 → 7 actors", "2 → 4 ties", "2 without ties before and after"),
      (.zh, "6 → 7 家单位", "2 → 4 条联系", "2 家前后均没有联系"),
    ] {
      let texts = try map(union, change: change, language)
      #expect(texts.contains("\(actors) · \(ties)"), "\(texts)")
      // Actor 5 in both, and actor 6, who came without a tie.
      #expect(texts.contains(isolates), "\(texts)")
    }
    let same = NetworkChange(from: new, to: new)
    #expect(try map(try analysis(of: same.union), change: same).contains("7 actors · 4 ties"))
  }

  @Test("Those without ties are counted whether they stand in a group, at a suggested tie, or by themselves")
  func isolates() throws {
    var inChain = network(9, ties: [(0, 1), (1, 2)])
    inChain.chains = [Chain(id: "c", name: "c")]
    inChain.positions = [0, 1, 2, 3, 4].map { Position(actor: $0, chain: 0) }
    // Actors 3 and 4 stand in the shape of the chain.
    #expect(try map(analysis(of: inChain)).contains("6 without ties, 4 of them here"))
    #expect(try map(analysis(of: inChain), .zh).contains("6 家没有联系，此处为其中 4 家"))
    #expect(try map(analysis(of: inChain), remedies: [.tie(0, 5)]).contains("6 without ties, 3 of them here"))
    #expect(try map(analysis(of: network(5, ties: [(0, 1)]))).contains("3 without ties"))
  }

  @Test("The legend says what soft shapes are, and who stands outside of them")
  func shapes() throws {
    var network = network(8, ties: [(0, 1), (2, 3), (4, 5)])
    network.chains = ["a", "b", "c"].map { Chain(id: $0, name: $0) }
    network.positions = [(0, 0), (1, 0), (2, 1), (3, 1), (4, 2), (5, 2)].map { Position(actor: $0.0, chain: $0.1) }
    #expect(try map(analysis(of: network)).contains("area: a chain"))
    #expect(try map(analysis(of: network), .zh).contains("色块：产业链"))
    network.positions += [0, 1, 2].map { Position(actor: 7, chain: $0) }
    #expect(try map(analysis(of: network)).contains("area: a chain; who is in three or more stands outside"))
    #expect(try map(analysis(of: network), .zh).contains("色块：产业链（属于三条及以上的单位在色块之外）"))
  }

  @Test("“The worst of” is said only where not all are told")
  func worst() throws {
    let few = try analysis(of: network(5, ties: [(0, 1), (1, 2), (0, 2), (2, 3)]))
    let gaps = try few.gaps(.quick)
    try #require((2...5).contains(gaps.count))
    for language in Language.allCases {
      let told = try map(few, gaps: gaps, language)
      let shown = told.count { $0.hasPrefix("·") }
      #expect(shown == gaps.count)
      #expect(!told.contains { $0.contains("worst of") || $0.contains("其中最严重") }, "\(told)")
    }
    let many = try analysis(of: fixture("cluster"))
    #expect(try map(many, gaps: many.gaps(.quick)).contains { $0.hasPrefix("The worst of") })
  }

  @Test("A bullet has one blank after it: a Chinese quotation mark brings its own")
  func bullets() throws {
    let analysis = try analysis(of: fixture("colleges"))
    let told = try map(analysis, gaps: analysis.gaps(.quick), .zh).filter { $0.hasPrefix("·") }
    #expect(told.contains { $0.hasPrefix("·“") } && !told.contains { $0.hasPrefix("· “") }, "\(told)")
    let coverage = try SVGContent(CoverageDrawing.picture(of: analysis, style: PictureStyle(.zh)).bytes(as: .svg)).texts
    #expect(!coverage.contains { $0.contains("“·”") })
  }

  @Test("An actor alone is no community: nothing of it stands on the diagonal of the matrix")
  func diagonal() throws {
    let analysis = try analysis(of: network(6, ties: [(0, 1), (1, 2), (0, 2)]))
    let canvas = try MatrixDrawing.picture(of: analysis, style: PictureStyle(.en)).canvas
    let areas = canvas.parts.count { if case .area = $0.shape { true } else { false } }
    // The ground, one community, two cells a tie.
    #expect(areas == 1 + 1 + 2 * 3)
  }

  @Test("No picture calls alone who would be cut off with others")
  func cutOff() throws {
    var path = network(7, ties: [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 6)])
    path.actors[3].shortZh = "Medici"
    let analysis = try analysis(of: path)
    let ego = try RingDrawing.picture(ofActor: 3, radius: 2, in: analysis, style: PictureStyle(.zh))
    let texts = try map(analysis, gaps: analysis.gaps(.quick), .zh) + SVGContent(ego.bytes(as: .svg)).texts
    #expect(texts.contains { $0.contains("断开") } && !texts.contains { $0.contains("孤立的") || $0.contains("被孤立") })
    #expect(texts.contains { $0.contains("以 Medici 为中心") }, "\(texts)")
    #expect(texts.contains { $0.contains("一旦失去 Medici，") }, "\(texts)")
  }
}
