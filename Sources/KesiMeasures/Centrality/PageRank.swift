import KesiMatrix

/// The share of time that a random surfer spends at each vertex: with probability `damping` along a tie of the vertex
/// (in proportion to weights, where the matrix has them), else, and from a vertex without ties out, anywhere.
///
/// - Parameter tolerance: the iteration stops when a round moves less than this in all (L1); a network without direction
///   is solved faster, down to the same residual.
/// - Returns: positive numbers that sum to 1.
/// - Complexity: O(m) a round, one pass over the ties and one over the vertices; log(tolerance)/log(damping) rounds at
///   most, about 142; 24 bytes a vertex.
/// - Source: Brin & Page, *The Anatomy of a Large-Scale Hypertextual Web Search Engine*, 1998.
public func pageRank(
  of matrix: AdjacencyMatrix, damping: Double = 0.85, tolerance: Double = 1e-10, on parallel: Parallel = Parallel()
) throws(Cancelled) -> [Double] {
  let order = matrix.order
  guard order > 0 else { return [] }
  if matrix.isSymmetric {
    return try symmetricPageRank(of: matrix, damping: damping, tolerance: tolerance, on: parallel)
  }
  // What leaves a vertex is divided once, here, not at each tie; 0 where nothing leaves.
  let share = matrix.withRows { rows in
    (0..<order).map { vertex in
      var sum = 0.0
      for entry in rows.entries(vertex) { sum += rows.weight(entry) }
      return sum > 0 ? 1 / sum : 0
    }
  }
  var rank = [Double](repeating: 1 / Double(order), count: order)
  var flow = share.map { $0 / Double(order) }
  var nextFlow = flow
  var dangling = share.reduce(0) { $1 == 0 ? $0 + 1 / Double(order) : $0 }
  var change = Double.infinity
  while change > tolerance {
    let base = (1 - damping + damping * dangling) / Double(order)
    (change, dangling) = try matrix.withColumns { (columns) throws(Cancelled) in
      try rank.withUnsafeMutableBufferPointer { (rank) throws(Cancelled) in
        try flow.withUnsafeBufferPointer { (flow) throws(Cancelled) in
          try nextFlow.withUnsafeMutableBufferPointer { (nextFlow) throws(Cancelled) in
            try share.withUnsafeBufferPointer { (share) throws(Cancelled) in
              let round = Round(
                columns: columns, base: base, damping: damping, share: UncheckedVector(share),
                flow: UncheckedVector(flow), rank: SharedBuffer(rank), nextFlow: SharedBuffer(nextFlow))
              return try round.run(on: parallel)
            }
          }
        }
      }
    }
    swap(&flow, &nextFlow)
  }
  return rank
}

/// One round of the iteration, over chunks that do not depend on the threads.
private struct Round: Sendable {
  private static let grain = 1024

  let columns: Rows
  let base: Double
  let damping: Double
  let share: UncheckedVector<Double>
  let flow: UncheckedVector<Double>
  let rank: SharedBuffer<Double>
  let nextFlow: SharedBuffer<Double>

  /// - Returns: how far ranks moved in all, and the rank of vertices from which nothing leaves.
  func run(on parallel: Parallel) throws(Cancelled) -> (change: Double, dangling: Double) {
    let order = columns.order
    let count = (order + Self.grain - 1) / Self.grain
    // Two numbers a chunk, added in the order of the chunks.
    let parts = try parallel.fillParts(count: count, width: 2 * count, with: 0.0, grain: 1) { chunks, parts in
      while let chunk = chunks.take() {
        for part in chunk {
          var change = 0.0
          var dangling = 0.0
          for vertex in part * Self.grain..<min(order, (part + 1) * Self.grain) {
            let new = base + damping * gatheredSum(at: vertex, of: columns) { flow[$0] }
            change += abs(new - rank[vertex])
            rank[vertex] = new
            nextFlow[vertex] = new * share[vertex]
            if share[vertex] == 0 { dangling += new }
          }
          parts[2 * part] = change
          parts[2 * part + 1] = dangling
        }
      }
    }
    var (change, dangling) = (0.0, 0.0)
    for part in 0..<count {
      change += parts[2 * part]
      dangling += parts[2 * part + 1]
    }
    return (change, dangling)
  }
}
