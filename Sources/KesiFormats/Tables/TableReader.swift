import KesiMatrix
import KesiNetwork

/// Reads one table into a network; what it does not know it carries along. How the table is written is decided once, for
/// the whole of it; then its rows are read by ranges, each by one worker.
struct TableReader<Row: NetworkRow> {
  /// Ranges of about this length are read at a time.
  private static var rangeLength: Int { 1 << 22 }
  /// As many rows of a sheet.
  private static var rangeRows: Int { 1 << 13 }
  /// Where rows make other rows, each range has names of its own, which are joined: fewer are better.
  private static var openRanges: Int { 4 }

  /// What messages call the table.
  let file: String
  let reader: NetworkReader
  let options: ReadingOptions
  let parallel: Parallel

  /// - Throws: ``NoInput``, ``NotEnoughMemory``, `Cancelled`. What is wrong in the table goes to the log of the reader.
  func read(_ table: TableSource) throws {
    do {
      switch table {
      case .sheet(let sheet): try read(sheet)
      case .draft(_, let make): try read(make())
      case .parts(let parts): try read(parts)
      case .text(let source, _):
        let source = try source.opened(progress: parallel.progress)
        try source.withBytes { bytes in
          try TextDecoding.withUTF8(bytes, as: options.encoding) { text, finding in
            let dialect = DialectGuess(text, separator: options.separator, isHead: HeadWords.areKnown)
            var rows = TextRows(text, dialect.dialect)
            guard let head = try TableHead<Row>(searching: &rows) else { return reportEmpty() }
            reader.remarks.append(.text(file, finding, dialect, head: head.row))
            try read(text, of: source, dialect.dialect, below: head)
          }
        }
      }
    } catch let failure as TextDecoding.Failure {
      reader.log.add(Problem(.error, .file(file), failure.message))
    } catch let failure as RecordFailure {
      reader.log.add(Problem(.error, .line(file: file, failure.row), failure.message))
    }
  }

  private func read(_ sheet: Sheet) throws {
    guard let head = try sheet.withRows({ rows throws(RecordFailure) in try TableHead<Row>(searching: &rows) }) else {
      return reportEmpty()
    }
    reader.remarks.append(.sheet(file, head: head.row))
    try read(sheet, below: head)
  }

  private func read(_ parts: SheetParts) throws {
    let layout = TableLayout<Row>(titles: parts.titles)
    guard report(TableHead(layout, titles: parts.titles)) else { return }
    // A row that says what the columns are called is data here.
    let head = TableHead(layout)
    var way = TableUnderWay<Row>()
    try parts.each { try read($0, below: head, &way) }
    // Of a table without rows it is said, too, how it was understood.
    if way.work == nil { try read(Sheet(file: file), below: head, &way) }
    finish(way)
  }

  /// Reads the rows of a sheet below a head.
  ///
  /// - Parameter head: a head that stands in the sheet, or one of a sheet without any.
  func read(_ sheet: Sheet, below head: TableHead<Row>) throws {
    guard report(head) else { return }
    var way = TableUnderWay<Row>()
    try read(sheet, below: head, &way)
    finish(way)
  }

  /// Reads a part of a table, of which others have been or will be read.
  ///
  /// - Parameter way: what is known of the table so far; once all parts are read, ``finish(_:)`` is to be called with it.
  func read(_ sheet: Sheet, below head: TableHead<Row>, _ way: inout TableUnderWay<Row>) throws {
    LostCells(sheet: sheet, log: reader.log).report(below: head)
    try sheet.withRows { rows in
      // Through the rows that the search went through.
      for _ in 0..<head.records { _ = rows.next() }
      let first = rows.place
      let work = way.work ?? Work(head, sampling: &rows, options, reader.references)
      // Where rows make other rows, those are counted over all of them.
      let length = reader.references.open.isEmpty ? Self.rangeRows : max(1, sheet.rowCount)
      let file = file
      let parts = try parallel.parts((sheet.rowCount - first) / length + 1) { number in
        let start = first + number * length
        return sheet.withRows(in: start..<min(start + length, sheet.rowCount)) { rows in
          var part = work.part(&rows, file)
          // Each row of a sheet has its number.
          part.rowCount = 0
          return part
        }
      }
      join(parts, after: 0, work, &way)
    }
  }

