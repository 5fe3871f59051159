import KesiMatrix
import KesiNetwork

/// A table in a snapshot: an array for each column as it is declared, numbers apart from all else, which takes a word of 32
/// bits a row: the number of a text, a date, the index of a row.
final class SnapshotTable<Row: TableRow> {
  private let columns = Row.columns
  private let pool: TextPool
  private var words: [LentArray<UInt32>] = []
  private var numbers: [LentArray<Double>] = []
  private var row = 0
  private var nextWords = 0
  private var nextNumbers = 0
  private(set) var isBroken = false

  /// A table to be written.
  init(_ pool: TextPool) { self.pool = pool }

  /// A table that was written.
  init(_ pool: TextPool, _ reader: SnapshotReader, number: Int) throws {
    self.pool = pool
    while reader.has(.words(number, words.count)) {
      words.append(try reader.lent(.words(number, words.count), as: UInt32.self))
    }
    while reader.has(.numbers(number, numbers.count)) {
      numbers.append(try reader.lent(.numbers(number, numbers.count), as: Double.self))
    }
  }

  /// The number of rows; nil where columns differ in length.
  var rowCount: Int? {
    let counts = Set(words.map(\.count) + numbers.map(\.count))
    return counts.count > 1 ? nil : counts.first ?? 0
  }

  /// Whether there are columns beyond those that this version declares. Known once a row was read.
  private(set) var hasMore = false

  func add(to writer: inout SnapshotWriter, number: Int) {
    for (column, values) in words.enumerated() { writer.add(.words(number, column), values) }
    for (column, values) in numbers.enumerated() { writer.add(.numbers(number, column), values) }
  }

  // MARK: Writing

  func append(_ row: Row) {
    begin(row: 0)
    for column in columns {
      switch column.content {
      case .text(let access), .kind(let access), .zone(let access), .tieKind(let access, _), .term(_, let access):
        append(word: pool.number(of: access.get(row)))
      case .list(let access), .kinds(let access):
        // Each item after its length in bytes, since no sign is sure not to be in an item.
        let items = access.get(row)
        append(word: pool.number(of: items.isEmpty ? nil : items.map { "\($0.utf8.count):\($0)" }.joined()))
      case .number(let access, _): append(number: access.get(row) ?? .nan)
      case .flag(let access), .direction(let access): append(word: access.get(row).map { $0 ? 1 : 0 } ?? 2)
      case .start(let access): append(word: access.get(row).from.map { UInt32($0.packed) } ?? 0)
      case .end(let access): append(word: access.get(row).to.map { UInt32($0.packed) } ?? 0)
      case .reference(_, let access): append(word: access.get(row).map { UInt32($0) } ?? .max)
      case .references(_, let access):
        append(word: pool.number(of: access.get(row).map(String.init).joined(separator: ";")))
      }
    }
  }

  private func append(word: UInt32) {
    if words.count == nextWords { words.append(LentArray()) }
    words[nextWords].append(word)
    nextWords += 1
  }

  private func append(number: Double) {
    if numbers.count == nextNumbers { numbers.append(LentArray()) }
    numbers[nextNumbers].append(number)
    nextNumbers += 1
  }

  // MARK: Reading

  /// What rows of a table have alike: most columns of most tables are empty, and need not be read row by row.
  private struct Common {
    var row = Row.blank
    /// The columns in which rows differ, and how many words and numbers stand before theirs.
    var differing: [(column: TableColumn<Row>, words: Int, numbers: Int)] = []
  }

  private var common: Common?

  /// - Parameter network: what was read of it; rows refer to tables before theirs only.
  func read(_ number: Int, in network: Network) -> Row {
    let common = common ?? readCommon(in: network)
    self.common = common
    var row = common.row
    self.row = number
    for (column, words, numbers) in common.differing {
      (nextWords, nextNumbers) = (words, numbers)
      read(column, into: &row, in: network)
    }
    return row
  }

