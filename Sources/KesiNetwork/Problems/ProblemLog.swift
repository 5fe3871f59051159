/// The problems found while tables are read. It keeps the first of them and counts the rest, so that ten million bad
/// rows do not fill memory.
package final class ProblemLog {
  package private(set) var record = ProblemRecord()

  package init() {}

  package var errors: [Problem] { record.errors }
  package var warnings: [Problem] { record.warnings }
  package var errorCount: Int { record.errorCount }
  package var warningCount: Int { record.warningCount }

  package func add(_ problem: Problem) { record.add(problem) }

  /// Adds what another worker has found, whose rows come after so many others.
  package func add(_ others: ProblemRecord, after rows: Int = 0) { record.add(others, after: rows) }
}

/// Problems as values: the first of them, and how many there are.
package struct ProblemRecord: Sendable {
  private static let kept = 200
  package private(set) var errors: [Problem] = []
  package private(set) var warnings: [Problem] = []
  package private(set) var errorCount = 0
  package private(set) var warningCount = 0

  package init() {}

  package mutating func add(_ problem: Problem) {
    switch problem.severity {
    case .error:
      errorCount += 1
      if errors.count < Self.kept { errors.append(problem) }
    case .warning, .notice:
      warningCount += 1
      if warnings.count < Self.kept { warnings.append(problem) }
    }
  }

  package mutating func add(_ others: ProblemRecord, after rows: Int) {
    let room = max(0, Self.kept - errors.count)
    errors += others.errors.prefix(room).map { $0.moved(by: rows) }
    warnings += others.warnings.prefix(max(0, Self.kept - warnings.count)).map { $0.moved(by: rows) }
    errorCount += others.errorCount
    warningCount += others.warningCount
  }
}

extension Problem {
  /// The same in a row further down.
  fileprivate func moved(by rows: Int) -> Problem {
    switch place {
    case .cell(let file, let row?, let column, let columnZh):
      Problem(severity, .cell(file: file, row: row + rows, column: column, columnZh: columnZh), message)
    case .line(let file, let line): Problem(severity, .line(file: file, line + rows), message)
    case .file, .cell, .xml, .json: self
    }
  }
}
