import Foundation
import KesiMatrix
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiFormats

@Suite("The list of formats")
struct FormatTests {
  private let place = try! FileTests.Place()

  @Test(
    "A network is known by what it holds, whatever it is called; an ending alone is believed where nothing else tells")
  func reading() throws {
    let network = try fixture("cluster")
    try Snapshot.write(network, to: place.path("snapshot.kesi"))
    try FileManager.default.moveItem(atPath: place.path("snapshot.kesi"), toPath: place.path("snapshot.txt"))
    #expect(Format.reading(place.path("snapshot.txt")).id == "snapshot")
    #expect(try NetworkReader.read(place.path("snapshot.txt")).network.actors == network.actors)
    try place.write("a,b\n", "ties.kesi")
    #expect(Format.reading(place.path("ties.kesi")).id == "snapshot")
    try place.write("a,b\n", "ties.csv")
    #expect(Format.reading(place.path("ties.csv")).id == "ties")
    #expect(Format.reading(place.url.path).id == "tables")
  }

  @Test("What is written is told by a slash, a folder that is there, or an ending")
  func writing() throws {
    let wanted: [(String, String?)] = [
      ("new/", "tables"), ("a.csv/", "tables"), (place.url.path, "tables"), ("a.kesi", "snapshot"), ("a.CSV", "ties"),
      ("a.tab", "ties"), ("a", nil), ("a.json", "node-link"), ("a.cyjs", "cytoscape"), ("a.b/c", nil),
      ("a.ndjson", "ndjson"), ("a.jsonl", "ndjson"), ("a.sqlite", "sqlite"), ("a.db", "sqlite"),
    ]
    for (path, id) in wanted { #expect(Format.writing(to: path)?.format.id == id, "\(path)") }
    let asked: [(String, String, String?)] = [
      ("a.json", "d3", "d3"), ("a.json", "cytoscape", "cytoscape"), ("a.cyjs", "cytoscape", "cytoscape"),
      ("a.cyjs", "d3", nil), ("a/", "d3", nil), ("a.csv", "d3", nil), ("a.json", "x", nil),
    ]
    for (path, dialect, id) in asked { #expect(Format.writing(to: path, as: dialect)?.format.id == id, "\(path)") }
    for ending in [".kesi", ".csv", ".tsv"] { #expect(Format.writtenEndings.contains(ending)) }
    #expect(Set(Format.all.map(\.id)).count == Format.all.count)
    let endings = Format.all.flatMap { $0.endings + $0.silentEndings }
    #expect(Set(endings).count == endings.count)
  }

  @Test("What is said of names and endings is made from the formats that there are")
  func messages() throws {
    let missing = #expect(throws: NoInput.self) { try NetworkReader.read("") }
    for format in Format.all {
      if let suggestion = format.suggestion {
        #expect(
          missing?.message.en.contains(suggestion.en) == true && missing?.message.zh.contains(suggestion.zh) == true)
      }
      for ending in format.endings + format.silentEndings {
        let advice = try #require(FileEnding(of: "a.\(ending)")?.advice)
        #expect(advice.contains("by `kesi convert`") || advice == "tables are written by the other commands")
      }
    }
    #expect(FileEnding(of: "a.kesi")?.advice == "snapshots are written by `kesi convert`")
    #expect(FileEnding(of: "a.mtx")?.advice == "Matrix Market files are written by `kesi convert`")
    #expect(FileEnding(of: "a.paj")?.advice == "Pajek projects are written by `kesi convert`")
    #expect(FileEnding(of: "a.gexf")?.advice == "GEXF files are written by `kesi convert`")
  }

  @Test("What a format cannot hold is counted by what the network has")
  func losses() throws {
    let network = try fixture("cluster")
    let graph = try NetworkGraph(of: network)
    let parts = Losses(of: graph, in: .tieList).parts.map(\.en)
    #expect(parts.contains("\(network.chains.count) chains") && parts.contains("\(network.members.count) memberships"))
    #expect(Losses(of: network, in: .snapshot).sentence == nil && Losses(of: network, in: .tables).sentence == nil)
    let list = Network(
      actors: ["a", "b"].map { Actor(id: $0, name: $0) }, ties: [Tie(0, 0, isDirected: nil), Tie(0, 1)])
    #expect(
      Losses(of: list, in: .tables).sentence?.en
        == "A folder of tables does not hold 1 tie of an actor with itself; a snapshot (.kesi) does.")
    #expect(parts.contains("the settings of network.yml"))
    for table in [Table.actors, .ties] {
      let lost = table.heads.filter { !Format.tieList.holdsColumn($0) }.map(\.id)
      #expect(!lost.isEmpty && table.heads.allSatisfy(Format.tables.holdsColumn), "\(table) \(lost)")
    }
    var told = Network(actors: ["a", "b"].map { Actor(id: $0, name: $0) }, ties: [Tie(0, 1, isDirected: nil)])
    #expect(try Losses(of: NetworkGraph(of: told), in: .tieList).sentence == nil)
    (told.actors[1].nameZh, told.actors[1].isLeader, told.actors[1].url) = ("乙", true, "https://b.example")
    #expect(
      try Losses(of: NetworkGraph(of: told), in: .tieList).parts == [
        Phrase("columns of 1 actor (name_zh, leader, and url)", zh: "1 家单位的部分信息（中文名称、龙头、网址）")
      ])
    told.ties[0].evidence = "seen"
    told.ties[0].benefitToSource = 2
    told.ties[0].stage = .research
    told.ties[0].period = Period(from: PartialDate("2020"), to: PartialDate("2021"))
    #expect(
      try Losses(of: NetworkGraph(of: told), in: .tieList).parts.last
        == Phrase("columns of 1 tie (from, to, stage, and 2 more)", zh: "1 条联系的部分信息（开始、结束、阶段等 5 项）"))
    let part = try network.part(of: nil, during: Period(to: PartialDate("2021")))
    #expect(Losses(of: part, in: .tables).parts.count == 1)
  }
}
