import Foundation
import KesiMatrix
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiFormats

@Suite("Graph files")
struct GraphFileTests {
  private let place = try! FileTests.Place()

  /// What a file of some text is read as.
  private func read(_ text: String, _ name: String) throws -> NetworkReading { try place.read(text, as: name) }

  private func rewritten(_ network: Network, as ending: String) throws -> Network {
    let path = place.path("\(UUID().uuidString).\(ending)")
    guard case (_, .network(let write))? = Format.writing(to: path) else {
      throw CannotWrite(message: Phrase("no writer", zh: ""), isClosedPipe: false)
    }
    try write(network, path, Wording(), Parallel())
    let reading = try NetworkReader.read(path)
    return reading.network
  }

  private func problem(_ text: String, _ name: String) -> String { problems { try read(text, name) } }

  // MARK: Round trips

  @Test(
    "Random networks with hostile texts come back byte by byte",
    arguments: ["graphml", "gexf", "gml", "json", "cyjs", "ndjson", "dot"], 1...12 as ClosedRange<UInt64>)
  func hostileNetworks(ending: String, seed: UInt64) throws {
    let network = HostileGraph(seed: seed).network
    expectSame(network, try rewritten(network, as: ending), "seed \(seed)")
  }

  @Test(
    "A list of ties comes back as a list, its directions open",
    arguments: ["graphml", "gexf", "gml", "json", "cyjs", "ndjson", "dot"])
  func lists(ending: String) throws {
    let ids = RoundTripTests.hostile.filter { !$0.utf8.contains(0x1F) }
    var list = TieList(isWeighted: true)
    for index in 1..<ids.count { list.append(UInt32(index), UInt32(index * 7 % index), weight: Double(index) / 7) }
    let network = Network(actors: ids.map { Actor(id: $0, name: $0) }, ties: Ties(list))
    let back = try rewritten(network, as: ending)
    expectSame(network, back)
    #expect(back.ties.isList && back.ties.leavesDirectionsOpen)
  }

  @Test("What no XML can say is refused, and the file is not written", arguments: ["graphml", "gexf"])
  func controls(ending: String) throws {
    for text in ["a\u{1F}b", "\u{0}", "\u{FFFE}", "\u{FFFF}"] {
      let network = Network(actors: [Actor(id: "a", name: text), Actor(id: "b", name: "b")], ties: [Tie(0, 1)])
      #expect(throws: CannotWrite.self) { try rewritten(network, as: ending) }
    }
    #expect(throws: CannotWrite.self) { try rewritten(Network(actors: [Actor(id: "", name: "a")]), as: ending) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.url.path).isEmpty)
  }

