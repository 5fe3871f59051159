import KesiNetwork

/// The cells of a row under reading, each read as what it should be. A cell that is not becomes a problem in the log, and
/// nil.
struct Cells {
  let record: Record
  /// What the table is called.
  let file: String
  let log: ProblemLog

  /// The text of a cell; nil where the cell or the column is empty or absent.
  func text(_ place: Int) -> String? { rawText(place)?.unwrapped }

  /// The same, with the quotes that keep white space at its ends.
  func rawText(_ place: Int) -> String? {
    guard place < record.fields.count else { return nil }
    let text = record.string(record.fields[place])
    return text.isEmpty ? nil : text
  }

  /// Whether a row may be without a value here; a problem where it may not.
  func mayBeEmpty(_ column: ColumnHead) -> Bool {
    guard column.need == .value else { return true }
    report(.error, column, Phrase("is empty. Every row needs a value here.", zh: "未填写。此列每一行都必须填写。"))
    return false
  }

  /// A finite number within bounds, in the form of programs (`1234.5`, `1e6`).
  func number(_ place: Int, _ column: ColumnHead, in range: ClosedRange<Double>) -> Double? {
    guard let text = text(place) else { return nil }
    if let number = Double(decimal: text), number.isFinite, range.contains(number) {
      if number.isWorkable { return number }
      report(.error, column, .unworkable(text.shortened, number))
      return nil
    }
    let (least, most) = (range.lowerBound.plain, range.upperBound)
    let bounds =
      most < .greatestFiniteMagnitude
      ? Phrase("a number from \(least) to \(most.plain)", zh: " \(least) 至 \(most.plain) 之间的数字")
      : Phrase("a number of \(least) or more", zh: "大于或等于 \(least) 的数字")
    report(
      .error, column,
      Phrase(
        "“\(text.shortened)” is not \(bounds.en). Write it as 12.5, without units or thousands separators.",
        zh: "应为\(bounds.zh)，现为“\(text.shortened)”。请写成 12.5 的形式，不带单位和千分位逗号。"))
    return nil
  }

  private static let answers = Answer.vocabulary

  func flag(_ place: Int, _ column: ColumnHead) -> Bool? {
    guard let text = text(place) else { return nil }
    if let answer = Self.answers[text] { return answer == Answer.yes.rawValue }
    report(
      .error, column,
      Phrase(
        "“\(text.shortened)” is neither yes nor no. Write 1 or 0 (是 or 否).",
        zh: "应为“是”或“否”，现为“\(text.shortened)”。请填 1 或 0（是或否）。"))
    return nil
  }

  func date(_ place: Int, _ column: ColumnHead) -> PartialDate? {
    guard let text = text(place) else { return nil }
    if let date = PartialDate(text) { return date }
    report(
      .error, column,
      Phrase(
        "“\(text.shortened)” is not a date. Write 2024, 2024-05 or 2024-05-17.",
        zh: "“\(text.shortened)”不是有效日期。请写成 2024、2024-05 或 2024-05-17。"))
    return nil
  }

  /// The end of a period; one before its start is a problem.
  ///
  /// - Parameter start: where the start stands.
  func end(_ place: Int, _ column: ColumnHead, of period: Period, start: Int?) -> PartialDate? {
    guard let end = date(place, column) else { return nil }
    if let from = period.from, from.earliest > end.latest {
      let (ended, began) = (text(place) ?? "", start.flatMap(text) ?? "")
      report(
        .error, column,
        Phrase(
          "“\(ended)” is before the start, “\(began)”. Check both dates.",
          zh: "“\(ended)”早于开始时间“\(began)”。请核对这两个日期。"))
    }
    return end
  }

  /// The code of a word of a closed list, in English or Chinese.
  func code(_ place: Int, _ column: ColumnHead, of words: ClosedWords) -> String? {
    guard let text = text(place) else { return nil }
    if let code = words.code(text) { return code }
    let english = words.labels.map(\.en).joined(separator: ", ")
    let chinese = words.labels.map(\.zh).joined(separator: "、")
    report(
      .error, column,
      Phrase(
        "“\(text.shortened)” is not one of the words for this column. Write one of: \(english); or leave it empty.",
        zh: "“\(text.shortened)”不是此列可用的词。请改为：\(chinese)；或留空。"))
    return nil
  }

  func report(_ severity: Problem.Severity, _ column: ColumnHead, _ message: Phrase) {
    log.add(Problem(severity, column.place(in: file, row: record.row), message))
  }
}
