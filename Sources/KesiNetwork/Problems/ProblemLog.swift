/// The problems found while tables are read. What is the same in many rows of a column, such as a word that is not known, is
/// one problem with its count. The log keeps the first of them and counts the rest, so that ten million bad rows do not fill
/// memory.
package final class ProblemLog {
  private static let kept = 200

  /// The first problems of some severities, and how many there are.
  private struct List {
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
        guard problems.count < ProblemLog.kept else { return }
        places[key] = problems.count
        problems.append(problem)
      }
    }
  }

  private var errorList = List()
  private var warningList = List()

  package init() {}

  package var errors: [Problem] { errorList.problems }
  package var warnings: [Problem] { warningList.problems }
  /// How many there are: as many as are kept, and one for each row beyond them.
  package var errorCount: Int { errorList.count }
  package var warningCount: Int { warningList.count }

  package func add(_ problem: Problem) {
    switch problem.severity {
    case .error: errorList.add(problem)
    case .warning, .notice: warningList.add(problem)
    }
  }

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
