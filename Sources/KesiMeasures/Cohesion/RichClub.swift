import KesiMatrix

/// How densely the well tied are tied among themselves: φ(k) = 2 E / (N (N − 1)) over the N vertices with more than k
/// ties, for k = 0, 1, … as long as there are two of them. Direction and weights are ignored.
///
/// - Complexity: O(n + m).
/// - Source: Colizza et al., *Detecting rich-club ordering in complex networks*, Nature Physics 2006, not normalized.
public func richClub(of matrix: AdjacencyMatrix) -> [Double] {
  matrix.symmetrized().withRows { rows in
    let highest = (0..<rows.order).map { rows.degree($0) }.max() ?? 0
    // Vertices by degree, and ties by the lower degree of their ends.
    var vertices = [Int](repeating: 0, count: highest + 1)
    var ties = [Int](repeating: 0, count: highest + 1)
    for row in 0..<rows.order {
      vertices[rows.degree(row)] += 1
      for column in rows[row] where Int(column) > row { ties[min(rows.degree(row), rows.degree(Int(column)))] += 1 }
    }
    var (richer, among) = (rows.order, rows.entryCount / 2)
    var result: [Double] = []
    for degree in 0...highest {
      richer -= vertices[degree]
      among -= ties[degree]
      guard richer > 1 else { break }
      result.append(2 * Double(among) / (Double(richer) * Double(richer - 1)))
    }
    return result
  }
}
