import KesiMatrix
import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("Encodings")
struct EncodingTests {
  /// Names in each encoding, as Python writes them.
  static let texts: [(encoding: String, bytes: [UInt8], names: Set<String>)] = [
    (
      "CP1252", Array("M".utf8) + [0xFC] + Array("ller GmbH,Schmidt\nSchmidt,B".utf8) + [0xE4] + Array("r AG\n".utf8),
      ["Müller GmbH", "Schmidt", "Bär AG"]
    ),
    // 臺灣大學,工業技術研究院
    (
      "BIG5-HKSCS",
      [
        0xBB, 0x4F, 0xC6, 0x57, 0xA4, 0x6A, 0xBE, 0xC7, 0x2C, 0xA4, 0x75, 0xB7, 0x7E, 0xA7, 0xDE, 0xB3, 0x4E, 0xAC,
        0xE3, 0xA8, 0x73, 0xB0, 0x7C, 0x0A,
      ],
      ["臺灣大學", "工業技術研究院"]
    ),
    // 東京大学,ソニー
    (
      "CP932",
      [0x93, 0x8C, 0x8B, 0x9E, 0x91, 0xE5, 0x8A, 0x77, 0x2C, 0x83, 0x5C, 0x83, 0x6A, 0x81, 0x5B, 0x0A],
      ["東京大学", "ソニー"]
    ),
    // 서울대학교,한국과학기술원
    (
      "CP949",
      [
        0xBC, 0xAD, 0xBF, 0xEF, 0xB4, 0xEB, 0xC7, 0xD0, 0xB1, 0xB3, 0x2C, 0xC7, 0xD1, 0xB1, 0xB9, 0xB0, 0xFA, 0xC7,
        0xD0, 0xB1, 0xE2, 0xBC, 0xFA, 0xBF, 0xF8, 0x0A,
      ],
      ["서울대학교", "한국과학기술원"]
    ),
    // 苏州大学,亨通集团
    (
      "GB18030",
      [0xCB, 0xD5, 0xD6, 0xDD, 0xB4, 0xF3, 0xD1, 0xA7, 0x2C, 0xBA, 0xE0, 0xCD, 0xA8, 0xBC, 0xAF, 0xCD, 0xC5, 0x0A],
      ["苏州大学", "亨通集团"]
    ),
  ]

  @Test("Each is told by its common letters, and said", arguments: texts)
  func told(encoding: String, bytes: [UInt8], names: Set<String>) throws {
    let list = try ReadList(bytes)
    #expect(Set(list.ids) == names)
    #expect(list.reading.remarks.first?.line(in: .en).contains("since it is not UTF-8") == true)
    var options = ReadingOptions()
    options.encoding = TextEncoding(named: encoding)
    #expect(Set(try ReadList(bytes, options).ids) == names)
  }

  @Test("UTF-16 without a mark is told by its zeros")
  func wide() throws {
    let text = Array("甲,乙\n乙,丙\n".utf16)
    for bytes in [
      text.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, text.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
    ] {
      #expect(Set(try ReadList(bytes).ids) == ["甲", "乙", "丙"])
    }
  }

  @Test("A file put together from two encodings is refused with the first line of each")
  func mixture() {
    let error = #expect(throws: BadData.self) {
      try ReadList(Array("苏州大学,甲\n".utf8) + [0xBA, 0xE0, 0xCD, 0xA8, 0xBC, 0xAF, 0xCD, 0xC5, 0x2C, 0x42, 0x0A])
    }
    #expect(error?.problems.first?.line(in: .en).contains("line 1 is UTF-8 and line 2 is not") == true)
  }

  @Test("What is no text in any of them is refused; so is a name that is none")
  func unknown() {
    let cyrillic: [UInt8] = [0xCC, 0xEE, 0xF1, 0xEA, 0xE2, 0xE0, 0x2C, 0xD0, 0xEE, 0xF1, 0xF2, 0xEE, 0xE2, 0x0A]
    let error = #expect(throws: BadData.self) { try ReadList(cyrillic) }
    #expect(error?.problems.first?.line(in: .en).contains("Say --encoding") == true)
    #expect(
      TextEncoding(named: "no-such") == nil && TextEncoding(named: "") == nil && TextEncoding(named: "a;b") == nil)
    #expect(TextEncoding(named: "gbk") == TextEncoding.gb18030)
  }
}
