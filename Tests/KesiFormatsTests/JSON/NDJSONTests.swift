import Foundation
import KesiCluster
import KesiMatrix
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiFormats
@testable import KesiResults

@Suite("Networks as lines of JSON")
struct NDJSONTests {
  private let place = try! FileTests.Place()

  private func read(_ text: String, _ name: String = "a.ndjson") throws -> Network {
    try place.read(text, as: name).network
  }

  private func problem(_ text: String, _ name: String = "a.ndjson") -> String {
    problems { try place.read(text, as: name) }
  }

  @Test("Lines are nodes or ties, in any order; without nodes the ends are the actors")
  func lines() throws {
    let network = try read(
      """
      {"source": "乙", "target": 1, "weight": 2, "directed": true, "id": "e7"}
      {"graph": {"title": "泵"}, "directed": false}

      {"id": 1, "kind": "enterprise", "x": 1.50}\r
      {"id": "乙", "source": "register", "note": null}
      {"target": "乙", "source": 1}
      """)
    #expect(network.actors.map(\.id) == ["1", "乙"] && network.actors.map(\.kind) == ["enterprise", ""])
    #expect(network.actors.map(\.source) == [nil, "register"] && network.profile.title?.en == "泵")
    #expect(network.ends == ["乙>1", "1-乙"] && network.ties.map(\.weight) == [2, 1])
    #expect(network.carried[.ties] == [Network.CarriedColumn(name: "edge_id", values: ["e7", ""])])
    #expect(network.carried[.actors]?.first?.values == ["1.50", ""])
    // Told by what stands between the lines, whatever the file is called.
    let ties = try read("{\"source\":\"b\",\"target\":\"a\"}\n{\"source\":\"a\",\"target\":\"Ａ\"}\n", "a.txt")
    #expect(ties.actors.map(\.id) == ["b", "a", "Ａ"] && ties.ties.isList && ties.ties.leavesDirectionsOpen)
  }

  @Test("Ends have the names that columns of tables have, in Chinese, too; from and to beside a name are asked about")
  func synonyms() throws {
    let network = try read(
      "{\"甲方\":\"苏州大学\",\"乙方\":\"甲公司\",\"类型\":\"合作\",\"强度\":3,\"是否有向\":\"是\"}\n{\"from\":\"甲公司\",\"to\":\"乙公司\"}\n")
    #expect(network.ends == ["苏州大学>甲公司", "甲公司-乙公司"])
    #expect(network.ties[0].kind == "合作" && network.ties.map(\.weight) == [3, 1])
    let typed = try read("{\"source\":\"a\",\"target\":\"b\",\"Type\":\"x\",\"type\":\"Directed\"}\n")
    #expect(typed.ends == ["a>b"])
    #expect(problem("{\"id\":1,\"name\":\"x\",\"from\":2019,\"to\":2020}").contains("a.ndjson:1:1: may be a node"))
    let stated = try read(
      "{\"type\":\"node\",\"id\":1,\"name\":\"x\",\"from\":2019,\"to\":2020}\n{\"type\":\"node\",\"id\":2}\n{\"type\":\"edge\",\"from\":1,\"to\":2}\n"
    )
    #expect(stated.actors.map(\.name) == ["x", "2"] && stated.ends == ["1-2"])
  }

