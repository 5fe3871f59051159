import KesiCluster

/// How wide text is when set, in points: an estimate that is a little too wide rather than too narrow. Graphviz measures
/// text itself, but only after it has placed it.
enum TextSize {
  static func width(_ text: String, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + em($1) } * size
  }

  private static func em(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case " ", "i", "l", "j", "I", ".", ",", ":", ";", "'", "|", "!", "(", ")", "t", "f", "r", "-": 0.36
    case "m", "w", "M", "W", "@", "%": 0.92
    case "A"..."Z", "&": 0.68
    case "\u{21}"..."\u{24F}": 0.58
    default: scalar.properties.generalCategory == .nonspacingMark ? 0 : 1
    }
  }

  /// Lines no wider than `limit`.
  static func wrapped(_ text: String, size: Double, limit: Double) -> [String] {
    text.lines(within: limit) { width(String($0), size: size) }
  }
}
