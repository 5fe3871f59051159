import Foundation
import KesiMatrix
import KesiNetwork
import Testing

@testable import KesiFormats

/// Files of Gephi and igraph as they were published, where they are beside the project.
private let published = ProcessInfo.processInfo.environment["KESI_GRAPH_FILES"] ?? "../shared/data/files"

@Suite("Graph files that are texts")
struct GraphTextTests {
  private let place = try! FileTests.Place()

  private func read(_ text: String, _ name: String) throws -> Network { try place.read(text, as: name).network }

  private func problem(_ text: String, _ name: String) -> String { problems { try read(text, name) } }

  // MARK: GML

  @Test("GML has nested lists, keys that come again, entities, and comments")
  func gml() throws {
    let network = try read(
      """
      # made by hand
      Creator "x [ y"
      graph [ directed 1 label "t"
        node [ id 7 label "caf&eacute; &#33487;&#x5DDE; &nope; R&amp;D" tag "a" tag "b" graphics [ x 1.5 fill "#fff" Line [ w 2 ] ] ]
        node [ id 8 ]
        edge [ source 7 target 8 value 2.5 ] edge [ source 8 target 7 ]
      ]
      """, "a.gml")
    #expect(network.actors.map(\.id) == ["7", "8"] && network.actors.map(\.name) == ["café 苏州 &nope; R&D", "8"])
    #expect(network.ends == ["7>8", "8>7"] && network.ties.map(\.weight) == [2.5, 1])
    let carried = network.carried[.actors] ?? []
    #expect(carried.map(\.name) == ["tag", "x", "color", "graphics.Line.w"])
    #expect(carried.map { $0[0] } == ["a;b", "1.5", "#fff", "2"])
    #expect(network.profile.title?.en == "t")
  }

  @Test("Labels are ids where nodes are numbered and have names besides, as NetworkX writes what Kesi has written")
  func labels() throws {
    let network = try read(
      "graph [ node [ id 0 label \"甲\" name \"A\" ] node [ id 1 label \"乙\" name \"A\" ] edge [ source 0 target 1 ] ]",
      "a.gml")
    #expect(network.actors.map(\.id) == ["甲", "乙"] && network.actors.map(\.name) == ["A", "A"])
    #expect(network.carried.isEmpty && network.ends == ["甲-乙"])
  }

  // MARK: Pajek

  @Test("A project of Pajek has relations, lists, partitions and vectors")
  func pajek() throws {
    let network = try read(
      """
      *Network pumps
      *Vertices 4
      1 "泵 厂" 0.1 0.2 0.5 box ic Red
      2 b
      3 "c"
      % a comment
      4 "d"
      *Arcs :1 "supply"
      1 2 3 l "x y" c Blue
      *Edges
      2 3
      *Edgeslist
      1 3 4
      *Partition 类型
      *Vertices 4
      企业
      高校
      高校
      企业
      *Vector output
      *Vertices 4
      0.5
      1
      2
      3
      """, "a.paj")
    #expect(network.actors.map(\.id) == ["泵 厂", "b", "c", "d"] && network.profile.title?.en == "pumps")
    #expect(network.actors.map(\.kind) == ["enterprise", "university", "university", "enterprise"])
    #expect(network.ends == ["泵 厂>b", "b-c", "泵 厂-c", "泵 厂-d"])
    #expect(network.ties.map(\.weight) == [3, 1, 1, 1] && network.ties.map(\.kind) == ["supply", "", "", ""])
    #expect(network.carried[.actors]?.map(\.name) == ["x", "y", "z", "shape", "color", "output"])
    #expect(network.carried[.ties]?.map { $0[0] } == ["x y", "Blue"])
  }

  @Test(
    "A project of Pajek has kinds, zones and numbers of actors, and comes back; what it cannot hold is said",
    arguments: 1...12 as ClosedRange<UInt64>)
  func pajekProject(seed: UInt64) throws {
    let network = HostileGraph(seed: seed).network
    var kept = network
    kept.actors = network.actors.map { actor in
      var left = Actor(id: actor.id, name: actor.id, kind: actor.kind, zone: actor.zone)
      (left.size, left.isLeader) = (actor.size, actor.isLeader)
      (left.latitude, left.longitude) = (actor.latitude, actor.longitude)
      return left
    }
    let path = place.path("\(UUID().uuidString).paj")
    guard case (let format, .network(let write))? = Format.writing(to: path) else {
      Issue.record("no writer")
      return
    }
    try write(network, path, Wording(), Parallel())
    let back = try NetworkReader.read(path).network
    #expect(back.actors.map(\.id) == kept.actors.map(\.id) && back.actors.map(\.kind) == kept.actors.map(\.kind))
    #expect(back.actors.map(\.zone) == kept.actors.map(\.zone) && back.actors.map(\.size) == kept.actors.map(\.size))
    #expect(back.actors.map(\.isLeader) == kept.actors.map(\.isLeader))
    #expect(back.actors.map(\.latitude) == kept.actors.map(\.latitude) && back.ties.count == network.ties.count)
    let lost = Losses(of: network, in: format).parts.map(\.en).joined(separator: "; ")
    #expect(lost.contains("name") && !lost.contains("zone") && !lost.contains("size"), "\(lost)")
  }

