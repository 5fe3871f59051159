import KesiNetwork

/// The row of a table that is under reading: its cells, as ranges of a text that outlives it. There is one for each worker,
/// and it is laid anew for each row: ten million rows make ten million of nothing.
final class Record {
  /// A cell; what stands between its quotes where it is quoted.
  struct Field {
    var start: Int
    var end: Int
    /// How many doubled quotes it holds.
    var escapes: UInt32 = 0
    /// Whether it stands in quotes: then all of it is data.
    var isQuoted = false
    var content = Sheet.Content.text

    var isEmpty: Bool { start == end }
  }

  private struct State {
    var count = 0
    var row = 0
    var start = 0
  }

  /// The most cells of a row, as many as workbooks may have: a bound against hostile input.
  static let mostFields = 16384

  let text: UnsafeBufferPointer<UInt8>
  private let cells: UnsafeMutablePointer<Field>
  private let state: UnsafeMutablePointer<State>

  init(text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    // One more than a row may have: so one too many is seen.
    cells = .allocate(capacity: Self.mostFields + 1)
    state = .allocate(capacity: 1)
    state.initialize(to: State())
  }

  deinit {
    cells.deallocate()
    state.deallocate()
  }

  var count: Int { state.pointee.count }

  /// The number of the row, as a spreadsheet counts: the first is 1.
  var row: Int {
    get { state.pointee.row }
    set { state.pointee.row = newValue }
  }

  /// Where it begins in the text.
  var start: Int { state.pointee.start }

  /// A cell; one that is empty beyond the last.
  subscript(place: Int) -> Field { place < count ? cells[place] : Field(start: 0, end: 0) }

  var fields: [Field] { (0..<count).map { cells[$0] } }

  /// Whether all of its cells are empty.
  var isEmpty: Bool { (0..<count).allSatisfy { cells[$0].isEmpty } }

  /// Lets the next row begin at a place of the text.
  @inline(__always) func begin(at start: Int) {
    state.pointee.start = start
    state.pointee.count = 0
  }

  /// - Returns: false where the row would have too many.
  @inline(__always) func append(_ field: Field) -> Bool {
    guard state.pointee.count <= Self.mostFields else { return false }
    cells[state.pointee.count] = field
    state.pointee.count += 1
    return state.pointee.count <= Self.mostFields
  }

  /// The first cell from a place on that is not empty.
  func firstCell(from place: Int) -> Field? { (min(place, count)..<count).lazy.map { self[$0] }.first { !$0.isEmpty } }

  /// The bytes of a field without white space around them, doubled quotes as they are written.
  @inline(__always) func trimmedBytes(_ field: Field) -> UnsafeBufferPointer<UInt8> {
    var (start, end) = (field.start, field.end)
    // Places of fields are places of the text.
    guard start < end, let base = text.baseAddress else { return UnsafeBufferPointer(start: nil, count: 0) }
    while start < end, Self.isSpace(base[start]) { start &+= 1 }
    while start < end, Self.isSpace(base[end &- 1]) { end &-= 1 }
    return UnsafeBufferPointer(start: base + start, count: end &- start)
  }

  /// The text of a field, without white space around it.
  func string(_ field: Field) -> String { Self.string(trimmedBytes(field), field) }

  /// The text of a field as it is where it stands in quotes, else without white space around it.
  func exactString(_ field: Field) -> String {
    field.isQuoted
      ? Self.string(UnsafeBufferPointer(rebasing: text[field.start..<field.end]), field) : string(field)
  }

  /// The texts of all fields, without white space around them.
  var strings: [String] { fields.map(string) }

  private static func string(_ bytes: UnsafeBufferPointer<UInt8>, _ field: Field) -> String {
    guard field.escapes > 0 else { return String(decoding: bytes, as: UTF8.self) }
    var unescaped: [UInt8] = []
    unescaped.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      unescaped.append(bytes[index])
      index += bytes[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    return String(decoding: unescaped, as: UTF8.self)
  }

  @inline(__always) private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}

/// Where the rows of a table come from, one after the other.
protocol RecordSource {
  /// The row last read.
  var record: Record { get }
  /// Reads the next row that is not empty; false at the end.
  mutating func next() throws(RecordFailure) -> Bool
}

/// Why a row cannot be told from what follows it.
struct RecordFailure: Error {
  let row: Int
  let message: Phrase
}
