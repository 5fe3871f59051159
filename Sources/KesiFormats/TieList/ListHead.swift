import KesiNetwork

/// What the rows of a file are that stands alone: ties, or memberships of two modes. Told by its header, by what the first
/// row differs in from those below, or by a comment above them.
enum ListHead {
  case ties(TableHead<Tie>)
  case members(TableHead<Membership>)
  /// A matrix of actors by actors.
  case matrix
  /// What it is instead, or why it cannot be told.
  case unclear(Problem)

  /// So many rows are looked at for a header: more do not stand above a table.
  private static let mostAbove = 20

  init(_ sample: ListSample, of file: String, hasHeader: Bool?) {
    self =
      (hasHeader == false ? nil : Self.named(sample, file)) ?? Self.commented(sample)
      ?? Self.unnamed(sample, file, hasHeader)
  }

  /// By a header whose words are known.
  private static func named(_ sample: ListSample, _ file: String) -> ListHead? {
    for (place, row) in sample.rows.prefix(mostAbove).enumerated() {
      // What stands above a header is a title or a note.
      if place > 0, sample.rows[place - 1].cells.count(where: { !$0.isEmpty }) > 2 { break }
      let titles = row.cells
      if let ties = head(Tie.self, titles, row.number, place + 1, sample, place) { return .ties(ties) }
      if let members = head(Membership.self, titles, row.number, place + 1, sample, place) { return .members(members) }
      for table in [Table.actors, .chains, .consortia, .positions] where table.isHeaded(by: titles) {
        // An id and a name alone are of somebody: nodes, as graph tools write them.
        let isNamed = table.heads.meanings(of: titles).contains { meaning in
          meaning.map { !["id", "name"].contains(table.heads[$0.column].id) } ?? false
        }
        return .unclear(other(isNamed ? table : .actors, file, titles))
      }
    }
    return nil
  }

  private static func head<Row>(
    _: Row.Type, _ titles: [String], _ row: Int, _ records: Int, _ sample: ListSample, _ place: Int
  ) -> TableHead<Row>? {
    // R writes the names of rows before all columns, but no title for them.
    let hasRowNames =
      titles.count + 1 == sample.width && sample.rows.dropFirst(place + 1).allSatisfy { $0.cells.count == sample.width }
    let titles = hasRowNames ? [""] + titles : titles
    let layout = TableLayout<Row>(titles: titles)
    guard layout.missing.isEmpty, layout.isPlain || !sample.names(titles.prefix(3), comeAgainBelow: place) else {
      return nil
    }
    return TableHead(layout, titles: titles, row: row, records: records)
  }

  /// By a comment: KONECT says what a list is, SNAP names its columns.
  private static func commented(_ sample: ListSample) -> ListHead? {
    if let words = sample.comments.first?.split(separator: " "), words.count >= 2,
      ["sym", "asym", "bip"].contains(words[0])
    {
      let isNumbered = sample.width > 2
      if words[0] == "bip" {
        return .members(
          TableHead(TableLayout(of: [MemberColumns.actor, MemberColumns.consortium], width: sample.width)))
      }
      let columns = [TieColumns.source, TieColumns.target] + (isNumbered ? [TieColumns.weight] : [])
      return .ties(TableHead(TableLayout(of: columns, width: sample.width)))
    }
    guard let comment = sample.comments.last else { return nil }
    let marks: [Character] = ["\t", ",", ";", "|", " "]
    for mark in marks {
      let titles = comment.split(separator: mark).map { String($0.unicodeScalars.trimmed) }
      guard titles.count == sample.width else { continue }
      let layout = TableLayout<Tie>(titles: titles)
      if layout.missing.isEmpty { return .ties(TableHead(layout, titles: titles)) }
    }
    return nil
  }

