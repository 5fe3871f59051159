import KesiNetwork

/// Why two actors are not to be suggested as partners, the first that holds.
public enum PartnerObjection: Sendable, Equatable {
  /// One of them is not in the part of the network that is looked at, or they are the same.
  case notLookedAt
  /// One is a part of the other.
  case sameHouse
  /// Their last tie did not satisfy: it is to be renegotiated, not suggested anew.
  case renegotiate
  case tied
  /// An actor that most shortest paths of the network or of a chain run through.
  case overloaded(Int)
  /// An actor that works with as many partners as its kind carries, supporters not counted.
  case full(Int, partners: Int)
  /// An actor outside the region with one tie at most, and no chain in common.
  case remote(Int)
  /// Nothing brings them together: no chain at the same or a neighboring stage, no supply and demand, no common partner.
  case unrelated
}

/// What brings two actors together.
public enum PartnerGround: Sendable, Equatable {
  /// A chain in which they stand at the same or at neighboring stages, or in which one of them states none.
  case chain(Int)
  /// A chain in which one supplies and the other demands, of items that go together as far as they are stated.
  case supply(Int)
  /// A partner of both.
  case broker
  /// The network has no chains: it cannot be said that they have nothing in common.
  case untold
}
