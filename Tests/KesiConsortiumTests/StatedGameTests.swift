import KesiConsortium
import Testing

@Suite("Games of which some coalitions are stated")
struct StatedGameTests {
  static func coalition(_ players: Int...) -> Coalition { Coalition(of: players) }

  @Test("What is missing is told by size, and nothing is where every coalition is stated")
  func missing() {
    let stated = StatedGame(
      playerCount: 3, worth: [Self.coalition(0): 1, Self.coalition(1, 2): 5, Self.coalition(0, 1, 2): 9])
    let missing = stated.missing(first: 2)
    #expect(missing.count == 4)
    #expect(missing.coalitions == [Self.coalition(1), Self.coalition(2)])
    let all = StatedGame(playerCount: 2, worth: [Self.coalition(0): 1, Self.coalition(1): 2, Self.coalition(0, 1): 4])
    #expect(all.missing(first: 2).count == 0 && all.completed().game.values == [0, 1, 2, 4])
  }

  @Test("What is missing is the best partition of what is stated, found by trying all partitions")
  func completion() {
    let worth: [Coalition: Double] = [
      Self.coalition(0): 3, Self.coalition(0, 1): 10, Self.coalition(2, 3): 8, Self.coalition(1, 2): 9,
      Self.coalition(0, 2, 3): 9, Self.coalition(0, 1, 2, 3): 20,
    ]
    let (game, filled, below) = StatedGame(playerCount: 4, worth: worth).completed()
    /// The best of all ways to part some players into stated coalitions and single ones.
    func best(_ players: [Int]) -> Double {
      guard let first = players.first else { return 0 }
      let others = Array(players.dropFirst())
      return (0..<1 << others.count).map { mask in
        let inside = others.indices.filter { mask >> $0 & 1 == 1 }.map { others[$0] }
        let outside = others.indices.filter { mask >> $0 & 1 == 0 }.map { others[$0] }
        guard let own = worth[Coalition(of: [first] + inside)] ?? (inside.isEmpty ? 0 : nil) else { return -.infinity }
        return own + best(outside)
      }.max() ?? 0
    }
    for bits in 1..<16 {
      let coalition = Coalition(bits: UInt32(bits))
      #expect(game[coalition] == worth[coalition] ?? best(coalition.players))
    }
    #expect(filled == 15 - worth.count)
    // Apart, the three could have 3 and 8.
    #expect(below == [Self.coalition(0, 2, 3)])
  }
}
