import KesiNetwork

/// Cuts UTF-8 text into records and fields by RFC 4180: quoted fields, quotes doubled inside them, line breaks inside
/// quotes, lines ended by LF, CR LF or CR. A quote inside an unquoted field is text, as spreadsheets have it.
struct CSVParser: RecordSource {
  /// Bounds against hostile input.
  static let longestField = 1 << 20
  static let mostFields = 4096

  private let text: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  private var position = 0
  private(set) var record: Record

  /// - Parameters:
  ///   - text: outlives the parser.
  ///   - delimiter: by the header line unless given.
  init(_ text: UnsafeBufferPointer<UInt8>, delimiter: UInt8? = nil) {
    self.text = text
    record = Record(text: text)
    self.delimiter = delimiter ?? Self.delimiter(of: text)
  }

  /// Reads the next record that is not empty; false at the end.
  mutating func next() throws(RecordFailure) -> Bool {
    while position < text.count {
      record.row += 1
      record.start = position
      try readRecord()
      if record.fields.count > 1 || !record.fields[0].range.isEmpty { return true }
    }
    return false
  }

  private mutating func readRecord() throws(RecordFailure) {
    record.fields.removeAll(keepingCapacity: true)
    while true {
      let field = try readField()
      record.fields.append(field)
      // As they are meant: what was written from a cell that was read is read again.
      guard field.range.count - Int(field.escapes) <= Self.longestField, record.fields.count <= Self.mostFields else {
        throw RecordFailure(
          row: record.row,
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
          record.fields.append(Record.Field(range: position..<position))
          return
        }
        continue
      }
      if end == UInt8(ascii: "\r"), position < text.count, text[position] == UInt8(ascii: "\n") { position += 1 }
      return
    }
  }

  /// Reads a field and leaves `position` at the delimiter or line break after it.
  private mutating func readField() throws(RecordFailure) -> Record.Field {
    guard position < text.count, text[position] == UInt8(ascii: "\"") else {
      let start = position
      while position < text.count, !endsField(text[position]) { position += 1 }
      return Record.Field(range: start..<position)
    }
    position += 1
    var field = Record.Field(range: position..<position, isQuoted: true)
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
        throw RecordFailure(
          row: record.row,
          message: Phrase(
            "cell \(record.fields.count + 1): text follows the closing quote. Write a quote inside quoted text twice (\"\"), or remove the quotes.",
            zh: "第 \(record.fields.count + 1) 个单元格的右引号之后还有文字。引号内的引号请写两个（\"\"），或去掉外面的引号。"))
      }
      return field
    }
    throw RecordFailure(
      row: record.row,
      message: Phrase(
        "cell \(record.fields.count + 1): a quote is opened and never closed. Close it; or, if it is part of the text, write it twice (\"\").",
        zh: "第 \(record.fields.count + 1) 个单元格的引号没有闭合。请补上右引号；若引号是文字的一部分，请写两个（\"\"）。"))
  }

  @inline(__always) private func endsField(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

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
