import KesiNetwork

extension Cells {
  /// The start of a period; with its end, where the cell holds both: `2021.3—至今`.
  func start(_ place: Int, _ column: ColumnHead) -> Period? {
    let period = plainDate(place).map { Period(from: $0) } ?? writtenStart(place, column)
    if let date = period?.from { look(at: date, place, column) }
    return period
  }

  private func writtenStart(_ place: Int, _ column: ColumnHead) -> Period? {
    guard let text = statedText(place, column) else { return nil }
    switch WrittenPeriod.read(text, style: style(place).dates) {
    case .missing: return nil
    case .date(let date): return Period(from: date.first)
    case .period(let period): return period
    case .ambiguous(let day, let month): refuse(text, day, month, column)
    case .reversed(let period):
      reportReversed(period.to?.text ?? "", period.from?.text ?? "", column)
    case .unreadable: refuse(text, column)
    }
    return nil
  }

  /// The end of a period; nil where it goes on, too. One before its start is a problem.
  ///
  /// - Parameter start: where the start stands.
  func end(_ place: Int, _ column: ColumnHead, of period: Period, start: Int?) -> PartialDate? {
    guard let end = plainDate(place) ?? writtenEnd(place, column) else { return nil }
    if let from = period.from, from.earliest > end.latest {
      reportReversed(text(place) ?? "", start.flatMap(text) ?? "", column)
    } else {
      look(at: end, place, column)
    }
    return end
  }

  /// Says where a date is so far from the others of its column that it is most likely a slip.
  @inline(__always) private func look(at date: PartialDate, _ place: Int, _ column: ColumnHead) {
    guard let usual = style(place).usualYears, !usual.contains(date.year) else { return }
    report(
      .warning, column,
      Phrase(
        "“\(text(place)?.shortened ?? date.text)” is far from the other dates of the column. If it is a slip, correct it.",
        zh: "“\(text(place)?.shortened ?? date.text)”与该列其他日期相差很远。如系误填，请改正。"))
  }

  private func writtenEnd(_ place: Int, _ column: ColumnHead) -> PartialDate? {
    guard let text = statedText(place, column) else { return nil }
    switch WrittenDate.read(text, style: style(place).dates) {
    case .missing, .goesOn: return nil
    case .date(let date): return date.last
    case .ambiguous(let day, let month): refuse(text, day, month, column)
    case .unreadable: refuse(text, column)
    }
    return nil
  }

  private func refuse(_ text: String, _ column: ColumnHead) {
    if case .date(let date) = WrittenDate.read(text, style: WrittenDate.Style(countsDays: true)) {
      return report(
        .error, column,
        Phrase(
          "“\(text.shortened)” is not a date. If it is the number by which spreadsheets keep \(date.first.text), give the cell the format of a date, or write \(date.first.text).",
          zh: "“\(text.shortened)”不是有效日期。如为电子表格内部存储 \(date.first.text) 的序列号，请将单元格设为日期格式，或改写为 \(date.first.text)。"))
    }
    report(
      .error, column,
      Phrase(
        "“\(text.shortened)” is not a date. Write 2024, 2024-05 or 2024-05-17.",
        zh: "“\(text.shortened)”不是有效日期。请写成 2024、2024-05 或 2024-05-17。"))
  }

  private func refuse(_ text: String, _ day: PartialDate, _ month: PartialDate, _ column: ColumnHead) {
    report(
      .error, column,
      Phrase(
        "“\(text.shortened)” may be \(day.text) or \(month.text), and no other cell of the column tells whether the day or the month stands first. Write \(day.text) or \(month.text).",
        zh: "“\(text.shortened)”可能是 \(day.text)，也可能是 \(month.text)，该列其他单元格也看不出日、月的先后。请改写为 \(day.text) 或 \(month.text)。")
    )
  }

  private func reportReversed(_ end: String, _ start: String, _ column: ColumnHead) {
    report(
      .error, column,
      Phrase(
        "“\(end)” is before the start, “\(start)”. Check both dates.", zh: "“\(end)”早于开始时间“\(start)”。请核对这两个日期。"))
  }
}

/// Words of closed lists.
extension Cells {
  /// The code of a word of a closed list, in English or Chinese. A word that is not in it states nothing, and is said.
  func code(_ place: Int, _ column: ColumnHead, of words: ClosedWords) -> String? {
    guard let text = statedText(place, column) else { return nil }
    if let code = words.code(text) ?? words.code(text.folded) { return code }
    let english = words.labels.map(\.en).joined(separator: ", ")
    let chinese = words.labels.map(\.zh).joined(separator: "、")
    report(
      .warning, column,
      Phrase(
        "“\(text.shortened)” is not one of the words for this column and counts as not stated. Write one of: \(english); or leave it empty.",
        zh: "“\(text.shortened)”不是此列可用的词，按未填处理。请改为：\(chinese)；或留空。"))
    return nil
  }
}

extension IdIndex {
  private static let mostHints = 200

  /// The row that a word in a cell means; one that means nothing becomes a problem with the nearest id that there is.
  ///
  /// - Parameters:
  ///   - isUncertain: whether the table has faults of its own, so that what is not found is no fault.
  ///   - isListed: whether the cell may hold several.
  func resolve(
    _ word: String, _ column: ColumnHead, _ cells: Cells, isUncertain: Bool, inList isListed: Bool = false
  ) -> Int? {
    let match = match(word)
    if case .row(let row) = match { return row }
    if isUncertain { return nil }
    switch match {
    case .row: break
    case .several:
      cells.report(
        .error, column,
        Phrase(
          "“\(word.shortened)” is the name of several rows of \(file). Write the id of the one that is meant.",
          zh: "\(file) 中有多行名称为“\(word.shortened)”。请改填所指那一行的编号。"))
    case .none:
      // What is looked for costs more than it helps once many are unknown.
      let isHinted = cells.log.errorCount < Self.mostHints
      if isHinted, let names = severalNames(in: word) {
        let list = names.map(\.asListItem).joined(separator: ";")
        cells.report(
          .error, column,
          isListed
            ? Phrase(
              "“\(word.shortened)” names several rows of \(file). Write semicolons between them: “\(list.shortened)”.",
              zh: "“\(word.shortened)”含有 \(file) 中的多个名称。请用分号隔开：“\(list.shortened)”。")
            : Phrase(
              "“\(word.shortened)” names several rows of \(file). Give each a row of its own, or let kesi import sheet split them.",
              zh: "“\(word.shortened)”含有 \(file) 中的多个名称。请拆成多行，或用 kesi import sheet 自动拆分。"))
        return nil
      }
      let near = isHinted ? nearest(to: word) : nil
      let hint = near.map { (" Did you mean “\($0)”?", "是否应为“\($0)”？") } ?? ("", "")
      cells.report(
        .error, column,
        Phrase(
          "“\(word.shortened)” is not in \(file).\(hint.0) Add it there, or correct this cell.",
          zh: "\(file) 中没有“\(word.shortened)”。\(hint.1)请在该表中补上，或改正此单元格。"))
    }
    return nil
  }
}
