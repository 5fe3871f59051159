import KesiMatrix

/// The greatest k for which each vertex belongs to a part of the network where everyone has at least k neighbors.
/// Direction and weights are ignored.
///
/// - Complexity: O(n + m): vertices are kept sorted by remaining degree in one array with a bucket for each degree;
///   16 bytes a vertex.
/// - Source: Batagelj & Zaveršnik, *An O(m) Algorithm for Cores Decomposition of Networks*, 2003.
public func coreness(of matrix: AdjacencyMatrix) -> [Int] {
  matrix.symmetrized(layout: .sparse).withRows { rows in
    let order = rows.order
    guard order > 0 else { return [] }
    let remaining = Scratch<Int32>(repeating: 0, count: order)
    var highest = 0
    for vertex in 0..<order {
      remaining[vertex] = Int32(truncatingIfNeeded: rows.degree(vertex))
      highest = max(highest, rows.degree(vertex))
    }
    let bucketStart = Scratch<Int32>(repeating: 0, count: highest + 2)
    for vertex in 0..<order { bucketStart[Int(remaining[vertex]) + 1] += 1 }
    for degree in 0...highest { bucketStart[degree + 1] += bucketStart[degree] }
    let place = Scratch<Int32>(repeating: 0, count: order)
    let sorted = Scratch<Int32>(repeating: 0, count: order)
    let next = Scratch<Int32>(repeating: 0, count: highest + 2)
    for degree in 0...highest { next[degree] = bucketStart[degree] }
    for vertex in 0..<order {
      let degree = Int(remaining[vertex])
      place[vertex] = next[degree]
      sorted[Int(next[degree])] = Int32(truncatingIfNeeded: vertex)
      next[degree] += 1
    }
    for position in 0..<order {
      let vertex = Int(sorted[position])
      let own = remaining[vertex]
      for neighbor in rows[vertex] {
        let neighbor = Int(neighbor)
        let degree = remaining[neighbor]
        guard degree > own else { continue }
        // The neighbor changes places with the first of its bucket, and the bucket starts one later.
        let first = bucketStart[Int(degree)]
        let other = sorted[Int(first)]
        let hole = place[neighbor]
        sorted[Int(first)] = Int32(truncatingIfNeeded: neighbor)
        sorted[Int(hole)] = other
        place[Int(other)] = hole
        place[neighbor] = first
        bucketStart[Int(degree)] = first + 1
        remaining[neighbor] = degree - 1
      }
    }
    return (0..<order).map { Int(remaining[$0]) }
  }
}
