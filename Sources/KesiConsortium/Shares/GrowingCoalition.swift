/// A coalition that players join one after the other: what orders of players are walked by, where all coalitions would be
/// too many to enumerate.
package protocol GrowingCoalition: SendableMetatype {
  /// Lets everybody go.
  mutating func clear()
  /// Takes in a player who is not in yet, and tells what that adds to the worth.
  mutating func add(_ player: Int) -> Double
}

extension Game {
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
