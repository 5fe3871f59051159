import KesiMatrix

/// The greatest k for which each vertex belongs to a part of the network where everyone has at least k neighbors.
/// Direction and weights are ignored.
///
/// Level by level, vertices that have no more than k neighbors left are peeled off with all that this drags along. Those
/// left are looked through once a level, which in all costs the sum of the results, at most the number of ties.
///
/// - Complexity: O(n + m); 12 bytes a vertex.
/// - Source: Matula & Beck, *Smallest-last ordering and clustering and graph coloring algorithms*, J. ACM 1983; by levels
///   instead of buckets: Kabir & Madduri, *Parallel k-Core Decomposition on Multicore Platforms*, 2017.
public func coreness(of matrix: AdjacencyMatrix) -> [Int] {
  matrix.symmetrized().withRows { rows in
    let order = rows.order
    let remaining = Scratch<Int32>(uninitialized: order)
    let left = Scratch<UInt32>(uninitialized: order)
    // A place more than there are vertices: what is written there before it is known to belong.
    let stack = Scratch<UInt32>(uninitialized: order + 1)
    var level = Int32.max
    for vertex in 0..<order {
      remaining[vertex] = Int32(truncatingIfNeeded: rows.degree(vertex))
      left[vertex] = UInt32(truncatingIfNeeded: vertex)
      level = min(level, remaining[vertex])
    }
    var leftCount = order
    while leftCount > 0 {
      var height = 0
      var kept = 0
      var nextLevel = Int32.max
      for place in 0..<leftCount {
        let vertex = left[place]
        let degree = remaining[Int(vertex)]
        stack[height] = vertex
        height &+= degree == level ? 1 : 0
        left[kept] = vertex
        kept &+= degree > level ? 1 : 0
        if degree > level { nextLevel = min(nextLevel, degree) }
      }
      leftCount = kept
      while height > 0 {
        height &-= 1
        for neighbor in rows[Int(stack[height])] {
          let degree = remaining[Int(neighbor)]
          // Without a branch: which neighbors are still there is hard to predict, and few fall to the level.
          remaining[Int(neighbor)] = degree &- (degree > level ? 1 : 0)
          guard degree == level &+ 1 else { continue }
          stack[height] = neighbor
          height &+= 1
        }
      }
      // Peeling may have brought others down to the level after this one.
      level = level &+ 1 < nextLevel ? level &+ 1 : nextLevel
    }
    return (0..<order).map { Int(remaining[$0]) }
  }
}
