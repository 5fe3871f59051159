/// What a run that watches a network takes for a change to act on.
public enum Worsening: String, CaseIterable, Sendable {
  /// Anything that is listed.
  case any
  /// Any of those below.
  case worse
  /// A gap that is new, or worse.
  case gap
  /// The index of a chain that has fallen.
  case chain
  /// An actor that has left.
  case left
  /// A tie that has dissolved.
  case dissolved

  /// Whether a change is of this sort.
  public func holds(of change: ListedChange) -> Bool {
    switch self {
    case .any: true
    case .worse: [Self.gap, .chain, .left, .dissolved].contains { $0.holds(of: change) }
    case .gap: change.sort == .gapOpened || change.sort == .gapWorse
    case .chain:
      // An index that is no longer there was not assessed: that is no fall.
      if change.sort == .chainIndex, let before = change.before, let after = change.after {
        after < before
      } else {
        false
      }
    case .left: change.sort == .left
    case .dissolved: change.sort == .tieDissolved
    }
  }
}