  @Test(
    "Sections of Pajek are known however they are spelled",
    arguments: [
      "*Edge", "*edges", "* Edges", "*EDGES:1 \"r\"", "*Edges :1 \"r\"", "*Arc", "*Arc_list", "*Edge-List", "*Arcslist",
      "*Matrix :1 \"r\"",
    ])
  func spellings(title: String) throws {
    let rows = title.lowercased().contains("matrix") ? "0 1\n0 0" : "1 2"
    let network = try read("*Vertice 2\n1 \"a\"\n2 \"b\"\n\(title)\n\(rows)\n", "a.net")
    #expect(network.ties.count == 1 && network.ties[0].kind == (title.contains("r\"") ? "r" : ""))
    #expect(network.ties[0].isDirected == !title.lowercased().contains("edge"))
  }

  @Test(
    "A section that nobody knows is refused where it has lines; orders and groups of vertices are left out, which is said"
  )
  func otherSections() throws {
    let start = "*Vertices 2\n1 \"a\"\n2 \"b\"\n*Edges\n1 2\n"
    #expect(problem(start + "*Bonds\n1 2\n", "a.net").contains("a.net:7: “*Bonds” is no section"))
    for other in ["*Bonds\n", "*Permutation p\n2\n1\n", "*Cluster\n1\n", "*Hierarchy\n1\n"] {
      let reading = try place.read(start + other, as: "a.net")
      #expect(reading.network.ties.count == 1)
      #expect(reading.warnings.contains { $0.row == 6 && $0.message.en.contains("is not kept") }, "\(other)")
    }
  }

  @Test("A partition or vector has a value for each vertex, else all behind would be of others")
  func valueCounts() {
    let start = "*Vertices 3\n1 \"a\"\n2 \"b\"\n3 \"c\"\n*Edges\n1 2\n"
    for (values, message) in [
      ("*Partition zone\n*Vertices 3\n1\n2\n", "“zone” above has 2 values, and there are 3 vertices"),
      ("*Vector size\n*Vertices 3\n1\n\n2\n*Partition zone\n1\n2\n3\n", "“size” above has 2 values"),
      ("*Partition zone\n*Vertices 2\n1\n2\n", "a.paj:8: “zone” above has 2 values"),
      ("*Partition zone\n*Vertices 3\n1\n2\n3\n4\n", "a.paj:12: there are more values"),
      ("*Partition zone\n1\n2 3\n", "a.paj:9: there is more than one value"),
    ] {
      let said = problem(start + values, "a.paj")
      #expect(said.contains(message), "\(values): \(said)")
    }
  }

  @Test("A label of which the quotes are not closed, or that holds some, is refused with its line")
  func openQuotes() {
    for line in ["1 \"a 0.1 0.2", "1 \"a\"b\" 0.1", "1 \"the \"a\" one\""] {
      let said = problem("*Vertices 2\n\(line)\n2 \"b\"\n*Edges\n1 2\n", "a.net")
      #expect(said.contains("a.net:2: ") && said.contains("quotes"), "\(said)")
    }
  }

  @Test("What Pajek writes for values that are missing is nothing")
  func missing() throws {
    let network = try read(
      "*Network\n*Vertices 2\n1 \"a\"\n2 \"b\"\n*Edges\n1 2\n*Partition 片区\n*Vertices 2\n9999998\n1\n*Vector size\n*Vertices 2\n2.5\n999999998\n",
      "m.paj")
    #expect(network.actors.map(\.zone) == [nil, "1"] && network.actors.map(\.size) == [2.5, nil])
  }

