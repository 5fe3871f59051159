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
        if let last = key.last, last != " ", last.isASCII { key.append(" ") }
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
  /// A name as it is written on, without what cannot be seen and with single blanks.
  var asName: String {
    var name = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      guard let narrow = scalar.narrow else { continue }
      if narrow == " " {
        if let last = name.last, last != " " { name.append(" ") }
      } else {
        name.append(scalar)
      }
    }
    return String(String.UnicodeScalarView(name.trimmed))
  }
}
