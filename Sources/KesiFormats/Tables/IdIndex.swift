import KesiNetwork

/// Finds the rows of a table by what other tables call them: an id, or a name that only one row has.
///
/// Two ids are the same where all their bytes are. A word that is no id or name by its bytes is looked up once more as
/// letters, however they are composed, and means the only one that looks so.
struct IdIndex {
  /// The file in which the ids are declared.
  let file: String
  private var ids: [ExactText: Int] = [:]
  /// −1 where several rows have the name.
  private var names: [ExactText: Int] = [:]
  /// Ids and names beyond ASCII, as letters; −1 where several rows look so.
  private var letters: [String: Int] = [:]

  init(file: String) { self.file = file }

  /// The row that has the id already, or nil after adding it.
  mutating func insert(_ id: String, row: Int) -> Int? {
    if let taken = ids[ExactText(id)] { return taken }
    ids[ExactText(id)] = row
    insert(letters: id, row: row)
    return nil
  }

  mutating func insert(name: String?, row: Int) {
    guard let name else { return }
    let key = ExactText(name)
    names[key] = names[key].map { $0 == row ? row : -1 } ?? row
    insert(letters: name, row: row)
  }

  private mutating func insert(letters word: String, row: Int) {
    guard !word.utf8.allSatisfy({ $0 < 0x80 }) else { return }
    letters[word] = letters[word].map { $0 == row ? row : -1 } ?? row
  }

  subscript(word: String) -> Int? {
    if let row = ids[ExactText(word)] { return row }
    let row = names[ExactText(word)] ?? letters[word]
    return row.flatMap { $0 < 0 ? nil : $0 }
  }

  /// The row that a word in a cell means; one that means nothing becomes a problem with the nearest id that there is.
  func resolve(_ word: String, _ column: ColumnHead, _ cells: Cells) -> Int? {
    if let index = self[word] { return index }
    let near = nearest(to: word)
    let hint = near.map { (" Did you mean “\($0)”?", "是否应为“\($0)”？") } ?? ("", "")
    cells.report(
      .error, column,
      Phrase(
        "“\(word.shortened)” is not in \(file).\(hint.0) Add it there, or correct this cell.",
        zh: "\(file) 中没有“\(word.shortened)”。\(hint.1)请在该表中补上，或改正此单元格。"))
    return nil
  }

  /// The id or name that differs least from a word, by at most a third of its letters, or by one of two: what has no letter
  /// in common is no slip of it. Nil in very large tables, where the search would cost more than it helps.
  private func nearest(to word: String) -> String? {
    guard ids.count <= 5_000, word.count <= 40 else { return nil }
    let letters = word.unicodeScalars.count
    let limit = min(max(1, letters / 3), letters - 1)
    let known = ids.keys.map(\.text) + names.filter { $0.value >= 0 && $0.key.text.count <= 40 }.keys.map(\.text)
    let scored = known.map { (distance: $0.editDistance(to: word), id: $0) }
    return scored.filter { $0.distance <= limit }.min { ($0.distance, $0.id) < ($1.distance, $1.id) }?.id
  }
}
