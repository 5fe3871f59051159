import KesiMatrix

/// How many shortest paths run through each vertex: Σ σ(s,t|v)/σ(s,t) over pairs s, t other than v, each undirected
/// pair once. A weighted matrix is walked by lengths of 1/weight. Pairs without a path add nothing.
///
/// - Complexity: O(n m) time, O(n (m + n log n)) weighted; 32 · n numbers and per worker 44 bytes a vertex. Trees that
/// hang from a network without direction or weights cost nothing.
/// - Source: Brandes, *A Faster Algorithm for Betweenness Centrality*, J. Math. Sociology 2001.
public func betweenness(of matrix: AdjacencyMatrix, on parallel: Parallel = Parallel()) throws(Cancelled) -> [Double] {
  guard matrix.isSymmetric, !matrix.isWeighted else {
    return try betweenness(of: matrix, from: Array(0..<matrix.order), on: parallel)
  }
  let trees = PendantTrees(of: matrix)
  let isWhole = trees.core.count == matrix.order
  let core = isWhole ? matrix : matrix.submatrix(keeping: trees.core)
  let sums = try hopDependencies(
    of: core, from: Array(0..<core.order), weight: trees.weight, width: core.order, on: parallel)
  var result = trees.counted
  for (place, vertex) in trees.core.enumerated() { result[vertex] += sums[place] / 2 }
  return result
}

/// The share of betweenness that shortest paths out of some vertices make up: all of it where these are all vertices.
/// An undirected path counts half from each end.
///
/// - Complexity: as ``betweenness(of:on:)``, by the share of the vertices that are sources.
public func betweenness(of matrix: AdjacencyMatrix, from sources: [Int], on parallel: Parallel = Parallel())
  throws(Cancelled) -> [Double]
{
  let sums = try dependencies(of: matrix, from: sources, withSquares: false, on: parallel)
  return matrix.isSymmetric ? sums.map { $0 / 2 } : sums
}

/// The sums over some sources of the dependency of each on each vertex, and behind them, if asked for, the sums of the
/// squares.
func dependencies(
  of matrix: AdjacencyMatrix, from sources: [Int], withSquares: Bool, on parallel: Parallel
) throws(Cancelled) -> [Double] {
  let width = withSquares ? 2 * matrix.order : matrix.order
  guard matrix.isWeighted else { return try hopDependencies(of: matrix, from: sources, width: width, on: parallel) }
  return withSquares
    ? try accumulate(matrix, from: sources, by: LengthSearch.self, into: SquareShare.self, width: width, on: parallel)
    : try accumulate(matrix, from: sources, by: LengthSearch.self, into: VertexShare.self, width: width, on: parallel)
}

/// How many shortest paths run along each tie, each undirected pair of ends of a path once.
///
/// - Returns: a number for each entry of the matrix; both entries of a symmetric tie carry the same.
/// - Complexity: as ``betweenness(of:on:)``, with 32 numbers an entry.
/// - Source: Brandes, *On Variants of Shortest-Path Betweenness Centrality*, Social Networks 2008.
public func tieBetweenness(of matrix: AdjacencyMatrix, on parallel: Parallel = Parallel()) throws(Cancelled) -> [Double]
{
  let sources = Array(0..<matrix.order)
  let byColumn =
    try matrix.isWeighted
    ? accumulate(
      matrix, from: sources, by: LengthSearch.self, into: TieShare.self, width: matrix.entryCount, on: parallel)
    : accumulate(
      matrix, from: sources, by: HopSearch.self, into: TieShare.self, width: matrix.entryCount, on: parallel)
  // A search credits the entry of the column it walked along; a symmetric tie was walked in both directions.
  return matrix.withRows { rows in
    matrix.withColumns { columns in
      var byRow = [Double](repeating: 0, count: rows.entryCount)
      for row in 0..<rows.order {
        for entry in rows.entries(row) {
          let inColumn = columns.entry(row: rows.column(entry), column: row).unsafelyUnwrapped
          byRow[entry] = matrix.isSymmetric ? (byColumn[entry] + byColumn[inColumn]) / 2 : byColumn[inColumn]
        }
      }
      return byRow
    }
  }
}

/// What a search adds to the sums when it is followed back from its last vertex.
private protocol DependencyShare: SendableMetatype {
  static func visit(_ vertex: Int, of order: Int, dependency: Double, _ sums: SharedBuffer<Double>)
  static func cross(_ entry: Int, flow: Double, _ sums: SharedBuffer<Double>)
}

private enum VertexShare: DependencyShare {
  @inline(__always) static func visit(_ vertex: Int, of order: Int, dependency: Double, _ sums: SharedBuffer<Double>) {
    sums[vertex] += dependency
  }
  @inline(__always) static func cross(_ entry: Int, flow: Double, _ sums: SharedBuffer<Double>) {}
}

private enum SquareShare: DependencyShare {
  @inline(__always)
  static func visit(_ vertex: Int, of order: Int, dependency: Double, _ sums: SharedBuffer<Double>) {
    sums[vertex] += dependency
    sums[order &+ vertex] += dependency * dependency
  }
  @inline(__always) static func cross(_ entry: Int, flow: Double, _ sums: SharedBuffer<Double>) {}
}

private enum TieShare: DependencyShare {
  @inline(__always) static func visit(_ vertex: Int, of order: Int, dependency: Double, _ sums: SharedBuffer<Double>) {}
  @inline(__always) static func cross(_ entry: Int, flow: Double, _ sums: SharedBuffer<Double>) {
    sums[entry] += flow
  }
}

/// Brandes' two passes from every vertex: count paths outward, gather dependencies inward. Predecessors are found by
/// asking the in-neighbors instead of kept in lists: no memory but a few numbers a vertex.
private func accumulate<Search: ShortestPathSearch & ~Copyable, Share: DependencyShare>(
  _ matrix: AdjacencyMatrix, from sources: [Int], by: Search.Type, into: Share.Type, width: Int, on parallel: Parallel
) throws(Cancelled) -> [Double] {
  let order = matrix.order
  return try matrix.withRows { (rows) throws(Cancelled) in
    try matrix.withColumns { (columns) throws(Cancelled) in
      try parallel.sumShares(count: sources.count, width: width) { share, sums in
        var search = Search(order: order)
        let paths = Scratch<Double>(repeating: 0, count: order)
        let dependency = Scratch<Double>(repeating: 0, count: order)
        for source in sources[share] {
          if parallel.cancellation?.isCancelled == true { return }
          search.search(rows, from: source)
          paths[source] = 1
          dependency[source] = 0
          for position in 1..<max(1, search.count) {
            let vertex = search.settled(position)
            var count = 0.0
            for entry in columns.entries(vertex) {
              let before = columns.column(entry)
              if search.precedes(before, vertex, entry: entry, of: columns) { count += paths[before] }
            }
            paths[vertex] = count
            dependency[vertex] = 0
          }
          for position in stride(from: search.count - 1, to: 0, by: -1) {
            let vertex = search.settled(position)
            let each = (1 + dependency[vertex]) / paths[vertex]
            for entry in columns.entries(vertex) {
              let before = columns.column(entry)
              if search.precedes(before, vertex, entry: entry, of: columns) {
                let flow = paths[before] * each
                dependency[before] += flow
                Share.cross(entry, flow: flow, sums)
              }
            }
            Share.visit(vertex, of: order, dependency: dependency[vertex], sums)
          }
        }
      }
    }
  }
}
