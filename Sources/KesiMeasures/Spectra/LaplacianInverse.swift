import KesiMatrix

/// Solves L x = b for the Laplacian L of a connected network and a right-hand side that sums to 0; x is given up to a
/// constant.
///
/// Vertices are eliminated one by one: its neighbors are tied to each other in proportion to their ties to it (a star
/// becomes a mesh). Ties are only ever added to, and what a vertex is divided by is the sum of its ties, so nothing
/// cancels, however far apart weights are.
///
/// - Complexity: O(n³) once, O(n²) a solution; 8 n² bytes.
/// - Source: Grassmann, Taksar & Heyman, *Regenerative analysis and steady state distributions for Markov chains*, Oper.
///   Res. 1985 (for stochastic matrices).
struct LaplacianInverse {
  /// Elimination takes n³ / 3 operations: less than a second for so many vertices.
  static let mostVertices = 1_000

  private let order: Int
  /// Above the diagonal the tie from the vertex of a row, as it was when that was eliminated; on it the sum of these.
  private let ties: [Double]

  init(of matrix: AdjacencyMatrix, scale: Double, on parallel: Parallel) throws(Cancelled) {
    let order = matrix.order
    var ties = [Double](repeating: 0, count: order * order)
    matrix.withRows { rows in
      for row in 0..<order {
        for entry in rows.entries(row) { ties[row * order + rows.column(entry)] = scale * rows.weight(entry) }
      }
    }
    try ties.withUnsafeMutableBufferPointer { (ties) throws(Cancelled) in
      for pivot in 0..<order {
        try parallel.checkCancellation()
        var sum = 0.0
        for other in pivot + 1..<max(pivot + 1, order) { sum += ties[pivot * order + other] }
        ties[pivot * order + pivot] = sum
        for row in pivot + 1..<max(pivot + 1, order) {
          let share = ties[pivot * order + row] / sum
          guard share > 0 else { continue }
          for column in row + 1..<max(row + 1, order) {
            ties[row * order + column] += share * ties[pivot * order + column]
          }
        }
      }
    }
    self.order = order
    self.ties = ties
  }

  func solved(_ right: [Double]) -> [Double] {
    var solution = right
    for pivot in 0..<order - 1 {
      let share = solution[pivot] / ties[pivot * order + pivot]
      for other in pivot + 1..<order { solution[other] += share * ties[pivot * order + other] }
    }
    // The last vertex is the level that all others are measured from.
    solution[order - 1] = 0
    for pivot in (0..<order - 1).reversed() {
      var sum = solution[pivot]
      for other in pivot + 1..<order { sum += ties[pivot * order + other] * solution[other] }
      solution[pivot] = sum / ties[pivot * order + pivot]
    }
    return solution
  }
}
