import KesiNetwork

extension Sheet {
  /// Adds a cell that a program has written: all of it is data, white space at its ends too.
  mutating func append(exact bytes: some BidirectionalCollection<UInt8>) {
    // What begins and ends with a plain letter is written as it is.
    if let first = bytes.first, let last = bytes.last, !Self.isPlain(first) || !Self.isPlain(last) {
      append(String(decoding: bytes, as: UTF8.self).wrapped, as: .exact)
    } else {
      append(bytes, as: .exact)
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool { byte > 0x22 && byte < 0x7F || byte == 0x21 }
}
