extension String {
  /// Lines no wider than a limit: broken at spaces and between Chinese characters, never before a mark that closes; a
  /// word longer than a line is cut.
  ///
  /// - Parameter width: how wide a character is, in the unit of the limit.
  package func lines(within limit: Double, width: (Character) -> Double) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0.0
    func breakLine() {
      while line.last == " " { line.removeLast() }
      lines.append(line)
      (line, used) = ("", 0)
    }
    for piece in pieces {
      let isClosing = piece.first.map { Self.closing.contains($0) } ?? false
      if used > 0, used + piece.reduce(0, { $0 + width($1) }) > limit, !isClosing {
        breakLine()
        if piece == " " { continue }
      }
      for character in piece {
        // A closing mark may hang over by its own width.
        let step = isClosing ? 0 : width(character)
        if used > 0, used + step > limit { breakLine() }
        line.append(character)
        used += step
      }
    }
    if !line.isEmpty { breakLine() }
    return lines
  }

  /// Words, spaces and single Chinese characters: what breaking keeps whole.
  package var pieces: [String] {
    var pieces: [String] = []
    var word = ""
    for character in self {
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

  /// Marks that do not begin a line.
  private static let closing: Set<Character> = ["，", "。", "、", "；", "：", "！", "？", "）", "》", "”", "’", "%"]
}
