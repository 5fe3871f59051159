import KesiNetwork
import Synchronization

/// Finds the rows of a table by what other tables call them: an id, or a name that only one row has.
///
/// Two ids are the same where all their bytes are. A word that is no id or name by its bytes is looked up once more as it
/// looks (see `String.folded`), and means the only row that has what looks so; at last as the short name of one row.
struct IdIndex: Sendable {
  enum Match {
    case row(Int)
    /// Several rows have the name.
    case several
    case none
  }

  /// The file in which the ids are declared.
  var file: String
  /// Whether a row is meant by its id alone, byte by byte, as in files of programs.
  var holdsIdsOnly = false
  /// The ids: the number of each is its row.
  private var ids = NameTable()
  /// The names that are no ids.
  private var names = NameTable()
  /// Of each name the row that is called so; −2 for several.
  private var rowsOfNames: [Int32] = []
  /// The rows of short names by how these look; −2 for several.
  private var shorts: [String: Int32] = [:]
  private let looks = Looks()

  /// Words by how they look, made when one is asked for the first time; −2 where several rows look so.
  private final class Looks: Sendable {
    let rows = Mutex<[String: Int32]?>(nil)
  }

  init(file: String) { self.file = file }

  /// The row that has the id already, or nil after adding it.
  ///
  /// - Parameter row: how many rows there are before it.
  mutating func insert(_ id: String, row: Int) -> Int? {
    let number = ids.insert(id)
    return number == row ? nil : number
  }

  mutating func insert(name: String?, row: Int) {
    // What is an id means the row that has it, whatever is called so.
    guard !holdsIdsOnly, let name, ids.number(of: name) == nil else { return }
    let number = names.insert(name)
    if number == rowsOfNames.count {
      rowsOfNames.append(Int32(row))
    } else if Int(rowsOfNames[number]) != row {
      rowsOfNames[number] = -2
    }
  }

  mutating func insert(short: String?, row: Int) {
    guard !holdsIdsOnly, let short else { return }
    let (look, row) = (short.folded, Int32(row))
    shorts[look] = shorts[look].map { $0 == row ? row : -2 } ?? row
  }

  /// The row that some bytes mean as they are; nil where they have to be looked at more closely.
  @inline(__always) func row(of word: UnsafeBufferPointer<UInt8>) -> Int? {
    if let row = ids.number(of: word) { return row }
    guard let number = names.number(of: word), rowsOfNames[number] >= 0 else { return nil }
    return Int(rowsOfNames[number])
  }

  func match(_ word: String) -> Match {
    if let row = ids.number(of: word) { return .row(row) }
    if let number = names.number(of: word) {
      return rowsOfNames[number] >= 0 ? .row(Int(rowsOfNames[number])) : .several
    }
    if holdsIdsOnly { return .none }
    let row = looks.rows.withLock { rows in
      if rows == nil { rows = rowsByLooks() }
      return rows?[word.folded] ?? shorts[word.folded]
    }
    return row.map { $0 >= 0 ? .row(Int($0)) : .several } ?? .none
  }

  private func rowsByLooks() -> [String: Int32] {
    var rows: [String: Int32] = [:]
    func add(_ word: String, _ row: Int32) {
      let look = word.folded
      rows[look] = rows[look].map { $0 == row ? row : -2 } ?? row
    }
    for row in 0..<ids.count { add(ids[row], Int32(row)) }
    // A name may have become an id after it was a name.
    for number in 0..<names.count where ids.number(of: names[number]) == nil { add(names[number], rowsOfNames[number]) }
    return rows
  }

  /// The id or name that differs least from a word, by at most a third of its letters, or by one of two: what has no letter
  /// in common is no slip of it. Nil in very large tables, where the search would cost more than it helps.
  func nearest(to word: String) -> String? {
    guard ids.count + names.count <= 10_000, word.count <= 40 else { return nil }
    let letters = word.unicodeScalars.count
    let limit = min(max(1, letters / 3), letters - 1)
    let unique = (0..<names.count).filter { rowsOfNames[$0] >= 0 }
    let known = (0..<ids.count).map { ids[$0] } + unique.map { names[$0] }
    let scored = known.filter { $0.utf8.count <= 160 }.map { (distance: $0.editDistance(to: word), id: $0) }
    return scored.filter { $0.distance <= limit }.min { ($0.distance, $0.id) < ($1.distance, $1.id) }?.id
  }

  /// What may stand between names in place of a semicolon. Names have such signs, too, so that they part a text only where
  /// all that they part is known.
  private static let looseSeparators: [Set<Unicode.Scalar>] = [
    [",", "，"], ["+", "＋"], ["/", "／"], ["&", "＆"], ["和", "与", "與", "及"], ["-", "－", "–", "—"],
    [" ", "\u{A0}", "\u{3000}"],
  ]

  /// The names in a word that is none itself, where it has several and nothing else; nil elsewhere.
  func severalNames(in word: String) -> [String]? {
    func names(_ pieces: [String]) -> [String]? {
      let isKnown = pieces.allSatisfy { if case .none = match($0) { false } else { true } }
      return pieces.count > 1 && isKnown ? pieces : nil
    }
    if let items = names(word.listItems) { return items }
    // All of them at once: “A, B & C”.
    let all = Self.looseSeparators.reduce(into: Set()) { $0.formUnion($1) }
    for marks in Self.looseSeparators + [all] {
      let pieces = word.unicodeScalars.split { marks.contains($0) }
        .map { String(String.UnicodeScalarView($0.trimmed)) }.filter { !$0.isEmpty }
      if let found = names(pieces) { return found }
    }
    return nil
  }
}
