/// The values of a column, in step with the rows of a table. As long as all rows have the same it takes no room: most
/// columns of most tables are empty.
struct UniformColumn<Value: Equatable & Sendable>: Sendable {
  private let common: Value
  /// Empty where every row has what is common.
  private var values: [Value] = []
  /// For how many rows there is to be room: growing by and by takes up to three times that, if only for a while.
  private var room = 0

  init(_ common: Value) { self.common = common }

  /// Whether every row has what is common.
  var isUniform: Bool { values.isEmpty }

  subscript(row: Int) -> Value { values.isEmpty ? common : values[row] }

  /// Makes room for as many rows as are known to come, as far as the column takes any.
  mutating func reserve(_ rows: Int) {
    room = rows
    if !values.isEmpty { values.reserveCapacity(rows) }
  }

  private mutating func begin(_ count: Int) {
    values.reserveCapacity(max(room, count))
    values.append(contentsOf: repeatElement(common, count: count))
  }

  /// Sets the value of a row, or adds that of the next one.
  ///
  /// - Parameter count: how many rows there are before it.
  mutating func put(_ value: Value, at row: Int, of count: Int) {
    if values.isEmpty {
      guard value != common else { return }
      begin(count)
    }
    if row == values.count { values.append(value) } else { values[row] = value }
  }

  /// Adds the values of another column.
  ///
  /// - Parameters:
  ///   - count: how many rows there are before.
  ///   - added: how many rows the other has.
  ///   - change: what each value becomes.
  mutating func append(
    _ other: UniformColumn, after count: Int, adding added: Int, _ change: (Value) -> Value = { $0 }
  ) {
    if values.isEmpty {
      guard !other.isUniform || change(other.common) != common, added > 0 else { return }
      begin(count)
    }
    if other.isUniform {
      values.append(contentsOf: repeatElement(change(other.common), count: added))
    } else {
      for value in other.values { values.append(change(value)) }
    }
  }
}

/// A column of words, each of which is held once. Two words are the same where all their bytes are.
struct WordColumn: Sendable {
  /// The word of code 0 is the common one.
  private(set) var words: [ExactText]
  private var codes = UniformColumn<UInt32>(0)
  private var known: [ExactText: UInt32]
  private var last: UInt32?

  init(_ common: String) {
    words = [ExactText(common)]
    known = [words[0]: 0]
  }

  /// The number of a word: rows of one word have the same.
  func code(_ row: Int) -> Int { Int(codes[row]) }

  subscript(row: Int) -> String { words[Int(codes[row])].text }

  var isUniform: Bool { codes.isUniform }

  mutating func reserve(_ rows: Int) { codes.reserve(rows) }

  mutating func put(_ word: String, at row: Int, of count: Int) { codes.put(code(of: word), at: row, of: count) }

  /// Adds the words of another column: see ``UniformColumn``.
  mutating func append(_ other: WordColumn, after count: Int, adding added: Int) {
    let codes = other.words.map { code(of: $0.text) }
    self.codes.append(other.codes, after: count, adding: added) { codes[Int($0)] }
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
