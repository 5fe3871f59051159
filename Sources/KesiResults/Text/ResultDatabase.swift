import KesiFormats
import KesiNetwork

/// A result table as a database of SQLite: one table that is called as the result, with columns of numbers and texts; and,
/// where it is to say how it came about, a table `meta` of keys and values.
///
/// Lists and pairs are texts, as in CSV.
struct ResultDatabase {
  let table: ResultTable
  let words: ResultTable.Words
  let provenance: Provenance?

  var database: WrittenDatabase { WrittenDatabase([rows] + (provenance.map { [Self.meta($0)] } ?? [])) }

  /// By which a query names the table: `actor_measures`, never as a table of a network is.
  private var name: String {
    words == .chinese ? table.name.zh : table.name.en.replacing(" ", with: "_").replacing("-", with: "_")
  }

  private var rows: WrittenDatabase.Table {
    let places = table.places(for: .program)
    let columns = zip(table.heads(of: places, words), places).map { head, place in
      (title: head, kind: Self.kind(of: table.columns[place].type))
    }
    return WrittenDatabase.Table(name, columns) { put in
      for row in table.rows { try put(places.map { cell(row[$0]) }) }
    }
  }

  private static func kind(of type: ColumnType) -> WrittenDatabase.Kind {
    switch type {
    case .whole: .whole
    case .real, .fraction: .real
    case .number: .number
    case .optional(let type): kind(of: type)
    case .text, .id, .word, .code, .list, .words, .pairs: .text
    }
  }

  private func cell(_ cell: ResultTable.Cell) -> WrittenDatabase.Cell {
    switch cell {
    case .missing: .nothing
    case .whole(let value): .whole(value)
    case .real(let value), .fraction(let value): .real(value)
    case .shown(let value, _): self.cell(value)
    case .word(let code, let shown): words == .chinese ? .text(shown) : self.cell(code)
    case .text, .list, .pairs: .text(DelimitedText(delimiter: ",", words: words).plain(cell))
    }
  }

  /// A row for each thing that is known; what is more than a text is JSON.
  private static func meta(_ provenance: Provenance) -> WrittenDatabase.Table {
    WrittenDatabase.Table(JSONText.meta, [(title: "key", kind: .text), (title: "value", kind: .text)]) { put in
      guard case .object(let facts) = provenance.json else { return }
      for (key, value) in facts {
        let text = if case .text(let text) = value { text } else { value.line }
        try put([.text(key), .text(text)])
      }
    }
  }
}
