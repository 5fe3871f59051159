import KesiNetwork

/// How a text of rows is cut into cells: decided once, for the whole of it.
struct Dialect: Equatable {
  enum Separator: Equatable {
    case sign(UInt8)
    /// Any number of spaces and tabs.
    case blanks
  }

  var separator: Separator
  /// Where the first row begins: behind a line `sep=;`.
  var start = 0
  /// How many lines stand before it.
  var linesBefore = 0

  static let comma = Dialect(separator: .sign(UInt8(ascii: ",")))
}

extension Dialect.Separator {
  /// What a separator is called, and how it is written after `--separator`.
  static let known: [(separator: Self, word: String, label: Phrase)] = [
    (.sign(UInt8(ascii: ",")), "comma", Phrase("comma", zh: "逗号")),
    (.sign(UInt8(ascii: ";")), "semicolon", Phrase("semicolon", zh: "分号")),
    (.sign(UInt8(ascii: "\t")), "tab", Phrase("tab", zh: "制表符")),
    (.sign(UInt8(ascii: "|")), "pipe", Phrase("vertical bar", zh: "竖线")),
    (.blanks, "blank", Phrase("blanks", zh: "空格")),
  ]

  var label: Phrase {
    if let known = Self.known.first(where: { $0.separator == self }) { return known.label }
    guard case .sign(let byte) = self else { return Phrase("", zh: "") }
    let sign = String(decoding: [byte], as: UTF8.self)
    return Phrase("“\(sign)”", zh: "“\(sign)”")
  }

  /// A word (`comma`, `semicolon`, `tab`, `pipe`, `blank`) or the sign itself: one of ASCII that is no letter, digit, quote
  /// or line break.
  init?(_ text: String) {
    if let known = Self.known.first(where: { $0.word == text.lowercased() }) {
      self = known.separator
    } else if text == " " {
      self = .blanks
    } else if text == "\\t" {
      self = .sign(UInt8(ascii: "\t"))
    } else if text.utf8.count == 1, let byte = text.utf8.first, Self.canPart(byte) {
      self = .sign(byte)
    } else {
      return nil
    }
  }

  /// Whether a byte can be a separator.
  static func canPart(_ byte: UInt8) -> Bool {
    let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    return byte == 0x09 || (byte > 0x20 && byte < 0x7F && !isLetter && !isDigit && byte != UInt8(ascii: "\""))
  }
}
