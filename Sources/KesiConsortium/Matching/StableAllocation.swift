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
  /// - Complexity: O(Σ lengths of lists · log) where amounts are 1; what is sent back is always less, so that it ends, though
  ///   for amounts made to be hard it may take long.
  /// - Source: Gale & Shapley, *College Admissions and the Stability of Marriage*, American Mathematical Monthly 1962; Roth,
  ///   *The Evolution of the Labor Market for Medical Interns and Residents*, Journal of Political Economy 1984; with
  ///   amounts: Baïou & Balinski, *The Stable Allocation (or Ordinal Transportation) Problem*, Mathematics of Operations
  ///   Research 2002.
  package func shipments() -> [Shipment] {
    let rank = rankedByColumns.map { rows in
      Dictionary(rows.enumerated().map { ($1, $0) }) { first, _ in first }
    }
    // What each column holds, by how it ranks the row, the best first.
    var held = demands.map { _ in [(rank: Int, row: Int, amount: Int)]() }
    var total = [Int](repeating: 0, count: demands.count)
    var left = supplies
    var place = [Int](repeating: 0, count: supplies.count)
    var hasRefused = demands.map { _ in Set<Int>() }
    var waiting = Array(supplies.indices.reversed())
    while let row = waiting.popLast() {
      while left[row] > 0, place[row] < rankedByRows[row].count {
        let column = rankedByRows[row][place[row]]
        guard demands[column] > 0, let rank = rank[column][row], !hasRefused[column].contains(row) else {
          place[row] += 1
          continue
        }
        let index = held[column].firstIndex { $0.rank >= rank } ?? held[column].count
        if index < held[column].count, held[column][index].row == row {
          held[column][index].amount += left[row]
        } else {
          held[column].insert((rank, row, left[row]), at: index)
        }
        total[column] += left[row]
        left[row] = 0
        while total[column] > demands[column], let worst = held[column].last {
          let back = min(worst.amount, total[column] - demands[column])
          total[column] -= back
          held[column][held[column].count - 1].amount -= back
          if back == worst.amount { held[column].removeLast() }
          hasRefused[column].insert(worst.row)
          if left[worst.row] == 0, worst.row != row { waiting.append(worst.row) }
          left[worst.row] += back
        }
      }
    }
    return held.enumerated().flatMap { column, rows in
      rows.map { Shipment(row: $0.row, column: column, amount: $0.amount) }
    }.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
  }
}
