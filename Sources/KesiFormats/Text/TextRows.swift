import KesiNetwork

/// Cuts UTF-8 text into rows and cells by RFC 4180 and what else is in use: quoted cells, quotes doubled inside them, line
/// breaks inside quotes, blanks around quotes; lines ended by LF, CR LF or CR; any separator; lines that begin with `#` or
/// `%`, which are comments. A quote inside a cell without quotes is text, as spreadsheets have it.
struct TextRows: RecordSource {
  /// The most bytes of a cell: a bound against hostile input.
  static let longestField = 1 << 20

  private let text: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  private let isCutAtBlanks: Bool
  private var position: Int
  private let end: Int
  let record: Record

  /// Where the next row begins.
  var place: Int { position }

  /// How many lines were left out as comments, and the first of them.
  private(set) var comments = 0
  private(set) var firstComment = 0
  /// Whether a quote stood within a cell: then quotes do not tell where rows end.
  private(set) var hasStrayQuote = false

  /// - Parameters:
  ///   - text: outlives the rows.
  ///   - range: a part of the text that begins and ends where rows do; nil for all that follows the start of the dialect.
  ///   - row: the number of the row before.
  init(_ text: UnsafeBufferPointer<UInt8>, _ dialect: Dialect, in range: Range<Int>? = nil, after row: Int? = nil) {
    self.text = text
    switch dialect.separator {
    case .sign(let sign): (separator, isCutAtBlanks) = (sign, false)
    case .blanks: (separator, isCutAtBlanks) = (UInt8(ascii: " "), true)
    }
    position = range?.lowerBound ?? dialect.start
    end = range?.upperBound ?? text.count
    record = Record(text: text)
    record.row = row ?? dialect.linesBefore
  }

  mutating func next() throws(RecordFailure) -> Bool {
    while position < end {
      record.row += 1
      skipMark()
      if isComment {
        if comments == 0 { firstComment = record.row }
        comments += 1
        skipLine()
        continue
      }
      record.begin(at: position)
      if isCutAtBlanks { try readBlankRow() } else { try readRow() }
      if record.count > 1 || !record[0].isEmpty { return true }
    }
    return false
  }

  /// A byte order mark in the midst of a text, where files were put together.
  private mutating func skipMark() {
    if position + 2 < end, text[position] == 0xEF, text[position + 1] == 0xBB, text[position + 2] == 0xBF {
      position += 3
    }
  }

  private var isComment: Bool {
    position < end && (text[position] == UInt8(ascii: "#") || text[position] == UInt8(ascii: "%"))
  }

  private mutating func skipLine() {
    while position < end, !Self.isBreak(text[position]) { position += 1 }
    skipBreak()
  }

  private mutating func skipBreak() {
    guard position < end else { return }
    let first = text[position]
    position += 1
    if first == UInt8(ascii: "\r"), position < end, text[position] == UInt8(ascii: "\n") { position += 1 }
  }

  private mutating func readRow() throws(RecordFailure) {
    while true {
      let field = try readField()
      try append(field)
      guard position < end else { return }
      guard text[position] == separator else { return skipBreak() }
      position += 1
      // A separator as the last byte of the text still begins an empty cell.
      if position == end { return try append(Record.Field(start: position, end: position)) }
    }
  }

  private mutating func readBlankRow() throws(RecordFailure) {
    while true {
      while position < end, Self.isBlank(text[position]) { position += 1 }
      guard position < end, !Self.isBreak(text[position]) else {
        if record.count == 0 { try append(Record.Field(start: position, end: position)) }
        return skipBreak()
      }
      try append(readField())
    }
  }

  private func append(_ field: Record.Field) throws(RecordFailure) {
    // As they are meant: what was written from a cell that was read is read again.
    guard field.end - field.start - Int(field.escapes) <= Self.longestField, record.append(field) else {
      throw RecordFailure(
        row: record.row,
        message: Phrase(
          "a cell is longer than \(Self.longestField) bytes, or a row has more than \(Record.mostFields) cells. Check for a quote that was not closed, and that the file is a CSV file.",
          zh: "单元格超过 \(Self.longestField) 字节，或一行超过 \(Record.mostFields) 个单元格。请检查是否有引号未闭合、文件是否为 CSV。"))
    }
  }