  private func readCommon(in network: Network) -> Common {
    var common = Common()
    begin(row: 0)
    for column in columns {
      let (word, number) = (nextWords, nextNumbers)
      var first = common.row
      read(column, into: &first, in: network)
      let isCommon =
        words[word..<nextWords].allSatisfy(Self.isUniform)
        && numbers[number..<nextNumbers].allSatisfy { Self.isUniform($0.lazy.map(\.bitPattern)) }
      if isCommon { common.row = first } else { common.differing.append((column, word, number)) }
    }
    hasMore = nextWords < words.count || nextNumbers < numbers.count
    return common
  }

  private static func isUniform<Values: Collection>(_ values: Values) -> Bool where Values.Element: Equatable {
    guard let first = values.first else { return true }
    return values.allSatisfy { $0 == first }
  }

  private func read(_ column: TableColumn<Row>, into row: inout Row, in network: Network) {
    switch column.content {
    case .text(let access), .kind(let access), .zone(let access), .tieKind(let access, _):
      put(word().flatMap { pool.text($0) }, into: &row, access)
    case .list(let access), .kinds(let access): access.set(&row, list())
    case .number(let access, let range):
      let number = self.number()
      // What no table may hold, no snapshot may: below 0 a matrix would trap.
      if let number, !range.contains(number) {
        isBroken = true
      } else {
        put(number, into: &row, access)
      }
    case .flag(let access), .direction(let access): put(flag(), into: &row, access)
    case .start(let access): access.set(&row, Period(from: date(), to: access.get(row).to))
    case .end(let access): access.set(&row, Period(from: access.get(row).from, to: date()))
    case .term(let words, let access):
      let code = word().flatMap { pool.text($0) }
      if let code, !words.labels.contains(where: { $0.en == code }) { isBroken = true }
      put(code, into: &row, access)
    case .reference(let table, let access):
      put(index(below: network.rowCount(of: table)), into: &row, access)
    case .references(let table, let access):
      access.set(&row, indices(below: network.rowCount(of: table)))
    }
  }

  private func put<Value>(_ value: Value?, into row: inout Row, _ access: Access<Row, Value?>) {
    if value == nil, !access.isOptional { isBroken = true }
    access.set(&row, value)
  }

  private func list() -> [String] {
    guard let joined = word().flatMap({ pool.text($0) }) else { return [] }
    guard let items = Self.items(of: Array(joined.utf8)) else {
      isBroken = true
      return []
    }
    return items
  }

  private static func items(of bytes: [UInt8]) -> [String]? {
    var items: [String] = []
    var rest = bytes[...]
    while let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
      guard let length = Int(String(decoding: rest[..<colon], as: UTF8.self)), length >= 0,
        length < rest.endIndex - colon
      else { return nil }
      items.append(String(decoding: rest[(colon + 1)..<(colon + 1 + length)], as: UTF8.self))
      rest = rest[(colon + 1 + length)...]
    }
    return rest.isEmpty ? items : nil
  }

  private func flag() -> Bool? {
    guard let word = word() else { return nil }
    if word > 2 { isBroken = true }
    return word == 2 ? nil : word == 1
  }

  private func date() -> PartialDate? {
    guard let word = word(), word != 0 else { return nil }
    let date = PartialDate(packed: word)
    if date == nil { isBroken = true }
    return date
  }

  private func number() -> Double? {
    guard nextNumbers < numbers.count else { return nil }
    nextNumbers += 1
    let number = numbers[nextNumbers - 1][row]
    guard !number.isNaN else { return nil }
    guard number.isWorkable else {
      isBroken = true
      return nil
    }
    return number
  }

  private func index(below count: Int) -> Int? {
    guard let word = word(), word != .max else { return nil }
    if word >= count { isBroken = true }
    return Int(word)
  }

  private func indices(below count: Int) -> [Int] {
    let words = word().flatMap { pool.text($0) }?.utf8.split(separator: UInt8(ascii: ";")) ?? []
    let rows = words.compactMap { Int(Substring($0)) }.filter { (0..<count).contains($0) }
    if rows.count < words.count { isBroken = true }
    return rows
  }

  /// Nil where the column is younger than the file.
  private func word() -> UInt32? {
    guard nextWords < words.count else { return nil }
    nextWords += 1
    return words[nextWords - 1][row]
  }

  private func begin(row: Int) {
    self.row = row
    nextWords = 0
    nextNumbers = 0
  }
}
