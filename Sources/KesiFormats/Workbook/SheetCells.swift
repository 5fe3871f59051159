import KesiNetwork

/// The cells of a sheet that hold anything, in the order in which they were found, until they are laid out as a ``Sheet``.
struct SheetCells {
  /// How many cells the sheets of a workbook may have, empty ones before the last of a row among them, and how many bytes of
  /// text.
  struct Bounds {
    var cells = 50_000_000
    var bytes = 1 << 30
  }

  static let rows = 1...1_048_576
  static let columns = 1...16_384

  /// Rows and columns count from 1.
  private struct Cell {
    var row: UInt32
    var column: UInt16
    var content: Sheet.Content
    var filling: Sheet.Filling?
    /// Whether its text is a shared one: then its bytes are the number of that, until the shared texts are known.
    var isShared: Bool
    var start: UInt32
    var end: UInt32

    var length: Int { Int(end) - Int(start) }

    /// By which cells are in order.
    var key: UInt64 { UInt64(row) << 16 | UInt64(column) }
  }

  private struct Merge {
    let rows: ClosedRange<Int>
    let columns: ClosedRange<Int>
  }

  /// What messages call the sheet.
  let name: String
  private let bounds: Bounds
  /// The texts of the cells; what is appended is the text of the next.
  var bytes: [UInt8] = []
  private var end = 0
  private var cells: [Cell] = []
  private var merges: [Merge] = []
  private var isInOrder = true
  /// The numbers of the rows that are not shown.
  var hiddenRows: [Int] = []
  /// The columns that are not shown, counted from 1; those beyond the last cell may be many.
  private var hiddenColumns: [ClosedRange<Int>] = []

  /// - Parameter bounds: what is left of those of the workbook.
  init(name: String, within bounds: Bounds) {
    self.name = name
    self.bounds = bounds
  }

  /// Takes what was appended to the bytes as the text of a cell; a cell without a text is none.
  mutating func add(row: Int, column: Int, _ content: Sheet.Content, isShared: Bool = false) throws {
    guard bytes.count > end else { return }
    guard bytes.count <= bounds.bytes else { throw problem(Self.tooMuchText) }
    guard cells.count < bounds.cells else { throw problem(Self.tooManyCells) }
    // Rows, columns and bytes are within their bounds, which fit.
    let cell = Cell(
      row: UInt32(row), column: UInt16(column), content: content, isShared: isShared, start: UInt32(end),
      end: UInt32(bytes.count))
    if let last = cells.last, last.key >= cell.key { isInOrder = false }
    cells.append(cell)
    end = bytes.count
  }

  mutating func merge(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    merges.append(Merge(rows: rows, columns: columns))
  }

  mutating func hide(columns: ClosedRange<Int>) {
    if hiddenColumns.count < Self.columns.count { hiddenColumns.append(columns) }
  }

  /// The sheet: rows in their order, and what is merged filled, whatever lies under it.
  ///
  /// - Throws: `Problem` where a cell is given twice, as of two values neither is the right one, or names a text that is not
  ///   there.
  /// - Complexity: O(n log n) for n cells out of order; else O(cells + merges · log cells).
  mutating func laidOut(_ strings: SharedStrings, file: String, title: String, isHidden: Bool) throws -> Sheet {
    let length = try findTexts(among: strings)
    if !isInOrder {
      sort()
      for (one, next) in zip(cells, cells.dropFirst()) where one.key == next.key { throw givenTwice(next) }
    }
    if !merges.isEmpty {
      try fill(after: length)
      sort()
      keepLast()
    }
    var sheet = Sheet(file: file, title: title)
    sheet.isHidden = isHidden
    sheet.hiddenRows = hiddenRows
    let width = cells.reduce(0) { max($0, Int($1.column)) }
    sheet.hiddenColumns = (0..<width).filter { column in hiddenColumns.contains { $0.contains(column + 1) } }
    let (rows, count) = try extent()
    sheet.reserve(rows: rows, cells: count, bytes: cells.reduce(0) { $0 + $1.length })
    bytes.withUnsafeBufferPointer { own in
      strings.bytes.withUnsafeBufferPointer { shared in
        var row: UInt32 = 0
        var column: UInt16 = 0
        for cell in cells {
          let text = (cell.isShared ? shared : own)[Int(cell.start)..<Int(cell.end)]
          if cell.row != row {
            (row, column) = (cell.row, 0)
            sheet.beginRow(Int(row))
          }
          while column + 1 < cell.column {
            sheet.append(UnsafeBufferPointer<UInt8>(start: nil, count: 0))
            column += 1
          }
          sheet.append(UnsafeBufferPointer(rebasing: text), as: cell.content, filled: cell.filling)
          column = cell.column
        }
      }
    }
    return sheet
  }

