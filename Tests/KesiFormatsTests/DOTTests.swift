import Foundation
import KesiNetwork
import Testing

@testable import KesiFormats

/// Counts are those that libcgraph 2.42 finds in the same texts, without edges of a node with itself.
@Suite("DOT files of Graphviz")
struct DOTTests {
  private let place = try! FileTests.Place()

  private func read(_ text: String, _ name: String = "a.dot") throws -> NetworkReading {
    try place.read(text, as: name)
  }

  private func problem(_ text: String) -> String { problems { try read(text) } }

  @Test(
    "Edges, groups, defaults and strict graphs are as Graphviz has them",
    arguments: [
      ("graph{a--b--c; a--b}", 3, 3), ("strict graph{a--b; b--a; a--b}", 2, 1),
      ("strict digraph{a->b; b->a; a->b}", 2, 2),
      ("digraph{{a b}->{c d e}}", 5, 6), ("digraph{a->{b;c}->d}", 4, 4), ("graph{a,b--c,d [w=1]}", 4, 4),
      ("digraph{subgraph s{a;b} subgraph s{c} x->subgraph s{}}", 4, 3), ("digraph{a:n->b:p1:s; node[x=1]; c}", 3, 1),
      ("digraph{a->b[key=k]; a->b[key=k]; a->b[key=l]; a->b}", 2, 3), ("digraph{\"a\"->a2; a->\"a\"+\"2\"}", 2, 2),
      ("DiGraph{ /* x->y */ a->b // c->d\n# e->f\n}", 2, 1), ("digraph{\"node\"->Edge1;苏州->大学}", 4, 2),
      ("digraph{-1.5->.5->2.;1->2}", 5, 3), ("graph{\"a\\\nb\"--ab}", 1, 0),
      ("digraph{a;{};subgraph{b};subgraph x{c}}", 3, 0),
    ])
  func counts(text: String, nodes: Int, edges: Int) throws {
    let network = try read(text).network
    #expect(network.actors.count == nodes && network.ties.count == edges)
  }

  @Test("Defaults hold for nodes that come after them within their braces; what is said later of a node counts")
  func defaults() throws {
    let network = try read("digraph{a; node[kind=企业]; b; {node[kind=高校]; c; b} d; d[kind=平台]; {e}}").network
    #expect(network.actors.map(\.id) == ["a", "b", "c", "d", "e"])
    #expect(network.actors.map(\.kind) == ["", "enterprise", "university", "platform", "enterprise"])
    let ties = try read("digraph{edge[weight=2]; a->b; {edge[weight=3]; b->c} c->d; d->a[weight=5]}").network.ties
    #expect(ties.map(\.weight) == [2, 3, 2, 5])
  }

  @Test("A node is in each innermost subgraph that names it, in their order, and not in those around them")
  func subgraphs() throws {
    let network = try read(
      "digraph{subgraph o{n; subgraph i{n; m}} subgraph p{n} subgraph q{subgraph r{n} n; m} subgraph p{n}}"
    ).network
    #expect(network.carried[.actors]?.map { $0.values } == [["i;p;r", "i;q"]])
  }

  @Test("What an edge or a node states itself counts before defaults, each attribute alone")
  func overDefaults() throws {
    let network = try read(
      "strict graph{edge[weight=2,x=p]; node[size=1]; a[note=n]; a--b[weight=3]; b--a[y=q]; a[size=4]; c--a}"
    ).network
    #expect(network.ties.map(\.weight) == [3, 2] && network.actors.map(\.size) == [4, 1, 1])
    #expect(network.carried[.ties]?.map { $0.values } == [["p", "p"], ["q", ""]])
  }

