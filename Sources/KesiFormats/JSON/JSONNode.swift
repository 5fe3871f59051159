import KesiNetwork

/// A value of JSON as it was read, with all that is in it: for records that are looked at here and there. What Kesi writes is
/// a `JSONValue`. Keys of objects stand in the order of the file.
indirect enum JSONNode: Sendable, Equatable {
  case object([Member])
  case array([JSONNode])
  case string(String)
  /// As it is written: what may be an id or an amount.
  case number(String)
  case boolean(Bool)
  case null

  struct Member: Sendable, Equatable {
    let key: String
    let value: JSONNode
  }

  /// The value of a key; nil where there is none, it is `null`, or this is no object.
  subscript(_ key: String) -> JSONNode? {
    guard case .object(let members) = self, let found = members.first(where: { $0.key.isExactly(key) })?.value,
      found != .null
    else { return nil }
    return found
  }

  /// The values of a list; none of anything else.
  var items: [JSONNode] {
    if case .array(let items) = self { items } else { [] }
  }

  /// A text, or a number as it is written; nil of anything else and of an empty text.
  var text: String? {
    switch self {
    case .string(let text), .number(let text): text.isEmpty ? nil : text
    default: nil
    }
  }

  /// A finite number; nil of one in quotes.
  var number: Double? {
    guard case .number(let text) = self, let value = Double(text), value.isFinite else { return nil }
    return value
  }

  var boolean: Bool? {
    if case .boolean(let value) = self { value } else { nil }
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
