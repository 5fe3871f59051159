import KesiMatrix

/// A strongly connected part as a full matrix, for those few in which iteration would take too long.
struct DenseSolver {
  /// A solution takes n³ / 3 operations: a third of a second for so many vertices.
  static let mostVertices = 1_000
  /// What converges at all squares its error at every step: it takes some six from what iteration has come to.
  private static let mostSteps = 20

  private let order: Int
  private let entries: [Double]

  init(_ matrix: AdjacencyMatrix, scale: Double, isPushed: Bool = false) {
    let order = matrix.order
    var entries = [Double](repeating: 0, count: order * order)
    func fill(_ rows: Rows) {
      for row in 0..<order {
        for entry in rows.entries(row) { entries[row * order + rows.column(entry)] = scale * rows.weight(entry) }
      }
    }
    if isPushed { matrix.withRows(fill) } else { matrix.withColumns(fill) }
    self.order = order
    self.entries = entries
  }

  /// (μ − B) y = f by elimination. Without pivoting: for μ above the greatest eigenvalue no pivot is negative, and what is
  /// eliminated is added to what has the same sign.
  func solved(_ value: Double, _ right: [Double], on parallel: Parallel) throws(Cancelled) -> [Double] {
    var rows = entries.map { -$0 }
    var solution = right
    for index in 0..<order { rows[index * order + index] += value }
    try rows.withUnsafeMutableBufferPointer { (rows) throws(Cancelled) in
      for pivot in 0..<order {
        try parallel.checkCancellation()
        // Rounding may leave nothing of the last pivot: the system is then as good as singular.
        if rows[pivot * order + pivot] <= 0 { rows[pivot * order + pivot] = value * 1e-17 }
        let inverse = 1 / rows[pivot * order + pivot]
        for row in pivot + 1..<max(pivot + 1, order) {
          let factor = rows[row * order + pivot] * inverse
          guard factor != 0 else { continue }
          for column in pivot + 1..<max(pivot + 1, order) {
            rows[row * order + column] -= factor * rows[pivot * order + column]
          }
          solution[row] -= factor * solution[pivot]
        }
      }
      for row in (0..<order).reversed() {
        var sum = solution[row]
        for column in row + 1..<max(row + 1, order) { sum -= rows[row * order + column] * solution[column] }
        solution[row] = sum / rows[row * order + row]
      }
    }
    return solution
  }

  /// The greatest eigenvalue and its vector, of length 1: each step solves with the greatest ratio of image to vector, which
  /// comes down to the eigenvalue and never below it.
  ///
  /// - Returns: nil where it has not come down in twenty steps.
  func perronPair(from start: [Double], on parallel: Parallel) throws(Cancelled) -> Eigenpair? {
    var vector = start
    var value = Double.infinity
    for _ in 0..<Self.mostSteps {
      var image = [Double](repeating: 0, count: order)
      for row in 0..<order {
        for column in 0..<order { image[row] += entries[row * order + column] * vector[column] }
      }
      var ratio = 0.0
      for vertex in 0..<order where vector[vertex] > 0 { ratio = max(ratio, image[vertex] / vector[vertex]) }
      guard ratio > 0, ratio.isFinite else { return nil }
      if ratio >= value * (1 - 1e-15) { return Eigenpair(value: value, vector: vector) }
      value = ratio
      let next = try solved(ratio, vector, on: parallel).map(abs)
      guard let largest = next.max(), largest > 0, largest.isFinite else {
        return Eigenpair(value: value, vector: vector)
      }
      let scaled = next.map { $0 / largest }
      let length = scaled.reduce(0) { $0 + $1 * $1 }.squareRoot()
      vector = scaled.map { $0 / length }
    }
    return nil
  }
}