  @Test(
    "Labels are names, on one line and without tags; places, subgraphs and arrows are kept, and what is not is said")
  func attributes() throws {
    let reading = try read(
      """
      digraph G { label="a\\nb"; rankdir=LR
        a [label="x\\ly &amp; \\"z\\"", pos="1.5,-2!"]; b [label=<<b>R&amp;D</b><br/>中心>]; c [label="\\N"]; d [label="C:\\\\x"]
        subgraph cluster_1 { label="组"; c; subgraph inner { d } }
        a -> b [dir=back]; b -> c [dir=none]; c:n -> d
      }
      """)
    let network = reading.network
    #expect(
      network.actors.map(\.name) == ["x y & \"z\"", "R&D 中心", "c", "C:\\x"] && network.profile.title?.en == "a b")
    let carried = network.carried[.actors] ?? []
    #expect(carried.map(\.name) == ["subgraph", "x", "y"])
    #expect(
      carried.map { column in (0..<4).map { column[$0] } } == [
        ["", "", "组", "inner"], ["1.5", "", "", ""], ["-2", "", "", ""],
      ])
    #expect(network.ends == ["b>a", "b-c", "c>d"])
    let said = reading.warnings.map(\.message.en).joined(separator: "\n")
    for word in ["rankdir", "ports", "“subgraph”", "dir gives 2 edges"] { #expect(said.contains(word), "\(word)") }
  }

  @Test(
    "What is wrong is refused with line and reason",
    arguments: [
      ("graph{\na->b}", "a.dot:2: -> is for a digraph"), ("digraph{\na--b}", "a.dot:2: -- is for a graph"),
      ("digraph{a->b", "ends where a node, an edge or } should"), ("digraph{\n2nd->b}", "a.dot:2: “2nd” is no number"),
      ("digraph{a[x]}", "“]” stands where = should"), ("digraph a{}\ndigraph b{}", "a.dot:2: is a second graph"),
      ("digraph{a}}", "the end of the file"), ("digraph{\"a}", "ends within quotes"),
      ("digraph{a->}", "“}” stands where"), ("graph{\n a -- b # c\n}", "a.dot:2: # begins a comment only"),
      ("graph{\n #a;\n}", "a.dot:2: # begins a comment only"), ("graph{a[color=#ff0000]}", "# begins a comment only"),
      ("digraph{a/* }", "ends where */"), ("digraph{a[label=<<b>]}", "ends where >"), ("{a}", "graph or digraph"),
      ("digraph{\"a&amp;b\";\"a&b\"}", "a&b"),
      ("graph kesi{graph[_background=\"c 9\"]; n1}", "a.dot:1: is a picture that kesi render has drawn"),
    ])
  func refused(text: String, reason: String) {
    let said = problem(text)
    #expect(said.contains(reason), "\(said)")
  }

  @Test("What the preprocessor of C leaves at the beginnings of lines is no part of the graph")
  func preprocessed() throws {
    let network = try read("# 1 \"x.dot\"\ngraph{\n# 2 \"y.dot\" 1\na--b\r\n#c--d\r\n}\n#").network
    #expect(network.ends == ["a-b"])
  }

  @Test("Of attributes in great number the later of two counts, whether of one statement or of several")
  func manyAttributes() throws {
    let all = (0..<60).map { "t\($0)=\($0)" }.joined(separator: ",")
    let later = (0..<60).reversed().map { "t\($0)=x" }.joined(separator: ",")
    for text in [
      "strict graph{a[\(all),\(later)];a--b[\(all),\(later)]}",
      "strict graph{a[\(all)];a[\(later)];a--b[\(all)];b--a[\(later)]}",
    ] {
      let network = try read(text).network
      for table in [Table.actors, .ties] {
        #expect(network.carried[table]?.map(\.name) == (0..<60).map { "t\($0)" })
        #expect(network.carried[table]?.allSatisfy { $0[0] == "x" } == true)
      }
    }
  }

  @Test("A few signs that unfold without bound are refused before they do")
  func bounds() {
    func group(_ letter: String, _ count: Int) -> String { "{" + (0..<count).map { "\(letter)\($0) " }.joined() + "}" }
    #expect(problem("graph{\(group("a", 2000))--\(group("b", 2000))}").contains("more than 1048576 edges"))
    #expect(problem("graph" + String(repeating: "{", count: 100_000)).contains("more than 64 deep"))
    let titles = (0..<20_000).map { "t\($0)=1" }.joined(separator: ",")
    #expect(problem("graph{a[\(titles)]}").contains("attributes"))
    let many = (0..<5000).map { "t\($0)=1" }.joined(separator: ",")
    let edges = (0..<5000).map { "a\($0)--b\($0);" }.joined()
    for text in [
      "graph{edge[\(many)]; \(edges)}", "graph{node[\(many)]; \(edges)}", "graph{\(group("a", 5000))--x[\(many)]}",
      "graph{\((0..<5000).map { "a\($0)" }.joined(separator: ","))[\(many)]}",
    ] { #expect(problem(text).contains("too many attributes"), "\(text.prefix(20))") }
    let repeated = "graph{node[x=\"\(String(repeating: "x", count: 1 << 20))\"]; \(group("a", 1000))}"
    #expect(problem(repeated).contains("too many attributes"))
  }

  @Test("A file that says it is Latin-1 is, unless it is UTF-8; without a word it is as any text")
  func charset() throws {
    let text = "digraph{charset=\"latin1\"; a[label=\"caf\u{E9}\"]}"
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    for (bytes, name) in [(latin, "latin.gv"), (Array(text.utf8), "utf8.gv")] {
      try Data(bytes).write(to: URL(filePath: place.path(name)))
      #expect(try NetworkReader.read(place.path(name)).network.actors.map(\.name) == ["café"])
    }
  }

  @Test("Graphs that begin as such are known under any ending; documents of Word are not taken for graphs")
  func recognition() throws {
    #expect(Format.reading(.bytes(Array("strict digraph {a->b}".utf8), path: "x.txt")).id == "dot")
    #expect(Format.reading(.bytes([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], path: "x.dot")).id != "dot")
    #expect(Format.reading(.bytes(Array("// by hand\n".utf8), path: "x.gv")).id == "dot")
  }
}
