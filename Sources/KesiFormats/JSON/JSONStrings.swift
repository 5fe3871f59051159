import KesiNetwork

/// Texts in JSON: UTF-8 between quotes, with escapes.
extension JSONReader {
  /// Reads a text.
  mutating func string() throws -> String {
    let start = try openString()
    passPlain()
    guard place < text.count, text[place] != UInt8(ascii: "\"") else {
      guard place < text.count else { throw BadShape.endsEarly }
      defer { place += 1 }
      return String(decoding: UnsafeBufferPointer(rebasing: text[start..<place]), as: UTF8.self)
    }
    var bytes = Array(text[start..<place])
    try readEscaped { bytes.append(contentsOf: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads a text without escapes, as it stands; nil, with nothing read, where it has some.
  mutating func plainString() throws -> UnsafeBufferPointer<UInt8>? {
    let start = try openString()
    passPlain()
    guard place < text.count, text[place] == UInt8(ascii: "\"") else {
      place = start - 1
      return nil
    }
    defer { place += 1 }
    return UnsafeBufferPointer(rebasing: text[start..<place])
  }

  /// Passes the quote that opens a text.
  private mutating func openString() throws -> Int {
    skipBlanks()
    guard place < text.count, text[place] == UInt8(ascii: "\"") else {
      throw unexpected(Phrase("a text in quotes", zh: "带引号的文本"))
    }
    place += 1
    return place
  }

  mutating func skipString() throws {
    _ = try openString()
    try readEscaped { _ in }
  }

  /// Passes what stands for itself.
  private mutating func passPlain() {
    while place < text.count, text[place] != UInt8(ascii: "\""), text[place] != UInt8(ascii: "\\"), text[place] >= 0x20
    {
      place += 1
    }
  }

  /// Reads a text to its end in pieces: those that stand for themselves, and what is escaped.
  private mutating func readEscaped(_ take: (UnsafeBufferPointer<UInt8>) -> Void) throws {
    while true {
      let start = place
      passPlain()
      take(UnsafeBufferPointer(rebasing: text[start..<place]))
      guard place < text.count else { throw BadShape.endsEarly }
      switch text[place] {
      case UInt8(ascii: "\""):
        place += 1
        return
      case UInt8(ascii: "\\"):
        var scalar = String(try escaped())
        scalar.withUTF8(take)
      default:
        throw BadShape(
          message: Phrase(
            "a text has a control character (\(text[place])) in it, such as a line break; JSON writes \\n for it.",
            zh: "文本中有控制字符（编码 \(text[place])，如换行），JSON 中应写作 \\n 等形式。"))
      }
    }
  }

  private mutating func escaped() throws -> Unicode.Scalar {
    guard place + 1 < text.count else {
      place = text.count
      throw BadShape.endsEarly
    }
    let start = place
    place += 2
    switch text[start + 1] {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(text[start + 1])
    case UInt8(ascii: "u"):
      if let scalar = escapedScalar() { return scalar }
      place = start
      let found = String(decoding: text[start...].prefix(6), as: UTF8.self)
      throw BadShape(
        message: Phrase(
          "“\(found)” is no character. Write the file anew as UTF-8.", zh: "“\(found)”不是有效字符，请以 UTF-8 重新导出。"))
    default:
      place = start
      throw unexpected(
        Phrase("one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u", zh: "\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u 之一"))
    }
  }

  /// The character of four digits, or of two times four as of all beyond the first 65,536; nil where they are of none.
  private mutating func escapedScalar() -> Unicode.Scalar? {
    guard let first = fourDigits() else { return nil }
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
    guard takes("\\u"), let second = fourDigits(), (0xDC00..<0xE000).contains(second) else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private mutating func fourDigits() -> UInt32? {
    guard place + 4 <= text.count else { return nil }
    var value: UInt32 = 0
    for byte in text[place..<(place + 4)] {
      guard let digit = byte.hexValue else { return nil }
      value = value << 4 + UInt32(digit)
    }
    place += 4
    return value
  }
}

extension UInt8 {
  fileprivate var hexValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }
}