  /// By place: two ends, and a number where there is a third column.
  private static func unnamed(_ sample: ListSample, _ file: String, _ hasHeader: Bool?) -> ListHead {
    guard let first = sample.rows.first, sample.width > 1 else { return .unclear(uncut(sample, file)) }
    if sample.isMatrix { return .matrix }
    if let problem = sample.adjacencyProblem(file) { return .unclear(problem) }
    if let dictionary = sample.dictionaryProblem(file) { return .unclear(dictionary) }
    let isHead = hasHeader ?? false
    if hasHeader == nil, YearTable.areHeads(first.cells) {
      return .unclear(Problem(.error, .line(file: file, first.number), YearTable.refusal(first.cells)))
    }
    if hasHeader == nil, sample.firstLooksLikeHeader {
      return .unclear(
        Problem(
          .error, .line(file: file, first.number),
          Phrase(
            "looks like a header, but no column in it is known to be an end of a tie: \(first.cells.prefix(12).map(\.shortened).joined(separator: ", ")). Call two columns source and target; or say --header to take the first two columns for the ends, --no-header if this line is data.",
            zh:
              "看起来是表头，但其中没有能识别为联系两端的列：\(first.cells.prefix(12).map(\.shortened).joined(separator: "、"))。请将两列命名为“甲方”“乙方”；或用 --header 指定前两列为联系两端；如本行是数据，请用 --no-header。"
          )))
    }
    let hasWeights = sample.width == 3 && sample.isNumeric(2, from: isHead ? 1 : 0)
    guard isHead || sample.width == 2 || hasWeights else {
      return .unclear(
        Problem(
          .error, .line(file: file, first.number),
          Phrase(
            "has \(sample.width) columns and no header that is known, so it cannot be told what they are: \(first.cells.prefix(12).map(\.shortened).joined(separator: ", ")). Add a first line that names them (source, target, weight, kind …); kesi import sheet reads tables of other forms.",
            zh:
              "有 \(sample.width) 列，又没有能识别的表头，无法判断各列含义：\(first.cells.prefix(12).map(\.shortened).joined(separator: "、"))。请在首行写明列名（甲方、乙方、强度、类型等）；其他形式的表格可用 kesi import sheet 导入。"
          )))
    }
    if hasWeights, let dates = sample.datesProblem(2, from: isHead ? 1 : 0, file) { return .unclear(dates) }
    let columns = [TieColumns.source, TieColumns.target] + (hasWeights ? [TieColumns.weight] : [])
    let titles = isHead ? first.cells : []
    return .ties(
      TableHead(
        TableLayout(of: columns, width: isHead ? titles.count : hasWeights ? 3 : 2, titles: titles), titles: titles,
        row: isHead ? first.number : 0, records: isHead ? 1 : 0))
  }

  private static func uncut(_ sample: ListSample, _ file: String) -> Problem {
    guard let first = sample.rows.first else {
      return Problem(
        .error, .file(file),
        Phrase(
          "holds no ties. Each line should name two actors and, if there is one, a weight: “a,b,2”.",
          zh: "没有任何联系。每行应写两个主体，可再加强度，如“甲,乙,2”。"))
    }
    let found = first.cells.joined(separator: " ").shortened
    return Problem(
      .error, .line(file: file, first.number),
      Phrase(
        "nothing parts this line into cells: “\(found)”. Write a comma, semicolon, tab or blank between two names, or say --separator.",
        zh: "本行无法分成单元格：“\(found)”。请在两个名称之间写逗号、分号、制表符或空格，或用 --separator 指定分隔符。"))
  }

  private static func other(_ table: Table, _ file: String, _ titles: [String]) -> Problem {
    Problem(
      .error, .file(file),
      Phrase(
        "is a table of \(table.name.en) (\(titles.prefix(6).map(\.shortened).joined(separator: ", "))), which says of no two that they work together. Put it into a folder as \(table.file), with actors.csv and one of ties.csv, members.csv, positions.csv, and name the folder.",
        zh:
          "是\(table.name.zh)表（\(titles.prefix(6).map(\.shortened).joined(separator: "、"))），没有写明谁与谁有联系。请将其命名为 \(table.file)，与 actors.csv 及 ties.csv、members.csv、positions.csv 之一放入同一文件夹，再指定该文件夹。"
      ))
  }
}

extension Table {
  /// Whether some titles name all the columns that it must have, one of them at least by its own name.
  fileprivate func isHeaded(by titles: [String]) -> Bool {
    func isHeaded<Row: TableRow>(_: Row.Type) -> Bool {
      let layout = TableLayout<Row>(titles: titles)
      return layout.missing.isEmpty
    }
    return isHeaded(row)
  }
}

extension TableLayout {
  /// Whether the columns without which a row is none are called as Kesi calls them itself.
  fileprivate var isPlain: Bool {
    used.filter { $0.column.head.need == .value }.allSatisfy { used in
      let (head, title) = (used.column.head, used.title.plainWord)
      return title == head.id.plainWord || title == head.chinese?.plainWord
    }
  }
}
