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

  /// Lines no wider than `limit`: broken at spaces, and anywhere between Chinese characters, but not before marks that
  /// close.
  static func wrapped(_ text: String, size: Double, limit: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0.0
    for piece in pieces(of: text) {
      let width = width(piece, size: size)
      let isClosing = piece.first.map { "，。、；：）”%".contains($0) } ?? false
      if used + width > limit, used > 0, !isClosing {
        lines.append(line)
        line = piece == " " ? "" : piece
        used = piece == " " ? 0 : width
      } else {
        line += piece
        used += width
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var word = ""
    for character in text {
      if character == " " || character.unicodeScalars.first!.value >= 0x2E80 {
        if !word.isEmpty { pieces.append(word) }
        word = ""
        pieces.append(String(character))
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? pieces : pieces + [word]
  }
}
