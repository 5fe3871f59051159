import KesiMatrix

/// The greatest k for which each vertex belongs to a part of the network where everyone has at least k neighbors.
/// Direction and weights are ignored.
///
/// - Complexity: O(n + m): vertices are kept sorted by remaining degree in one array with a bucket for each degree.
/// - Source: Batagelj & Zaveršnik, *An O(m) Algorithm for Cores Decomposition of Networks*, 2003.
public func coreness(of matrix: AdjacencyMatrix) -> [Int] {
  matrix.symmetrized(layout: .sparse).withRows { rows in
    let order = rows.order
    var remaining = (0..<order).map(rows.degree)
    let highest = remaining.max() ?? 0
    var bucketStart = [Int](repeating: 0, count: highest + 2)
    for degree in remaining { bucketStart[degree + 1] += 1 }
    for degree in 0...highest { bucketStart[degree + 1] += bucketStart[degree] }
    var place = [Int](repeating: 0, count: order)
    var sorted = [Int](repeating: 0, count: order)
    var next = bucketStart
    for vertex in 0..<order {
      place[vertex] = next[remaining[vertex]]
      sorted[place[vertex]] = vertex
      next[remaining[vertex]] += 1
    }
    remaining.withUnsafeMutableBufferPointer { remaining in
      for position in 0..<order {
        let vertex = sorted[position]
        for neighbor in rows[vertex] {
          let neighbor = Int(neighbor)
          let degree = remaining[neighbor]
          guard degree > remaining[vertex] else { continue }
          // The neighbor changes places with the first of its bucket, and the bucket starts one later.
          let first = bucketStart[degree]
          let other = sorted[first]
          sorted[first] = neighbor
          sorted[place[neighbor]] = other
          place[other] = place[neighbor]
          place[neighbor] = first
          bucketStart[degree] = first + 1
          remaining[neighbor] = degree - 1
        }
      }
    }
    return remaining
  }
}
