extension Network {
  /// A column that is carried along unread: each text once where few are different, else one behind the other.
  public struct CarriedColumn: Sendable, Equatable {
    public let name: String
    /// The cells as long as few of them are different; nil once more are.
    private var words: RepeatedWords? = RepeatedWords()
    /// The cells once more are different.
    private var texts = TextRun()

    public init(name: String, values: some Sequence<String> = []) {
      self.name = name
      for value in values { append(value) }
    }

    public var count: Int { words?.count ?? texts.count }

    public subscript(row: Int) -> String { words?[row] ?? texts[row] }

    /// Every cell as a text.
    public var values: [String] { (0..<count).map { self[$0] } }

    public mutating func append(_ value: String) {
      if words?.append(value) == true { return }
      spellOut()
      texts.append(value)
    }

    /// Adds the cells of another one, but for those of some rows, which are in rising order.
    package mutating func append(_ other: CarriedColumn, without rows: [Int]) {
      guard rows.isEmpty else {
        let left = Set(rows)
        for row in 0..<other.count where !left.contains(row) { append(other[row]) }
        return
      }
      if let repeated = other.words {
        if words?.append(repeated) == true { return }
        spellOut()
        for row in 0..<repeated.count { texts.append(repeated[row]) }
      } else {
        spellOut()
        texts.append(other.texts)
      }
    }

    private mutating func spellOut() {
      guard let repeated = words else { return }
      words = nil
      for row in 0..<repeated.count { texts.append(repeated[row]) }
    }

    /// The same column of some rows, in their order and in step with them: empty for rows that it does not reach.
    public func kept(_ rows: some Sequence<Int>) -> CarriedColumn {
      CarriedColumn(name: name, values: rows.lazy.map { $0 < count ? self[$0] : "" })
    }

    /// Whether both have the same name and cells, however these are held.
    public static func == (a: CarriedColumn, b: CarriedColumn) -> Bool {
      a.name == b.name && a.count == b.count && (0..<a.count).allSatisfy { a[$0].isExactly(b[$0]) }
    }
  }
}
