extension String {
  /// What a picture shows of a text: line breaks and tabs as blanks; control characters by their own pictures (`␀` for NUL);
  /// what is no character, or would turn the direction of the text around it, as `�`. XML 1.0 allows all that is left.
  ///
  /// - Parameter most: how many scalars are shown; a longer text ends in `…`.
  /// - Complexity: O(`most`), however long the text is.
  func visible(most: Int = 2000) -> String {
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

  /// Text with what XML reads as markup written as references.
  var xml: String {
    var text = ""
    text.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

extension Unicode.Scalar {
  fileprivate var visible: Unicode.Scalar {
    switch value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: " "
    // The block of control pictures has one for each, in the same order.
    case 0..<0x20: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: properties.isNoncharacterCodePoint ? "\u{FFFD}" : self
    }
  }
}
