import KesiNetwork

/// A row of a table under reading: its cells, as ranges of a text that outlives it.
struct Record {
  /// A cell; what stands between its quotes where it is quoted.
  struct Field {
    var range: Range<Int>
    /// How many doubled quotes it holds.
    var escapes: UInt32 = 0
    /// Whether it stands in quotes: then all of it is data.
    var isQuoted = false
    var content = Sheet.Content.text
  }

  let text: UnsafeBufferPointer<UInt8>
  var fields: [Field] = []
  /// The number of the row, as a spreadsheet counts: the first is 1.
  var row = 0
  /// Where it begins in the text.
  var start = 0

  /// Whether all of its cells are empty.
  var isEmpty: Bool { fields.allSatisfy(\.range.isEmpty) }

  /// The bytes of a field without white space around them, doubled quotes as they are written.
  func trimmedBytes(_ field: Field) -> UnsafeBufferPointer<UInt8> {
    var range = field.range
    while let first = range.first, Self.isSpace(text[first]) { range = first + 1..<range.upperBound }
    while let last = range.last, Self.isSpace(text[last]) { range = range.lowerBound..<last }
    return UnsafeBufferPointer(rebasing: text[range])
  }

  /// The text of a field, without white space around it.
  func string(_ field: Field) -> String { Self.string(trimmedBytes(field), field) }

  /// The text of a field as it is where it stands in quotes, else without white space around it.
  func exactString(_ field: Field) -> String {
    field.isQuoted ? Self.string(UnsafeBufferPointer(rebasing: text[field.range]), field) : string(field)
  }

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

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
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
