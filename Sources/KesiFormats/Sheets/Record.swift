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

  /// The bytes of a field without blanks around them, doubled quotes as they are written.
  @inline(__always) func trimmedBytes(_ field: Field) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text[field.start..<field.end]).withoutBlanksAround
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

extension UnsafeBufferPointer<UInt8> {
  /// The same without what is a blank by `Unicode.Scalar.isBlank` at either end.
  @inline(__always) var withoutBlanksAround: UnsafeBufferPointer<UInt8> {
    guard let base = baseAddress, count > 0 else { return UnsafeBufferPointer(start: nil, count: 0) }
    var (start, end) = (0, count)
    while start < end {
      let byte = base[start]
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        start &+= 1
      } else if byte < 0xC2 || byte > 0xEF {
        break
      } else {
        let length = Self.blank(base + start, end &- start)
        if length == 0 { break }
        start &+= length
      }
    }
    while start < end {
      let byte = base[end &- 1]
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        end &-= 1
      } else if byte < 0x80 {
        break
      } else if end &- start >= 2, Self.blank(base + end - 2, 2) == 2 {
        end &-= 2
      } else if end &- start >= 3, Self.blank(base + end - 3, 3) == 3 {
        end &-= 3
      } else {
        break
      }
    }
    return UnsafeBufferPointer(start: base + start, count: end &- start)
  }

  /// How many bytes the blank beyond ASCII has with which some bytes begin; 0 for none.
  private static func blank(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
    if bytes[0] == 0xC2 { return count >= 2 && bytes[1] == 0xA0 ? 2 : 0 }
    guard count >= 3 else { return 0 }
    switch (bytes[0], bytes[1], bytes[2]) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80),
      (0xEF, 0xBB, 0xBF):
      return 3
    default: return 0
    }
  }
}
