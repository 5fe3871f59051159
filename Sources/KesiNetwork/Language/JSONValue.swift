/// A value of JSON whose keys stand in order.
package indirect enum JSONValue: Sendable {
  case text(String)
  case number(Double)
  case whole(Int)
  case bool(Bool)
  case null
  case array([JSONValue])
  case object([(String, JSONValue)])

  /// Objects a line a key; arrays on one line.
  package func text(indent: String = "") -> String {
    switch self {
    case .text, .number, .whole, .bool, .null: line
    case .array(let values): "[" + values.map { $0.text(indent: indent) }.joined(separator: ", ") + "]"
    case .object(let values):
      values.isEmpty
        ? "{}"
        : "{\n"
          + values.map { "\(indent)  \($0.inJSON): \($1.text(indent: indent + "  "))" }.joined(separator: ",\n")
          + "\n\(indent)}"
    }
  }
  /// All on one line.
  package var line: String {
    switch self {
    case .text(let text): text.inJSON
    case .number(let number): number.plain
    case .whole(let number): String(number)
    case .bool(let value): value ? "true" : "false"
    case .null: "null"
    case .array(let values): "[" + values.map(\.line).joined(separator: ", ") + "]"
    case .object(let values): "{" + values.map { "\($0.inJSON): \($1.line)" }.joined(separator: ", ") + "}"
    }
  }
}
