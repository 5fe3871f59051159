import KesiCluster
import KesiMatrix
import KesiMeasures
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiDrawing

@Suite("Large maps thin out")
struct LargeMapTests {
  /// Six hundred actors in seven zones, most ties inside of them.
  static func network(ties count: Int = 5000, zones: Int = 7, isZoned: Bool = true) -> Network {
    var network = Network()
    network.actors = (0..<600).map { index in
      var actor = Actor(id: "o\(index)", name: "Organization \(index)", kind: "kind \(index % 5)")
      if isZoned { actor.zone = "Zone \(index % zones)" }
      return actor
    }
    var random = SplitMix(seed: 5, use: "large maps")
    var weights: [[Int]: Double] = [:]
    while weights.count < count {
      let a = Int(random.unit() * random.unit() * 598)
      var b = Int(random.unit() * 598)
      if random.unit() < 0.8 { b += (a % zones - b % zones + zones) % zones }
      if a != b, b < 598 { weights[[min(a, b), max(a, b)], default: 0] += 1 }
    }
    network.ties = Ties(
      weights.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { Tie($0.key[0], $0.key[1], weight: $0.value) })
    return network
  }

  private func ties(_ picture: Picture) -> Int {
    picture.canvas.parts.count { if case .tie = $0.shape { true } else { false } }
  }

  private func marks(_ picture: Picture) -> [(place: Point, size: Double)] {
    picture.canvas.parts.compactMap { part in
      guard case .symbol(_, let place, let size, _, _) = part.shape, part.id.hasPrefix("v") else { return nil }
      return (place, size)
    }
  }

  @Test("Every actor is drawn, no mark on another, and as many ties as are said", arguments: [true, false])
  func honest(isZoned: Bool) throws {
    let network = Self.network(isZoned: isZoned)
    let picture = try draw("map", network)
    let marks = marks(picture)
    #expect(marks.count == 600)
    let overlaps = marks.indices.reduce(0) { sum, i in
      sum
        + marks[..<i].count { other in
          let (x, y) = (marks[i].place.x - other.place.x, marks[i].place.y - other.place.y)
          return (x * x + y * y).squareRoot() < 0.8 * (marks[i].size + other.size) / 2
        }
    }
    #expect(overlaps <= 3, "\(overlaps)")
    let text = try SVGContent(picture.bytes(as: .svg)).text
    #expect(text.contains("600 actors") && text.contains("5000 ties"))
    #expect(text.contains("the \(ties(picture)) ties that stand out most are drawn"))
    #expect(ties(picture) <= 900 && ties(picture) > 300)
    let chinese = try SVGContent(draw("map", network, PictureStyle(.zh)).bytes(as: .svg)).text
    #expect(chinese.contains("只绘出其中最突出的 \(ties(picture)) 条"))
  }

  @Test("Areas are zones with the number of their actors; bands have the number of ties that they stand for")
  func areas() throws {
    let network = Self.network()
    let texts = try SVGContent(draw("map", network).bytes(as: .svg)).texts
    for zone in 0..<7 {
      #expect(texts.contains("Zone \(zone) · \(network.actors.count { $0.zone == "Zone \(zone)" })"))
    }
    let parts = try LargeParts(of: analysis(of: network))
    for band in parts.bands {
      let count = network.ties.indices.count { index in
        let (a, b) = (network.ties[index].source % 7, network.ties[index].target % 7)
        return [a, b].sorted() == [band.from, band.to].map { parts.regions.all[$0].vertices[0] % 7 }.sorted()
      }
      #expect(count == band.count)
    }
    #expect(parts.bands.count >= 6 && parts.bands.count <= 14)
    let numbers = Set(parts.bands.map { "\($0.count)" })
    #expect(texts.count { numbers.contains($0) } > parts.bands.count / 2)
    let said = parts.bands.reduce(0) { $0 + $1.count }
    #expect(texts.contains { $0.contains("\(parts.bands.count) bands stand for \(said) ties between areas") })
  }

