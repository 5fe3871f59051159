/// Texts of which few are different, each held once.
///
/// Memory: 2 bytes a text, and some 50 for each that differs.
struct RepeatedWords: Sendable {
  /// As many may be different, so that a code has 2 bytes.
  private static let most = 1 << 16
  /// Before as many texts nothing tells whether few are different.
  private static let least = 256
  /// From then on one in as many may be.
  private static let share = 4

  private var words: [ExactText] = []
  private var codes: [UInt16] = []
  private var known: [ExactText: UInt16] = [:]

  var count: Int { codes.count }

  subscript(row: Int) -> String { words[Int(codes[row])].text }

  /// - Returns: false, with nothing added, where too many would be different.
  mutating func append(_ text: String) -> Bool {
    // Neighbors are often the same.
    if let last = codes.last, words[Int(last)].text.isExactly(text) {
      codes.append(last)
      return true
    }
    guard let code = code(of: ExactText(text), among: codes.count) else { return false }
    codes.append(code)
    return true
  }

  /// The same of all texts of another.
  mutating func append(_ other: RepeatedWords) -> Bool {
    var translated: [UInt16] = []
    translated.reserveCapacity(other.words.count)
    for word in other.words {
      guard let code = code(of: word, among: codes.count + other.count) else { return false }
      translated.append(code)
    }
    for code in other.codes { codes.append(translated[Int(code)]) }
    return true
  }

  /// - Parameter count: among how many texts it is.
  private mutating func code(of word: ExactText, among count: Int) -> UInt16? {
    if let code = known[word] { return code }
    guard words.count < Self.most, count < Self.least || words.count * Self.share < count else { return nil }
    let code = UInt16(words.count)
    words.append(word)
    known[word] = code
    return code
  }
}
