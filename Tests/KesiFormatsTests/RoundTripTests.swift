import Foundation
import KesiCluster
import KesiMatrix
import KesiMeasures
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiFormats
@testable import KesiResults

@Suite("What Kesi writes, Kesi reads as the same network")
struct RoundTripTests {
  /// Ids that a reader could take for something else.
  static let hostile = [
    "#1", "%2", "a b", " x", "x ", "\"a b\"", "=1+1", "@a", "-1", "+1", "'a", "007", "1e5", "1.0", "source", "target",
    "from", "a,b", "a;b", "a\tb", "a\nb", "a\r\nb", "\r", "\u{FEFF}x", "x\u{FEFF}", "\u{A0}", "\u{3000}", "\u{200B}",
    "\"", "\"\"", "'", ",", ";", "|", "#", "%", " ", "苏州大学", "é", "e\u{301}", "😀", "\u{1F}", "a\u{1F}b", "\\", "NA",
    "null", "1", "2", "A--B", "a:b",
  ]

  private static let pieces = [
    "#", "%", "\"", "'", ",", ";", "\t", " ", "\n", "\r", "=", "@", "-", "+", "0", "7", "a", "é", "e\u{301}", "苏",
    "\u{FEFF}", "\u{A0}", "\u{1F}", "\u{301}", "|", "\\",
  ]

  private func random(_ count: Int, seed: UInt64) -> [String] {
    var random = SplitMix(seed: seed, use: "test")
    var seen: Set<ExactText> = []
    while seen.count < count {
      let word = (0...random.below(5)).map { _ in Self.pieces[random.below(Self.pieces.count)] }.joined()
      seen.insert(ExactText(word))
    }
    return seen.map(\.text).sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// Ties by the bytes of their ends, in either order, with their weights.
  private func ties(_ ids: [String], _ list: TieList) -> Set<[[UInt8]]> {
    Set(
      (0..<list.count).map { index in
        let ends = [ids[Int(list.sources[index])], ids[Int(list.targets[index])]].map { Array($0.utf8) }
        return ends.sorted { $0.lexicographicallyPrecedes($1) } + [Array("\(list.weight(index))".utf8)]
      })
  }

  private func network(of ids: [String]) -> Network {
    var list = TieList(isWeighted: true)
    for index in 1..<ids.count { list.append(UInt32(index), UInt32(index * 7 % index), weight: Double(index) / 8) }
    return Network(actors: ids.map { Actor(id: $0, name: $0) }, ties: Ties(list))
  }

  /// The first of those that look the same: a list takes them for one.
  private func distinct(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.filter { seen.insert($0.folded).inserted }
  }

  @Test(
    "Any id goes through a list of ties and comes back", arguments: [TableFormat.csv, .tsv], [0, 1, 2, 3] as [UInt64])
  func list(format: TableFormat, seed: UInt64) throws {
    let network = network(of: distinct(seed == 0 ? Self.hostile : random(200, seed: seed)))
    let graph = try NetworkGraph(of: network)
    let table = try ResultTable.tieMetrics([], of: graph, by: MatrixNumbers(graph.matrix), in: .en)
    let text = format.text(of: table, in: .en, width: 80)
    for threads in [1, 3] {
      let back = try ReadList(text, threads: threads)
      let (read, written) = (ties(back.ids, back.ties), ties(network.actors.map(\.id), network.ties.list))
      let differing = read.symmetricDifference(written).map { $0.map { String(decoding: $0, as: UTF8.self) } }
      #expect(differing == [])
    }
  }

  @Test("Any id, and any item of a list, goes through a snapshot and comes back byte by byte")
  func snapshot() throws {
    var network = network(of: Self.hostile)
    var chain = Chain(id: "é", name: "e\u{301}")
    chain.stages = Self.hostile + ["", "12:x", "3:"]
    chain.requires = [""]
    network.chains = [chain]
    let path = FileManager.default.temporaryDirectory.appending(path: "kesi-\(UUID().uuidString).kesi").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Snapshot.write(network, to: path)
    let back = try Snapshot.read(path).network
    func bytes(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }
    #expect(bytes(back.actors.map(\.id)) == bytes(Self.hostile))
    #expect(bytes(back.actors.map(\.name)) == bytes(Self.hostile))
    #expect(bytes(back.chains[0].stages) == bytes(chain.stages))
    #expect(bytes(back.chains[0].requires) == [[]])
    #expect(back.chains[0].unassessed.isEmpty)
    #expect(bytes([back.chains[0].id, back.chains[0].name]) == bytes(["é", "e\u{301}"]))
  }

  @Test(
    "A column that Kesi does not know, called as one that no row states, is not read back as that",
    arguments: Format.all.filter { $0.writer != nil }.map(\.id))
  func spareNames(format id: String) throws {
    let format = try #require(Format.all.first { $0.id == id })
    var network = Network(
      actors: ["a", "b", "c"].map { Actor(id: $0, name: $0, kind: "enterprise") }, ties: [Tie(0, 1), Tie(1, 2)])
    network.carried[.ties] = [Network.CarriedColumn(name: "value", values: ["2.5", "7"])]
    network.carried[.actors] = [Network.CarriedColumn(name: "region", values: ["x", "", "y"])]
    let folder = try FileTests.Place()
    let path = folder.path("a" + (format.isFolder ? "" : ".\(format.endings.first ?? "json")"))
    switch try #require(format.writer) {
    case .network(let write): try write(network, path, Wording(), Parallel())
    case .graph(let write): try write(NetworkGraph(of: network), path)
    }
    let back = try format.read(.path(path), ReadingOptions(), Parallel()).network
    #expect(back.ties.map(\.weight) == [1, 1])
    #expect(back.actors.map(\.zone) == [nil, nil, nil])
    if format.holds.contains(.carriedColumns) {
      #expect(back.carried[.ties]?.map(\.values) == network.carried[.ties]?.map(\.values))
    }
  }

