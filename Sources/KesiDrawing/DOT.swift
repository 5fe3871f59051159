/// A graph in the DOT language. Any text is safe in it: every value is quoted here and nowhere else.
struct DOTGraph: Sendable {
  typealias Attributes = KeyValuePairs<String, any DOTValue>

  private let kind: String
  private let edge: String
  private var lines: [String] = []

  init(directed: Bool = false) {
    kind = directed ? "digraph" : "graph"
    edge = directed ? " -> " : " -- "
  }

  /// Attributes of the graph itself.
  mutating func set(_ attributes: Attributes) {
    for (name, value) in attributes { lines.append("\(name)=\(value.dot)") }
  }

  /// Attributes that all nodes, or all edges, start from.
  mutating func setDefault(_ element: String, _ attributes: Attributes) {
    lines.append("\(element) [\(Self.list(attributes))]")
  }

  mutating func node(_ name: String, _ attributes: Attributes) {
    lines.append("\(DOT.quoted(name)) [\(Self.list(attributes))]")
  }

  mutating func edge(_ a: String, _ b: String, _ attributes: Attributes = [:]) {
    lines.append("\(DOT.quoted(a))\(edge)\(DOT.quoted(b)) [\(Self.list(attributes))]")
  }

  var text: String {
    let body = lines.map { "  \($0);\n" }.joined()
    return "\(kind) kesi {\n\(body)}\n"
  }

  private static func list(_ attributes: Attributes) -> String {
    attributes.map { "\($0)=\($1.dot)" }.joined(separator: ", ")
  }
}

/// The value of an attribute: text, which is quoted, or markup of Graphviz's, whose texts were escaped when it was made.
protocol DOTValue {
  var dot: String { get }
}

extension String: DOTValue {
  var dot: String { DOT.quoted(self) }
}

/// An HTML-like label.
struct DOTMarkup: DOTValue {
  let markup: String

  init(_ markup: String) { self.markup = markup }

  var dot: String { "<\(markup)>" }
}

/// How text becomes DOT.
enum DOT {
  /// A quoted string. Backslashes are doubled, so that no escape of Graphviz's (`\N`, `\G`, `\n`) arises by chance;
  /// line breaks become spaces.
  static func quoted(_ value: String) -> String {
    var text = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      default: text.unicodeScalars.append(scalar.isControl ? " " : scalar)
      }
    }
    return text + "\""
  }

  /// Text inside an HTML-like label, or in XML.
  static func escaped(_ value: String) -> String {
    var text = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      default: text.unicodeScalars.append(scalar.isControl ? " " : scalar)
      }
    }
    return text
  }

  /// Text in a size and color, for HTML-like labels.
  static func font(_ value: String, size: Double, color: String? = nil, bold: Bool = false) -> String {
    let color = color.map { " COLOR=\"\($0)\"" } ?? ""
    // Empty text is no valid label.
    let text = value.isEmpty ? " " : escaped(value)
    return "<FONT POINT-SIZE=\"\(number(size))\"\(color)>\(bold ? "<B>\(text)</B>" : text)</FONT>"
  }

  /// Two digits after the point are finer than any printer.
  static func number(_ value: Double) -> String {
    let hundredths = (value * 100).rounded()
    return hundredths.magnitude < 1e12 ? "\(hundredths / 100)" : "0"
  }

  static func point(_ point: Point) -> String { "\(number(point.x)),\(number(point.y))" }
}

extension Unicode.Scalar {
  /// Control characters, code points that are no characters, and the marks that turn the direction of text around.
  fileprivate var isControl: Bool {
    properties.generalCategory == .control || properties.isNoncharacterCodePoint
      || (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
  }
}

/// A place in a picture, in points; y grows upward, as Graphviz has it.
struct Point: Equatable {
  var x: Double
  var y: Double
}
