import Foundation
import KesiMatrix
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiFormats

@Suite("Graphs in JSON")
struct GraphJSONTests {
  private let place = try! FileTests.Place()

  private func read(_ text: String, _ name: String = "a.json") throws -> Network {
    try place.read(text, as: name).network
  }

  private func problem(_ text: String, _ name: String = "a.json") -> String { problems { try read(text, name) } }

  private func ends(_ network: Network) -> [String] {
    network.ties.map {
      let sign = $0.isDirected.map { $0 ? ">" : "-" } ?? "?"
      return network.actors[$0.source].id + sign + network.actors[$0.target].id
    }
  }

  // MARK: Dialects

  @Test("NetworkX calls edges links or edges, and says whether they have directions")
  func nodeLink() throws {
    for key in ["links", "edges"] {
      let network = try read(
        """
        {"directed": true, "multigraph": true, "graph": {"name": "泵"},
         "nodes": [{"类型": "企业", "id": 1}, {"id": "乙", "x": 1.50, "ok": true, "tags": ["a", {"b": 1}], "no": null}],
         "\(key)": [{"source": 1, "target": "乙", "key": 0, "weight": 2.5},
                    {"key": 1, "weight": null, "load": NaN, "target": 1, "source": "乙", "directed": false}]}
        """)
      #expect(network.actors.map(\.id) == ["1", "乙"] && network.actors.map(\.kind) == ["enterprise", ""])
      #expect(ends(network) == ["1>乙", "乙-1"] && network.ties.map(\.weight) == [2.5, 1])
      let carried = network.carried[.actors] ?? []
      #expect(carried.map(\.name) == ["x", "ok", "tags"])
      #expect(carried.map { $0[1] } == ["1.50", "true", "[\"a\", {\"b\": 1}]"])
      #expect(network.carried[.ties] == nil && network.profile.title?.en == "泵")
    }
  }

  @Test("A weight of NaN or Infinity is refused with its place")
  func noWeights() {
    for (weight, message) in [
      ("NaN", "a.json:2:32: “NaN” stands where the weight"), ("Infinity", "weight: “Infinity”"),
      ("\"NaN\"", "a.json:2:32: “NaN” stands where the weight"),
    ] {
      let said = problem(
        "{\"nodes\":[{\"id\":1},{\"id\":2}],\"links\":[\n{\"source\":1,\"target\":2,\"value\":\(weight)}]}")
      #expect(said.contains(message), "\(said)")
    }
  }

