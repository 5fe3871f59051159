extension String {
  /// The text with what a reader does not see, or sees as the same, made one: for telling whether two names are the same.
  ///
  /// Letters, digits, brackets and signs of full width become those of half width (`（苏州）` → `(苏州)`), every kind of
  /// blank one space, runs of them one, none at the ends nor beside a Chinese character; invisible characters go. Letters
  /// stay as they are, in capitals or not. Two folded texts are to be compared by `==`, for which a composed letter is the
  /// same as its parts.
  ///
  /// - Complexity: O(scalars).
  package var folded: String {
    if utf8.withContiguousStorageIfAvailable({ $0.isFolded }) == true { return self }
    var folded = String.UnicodeScalarView()
    var isBlankDue = false
    for scalar in unicodeScalars {
      if scalar.isInvisible { continue }
      let plain = scalar.ofHalfWidth
      if plain.properties.isWhitespace {
        isBlankDue = !folded.isEmpty
        continue
      }
      if isBlankDue, let last = folded.last, !last.isChinese, !plain.isChinese { folded.append(" ") }
      isBlankDue = false
      folded.append(plain)
    }
    return String(folded)
  }
}

extension Unicode.Scalar {
  /// Whether it takes no room and means nothing by itself: blanks of no width, marks of direction, a byte order mark, a
  /// soft hyphen, variation selectors.
  package var isInvisible: Bool {
    switch value {
    case 0x00AD, 0x034F, 0x061C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F,
      0xFE00...0xFE0F, 0xFEFF:
      true
    default: false
    }
  }

  /// Whether it is a blank of any width, or a mark, that is no part of a cell where it stands at its ends.
  package var isBlank: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// The same sign of half width, where there is one.
  var ofHalfWidth: Unicode.Scalar {
    switch value {
    // All of these have a scalar 0xFEE0 before them.
    case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0) ?? self
    case 0x3014, 0x3010: "["
    case 0x3015, 0x3011: "]"
    case 0x00B7, 0x2022, 0x30FB, 0xFF65: "·"
    case 0x2018, 0x2019: "'"
    case 0x201C, 0x201D: "\""
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: "-"
    default: self
    }
  }

  /// Whether it is a Chinese character, or a sign of Chinese text.
  var isChinese: Bool {
    switch value {
    case 0x2E80...0x303F, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a text is as it is folded, by what it is made of: of ASCII and the common Chinese characters, with no blanks but
  /// single ones between ASCII letters. True for nearly all names there are.
  package var isFolded: Bool {
    var place = 0
    while place < count {
      let byte = self[place]
      if byte < 0x80 {
        if byte < 0x20 || byte == 0x7F { return false }
        if byte == 0x20 {
          guard place > 0, place + 1 < count, self[place - 1] > 0x20, self[place - 1] < 0x80, self[place + 1] > 0x20,
            self[place + 1] < 0x80
          else { return false }
        }
        place += 1
      } else if (0xE4...0xE9).contains(byte) {
        // From U+4000 to U+9FFF: the rare ones before U+4E00 look like nothing else either.
        place += 3
      } else {
        return false
      }
    }
    return true
  }
}
