import KesiNetwork

/// Where the header of a table stands in a sheet, and how many columns of the table it names.
package struct TableHeading {
  /// Among the rows that are there, from 0.
  package let row: Int
  /// How many columns of the table are named, and how many of those that it must have are.
  package let known: Int
  package let required: Int
  private let table: Table

  /// Whether it names any column that the table must have.
  package var isPart: Bool { required > 0 }
  /// Whether it names all of them.
  package var isWhole: Bool { required == table.heads.count(where: \.isRequired) }

  fileprivate init(row: Int, _ titles: [String], of table: Table) {
    self.row = row
    self.table = table
    let found = table.heads.filter { head in titles.contains(where: head.isCalled) }
    known = found.count
    required = found.count(where: \.isRequired)
  }
}

extension Sheet {
  /// How many rows at the top may hold titles and notes.
  private static let topRows = 20

  /// The header of a table: of the first 20 rows that have anything, the one that names the most columns of it; the first
  /// of equals.
  package func header(of table: Table) -> TableHeading {
    var best = TableHeading(row: 0, [], of: table)
    for row in 0..<min(rowCount, Self.topRows) {
      let titles = (0..<width(ofRow: row)).filter { filling(row, $0) == nil && !isEmpty(row, $0) }.map { text(row, $0) }
      let header = TableHeading(row: row, titles, of: table)
      if header.known > best.known { best = header }
    }
    return best
  }
}
