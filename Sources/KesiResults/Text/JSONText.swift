import KesiNetwork

/// JSON (RFC 8259) with the keys in the order of the columns, which the encoders at hand do not keep.
struct JSONText {
  /// The keys of an object that holds a table and how it came about.
  static let (meta, rows) = ("meta", "rows")

  var words = ResultTable.Words.codes

  /// Hands over an array with an object on each line; with a provenance an object of both, ``meta`` and ``rows``.
  func putArray(of table: ResultTable, _ provenance: Provenance?, to put: (String) throws -> Void) rethrows {
    if let provenance { try put("{\n\(Self.meta.inJSON): \(provenance.json.line),\n\(Self.rows.inJSON): ") }
    var isFirst = true
    try putObjects(of: table) { object in
      try put((isFirst ? "[\n  " : ",\n  ") + object)
      isFirst = false
    }
    try put(isFirst ? "[]\n" : "\n]\n")
    if provenance != nil { try put("}\n") }
  }

  /// Hands over an object on each line and nothing else.
  func putLines(of table: ResultTable, to put: (String) throws -> Void) rethrows {
    try putObjects(of: table) { try put($0 + "\n") }
  }

  private func putObjects(of table: ResultTable, to put: (String) throws -> Void) rethrows {
    let places = table.places(for: .program)
    let keys = table.heads(of: places, words)
    for row in table.rows { try put(JSONValue.object(zip(keys, places).map { ($0, value(row[$1])) }).line) }
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
