import KesiNetwork

/// The row of a sheet that looks most like the header of a table, and how much of it.
struct TableHeading {
  /// Among the rows that are there, from 0.
  let row: Int
  /// How many columns of the table are named, and how many of those that it must have are.
  let known: Int
  let required: Int
  /// Whether two titles mean the same column.
  let isDoubled: Bool

  /// Of the first 20 rows that have anything, the one that names the most columns; the first of equals.
  init(of table: Table, in sheet: Sheet) {
    var best = TableHeading(row: 0, known: 0, required: 0, isDoubled: false)
    for row in 0..<min(sheet.rowCount, 20) {
      let titles = (0..<sheet.width(ofRow: row)).filter { sheet.filling(row, $0) == nil }.map { sheet.text(row, $0) }
      let meanings = table.heads.meanings(of: titles).compactMap { $0?.column }
      let columns = Set(meanings)
      guard columns.count > best.known else { continue }
      best = TableHeading(
        row: row, known: columns.count, required: columns.count { table.heads[$0].isRequired },
        isDoubled: meanings.count > columns.count)
    }
    self = best
  }

  private init(row: Int, known: Int, required: Int, isDoubled: Bool) {
    (self.row, self.known, self.required, self.isDoubled) = (row, known, required, isDoubled)
  }

  /// Whether it names all columns that the table must have.
  func isWhole(for table: Table) -> Bool { required == table.heads.count(where: \.isRequired) }
}
