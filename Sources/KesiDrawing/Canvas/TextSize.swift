import KesiNetwork

/// How wide text is when set in a font, in points. Without a font of one's own an estimate that is a little too wide rather
/// than too narrow, the same on every system.
struct TextSize: Sendable {
  /// The widths of the font that was asked for; nil for the usual fonts.
  var font: FontWidths?

  func width(_ text: String, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + (font?.em($1) ?? Self.em($1)) } * size
  }

  /// The height of a line of a size.
  static func height(_ size: Double) -> Double { 1.25 * size }

  private static func em(_ scalar: Unicode.Scalar) -> Double {
    // Widths of Arial and Helvetica.
    switch scalar {
    case "i", "j", "l", "'": 0.23
    case " ", "!", ",", ".", "/", ":", ";", "I", "[", "]", "\\", "f", "t", "|": 0.28
    case "(", ")", "-", "r", "`", "{", "}", "\"", "*": 0.36
    case "c", "k", "s", "v", "x", "y", "z", "J": 0.51
    case "A", "B", "E", "K", "P", "S", "V", "X", "Y", "&", "T", "F", "Z": 0.67
    case "C", "D", "H", "N", "R", "U", "w", "G", "O", "Q": 0.77
    case "m", "M", "%", "W", "@": 0.95
    case "\u{21}"..."\u{24F}": 0.59
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: 0
      default: 1
      }
    }
  }

  /// Lines no wider than `limit`.
  func wrapped(_ text: String, size: Double, limit: Double) -> [String] {
    text.lines(within: limit) { width(String($0), size: size) }
  }

  /// So many lines at most, the last of them cut where there is more.
  func wrapped(_ text: String, size: Double, limit: Double, lines most: Int) -> [String] {
    // What cannot be shown anyway is not measured: a name may be a megabyte.
    var lines = wrapped(text.visible(most: 200), size: size, limit: limit)
    guard lines.count > most, most > 0 else { return lines }
    var last = lines[most - 1]
    while !last.isEmpty, width(last, size: size) + size > limit { last.unicodeScalars.removeLast() }
    lines[most - 1] = (last.hasSuffix("…") ? String(last.dropLast()) : last) + "…"
    return Array(lines.prefix(most))
  }
}
