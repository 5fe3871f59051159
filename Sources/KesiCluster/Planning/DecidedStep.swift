import KesiNetwork

/// A step that was decided before a plan was made, with what it adds to the cluster index after those before it.
public struct DecidedStep: Sendable {
  /// As somebody wrote it, and as a line of a scenario.
  public let text: String
  public let line: String
  /// The index before and after; nil where the network has none.
  public let before: Double?
  public let after: Double?
  /// The ids of those who stand there already where somebody of their kind is to come.
  public let thereBefore: [String]

  public init(_ text: String, line: String, before: Double?, after: Double?, thereBefore: [String] = []) {
    (self.text, self.line, self.before, self.after) = (text, line, before, after)
    self.thereBefore = thereBefore
  }
}