  @Test("Labels that are missing or come twice are names; vertices then have their numbers for ids")
  func pajekLabels() throws {
    let network = try read("*Vertices 3\n1 \"a\"\n2 \"a\"\n*Matrix\n0 1 0\n1 0 2\n0 0 0\n", "a.net")
    #expect(network.actors.map(\.id) == ["1", "2", "3"] && network.actors.map(\.name) == ["a", "a", "3"])
    #expect(network.ends == ["1>2", "2>1", "2>3"] && network.ties.map(\.weight) == [1, 1, 2])
  }

  @Test("Two modes are members and what they are members of")
  func twoModes() throws {
    let pajek = try read("*Vertices 4 2\n1 \"a\"\n2 \"b\"\n3 \"P\"\n4 \"Q\"\n*Edges\n1 3 2\n4 2\n", "a.net")
    let ucinet = try read(
      "dl nr=2, nc=2 format=fullmatrix\nrow labels: a,b\ncol labels: P,Q\ndata:\n2 0\n0 1\n", "a.dl")
    for (network, weights) in [(pajek, ["2", ""]), (ucinet, ["2", "1"])] {
      #expect(network.actors.map(\.id) == ["a", "b"] && network.consortia.map(\.id) == ["P", "Q"])
      #expect(network.members.map(\.actor) == [0, 1] && network.members.map(\.consortium) == [0, 1])
      #expect(network.ties.isEmpty && network.carried[.members]?.map(\.values) == [weights])
    }
    #expect(problem("*Vertices 4 2\n*Edges\n1 2\n", "b.net").contains("b.net:3: joins two vertices of one mode"))
  }

  // MARK: UCINET

