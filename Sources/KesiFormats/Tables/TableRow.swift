import KesiNetwork

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A row of a table under reading: its cells by column, each read as what it should be. A cell that is not becomes a
/// problem in the log, and nil.
struct TableRow<Column: TableColumn> {
  private let parser: CSVParser
  private let places: ColumnPlaces<Column>
  let log: ProblemLog

  init(parser: CSVParser, places: ColumnPlaces<Column>, log: ProblemLog) {
    self.parser = parser
    self.places = places
    self.log = log
  }

  /// The row as a spreadsheet counts.
  var number: Int { parser.row }

  /// The text of a cell; nil where the cell or the column is empty or absent.
  func text(_ column: Column) -> String? {
    guard let place = places[column], place < parser.fields.count else { return nil }
    let text = parser.string(parser.fields[place])
    return text.isEmpty ? nil : text
  }

  /// The text of a cell that must not be empty.
  func required(_ column: Column) -> String? {
    if let text = text(column) { return text }
    report(.error, column, Phrase("is empty. Every row needs a value here.", zh: "未填写。此列每一行都必须填写。"))
    return nil
  }

  /// A finite number within bounds, in the form of programs (`1234.5`, `1e6`).
  func number(_ column: Column, atLeast least: Double = 0, atMost most: Double = .greatestFiniteMagnitude) -> Double? {
    guard let text = text(column) else { return nil }
    if let number = Double(decimal: text), number.isFinite, number >= least, number <= most {
      if number.isWorkable { return number }
      report(.error, column, .unworkable(text.shortened, number))
      return nil
    }
    let bounds =
      most < .greatestFiniteMagnitude
      ? Phrase("a number from \(least.plain) to \(most.plain)", zh: " \(least.plain) 至 \(most.plain) 之间的数字")
      : Phrase("a number of \(least.plain) or more", zh: "大于或等于 \(least.plain) 的数字")
    report(
      .error, column,
      Phrase(
        "“\(text.shortened)” is not \(bounds.en). Write it as 12.5, without units or thousands separators.",
        zh: "应为\(bounds.zh)，现为“\(text.shortened)”。请写成 12.5 的形式，不带单位和千分位逗号。"))
    return nil
  }

  /// Words separated by `;`, `；`, `、` or `|`.
  func list(_ column: Column) -> [String] {
    guard let text = text(column) else { return [] }
    // By scalar: a sign before a combining mark is a sign.
    return text.unicodeScalars.split { $0 == ";" || $0 == "；" || $0 == "、" || $0 == "|" }
      .map { String($0.trimmed) }.filter { !$0.isEmpty }
  }

  func flag(_ column: Column) -> Bool? {
    guard let text = text(column) else { return nil }
    switch text.lowercased() {
    case "1", "true", "yes", "y", "是", "有": return true
    case "0", "false", "no", "n", "否", "无": return false
    default:
      report(
        .error, column,
        Phrase(
          "“\(text.shortened)” is neither yes nor no. Write 1 or 0 (是 or 否).",
          zh: "应为“是”或“否”，现为“\(text.shortened)”。请填 1 或 0（是或否）。"))
      return nil
    }
  }

  func date(_ column: Column) -> PartialDate? {
    guard let text = text(column) else { return nil }
    if let date = PartialDate(text) { return date }
    report(
      .error, column,
      Phrase(
        "“\(text.shortened)” is not a date. Write 2024, 2024-05 or 2024-05-17.",
        zh: "“\(text.shortened)”不是有效日期。请写成 2024、2024-05 或 2024-05-17。"))
    return nil
  }

  func period(_ from: Column, _ to: Column) -> Period {
    let period = Period(from: date(from), to: date(to))
    if let start = period.from, let end = period.to, start.earliest > end.latest {
      report(
        .error, to,
        Phrase(
          "“\(text(to) ?? "")” is before the start, “\(text(from) ?? "")”. Check both dates.",
          zh: "“\(text(to) ?? "")”早于开始时间“\(text(from) ?? "")”。请核对这两个日期。"))
    }
    return period
  }

  /// A word of a closed list, in English or Chinese.
  func term<Value: Term>(_ column: Column, _: Value.Type) -> Value? {
    guard let text = text(column) else { return nil }
    if let value = Value(word: text) { return value }
    let english = Value.allCases.map(\.rawValue).joined(separator: ", ")
    let chinese = Value.allCases.map { $0.chinese[0] }.joined(separator: "、")
    report(
      .error, column,
      Phrase(
        "“\(text.shortened)” is not one of the words for this column. Write one of: \(english); or leave it empty.",
        zh: "“\(text.shortened)”不是此列可用的词。请改为：\(chinese)；或留空。"))
    return nil
  }

  func report(_ severity: Problem.Severity, _ column: Column, _ message: Phrase) {
    log.add(
      Problem(severity, file: Column.file, row: number, column: column.rawValue, columnZh: column.chinese, message))
  }
}
