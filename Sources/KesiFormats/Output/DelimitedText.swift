import KesiCluster

/// CSV (RFC 4180) and TSV for programs and spreadsheets.
///
/// A text that a spreadsheet would run as a formula (it begins with = + - @ or a tab and is no number) gets an
/// apostrophe before it, as OWASP advises.
struct DelimitedText {
  let delimiter: Character

  static let csv = DelimitedText(delimiter: ",")
  static let tsv = DelimitedText(delimiter: "\t")

  func text(of table: ResultTable) -> String {
    let places = table.places(forPeople: false)
    var text = ""
    append(places.map { field(.text(table.columns[$0].name)) }, to: &text)
    for row in table.rows { append(places.map { field(row[$0]) }, to: &text) }
    return text
  }

  private func append(_ fields: [String], to text: inout String) {
    for (index, field) in fields.enumerated() {
      if index > 0 { text.append(delimiter) }
      text += field
    }
    text += "\n"
  }

  private func field(_ cell: ResultTable.Cell) -> String {
    switch cell {
    case .whole(let value): String(value)
    case .real(let value): value.plain
    default: quoted(guarded(plain(cell)))
    }
  }

  private func plain(_ cell: ResultTable.Cell) -> String {
    switch cell {
    case .text(let text): text
    case .whole(let value): String(value)
    case .real(let value): value.plain
    case .missing: ""
    case .list(let items): items.joined(separator: ";")
    case .pairs(let pairs): pairs.map { "\($0.name)=\(plain($0.value))" }.joined(separator: ";")
    case .shown(let value, _): plain(value)
    }
  }

  private func guarded(_ text: String) -> String {
    guard let first = text.utf8.first, [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first) else { return text }
    return Double(text) == nil ? "'" + text : text
  }

  private func quoted(_ text: String) -> String {
    let needsQuotes = text.unicodeScalars.contains {
      $0 == "\"" || $0 == "\n" || $0 == "\r" || Character($0) == delimiter
    }
    guard needsQuotes else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
