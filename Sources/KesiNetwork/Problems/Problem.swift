/// Something wrong in what a person brought: where it is, what was found and expected, what to do. One line.
public struct Problem: Error, Sendable, Equatable {
  public enum Severity: Sendable {
    /// The run stops, nothing is written.
    case error
    /// Something was left out or merged; the run goes on and says so.
    case warning
    /// Something worth a look that changes nothing; `check` lists it.
    case notice
  }

  public let severity: Severity
  public let file: String
  /// The row as a spreadsheet counts: the header is row 1. Nil where the whole file is meant.
  public let row: Int?
  public let column: String?
  /// What the column is called in Chinese.
  public let columnZh: String?
  public let message: Phrase

  public init(
    _ severity: Severity, file: String, row: Int? = nil, column: String? = nil, columnZh: String? = nil,
    _ message: Phrase
  ) {
    self.severity = severity
    self.file = file
    self.row = row
    self.column = column
    self.columnZh = columnZh
    self.message = message
  }

  /// `ties.csv:17: target: message`; in Chinese `ties.csv 第 17 行，乙方（target）：message`. One line that steers no terminal:
  /// what an id or a value hides is seen.
  public func line(in language: Language) -> String {
    guard language == .zh else {
      let place = [file, row.map(String.init)].compactMap { $0 }.joined(separator: ":")
      return [place, column, message.en].compactMap { $0 }.joined(separator: ": ").visible
    }
    let title = column.map { column in columnZh.map { "\($0)（\(column)）" } ?? column }
    let place = file + (row.map { " 第 \($0) 行" } ?? "")
    return ([place, title].compactMap { $0 }.joined(separator: "，") + "：" + message.zh).visible
  }
}

/// Data that cannot be used: the first problems found, and how many there are.
public struct BadData: Error, Sendable {
  public let problems: [Problem]
  public let count: Int

  public init(_ problems: [Problem], count: Int? = nil) {
    self.problems = problems
    self.count = count ?? problems.count
  }
}
