import KesiNetwork

/// A value of JSON as it was read, with all that is in it: for records that are looked at here and there. What Kesi writes is
/// a `JSONValue`. Keys of objects stand in the order of the file.
package indirect enum JSONNode: Sendable, Equatable {
  case object([Member])
  case array([JSONNode])
  case string(String)
  /// As it is written: what may be an id or an amount.
  case number(String)
  case boolean(Bool)
  case null

  package struct Member: Sendable, Equatable {
    package let key: String
    package let value: JSONNode
  }

  /// The value of a key; nil where there is none, it is `null`, or this is no object.
  package subscript(_ key: String) -> JSONNode? {
    guard case .object(let members) = self, let found = members.first(where: { $0.key.isExactly(key) })?.value,
      found != .null
    else { return nil }
    return found
  }

  /// The values of a list; none of anything else.
  package var items: [JSONNode] {
    if case .array(let items) = self { items } else { [] }
  }

  /// A text, or a number as it is written; nil of anything else and of an empty text.
  package var text: String? {
    switch self {
    case .string(let text), .number(let text): text.isEmpty ? nil : text
    default: nil
    }
  }

  /// A finite number; nil of one in quotes.
  package var number: Double? {
    guard case .number(let text) = self, let value = Double(text), value.isFinite else { return nil }
    return value
  }

  package var boolean: Bool? {
    if case .boolean(let value) = self { value } else { nil }
  }
}

extension JSONNode {
  /// The value that a text is.
  ///
  /// - Throws: where it is none, or more follows.
  package init(_ text: [UInt8]) throws {
    self = try text.withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes)
      let value = try reader.value()
      guard try reader.isAtEnd() else { throw reader.unexpected(Phrase("the end", zh: "结尾")) }
      return value
    }
  }
}

extension JSONReader {
  /// Reads the next value with all that is in it.
  mutating func value() throws -> JSONNode {
    switch try kind() {
    case .object:
      var members: [JSONNode.Member] = []
      try readObject { members.append(JSONNode.Member(key: $1, value: try $0.value())) }
      return .object(members)
    case .array:
      var items: [JSONNode] = []
      try readArray { items.append(try $0.value()) }
      return .array(items)
    case .string: return .string(try string())
    case .number: return .number(try number())
    case .boolean: return .boolean(try boolean())
    case .null:
      try null()
      return .null
    }
  }
}
