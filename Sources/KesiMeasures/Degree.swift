import KesiMatrix

/// The number of neighbors of each vertex: of a directed matrix, ties out and ties in together.
///
/// - Complexity: O(order).
public func degrees(of matrix: AdjacencyMatrix) -> [Int] {
  let out = outDegrees(of: matrix)
  return matrix.isSymmetric ? out : zip(out, inDegrees(of: matrix)).map(+)
}

/// The number of ties that leave each vertex; the degree where the matrix is symmetric.
public func outDegrees(of matrix: AdjacencyMatrix) -> [Int] {
  matrix.withRows { rows in (0..<rows.order).map(rows.degree) }
}

/// The number of ties that reach each vertex; the degree where the matrix is symmetric.
public func inDegrees(of matrix: AdjacencyMatrix) -> [Int] {
  matrix.withColumns { columns in (0..<columns.order).map(columns.degree) }
}

/// The sum of the weights of the ties of each vertex, ties out and ties in together when directed.
///
/// - Complexity: O(order + entries).
/// - Source: Barrat et al., *The architecture of complex weighted networks*, PNAS 2004.
public func strengths(of matrix: AdjacencyMatrix) -> [Double] {
  func sums(_ rows: Rows) -> [Double] {
    (0..<rows.order).map { vertex in
      var sum = 0.0
      for entry in rows.entries(vertex) { sum += rows.weight(entry) }
      return sum
    }
  }
  let out = matrix.withRows(sums)
  return matrix.isSymmetric ? out : zip(out, matrix.withColumns(sums)).map(+)
}
