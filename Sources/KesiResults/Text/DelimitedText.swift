import KesiFormats

/// CSV (RFC 4180) and TSV. Every text is written as it is, so that what is read back is the same: what a reader could take
/// for something else (a comment, white space to be left out) stands in quotes.
///
/// For a spreadsheet it begins with a byte order mark, and a text that would run as a formula gets an apostrophe before it,
/// as OWASP advises: see ``Swift/String/runsAsFormula``.
struct DelimitedText {
  let delimiter: Unicode.Scalar
  var words = ResultTable.Words.codes
  var isGuarded = false

  /// Hands the text over, a line at a time.
  func put(_ table: ResultTable, to put: (String) throws -> Void) rethrows {
    let places = table.places(for: .program)
    if isGuarded { try put("\u{FEFF}") }
    try put(line(table.heads(of: places, words).map { field(.text($0)) }))
    for row in table.rows { try put(line(places.map { field(row[$0]) })) }
  }

  private func line(_ fields: [String]) -> String {
    var text = ""
    for (index, field) in fields.enumerated() {
      if index > 0 { text.unicodeScalars.append(delimiter) }
      text += field
    }
    return text + "\n"
  }

  private func field(_ cell: ResultTable.Cell) -> String {
    switch cell {
    case .whole(let value): String(value)
    case .real(let value), .fraction(let value): value.plain
    default: (isGuarded ? guarded(plain(cell)) : plain(cell)).asField(between: delimiter)
    }
  }

  /// A cell as a text, without quotes around it.
  func plain(_ cell: ResultTable.Cell) -> String {
    switch cell {
    case .text(let text): text
    case .whole(let value): String(value)
    case .real(let value), .fraction(let value): value.plain
    case .missing: ""
    case .list(let items): items.joined(separator: ";")
    case .pairs(let pairs):
      pairs.map { "\(words == .chinese ? $0.label : $0.name)=\(plain($0.value))" }.joined(separator: ";")
    case .shown(let value, _): plain(value)
    case .word(let code, let shown): words == .chinese ? shown : plain(code)
    }
  }

  private func guarded(_ text: String) -> String { text.runsAsFormula ? "'" + text : text }
}
