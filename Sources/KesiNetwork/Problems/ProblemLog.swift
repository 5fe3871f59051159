/// The problems found while tables are read. What is the same in many rows of a column, such as a word that is not known, is
/// one problem with its count. The log keeps the first of them and counts the rest, so that ten million bad rows do not fill
/// memory.
package final class ProblemLog {
  package private(set) var record = ProblemRecord()

  package init() {}

  package var errors: [Problem] { record.errors.problems }
  package var warnings: [Problem] { record.warnings.problems }
  /// How many there are: as many as are kept, and one for each row beyond them.
  package var errorCount: Int { record.errors.count }
  package var warningCount: Int { record.warnings.count }

  package func add(_ problem: Problem) { record.add(problem) }

  /// Adds what another worker has found, whose rows come after so many others.
  package func add(_ others: ProblemRecord, after rows: Int = 0) { record.add(others, after: rows) }

  /// What there is to throw where anything is an error.
  ///
  /// - Parameter remarks: how that was read which was read.
  package func failure(_ remarks: [Remark] = []) -> BadData? {
    guard errorCount > 0 else { return nil }
    var failure = BadData(errors, count: errorCount)
    (failure.warnings, failure.warningCount, failure.remarks) = (warnings, warningCount, remarks)
    return failure
  }
}

/// The content of a log, as workers hand it on.
package struct ProblemRecord: Sendable {
  fileprivate static let kept = 200

  /// The first problems of some severities, and how many there are.
  fileprivate struct List: Sendable {
    var problems: [Problem] = []
    var count = 0
    /// Where each of them stands.
    private var places: [Key: Int] = [:]

    private struct Key: Hashable {
      let place: Place
      let message: Phrase
    }

    mutating func add(_ problem: Problem) {
      let key = Key(place: problem.place.withoutRow, message: problem.message)
      if let place = places[key] {
        problems[place].count += problem.count
      } else {
        count += 1
        guard problems.count < ProblemRecord.kept else { return }
        places[key] = problems.count
        problems.append(problem)
      }
    }

    mutating func add(_ others: List, after rows: Int) {
      for problem in others.problems { add(problem.moved(by: rows)) }
      count += others.count - others.problems.count
    }
  }

  fileprivate var errors = List()
  fileprivate var warnings = List()

  package mutating func add(_ problem: Problem) {
    switch problem.severity {
    case .error: errors.add(problem)
    case .warning, .notice: warnings.add(problem)
    }
  }

  package mutating func add(_ others: ProblemRecord, after rows: Int) {
    errors.add(others.errors, after: rows)
    warnings.add(others.warnings, after: rows)
  }

  package init() {}
}

extension Problem {
  /// The same in a row further down.
  fileprivate func moved(by rows: Int) -> Problem {
    let place: Place =
      switch self.place {
      case .cell(let file, let row?, let column, let columnZh):
        .cell(file: file, row: row + rows, column: column, columnZh: columnZh)
      case .line(let file, let line): .line(file: file, line + rows)
      case .file, .cell, .xml, .character: self.place
      }
    return Problem(severity, place, message, count: count)
  }
}
