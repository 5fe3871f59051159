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
  /// Where it is; where it is in many rows, in the first of them.
  public let place: Place
  public let message: Phrase
  /// In how many rows it is.
  public internal(set) var count: Int

  public init(_ severity: Severity, _ place: Place, _ message: Phrase, count: Int = 1) {
    self.count = count
    self.severity = severity
    self.place = place
    self.message = message
  }

  public var file: String { place.fileName }

  /// The line of the file, from 1; of a table the row as a spreadsheet counts.
  public var row: Int? { place.row }

  /// `ties.csv:17: target: message`; in Chinese `ties.csv 第 17 行，乙方（target）：message`, and in how many rows where there are
  /// more. One line that steers no terminal: what an id or a value hides is seen.
  public func line(in language: Language) -> String {
    let first = row.map { Phrase(", the first is \($0)", zh: "，首见于第 \($0) 行") } ?? Phrase("", zh: "")
    let others = count == 1 ? nil : Phrase(" (\(count) rows\(first.en))", zh: "（共 \(count) 行\(first.zh)）")
    return (place.text(in: language) + (language == .zh ? "：" : ": ") + message(language) + (others?(language) ?? ""))
      .visible
  }
}

/// Data that cannot be used: the first problems found, and how many there are.
public struct BadData: Error, Sendable {
  public let problems: [Problem]
  public let count: Int
  /// What else was noticed, the first of it: it would not have kept the data from being used.
  public var warnings: [Problem] = []
  public var warningCount = 0
  /// How that was read which was read.
  public var remarks: [Remark] = []

  public init(_ problems: [Problem], count: Int? = nil) {
    self.problems = problems
    self.count = count ?? problems.count
  }
}
