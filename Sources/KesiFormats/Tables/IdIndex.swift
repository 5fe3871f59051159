import KesiNetwork
import Synchronization

/// Finds the rows of a table by what other tables call them: an id, or a name that only one row has.
///
/// Two ids are the same where all their bytes are. A word that is no id or name by its bytes is looked up once more as it
/// looks (see `String.folded`), and means the only row that has what looks so.
struct IdIndex: Sendable {
  enum Match {
    case row(Int)
    /// Several rows have the name.
    case several
    case none
  }

  /// The file in which the ids are declared.
  var file: String
  private var words = NameTable()
  /// Of each word the row whose id it is; −1 for none.
  private var rowsOfIDs: [Int32] = []
  /// Of each word the row that is called so; −1 for none, −2 for several.
  private var rowsOfNames: [Int32] = []
  private let looks = Looks()

  /// Words by how they look, made when one is asked for the first time; −2 where several rows look so.
  private final class Looks: Sendable {
    let rows = Mutex<[String: Int32]?>(nil)
  }

  init(file: String) { self.file = file }

  /// The row that has the id already, or nil after adding it.
  mutating func insert(_ id: String, row: Int) -> Int? {
    let word = number(of: id)
    if rowsOfIDs[word] >= 0 { return Int(rowsOfIDs[word]) }
    rowsOfIDs[word] = Int32(row)
    return nil
  }

  mutating func insert(name: String?, row: Int) {
    guard let name else { return }
    let word = number(of: name)
    rowsOfNames[word] = rowsOfNames[word] == -1 || Int(rowsOfNames[word]) == row ? Int32(row) : -2
  }

  private mutating func number(of word: String) -> Int {
    let number = words.insert(word)
    if number == rowsOfIDs.count {
      rowsOfIDs.append(-1)
      rowsOfNames.append(-1)
    }
    return number
  }

  /// The row that some bytes mean as they are; nil where they have to be looked at more closely.
  @inline(__always) func row(of word: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let number = words.number(of: word) else { return nil }
    let row = rowsOfIDs[number] >= 0 ? rowsOfIDs[number] : rowsOfNames[number]
    return row >= 0 ? Int(row) : nil
  }

  func match(_ word: String) -> Match {
    if let number = words.number(of: word) {
      if rowsOfIDs[number] >= 0 { return .row(Int(rowsOfIDs[number])) }
      return rowsOfNames[number] >= 0 ? .row(Int(rowsOfNames[number])) : .several
    }
    let row = looks.rows.withLock { rows in
      if rows == nil { rows = rowsByLooks() }
      return rows?[word.folded]
    }
    return row.map { $0 >= 0 ? .row(Int($0)) : .several } ?? .none
  }

  private func rowsByLooks() -> [String: Int32] {
    var rows: [String: Int32] = [:]
    for word in 0..<words.count {
      let row = rowsOfIDs[word] >= 0 ? rowsOfIDs[word] : rowsOfNames[word]
      rows[words[word].folded, default: row] = rows[words[word].folded].map { $0 == row ? row : -2 } ?? row
    }
    return rows
  }

  /// The id or name that differs least from a word, by at most a third of its letters, or by one of two: what has no letter
  /// in common is no slip of it. Nil in very large tables, where the search would cost more than it helps.
  func nearest(to word: String) -> String? {
    guard words.count <= 10_000, word.count <= 40 else { return nil }
    let letters = word.unicodeScalars.count
    let limit = min(max(1, letters / 3), letters - 1)
    let known = (0..<words.count).lazy.filter { rowsOfIDs[$0] >= 0 || rowsOfNames[$0] >= 0 }.map { words[$0] }
    let scored = known.filter { $0.utf8.count <= 160 }.map { (distance: $0.editDistance(to: word), id: $0) }
    return scored.filter { $0.distance <= limit }.min { ($0.distance, $0.id) < ($1.distance, $1.id) }?.id
  }
}
