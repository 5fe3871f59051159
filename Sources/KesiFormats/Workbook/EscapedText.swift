/// Text of a workbook, in which `_x000D_` stands for the character of that number (ECMA-376 part 1, 22.9.2.19): what XML
/// cannot hold, and `_x005F_` for a low line that would begin such a sign.
enum EscapedText {
  /// Decodes what stands from a place on, where it lies.
  ///
  /// - Complexity: O(bytes).
  static func decode(_ bytes: inout [UInt8], from start: Int) {
    guard var place = (start..<bytes.count).first(where: { sign(bytes, $0) != nil }) else { return }
    var end = place
    while place < bytes.count {
      guard let unit = sign(bytes, place) else {
        bytes[end] = bytes[place]
        place += 1
        end += 1
        continue
      }
      place += length
      var scalar = Unicode.Scalar(unit)
      // A character beyond the first 65,536 is two signs.
      if UTF16.isLeadSurrogate(unit), let trail = sign(bytes, place), UTF16.isTrailSurrogate(trail) {
        scalar = Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + UInt32(trail) - 0xDC00)
        place += length
      }
      for byte in UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter {
        bytes[end] = byte
        end += 1
      }
    }
    bytes.removeSubrange(end...)
  }

  private static let length = 7

  /// The unit of UTF-16 that a sign at a place stands for; nil where there is none. A zero byte is in no text.
  private static func sign(_ bytes: [UInt8], _ place: Int) -> UInt16? {
    guard bytes[place...].count >= length, bytes[place] == 0x5F, bytes[place + 1] == 0x78, bytes[place + 6] == 0x5F
    else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[place + 2..<place + 6] {
      switch byte {
      case 0x30...0x39: unit = unit << 4 | UInt16(byte & 0x0F)
      case 0x41...0x46, 0x61...0x66: unit = unit << 4 | UInt16(byte & 0x0F + 9)
      default: return nil
      }
    }
    return unit == 0 ? nil : unit
  }
}