  @Test("Nodes with dates from and to are not taken for ties between years; numbers that are ids are")
  func periods() throws {
    let tie = "{\"source\":\"A\",\"target\":\"B\"}\n"
    for line in [
      "{\"id\":\"A\",\"from\":2019,\"to\":2023}", "{\"id\":\"A\",\"from\":\"2019-05\",\"to\":\"2023-01-31\"}",
      "{\"id\":\"A\",\"From\":\"2019\",\"To\":\"2019\"}", "{\"id\":\"A\",\"from\":2019,\"to\":null}",
      "{\"id\":\"A\",\"from\":\"\",\"to\":2023}",
    ] {
      let said = problem(tie + line + "\n" + tie)
      #expect(said.contains("a.ndjson:2:") && said.contains("may be a node"), "\(line): \(said)")
    }
    #expect(
      problem(tie + "{\"from\":2019,\"to\":2023,\"chain\":\"x\"}\n").contains("from and to are dates"))
    // One end that is no date shows that these are ids; so do the nodes, where there are any.
    #expect(try read("{\"from\":2019,\"to\":2023}\n{\"from\":2019,\"to\":17}\n").ends == ["2019-2023", "2019-17"])
    #expect(try read("{\"id\":1,\"from\":7,\"to\":2023}\n").ends == ["7-2023"])
    let named = try read("{\"id\":2019}\n{\"id\":2023}\n{\"id\":\"e\",\"from\":2019,\"to\":2023}\n")
    #expect(named.ends == ["2019-2023"] && named.actors.count == 2)
    #expect(
      problem("{\"id\":\"A\"}\n{\"id\":\"B\",\"from\":2019,\"to\":2023}\n").contains("a.ndjson:2: source: “2019”"))
  }

  @Test("A weight that is no number is refused with its line; null is none, which is said")
  func noWeights() throws {
    func tie(_ weight: String) -> String { "{\"source\":\"a\",\"target\":\"b\",\"weight\":\(weight)}\n" }
    // In quotes it is no better, whatever tables have it mean.
    for weight in ["NaN", "Infinity", "-Infinity", "\"NaN\"", "\"nan\""] {
      for text in [tie(weight), tie("1") + tie(weight), tie(weight) + tie("1")] {
        let said = problem(text)
        let word = weight.lowercased().contains("nan") ? "NaN" : weight
        #expect(
          said.contains("a.ndjson:\(text.hasPrefix(tie("1")) ? 2 : 1):") && said.contains("“\(word)”"), "\(said)")
      }
    }
    for weight in ["NaN", "\"NaN\""] {
      let neo =
        "{\"type\":\"relationship\",\"start\":{\"id\":1},\"end\":{\"id\":2},\"properties\":{\"Weight\":\(weight)}}\n"
      #expect(problem(neo).contains("a.ndjson:1:"))
    }
    let reading = try place.read(tie("2") + tie("null") + tie("null"), as: "a.ndjson")
    #expect(reading.network.ties.map(\.weight) == [2, 1, 1])
    #expect(reading.warnings.contains { $0.row == 2 && $0.message.en.hasPrefix("2 weights of ties are null") })
    // Of other attributes NaN is what is not known.
    #expect(try read("{\"source\":\"a\",\"target\":\"b\",\"t\":NaN}\n").carried[.ties]?.map { $0[0] } == [""])
  }

  @Test("Attributes with new names in every line change nothing of what the line is")
  func newKeys() throws {
    let count = 3000
    let text = (0..<count).map {
      "{\"甲方\":\"a\($0 % 9)\",\"k\($0)\":\($0),\"乙方\":\"b\",\"强度\":2,\"有向\":\($0 % 2)}\n"
    }
    let network = try read(text.joined())
    #expect(network.ties.count == count && network.carried[.ties]?.count == count)
    #expect(
      network.ties.indices.allSatisfy { network.ties.weight($0) == 2 && network.ties.isDirected($0) == ($0 % 2 == 1) })
    #expect(
      problem((0..<17_000).map { "{\"source\":1,\"target\":2,\"k\($0)\":3}\n" }.joined()).contains("more than 16384"))
  }

  @Test("What Neo4j exports is read: labels and types as kinds, properties as attributes")
  func neo4j() throws {
    let network = try read(
      """
      {"type":"node","id":"0","labels":["Zeta","Lead"],"properties":{"name":"Alpha","age":4,"kind":"z"}}
      {"type":"node","id":"1","labels":["Zeta"],"properties":{"name":"Beta"}}
      {"id":"7","type":"relationship","label":"SUPPLIES","properties":{"weight":3},"start":{"id":"0","labels":["Firm"]},"end":{"id":"1","properties":{"id":"9"}}}
      """)
    #expect(network.actors.map(\.id) == ["0", "1"] && network.actors.map(\.name) == ["Alpha", "Beta"])
    #expect(network.actors.map(\.kind) == ["Zeta:Lead", "Zeta"])
    #expect(network.carried[.actors]?.map(\.name) == ["age", "attribute kind"])
    // Relationships go one way, which the file need not say.
    #expect(network.ends == ["0>1"] && network.ties[0].kind == "SUPPLIES" && network.ties[0].weight == 3)
    #expect(network.carried[.ties] == nil)
  }

  @Test("Nodes of Neo4j without properties have their kinds; other lists that are called labels stay what they are")
  func bareNodes() throws {
    let network = try read(
      """
      {"type":"node","id":"0","labels":["Zeta"]}
      {"type":"node","id":"1","labels":["University"],"properties":{"name":"U"}}
      {"type":"node","id":"2"}
      {"id":"0","type":"relationship","label":"KNOWS","start":{"id":"0"},"end":{"id":"1"}}
      """)
    #expect(network.actors.map(\.kind) == ["Zeta", "university", ""] && network.carried[.actors] == nil)
    #expect(network.actors.map(\.name) == ["0", "U", "2"] && network.ends == ["0>1"])
    let others = try read(
      "{\"id\":\"a\",\"labels\":[\"x\"]}\n{\"type\":\"node\",\"id\":\"b\",\"Kind\":\"k\",\"labels\":[\"y\"]}\n{\"source\":\"a\",\"target\":\"b\"}\n"
    )
    #expect(others.actors.map(\.kind) == ["", "k"])
    #expect(others.carried[.actors]?.map(\.name) == ["labels"] && others.ends == ["a-b"])
  }

  @Test("Keys are names of columns however they are spelled, line by line; two of one meaning in a line are not")
  func spellings() throws {
    let network = try read(
      """
      {"id":"a","Kind":"k"}
      {"id":"b","kind":"l","Own":1}
      {"id":"c","KIND":"m","own":2}
      {"source":"a","target":"b","Weight":2}
      {"Source":"b","Target":"c","WEIGHT":3,"Type":"x"}
      {"source":"a","target":"c","weight":4,"type":"y"}
      """)
    #expect(network.ties.map(\.weight) == [2, 3, 4] && network.ties.map(\.kind) == ["", "x", "y"])
    #expect(network.actors.map(\.kind) == ["k", "l", "m"] && network.carried[.ties] == nil)
    // What Kesi does not know may be two things.
    #expect(network.carried[.actors]?.map(\.name) == ["Own", "own"])
    let neo = "\"start\":{\"id\":1},\"end\":{\"id\":2}"
    let relations = try read(
      ["Weight", "weight"].map { "{\"type\":\"relationship\",\(neo),\"properties\":{\"\($0)\":5}}\n" }.joined())
    #expect(relations.ties.map(\.weight) == [5, 5])
    for line in [
      "{\"source\":\"a\",\"target\":\"b\",\"Weight\":2,\"weight\":3}",
      "{\"type\":\"relationship\",\(neo),\"properties\":{\"Weight\":5,\"weight\":6}}",
      "{\"source\":\"a\",\"target\":\"b\",\"Kind\":\"x\",\"kind\":\"y\"}",
    ] {
      let said = problem("{\"source\":\"1\",\"target\":\"b\"}\n" + line)
      #expect(said.contains("a.ndjson:2:") && said.contains("of one object mean the same"), "\(said)")
    }
  }

  @Test("What a line is and whether ties have directions is told however the keys are spelled")
  func spellingsOfMarks() throws {
    let network = try read(
      """
      {"Type":"Graph","Directed":true}
      {"Type":"node","id":"a"}
      {"type":"node","id":"b","Type":"firm"}
      {"TYPE":"edge","source":"a","target":"b"}
      """)
    // Beside the mark it is what nodes are.
    #expect(network.actors.map(\.kind) == ["", "enterprise"] && network.ends == ["a>b"])
  }

  @Test("A file of lines that is read in many parts is read as one")
  func manyLines() throws {
    let count = 70_000
    var text = ""
    for number in 0..<count {
      text += "{\"id\":\"n\(number)\",\"size\":\(number)\(number == count - 1 ? ",\"note\":\"last\"" : "")}\n"
    }
    for number in 0..<count {
      text +=
        "{\"source\":\"n\(number)\",\"target\":\"n\((number * 7 + 1) % count)\",\"kind\":\"k\(number % 3)\",\"t\":\(number)}\n"
    }
    let network = try read(text)
    #expect(network.actors.count == count && network.actors.enumerated().allSatisfy { $1.size == Double($0) })
    #expect(network.ties.count == count)
    #expect(
      network.ties.indices.allSatisfy { network.ties.source($0) == $0 && network.ties.kind($0) == "k\($0 % 3)" })
    #expect(network.carried[.ties]?[0].values == (0..<count).map { "\($0)" })
    #expect(network.carried[.actors]?[0].values.last == "last" && network.carried[.actors]?[0].count == count)
    // What only a late row shows is so for all of them.
    let late = try read(text + "{\"source\":\"n1\",\"target\":\"n2\",\"kind\":\"k\",\"weight\":-1}\n", "b.ndjson")
    #expect(late.carried[.ties]?.map(\.name) == ["t", "attribute weight"] && late.ties.count == count + 1)
    #expect(
      problem(text + "{\"source\":\"n1\",\"target\":\"m\"}\n").contains(
        "a.ndjson:\(2 * count + 1): target: “m” is not in"))
  }

  @Test("Whether weights are some is told by all lines, however many there are before the first number")
  func lateWeights() throws {
    func tie(_ weight: String) -> String { "{\"source\":\"a\",\"target\":\"b\",\"weight\":\(weight)}\n" }
    let count = SheetParts.rows + 500
    let words = String(repeating: tie("\"high\""), count: count)
    // The same as of a file of one part.
    for text in [words + tie("2"), tie("\"high\"") + tie("2"), tie("2") + words, tie("2") + tie("\"high\"")] {
      #expect(problem(text).contains("weight: “high”"))
    }
    for (text, ties) in [
      (words, count), (tie("2") + words + tie("-1"), count + 2),
    ] {
      let network = try read(text)
      #expect(network.ties.count == ties && network.carried[.ties]?.map(\.name) == ["attribute weight"])
      #expect(network.ties.indices.allSatisfy { network.ties.weight($0) == 1 })
    }
  }

  @Test("Titles that mean something else in lines are written otherwise, which is said")
  func renamed() throws {
    var network = try read("{\"source\":\"a\",\"target\":\"b\"}\n")
    network.carried[.actors] = [Network.CarriedColumn(name: "labels", values: ["p", "q"])]
    network.carried[.ties] = [Network.CarriedColumn(name: "start", values: ["r"])]
    try NDJSONWriter(network).write(to: place.path("b.ndjson"))
    let back = try NetworkReader.read(place.path("b.ndjson")).network
    #expect(back.carried[.actors]?.map(\.name) == ["attribute labels"])
    let said = Losses(of: network, in: .ndjson).parts.map(\.en).joined(separator: "; ")
    #expect(said.contains("“labels”") && said.contains("“start”"), "\(said)")
  }

  @Test(
    "What is wrong in a line is refused with line, column and reason",
    arguments: [
      ("{\"id\":1}\n{\"x\":1}\n", "a.ndjson:2:1: is neither a tie"),
      ("{\"id\":1}\n[1]\n", "a.ndjson:2:1: “[1]” stands where an object"),
      ("{\"id\":1}{\"id\":2}\n", "a.ndjson:1:9: more follows"),
      ("{\"id\":1}\n{\"id\":2", "a.ndjson:2:8: the file ends"),
      ("{\"id\":\"\"}\n{\"source\":1,\"target\":1}\n", "a.ndjson:1:1: id is empty"),
      ("{\"graph\":{}}\n{\"graph\":{}}\n", "a.ndjson:2:13: is a second graph"),
      ("{\"source\":1,\"target\":null}\n", "a.ndjson:1:1: target is empty"),
      ("{\"source\":1,\"source\":2}\n", "a.ndjson:1:13: “source” stands twice"),
      ("{\"id\":1}\n{\"id\":1}\n{\"source\":1,\"target\":1}", "a.ndjson:2: id: “1” is the id of an earlier"),
      ("{\"source\":1,\"target\":2,\"directed\":3}\n", "a.ndjson:1:1: “3” stands where directed"),
      ("\n\n", "holds no nodes"),
      (
        "{\"source\":1,\"target\":2,\"weight\":1}\n{\"source\":1,\"target\":3,\"weight\":\"x\"}\n",
        "a.ndjson:2: weight: “x”"
      ),
      ("{\"source\":1,\"target\":2,\"x\":" + String(repeating: "[", count: 200), "stand in each other 128 deep"),
    ])
  func wrongLines(text: String, message: String) {
    let said = problem(text)
    #expect(said.contains(message), "\(text): \(said)")
  }

  @Test("A line without an end is refused by its number; so is one that is not UTF-8 far down")
  func endlessLine() throws {
    let start = "{\"source\":1,\"target\":2}\n"
    #expect(
      problem(start + "{\"source\":\"" + String(repeating: "a", count: 70 << 20)).contains(
        "a.ndjson:2:1: this line is longer"))
    let bytes = Array(repeatElement(start, count: 4000).joined().utf8) + [0x7B, 0xCB, 0xD5, 0x7D, 0x0A]
    try Data(bytes).write(to: place.url.appending(path: "b.ndjson"))
    let said = problems { try NetworkReader.read(place.path("b.ndjson")) }
    #expect(said.contains("b.ndjson:4001:1: is not UTF-8"), "\(said)")
    // Told by the beginning, where that is not UTF-8.
    let other: [UInt8] =
      Array("{\"source\":\"".utf8) + [0xCB, 0xD5, 0xD6, 0xDD, 0xB4, 0xF3, 0xD1, 0xA7]
      + Array("\",\"target\":\"b\"}\n".utf8)
    try Data(repeatElement(other, count: 9).flatMap { $0 }).write(to: place.url.appending(path: "c.ndjson"))
    #expect(try NetworkReader.read(place.path("c.ndjson")).network.actors.map(\.id) == ["苏州大学", "b"])
  }

  @Test("A file that is cut off anywhere is refused or is the lines before, and nothing traps")
  func cut() throws {
    let text = Array(
      "{\"type\":\"graph\",\"directed\":true}\n{\"id\":\"é\"}\n{\"source\":\"é\",\"target\":\"é\"}\n".utf8)
    for end in text.indices {
      try Data(text[..<end]).write(to: place.url.appending(path: "a.ndjson"))
      let isWhole = end == 0 || text[end - 1] == 0x0A || text[end] == 0x0A
      let said = problems { try NetworkReader.read(place.path("a.ndjson")) }
      #expect(isWhole || said.hasPrefix(place.path("a.ndjson") + ":"), "\(end): \(said)")
    }
  }

  @Test("Tables of results are refused as what they are, but for measures of ties, which are a list of these")
  func results() throws {
    let network = try fixture("cluster")
    let graph = try NetworkGraph(of: network)
    let numbers = MatrixNumbers(graph.matrix)
    let actors = try ResultTable.metrics([], of: graph, by: numbers, in: .en)
    #expect(problem(TableFormat.ndjson.text(of: actors, in: .en, width: 80)).contains("as of kesi metrics"))
    let ties = try ResultTable.tieMetrics([], of: graph, by: numbers, in: .en)
    #expect(try read(TableFormat.ndjson.text(of: ties, in: .en, width: 80)).ties.count == ties.rows.count)
    #expect(
      problem("{\"rank\":1,\"source\":\"a\",\"target\":\"b\",\"gain\":1,\"before\":0,\"after\":1}\n").contains(
        "a result of kesi suggest"))
  }
}
