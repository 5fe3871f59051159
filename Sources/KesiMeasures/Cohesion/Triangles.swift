import KesiMatrix

/// The triangles at each vertex. Direction and weights are ignored.
///
/// Each triangle is met once, by a map over rows that point from the lower to the higher degree.
///
/// - Complexity: O(m √m) time for m ties; per worker one byte and one integer a vertex.
/// - Source: Schank & Wagner, *Finding, Counting and Listing all Triangles in Large Graphs*, WEA 2005.
public func triangles(of matrix: AdjacencyMatrix, on parallel: Parallel = Parallel()) throws(Cancelled) -> [Int] {
  let matrix = matrix.symmetrized()
  let oriented = OrientedRows(of: matrix, threads: parallel.threads)
  let counts = try oriented.withRows { (rows) throws(Cancelled) in
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