  /// Puts the shared texts in the place of their numbers. A cell with an empty text is none.
  ///
  /// - Returns: how many bytes the texts of all cells have.
  private mutating func findTexts(among strings: SharedStrings) throws -> Int {
    var (kept, length) = (0, 0)
    for place in cells.indices {
      var cell = cells[place]
      if cell.isShared {
        let number = bytes[Int(cell.start)..<Int(cell.end)]
        guard let range = Int(digits: number.trimmed).flatMap(strings.range) else {
          throw lost(cell, number, strings.count)
        }
        if range.isEmpty { continue }
        // As many bytes as there may be of shared texts fit.
        (cell.start, cell.end) = (UInt32(range.lowerBound), UInt32(range.upperBound))
      }
      length += cell.length
      cells[kept] = cell
      kept += 1
    }
    cells.removeSubrange(kept...)
    guard length <= bounds.bytes else { throw problem(Self.tooMuchText) }
    return length
  }

  private mutating func sort() {
    guard !isInOrder else { return }
    // Sorting is stable.
    cells.sort { $0.key < $1.key }
    isInOrder = true
  }

  /// Of cells of one place the last stays: what was filled lies over what was there.
  private mutating func keepLast() {
    var kept = 0
    for place in cells.indices {
      if kept > 0, cells[kept - 1].key == cells[place].key { kept -= 1 }
      cells[kept] = cells[place]
      kept += 1
    }
    cells.removeSubrange(kept...)
  }

  private func givenTwice(_ cell: Cell) -> Problem {
    Problem(
      .error,
      .cell(file: name, row: Int(cell.row), column: CellPlace.letters(of: Int(cell.column)), columnZh: nil),
      Phrase(
        "is in the file twice: the workbook is damaged. Open it in Excel or WPS, check this cell, and save it.",
        zh: "此单元格在文件中出现两次，工作簿已损坏。请在 Excel 或 WPS 中打开，核对此单元格后重新保存。"))
  }

  /// Fills merged cells with the value of their first, as far as the sheet goes: rows and columns beyond the last that
  /// have anything stay as they are, and so do rows that are empty.
  ///
  /// - Parameter length: how many bytes the texts of all cells have.
  private mutating func fill(after length: Int) throws {
    var rows: [UInt32] = []
    var width: UInt16 = 0
    for cell in cells {
      if rows.last != cell.row { rows.append(cell.row) }
      width = max(width, cell.column)
    }
    let count = cells.count
    // Each filled cell gets a copy of the text.
    var copied = length
    for merge in merges {
      guard let first = find(row: merge.rows.lowerBound, column: merge.columns.lowerBound, among: count) else {
        continue
      }
      let columns = merge.columns.lowerBound...max(merge.columns.lowerBound, min(merge.columns.upperBound, Int(width)))
      var place = rows.firstPlace { $0 >= UInt32(merge.rows.lowerBound) }
      while place < rows.count, Int(rows[place]) <= merge.rows.upperBound {
        let row = rows[place]
        guard cells.count + columns.count <= bounds.cells else { throw problem(Self.tooManyCells) }
        // Both factors are within bounds that fit.
        copied += columns.count * first.length
        guard copied <= bounds.bytes else { throw problem(Self.tooMuchText) }
        for column in columns where row != first.row || column != Int(first.column) {
          var cell = first
          cell.row = row
          cell.column = UInt16(column)
          cell.filling = row == first.row ? .across : .down
          cells.append(cell)
        }
        place += 1
      }
    }
    isInOrder = cells.count == count
  }

  private func find(row: Int, column: Int, among count: Int) -> Cell? {
    let key = UInt64(row) << 16 | UInt64(column)
    let place = cells[..<count].firstPlace { $0.key >= key }
    return place < count && cells[place].key == key ? cells[place] : nil
  }

  /// How many rows have anything, and how many cells they have up to their last.
  private func extent() throws -> (rows: Int, cells: Int) {
    var (rows, count) = (0, 0)
    for (place, cell) in cells.enumerated() where place + 1 == cells.count || cells[place + 1].row != cell.row {
      rows += 1
      count += Int(cell.column)
      guard count <= bounds.cells else { throw problem(Self.tooManyCells) }
    }
    return (rows, count)
  }

  private func lost(_ cell: Cell, _ number: some Sequence<UInt8>, _ count: Int) -> Problem {
    let found = String(decoding: Array(number), as: UTF8.self).shortened
    return Problem(
      .error, .cell(file: name, row: Int(cell.row), column: CellPlace.letters(of: Int(cell.column)), columnZh: nil),
      Phrase(
        "its text is number \(found) of a list that has \(count): the workbook is damaged. Open it in Excel or WPS and save it.",
        zh: "此单元格的文字为共享列表第 \(found) 项，而列表只有 \(count) 项，工作簿已损坏。请在 Excel 或 WPS 中打开后重新保存。"))
  }

  private func problem(_ message: Phrase) -> Problem { Problem(.error, .file(name), message) }

  static let tooManyCells = Phrase(
    "has more than 50 million cells, empty ones to the left of others among them. Delete what stands far off the table, or save the table as CSV.",
    zh: "单元格超过 5000 万个（含左侧的空单元格）。请删去表格之外的零散内容，或将该表另存为 CSV。")

  static let tooMuchText = Phrase(
    "has more than 1 GB of text. Save the table as CSV.", zh: "文字超过 1 GB。请将该表另存为 CSV。")
}

extension RandomAccessCollection where Index == Int {
  /// The first place from which on something holds, in a list that is in order by it; the end where there is none.
  fileprivate func firstPlace(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
