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
      other.utf8.withContiguousStorageIfAvailable { bytes.elementsEqual($0) }
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

extension String {
  /// Whether it comes before another by its bytes.
  package func precedes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
