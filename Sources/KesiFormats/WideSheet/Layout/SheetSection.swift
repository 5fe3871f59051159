import KesiNetwork

/// A table of a sheet that may have several: below one another, each under a header of its own, or side by side with an
/// empty column between.
struct SheetSection {
  let sheet: Sheet
  /// The row, by its place, that is sure to be the first line of its header or the last: no header lies below it.
  let header: Int?
  /// What messages call it where it is not the whole sheet: the sheet with its first and last row, `台账.xlsx[1]:19-21`.
  let name: String
  /// Whether it is the whole sheet.
  var isWhole: Bool { name.isExactly(sheet.name) }

  /// The tables of a sheet in their order; a header that comes again goes on with its table.
  ///
  /// - Complexity: O(cells of the first columns) where there is one table.
  static func all(of sheet: Sheet) -> [SheetSection] {
    // The labels of a form are no heads.
    let headers = FormSheet.isOne(sheet) ? [] : (0..<sheet.rowCount).filter { isHeader($0, of: sheet) }
    guard let first = headers.first else { return [SheetSection(whole: sheet, header: nil)] }
    // Where each table begins, and its header.
    var starts: [(row: Int, header: Int?)] = []
    let before = start(of: first, after: 0, in: sheet)
    // Labels beside values above a header are half of the cells of their rows.
    if let header = SheetHeader.find(in: sheet.part(rows: 0..<before)), header.known > 1,
      header.known * 2 > header.heads.count, header.rows.upperBound < before
    {
      starts += [(0, nil), (before, first)]
    } else {
      starts.append((0, first))
    }
    var (current, previous) = (first, first)
    for row in headers.dropFirst() {
      defer { previous = row }
      // The second line of a header.
      if row == previous + 1, sheet.number(ofRow: previous) + 1 == sheet.number(ofRow: row) { continue }
      if repeats(current, row, in: sheet) { continue }
      starts.append((start(of: row, after: current + 1, in: sheet), row))
      current = row
    }
    var sections: [SheetSection] = []
    for (place, start) in starts.enumerated() {
      let end = place + 1 < starts.count ? starts[place + 1].row : sheet.rowCount
      let isWhole = start.row == 0 && end == sheet.rowCount
      let part = isWhole ? sheet : sheet.part(rows: start.row..<end)
      let header = start.header.map { $0 - start.row }
      if let header, let beside = beside(header, of: part) {
        for columns in beside {
          sections.append(SheetSection(part.part(rows: 0..<part.rowCount, columns: columns), header: header, columns))
        }
      } else {
        sections.append(isWhole ? SheetSection(whole: sheet, header: header) : SheetSection(part, header: header))
      }
    }
    return sections
  }

  private init(whole sheet: Sheet, header: Int?) { (self.sheet, self.header, name) = (sheet, header, sheet.name) }

  private init(_ sheet: Sheet, header: Int?, _ columns: Range<Int>? = nil) {
    (self.sheet, self.header) = (sheet, header)
    let rows = sheet.rowCount > 0 ? "\(sheet.number(ofRow: 0))-\(sheet.number(ofRow: sheet.rowCount - 1))" : ""
    let letters = columns.map { CellPlace.letters(of: $0.lowerBound + 1) } ?? ""
    name = "\(sheet.name):\(letters)\(rows)"
  }

  /// Whether a row is plainly the header of a table: at least half of its cells are words for columns, which mean at least
  /// two things, one of them who or which project; and it has no number and names no organization.
  static func isHeader(_ row: Int, of sheet: Sheet, columns: Range<Int>? = nil) -> Bool {
    let columns = (columns ?? 0..<sheet.width(ofRow: row)).clamped(to: 0..<sheet.width(ofRow: row))
    var texts: [String] = []
    for column in columns where !sheet.isEmpty(row, column) && sheet.filling(row, column) != .across {
      // Most rows begin with a number or with a long name.
      let length = sheet.bytes(row, column).count
      guard sheet.content(row, column) == .text, length <= longestHead else { return false }
      texts.append(sheet.text(row, column).asName)
      if texts.count == 3, texts.allSatisfy({ SheetHeadWords.meaning(ofWord: $0) == nil }) { return false }
    }
    guard texts.count > 1 else { return false }
    // A kind of organizations may be what a cell states.
    let meanings = texts.filter { KindWords.stated[$0.lowercased()] == nil }.compactMap(SheetHeadWords.meaning(ofWord:))
    guard meanings.count > 1, meanings.count * 2 >= texts.count, Set(meanings).count > 1,
      meanings.contains(where: { $0.namesActors || $0 == .project || $0 == .chain })
    else { return false }
    return texts.allSatisfy { text in
      if !SheetHeadWords.matches(of: text).isEmpty { return true }
      guard let kind = KindOfName.told(by: text) else { return !SheetHeader.isNumber(text, .text) }
      return kind.word.isExactly(text)
    }
  }

  /// In bytes: no head that is a known word has so many.
  private static let longestHead = 90

  /// Where the table of a header begins: titles stand right above it.
  private static func start(of header: Int, after end: Int, in sheet: Sheet) -> Int {
    var start = header
    while start > end, isTitle(start - 1, of: sheet) { start -= 1 }
    while sheet.valueCount(ofRow: start) == 0, start < header { start += 1 }
    return start
  }

  private static func isTitle(_ row: Int, of sheet: Sheet) -> Bool {
    let columns = (0..<sheet.width(ofRow: row)).filter { !sheet.isEmpty(row, $0) }
    guard let first = columns.first else { return true }
    let text = sheet.text(row, first)
    return columns.allSatisfy { sheet.text(row, $0).isExactly(text) }
  }

  /// Whether a header has the heads of another at all of its places: with one that differs a column is another.
  private static func repeats(_ header: Int, _ row: Int, in sheet: Sheet) -> Bool {
    (0..<sheet.width(ofRow: row)).allSatisfy { column in
      sheet.isEmpty(row, column) || sheet.text(row, column).asName.isExactly(sheet.text(header, column).asName)
    }
  }

  /// The columns of each of several tables side by side; nil where there is one.
  private static func beside(_ header: Int, of sheet: Sheet) -> [Range<Int>]? {
    guard sheet.width <= mostBeside else { return nil }
    var tables: [Range<Int>] = []
    var start = 0
    while let gap = gap(header, of: sheet, from: start) {
      tables.append(start..<gap)
      start = gap + 1
    }
    return tables.isEmpty ? nil : tables + [start..<sheet.width]
  }

  /// The empty column behind the table that begins at a column, with a header on either side; nil where it is the last.
  private static func gap(_ header: Int, of sheet: Sheet, from start: Int) -> Int? {
    let width = sheet.width
    guard width - start > 4 else { return nil }
    return (start + 2..<width - 2).first { column in
      (header..<sheet.rowCount).allSatisfy { sheet.isEmpty($0, column) }
        && isHeader(header, of: sheet, columns: start..<column)
        && isHeader(header, of: sheet, columns: column + 1..<width)
    }
  }

  /// Wider sheets are one table.
  private static let mostBeside = 256
}