  @Test("Ids that differ in their bytes are two; a word that only looks like one means that one")
  func letters() throws {
    let actors = "id,name,kind\né,one,enterprise\ne\u{301},two,enterprise\nü,three,college\n"
    let read = try NetworkReader.read(
      tables: [.actors: Array(actors.utf8), .ties: Array("source,target\né,u\u{308}\ne\u{301},ü\n".utf8)])
    #expect(read.network.ties.map(\.source) == [0, 1] && read.network.ties.map(\.target) == [2, 2])
    let list = try ReadList("é,a\ne\u{301},a\n")
    #expect(list.ids.count == 2 && list.reading.warningCount == 1)
  }

  @Test("A zero byte is refused in whatever encoding it comes")
  func zero() {
    let text = Array("id,name,kind\nA\u{0},a,enterprise\n".utf8)
    let wide: [UInt8] = [0xFF, 0xFE] + text.flatMap { [$0, 0] }
    for bytes in [text, wide] {
      #expect(throws: BadData.self) {
        try NetworkReader.read(tables: [.actors: bytes, .ties: Array("source,target\n".utf8)])
      }
    }
  }

  @Test("A part of a network is what the same selection looks at", arguments: ["cluster", "colleges"])
  func part(name: String) throws {
    let network = try fixture(name)
    var selections = [Selection(), Selection(), Selection(), Selection()]
    selections[1].period = Period(from: PartialDate("2021"), to: PartialDate("2022"))
    selections[2].layers = Array(network.ties.kinds.prefix(1))
    (selections[3].layers, selections[3].period) = (selections[2].layers, selections[1].period)
    for selection in selections {
      let graph = try NetworkGraph(of: network, selection)
      let part = try NetworkGraph(of: network.part(of: selection.layers, during: selection.period))
      #expect(part.actors.map { part.network.actors[$0].id } == graph.actors.map { network.actors[$0].id })
      let (a, b) = (graph.matrix.arrays, part.matrix.arrays)
      #expect(a.offsets == b.offsets && a.columns == b.columns && a.weights == b.weights)
      for (table, columns) in part.network.carried {
        for column in columns { #expect(column.count == part.network.rowCount(of: table)) }
      }
    }
  }
}