  @Test("The backbone holds together what hangs together, and has each actor's strongest tie")
  func backbone() throws {
    let matrix = try analysis(of: Self.network()).partners
    let keeps = Backbone.ties(of: matrix)
    let parts = DisjointSets(count: matrix.order)
    var count = 0
    var strongest = [Double](repeating: 0, count: matrix.order)
    matrix.withRows { rows in
      for row in 0..<rows.order {
        for entry in rows.ties(of: row, isSymmetric: true) where keeps[entry] {
          count += 1
          parts.join(row, rows.column(entry))
          for end in [row, rows.column(entry)] { strongest[end] = max(strongest[end], rows.weight(entry)) }
        }
      }
      for row in 0..<rows.order {
        #expect(strongest[row] == rows.entries(row).map { rows.weight($0) }.max() ?? 0)
      }
    }
    #expect(count <= 900)
    #expect(Set(parts.labels).count == Set(components(of: matrix)).count)
  }

  @Test("The same bytes on any number of threads and in any order of the ties")
  func deterministic() throws {
    let network = Self.network(isZoned: false)
    var reversed = network
    reversed.ties = Ties(network.ties.indices.reversed().map { network.ties[$0] })
    let pictures = try [(network, 1), (network, 3), (reversed, 2)].map { network, threads in
      let analysis = Analysis(of: try NetworkGraph(of: network, threads: threads), on: Parallel(threads: threads))
      return try MapDrawing.picture(
        of: analysis, gaps: [], size: .degree,
        style: PictureStyle(.en)
      ).bytes(as: .svg)
    }
    #expect(pictures[0] == pictures[1] && pictures[0] == pictures[2])
  }

  @Test("The leading actors of each area are named; as many as are asked for, where they are")
  func labels() throws {
    let network = Self.network()
    func named(_ labels: PictureStyle.Labels) throws -> Set<String> {
      let texts = try SVGContent(draw("map", network) { $0.labels = labels }.bytes(as: .svg)).texts
      return Set(texts.filter { $0.hasPrefix("Organization") })
    }
    let usual = try named(.usual)
    #expect(usual.count > 14 && usual.count < 80)
    for zone in 0..<7 { #expect(network.actors.contains { $0.zone == "Zone \(zone)" && usual.contains($0.name) }) }
    #expect(try named(.most(0)).isEmpty)
    #expect(try named(.most(25)).count == 25)
    #expect(try named(.all).count == 600)
  }

  @Test("A least weight draws every tie of it, one by one")
  func minWeight() throws {
    let network = Self.network()
    let heavy = network.ties.indices.count { network.ties[$0].weight >= 2 }
    let picture = try draw("map", network) { $0.minWeight = 2 }
    #expect(ties(picture) == heavy && heavy > 0)
    let text = try SVGContent(picture.bytes(as: .svg)).text
    #expect(text.contains("\(5000 - heavy) ties of a weight below 2 left out") && !text.contains("band"))
    #expect(try marks(picture).map(\.place) == marks(draw("map", network)).map(\.place))
  }

  @Test("Those without ties stand by themselves, and a network of one piece, of pairs or of no ties is drawn")
  func shapes() throws {
    for ties in [
      [], (0..<300).map { Tie(2 * $0, 2 * $0 + 1) }, (1..<600).map { Tie(0, $0) }, (1..<400).map { Tie($0 - 1, $0) },
    ] {
      var network = Network()
      network.actors = (0..<600).map { Actor(id: "\($0)", name: "Actor \($0)", kind: "enterprise") }
      network.ties = Ties(ties)
      let picture = try draw("map", network)
      #expect(marks(picture).count == 600)
      for mark in marks(picture) { #expect(mark.place.x.isFinite && mark.place.y.isFinite) }
      let single = 600 - (ties.isEmpty ? 0 : Set(ties.flatMap { [$0.source, $0.target] }).count)
      let text = try SVGContent(picture.bytes(as: .svg)).text
      #expect(text.contains("\(single) ") == (single > 0) || single == 0)
      if single > 0 {
        #expect(text.contains(ties.isEmpty ? "600 of whom no ties are stated" : "\(single) without ties"))
      }
    }
  }
}