  @Test("Keys that differ in spelling alone are one column where they are names that Kesi knows and no tie has both")
  func spellings() throws {
    func network(_ first: String, _ second: String) throws -> Network {
      try read(
        "{\"nodes\":[{\"id\":1,\"Kind\":\"k\",\"A\":1},{\"id\":2,\"kind\":\"l\",\"a\":2}],\"links\":[{\"source\":1,\"target\":2,\(first)},{\"source\":2,\"target\":1,\(second)}]}"
      )
    }
    let one = try network("\"WEIGHT\":2", "\"Weight\":3,\"t\":4")
    #expect(one.ties.map(\.weight) == [2, 3] && one.actors.map(\.kind) == ["k", "l"])
    #expect(one.carried[.actors]?.map(\.name) == ["A", "a"] && one.carried[.ties]?.map(\.values) == [["", "4"]])
    #expect(try network("\"weight\":2,\"Weight\":2", "\"weight\":3").ties.map(\.weight) == [2, 3])
    // Which of two that differ counts, does not depend on their order: neither.
    for (first, second) in [
      ("\"weight\":2,\"Weight\":9", "\"weight\":3"), ("\"weight\":3", "\"Weight\":9,\"weight\":2"),
    ] {
      let said = problems { try network(first, second) }
      #expect(
        said.contains("mean the same") && said.contains(first.contains("9") ? "[links]:1" : "[links]:2"), "\(said)")
    }
  }

  @Test("What comes first does not matter; where nothing says directions they are open")
  func order() throws {
    let network = try read(
      "{\"links\":[{\"source\":\"a\",\"target\":\"b\"}],\"nodes\":[{\"id\":\"a\"},{\"id\":\"b\"}]}")
    #expect(ends(network) == ["a?b"] && network.ties.isList)
  }

  @Test("d3 names ends by place, by name, or by the node itself")
  func d3() throws {
    let nodes = "{\"name\":\"甲\",\"group\":1},{\"name\":\"乙\",\"group\":2}"
    let texts = [
      "{\"nodes\":[\(nodes)],\"links\":[{\"source\":1,\"target\":0,\"value\":3}]}",
      "{\"nodes\":[\(nodes)],\"links\":[{\"source\":\"乙\",\"target\":\"甲\",\"value\":3}]}",
      "{\"nodes\":[{\"id\":\"甲\"},{\"id\":\"乙\"}],\"links\":[{\"source\":1,\"target\":0,\"value\":3}]}",
      "{\"nodes\":[{\"id\":\"甲\"},{\"id\":\"乙\"}],\"links\":[{\"source\":{\"x\":1,\"id\":\"乙\"},\"target\":{\"id\":\"甲\"},\"value\":3}]}",
    ]
    let drawn =
      "{\"nodes\":[{\"name\":\"甲\",\"index\":0,\"x\":1},{\"name\":\"乙\",\"index\":1,\"x\":2}],\"links\":[{\"source\":{\"name\":\"乙\",\"index\":1,\"x\":2},\"target\":{\"name\":\"甲\",\"index\":0,\"x\":1},\"value\":3,\"index\":0}]}"
    for text in texts + [drawn] {
      let network = try read(text)
      #expect(ends(network) == ["乙?甲"] && network.ties.map(\.weight) == [3], "\(text)")
      #expect(network.actors.map(\.name) == ["甲", "乙"], "\(text)")
    }
    #expect(
      problem("{\"nodes\":[{\"id\":\"1\"},{\"id\":\"0\"}],\"links\":[{\"source\":1,\"target\":0}]}")
        .contains("a.json:1:42: ids of nodes are texts"))
    // What is called nothing is known by its place.
    let nameless =
      "{\"nodes\":[{\"index\":0},{\"index\":1}],\"links\":[{\"source\":{\"index\":1},\"target\":{\"index\":0}}]}"
    #expect(ends(try read(nameless)) == ["1?0"])
  }

  @Test("What is said of the whole graph under several keys is kept, in any order")
  func wholeGraph() throws {
    let parts = [
      "\"graph\":{\"illustrative\":true,\"title\":\"T\"}", "\"data\":{\"made\":\"x\"}",
      "\"nodes\":[{\"id\":1},{\"id\":2}]", "\"links\":[{\"source\":1,\"target\":2}]",
    ]
    for order in [parts, Array(parts.reversed())] {
      let profile = try read("{" + order.joined(separator: ",") + "}").profile
      #expect(profile.isIllustrative && profile.title?.en == "T")
    }
  }

  @Test("Cytoscape has data and places, elements in two lists or in one")
  func cytoscape() throws {
    let node =
      "{\"data\":{\"id\":\"a\",\"value\":\"a\",\"name\":\"甲\"},\"position\":{\"x\":1.5,\"y\":-2},\"selected\":false}"
    let other = "{\"group\":\"nodes\",\"data\":{\"id\":\"b\"}}"
    let edge = "{\"data\":{\"id\":\"e0\",\"source\":\"a\",\"target\":\"b\",\"weight\":2}}"
    let texts = [
      "{\"format_version\":\"1.0\",\"data\":{\"name\":\"泵\"},\"elements\":{\"edges\":[\(edge)],\"nodes\":[\(node),\(other)]}}",
      "{\"data\":[[\"name\",\"泵\"]],\"elements\":[\(edge),\(node),\(other)]}",
    ]
    for text in texts {
      let network = try read(text, "a.cyjs")
      #expect(network.actors.map(\.id) == ["a", "b"] && network.actors.map(\.name) == ["甲", "b"], "\(text)")
      #expect(ends(network) == ["a?b"] && network.ties.map(\.weight) == [2] && network.profile.title?.en == "泵")
      #expect(network.carried[.actors]?.map(\.name) == ["x", "y"] && network.carried[.ties] == nil, "\(text)")
    }
    #expect(ends(try read("[\(node),\(other),\(edge)]")) == ["a?b"])
  }

  @Test("Gephi writes the JSON of graphology: keys, and attributes by themselves")
  func graphology() throws {
    let network = try read(
      """
      {"options": {"multi": false, "type": "mixed"}, "attributes": {"name": "泵"},
       "nodes": [{"key": "1", "attributes": {"label": "甲", "x": 2.5, "key": "k"}}, {"key": "2", "attributes": {}}],
       "edges": [{"key": "1", "source": "1", "target": "2", "undirected": true, "attributes": {"weight": 2.0}},
                 {"key": "2", "source": "2", "target": "1", "attributes": {"kind": "supply"}}]}
      """)
    #expect(network.actors.map(\.id) == ["1", "2"] && network.actors.map(\.name) == ["甲", "2"])
    #expect(ends(network) == ["1-2", "2>1"] && network.ties.map(\.weight) == [2, 1])
    #expect(network.carried[.actors]?.map(\.name) == ["x", "key"] && network.profile.title?.en == "泵")
    #expect(network.ties.map(\.kind) == ["", "supply"] && network.carried[.ties] == nil)
    let undirected = try read(
      "{\"options\":{\"type\":\"undirected\"},\"nodes\":[{\"key\":1},{\"key\":2}],\"edges\":[{\"source\":1,\"target\":2}]}"
    )
    #expect(ends(undirected) == ["1-2"])
  }

  // MARK: Writing

  private func written(_ network: Network, as dialect: String) throws -> [String: Any] {
    let path = place.path("\(UUID().uuidString).json")
    guard case (_, .network(let write))? = Format.writing(to: path, as: dialect) else {
      Issue.record("no writer")
      return [:]
    }
    try write(network, path, Wording(), Parallel())
    expectSame(network, try NetworkReader.read(path).network, "\(dialect)")
    return try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path))) as? [String: Any] ?? [:]
  }

  @Test("Each dialect has the keys that its readers look for")
  func dialects() throws {
    var network = Network(
      actors: ["e0", "b"].map { Actor(id: $0, name: $0) }, ties: [Tie(0, 1), Tie(1, 0, weight: 2)])
    network.carried = [.actors: [.init(name: "x", values: ["1.5", ""]), .init(name: "y", values: ["2", ""])]]
    let nodeLink = try written(network, as: "node-link")
    #expect(nodeLink["multigraph"] as? Bool == true && nodeLink["directed"] as? Bool == false)
    #expect((nodeLink["edges"] as? [[String: Any]])?.map { $0["key"] as? Int } == [0, 1])
    #expect((nodeLink["nodes"] as? [[String: Any]])?.first?["x"] as? Double == 1.5)
    #expect((try written(network, as: "d3")["links"] as? [[String: Any]])?.count == 2)
    let elements = try #require(try written(network, as: "cytoscape")["elements"] as? [String: [[String: Any]]])
    #expect(elements["nodes"]?.map { ($0["position"] as? [String: Double])?["x"] } == [1.5, nil])
    let ids = ((elements["nodes"] ?? []) + (elements["edges"] ?? [])).map {
      ($0["data"] as? [String: Any])?["id"] as? String
    }
    #expect(ids == ["e0", "b", "ee0", "ee1"])
  }

  // MARK: Faults

  @Test("What is wrong is refused with line, column and reason")
  func refused() {
    let wrong: [(String, String)] = [
      ("{\"nodes\":[{\"id\":1}\n,{\"id\":1}]}", "a.json[nodes]:2: id: “1” is the id of an earlier"),
      (
        "{\"nodes\":[{\"id\":1}],\"links\":[{\"source\":1,\"target\":2}]}",
        "a.json[links]:1: target: “2” is not in "
      ),
      ("{\"nodes\":[{\"id\":1},\n  {\"x\":1}]}", "a.json:2:3: what begins here has no id"),
      ("{\"nodes\":[{\"id\":\"a\"}],\"links\":[{\"source\":\"a\"}]}", "a.json:1:32: what begins here has no target"),
      ("{\"nodes\":[", "a.json:1:11: the file ends within a value"), ("{\"nodes\":[]} {}", "a.json:1:14: more follows"),
      ("{\"nodes\":[]", "a.json:1:12: the file ends within a value"), ("[1, 01]", "a.json:1:5: “01]” stands where"),
      ("{\"a\":\n tru}", "a.json:2:2: “tru}” stands where true or false"),
      ("{\"links\":[], \"edges\":[]}", "a.json:1:22: there are both links and edges"),
      (
        "{\"nodes\":[{\"id\":1}],\"elements\":{\"nodes\":[{\"data\":{\"id\":2}}]}}",
        "a.json:1:41: there are both nodes and elements.nodes"
      ),
      ("{\"elements\":{\"edges\":[]},\"edges\":[]}", "there are both elements.edges and edges"),
      ("{\"elements\":[],\"links\":[]}", "there are both elements and links"),
      (
        "{\"nodes\":[{\"name\":\"a\"},{\"x\":1}],\"links\":[{\"source\":\"a\",\"target\":\"a\"}]}",
        "a.json:1:24: what begins here has no name"
      ),
      ("{\"a\":1}", "is JSON, but no graph that Kesi knows"), ("[\"苏\t\"]", "a.json:1:4: "),
      ("[\"\\ud800\"]", "a.json:1:3: “\\ud800” is no character"), ("{\"nodes\":[{\"id\":\"\\u0000\"}]}", "U+0000"),
      ("{\"nodes\":[{\"id\":1,\n\"id\":2}]}", "a.json:2:1: “id” stands twice"),
      (String(repeating: "[", count: 100_000), "a.json:1:129: lists and objects stand in each other 128 deep"),
      ("{\"directed\":1,\"nodes\":[]}", "a.json:1:13: directed should be true or false"),
      (
        "{\"nodes\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"edges\":[{\"source\":\"a\",\"target\":\"b\",\"weight\":2},"
          + "{\"source\":\"a\",\"target\":\"b\",\"weight\":\"x\"}]}", "a.json[edges]:2: weight: “x”"
      ),
      ("{\"nodes\":[]}", "holds no nodes"),
      ("{\"nodes\":[{\"id\":\"a\"}],\"adjacency\":[[]]}", "node_link_data"),
    ]
    for (text, message) in wrong {
      let said = problem(text)
      #expect(said.contains(message), "\(text.prefix(80)): \(said)")
    }
  }

  @Test("A file that is cut off anywhere is refused, and nothing traps", arguments: ["json", "cyjs"])
  func truncated(ending: String) throws {
    let path = place.path("whole.\(ending)")
    guard case (_, .network(let write))? = Format.writing(to: path) else {
      Issue.record("no writer")
      return
    }
    try write(try fixture("cluster"), path, Wording(), Parallel())
    let bytes = try [UInt8](Data(contentsOf: URL(filePath: path)))
    for length in stride(from: 1, to: bytes.count - 2, by: max(1, bytes.count / 60)) {
      try place.write(Array(bytes[..<length]), "cut.\(ending)")
      #expect(throws: BadData.self) { try NetworkReader.read(place.path("cut.\(ending)")) }
    }
  }

  @Test("What is a number of JSON is told as its grammar says")
  func numbers() {
    for number in ["0", "-0", "10", "1.5", "-1.5e+10", "1E5"] { #expect(JSONReader.isNumber(number), "\(number)") }
    for other in ["", "01", "1.", ".5", "+1", "1e", "NaN", "Infinity", "-Infinity", "1 ", "0x1", "-", "１"] {
      #expect(!JSONReader.isNumber(other), "\(other)")
    }
  }
}
