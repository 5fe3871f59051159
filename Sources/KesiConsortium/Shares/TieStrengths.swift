import KesiMatrix

/// The game of ties: a coalition is worth the strength of the ties among its players.
///
/// What a tie is worth, its two ends earn together and neither alone, so that the Shapley value is half of each tie to each
/// end. A coalition is worth what the parts are worth that its ties hold together, so that the Myerson value is the same; and
/// since no tie is below 0, it lies in the core, and is the nucleolus, too.
///
/// - Source: Deng & Papadimitriou, *On the Complexity of Cooperative Solution Concepts*, Mathematics of Operations Research
///   19, 1994; van den Nouweland et al., *A Game Theoretic Approach to Problems in Telecommunication*, Management Science
///   42, 1996.
package struct TieStrengths: Sendable {
  package let playerCount: Int
  private let offsets: [Int]
  private let columns: [UInt32]
  private let weights: [Double]?

  /// - Parameter matrix: of the players, symmetric, with an empty diagonal.
  package init(_ matrix: AdjacencyMatrix) {
    playerCount = matrix.order
    let arrays = matrix.arrays
    (offsets, columns, weights) = (Array(arrays.offsets), Array(arrays.columns), arrays.weights.map { Array($0) })
  }

  /// Of each player half the strength of its ties: the Shapley value.
  package var halves: [Double] {
    (0..<playerCount).map { player in
      (offsets[player]..<offsets[player + 1]).reduce(0) { $0 + strength($1) } / 2
    }
  }

  /// What all players are worth together.
  package var whole: Double { halves.reduce(0, +) }

  /// Each player adds nothing at least, and all of its ties at most.
  package var reach: [ClosedRange<Double>] { halves.map { 0...2 * $0 } }

  private func strength(_ entry: Int) -> Double { weights?[entry] ?? 1 }

  package func game() -> Game {
    Game(playerCount: playerCount) { coalition in
      coalition.players.reduce(0) { sum, player in
        (offsets[player]..<offsets[player + 1]).reduce(sum) {
          let other = Int(columns[$1])
          return other > player && coalition.contains(other) ? $0 + strength($1) : $0
        }
      }
    }
  }

  /// A coalition that takes players in by their ties to those who are there.
  ///
  /// - Complexity: O(degree) a player.
  package struct Growing: GrowingCoalition {
    private let ties: TieStrengths
    private var isIn: [Bool]

    package init(_ ties: TieStrengths) {
      self.ties = ties
      isIn = [Bool](repeating: false, count: ties.playerCount)
    }

    package mutating func clear() { for player in isIn.indices { isIn[player] = false } }

    package mutating func add(_ player: Int) -> Double {
      isIn[player] = true
      var added = 0.0
      for entry in ties.offsets[player]..<ties.offsets[player + 1] where isIn[Int(ties.columns[entry])] {
        added += ties.strength(entry)
      }
      return added
    }
  }
}
