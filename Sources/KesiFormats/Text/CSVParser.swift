import KesiNetwork

/// Cuts UTF-8 text into records and fields by RFC 4180: quoted fields, quotes doubled inside them, line breaks inside
/// quotes, lines ended by LF, CR LF or CR. A quote inside an unquoted field is text, as spreadsheets have it.
struct CSVParser {
  /// A field, as a range of the text; what stands between its quotes where it is quoted.
  struct Field {
    var range: Range<Int>
    /// How many doubled quotes it holds.
    fileprivate(set) var escapes: UInt32 = 0
    /// Whether it stands in quotes: then all of it is data.
    var isQuoted = false
  }

  /// Text that is not CSV.
  struct Failure: Error {
    let row: Int
    let message: Phrase
  }

  /// Bounds against hostile input.
  static let longestField = 1 << 20
  static let mostFields = 4096

  private let text: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  private var position = 0
  /// The number of the record last read, as a spreadsheet counts: the first is 1.
  private(set) var row = 0
  private(set) var fields: [Field] = []
  /// Where the record last read begins in the text.
  private(set) var recordStart = 0

  /// - Parameters:
  ///   - text: outlives the parser.
  ///   - delimiter: by the header line unless given.
  init(_ text: UnsafeBufferPointer<UInt8>, delimiter: UInt8? = nil) {
    self.text = text
    self.delimiter = delimiter ?? Self.delimiter(of: text)
  }

  /// Reads the next record that is not empty into ``fields``; false at the end.
  mutating func next() throws(Failure) -> Bool {
    while position < text.count {
      row += 1
      recordStart = position
      try readRecord()
      if fields.count > 1 || !fields[0].range.isEmpty { return true }
    }
    return false
  }

  /// The text of a field of the current record, without white space around it.
  func string(_ field: Field) -> String {
    var range = field.range
    while let first = range.first, Self.isSpace(text[first]) { range = first + 1..<range.upperBound }
    while let last = range.last, Self.isSpace(text[last]) { range = range.lowerBound..<last }
    return string(range, field)
  }

  /// The text of a field as it is where it stands in quotes, else without white space around it.
  func exactString(_ field: Field) -> String { field.isQuoted ? string(field.range, field) : string(field) }

  private func string(_ range: Range<Int>, _ field: Field) -> String {
    let bytes = UnsafeBufferPointer(rebasing: text[range])
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

  private mutating func readRecord() throws(Failure) {
    fields.removeAll(keepingCapacity: true)
    while true {
      let field = try readField()
      fields.append(field)
      // As they are meant: what was written from a cell that was read is read again.
      guard field.range.count - Int(field.escapes) <= Self.longestField, fields.count <= Self.mostFields else {
        throw Failure(
          row: row,
          message: Phrase(
            "a cell is longer than \(Self.longestField) bytes, or a row has more than \(Self.mostFields) cells. Check for a quote that was not closed, and that the file is a CSV file.",
            zh: "单元格超过 \(Self.longestField) 字节，或一行超过 \(Self.mostFields) 个单元格。请检查是否有引号未闭合、文件是否为 CSV。"))
      }
      guard position < text.count else { return }
      let end = text[position]
      position += 1
      if end == delimiter {
        // A delimiter as the last byte of the text still begins an empty field.
        if position == text.count {
          fields.append(Field(range: position..<position))
          return
        }
        continue
      }
      if end == UInt8(ascii: "\r"), position < text.count, text[position] == UInt8(ascii: "\n") { position += 1 }
      return
    }
  }

  /// Reads a field and leaves `position` at the delimiter or line break after it.
  private mutating func readField() throws(Failure) -> Field {
    guard position < text.count, text[position] == UInt8(ascii: "\"") else {
      let start = position
      while position < text.count, !endsField(text[position]) { position += 1 }
      return Field(range: start..<position)
    }
    position += 1
    var field = Field(range: position..<position, isQuoted: true)
    while position < text.count {
      guard text[position] == UInt8(ascii: "\"") else {
        position += 1
        continue
      }
      if position + 1 < text.count, text[position + 1] == UInt8(ascii: "\"") {
        field.escapes &+= 1
        position += 2
        continue
      }
      field.range = field.range.lowerBound..<position
      position += 1
      guard position == text.count || endsField(text[position]) else {
        throw Failure(
          row: row,
          message: Phrase(
            "cell \(fields.count + 1): text follows the closing quote. Write a quote inside quoted text twice (\"\"), or remove the quotes.",
            zh: "第 \(fields.count + 1) 个单元格的右引号之后还有文字。引号内的引号请写两个（\"\"），或去掉外面的引号。"))
      }
      return field
    }
    throw Failure(
      row: row,
      message: Phrase(
        "cell \(fields.count + 1): a quote is opened and never closed. Close it; or, if it is part of the text, write it twice (\"\").",
        zh: "第 \(fields.count + 1) 个单元格的引号没有闭合。请补上右引号；若引号是文字的一部分，请写两个（\"\"）。"))
  }

  @inline(__always) private func endsField(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  /// A comma, unless the header line has more tabs or semicolons, as spreadsheets in some countries write.
  private static func delimiter(of text: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let header = text.prefix { $0 != 0x0A && $0 != 0x0D }
    let counted = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")].map { mark in
      (mark: mark, count: header.count { $0 == mark })
    }
    return counted.max { $0.count < $1.count }.flatMap { $0.count > counted[0].count ? $0.mark : nil }
      ?? UInt8(ascii: ",")
  }
}