  @Test("Each form of DL gives the same ties")
  func ucinet() throws {
    let symmetric = [
      "dl n=3\nlabels: a b c\ndata:\n0 1 0\n1 0 2\n0 2 0\n",
      "DL N = 3 format = lowerhalf diagonal = absent\nlabels:\na,b\nc\ndata:\n1\n0 2\n",
      "dl n=3 format=lh labels: a,b,c data: 0 1 0 0 2 0",
      "dl n=3, format=upperhalf, diagonal absent\nlabels: a,b,c\ndata:\n1 0\n2\n",
      "dl n=3 format=uh\nlabels: a,b,c\ndata:\n0 1 0\n0 2\n0\n",
      "dl n=3 format=fullmatrix diagonal=absent\nlabels embedded\ndata:\na b c\nA 1 0\nB 1 2\nC 0 2\n",
    ]
    for text in symmetric {
      let network = try read(text, "a.dl")
      #expect(network.ends == ["a-b", "b-c"] || network.ends == ["b-a", "c-b"], "\(text)")
      #expect(network.ties.map(\.weight) == [1, 2], "\(text)")
    }
    let directed = [
      "dl n=3 format=edgelist1\nlabels: a,b,c\ndata:\n1 2\n2 3 2\n",
      "dl n=3 format=el1\nlabels embedded:\ndata:\na b\nb \"c\" 2\n",
      "dl n=3\nlabels: a b c\ndata:\n0 1 0\n0 0 2\n0 0 0\n",
    ]
    for text in directed {
      let network = try read(text, "a.dl")
      #expect(network.ends == ["a>b", "b>c"] && network.ties.map(\.weight) == [1, 2], "\(text)")
    }
    // Numbers count, not how they are written; entries of one cell add up.
    #expect(try read("dl n=2 format=el1\ndata:\n1 2\n2 1 1.0\n", "a.dl").ends == ["1-2"])
    #expect(try read("dl n=2 format=el1\ndata:\n1 2\n1 2\n2 1\n", "a.dl").ends == ["1>2", "1>2", "2>1"])
    #expect(try read("dl n=3 format=nodelist1\ndata:\n1 2 3\n3 1\n", "a.dl").ends == ["1>2", "1>3", "3>1"])
    #expect(
      try read("dl nr=1 nc=2 format=nodelist2\nlabels embedded\ndata:\na P Q\n", "a.dl").consortia.map(\.id) == [
        "P", "Q",
      ])
  }

  @Test("Several matrices are kinds of ties")
  func matrices() throws {
    let network = try read(
      "dl n=2 nm=2\nlabels: a,b\nmatrix labels: trust, trade\ndata:\n0 1\n0 0\n0 1\n1 0\n", "a.dl")
    #expect(network.ties.map(\.kind) == ["trust", "trade"] && network.ends == ["a>b", "a-b"])
    let lists = try read("dl n=2 nm=2 format=el1\ndata:\n1 2\n!\n2 1\n", "b.dl")
    #expect(lists.ties.map(\.kind) == ["1", "2"] && lists.ends == ["1>2", "2>1"])
  }

  // MARK: Encodings and bad files

  @Test("Texts of other encodings are read, as lists of ties are")
  func encodings() throws {
    // 苏州大学 and 上海 in GB18030.
    let gbk: [UInt8] =
      Array("*Vertices 2\n1 \"".utf8) + [0xCB, 0xD5, 0xD6, 0xDD, 0xB4, 0xF3, 0xD1, 0xA7] + Array("\"\n2 \"".utf8)
      + [0xC9, 0xCF, 0xBA, 0xA3] + Array("\"\n*Edges\n1 2\n".utf8)
    try place.write(gbk, "a.net")
    var options = ReadingOptions()
    options.encoding = .gb18030
    let network = try NetworkReader.read(place.path("a.net"), options, on: Parallel()).network
    #expect(network.actors.map(\.id) == ["苏州大学", "上海"])
  }

  @Test("What is wrong is refused with line and reason")
  func refused() {
    let wrong: [(String, String, String)] = [
      ("graph [\nnode [ id 1\n", "a.gml", "a.gml:3: the file ends where ] should stand"),
      ("graph [\nnode [ id \"1\n", "a.gml", "ends within quotes"),
      ("graph [\nnode [ label \"a\" ] ]", "a.gml", "has no id"),
      ("graph [\nnode [ id 1 graph [ ] ] ]", "a.gml", "a.gml:2: is a graph within a node"),
      ("graph [ node [ id 1 ]\nedge [ source 1 target 2 ] ]", "a.gml", "a.gml:2: target: “2” is not in"),
      ("graph [ node [ id 1 ]\nnode [ id 1 ] ]", "a.gml", "a.gml:2: id: “1” is the id of an earlier"),
      ("graph " + String(repeating: "[ a ", count: 100), "a.gml", "nested more than 64 deep"),
      ("x 1", "a.gml", "holds no graph"), ("graph [ ] graph [ ]", "a.gml", "is a second graph"),
      ("*Vertices 2\n*Arcs\n1 3\n", "a.net", "a.net:3: there is no vertex 3"),
      ("*Vertices 2\n*Edges\n1 2 1,5\n", "a.net", "a.net:3: “1,5” stands where"),
      ("*Vertices 2\n*Edges\n1 2 4x\n", "a.net", "a.net:3: “4x” stands where"),
      ("*Vertices 2\n1 a\n1 b\n", "a.net", "a.net:3: vertex 1 is there twice"),
      ("*Vertices 99999999999\n", "a.net", "cannot be held"), ("*Arcs\n1 2\n", "a.net", "*Vertices"),
      ("*Vertices 2\n1 a \u{B}\n*Arcs\n1 \u{1}3\n", "a.net", "a.net:4: there is no vertex"),
      ("*Vertices 2\n*Vertices 2\n", "a.net", "a.net:2: is a second network"),
      ("*Vertices 2\n*Matrix\n0 1\n0\n", "a.net", "the file ends where a number"),
      ("*Vertices 2\n*Matrix\n", "a.net", "the file ends where a number"),
      ("*Vertices 2\n*Matrix\n*Edges\n1 2\n", "a.net", "a.net:3: “*Edges” stands where a number"),
      ("*Vertices 3 2\n*Matrix\n1 1\n0 2\n", "a.net", "more numbers follow than 2 rows of 1 columns"),
      ("*Vertices 2\n*Matrix\n0 x\n", "a.net", "a.net:3: “x” stands where a number"),
      ("dl n=2\ndata:\n0 1 0\n", "a.dl", "the file ends where a number"),
      ("dl n=1\ndata:\n0 1\n", "a.dl", "more follows than the header says"),
      ("dl n=2 format=el1\ndata:\n1 3\n", "a.dl", "a.dl:3: “3” stands where a number from 1 to 2"),
      ("dl n=2 format=el1\nlabels embedded\ndata:\na b\nc a\n", "a.dl", "a.dl:5: “c” is one label more"),
      ("dl n=2 format=edgearray1\ndata:\n", "a.dl", "is a form of DL that Kesi does not read"),
      ("dl data:\n0", "a.dl", "n above the data"), ("dl n=99999999999\n", "a.dl", "a number of rows"),
    ]
    for (text, name, message) in wrong {
      let said = problem(text, name)
      #expect(said.contains(message), "\(text): \(said)")
    }
  }

  @Test("A weight that is no number is refused with its line, and no other weight is left out for it")
  func badWeights() throws {
    func gml(_ first: String, _ second: String) -> String {
      "graph [ node [ id 1 ] node [ id 2 ]\nedge [ source 1 target 2 value \(first) ]\nedge [ source 2 target 1 value \(second) ] ]"
    }
    func gexf(_ weight: String) -> String {
      "<gexf><graph><nodes><node id=\"a\"/><node id=\"b\"/></nodes><edges>\n"
        + "<edge source=\"a\" target=\"b\" weight=\"\(weight)\"/></edges></graph></gexf>"
    }
    let wrong: [(String, String, String)] = [
      (gml("2", "x"), "a.gml", "a.gml:3: weight: “x”"), (gexf("many"), "a.gexf", "a.gexf:2: weight: “many”"),
      ("dl n=3 format=el1\ndata:\n1 2 1\n2 3 x\n", "a.dl", "a.dl:4: weight: “x”"),
    ]
    for (text, name, message) in wrong {
      let said = problem(text, name)
      #expect(said.contains(message), "\(text): \(said)")
    }
    // Of another meaning: each is told with the line that shows it.
    let others: [(String, String, Int, [String])] = [
      (gml("2", "-1"), "a.gml", 3, ["2", "-1"]), (gml("x", "y"), "a.gml", 2, ["x", "y"]),
      (gexf("-2"), "a.gexf", 2, ["-2"]), ("*Vertices 2\n*Matrix\n0 2\n-1 0\n", "a.net", 4, ["2", "-1"]),
      ("dl n=2\ndata:\n0 2\n-3 0\n", "a.dl", 4, ["2", "-3"]),
    ]
    for (text, name, line, values) in others {
      try place.write(text, name)
      let reading = try NetworkReader.read(place.path(name))
      #expect(reading.network.carried[.ties]?.map(\.values) == [values], "\(text)")
      #expect(reading.warnings.first { $0.severity == .warning }?.row == line, "\(text)")
    }
  }

  // MARK: Published files

  /// How many actors and ties each has: as igraph 0.11 and NetworkX 3 count them, but that ties of an actor with itself are
  /// left out and that a matrix which is the same on both sides has each tie once. Of the frames of Gephi, which neither
  /// reads, as the files list them.
  private static let counts: [(file: String, actors: Int, ties: Int)] = [
    ("gephi/Java.gexf", 1538, 8032), ("gephi/LesMiserables.gexf", 77, 254), ("gephi/PowerGrid.gml", 4941, 6594),
    ("gephi/lesmiserables.gml", 77, 254), ("gephi/polblogs.gml", 1490, 19090 - 3), ("gephi/timeframe1.gexf", 3, 2),
    ("gephi/timeframe2.gexf", 3, 3), ("gephi/timeframe3.gexf", 3, 1), ("igraph/celegansneural.gml", 297, 2359),
    ("igraph/edgelist1.dl", 5, 5), ("igraph/edgelist2.dl", 5, 5), ("igraph/edgelist3.dl", 5, 5),
    ("igraph/edgelist4.dl", 5, 5), ("igraph/edgelist5.dl", 5, 5), ("igraph/edgelist6.dl", 5, 5),
    ("igraph/edgelist7.dl", 4, 3), ("igraph/fullmatrix1.dl", 5, 12 / 2), ("igraph/fullmatrix2.dl", 5, 12 / 2),
    ("igraph/fullmatrix3.dl", 5, 12 / 2), ("igraph/fullmatrix4.dl", 5, 12 / 2), ("igraph/karate.gml", 34, 78),
    ("igraph/links.net", 4, 7 - 2), ("igraph/nodelist1.dl", 5, 5), ("igraph/nodelist2.dl", 5, 5),
    ("igraph/test.graphml", 6, 7), ("igraph/weighted.gml", 2, 1), ("igraph/yfiles.graphml", 4, 4 - 1),
  ]

  @Test(
    "Files of Gephi and igraph open, with as many actors and ties as these programs count",
    .enabled(if: FileManager.default.fileExists(atPath: published), "the published files are not here"))
  func publishedFiles() throws {
    for (file, actors, ties) in Self.counts {
      let network = try NetworkReader.read("\(published)/\(file)").network
      #expect(network.actors.count == actors && network.ties.count == ties, "\(file)")
    }
    let miserables = try NetworkReader.read("\(published)/gephi/lesmiserables.gml").network
    #expect(miserables.actors[0].name == "Myriel" && miserables.ties.contains { $0.weight == 31 })
  }
}
