import KesiMatrix

/// Whether the well tied are tied to the well tied: the correlation of the degrees at both ends of a tie, −1…1. Nil
/// where all degrees are equal.
///
/// - Parameter matrix: symmetric; weights are ignored.
/// - Complexity: O(m).
/// - Source: Newman, *Assortative Mixing in Networks*, Phys. Rev. Lett. 2002.
public func degreeAssortativity(of matrix: AdjacencyMatrix) -> Double? {
  matrix.withRows { rows in
    var sum = 0.0
    var sumOfSquares = 0.0
    var sumOfProducts = 0.0
    for row in 0..<rows.order {
      let own = Double(rows.degree(row))
      for neighbor in rows[row] {
        sum += own
        sumOfSquares += own * own
        sumOfProducts += own * Double(rows.degree(Int(neighbor)))
      }
    }
    let entries = Double(rows.entryCount)
    guard entries > 0 else { return nil }
    // In whole numbers, so that what cancels is 0.
    let spread = entries * sumOfSquares - sum * sum
    return spread > 1e-12 * sum * sum ? (entries * sumOfProducts - sum * sum) / spread : nil
  }
}
