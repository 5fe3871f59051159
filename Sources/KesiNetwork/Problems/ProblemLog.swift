/// The problems found while tables are read. It keeps the first of them and counts the rest, so that ten million bad
/// rows do not fill memory.
package final class ProblemLog {
  private static let kept = 200
  package private(set) var errors: [Problem] = []
  package private(set) var warnings: [Problem] = []
  package private(set) var errorCount = 0
  package private(set) var warningCount = 0

  package init() {}

  package func add(_ problem: Problem) {
    switch problem.severity {
    case .error:
      errorCount += 1
      if errors.count < Self.kept { errors.append(problem) }
    case .warning, .notice:
      warningCount += 1
      if warnings.count < Self.kept { warnings.append(problem) }
    }
  }
}
