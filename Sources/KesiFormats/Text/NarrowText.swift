extension String {
  /// The scalars of a number or date as they are compared: letters, digits and signs of full width in their usual width,
  /// every blank as a space, dashes as one dash, nothing that cannot be seen; without white space at either end.
  ///
  /// - Parameter most: a longer text gives none: no number or date is as long, and looking at it would be for nothing.
  func narrow(most: Int = 64) -> [Unicode.Scalar] {
    guard utf8.count <= most * 4 else { return [] }
    let scalars = unicodeScalars.compactMap(\.narrow)
    return scalars.count <= most ? Array(scalars.trimmed) : []
  }
}

extension Unicode.Scalar {
  /// The same in usual width; nil where it cannot be seen.
  var narrow: Unicode.Scalar? {
    switch value {
    case 0x20..<0x7F, 0x4E00...0x9FFF: self
    // The block of full width has the signs of ASCII in their order, so each of these has one.
    case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0)
    case 0xFFE5: "¥"
    case 0x2012...0x2015, 0x2500, 0x4E36: "—"
    case 0x2010, 0x2011, 0x2212, 0xFE63: "-"
    case 0x301C, 0x223C: "~"
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: nil
    default: isWhite ? " " : self
    }
  }

  var isDigit: Bool { ("0"..."9").contains(self) }
}
