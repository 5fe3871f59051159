import KesiNetwork

/// Texts in quotes as Pajek has them: what cannot stand there is written by its number, `&#34;` for a quote.
enum PajekText {
  /// - Throws: `CannotWrite` where it holds a zero, which is in no text.
  static func encoded(_ text: String) throws -> String {
    var encoded = "\""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\u{0}": throw CannotWrite.unwritable(text, in: Format.pajek.name)
      // An ampersand alone is one; before `#` it would begin a number.
      case "&" where rest.first == "#", "\"", "\u{1}"..<" ": encoded += "&#\(scalar.value);"
      default: encoded.unicodeScalars.append(scalar)
      }
    }
    return encoded + "\""
  }

  /// The text with its numbers as what they stand for; what stands for nothing is left as it is.
  static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "&")) else { return Array(bytes) }
    var decoded: [UInt8] = []
    var place = 0
    while place < bytes.count {
      // The greatest number has seven digits.
      if bytes[place...].starts(with: "&#".utf8),
        let end = bytes[place..<min(place + 10, bytes.count)].firstIndex(of: UInt8(ascii: ";")),
        let number = UInt32(String(decoding: bytes[place + 2..<end], as: UTF8.self)), number != 0,
        let scalar = Unicode.Scalar(number)
      {
        decoded.append(contentsOf: String(Character(scalar)).utf8)
        place = end + 1
      } else {
        decoded.append(bytes[place])
        place += 1
      }
    }
    return decoded
  }
}
