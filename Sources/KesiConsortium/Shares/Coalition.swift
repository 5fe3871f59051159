/// A group of players of a game, as one bit a player: player p is bit p.
///
/// A game over n players has 2ⁿ coalitions, so that a coalition is the index of its value in an array.
public struct Coalition: Hashable, Sendable {
  /// One bit a player.
  public let bits: UInt32

  public init(bits: UInt32) { self.bits = bits }

  /// All of the first `count` players, at most 31 of them.
  public init(ofFirst count: Int) { bits = UInt32(truncatingIfNeeded: (1 << count) - 1) }

  /// How many players it has.
  public var count: Int { bits.nonzeroBitCount }

  /// Whether the player of this number is in it.
  public func contains(_ player: Int) -> Bool { bits >> UInt32(player) & 1 == 1 }
}

extension Players {
  /// The coalition of some of them; nil where any is no player.
  package func coalition(_ members: [Int]) -> Coalition? {
    let places = members.compactMap(actors.firstIndex(of:))
    return places.count == members.count ? Coalition(of: places) : nil
  }
}
