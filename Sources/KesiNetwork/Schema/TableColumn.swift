/// A column of a table: what it is called, what its cells hold and where that stands in the model. Whatever reads, writes,
/// checks or explains tables goes by this.
package struct TableColumn<Row: TableRow>: Sendable {
  package let head: ColumnHead
  package let content: CellContent<Row>

  /// - Parameters:
  ///   - id: the English header.
  ///   - names: Chinese and other headers that mean the same column; the first in Chinese is its Chinese name.
  ///   - spareNames: what it may be called where nothing else means it, the likeliest first.
  ///   - meaning: what it means, here or wherever a column of this meaning stands.
  ///   - here: what it means in this table, where that is not all of the meaning.
  package init(
    _ id: String, _ names: [String], or spareNames: [String] = [], need: ColumnHead.Need = .optional,
    _ content: CellContent<Row>, _ meaning: InputMeaning, here: Phrase? = nil
  ) {
    head = ColumnHead(
      table: Row.table, id: id, names: names, spareNames: spareNames, need: need, kind: content.kind, meaning: meaning,
      definition: here ?? meaning.definition)
    self.content = content
  }

  /// A column that bears a word of the vocabulary, which the glossary explains for itself.
  package init(
    _ id: String, _ names: [String], or spareNames: [String] = [], need: ColumnHead.Need = .optional,
    _ content: CellContent<Row>, here: Phrase
  ) {
    head = ColumnHead(
      table: Row.table, id: id, names: names, spareNames: spareNames, need: need, kind: content.kind, meaning: nil,
      definition: here)
    self.content = content
  }
}

/// What there is to say of a column without its rows.
package struct ColumnHead: Sendable {
  package enum Need: Sendable {
    case optional
    /// The column has to be there, though its cells may be empty.
    case column
    /// Every row needs a value in it: without one it is no row.
    case value
  }

  package let table: Table
  /// The English header.
  package let id: String
  package let names: [String]
  /// What it may be called where nothing else means it, the likeliest first.
  package let spareNames: [String]
  package let need: Need
  package let kind: CellKind
  /// Nil for a word of the vocabulary.
  package let meaning: InputMeaning?
  /// What it means in its table.
  package let definition: Phrase

  package func isSame(as other: ColumnHead) -> Bool { table == other.table && id == other.id }

  /// Whether a table must have it.
  package var isRequired: Bool { need != .optional }

  /// What it is called in Chinese.
  package var chinese: String? { names.first { !$0.utf8.allSatisfy { $0 < 0x80 } } }

  /// What it is called in a language, as tables are written.
  package func title(in language: Language) -> String { language == .zh ? chinese ?? id : id }

  /// Whether a header by itself is one of its names: see ``Swift/Collection/meanings(of:)``.
  package func isCalled(_ header: String) -> Bool {
    let word = header.plainWord
    return id.plainWord == word || names.contains { $0.plainWord == word }
  }

  /// A cell of the column in a table of some name; nil for the whole column.
  package func place(in file: String, row: Int?) -> Place { .cell(file: file, row: row, column: id, columnZh: chinese) }
}

/// What a column means and how it is filled in; columns of one meaning share an entry of the glossary.
package struct InputMeaning: Sendable {
  /// By which the glossary has it.
  package let id: String
  package let name: Phrase
  /// Other words for it.
  package let aliases: [String]
  package let definition: Phrase
  package let advice: Phrase
  /// Whether a word for none, such as 无, is the number 0: elsewhere it says that nothing is stated.
  package let isZeroForNone: Bool

  package init(
    _ id: String, _ name: Phrase, or aliases: [String] = [], _ definition: Phrase, _ advice: Phrase,
    isZeroForNone: Bool = false
  ) {
    self.isZeroForNone = isZeroForNone
    self.id = id
    self.name = name
    self.aliases = aliases
    self.definition = definition
    self.advice = advice
  }
}
