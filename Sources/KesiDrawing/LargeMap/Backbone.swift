import KesiMatrix

/// The ties that a large map is drawn from: those that hold it together, and those that stand out among what both ends have.
///
/// - Source: Serrano, Boguñá & Vespignani, *Extracting the multiscale backbone of complex weighted networks*, PNAS 2009;
///   the spanning forest after Kruskal 1956.
enum Backbone {
  /// Ties an actor, in all: more lines than that are a tangle, fewer leave the groups without a shape.
  private static let tiesPerActor = 1.5

  /// Which entries above the diagonal are drawn: a spanning forest of the heaviest ties, then those least likely to have
  /// their share of the weight of an end by chance.
  ///
  /// - Parameter matrix: symmetric.
  /// - Returns: one for each entry; at most one and a half ties a vertex.
  /// - Complexity: O(m log m).
  static func ties(of matrix: AdjacencyMatrix) -> [Bool] {
    matrix.withRows { rows in
      let most = Int(tiesPerActor * Double(rows.order))
      var keeps = [Bool](repeating: false, count: rows.entryCount)
      let strength = (0..<rows.order).map { row in rows.entries(row).reduce(0.0) { $0 + rows.weight($1) } }
      var ties: [(weight: Double, chance: Double, row: Int, entry: Int)] = []
      ties.reserveCapacity(matrix.tieCount)
      for row in 0..<rows.order {
        for entry in rows.ties(of: row, isSymmetric: true) {
          let weight = rows.weight(entry)
          let chance = [row, rows.column(entry)].reduce(1.0) {
            min($0, self.chance(of: weight / strength[$1], among: rows.degree($1)))
          }
          ties.append((weight, chance, row, entry))
        }
      }
      ties.sort { ($1.weight, $0.chance, $0.entry) < ($0.weight, $1.chance, $1.entry) }
      let parts = DisjointSets(count: rows.order)
      var count = 0
      for tie in ties where parts.least(with: tie.row) != parts.least(with: rows.column(tie.entry)) {
        parts.join(tie.row, rows.column(tie.entry))
        keeps[tie.entry] = true
        count += 1
      }
      ties.sort { ($0.chance, $1.weight, $0.entry) < ($1.chance, $0.weight, $1.entry) }
      for tie in ties where count < most && !keeps[tie.entry] {
        keeps[tie.entry] = true
        count += 1
      }
      return keeps
    }
  }

  /// How likely a tie has at least such a share of the weight of an end, were it parted at random among its ties:
  /// (1 − share)^(ties − 1).
  private static func chance(of share: Double, among ties: Int) -> Double {
    // The only tie of an end is in the forest.
    guard ties > 1 else { return 1 }
    var (base, power, result) = (max(0, 1 - share), ties - 1, 1.0)
    // By squaring: powers of systems differ in their last digits.
    while power > 0 {
      if power % 2 == 1 { result *= base }
      base *= base
      power /= 2
    }
    return result
  }
}
