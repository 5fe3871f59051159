/// A text that is the same as another only if its bytes are. Strings of Swift are the same where they look the same: `é` as
/// one scalar and as `e` with an accent. Ids of two such actors are two.
struct ExactText: Hashable, Sendable {
  private let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }
}

extension String {
  /// Whether the two are the same, byte by byte.
  public func isExactly(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }

  /// Whether it begins with some ASCII letters, in capitals or not.
  func beginsWithLetters(_ letters: String) -> Bool {
    var rest = utf8.makeIterator()
    return letters.utf8.allSatisfy { letter in rest.next().map { $0 | 0x20 == letter } ?? false }
  }
}
