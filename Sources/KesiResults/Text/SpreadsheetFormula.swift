extension String {
  /// Whether a spreadsheet could take the text for a formula, or cut it into cells of which one is: it begins with a tab or
  /// a line break, or behind blanks, marks and what cannot be seen there is `=`, `+`, `-`, `@` or `|`, also as wide as a
  /// Chinese character. A number is none, with a sign or without.
  ///
  /// The page of a report saves tables by the same rule (`safe` in report.js); one test holds both to one list.
  package var runsAsFormula: Bool {
    guard let first = unicodeScalars.first else { return false }
    if first == "\t" || first == "\n" || first == "\r" { return true }
    guard let sign = unicodeScalars.first(where: { !$0.isPassedOver }) else { return false }
    switch sign {
    case "=", "+", "-", "@", "|", "＝", "＋", "－", "＠", "﹣", "−": return !isPlainNumber
    default: return false
    }
  }

  /// A number in digits as all programs read it.
  private var isPlainNumber: Bool {
    utf8.allSatisfy { byte in "0123456789+-.eE".utf8.contains(byte) } && Double(self)?.isFinite == true
  }
}

extension Unicode.Scalar {
  /// White space, marks that combine, and what Unicode counts as “other”: controls, formats, what is not assigned.
  fileprivate var isPassedOver: Bool {
    if properties.isWhitespace { return true }
    return switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}
