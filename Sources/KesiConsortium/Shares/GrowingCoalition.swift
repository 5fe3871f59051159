/// A coalition that players join one after the other: what orders of players are walked by, where all coalitions would be
/// too many to enumerate.
package protocol GrowingCoalition: SendableMetatype {
  /// Lets everybody go.
  mutating func clear()
  /// Takes in a player who is not in yet, and tells what that adds to the worth.
  mutating func add(_ player: Int) -> Double
}

extension Game {
  /// The least and the most that each player adds to any coalition.
  ///
  /// - Complexity: O(n 2ⁿ).
  package var reach: [ClosedRange<Double>] {
    (0..<playerCount).map { player in
      var (least, most) = (alone(player), alone(player))
      for bits in values.indices where bits >> player & 1 == 0 {
        let added = values[bits | 1 << player] - values[bits]
        (least, most) = (min(least, added), max(most, added))
      }
      return least...most
    }
  }

  /// A coalition of a game whose every value is known.
  package struct Growing: GrowingCoalition {
    private let values: [Double]
    private var bits = 0

    package init(_ game: Game) { values = game.values }

    package mutating func clear() { bits = 0 }

    package mutating func add(_ player: Int) -> Double {
      let before = values[bits]
      bits |= 1 << player
      return values[bits] - before
    }
  }
}
