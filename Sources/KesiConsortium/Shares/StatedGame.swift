/// A game of which some coalitions are stated, as a table has them.
public struct StatedGame: Sendable {
  public let playerCount: Int
  /// What is stated of coalitions, each once.
  public let worth: [Coalition: Double]

  public init(playerCount: Int, worth: [Coalition: Double]) {
    precondition(playerCount <= Game.mostPlayers, "a game that is enumerated has at most 20 players")
    (self.playerCount, self.worth) = (playerCount, worth)
  }

  /// The coalitions of which nothing is stated: the first few by size, and how many they are.
  public func missing(first count: Int) -> (coalitions: [Coalition], count: Int) {
    let all = (1..<1 << playerCount).map { Coalition(bits: UInt32($0)) }.filter { worth[$0] == nil }
    return (Array(all.sorted { ($0.count, $0.bits) < ($1.count, $1.bits) }.prefix(count)), all.count)
  }

  /// The game as it is stated; nil where anything is missing.
  public func game() -> Game? {
    guard missing(first: 0).count == 0 else { return nil }
    return Game(playerCount: playerCount) { worth[$0] ?? 0 }
  }

  /// The game with every coalition that is missing worth the best that its players can do in stated coalitions, each player
  /// in one of them; who is in none is worth nothing. What is stated stays.
  ///
  /// - Returns: the game; how many coalitions were filled in; and those of which less is stated than its players could do
  ///   apart, which no rule mends.
  /// - Complexity: O(2ⁿ · s) for s stated coalitions.
  public func completed() -> (game: Game, filled: Int, belowParts: [Coalition]) {
    var byFirst = [[Coalition]](repeating: [], count: playerCount)
    for coalition in worth.keys where coalition.bits != 0 {
      byFirst[coalition.bits.trailingZeroBitCount].append(coalition)
    }
    // What the players of each coalition can do at best in stated ones.
    var best = [Double](repeating: 0, count: 1 << playerCount)
    var values = best
    var filled = 0
    var belowParts: [Coalition] = []
    for bits in best.indices.dropFirst() {
      let all = UInt32(bits)
      let first = all.trailingZeroBitCount
      let own = Coalition(bits: 1 << UInt32(first))
      var most = (worth[own] ?? 0) + best[Int(all & ~own.bits)]
      for coalition in byFirst[first] where coalition.bits & ~all == 0 && coalition.bits != all {
        if let stated = worth[coalition] { most = max(most, stated + best[Int(all & ~coalition.bits)]) }
      }
      let stated = worth[Coalition(bits: all)]
      if let stated, all != own.bits, stated < most { belowParts.append(Coalition(bits: all)) }
      if stated == nil { filled += 1 }
      best[bits] = max(stated ?? most, most)
      values[bits] = stated ?? most
    }
    return (Game(playerCount: playerCount) { values[Int($0.bits)] }, filled, belowParts)
  }
}
