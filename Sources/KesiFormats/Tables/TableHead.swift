import KesiNetwork

/// The row of a table that names its columns, and what stands above it.
struct TableHead<Row: TableRow> {
  let layout: TableLayout<Row>
  let titles: [String]
  /// The number of the row; 0 for a table without one.
  let row: Int
  /// How many rows that are not empty come before the first of the data.
  let records: Int
  /// The rows above it: a title, a note.
  let above: [(row: Int, text: String)]

  /// So many rows are looked at: more do not stand above a table.
  private static var most: Int { 20 }

  /// Looks for the first row that names all columns that a table must have; where none does, it is the first row.
  ///
  /// - Returns: nil where there is no row.
  init?(searching rows: inout some RecordSource) throws(RecordFailure) {
    var seen: [(row: Int, titles: [String])] = []
    while seen.count < Self.most {
      // What fails below a header fails when it is read.
      do { guard try rows.next() else { break } } catch { if seen.isEmpty { throw error } else { break } }
      let titles = rows.record.strings
      seen.append((rows.record.row, titles))
      if TableLayout<Row>(titles: titles).missing.isEmpty { break }
    }
    guard let first = seen.first, let last = seen.last else { return nil }
    let isFound = TableLayout<Row>(titles: last.titles).missing.isEmpty
    let head = isFound ? last : first
    layout = TableLayout(titles: head.titles)
    titles = head.titles
    row = head.row
    records = isFound ? seen.count : 1
    above = isFound ? seen.dropLast().map { ($0.row, $0.titles.first { !$0.isEmpty } ?? "") } : []
  }

  /// A head that is known.
  ///
  /// - Parameters:
  ///   - row: where it stands; 0 for a table without one.
  ///   - records: how many rows that are not empty come before the first of the data.
  init(_ layout: TableLayout<Row>, titles: [String] = [], row: Int = 0, records: Int = 0) {
    self.layout = layout
    (self.titles, self.row, self.records, above) = (titles, row, records, [])
  }
}

extension TableHead<Tie> {
  /// Whether its ends are called as offices call them (`企业名称`, `合作单位`), not as lists of ties have them.
  var isOffice: Bool {
    layout.used.contains { used in
      let head = used.column.head
      return (head.isSame(as: TieColumns.source.head) || head.isSame(as: TieColumns.target.head))
        && !used.title.isEmpty && !head.isCalled(used.title)
        && used.title.unicodeScalars.contains { $0.value >= 0x4E00 }
    }
  }
}
