/// A table as it lies in a workbook or a file: rows of cells, each a text, held in memory.
///
/// All cells stand one behind the other in one run of bytes. Rows need not be of one length, and a cell beyond the end of
/// its row is empty.
package struct Sheet: Sendable {
  /// What a cell was where it came from, as far as that is known.
  package enum Content: UInt8, Sendable {
    case text
    /// A number. Its text is the shortest that is read as the same, `1234.5`, but for a month that is shown: `2021.10`.
    case number
    /// A date, whose text is of ISO 8601: `2024-05-17`.
    case date
    case flag
    /// A text that a program has written: none of its words is a sign of people, such as the one for a sum.
    case exact
    /// What a formula gives that has no value: `#N/A`.
    case error
    /// A number of more digits than spreadsheets keep, so that the last ones are lost: `1.23E+17`.
    case damaged
  }

  /// The most cells of a row: as many as a row under reading may have.
  package static let mostColumns = Record.mostFields
  /// Where the value of a cell is from that is a part of a merged cell and not its first: such a cell has the value of the
  /// first.
  package enum Filling: UInt8, Sendable {
    /// From the left, in the same row: as in a title that is merged over a table.
    case across
    /// From above: as in an enterprise that is merged over the rows of its projects.
    case down
  }

  /// The file that it is from, as messages call it.
  package let file: String
  /// What it is called among the sheets of its file; empty where the file is one table.
  package let title: String
  /// Whether the workbook does not show it.
  package var isHidden = false
  /// The numbers of its rows that the workbook does not show, as where a filter is on.
  var hiddenRows: [Int] = []
  /// Its columns that the workbook does not show, by their places.
  var hiddenColumns: [Int] = []

  private var bytes: [UInt8] = []
  /// Where each cell ends in the bytes.
  private var ends: [Int] = []
  private var contents: [Content] = []
  /// The cells that have a filling, in order, with it: few do.
  private var fillings: [(cell: Int, filling: Filling)] = []
  /// How many cells there are before each row.
  private var starts: [Int] = []
  private var numbers: [Int] = []

  package init(file: String, title: String = "") {
    self.file = file
    self.title = title
  }

  /// What messages call it: `台账.xlsx[主体]`, or the file alone.
  package var name: String { title.isEmpty ? file : "\(file)[\(title)]" }

  package var rowCount: Int { starts.count }

  /// How many cells there are in memory, empty ones among them.
  package var cellCount: Int { ends.count }

  /// How many bytes the texts of all cells have.
  package var byteCount: Int { bytes.count }

  /// How many cells the longest row has.
  package var width: Int { (0..<rowCount).lazy.map { width(ofRow: $0) }.max() ?? 0 }

  package func width(ofRow row: Int) -> Int { cells(ofRow: row).count }

  /// The number of a row as a spreadsheet counts: its first is 1, and rows that are empty count.
  package func number(ofRow row: Int) -> Int { numbers[row] }

  /// The text of a cell; empty where there is none.
  package func text(_ row: Int, _ column: Int) -> String {
    String(decoding: bytes[range(row, column)], as: UTF8.self)
  }

  /// The bytes of a cell; none where there is none.
  func bytes(_ row: Int, _ column: Int) -> ArraySlice<UInt8> { bytes[range(row, column)] }

  /// Lends the bytes of a cell.
  func withBytes<Result>(_ row: Int, _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(row, column)])) }
  }

  package func content(_ row: Int, _ column: Int) -> Content {
    column < width(ofRow: row) ? contents[starts[row] + column] : .text
  }

  /// Whether any cell is of one of some contents.
  func hasCell(of wanted: [Content]) -> Bool { contents.contains(where: wanted.contains) }

  /// Where the value of a cell is from that a merged cell fills; nil where the cell has its own, or none.
  ///
  /// - Complexity: O(log n) for n cells that are filled.
  package func filling(_ row: Int, _ column: Int) -> Filling? {
    guard column < width(ofRow: row) else { return nil }
    let cell = starts[row] + column
    var (low, high) = (0, fillings.count)
    while low < high {
      let middle = (low + high) / 2
      if fillings[middle].cell < cell { low = middle + 1 } else { high = middle }
    }
    return low < fillings.count && fillings[low].cell == cell ? fillings[low].filling : nil
  }

  /// How many values a row has, one that is merged over several columns counted once. A row with one value is a title, a
  /// note or the head of a group.
  package func valueCount(ofRow row: Int) -> Int {
    (0..<width(ofRow: row)).count { !isEmpty(row, $0) && filling(row, $0) != .across }
  }

  package func isEmpty(_ row: Int, _ column: Int) -> Bool { range(row, column).isEmpty }

  /// Begins a row; the cells that are appended from then on are its.
  package mutating func beginRow(_ number: Int) {
    starts.append(ends.count)
    numbers.append(number)
  }

  /// Adds a cell to the row. Cells beyond ``mostColumns`` are left out: no workbook has them.
  package mutating func append(
    _ text: some Sequence<UInt8>, as content: Content = .text, filled filling: Filling? = nil
  ) {
    guard let start = starts.last, ends.count - start < Self.mostColumns else { return }
    if let filling { fillings.append((ends.count, filling)) }
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    contents.append(content)
  }

  package mutating func append(_ text: String, as content: Content = .text) { append(text.utf8, as: content) }

  /// Adds the rows of another sheet.
  mutating func append(_ other: Sheet) {
    let (cells, length) = (ends.count, bytes.count)
    starts += other.starts.lazy.map { $0 + cells }
    ends += other.ends.lazy.map { $0 + length }
    fillings += other.fillings.lazy.map { ($0.cell + cells, $0.filling) }
    numbers += other.numbers
    contents += other.contents
    bytes += other.bytes
  }

  /// Makes room for so many times as much as some sheets hold.
  mutating func reserve(toGrow others: [Sheet], _ times: Double) {
    // Some more than that, as rows differ.
    func room(_ count: (Sheet) -> Int) -> Int { Int(Double(others.reduce(0) { $0 + count($1) }) * times * 1.05) + 64 }
    reserve(rows: room(\.starts.count), cells: room(\.ends.count), bytes: room(\.bytes.count))
  }

  /// The same without its first rows: the others keep their numbers.
  package func dropping(rows count: Int) -> Sheet {
    var sheet = self
    sheet.starts.removeFirst(min(count, rowCount))
    sheet.numbers.removeFirst(min(count, rowCount))
    return sheet
  }

  /// Some of its rows, which keep their numbers, and of these some columns, which keep their places.
  func part(rows: Range<Int>, columns: Range<Int>? = nil) -> Sheet {
    var part = Sheet(file: file, title: title)
    part.isHidden = isHidden
    part.hiddenColumns = hiddenColumns.filter { columns?.contains($0) ?? true }
    part.hiddenRows = hiddenRows
    if let first = rows.first, let last = rows.last {
      part.hiddenRows.removeAll { !(numbers[first]...numbers[last]).contains($0) }
    }
    for row in rows {
      part.beginRow(numbers[row])
      for column in 0..<min(width(ofRow: row), columns?.upperBound ?? .max) {
        if let columns, column < columns.lowerBound {
          part.append("")
        } else {
          part.append(bytes(row, column), as: content(row, column), filled: filling(row, column))
        }
      }
    }
    return part
  }

  /// Makes room for what is known to come.
  mutating func reserve(rows: Int, cells: Int, bytes count: Int) {
    starts.reserveCapacity(rows)
    numbers.reserveCapacity(rows)
    ends.reserveCapacity(cells)
    contents.reserveCapacity(cells)
    bytes.reserveCapacity(count)
  }

  /// The rows one after the other, for as long as `body` runs.
  func withRows<Result>(
    in range: Range<Int>? = nil, _ body: (inout SheetRows) throws -> Result
  ) rethrows -> Result {
    try bytes.withUnsafeBufferPointer { text in
      var rows = SheetRows(of: self, text, in: range ?? 0..<rowCount)
      return try body(&rows)
    }
  }

  /// The cells of a row as ranges of the bytes.
  func fields(ofRow row: Int) -> [Record.Field] {
    cells(ofRow: row).map { cell in
      Record.Field(start: cell == 0 ? 0 : ends[cell - 1], end: ends[cell], content: contents[cell])
    }
  }

  private func cells(ofRow row: Int) -> Range<Int> {
    starts[row]..<(row + 1 < starts.count ? starts[row + 1] : ends.count)
  }

  private func range(_ row: Int, _ column: Int) -> Range<Int> {
    let cells = cells(ofRow: row)
    guard column < cells.count else { return 0..<0 }
    let cell = cells.lowerBound + column
    return (cell == 0 ? 0 : ends[cell - 1])..<ends[cell]
  }
}
