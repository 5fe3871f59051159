import KesiMatrix

/// The triangles at each vertex. Direction and weights are ignored.
///
/// A matrix that holds its pattern as bits counts common neighbors by words; a sparse one meets each triangle once, by
/// a bitmap over rows that point from the lower to the higher degree.
///
/// - Complexity: sparse O(m √m) time, per worker one bit and one integer a vertex; dense O(m n / 64).
/// - Source: Schank & Wagner, *Finding, Counting and Listing all Triangles in Large Graphs*, WEA 2005.
public func triangles(of matrix: AdjacencyMatrix, on parallel: Parallel) throws -> [Int] {
  let matrix = matrix.symmetrized()
  if let bits = matrix.bits { return try denseTriangles(of: matrix, bits, on: parallel) }
  let oriented = OrientedRows(of: matrix, threads: parallel.threads)
  let counts = try oriented.withRows { rows in
    try parallel.sum(count: rows.order, width: rows.order) { chunks, share in
      let isNeighbor = Scratch<UInt8>(repeating: 0, count: rows.order)
      while let chunk = chunks.take() {
        for vertex in chunk where rows.degree(vertex) > 1 {
          for neighbor in rows[vertex] { isNeighbor[Int(neighbor)] = 1 }
          var atVertex = 0
          for neighbor in rows[vertex] {
            var atNeighbor = 0
            for third in rows[Int(neighbor)] {
              let hit = Int(isNeighbor[Int(third)])  // 0 or 1: no branch to mispredict
              share[Int(third)] &+= hit
              atNeighbor &+= hit
            }
            share[Int(neighbor)] &+= atNeighbor
            atVertex &+= atNeighbor
          }
          share[vertex] &+= atVertex
          for neighbor in rows[vertex] { isNeighbor[Int(neighbor)] = 0 }
        }
      }
    }
  }
  var byVertex = [Int](repeating: 0, count: matrix.order)
  for (row, vertex) in oriented.vertices.enumerated() { byVertex[Int(vertex)] = counts[row] }
  return byVertex
}

/// The share of the pairs of neighbors of each vertex that are tied; 0 where there are fewer than two.
///
/// - Source: Watts & Strogatz, *Collective dynamics of small-world networks*, Nature 1998.
public func clustering(degrees: [Int], triangles: [Int]) -> [Double] {
  zip(degrees, triangles).map { degree, triangles in
    degree < 2 ? 0 : Double(2 * triangles) / (Double(degree) * Double(degree - 1))
  }
}

/// Every pair of neighbors is met from both ends: half of the common neighbors over all ties of a vertex.
private func denseTriangles(of matrix: AdjacencyMatrix, _ bits: BitMatrix, on parallel: Parallel) throws -> [Int] {
  try matrix.withRows { rows in
    try bits.withRows { words in
      try parallel.fill(count: rows.order, with: 0) { chunks, counts in
        while let chunk = chunks.take() {
          for vertex in chunk {
            var common = 0
            for neighbor in rows[vertex] { common &+= words.overlap(vertex, Int(neighbor)) }
            counts[vertex] = common / 2
          }
        }
      }
    }
  }
}
