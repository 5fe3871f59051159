import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("XML as a stream")
struct XMLReaderTests {
  /// Writes down what it hears.
  private final class Listener: XMLHandler {
    var heard: [String] = []
    var places: [Place] = []
    private var text = ""

    func start(_ name: XMLName, _ attributes: XMLAttributes, in reader: XMLReader) {
      flush()
      var list = ""
      attributes.forEach { list += " \($0.string)=\(String(decoding: $1, as: UTF8.self))" }
      heard.append("<\(name.string)\(list)>")
      places.append(reader.place)
    }

    func end(_ name: XMLName, in reader: XMLReader) {
      flush()
      heard.append("</\(name.string)>")
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, in reader: XMLReader) {
      text += String(decoding: bytes, as: UTF8.self)
    }

    private func flush() {
      if !text.isEmpty { heard.append(text) }
      text = ""
    }
  }

  private func hear(_ text: String, by count: Int? = nil, textLimit: Int = 1 << 20) throws -> Listener {
    let listener = Listener()
    let reader = try XMLReader("a.xml", depth: 10, textLimit: textLimit, to: listener)
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: count ?? max(bytes.count, 1)) {
      try bytes[start..<min(bytes.count, start + (count ?? bytes.count))].withUnsafeBytes { try reader.feed($0) }
    }
    try reader.finish()
    return listener
  }

  private let text = """
    <?xml version="1.0"?><!DOCTYPE graphml SYSTEM "http://example.org/g.dtd"><!-- no --><g:graphml xmlns:g="u" xmlns="v">
    <g:key g:id="d0" for="&lt;节点&#x3E;"/><node id="a"><data>一&amp;<![CDATA[<b>]]></data></node><node id="b"/><edge/><node/>
    </g:graphml>
    """

  @Test("What is heard does not depend on the pieces in which a text comes", arguments: [1, 2, 3, 7, 64, 1000])
  func pieces(count: Int) throws {
    let heard = try hear(text, by: count).heard
    #expect(try hear(text).heard == heard)
    #expect(
      heard.filter { $0 != "\n" } == [
        "<graphml>", "<key id=d0 for=<节点>>", "</key>", "<node id=a>", "<data>", "一&<b>", "</data>", "</node>",
        "<node id=b>",
        "</node>", "<edge>", "</edge>", "<node>", "</node>", "</graphml>",
      ])
  }

  @Test("An element is named by its path, with its number among its like, and its line")
  func places() throws {
    #expect(
      try hear(text).places
        == [
          ("/graphml", 1), ("/graphml/key", 2), ("/graphml/node", 2), ("/graphml/node/data", 2),
          ("/graphml/node[2]", 2),
          ("/graphml/edge", 2), ("/graphml/node[3]", 2),
        ].map { .xml(file: "a.xml", path: $0, line: $1) })
    let many = (0..<20).map { "<e\($0)/>" }.joined() + "<e3/><e19/>"
    #expect(
      try hear("<r>\(many)</r>").places.suffix(2) == [
        .xml(file: "a.xml", path: "/r/e3[2]", line: 1), .xml(file: "a.xml", path: "/r/*[5]", line: 1),
      ])
  }

  @Test(
    "What a text declares, names or hides is not followed, but said",
    arguments: [
      ("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", "DOCTYPE"),
      ("<!DOCTYPE a [<!ENTITY % x SYSTEM \"/etc/passwd\">%x;]><a/>", "DOCTYPE"),
      ("<!DOCTYPE a [<!ATTLIST a b CDATA \"c\">]><a/>", "DOCTYPE"),
      ("<!DOCTYPE a SYSTEM \"b\"><a>&x;</a>", "“&x;” is not known"),
      ("<a>&x;</a>", "entity that is not known"), ("<a><b></a>", "end tag"), ("<a>", "no element"), ("", "no element"),
      ("<a b=\"1\" b=\"2\"/>", "twice"), ("<a/><b/>", "after its end"),
      ("<?xml version=\"1.0\" encoding=\"GBK\"?><a/>", "encoding"),
      (String(repeating: "<a>", count: 11), "nested more than 10"),
      ("<a>" + String(repeating: "x", count: 2 << 20) + "</a>", "longer than 1 MB"),
      ("<a><!--" + String(repeating: "x", count: 5 << 20) + "--></a>", "longer than 4 MB"),
    ])
  func refusals(text: String, words: String) throws {
    for count in [nil, 1 << 16] as [Int?] {
      let problem = try #require(throws: Problem.self) { try hear(text, by: count) }
      #expect(problem.message.en.contains(words), "\(problem.message.en)")
    }
  }

  @Test("What a handler throws ends the reading, with its place")
  func thrown() throws {
    final class Picky: XMLHandler {
      var count = 0
      func start(_ name: XMLName, _ attributes: XMLAttributes, in reader: XMLReader) throws {
        count += 1
        if name == "bad" { throw reader.problem(Phrase("no", zh: "不")) }
      }
    }
    let handler = Picky()
    let reader = try XMLReader("a.xml", to: handler)
    let bytes = Array("<a>\n<b/>\n<bad/><c/></a>".utf8)
    let problem = try #require(throws: Problem.self) { try bytes.withUnsafeBytes { try reader.feed($0) } }
    #expect(problem.line(in: .en) == "a.xml:3: /a/bad: no")
    #expect(handler.count == 3)
  }
}
