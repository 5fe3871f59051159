extension StringProtocol {
  /// The text as words of tables are compared, heads and codes alike: without case, width, blanks, underscores, hyphens
  /// and what is not seen, traditional characters as simplified ones, without the colon at its end and the asterisks by
  /// which forms mark what must be filled in. `Full-Name`, `full_name` and `ｆｕｌｌ name*` are one word.
  ///
  /// Compared by `==`, for which a composed letter is the same as its parts. Not for names: two of them may differ in just
  /// this.
  ///
  /// - Complexity: O(scalars).
  package var plainWord: String {
    var plain = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let scalar = scalar.ofPlainWidth
      switch scalar {
      case "_", "-", "*", "\u{2010}"..."\u{2015}", "\u{2212}": continue
      case _ where scalar.value < 0x80:
        if scalar.properties.isWhitespace { continue }
        plain.append(scalar.isCapital ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
      case "\u{3400}"..."\u{9FFF}": plain.append(scalar.simplified)
      default:
        if scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint { continue }
        if scalar.properties.generalCategory == .format { continue }
        plain.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    while plain.last == ":" { plain.removeLast() }
    return String(plain)
  }
}

extension Unicode.Scalar {
  fileprivate var isCapital: Bool { ("A"..."Z").contains(self) }

  /// A sign of full width as the one of half width; brackets of Chinese text as brackets.
  fileprivate var ofPlainWidth: Unicode.Scalar {
    switch value {
    // All of these have a scalar 0xFEE0 before them.
    case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0) ?? self
    case 0x3010, 0x3014, 0x5B: "("
    case 0x3011, 0x3015, 0x5D: ")"
    default: self
    }
  }
}