  @Test("What a graph cannot hold is said: chains and all that belongs to them")
  func losses() throws {
    let network = try fixture("cluster")
    for format in [Format.graphML, .gexf, .gml, .dot] {
      let parts = Losses(of: network, in: format).parts.map(\.en)
      #expect(
        parts.contains("\(network.chains.count) chains") && parts.contains("\(network.members.count) memberships"))
      #expect(!parts.contains { $0.contains("columns of") && !$0.contains("(chain") }, "\(parts)")
    }
  }

  // MARK: GraphML

  private func graphML(_ body: String) -> String {
    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\(body)</graphml>"
  }

  @Test("Keys of GraphML have defaults and types; directions of edges may differ")
  func keys() throws {
    let network = try read(
      graphML(
        """
        <key id="a" for="node" attr.name="类型" attr.type="string"><default>企业</default></key>
        <key id="w" for="edge" attr.name="weight" attr.type="double"><default>2.5</default></key>
        <key id="o" for="all" attr.name="owner" attr.type="string"/>
        <graph edgedefault="directed">
        <node id="x"><data key="a">高校</data><data key="o"> me </data></node><node id="y"/>
        <edge source="x" target="y"/><edge source="y" target="x" directed="false"><data key="w"> 3 </data></edge>
        </graph>
        """), "a.graphml"
    ).network
    #expect(network.actors.map(\.kind) == ["university", "enterprise"])
    #expect(network.ties.map(\.weight) == [2.5, 3] && network.ties.map(\.isDirected) == [true, false])
    #expect(network.carried[.actors] == [Network.CarriedColumn(name: "owner", values: [" me ", ""])])
  }

  @Test("igraph numbers its nodes and keeps their ids in an attribute; other programs have ids of their own")
  func ids() throws {
    func file(_ first: String, _ second: String) -> String {
      graphML(
        """
        <key id="v_id" for="node" attr.name="id" attr.type="string"/><graph edgedefault="undirected">
        <node id="\(first)"><data key="v_id">甲</data></node><node id="\(second)"><data key="v_id">乙</data></node>
        <edge source="\(first)" target="\(second)"/></graph>
        """)
    }
    #expect(try read(file("n0", "n1"), "a.graphml").network.actors.map(\.id) == ["甲", "乙"])
    let kept = try read(file("p", "q"), "b.graphml").network
    #expect(kept.actors.map(\.id) == ["p", "q"] && kept.carried[.actors]?.map(\.name) == ["attribute id"])
  }

  @Test("yEd keeps labels, places and colors in elements of its own")
  func yEd() throws {
    let network = try read(
      graphML(
        """
        <key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d9" yfiles.type="edgegraphics"/>
        <graph edgedefault="directed" id="G">
        <node id="n0"><data key="d6"><y:ShapeNode xmlns:y="y"><y:Geometry height="30" width="30" x="1.5" y="-2"/>
        <y:Fill color="#FFCC00"/><y:NodeLabel>苏州 &amp; 大学<y:LabelModel>no</y:LabelModel></y:NodeLabel>
        <y:Shape type="rectangle"/></y:ShapeNode></data></node><node id="n1"/>
        <edge id="e0" source="n0" target="n1"><data key="d9"><y:PolyLineEdge xmlns:y="y">
        <y:LineStyle color="#000000"/><y:EdgeLabel>joint</y:EdgeLabel></y:PolyLineEdge></data></edge></graph>
        """), "a.graphml"
    ).network
    #expect(network.actors.map(\.name) == ["苏州 & 大学", "n1"])
    let carried = (network.carried[.actors] ?? []) + (network.carried[.ties] ?? [])
    #expect(carried.map(\.name).sorted() == ["color", "color", "label", "shape", "x", "y"])
    #expect(carried.first { $0.name == "y" }?.values == ["-2", ""])
  }

  @Test("What would change who is tied to whom is refused with its place")
  func refused() {
    let nodes = "<node id=\"a\"/><node id=\"b\"/>"
    let wrong: [(String, String)] = [
      ("<graph>\(nodes)<node id=\"c\"><graph/></node></graph>", "/graphml/graph/node[3]/graph: is a graph within"),
      ("<graph>\n\(nodes)<hyperedge/></graph>", "a.graphml:2: /graphml/graph/hyperedge: is a hyperedge"),
      ("<graph>\(nodes)</graph><graph/>", "is a second graph"),
      ("<graph>\(nodes)\n<edge source=\"a\" target=\"c\"/></graph>", "a.graphml:2: target: “c” is not in"),
      ("<graph>\(nodes)<edge source=\"a\"/></graph>", "has no target"),
      ("<graph>\(nodes)\n<node id=\"b\"/></graph>", "a.graphml:2: id: “b” is the id of an earlier"),
      ("<graph><node/></graph>", "has no id"), ("<graph/>", "holds no nodes"), ("", "holds no graph"),
      ("<key id=\"k\"/><key id=\"k\"/>", "declared before"),
    ]
    for (body, message) in wrong {
      let said = problem(graphML(body), "a.graphml")
      #expect(said.contains(message), "\(body): \(said)")
    }
  }

  @Test("An id is no name: what is called as another's id is not taken for it")
  func exactIDs() {
    let text = graphML(
      """
      <key id="n" for="node" attr.name="name"/><graph><node id="1"><data key="n">2</data></node><node id="3"/>
      <edge source="3" target="2"/></graph>
      """)
    #expect(problem(text, "a.graphml").contains("“2” is not in"))
  }

  @Test("An attribute that does not hold what its name says is carried along, and this is said")
  func misread() throws {
    let reading = try read(
      graphML(
        """
        <key id="w" for="edge" attr.name="weight"/><key id="c" for="edge" attr.name="chain"/>
        <key id="s" for="node" attr.name="size"/><graph><node id="total"><data key="s">large</data></node><node id="b"/>
        <edge source="total" target="b"><data key="w">-1</data><data key="c">pumps</data></edge></graph>
        """), "a.graphml")
    #expect(reading.network.actors.map(\.id) == ["total", "b"] && reading.network.ties.map(\.weight) == [1])
    #expect(
      reading.network.carried[.ties] == [
        Network.CarriedColumn(name: "attribute weight", values: ["-1"]),
        Network.CarriedColumn(name: "attribute chain", values: ["pumps"]),
      ])
    #expect(reading.network.carried[.actors]?.map(\.name) == ["attribute size"])
    let said = reading.warnings.filter { $0.severity == .warning }
    #expect(said.count == 2 && said.map(\.row) == [2, 3])
  }

  @Test("Self-ties are left out, and parallel ties are kept, as in tables")
  func loops() throws {
    let reading = try read(
      graphML(
        "<graph><node id=\"a\"/><node id=\"b\"/><edge source=\"a\" target=\"a\"/>"
          + "<edge source=\"a\" target=\"b\"/><edge source=\"a\" target=\"b\"/></graph>"), "a.graphml")
    #expect(reading.network.ties.count == 2)
    let said = reading.warnings.map(\.message.en).joined()
    #expect(said.contains("ties an actor to itself") && said.contains("1 tie joins the same two"))
  }

  // MARK: GEXF

  private func gexf(_ body: String, _ graph: String = "defaultedgetype=\"undirected\"") -> String {
    "<gexf xmlns=\"http://www.gexf.net/1.2draft\" xmlns:viz=\"v\"><graph \(graph)>\(body)</graph></gexf>"
  }

  @Test("GEXF has attributes with defaults, times, places and colors")
  func gexfParts() throws {
    let network = try read(
      gexf(
        """
        <attributes class="node"><attribute id="0" title="类型" type="string"><default>college</default></attribute>
        </attributes><attributes class="edge"><attribute id="0" title="note" type="string"/></attributes>
        <nodes><node id="a" label="甲"><attvalues><attvalue for="0" value="企业"/></attvalues>
        <viz:color r="1" g="16" b="255" a="0.5"/><viz:position x="1" y="2.50" z="0.0"/><viz:size value="8.25"/></node>
        <node id="b" pid="a"/></nodes>
        <edges><edge id="7" source="a" target="b" weight="2.5" type="directed" start="2020-03-01" end="2021">
        <attvalues><attvalue for="0" value="x"/></attvalues></edge>
        <edge id="9" source="a" target="b"><spells><spell start="2010" end="2011"/><spell start="2013"/></spells></edge>
        </edges>
        """), "a.gexf"
    ).network
    #expect(network.actors.map(\.name) == ["甲", "b"] && network.actors.map(\.kind) == ["enterprise", "college"])
    #expect(network.actors.map(\.parent) == [nil, "a"])
    func carried(_ table: Table, _ title: String) -> [String]? {
      network.carried[table]?.first { $0.name == title }?.values
    }
    #expect(carried(.actors, "color") == ["#0110ff80", ""] && carried(.actors, "y") == ["2.50", ""])
    #expect(carried(.actors, "viz_size") == ["8.25", ""] && carried(.ties, "edge_id") == ["7", "9"])
    #expect(network.ties.map(\.weight) == [2.5, 1] && network.ties.map(\.isDirected) == [true, false])
    #expect(network.ties[0].period == Period(from: PartialDate("2020-03-01"), to: PartialDate("2021")))
    #expect(network.ties[1].period == Period(from: PartialDate("2010")))
    #expect(carried(.ties, "spells") == ["", "[2010, 2011]; [2013, ]"] && carried(.ties, "note") == ["x", ""])
    expectSame(network, try rewritten(network, as: "graphml"))
    // How nodes look comes last there.
    func sorted(_ network: Network) -> Network {
      var network = network
      network.carried = network.carried.mapValues { $0.sorted { $0.name < $1.name } }
      return network
    }
    expectSame(sorted(network), sorted(try rewritten(network, as: "gexf")))
  }

  @Test("Values that change over time are kept with their times")
  func dynamics() throws {
    let network = try read(
      gexf(
        """
        <attributes class="node" mode="dynamic"><attribute id="p" title="price" type="int"/></attributes>
        <nodes><node id="a"><attvalues><attvalue for="p" value="3" start="2009" end="2010"/>
        <attvalue for="p" value="4" start="2011"/></attvalues></node><node id="b"/></nodes>
        """), "a.gexf"
    ).network
    #expect(network.carried[.actors]?.first?.values == ["3 [2009, 2010]; 4 [2011, ]", ""])
  }

  @Test("Nodes within nodes, a second graph, ends that are missing are refused with their place")
  func gexfRefused() {
    let wrong: [(String, String)] = [
      ("<nodes><node id=\"a\"><nodes/></node></nodes>", "a.gexf:1: /gexf/graph/nodes/node/nodes: nodes lie within"),
      ("<nodes><node id=\"a\"/></nodes><edges>\n<edge source=\"a\" target=\"z\"/></edges>", "a.gexf:2: target: “z”"),
      ("<nodes><node label=\"a\"/></nodes>", "has no id"),
    ]
    for (body, message) in wrong {
      let said = problem(gexf(body), "a.gexf")
      #expect(said.contains(message), "\(body): \(said)")
    }
  }

  // MARK: Hostile files

  @Test(
    "A file that is cut off anywhere, or names entities, is refused and nothing traps", arguments: ["graphml", "gexf"])
  func truncated(ending: String) throws {
    let path = place.path("whole.\(ending)")
    guard case (_, .network(let write))? = Format.writing(to: path) else { return }
    try write(try fixture("cluster"), path, Wording(), Parallel())
    let bytes = try [UInt8](Data(contentsOf: URL(filePath: path)))
    for length in stride(from: 1, to: bytes.count - 2, by: max(1, bytes.count / 40)) {
      try place.write(Array(bytes[..<length]), "cut.\(ending)")
      #expect(throws: BadData.self) { try NetworkReader.read(place.path("cut.\(ending)")) }
    }
    let bomb = "<!DOCTYPE x [<!ENTITY a \"b\">]><\(ending)>&a;</\(ending)>"
    #expect(problem(bomb, "bomb.\(ending)").contains("DOCTYPE"))
  }
}
