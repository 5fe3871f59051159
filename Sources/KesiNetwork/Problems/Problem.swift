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
  public let place: Place
  public let message: Phrase

  public init(_ severity: Severity, _ place: Place, _ message: Phrase) {
    self.severity = severity
    self.place = place
    self.message = message
  }

  public var file: String {
    switch place {
    case .file(let file), .line(let file, _), .cell(let file, _, _, _), .xml(let file, _, _), .json(let file, _): file
    }
  }

  /// The line of the file, from 1; of a table the row as a spreadsheet counts.
  public var row: Int? {
    switch place {
    case .line(_, let line), .xml(_, _, let line): line
    case .cell(_, let row, _, _): row
    case .file, .json: nil
    }
  }

  /// `ties.csv:17: target: message`; in Chinese `ties.csv 第 17 行，乙方（target）：message`. One line that steers no terminal:
  /// what an id or a value hides is seen.
  public func line(in language: Language) -> String {
    (place.text(in: language) + (language == .zh ? "：" : ": ") + message(language)).visible
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
