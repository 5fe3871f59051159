import KesiMatrix

/// The share of time that a random surfer spends at each vertex: with probability `damping` along a tie of the vertex
/// (in proportion to weights, where the matrix has them), else, and from a vertex without ties out, anywhere.
///
/// - Parameter tolerance: the iteration stops when a round moves less than this in all (L1).
/// - Returns: positive numbers that sum to 1.
/// - Complexity: O(m) a round; log(tolerance)/log(damping) rounds at most, about 142.
/// - Source: Brin & Page, *The Anatomy of a Large-Scale Hypertextual Web Search Engine*, 1998.
public func pageRank(
  of matrix: AdjacencyMatrix, damping: Double = 0.85, tolerance: Double = 1e-10, on parallel: Parallel
) throws -> [Double] {
  let order = matrix.order
  guard order > 0 else { return [] }
  // What leaves a vertex is divided once, here, not at each tie.
  let share = matrix.withRows { rows in
    (0..<order).map { vertex in
      var sum = 0.0
      for entry in rows.entries(vertex) { sum += rows.weight(entry) }
      return sum > 0 ? 1 / sum : 0
    }
  }
  var rank = [Double](repeating: 1 / Double(order), count: order)
  var change = Double.infinity
  while change > tolerance {
    let current = rank
    let dangling = try parallel.sumOverChunks(count: order) { chunk in
      chunk.reduce(0) { share[$1] == 0 ? $0 + current[$1] : $0 }
    }
    let base = (1 - damping + damping * dangling) / Double(order)
    let flow = (0..<order).map { current[$0] * share[$0] }
    let next = try matrix.withColumns { columns in
      try flow.withUnsafeBufferPointer { flow in
        let flow = UncheckedVector(flow)
        return try parallel.fill(count: order, with: 0.0, grain: 4096) { chunks, next in
          while let chunk = chunks.take() {
            for vertex in chunk {
              var sum = 0.0
              for entry in columns.entries(vertex) { sum += columns.weight(entry) * flow[columns.column(entry)] }
              next[vertex] = base + damping * sum
            }
          }
        }
      }
    }
    change = try parallel.sumOverChunks(count: order) { chunk in
      chunk.reduce(0) { $0 + abs(next[$1] - current[$1]) }
    }
    rank = next
  }
  return rank
}