  /// Reads a cell and leaves `position` at what ends it.
  @inline(__always) private mutating func readField() throws(RecordFailure) -> Record.Field {
    var first = position
    while first < end, Self.isBlank(text[first]), text[first] != separator { first += 1 }
    if first < end, text[first] == UInt8(ascii: "\"") {
      position = first
      return try readQuoted()
    }
    let start = position
    var place = first
    while place < end {
      let byte = text[place]
      // Most bytes are above every sign that could end a cell.
      if byte <= separator || byte < 0x23 {
        if endsField(byte) { break }
        if byte == UInt8(ascii: "\"") { hasStrayQuote = true }
      }
      place &+= 1
    }
    position = place
    return Record.Field(start: start, end: place)
  }

  private mutating func readQuoted() throws(RecordFailure) -> Record.Field {
    position += 1
    var field = Record.Field(start: position, end: position, isQuoted: true)
    while position < end {
      guard text[position] == UInt8(ascii: "\"") else {
        position += 1
        continue
      }
      if position + 1 < end, text[position + 1] == UInt8(ascii: "\"") {
        field.escapes &+= 1
        position += 2
        continue
      }
      field.end = position
      position += 1
      while position < end, Self.isBlank(text[position]), !endsField(text[position]) { position += 1 }
      guard position == end || endsField(text[position]) else {
        hasStrayQuote = true
        throw RecordFailure(
          row: record.row,
          message: Phrase(
            "cell \(record.count + 1): text follows the closing quote. Write a quote inside quoted text twice (\"\"), or remove the quotes.",
            zh: "第 \(record.count + 1) 个单元格的右引号之后还有文字。引号内的引号请写两个（\"\"），或去掉外面的引号。"))
      }
      return field
    }
    hasStrayQuote = true
    throw RecordFailure(
      row: record.row,
      message: Phrase(
        "cell \(record.count + 1): a quote is opened and never closed. Close it; or, if it is part of the text, write it twice (\"\").",
        zh: "第 \(record.count + 1) 个单元格的引号没有闭合。请补上右引号；若引号是文字的一部分，请写两个（\"\"）。"))
  }

  @inline(__always) private func endsField(_ byte: UInt8) -> Bool {
    byte == separator || Self.isBreak(byte) || isCutAtBlanks && byte == UInt8(ascii: "\t")
  }

  @inline(__always) private static func isBreak(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  @inline(__always) private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

extension UnsafeBufferPointer<UInt8> {
  /// Cuts text into ranges of about equal length that end where rows end, as quotes tell: where one stands within a cell
  /// without quotes they tell wrong, and ``TextRows/hasStrayQuote`` is to be asked.
  ///
  /// - Complexity: O(bytes).
  func rowRanges(from start: Int, count: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var (begin, place, isQuoted) = (start, start, false)
    for part in 1...Swift.max(1, count) where begin < self.count {
      var end = self.count
      if part < count {
        let least = start + (self.count - start) / count * part
        while place < least {
          if self[place] == UInt8(ascii: "\"") { isQuoted.toggle() }
          place += 1
        }
        while place < self.count, isQuoted || !isRowEnd(place) {
          if self[place] == UInt8(ascii: "\"") { isQuoted.toggle() }
          place += 1
        }
        end = Swift.min(place + 1, self.count)
        place = end
      }
      ranges.append(begin..<end)
      begin = end
    }
    return ranges
  }

  /// Whether a line ends with this byte.
  private func isRowEnd(_ place: Int) -> Bool {
    if self[place] == UInt8(ascii: "\n") { return true }
    return self[place] == UInt8(ascii: "\r") && (place + 1 == count || self[place + 1] != UInt8(ascii: "\n"))
  }
}
