/// What some actors are worth together, as a table states it: what they would gain in a year if they worked by themselves.
public struct CoalitionWorth: Sendable, Equatable {
  /// Indices of ``Network/actors``, in rising order.
  public var members: [Int]
  /// Nil where it is not known.
  public var value: Double?
  public var evidence: String?
  /// Where the row is from; nil where that is not stated.
  public var basis: Basis?

  public init(members: [Int], value: Double? = nil) { (self.members, self.value) = (members, value) }
}
