import KesiFormats
import KesiNetwork

/// A result table as a sheet of a workbook.
///
/// Its head is in the first row and nothing stands above, as filters, pivot tables and other programs want it; what a
/// heading says stands on another sheet, on top of printed pages, and, of illustrative data, in the name of the sheet.
/// Numbers are numbers, with the digits that people see elsewhere; everything else is a text, whatever it begins with.
struct TableSheet {
  let table: ResultTable
  let language: Language
  /// Nil for titles and words as people see them; else columns, ids and words are those of CSV.
  let words: ResultTable.Words?

  func sheet(called name: String) -> WrittenSheet {
    let places = table.places(for: words == nil ? .sheet : .program)
    let heads = words.map { table.heads(of: places, $0) } ?? table.titles(of: places, in: language)
    // Once for all that goes through them.
    let rows = Array(table.rows)
    let hasDecimals = places.map { place in rows.contains { $0[place].hasDecimals } }
    let mark = table.heading.isIllustrative ? Phrase(" (illustrative)", zh: "（示意数据）")(language) : ""
    var sheet = WrittenSheet(
      name: name + mark, columns: heads.map { WrittenSheet.Column(head: $0) }, rowCount: rows.count
    ) { [self] write in
      for row in rows { try write(zip(places, hasDecimals).map { cell(row[$0], fixed: $1) }) }
    }
    sheet.printedHead = table.heading(language)
    return sheet
  }

  private func cell(_ cell: ResultTable.Cell, fixed: Bool) -> WrittenSheet.Cell {
    switch cell {
    case .missing: .empty
    case .whole(let value):
      // A greater number would be another in a sheet.
      value.magnitude <= 1 << 53 ? .number(Double(value), .whole) : .text(String(value))
    case .fraction(let value): .number(value, Self.look(value))
    case .real(let value): .number(value, fixed || value != value.rounded() ? Self.look(value) : Self.wholeLook(value))
    case .shown(let bare, _) where words != nil: self.cell(bare, fixed: fixed)
    case .word(let code, let shown) where words != nil: words == .chinese ? .text(shown) : self.cell(code, fixed: fixed)
    case .text(let text) where words != nil: .text(text)
    case .list(let items) where words != nil: .text(items.joined(separator: ";"))
    case .pairs(let pairs):
      .text(pairs.map { "\(words == .codes ? $0.name : $0.label)=\(text($0.value))" }.joined(separator: "; "))
    case .text, .list, .shown, .word: .text(cell.forPeople(fixed: fixed))
    }
  }

  private func text(_ cell: ResultTable.Cell) -> String {
    switch (cell, words) {
    case (.word(let code, _), .codes?), (.shown(let code, _), .some): text(code)
    case (.word(_, let shown), .chinese?): shown
    default: cell.forPeople(fixed: false)
    }
  }

  private static func look(_ value: Double) -> WrittenSheet.Look {
    guard value != 0, value.magnitude < 0.0005 else { return value.magnitude < 1e12 ? .decimals : .general }
    return value < 0 ? .tinyNegative : .tiny
  }

  private static func wholeLook(_ value: Double) -> WrittenSheet.Look { value.magnitude < 1e15 ? .whole : .general }
}

extension ResultTable {
  /// The heads of columns where people read, each once, since a sheet is filtered and joined by them.
  fileprivate func titles(of places: [Int], in language: Language) -> [String] {
    if language == .zh { return heads(of: places, .chinese) }
    var taken: Set<String> = []
    return places.map { place in
      let column = columns[place]
      let title = column.title(language).visible
      return taken.insert(title).inserted ? title : "\(title) (\(column.id))"
    }
  }
}
