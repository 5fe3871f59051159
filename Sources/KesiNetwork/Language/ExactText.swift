/// A text that is the same as another only where every byte is. Strings of Swift are the same where they look the same: `é`
/// as one scalar and as `e` with an accent. Ids of two such actors are two, and a network is read back as it was written.
package struct ExactText: Hashable, Sendable {
  package let text: String

  package init(_ text: String) {
    var text = text
    text.makeContiguousUTF8()
    self.text = text
  }

  package static func == (a: ExactText, b: ExactText) -> Bool { a.text.isExactly(b.text) }

  package func hash(into hasher: inout Hasher) {
    _ = text.utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension Sequence<String> {
  /// Whether one of them is the same as a text, byte by byte.
  package func containsExactly(_ text: String) -> Bool { contains { $0.isExactly(text) } }
}

extension String {
  /// Whether the two are the same, byte by byte.
  package func isExactly(_ other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let isSame = utf8.withContiguousStorageIfAvailable { bytes in
      other.utf8.withContiguousStorageIfAvailable { bytes.isSame(as: $0) }
    }
    // Strings of other systems may lie in pieces.
    return (isSame ?? nil) ?? utf8.elementsEqual(other.utf8)
  }

  /// Whether it begins with some ASCII letters, in capitals or not.
  func beginsWithLetters(_ letters: String) -> Bool {
    var rest = utf8.makeIterator()
    return letters.utf8.allSatisfy { letter in rest.next().map { $0 | 0x20 == letter } ?? false }
  }
}

/// Words in texts, found by their bytes: a search by `Character` takes many times as long, and does not see a sign that a mark
/// combines with.
extension String {
  /// Whether a text stands in it.
  ///
  /// - Complexity: O(bytes of both) but for texts that repeat themselves.
  package func holds(_ part: String) -> Bool {
    let found = utf8.withContiguousStorageIfAvailable { bytes in
      part.utf8.withContiguousStorageIfAvailable { bytes.holds($0) }
    }
    // Strings of other systems may lie in pieces.
    return (found ?? nil)
      ?? Array(utf8).withUnsafeBufferPointer { bytes in
        Array(part.utf8).withUnsafeBufferPointer { bytes.holds($0) }
      }
  }

  package func begins(with part: String) -> Bool { has(part) { $0.prefix($1) } }

  package func ends(with part: String) -> Bool { has(part) { $0.suffix($1) } }

  /// Whether the bytes at one end are those of a text.
  private func has(
    _ part: String, _ end: (UnsafeBufferPointer<UInt8>, Int) -> Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    guard utf8.count >= part.utf8.count else { return false }
    var (text, part) = (self, part)
    return text.withUTF8 { text in
      part.withUTF8 { UnsafeBufferPointer(rebasing: end(text, $0.count)).isSame(as: $0) }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether some bytes of the same number are the same, eight at a time.
  fileprivate func isSame(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    let (a, b) = (UnsafeRawBufferPointer(self), UnsafeRawBufferPointer(other))
    var place = 0
    while place + 8 <= a.count {
      guard
        a.loadUnaligned(fromByteOffset: place, as: UInt64.self)
          == b.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      else { return false }
      place += 8
    }
    return a[place...].elementsEqual(b[place...])
  }

  /// Whether some bytes come before others, as numbers from the first on; eight at a time, the first of them highest.
  fileprivate func precedes(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    let (a, b) = (UnsafeRawBufferPointer(self), UnsafeRawBufferPointer(other))
    let common = Swift.min(a.count, b.count)
    var place = 0
    while place + 8 <= common {
      let x = UInt64(bigEndian: a.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let y = UInt64(bigEndian: b.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      if x != y { return x < y }
      place += 8
    }
    return a[place...].lexicographicallyPrecedes(b[place...])
  }

  fileprivate func holds(_ part: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = part.first else { return true }
    var place = 0
    while place + part.count <= count {
      if self[place] == first, self[place..<(place + part.count)].elementsEqual(part) { return true }
      place += 1
    }
    return false
  }
}

extension String {
  /// Whether it comes before another by its bytes.
  package func precedes(_ other: String) -> Bool {
    let found = utf8.withContiguousStorageIfAvailable { bytes in
      other.utf8.withContiguousStorageIfAvailable { bytes.precedes($0) }
    }
    // Strings of other systems may lie in pieces.
    return (found ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
  }
}
