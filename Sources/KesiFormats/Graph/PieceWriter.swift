import KesiNetwork

/// Gathers the text of a file and hands it on in pieces, so that no file need be in memory as a whole.
struct PieceWriter {
  private static let pieceLength = 1 << 18
  private var bytes: [UInt8] = []
  private let write: (UnsafeRawBufferPointer) throws -> Void

  init(_ write: @escaping (UnsafeRawBufferPointer) throws -> Void) { self.write = write }

  /// Writes a file of pieces.
  static func write(to path: String, _ body: (inout PieceWriter) throws -> Void) throws {
    try AtomicFile.write(to: path) { write in try gather(write, body) }
  }

  /// The same for whatever takes the pieces.
  static func gather(
    _ write: (UnsafeRawBufferPointer) throws -> Void, _ body: (inout PieceWriter) throws -> Void
  ) throws {
    try withoutActuallyEscaping(write) { write in
      var writer = PieceWriter(write)
      try body(&writer)
      try writer.flush()
    }
  }

  mutating func put(_ text: String) throws {
    bytes.append(contentsOf: text.utf8)
    if bytes.count > Self.pieceLength { try flush() }
  }

  mutating func put(_ byte: UInt8) { bytes.append(byte) }

  private mutating func flush() throws {
    try bytes.withUnsafeBytes(write)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Adds a text to XML, within an attribute or an element.
  ///
  /// - Throws: `CannotWrite` where it holds what XML has no way to write.
  mutating func put(escaped text: String, in format: Phrase) throws {
    var last: (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      // A reader takes those that stand as they are for blanks.
      case 0x09: bytes.append(contentsOf: "&#9;".utf8)
      case 0x0A: bytes.append(contentsOf: "&#10;".utf8)
      case 0x0D: bytes.append(contentsOf: "&#13;".utf8)
      case 0..<0x20: throw CannotWrite.unwritable(text, in: format)
      // U+FFFE and U+FFFF.
      case 0xBE, 0xBF:
        if last == (0xEF, 0xBF) { throw CannotWrite.unwritable(text, in: format) }
        bytes.append(byte)
      default: bytes.append(byte)
      }
      last = (last.1, byte)
    }
    if bytes.count > Self.pieceLength { try flush() }
  }
}
