/// A column of words, each of which is held once. Two words are the same where all their bytes are.
///
/// Memory: a byte a row, four where there are more than 256 words.
struct WordColumn: Sendable {
  /// The word of code 0 is the common one.
  private(set) var words: [ExactText]
  private var codes = CodeColumn()
  private var known: [ExactText: UInt32]
  private var last: UInt32?

  init(_ common: String) {
    words = [ExactText(common)]
    known = [words[0]: 0]
  }

  /// The number of a word: rows of one word have the same.
  func code(_ row: Int) -> Int { codes[row] }

  subscript(row: Int) -> String { words[codes[row]].text }

  var isUniform: Bool { codes.isUniform }

  mutating func reserve(_ rows: Int) { codes.reserve(rows) }

  mutating func put(_ word: String, at row: Int, of count: Int) { codes.put(code(of: word), at: row, of: count) }

  /// Adds the words of another column: see ``UniformColumn``.
  mutating func append(_ other: WordColumn, after count: Int, adding added: Int) {
    let codes = other.words.map { code(of: $0.text) }
    self.codes.append(other.codes, after: count, adding: added, codes)
  }

  private mutating func code(of word: String) -> UInt32 {
    // Neighbors often have the same word.
    if let last, words[Int(last)].text.isExactly(word) { return last }
    let code = code(of: ExactText(word))
    last = code
    return code
  }

  private mutating func code(of word: ExactText) -> UInt32 {
    if let code = known[word] { return code }
    let code = UInt32(words.count)
    words.append(word)
    known[word] = code
    return code
  }
}

/// A column of numbers from 0 on, in bytes as long as they fit.
private struct CodeColumn: Sendable {
  private var narrow = UniformColumn<UInt8>(0)
  /// What holds them once one does not fit.
  private var wide = UniformColumn<UInt32>(0)
  private var isWide = false
  private var room = 0

  var isUniform: Bool { narrow.isUniform && wide.isUniform }

  subscript(row: Int) -> Int { isWide ? Int(wide[row]) : Int(narrow[row]) }

  mutating func reserve(_ rows: Int) {
    room = max(room, rows)
    if isWide { wide.reserve(rows) } else { narrow.reserve(rows) }
  }

  mutating func put(_ code: UInt32, at row: Int, of count: Int) {
    if code > UInt8.max { widen(count) }
    if isWide { wide.put(code, at: row, of: count) } else { narrow.put(UInt8(code), at: row, of: count) }
  }

  /// Adds the numbers of another column: see ``UniformColumn``.
  ///
  /// - Parameter codes: what each of them becomes.
  mutating func append(_ other: CodeColumn, after count: Int, adding added: Int, _ codes: [UInt32]) {
    if codes.contains(where: { $0 > UInt8.max }) { widen(count) }
    switch (isWide, other.isWide) {
    // Of more words than bytes can tell one would be too large.
    case (false, _): narrow.append(other.narrow, after: count, adding: added) { UInt8(codes[Int($0)]) }
    case (true, false): wide.append(other.narrow, after: count, adding: added) { codes[Int($0)] }
    case (true, true): wide.append(other.wide, after: count, adding: added) { codes[Int($0)] }
    }
  }

  private mutating func widen(_ count: Int) {
    guard !isWide else { return }
    isWide = true
    wide.reserve(room)
    wide.append(narrow, after: 0, adding: count) { UInt32($0) }
    narrow = UniformColumn(0)
  }
}
