extension String {
  /// The text of some scalars, several times as fast as by way of a view of them.
  @inlinable package init(scalars: some Collection<Unicode.Scalar>) {
    // No scalar has more bytes.
    self.init(unsafeUninitializedCapacity: scalars.count * 4) { bytes in
      var count = 0
      for scalar in scalars {
        for byte in scalar.utf8 {
          bytes[count] = byte
          count += 1
        }
      }
      return count
    }
  }

  /// With small letters for the capital ones of ASCII: itself where it has none.
  package var withSmallLetters: String {
    utf8.contains(where: { (0x41...0x5A).contains($0) })
      ? String(decoding: utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self) : self
  }
}

extension Unicode.Scalar {
  /// The small letter of one of ASCII; itself for any other.
  package var small: Unicode.Scalar { ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) | 0x20) : self }
}
