import KesiMatrix

/// What rows that have something give to columns that want it, where both rank each other: stable, and of all stable ways the
/// one that every row likes best.
///
/// An allocation is stable if no row and column would both rather have more of each other: a pair **blocks** it if the row
/// has something left, or gives some to a column that it ranks lower, and the column likewise. Rows propose what they have
/// left to the first column on their list that has not yet sent any of it back; a column keeps what it ranks highest, up to
/// what it wants, and sends the rest back. Where every row has one unit this is deferred acceptance of many to one, as
/// hospitals take residents; where columns, too, want one, it is a stable marriage.
package struct StableAllocation: Sendable {
  /// What each row has and each column wants: not negative.
  package let supplies: [Int]
  package let demands: [Int]
  /// The columns that a row would have, the best first, each once; and the rows that a column would have.
  package let rankedByRows: [[Int]]
  package let rankedByColumns: [[Int]]

  package init(supplies: [Int], demands: [Int], rankedByRows: [[Int]], rankedByColumns: [[Int]]) {
    (self.supplies, self.demands) = (supplies, demands)
    (self.rankedByRows, self.rankedByColumns) = (rankedByRows, rankedByColumns)
  }

  /// The shipments by row, then by column.
  ///
  /// - Complexity: O(Σ lengths of lists) where amounts are 1; what is sent back is always less, so that it ends, though for
  ///   amounts made to be hard it may take long.
  /// - Throws: `Cancelled`.
  /// - Source: Gale & Shapley, *College Admissions and the Stability of Marriage*, American Mathematical Monthly 1962; Roth,
  ///   *The Evolution of the Labor Market for Medical Interns and Residents*, Journal of Political Economy 1984; with
  ///   amounts: Baïou & Balinski, *The Stable Allocation (or Ordinal Transportation) Problem*, Mathematics of Operations
  ///   Research 2002.
  package func shipments(on parallel: Parallel = Parallel()) throws(Cancelled) -> [Shipment] {
    let rank = rankedByColumns.map { rows in
      Dictionary(rows.enumerated().map { ($1, $0) }) { first, _ in first }
    }
    // How much each column holds of the rows that it ranks, in its order; in all; and the last of them that it has any of.
    var held = rankedByColumns.map { [Int](repeating: 0, count: $0.count) }
    var total = [Int](repeating: 0, count: demands.count)
    var last = [Int](repeating: -1, count: demands.count)
    // From which on it sends all back: a column that has once sent something back stays full.
    var refused = rankedByColumns.map(\.count)
    var left = supplies
    var place = [Int](repeating: 0, count: supplies.count)
    var waiting = Array(supplies.indices.reversed())
    var proposals = 0
    while let row = waiting.popLast() {
      while left[row] > 0, place[row] < rankedByRows[row].count {
        if proposals.isMultiple(of: 4096) { try parallel.checkCancellation() }
        proposals += 1
        let column = rankedByRows[row][place[row]]
        guard demands[column] > 0, let rank = rank[column][row], rank < refused[column] else {
          place[row] += 1
          continue
        }
        held[column][rank] += left[row]
        total[column] += left[row]
        last[column] = max(last[column], rank)
        left[row] = 0
        while total[column] > demands[column] {
          let worst = last[column]
          let back = min(held[column][worst], total[column] - demands[column])
          total[column] -= back
          held[column][worst] -= back
          refused[column] = worst
          // Something is left: what was taken back is less than the total.
          while held[column][last[column]] == 0 { last[column] -= 1 }
          let loser = rankedByColumns[column][worst]
          if left[loser] == 0, loser != row { waiting.append(loser) }
          left[loser] += back
        }
      }
    }
    return held.enumerated().flatMap { column, amounts in
      zip(rankedByColumns[column], amounts).filter { $0.1 > 0 }.map { Shipment(row: $0, column: column, amount: $1) }
    }.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
  }
}
