/// A place in a sheet by letters and digits, `B7`; either may be missing. Rows and columns count from 1.
struct CellPlace {
  var column: Int?
  var row: Int?

  /// Nil where it is no place, or one beyond the last column or row of a spreadsheet.
  init?(_ bytes: some Collection<UInt8>) {
    var column = 0
    var rest = bytes[...]
    while let byte = rest.first {
      let letter = byte | 0x20
      guard (0x61...0x7A).contains(letter) else { break }
      column = column * 26 + Int(letter - 0x60)
      guard column <= SheetCells.columns.upperBound else { return nil }
      rest.removeFirst()
    }
    self.column = column > 0 ? column : nil
    guard !rest.isEmpty else {
      guard column > 0 else { return nil }
      return
    }
    guard let row = Int(digits: rest), SheetCells.rows.contains(row) else { return nil }
    self.row = row
  }

  /// The letters of a column.
  static func letters(of column: Int) -> String {
    var rest = column
    var letters: [UInt8] = []
    while rest > 0 {
      letters.append(UInt8(0x41 + (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}

/// Cells from one to another, `A2:C4`.
struct CellRange {
  let rows: ClosedRange<Int>
  let columns: ClosedRange<Int>

  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let colon = bytes.firstIndex(of: 0x3A) ?? bytes.endIndex
    guard let first = CellPlace(bytes[..<colon]), let row = first.row, let column = first.column else { return nil }
    guard colon < bytes.endIndex else {
      (rows, columns) = (row...row, column...column)
      return
    }
    guard let last = CellPlace(bytes[(colon + 1)...]), let lastRow = last.row, let lastColumn = last.column,
      lastRow >= row, lastColumn >= column
    else { return nil }
    (rows, columns) = (row...lastRow, column...lastColumn)
  }
}
