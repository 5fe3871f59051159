import KesiNetwork

/// Cells of a sheet that do not hold what was meant: numbers whose last digits a spreadsheet has dropped, errors of
/// formulas, formulas without a result. As texts they would pass for names and ids.
struct LostCells {
  let sheet: Sheet
  let log: ProblemLog

  /// Reports those below the head of a table: as errors in columns that are used, as warnings in others.
  ///
  /// - Complexity: O(cells).
  func report<Row>(below head: TableHead<Row>) {
    // Few sheets have any, and each cell of each column is to be looked at where there are.
    guard sheet.hasCell(of: [.damaged, .error]) else { return }
    for row in 0..<sheet.rowCount where sheet.number(ofRow: row) > head.row {
      for used in head.layout.used {
        guard let message = message(row, used.place, isNumber: used.column.head.kind.isNumber) else { continue }
        log.add(
          Problem(.error, used.column.head.place(in: sheet.name, row: sheet.number(ofRow: row)), message))
      }
      for carried in head.layout.carried {
        guard let message = message(row, carried.place, isNumber: false) else { continue }
        log.add(
          Problem(
            .warning,
            .cell(file: sheet.name, row: sheet.number(ofRow: row), column: carried.title, columnZh: nil), message))
      }
    }
  }

  /// - Parameter isNumber: whether the column is read as numbers or the like, of which errors are none in any case.
  private func message(_ row: Int, _ column: Int, isNumber: Bool) -> Phrase? {
    switch sheet.content(row, column) {
    case .text, .number, .date, .flag: return nil
    case .damaged:
      // A number is what it is to its first fifteen digits.
      if isNumber { return nil }
      let text = sheet.text(row, column).shortened
      return Phrase(
        "“\(text)” has lost its last digits, since spreadsheets keep 15 of a number. Format the column as text, then enter it again.",
        zh: "“\(text)”的末尾数字已丢失：电子表格的数值最多保留 15 位。请先将该列设为文本格式，再重新填写。")
    case .error:
      let text = sheet.text(row, column)
      guard !isNumber, !MissingValue.isStated(by: text) else { return nil }
      return text.utf8.first == UInt8(ascii: "=")
        ? Phrase(
          "“\(text.shortened)” is a formula whose result is not in the file. Open the workbook in Excel or WPS and save it.",
          zh: "“\(text.shortened)”是公式，文件中没有计算结果。请在 Excel 或 WPS 中打开工作簿并保存。")
        : Phrase(
          "“\(text.shortened)” is an error of a formula. Correct the formula, or empty the cell.",
          zh: "“\(text.shortened)”是公式的错误值。请改正公式，或清空此单元格。")
    }
  }
}

extension CellKind {
  /// Whether a cell is read as a number, a date or one of a few words, so that another text in it is an error.
  fileprivate var isNumber: Bool {
    switch self {
    case .number, .date, .flag, .direction, .term: true
    case .text, .list, .kind, .kinds, .zone, .tieKind, .reference, .references: false
    }
  }
}
