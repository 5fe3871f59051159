import KesiNetwork

/// What the cells of a column are: what formats that have types need, and what a schema promises.
public indirect enum ColumnType: Sendable, Equatable {
  /// Sentences, names: any text.
  case text
  /// What names a row, an actor, a chain among all; people may see a name in its stead.
  case id
  /// A word with a name for people, out of a list that the network makes: the name of an actor, a kind of ties.
  case word
  /// One of these words.
  case code([Code])
  /// A count, a number of a group, 0 or 1 for no or yes.
  case whole
  case real
  /// A share, an index, a severity: with three decimals for people.
  case fraction
  /// Numbers of several sorts, by row: counts, fractions, weights.
  case number
  /// Ids.
  case list
  /// Codes, which Chinese words join into one text.
  case words
  /// Numbers and texts by name.
  case pairs
  /// One of these, or nothing.
  case optional(ColumnType)

  /// A word of a closed list with what it is called.
  public struct Code: Sendable, Equatable {
    public let id: String
    public let label: Phrase

    public init(_ id: String, _ label: Phrase) {
      self.id = id
      self.label = label
    }
  }

  /// One of the words of a list, or of these others.
  static func code<Word: Term>(_: Word.Type, or others: Code...) -> ColumnType {
    .code(Word.allCases.map(Code.init) + others)
  }

  /// Whether a cell is of this type.
  func admits(_ cell: ResultTable.Cell) -> Bool {
    switch (self, cell) {
    case (.optional(let type), _): cell == .missing || type.admits(cell)
    case (_, .shown(let value, as: _)): admits(value)
    case (.text, .text), (.id, .text), (.whole, .whole), (.real, .real), (.fraction, .fraction), (.list, .list),
      (.pairs, .pairs), (.text, .word(.text, as: _)), (.word, .word(.text, as: _)), (.words, .word(.list, as: _)):
      true
    case (.number, .whole), (.number, .real), (.number, .fraction): true
    case (.code(let codes), .word(.text(let id), as: let word)):
      codes.contains { $0.id.isExactly(id) && [$0.label.en, $0.label.zh].containsExactly(word) }
    default: false
    }
  }
}

extension ColumnType.Code {
  /// A word of a list.
  init(_ word: some Term) { self.init(word.rawValue, word.label) }

  /// As a cell of a column that holds such words.
  func cell(_ language: Language) -> ResultTable.Cell { .word(.text(id), as: label(language)) }
}

extension Term {
  /// As a cell of a column that holds such words.
  func cell(_ language: Language) -> ResultTable.Cell { .word(.text(rawValue), as: label(language)) }
}
