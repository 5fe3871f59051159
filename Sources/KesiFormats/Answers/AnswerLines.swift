import KesiNetwork

extension AnswerReading {
  /// The most rows that are named.
  private static let mostNamed = 20

  /// What was filled in, a line each; then what was not answered, and how many answers the tables have already.
  package func lines(in network: Network) -> [Phrase] {
    let (keys, words) = (RowKeys(of: network), AnswerWords(of: network))
    var lines = given.map { given -> Phrase in
      let cell = given.cell
      let (key, answer) = (keys.key(of: cell), words.text(of: given.answer, in: cell))
      let column = cell.head.map { Phrase($0.id, zh: $0.title(in: .zh)) } ?? Phrase(cell.column, zh: cell.column)
      return Phrase(
        "\(cell.table.file): \(key), \(column.en): (empty) → \(answer.en)",
        zh: "\(cell.table.name.zh)：\(key)，\(column.zh)：（空）→ \(answer.zh)")
    }
    lines.append(
      Phrase(
        "\(given.count.counted("answer")) filled in\(knownCount > 0 ? ", \(knownCount) in the tables already" : "").",
        zh: "填入答复 \(given.count) 项\(knownCount > 0 ? "，另有 \(knownCount) 项表中已有" : "")。"))
    if !open.isEmpty {
      let rows = open.prefix(Self.mostNamed).compactMap(\.row).map(String.init)
      let more = open.count > rows.count
      lines.append(
        Phrase(
          "Not answered: \(open.count.counted("row")) of the form (\(rows.joined(separator: ", "))\(more ? ", …" : "")).",
          zh: "未答复：征询表中 \(open.count) 行（第 \(rows.joined(separator: "、"))\(more ? "……" : "") 行）。"))
    }
    return lines
  }
}
