/// A cooperative game with transferable utility: what each coalition of its players is worth.
public struct Game: Sendable, Equatable {
  /// So many players have 2²⁰ coalitions, a million: what is enumerated stays within seconds.
  public static let mostPlayers = 20
  /// For what is found by linear programs with a row for each coalition: the core, the least core, the nucleolus.
  public static let mostPlayersOfPrograms = 12

  public let playerCount: Int
  /// The worth of each coalition, at the place of its bits: 2ⁿ finite numbers, the first, of nobody, 0.
  public let values: [Double]

  /// - Parameter value: asked of every coalition but that of nobody, which is worth 0.
  /// - Complexity: 2ⁿ values.
  public init(playerCount: Int, value: (Coalition) throws -> Double) rethrows {
    precondition((0...Self.mostPlayers).contains(playerCount), "a game that is enumerated has at most 20 players")
    self.playerCount = playerCount
    values = try (0..<1 << playerCount).map { $0 == 0 ? 0 : try value(Coalition(bits: UInt32($0))) }
  }

  public subscript(coalition: Coalition) -> Double { values[Int(coalition.bits)] }

  /// All players.
  public var everybody: Coalition { Coalition(ofFirst: playerCount) }

  /// What all players are worth together: what there is to share.
  public var whole: Double { self[everybody] }

  /// What a player is worth alone.
  public func alone(_ player: Int) -> Double { values[1 << player] }

  /// The greatest worth in size, at least the smallest number: what differences are held against.
  var scale: Double { values.reduce(Double.leastNormalMagnitude) { max($0, $1.magnitude) } }

  /// The coalitions of some but not all players, by their bits.
  var parts: Range<UInt32> { 1..<max(1, everybody.bits) }
}

extension Coalition {
  /// The numbers of its players, from the lowest.
  public var players: [Int] { (0..<32).filter(contains) }

  /// Some players by their numbers, each below 32.
  public init(of players: some Sequence<Int>) { self.init(bits: players.reduce(0) { $0 | 1 << UInt32($1) }) }

  /// What its players have together.
  func sum(of split: [Double]) -> Double {
    var (rest, total) = (bits, 0.0)
    while rest != 0 {
      total += split[rest.trailingZeroBitCount]
      rest &= rest &- 1
    }
    return total
  }
}
