import KesiMatrix
import KesiNetwork

/// What an array of a snapshot holds.
struct SnapshotTag: Hashable {
  let rawValue: UInt32

  static let text = SnapshotTag(rawValue: 1)
  static let textEnds = SnapshotTag(rawValue: 2)
  static let profile = SnapshotTag(rawValue: 3)
  static let listSources = SnapshotTag(rawValue: 4)
  static let listTargets = SnapshotTag(rawValue: 5)
  static let listWeights = SnapshotTag(rawValue: 6)
  static let matrixOffsets = SnapshotTag(rawValue: 7)
  static let matrixColumns = SnapshotTag(rawValue: 8)
  static let matrixWeights = SnapshotTag(rawValue: 9)
  static let carriedNames = SnapshotTag(rawValue: 10)
  static let settled = SnapshotTag(rawValue: 11)

  /// The words and the numbers of a table, column by column.
  static func words(_ table: Int, _ column: Int) -> SnapshotTag {
    SnapshotTag(rawValue: UInt32(table + 1) << 16 | UInt32(column))
  }
  static func numbers(_ table: Int, _ column: Int) -> SnapshotTag {
    SnapshotTag(rawValue: UInt32(table + 1) << 16 | 0x8000 | UInt32(column))
  }
}

/// Every text of a network, each once, by its number; number 0 stands for none.
final class TextPool {
  private(set) var texts: [String?] = [nil]
  private var numbers: [ExactText: UInt32] = [:]
  /// Whether a number was asked for that no text has.
  private(set) var isBroken = false

  init() {}

  init?(_ reader: SnapshotReader) throws {
    let bytes = try reader.lend(.text, as: UInt8.self)
    var start = 0
    for end in try reader.lend(.textEnds, as: UInt64.self) {
      guard end >= UInt64(start), end <= UInt64(bytes.count) else { return nil }
      texts.append(String(decoding: bytes[start..<Int(end)], as: UTF8.self))
      start = Int(end)
    }
  }

  func number(of text: String?) -> UInt32 {
    guard let text else { return 0 }
    if let known = numbers[ExactText(text)] { return known }
    let number = UInt32(texts.count)
    numbers[ExactText(text)] = number
    texts.append(text)
    return number
  }

  func text(_ number: UInt32) -> String? {
    guard Int(number) < texts.count else {
      isBroken = true
      return nil
    }
    return texts[Int(number)]
  }

  func add(to writer: inout SnapshotWriter) {
    var bytes: [UInt8] = []
    var ends: [UInt64] = []
    for text in texts.dropFirst() {
      bytes.append(contentsOf: text!.utf8)
      ends.append(UInt64(bytes.count))
    }
    writer.add(.text, bytes)
    writer.add(.textEnds, ends)
  }
}

/// The columns of a table on their way into a snapshot or out of it. A row lists its fields once, for both ways; in which
/// order it does is part of the format's version.
final class TableColumns {
  private let pool: TextPool
  private let isReading: Bool
  private var words: [[UInt32]] = []
  private var numbers: [[Double]] = []
  private var row = 0
  private var nextWords = 0
  private var nextNumbers = 0
  private(set) var isBroken = false

  /// Columns to be written.
  init(_ pool: TextPool) {
    self.pool = pool
    isReading = false
  }

  /// Columns that were written.
  init(_ pool: TextPool, _ reader: SnapshotReader, table: Int) throws {
    self.pool = pool
    isReading = true
    while reader.has(.words(table, words.count)) {
      words.append(try reader.array(.words(table, words.count), as: UInt32.self))
    }
    while reader.has(.numbers(table, numbers.count)) {
      numbers.append(try reader.array(.numbers(table, numbers.count), as: Double.self))
    }
  }

  /// The number of rows; nil where columns differ in length.
  var rowCount: Int? {
    let counts = Set(words.map(\.count) + numbers.map(\.count))
    return counts.count > 1 ? nil : counts.first ?? 0
  }

  func add(to writer: inout SnapshotWriter, table: Int) {
    for (column, values) in words.enumerated() { writer.add(.words(table, column), values) }
    for (column, values) in numbers.enumerated() { writer.add(.numbers(table, column), values) }
  }

  func begin(row: Int) {
    self.row = row
    nextWords = 0
    nextNumbers = 0
  }

  func text(_ value: inout String?) {
    if isReading { value = pool.text(word()) } else { append(word: pool.number(of: value)) }
  }
  func text(_ value: inout String) {
    var optional: String? = value
    text(&optional)
    if let optional { value = optional } else { isBroken = true }
  }
  func list(_ values: inout [String]) {
    // Each item after its length in bytes, since no sign is sure not to be in an item.
    var joined: String? = values.isEmpty ? nil : values.map { "\($0.utf8.count):\($0)" }.joined()
    text(&joined)
    guard isReading else { return }
    let items = joined.map { Self.items(of: Array($0.utf8)) } ?? []
    values = items ?? []
    if items == nil { isBroken = true }
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
  func term<Value: Term>(_ value: inout Value?) {
    var word = value?.rawValue
    text(&word)
    value = word.flatMap { Value(rawValue: $0) }
    if word != nil, value == nil { isBroken = true }
  }
  func flag(_ value: inout Bool) {
    var optional: Bool? = value
    flag(&optional)
    value = optional ?? false
  }
  func flag(_ value: inout Bool?) {
    guard isReading else { return append(word: value.map { $0 ? 1 : 0 } ?? 2) }
    let number = word()
    value = number == 2 ? nil : number == 1
    if number > 2 { isBroken = true }
  }
  /// A row of another table, which has `count` rows.
  func index(_ value: inout Int, below count: Int) {
    var optional: Int? = value
    index(&optional, below: count)
    if let optional { value = optional } else { isBroken = true }
  }
  func index(_ value: inout Int?, below count: Int) {
    guard isReading else { return append(word: value.map { UInt32($0) } ?? .max) }
    let number = word()
    value = number == .max ? nil : Int(number)
    if let value, value >= count { isBroken = true }
  }
  func period(_ value: inout Period) {
    func date(_ date: inout PartialDate?) {
      guard isReading else { return append(word: date.map { UInt32($0.packed) } ?? 0) }
      let number = word()
      date = number == 0 ? nil : PartialDate(packed: number)
      if number != 0, date == nil { isBroken = true }
    }
    date(&value.from)
    date(&value.to)
  }
  func number(_ value: inout Double?) {
    guard isReading else { return append(number: value ?? .nan) }
    let number = double()
    value = number.isNaN ? nil : number
    if let number = value, !number.isWorkable { (value, isBroken) = (nil, true) }
  }
  /// A number that is finite and not negative.
  func weight(_ value: inout Double) {
    guard isReading else { return append(number: value) }
    value = double()
    if !(value >= 0 && value.isWorkable) { (value, isBroken) = (1, true) }
  }

  private func append(word: UInt32) {
    if words.count == nextWords { words.append([]) }
    words[nextWords].append(word)
    nextWords += 1
  }
  private func append(number: Double) {
    if numbers.count == nextNumbers { numbers.append([]) }
    numbers[nextNumbers].append(number)
    nextNumbers += 1
  }
  private func word() -> UInt32 {
    guard nextWords < words.count else {
      isBroken = true
      return 0
    }
    nextWords += 1
    return words[nextWords - 1][row]
  }
  private func double() -> Double {
    guard nextNumbers < numbers.count else {
      isBroken = true
      return 0
    }
    nextNumbers += 1
    return numbers[nextNumbers - 1][row]
  }
}
