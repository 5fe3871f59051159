import Foundation
import KesiMatrix
import KesiNetwork
import Testing

@testable import KesiFormats

@Suite struct JSONReaderTests {
  private func read<Result>(_ text: String, _ body: (inout JSONReader) throws -> Result) throws -> Result {
    try Array(text.utf8).withUnsafeBufferPointer {
      var reader = JSONReader($0)
      return try body(&reader)
    }
  }

  private func value(_ text: String) throws -> JSONNode {
    try read(text) {
      let value = try $0.value()
      let isAtEnd = $0.isAtEnd()
      #expect(isAtEnd)
      return value
    }
  }

  @Test("Values are what RFC 8259 says they are")
  func values() throws {
    #expect(try value(" [ ] ") == .array([]))
    #expect(try value("{}") == .object([]))
    #expect(
      try value(#"{"a":[1,-2.50e+3,true,false,null,"x"],"":{}}"#)
        == .object([
          .init(
            key: "a",
            value: .array([
              .number("1"), .number("-2.50e+3"), .boolean(true), .boolean(false), .null, .string("x"),
            ])), .init(key: "", value: .object([])),
        ]))
    #expect(try value(#""\u82CF\u5dde \ud83d\ude00 \"\\\/\b\f\n\r\t""#) == .string("苏州 😀 \"\\/\u{8}\u{c}\n\r\t"))
    #expect(try value(#""苏州😀""#) == .string("苏州😀"))
    #expect(try value("[NaN,Infinity,-Infinity]").items.map(\.text) == ["NaN", "Infinity", "-Infinity"])
    #expect(try value("[NaN,1e999]").items.map(\.number) == [nil, nil])
  }

  @Test(
    "What is no JSON is refused, where it is",
    arguments: [
      ("", 1), ("[", 1), ("[1,]", 1), ("[1\n2]", 2), ("{\"a\"}", 1), ("{\"a\":1,}", 1), ("{a:1}", 1),
      ("{\"a\":1\n,\"a\":2}", 2), ("[01]", 1), ("[-]", 1), ("[1.]", 1), ("[.5]", 1), ("[1e]", 1), ("[+1]", 1),
      ("[\n\"a\nb\"]", 2), ("[\"\\x\"]", 1), ("[\"\\ud800\"]", 1), ("[\"\\ud800\\u0041\"]", 1), ("[\"\\udc00\"]", 1),
      ("[\"\\u12\"]", 1), ("[\"\\", 1), ("[\"\\u", 1), ("[tru]", 1), ("[nul]", 1), ("['a']", 1), ("[\"a]", 1), ("}", 1),
      ("[1}", 1), ("{\"a\":}", 1), ("{\"a\" 1}", 1), ("[N]", 1), ("[-I]", 1), ("[-", 1), ("nulL", 1),
    ])
  func refused(text: String, line: Int) throws {
    try read(text) { reader in
      #expect(throws: BadShape.self) { _ = try reader.value() }
      #expect(reader.line == line)
    }
  }

  @Test("Nesting beyond what data needs is refused before the stack ends")
  func depth() throws {
    for text in [String(repeating: "[", count: 1_000_000), String(repeating: "{\"a\":", count: 1_000_000)] {
      try read(text) { reader in #expect(throws: BadShape.self) { try reader.skipValue() } }
    }
    let deep = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
    try read(deep) { try $0.skipValue() }
  }

  @Test("Passing a value leads to where reading it leads, and nothing of it is lost")
  func written() throws {
    let texts = [#"{"a": [1, {"b": "}]"}], "c": "\"" }"#, "[ ]", "-0.5", #""x""#, "null", "false"]
    try read(texts.joined(separator: "\n")) { reader in
      for text in texts {
        let written = try reader.written()
        #expect(written == text)
      }
      let isAtEnd = reader.isAtEnd()
      #expect(isAtEnd)
    }
  }

  @Test("Random documents are read as Foundation reads them")
  func foundation() throws {
    var random = SplitMix(seed: 11, use: "documents")
    for _ in 0..<300 {
      let text = Self.document(depth: 4, by: &random)
      let theirs = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
      #expect(Self.isSame(try value(text), theirs), "\(text)")
    }
  }

  @Test("A document that is cut anywhere is refused, and reading it ends")
  func cut() throws {
    var random = SplitMix(seed: 12, use: "documents")
    for _ in 0..<50 {
      let bytes = Array("[\(Self.document(depth: 3, by: &random))]".utf8)
      for end in 0..<bytes.count {
        bytes[..<end].withUnsafeBufferPointer {
          var reader = JSONReader($0)
          #expect(throws: BadShape.self) { _ = try reader.value() }
        }
      }
    }
  }
}

extension JSONReaderTests {
  private static func document(depth: Int, by random: inout some RandomNumberGenerator) -> String {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &random) {
    case 0: return ["0", "-1", "12.5", "1e3", "-0.25E-2", "123456"].randomElement(using: &random)!
    case 1: return "true"
    case 2: return "null"
    case 3, 4:
      return "\""
        + ["", "a", "苏州", "\\n", "\\u4e2d", "\\\"", "é", "\\ud83d\\ude00", " ]},:"].randomElement(using: &random)!
        + "\""
    case 5, 6:
      let items = (0..<Int.random(in: 0..<4, using: &random)).map { _ in document(depth: depth - 1, by: &random) }
      return "[ " + items.joined(separator: " ,\n") + "]"
    default:
      let items = (0..<Int.random(in: 0..<4, using: &random)).map {
        "\"k\($0)\" : " + document(depth: depth - 1, by: &random)
      }
      return "{" + items.joined(separator: ",\t") + "}"
    }
  }

  private static func isSame(_ mine: JSONNode, _ theirs: Any) -> Bool {
    switch mine {
    case .null: theirs is NSNull
    case .boolean(let value): theirs as? Bool == value
    case .number(let text): (theirs as? NSNumber)?.doubleValue == Double(text)
    case .string(let text): theirs as? String == text
    case .array(let items):
      (theirs as? [Any]).map { $0.count == items.count && zip(items, $0).allSatisfy { isSame($0, $1) } } ?? false
    case .object(let members):
      (theirs as? [String: Any]).map { object in
        object.count == members.count
          && members.allSatisfy { member in object[member.key].map { isSame(member.value, $0) } ?? false }
      } ?? false
    }
  }
}
