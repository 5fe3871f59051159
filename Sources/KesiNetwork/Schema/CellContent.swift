/// What the cells of a column hold, each with the way into the model and out of it.
package enum CellContent<Row>: Sendable {
  case text(Access<Row, String?>)
  /// A kind of actor: its id, its label or a Chinese word for it.
  case kind(Access<Row, String?>)
  /// A zone: the word for it, or its label where it is declared.
  case zone(Access<Row, String?>)
  /// A kind of tie, which says whether a tie has a direction where its row does not.
  case tieKind(Access<Row, String?>, direction: Access<Row, Bool?>)
  case list(Access<Row, [String]>)
  /// Several kinds of actors.
  case kinds(Access<Row, [String]>)
  case number(Access<Row, Double?>, in: ClosedRange<Double> = 0...Double.greatestFiniteMagnitude)
  case flag(Access<Row, Bool?>)
  /// Yes, no, or open: see ``Tie/isDirected``. Empty is as the kind of the tie has it.
  case direction(Access<Row, Bool?>)
  case start(Access<Row, Period>)
  case end(Access<Row, Period>)
  case term(ClosedWords, Access<Row, String?>)
  /// The id of a row of another table, or a name that only one has.
  case reference(Table, Access<Row, Int?>)
  /// Several of them, in their order.
  case references(Table, Access<Row, [Int]>)

  var kind: CellKind {
    switch self {
    case .text: .text
    case .kind: .kind
    case .zone: .zone
    case .tieKind: .tieKind
    case .list: .list
    case .kinds: .kinds
    case .number(_, let range): .number(range)
    case .flag: .flag
    case .direction: .direction
    case .start, .end: .date
    case .term(let words, _): .term(words)
    case .reference(let table, _): .reference(table)
    case .references(let table, _): .references(table)
    }
  }
}

/// The same, for whoever has no rows.
package enum CellKind: Sendable {
  case text, kind, zone, tieKind, list, kinds, flag, direction, date
  case number(ClosedRange<Double>)
  case term(ClosedWords)
  case reference(Table)
  case references(Table)
}

/// The way to a value in a row of the model. Closures rather than key paths: cells of ten million rows go through them.
package struct Access<Row, Value>: Sendable {
  /// Whether the model takes it that nothing is stated.
  package let isOptional: Bool
  package let get: @Sendable (Row) -> Value
  package let set: @Sendable (inout Row, Value) -> Void

  package init(
    isOptional: Bool = true, _ get: @escaping @Sendable (Row) -> Value,
    _ set: @escaping @Sendable (inout Row, Value) -> Void
  ) {
    self.isOptional = isOptional
    self.get = get
    self.set = set
  }

  package init(_ path: WritableKeyPath<Row, Value> & Sendable) {
    self.init({ $0[keyPath: path] }, { $0[keyPath: path] = $1 })
  }

  /// A value that the model always has; what is not stated leaves it as it is.
  package init<Stated>(_ path: WritableKeyPath<Row, Stated> & Sendable) where Value == Stated? {
    self.init(isOptional: false, { $0[keyPath: path] }, { if let value = $1 { $0[keyPath: path] = value } })
  }
}

/// A closed list of words that cells may hold.
package struct ClosedWords: Sendable {
  /// Each with its code in English and its usual Chinese form, in the order in which they are told.
  package let labels: [Phrase]
  /// Every form of each, in the order of the labels.
  package let forms: [[String]]
  package let vocabulary: Vocabulary

  /// The code of a word in either language; nil for any other.
  package func code(_ word: String) -> String? { vocabulary[word] }
}

extension CellContent {
  package static func term<Word: Term>(_ path: WritableKeyPath<Row, Word?> & Sendable) -> CellContent {
    .term(
      ClosedWords(
        labels: Word.allCases.map(\.label), forms: Word.allCases.map { [$0.rawValue] + $0.others + $0.chinese },
        vocabulary: Word.vocabulary),
      Access({ $0[keyPath: path]?.rawValue }, { $0[keyPath: path] = $1.flatMap { Word(rawValue: $0) } }))
  }

  package static func text(_ path: WritableKeyPath<Row, String?> & Sendable) -> CellContent { .text(Access(path)) }
  package static func text(_ path: WritableKeyPath<Row, String> & Sendable) -> CellContent { .text(Access(path)) }
  package static func number(_ path: WritableKeyPath<Row, Double?> & Sendable) -> CellContent { .number(Access(path)) }
  package static func list(_ path: WritableKeyPath<Row, [String]> & Sendable) -> CellContent { .list(Access(path)) }
  package static func kinds(_ path: WritableKeyPath<Row, [String]> & Sendable) -> CellContent { .kinds(Access(path)) }
  package static func references(_ table: Table, _ path: WritableKeyPath<Row, [Int]> & Sendable) -> CellContent {
    .references(table, Access(path))
  }
  package static func start(_ path: WritableKeyPath<Row, Period> & Sendable) -> CellContent { .start(Access(path)) }
  package static func end(_ path: WritableKeyPath<Row, Period> & Sendable) -> CellContent { .end(Access(path)) }
  package static func reference(_ table: Table, _ path: WritableKeyPath<Row, Int> & Sendable) -> CellContent {
    .reference(table, Access(path))
  }
  package static func reference(_ table: Table, _ path: WritableKeyPath<Row, Int?> & Sendable) -> CellContent {
    .reference(table, Access(path))
  }
}
