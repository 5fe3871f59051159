import KesiNetwork

/// Texts of GML are ASCII: other characters, quotes and `&` stand as entities (`&#33487;`, `&quot;`, `&eacute;`). What
/// programs write as UTF-8 is read all the same.
enum GMLEntities {
  /// A text with its entities as what they stand for; what stands for nothing is left as it is.
  static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "&")) else { return Array(bytes) }
    var decoded: [UInt8] = []
    var place = 0
    while place < bytes.count {
      // The longest name has eight letters.
      if bytes[place] == UInt8(ascii: "&"),
        let end = bytes[place..<min(place + 11, bytes.count)].firstIndex(of: UInt8(ascii: ";")),
        let scalar = scalar(String(decoding: bytes[place + 1..<end], as: UTF8.self))
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

  private static func scalar(_ name: String) -> Unicode.Scalar? {
    if name.utf8.first == UInt8(ascii: "#") {
      let digits = name.dropFirst()
      let isHex = digits.utf8.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
      // No text of Kesi holds a zero.
      return UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10)
        .flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
    }
    return named[name]
  }

  /// A text as GML has it.
  ///
  /// - Throws: `CannotWrite` where it holds a zero, which is in no text.
  static func encoded(_ text: String) throws -> String {
    var encoded = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": encoded += "&quot;"
      case "&": encoded += "&amp;"
      case "\u{0}": throw CannotWrite.unwritable(text, in: Format.gml.name)
      case " "..."~": encoded.unicodeScalars.append(scalar)
      default: encoded += "&#\(scalar.value);"
      }
    }
    return encoded
  }

  private static let named: [String: Unicode.Scalar] = {
    var named: [String: Unicode.Scalar] = ["quot": "\"", "amp": "&", "lt": "<", "gt": ">", "apos": "'"]
    // Latin-1 from U+00A0 on.
    for (value, name) in zip(UInt32(0xA0)..., latin) { named[name] = Unicode.Scalar(value) }
    return named
  }()

  private static let latin = [
    "nbsp", "iexcl", "cent", "pound", "curren", "yen", "brvbar", "sect", "uml", "copy", "ordf", "laquo", "not", "shy",
    "reg", "macr", "deg", "plusmn", "sup2", "sup3", "acute", "micro", "para", "middot", "cedil", "sup1", "ordm",
    "raquo",
    "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc", "Atilde", "Auml", "Aring", "AElig", "Ccedil",
    "Egrave", "Eacute", "Ecirc", "Euml", "Igrave", "Iacute", "Icirc", "Iuml", "ETH", "Ntilde", "Ograve", "Oacute",
    "Ocirc", "Otilde", "Ouml", "times", "Oslash", "Ugrave", "Uacute", "Ucirc", "Uuml", "Yacute", "THORN", "szlig",
    "agrave", "aacute", "acirc", "atilde", "auml", "aring", "aelig", "ccedil", "egrave", "eacute", "ecirc", "euml",
    "igrave", "iacute", "icirc", "iuml", "eth", "ntilde", "ograve", "oacute", "ocirc", "otilde", "ouml", "divide",
    "oslash", "ugrave", "uacute", "ucirc", "uuml", "yacute", "thorn", "yuml",
  ]
}
