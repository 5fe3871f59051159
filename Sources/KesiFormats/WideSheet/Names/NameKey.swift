import KesiNetwork

/// A name as names are matched: width, brackets, dots and quotes in one form, nothing that cannot be seen, no blanks between
/// Chinese characters. Names of one key are one actor; what differs in a letter is another.
struct NameKey: Hashable {
  let text: String

  init(_ name: String) {
    var key = String.UnicodeScalarView()
    for scalar in name.unicodeScalars.lazy.compactMap(\.narrow) {
      switch scalar {
      case "[", "【", "〔", "［", "〈", "<": key.append("(")
      case "]", "】", "〕", "］", "〉", ">": key.append(")")
      case "•", "・", "‧", "．", "∙", "･": key.append("·")
      case "“", "”", "„", "«", "»", "「", "」": key.append("\"")
      case "‘", "’", "`": key.append("'")
      case "—": key.append("-")
      case " ":
        if let last = key.last, last != " ", !last.isIdeograph { key.append(" ") }
      default:
        if key.last == " ", !scalar.isASCII, scalar.isIdeograph { key.removeLast() }
        key.append(scalar)
      }
    }
    var trimmed = String.UnicodeScalarView(key.trimmed)
    // No blank beside a bracket tells names apart.
    if trimmed.contains("(") {
      var tight = String.UnicodeScalarView()
      for scalar in trimmed {
        if scalar == " ", tight.last == "(" || tight.last == ")" { continue }
        if scalar == "(" || scalar == ")", tight.last == " " { tight.removeLast() }
        tight.append(scalar)
      }
      trimmed = tight
    }
    text = String(trimmed)
  }
}

extension Unicode.Scalar {
  var isIdeograph: Bool {
    switch value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF, 0x3007: true
    default: false
    }
  }
}

extension String {
  /// The name of an organization as it is written on: without blanks between Chinese characters, too.
  var asActorName: String {
    let name = Array(asName.unicodeScalars)
    var tight = String.UnicodeScalarView()
    for (place, scalar) in name.enumerated() {
      // A blank has a scalar on either side, as there are none at the ends.
      if scalar == " ", name[place - 1].isIdeograph, name[place + 1].isIdeograph { continue }
      tight.append(scalar)
    }
    return String(tight)
  }

  /// A name as it is written on, without what cannot be seen and with single blanks.
  var asName: String {
    if isPlainName { return self }
    var name = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      guard let narrow = scalar.narrow else { continue }
      if narrow == " " {
        if let last = name.last, last != " " { name.append(" ") }
      } else {
        name.append(scalar)
      }
    }
    return String(scalars: name.trimmed)
  }

  /// Whether it is written as a name is written on, as nearly every cell is: with letters of ASCII, Chinese characters and
  /// the usual signs only, and single blanks between them.
  private var isPlainName: Bool {
    utf8.withContiguousStorageIfAvailable { bytes in
      var isAfterBlank = true
      var place = 0
      while place < bytes.count {
        switch bytes[place] {
        case 0x20:
          if isAfterBlank { return false }
          isAfterBlank = true
          place += 1
          continue
        case 0x21..<0x7F: place += 1
        // U+3001 to U+303F, U+4000 to U+9FFF, and U+FF01 to U+FF7F: all are seen, none is a blank.
        case 0xE3 where bytes[place + 1] == 0x80 && bytes[place + 2] != 0x80, 0xE4...0xE9,
          0xEF where bytes[place + 1] == 0xBC || bytes[place + 1] == 0xBD:
          place += 3
        default: return false
        }
        isAfterBlank = false
      }
      return !isAfterBlank
    } ?? false
  }
}
