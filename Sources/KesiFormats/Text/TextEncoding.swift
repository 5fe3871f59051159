import KesiNetwork

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How letters are written as bytes, by the name that iconv has for it.
package struct TextEncoding: Sendable, Equatable {
  package let name: String

  static let utf8 = TextEncoding(known: "UTF-8")
  static let utf16LittleEndian = TextEncoding(known: "UTF-16LE")
  static let utf16BigEndian = TextEncoding(known: "UTF-16BE")
  static let utf32LittleEndian = TextEncoding(known: "UTF-32LE")
  static let utf32BigEndian = TextEncoding(known: "UTF-32BE")
  /// Of which GBK and GB2312 are parts: what Excel in China writes without a sign.
  static let gb18030 = TextEncoding(known: "GB18030")
  static let big5 = TextEncoding(known: "BIG5-HKSCS")
  static let shiftJIS = TextEncoding(known: "CP932")
  static let eucJP = TextEncoding(known: "EUC-JP")
  static let eucKR = TextEncoding(known: "CP949")
  static let windows1252 = TextEncoding(known: "CP1252")

  private init(known name: String) { self.name = name }

  /// - Parameter name: any name that this system's iconv knows: `GBK`, `Big5`, `Shift_JIS`, `windows-1252`; nil for others.
  package init?(named name: String) {
    let letters = name.utf8.allSatisfy { byte in
      let folded = byte | 0x20
      return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(folded)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-_.:".utf8.contains(byte)
    }
    guard letters, !name.isEmpty else { return nil }
    let plain = name.uppercased()
    // What Windows means by these names has more letters; a mark at the start tells which UTF-16 it is.
    let known: [String: TextEncoding] = [
      "UTF8": .utf8, "UTF-8": .utf8, "GBK": .gb18030, "GB2312": .gb18030, "CP936": .gb18030, "GB-18030": .gb18030,
      "BIG5": .big5, "BIG-5": .big5, "SHIFT_JIS": .shiftJIS, "SHIFT-JIS": .shiftJIS, "SJIS": .shiftJIS,
      "EUC-KR": .eucKR, "WINDOWS-1252": .windows1252, "ANSI": .windows1252, "UTF-16": .utf16LittleEndian,
    ]
    self = known[plain] ?? TextEncoding(known: plain)
    guard let converter = Converter(from: self) else { return nil }
    converter.close()
  }

  /// The mark that a text of it may begin with.
  var mark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .utf32LittleEndian: [0xFF, 0xFE, 0x00, 0x00]
    case .utf32BigEndian: [0x00, 0x00, 0xFE, 0xFF]
    case .gb18030: [0x84, 0x31, 0x95, 0x33]
    default: []
    }
  }

  /// What people call it.
  var label: Phrase {
    switch self {
    case .gb18030: Phrase("GB18030 (GBK)", zh: "GB18030（含 GBK）")
    case .big5: Phrase("Big5", zh: "Big5（繁体）")
    case .shiftJIS: Phrase("Shift-JIS", zh: "Shift-JIS（日文）")
    case .eucJP: Phrase("EUC-JP", zh: "EUC-JP（日文）")
    case .eucKR: Phrase("EUC-KR", zh: "EUC-KR（韩文）")
    case .windows1252: Phrase("Windows-1252", zh: "Windows-1252（西欧）")
    default: Phrase(name, zh: name)
    }
  }

  /// A converter into UTF-8, to be closed after use.
  struct Converter {
    private let handle: iconv_t

    init?(from encoding: TextEncoding) {
      handle = iconv_open("UTF-8", encoding.name)
      if handle == iconv_t(bitPattern: -1) { return nil }
    }

    func close() { iconv_close(handle) }

    /// Writes a text as UTF-8.
    ///
    /// - Parameter output: of three bytes for each of the input, and some: what no encoding goes beyond.
    /// - Returns: how many bytes were written, and where the input stops to be of this encoding; nil where it does not.
    func convert(
      _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> (count: Int, failure: Int?) {
      var source = UnsafeMutableRawPointer(mutating: input.baseAddress)?.assumingMemoryBound(to: CChar.self)
      var sourceLeft = input.count
      var target = UnsafeMutableRawPointer(output.baseAddress)?.assumingMemoryBound(to: CChar.self)
      var targetLeft = output.count
      let result = iconv(handle, &source, &sourceLeft, &target, &targetLeft)
      return (output.count - targetLeft, result == -1 ? input.count - sourceLeft : nil)
    }
  }
}
