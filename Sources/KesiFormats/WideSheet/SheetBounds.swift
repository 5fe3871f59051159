import KesiNetwork

/// How much of a sheet is looked at.
enum SheetBounds {
  /// The most rows of a sheet as offices keep it.
  static let mostRows = 200_000
  /// So many rows tell what a sheet is.
  static let rowsOfSample = 500

  /// So many rows tell what the columns of a sheet are.
  private static let rowsOfColumns = 4000

  /// Rows from all over a sheet, beginning with the first ones.
  static func sample(_ rows: Range<Int>) -> [Int] {
    guard rows.count > rowsOfColumns else { return Array(rows) }
    let start = rows.prefix(rowsOfColumns / 2)
    let rest = rows.dropFirst(start.count)
    return Array(start) + stride(from: rest.startIndex, to: rest.endIndex, by: rest.count / (rowsOfColumns / 2) + 1)
  }

  /// - Throws: `BadData` where a sheet has more rows.
  static func check(_ sheets: [Sheet]) throws {
    let problems = sheets.filter { $0.rowCount > mostRows }.map { tooLong($0.name) }
    guard problems.isEmpty else { throw BadData(problems) }
  }

  /// Whether a text has more rows than a sheet may have.
  static func areExceeded(by text: UnsafeBufferPointer<UInt8>, _ dialect: Dialect) -> Bool {
    var rows = TextRows(text, dialect)
    var count = 0
    while count <= mostRows, (try? rows.next()) == true { count += 1 }
    return count > mostRows
  }

  static func tooLong(_ sheet: String) -> Problem {
    let most = Figure.count(mostRows).text
    return Problem(
      .error, .file(sheet),
      Phrase(
        "has more than \(most) rows, the most of a sheet that is read by its heads and values. Split it, as by year or district, and import the parts together; or bring tables, which may have any number: actors.csv with id and name, ties.csv with source and target.",
        zh: "超过 \(mostRows) 行，超出按表头识别的上限。请按年份或区县拆成几张表后一并导入；或改用标准数据表（不限行数）：actors.csv（编号、名称），ties.csv（起点、终点）。"))
  }
}
