import KesiMatrix

extension Game {
  /// The game in which only those work together who are joined by ties among them: a coalition is worth what the parts that
  /// its ties hold together are worth, each by itself.
  ///
  /// - Parameter partners: of each player those that it is tied to.
  /// - Complexity: O(2ⁿ) coalitions, in each the part of its first player.
  func restricted(to partners: [Coalition]) -> Game {
    var worth = [Double](repeating: 0, count: values.count)
    for bits in values.indices.dropFirst() {
      let all = UInt32(bits)
      var part: UInt32 = 0
      var open: UInt32 = all & (~all &+ 1)
      while open != 0 {
        part |= open
        var next: UInt32 = 0
        while open != 0 {
          next |= partners[open.trailingZeroBitCount].bits
          open &= open &- 1
        }
        open = next & all & ~part
      }
      worth[bits] = values[Int(part)] + worth[Int(all & ~part)]
    }
    return Game(playerCount: playerCount) { worth[Int($0.bits)] }
  }

  /// The Myerson value: the Shapley value of the game in which only those work together who are joined by ties. It gives a
  /// player who holds others together more than the Shapley value does, and one whom nothing joins what it is worth alone.
  ///
  /// - Parameter partners: of each player those that it is tied to.
  /// - Source: Myerson, *Graphs and Cooperation in Games*, Mathematics of Operations Research 2, 1977.
  public func myersonValue(among partners: [Coalition], on parallel: Parallel = Parallel()) throws(Cancelled)
    -> [Double]
  {
    try restricted(to: partners).shapleyValue(on: parallel)
  }
}
