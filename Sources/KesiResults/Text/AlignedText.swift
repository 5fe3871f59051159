import KesiNetwork

/// A table for people, aligned by what a terminal shows: Chinese characters take two places. Columns of text wrap so
/// that the table fits the width.
struct AlignedText {
  let language: Language
  let width: Int
  private static let gap = 2
  /// A column this narrow is not wrapped.
  private static let shortText = 14
  /// Longer words may be cut.
  private static let longestWord = 18

  func text(of table: ResultTable) -> String {
    let places = table.places(for: .line)
    let header = places.map { table.columns[$0].title(language) }
    let rows = Array(table.rows)
    let isNumber = places.map { place in rows.contains { $0[place].number != nil } }
    let cells = table.cellsForPeople(places)
    let columns = places.indices.map { column in [header[column]] + cells.map { $0[column] } }
    let widths = fit(columns, isNumber: isNumber)
    var text = table.heading(language).isEmpty ? "" : table.heading(language).visible + "\n\n"
    let wrapped = cells.map { row in zip(row, widths).map { $0.wrapped(to: $1) } }
    let hasWraps = wrapped.contains { row in row.contains { $0.count > 1 } }
    guard !table.rows.isEmpty || table.appendices.isEmpty else { return text + appendices(of: table) }
    append(zip(header, widths).map { $0.wrapped(to: $1) }, widths, isNumber, to: &text)
    text += widths.map { String(repeating: "─", count: $0) }.joined(separator: String(repeating: " ", count: Self.gap))
    text += "\n"
    for (index, row) in wrapped.enumerated() {
      append(row, widths, isNumber, to: &text)
      if hasWraps, index + 1 < wrapped.count { text += "\n" }
    }
    return text + appendices(of: table)
  }

  private func appendices(of table: ResultTable) -> String {
    table.shownAppendices.map { appendix in
      let lines = appendix.lines.flatMap { line in
        line.wrapped(to: width - 4).enumerated().map { ($0 == 0 ? "  " : "    ") + $1 + "\n" }
      }
      return "\n" + appendix.title(language) + "\n" + lines.joined()
    }.joined()
  }

  /// Takes from the columns of text until all fit, always from the one that would still need the fewest lines, so that
  /// long texts keep the room. No column becomes narrower than its longest word.
  private func fit(_ columns: [[String]], isNumber: [Bool]) -> [Int] {
    let natural = columns.map { $0.map(\.displayWidth).max() ?? 0 }
    let narrowest = columns.indices.map { column in
      natural[column] <= Self.shortText
        ? natural[column] : max(Self.shortText, min(Self.longestWord, columns[column].map(\.longestPiece).max() ?? 0))
    }
    var widths = natural
    let room = width - Self.gap * (natural.count - 1)
    while widths.reduce(0, +) > room {
      let shrinkable = widths.indices.filter { !isNumber[$0] && widths[$0] > narrowest[$0] }
      let lines = { (column: Int) in Double(natural[column]) / Double(widths[column]) }
      guard let shortest = shrinkable.min(by: { (lines($0), $0) < (lines($1), $1) }) else { return widths }
      widths[shortest] -= 1
    }
    return widths
  }

  private func append(_ cells: [[String]], _ widths: [Int], _ isNumber: [Bool], to text: inout String) {
    for line in 0..<(cells.map(\.count).max() ?? 0) {
      var row = ""
      for (column, lines) in cells.enumerated() {
        let part = line < lines.count ? lines[line] : ""
        let padding = String(repeating: " ", count: max(0, widths[column] - part.displayWidth))
        row +=
          (column > 0 ? String(repeating: " ", count: Self.gap) : "")
          + (isNumber[column] ? padding + part : part + padding)
      }
      while row.last == " " { row.removeLast() }
      text += row + "\n"
    }
  }
}

/// A table in Markdown, as GitHub and others read it.
struct MarkdownText {
  let language: Language

  func text(of table: ResultTable) -> String {
    let places = table.places(for: .line)
    let rows = Array(table.rows)
    let isNumber = places.map { place in rows.contains { $0[place].number != nil } }
    let heading = table.heading(language)
    var text = heading.isEmpty ? "" : escaped(heading) + "\n\n"
    text += line(places.map { escaped(table.columns[$0].title(language)) })
    text += line(isNumber.map { $0 ? "---:" : "---" })
    for row in table.cellsForPeople(places) { text += line(row.map(escaped)) }
    for appendix in table.shownAppendices {
      text += "\n\(escaped(appendix.title(language)))\n" + (appendix.lines.isEmpty ? "" : "\n")
      for line in appendix.lines { text += "- \(escaped(line))\n" }
    }
    return text
  }

  private func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

  private func escaped(_ text: String) -> String {
    // By scalars: a mark that combines would hide the sign it stands on.
    var result = String.UnicodeScalarView()
    for scalar in text.visible.unicodeScalars {
      if "\\|<>*_`[]".unicodeScalars.contains(scalar) { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }
}

extension ResultTable {
  /// Those that say anything: by their lines, or by a title that is a sentence.
  fileprivate var shownAppendices: [Appendix] { appendices.filter { !$0.lines.isEmpty || $0.title.en.last == "." } }

  /// What people read in the places of each row. A column is uniform: where one number has digits after the point, all
  /// that are no counts have three.
  func cellsForPeople(_ places: [Int]) -> [[String]] {
    let hasFractions = places.map { place in rows.contains { $0[place].hasDecimals } }
    return rows.map { row in zip(places, hasFractions).map { row[$0].forPeople(fixed: $1) } }
  }
}

extension ResultTable.Cell {
  /// What people read; with `fixed`, numbers have all three digits after the point, so that a column of them lines up.
  func forPeople(fixed: Bool) -> String {
    switch self {
    case .text(let text): text.visible
    case .whole(let value): String(value)
    case .real(let value): (fixed ? Figure.index(value) : .amount(value)).cell
    case .fraction(let value): Figure.index(value).cell
    case .missing: ""
    case .list(let items): items.joined(separator: ", ").visible
    case .pairs(let pairs):
      pairs.map { "\($0.name)=\($0.value.forPeople(fixed: false))" }.joined(separator: ", ").visible
    case .shown(_, let text), .word(_, let text): text.visible
    }
  }

  /// Whether it is a number with something after the point, or one that always shows it.
  var hasDecimals: Bool {
    switch bare {
    case .real(let value): value != value.rounded()
    case .fraction: true
    default: false
    }
  }
}
