import KesiNetwork

/// What a column of results means: an entry of the glossary that is written where the column is. Several columns, also of
/// several tables, may share one; where the entry says that it stands follows from that.
struct ColumnMeaning: Sendable {
  /// As the glossary has it; nil where it is called as its column.
  let id: String?
  let name: Phrase?
  let aliases: [String]
  let definition: Phrase
  let advice: Phrase
  let values: [Phrase]
  let source: String?
  /// Whether gaps give it, too, among the numbers that they follow from.
  let isEvidence: Bool

  /// A meaning with an entry that is called otherwise than its columns.
  init(
    _ id: String?, _ name: Phrase?, or aliases: [String] = [], _ definition: Phrase, advice: Phrase,
    values: [Phrase] = [], source: String? = nil, isEvidence: Bool = false
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.definition = definition
    self.advice = advice
    self.values = values
    self.source = source
    self.isEvidence = isEvidence
  }

  /// A meaning whose entry is called as its column is.
  init(
    or aliases: [String] = [], _ definition: Phrase, advice: Phrase, source: String? = nil, isEvidence: Bool = false
  ) {
    self.init(nil, nil, or: aliases, definition, advice: advice, source: source, isEvidence: isEvidence)
  }
}

/// A meaning as a column bears it: with the id and the name of the column where it has none of its own.
struct BorneMeaning: Sendable {
  let id: String
  let name: Phrase
  let meaning: ColumnMeaning

  init(_ meaning: ColumnMeaning, by id: String, _ title: Phrase) {
    self.id = meaning.id ?? id
    name = meaning.name ?? title
    self.meaning = meaning
  }
}
