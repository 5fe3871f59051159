import KesiNetwork

/// A kind of file that people take for a table and Kesi does not read: how it is recognized, and what to do about it.
///
/// One more is one more entry of ``all``.
struct ForeignFormat: Sendable {
  let id: String
  /// What it is and what to do, as a sentence after the name of the file.
  let refusal: Phrase
  let isMeant: @Sendable (Specimen) -> Bool

  /// What there is to tell a file by.
  struct Specimen: Sendable {
    /// The first bytes of it, some thousand if it has as many.
    let start: [UInt8]
    /// What its name ends with, in lower case without the point; empty where it has no name.
    let ending: String
    /// The names of its entries where it is a zip file that could be opened.
    var entries: [String] = []

    init(_ start: [UInt8], path: String, entries: [String] = []) {
      self.start = start
      let name = path.pathSteps.name
      ending = name.utf8.lastIndex(of: 0x2E).map { name[name.utf8.index(after: $0)...].lowercased() } ?? ""
      self.entries = entries
    }
  }

  /// What a file is, where it is one of these.
  static func of(_ specimen: Specimen) -> ForeignFormat? { all.first { $0.isMeant(specimen) } }

  /// All of them, the narrower first.
  static let all: [ForeignFormat] = oldOffice + zipped + markedUp + others
}

extension ForeignFormat.Specimen {
  /// A container of many files in sectors, as Office wrote until 2003, and writes where there is a password.
  var isCompound: Bool { start.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) }

  var isZip: Bool {
    start.starts(with: [0x50, 0x4B, 0x03, 0x04]) || start.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// Whether a text stands in the first bytes.
  func holds(_ text: String) -> Bool { start.range(of: Array(text.utf8)) != nil }

  /// Whether a zip file has entries whose names begin so: by its list, or by what can be seen at its start.
  func hasEntry(_ start: String) -> Bool {
    isZip && (entries.isEmpty ? holds(start) : entries.contains { $0.utf8.starts(with: start.utf8) })
  }

  /// Whether the first that is not blank is `<`, in any of the encodings in which ASCII can be seen.
  var isMarkup: Bool {
    var text = start[...]
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    return text.first { $0 > 0x20 } == 0x3C
  }

  /// Whether words stand in the first bytes, in capitals or not.
  func holdsLetters(_ text: String) -> Bool {
    start.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }.range(of: Array(text.utf8)) != nil
  }
}

extension [UInt8] {
  /// Where some bytes stand first.
  ///
  /// - Complexity: O(count · count of `part`).
  func range(of part: [UInt8]) -> Range<Int>? {
    guard let first = part.first, count >= part.count else { return nil }
    for place in 0...count - part.count where self[place] == first && self[place...].starts(with: part) {
      return place..<place + part.count
    }
    return nil
  }
}
