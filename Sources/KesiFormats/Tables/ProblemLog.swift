import KesiNetwork

/// The problems found while tables are read. It keeps the first of them and counts the rest, so that ten million bad
/// rows do not fill memory.
final class ProblemLog {
  private static let kept = 200
  private(set) var errors: [Problem] = []
  private(set) var warnings: [Problem] = []
  private(set) var errorCount = 0
  private(set) var warningCount = 0

  func add(_ problem: Problem) {
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
