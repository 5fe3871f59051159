import KesiNetwork

/// JSON (RFC 8259) with the keys in the order of the columns, which the encoders at hand do not keep.
struct JSONText {
  var words = ResultTable.Words.codes

  /// An array with an object on each line.
  func array(of table: ResultTable) -> String {
    let objects = objects(of: table)
    return objects.isEmpty ? "[]\n" : "[\n" + objects.map { "  " + $0 }.joined(separator: ",\n") + "\n]\n"
  }

  /// An object on each line and nothing else.
  func lines(of table: ResultTable) -> String {
    objects(of: table).map { $0 + "\n" }.joined()
  }

  private func objects(of table: ResultTable) -> [String] {
    let places = table.places(for: .program)
    let keys = table.heads(of: places, words)
    return table.rows.map { row in JSONValue.object(zip(keys, places).map { ($0, value(row[$1])) }).line }
  }

  private func value(_ cell: ResultTable.Cell) -> JSONValue {
    switch cell {
    case .text(let text): .text(text)
    case .whole(let value): .whole(value)
    case .real(let value), .fraction(let value): .number(value)
    case .missing: .null
    case .list(let items): .array(items.map(JSONValue.text))
    case .pairs(let pairs): .object(pairs.map { (words == .chinese ? $0.label : $0.name, value($0.value)) })
    case .shown(let bare, _): value(bare)
    case .word(let code, let shown): words == .chinese ? .text(shown) : value(code)
    }
  }
}
