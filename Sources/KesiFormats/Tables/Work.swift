import KesiNetwork

/// What is to be done with each row of a table: decided once, done by every worker.
///
/// Unchecked: the decoders keep what the schema has, which nobody changes.
struct Work<Row: NetworkRow>: @unchecked Sendable {
  let layout: TableLayout<Row>
  private let titles: [String]
  private let keys: [CellDecoder<Row>]
  private let others: [CellDecoder<Row>]
  private let styles: [ColumnStyle]
  private let references: References
  /// Whether rows are to be found again by their numbers.
  private let keepsNumbers: Bool

  /// So many rows tell how a column is written.
  private static var sampled: Int { 1000 }

  /// - Parameter rows: those below the head, of which the first are looked at.
  init(
    _ head: TableHead<Row>, sampling rows: inout some RecordSource, _ options: ReadingOptions,
    _ references: References, separator: Dialect.Separator? = nil
  ) {
    layout = head.layout
    titles = head.titles
    (keys, others) = (layout.keys, layout.others)
    self.references = references
    keepsNumbers = Row.table != .ties || options.keepsRowNumbers
    var cells = [[String]](repeating: [], count: layout.width)
    let written = layout.used.filter(\.column.content.isWritten)
    var count = 0
    while count < Self.sampled, !written.isEmpty, (try? rows.next()) == true {
      for used in written {
        let text = rows.record.string(rows.record[used.place])
        if !text.isEmpty { cells[used.place].append(text) }
      }
      count += 1
    }
    var styles = [ColumnStyle](repeating: ColumnStyle(), count: layout.width)
    for used in written {
      styles[used.place] = ColumnStyle(unit: used.unit, cells: cells[used.place], decimals: options.decimals)
      if used.column.content.isDate { styles[used.place].tellYears(by: cells[used.place]) }
      styles[used.place].hasDoubtfulCommas = separator == .sign(UInt8(ascii: ";"))
    }
    self.styles = styles
  }

  /// Reads rows to their end.
  func part(_ rows: inout some RecordSource, _ file: String) -> TablePart<Row> {
    var part = TablePart<Row>(carried: layout.carried.map { Network.CarriedColumn(name: $0.title) })
    let record = rows.record
    let first = record.row
    let log = ProblemLog()
    let blank = Row.blank(references)
    let cells = Cells(record, of: file, references, styles: styles, log: log)
    do throws(RecordFailure) {
      while try rows.next() {
        // Spreadsheets write rows of nothing but commas below a table.
        if record.isEmpty { continue }
        if record.count > layout.width, let extra = record.firstCell(from: layout.width) {
          log.add(tooWide(extra, record, file))
          continue
        }
        if isHead(record) {
          part.repeatedHeads += 1
          continue
        }
        if record.isTotal {
          part.totals.append(record.row)
          continue
        }
        var row = blank
        var isRow = true
        for decode in keys where isRow { isRow = decode(&row, cells) }
        guard isRow, row.isWhole(cells) else { continue }
        for decode in others { _ = decode(&row, cells) }
        row.settle(cells)
        part.rows.append(row)
        if keepsNumbers { part.numbers.append(record.row) }
        for (index, column) in layout.carried.enumerated() {
          part.carried[index].append(cells.text(column.place) ?? "")
        }
      }
    } catch {
      part.failure = error
    }
    part.rowCount = record.row - first
    part.problems = log.record
    (part.newActors, part.newConsortia, part.missing) = (cells.newActors, cells.newConsortia, cells.missing)
    return part
  }

  /// Whether a row repeats the header, as where files were put together.
  private func isHead(_ record: Record) -> Bool {
    guard let first = titles.first, record.count == titles.count,
      record.trimmedBytes(record[0]).elementsEqual(first.utf8)
    else { return false }
    return record.strings == titles
  }

  private func tooWide(_ extra: Record.Field, _ record: Record, _ file: String) -> Problem {
    let found = record.string(extra).shortened
    return Problem(
      .error, .line(file: file, record.row),
      titles.isEmpty
        ? Phrase(
          "this line has \(record.count) fields where at most \(layout.width) are expected: “\(found)” is one too many. Put names that contain the separator in double quotes.",
          zh: "本行有 \(record.count) 个字段，最多应有 \(layout.width) 个，多出“\(found)”。名称中含有分隔符时，请用英文双引号括起来。")
        : Phrase(
          "this row has \(record.count.counted("cell")), the header \(layout.width): “\(found)” is one too many. Put text that contains the separator in double quotes.",
          zh: "本行有 \(record.count) 个单元格，表头只有 \(layout.width) 个，多出“\(found)”。内容含分隔符时，请用英文双引号括起来。"))
  }
}

extension CellContent {
  /// Whether its cells are numbers or dates, which are written in many ways.
  fileprivate var isWritten: Bool { if case .number = self { true } else { isDate } }

  fileprivate var isDate: Bool {
    switch self {
    case .start, .end: true
    default: false
    }
  }
}

extension Record {
  private static let totals: Set<String> = [
    "合计", "总计", "小计", "共计", "總計", "合計", "小計", "total", "totals", "subtotal", "sub-total", "grand total", "sum",
  ]

  /// Whether a text is what sums are called.
  static func isTotal(_ text: String) -> Bool { totals.contains(text.folded.lowercased().filter { $0 != ":" }) }

  /// Whether a row sums up others: its first cell says so, and all others are numbers or empty.
  fileprivate var isTotal: Bool {
    guard let first = firstCell(from: 0), first.content != .exact else { return false }
    let bytes = trimmedBytes(first)
    // 合 and 小 begin with E5, 总 with E6, 總 with E7: nearly all rows end here.
    guard let letter = bytes.first, bytes.count <= 24,
      (0xE5...0xE7).contains(letter)
        || [UInt8(ascii: "t"), UInt8(ascii: "s"), UInt8(ascii: "g")].contains(letter | 0x20)
    else { return false }
    guard Self.isTotal(string(first)) else { return false }
    return (0..<count).allSatisfy { place in
      let field = self[place]
      if field.isEmpty || field.start == first.start { return true }
      if case .number = WrittenNumber.read(string(field)) { return true }
      return MissingValue.isStated(by: string(field))
    }
  }
}
