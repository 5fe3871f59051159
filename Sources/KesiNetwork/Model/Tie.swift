/// A relation between two actors: an edge of the network. Ends are indices of ``Network/actors``.
public struct Tie: Sendable, Equatable {
  public var source: Int
  public var target: Int
  /// The id of a ``TieKind``; empty where a source has none.
  public var kind: String
  /// Finite and not negative; 0 is no tie.
  public var weight: Double
  /// Nil where that is not stated, as in a list of ties: then each has a direction where an analysis asks for directions.
  public var isDirected: Bool?
  public var period: Period
  public var stage: TieStage?
  public var outcome: Outcome?
  /// What each side draws from it, in any one unit.
  public var benefitToSource: Double?
  public var benefitToTarget: Double?
  /// An index of ``Network/chains``.
  public var chain: Int?
  /// An index of ``Network/consortia``.
  public var consortium: Int?
  public var evidence: String?

  public init(_ source: Int, _ target: Int, kind: String = "", weight: Double = 1, isDirected: Bool? = false) {
    self.source = source
    self.target = target
    self.kind = kind
    self.weight = weight
    self.isDirected = isDirected
    period = Period()
  }
}