  /// Reads the rows below a head.
  ///
  /// - Parameter head: a head that stands in the text, or one of a table without any.
  func read(
    _ text: UnsafeBufferPointer<UInt8>, of source: FileSource, _ dialect: Dialect, below head: TableHead<Row>
  ) throws {
    guard report(head) else { return }
    var rows = TextRows(text, dialect)
    for _ in 0..<head.records { _ = try rows.next() }
    let (start, rowsBefore) = (rows.place, rows.record.row)
    let work = Work(head, sampling: &rows, options, reader.references, separator: dialect.separator)
    let length = text.count - start
    let count =
      reader.references.open.isEmpty || length < Self.rangeLength ? length / Self.rangeLength + 1 : Self.openRanges
    var parts = try read(text, of: source, dialect, in: text.rowRanges(from: start, count: count), work)
    // Where quotes do not tell where rows end, only reading from the start does.
    if parts.count > 1, parts.contains(where: \.hasStrayQuote) {
      parts = try read(text, of: source, dialect, in: [start..<text.count], work)
    }
    var way = TableUnderWay<Row>()
    join(parts, after: rowsBefore, work, &way)
    finish(way)
  }

  private func read(
    _ text: UnsafeBufferPointer<UInt8>, of source: FileSource, _ dialect: Dialect, in ranges: [Range<Int>],
    _ work: Work<Row>
  ) throws -> [TablePart<Row>] {
    let shared = UncheckedVector(text)
    let file = file
    return try parallel.read(ranges, of: text, from: source) { range in
      var rows = TextRows(shared[0..<shared.count], dialect, in: range, after: 0)
      var part = work.part(&rows, file)
      (part.comments, part.firstComment) = (rows.comments, rows.firstComment)
      part.hasStrayQuote = rows.hasStrayQuote
      return part
    }
  }

  private func join(
    _ parts: consuming [TablePart<Row>], after rowsBefore: Int, _ work: Work<Row>, _ way: inout TableUnderWay<Row>
  ) {
    var rowsBefore = rowsBefore
    way.begin(work)
    Row.reserve(parts.reduce(0) { $0 + $1.rows.count }, reader)
    // Each is let go once it is joined: together they are as large as the table.
    var parts = parts.map(Optional.some)
    for place in parts.indices {
      guard var part = parts[place].take() else { continue }
      reader.log.add(part.problems, after: rowsBefore)
      way.leftOut.add(part, after: rowsBefore)
      let failure = part.failure.map { RecordFailure(row: $0.row + rowsBefore, message: $0.message) }
      part.numbers = part.numbers.map { $0 + rowsBefore }
      rowsBefore += part.rowCount
      let columns = part.carried
      let numbers = part.numbers
      let refused = Row.join(part, reader, file)
      if options.keepsRowNumbers {
        let left = Set(refused)
        reader.rowNumbers[Row.table, default: []] += numbers.indices.filter { !left.contains($0) }.map { numbers[$0] }
      }
      for (place, column) in columns.enumerated() { way.carried[place].append(column, without: refused) }
      if let failure {
        reader.log.add(Problem(.error, .line(file: file, failure.row), failure.message))
        break
      }
    }
  }

  /// Says what there is to say of a table once all of it is read.
  func finish(_ way: consuming TableUnderWay<Row>) {
    guard let layout = way.work?.layout else { return }
    if !way.carried.isEmpty { reader.network.carried[Row.table] = way.carried }
    reader.remarks += layout.remarks(of: file)
    for problem in layout.nearMisses(in: file) { reader.log.add(problem) }
    way.leftOut.report(in: file, to: reader.log)
  }

  private func reportEmpty() {
    let required = Row.heads.filter(\.isRequired)
    let header = required.map(\.id).joined(separator: ", ")
    let headerZh = required.map { "\($0.chinese ?? "")（\($0.id)）" }.joined(separator: "、")
    reader.log.add(
      Problem(
        .error, .file(file),
        Phrase(
          "is empty. The first row should name the columns: \(header).", zh: "文件为空。第一行应为表头，至少包含：\(headerZh)。")))
  }

  /// Whether the columns that a table must have are there, each once; problems where not.
  private func report(_ head: TableHead<Row>) -> Bool {
    let row = head.row == 0 ? nil : head.row
    for (column, title) in head.layout.doubled {
      reader.log.add(
        Problem(
          .error, column.place(in: file, row: row),
          Phrase(
            "two columns have this meaning; the second is “\(title.shortened)”. Keep one.",
            zh: "有两列表示同一内容，第二列是“\(title.shortened)”。请只保留一列。")))
    }
    for column in head.layout.missing {
      let accepted = Array(column.names.prefix(3))
      let found = head.titles.prefix(12).map(\.shortened)
      reader.log.add(
        Problem(
          .error, column.place(in: file, row: row),
          Phrase(
            "this column is missing. The header has: \(found.joined(separator: ", ")). Add “\(column.id)” (or one of: \(accepted.joined(separator: ", "))).",
            zh:
              "缺少此列。现有表头：\(found.joined(separator: "、"))。请补上此列，列名可写：\(([column.id] + accepted).joined(separator: "、"))。"
          )))
    }
    return head.layout.missing.isEmpty && head.layout.doubled.isEmpty
  }
}
