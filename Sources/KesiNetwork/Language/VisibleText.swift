extension String {
  /// What people are shown of a text, on a terminal, in a picture and on a page alike: line breaks and tabs as blanks;
  /// control characters by their own pictures (`␀` for NUL); what cannot be seen (a zero-width blank in an id), is no
  /// character, or would turn the direction of the text around it, as `�`. XML 1.0 allows all that is left.
  package var visible: String {
    guard unicodeScalars.contains(where: { $0.visible != $0 }) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map(\.visible)))
  }

  /// What is shown of a text that may be far too long for its place.
  ///
  /// - Parameter most: how many scalars are shown; a longer text ends in `…`.
  /// - Complexity: O(`most`), however long the text is.
  package func visible(most: Int = 2000) -> String {
    var text = ""
    var count = 0
    for scalar in unicodeScalars {
      if count == most {
        text += "…"
        break
      }
      text.unicodeScalars.append(scalar.visible)
      count += 1
    }
    return text
  }
}

extension Unicode.Scalar {
  fileprivate var visible: Unicode.Scalar {
    switch value {
    case 0x20..<0x7F, 0x4E00...0x9FFF: self
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: " "
    // The block of control pictures has one for each, in the same order.
    case 0..<0x20: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    // Controls; then what Unicode calls format: marks of direction, blanks without width, tags. The joiners U+200C and
    // U+200D stay: letters and emoji take their shapes from them.
    case 0x80..<0xA0, 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      "\u{FFFD}"
    default: properties.isNoncharacterCodePoint ? "\u{FFFD}" : self
    }
  }
}
