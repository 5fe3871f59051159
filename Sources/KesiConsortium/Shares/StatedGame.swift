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

  /// The game with every coalition that is missing worth the best that its players can do in stated coalitions, each player
  /// in one of them; who is in none is worth nothing. What is stated stays.
  ///
  /// - Returns: the game; how many coalitions were filled in; and those of which less is stated than its players could do
  ///   apart, which no rule mends.
  /// - Complexity: O(2ⁿ · s) for s stated coalitions, at most O(3ⁿ).
  public func completed() -> (game: Game, filled: Int, belowParts: [Coalition]) {
    var byFirst = [[Coalition]](repeating: [], count: playerCount)
    // NaN where nothing is stated.
    var stated = [Double](repeating: .nan, count: 1 << playerCount)
    for (coalition, value) in worth where coalition.bits != 0 {
      byFirst[coalition.bits.trailingZeroBitCount].append(coalition)
      stated[Int(coalition.bits)] = value
    }
    // Sums of decimals are told apart only beyond their rounding.
    let tolerance = 1e-9 * worth.values.reduce(0) { max($0, $1.magnitude) }
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
      let others = all & ~own.bits
      if byFirst[first].count < 1 << others.nonzeroBitCount {
        for coalition in byFirst[first] where coalition.bits & ~all == 0 && coalition.bits != all {
          most = max(most, stated[Int(coalition.bits)] + best[Int(all & ~coalition.bits)])
        }
      } else {
        // Every part of the others, but for all of them, beside the first.
        var rest = others & (others &- 1)
        while rest != 0 {
          let value = stated[Int(rest | own.bits)]
          if value == value { most = max(most, value + best[Int(others & ~rest)]) }
          rest = (rest &- 1) & others
        }
      }
      let value = stated[bits]
      let isStated = value == value
      if isStated, all != own.bits, value < most - tolerance { belowParts.append(Coalition(bits: all)) }
      if !isStated { filled += 1 }
      best[bits] = isStated ? max(value, most) : most
      values[bits] = isStated ? value : most
    }
    return (Game(playerCount: playerCount) { values[Int($0.bits)] }, filled, belowParts)
  }
}
