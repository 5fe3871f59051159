import KesiNetwork

// What the glossary adds to the columns of results: what they mean, and by which words they are found.

extension ResultTable.Head {
  /// What it means, in a sentence or two; nil where nothing says so.
  public var meaning: Phrase? {
    told ?? meanings.first?.meaning.definition ?? Glossary.entry(for: id)?.definition
  }
}

extension ResultTable {
  /// The column of a name, of a title in either language, or of another name that the glossary knows.
  public func column(called word: String) -> Int? {
    let entry = Glossary.entry(for: word)?.id
    return columns.firstIndex { $0.id == word }
      ?? columns.firstIndex { $0.title.en.lowercased() == word.lowercased() || $0.title.zh == word }
      ?? columns.firstIndex { $0.id == entry }
  }

  /// Sorted by a column as it is called; nil where there is none of that name.
  public func sorted(by name: String) -> ResultTable? { column(called: name).map { sorted(by: $0) } }
}
