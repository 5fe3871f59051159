import KesiMatrix

/// How many shortest paths run through each vertex: Σ σ(s,t|v)/σ(s,t) over pairs s, t other than v, each undirected
/// pair once. A weighted matrix is walked by lengths of 1/weight. Pairs without a path add nothing.
///
/// - Complexity: O(n m) time, O(n (m + n log n)) weighted; 32 · n numbers and per worker 40 bytes a vertex.
/// - Source: Brandes, *A Faster Algorithm for Betweenness Centrality*, J. Math. Sociology 2001.
public func betweenness(of matrix: AdjacencyMatrix, on parallel: Parallel) throws -> [Double] {
  try matrix.isWeighted
    ? accumulate(matrix, by: LengthSearch.self, into: VertexShare.self, width: matrix.order, on: parallel)
    : hopBetweenness(of: matrix, on: parallel)
}

/// How many shortest paths run along each tie, each undirected pair of ends of a path once.
///
/// - Returns: a number for each entry of the matrix; both entries of a symmetric tie carry the same.
/// - Complexity: as ``betweenness(of:on:)``, with 32 numbers an entry.
/// - Source: Brandes, *On Variants of Shortest-Path Betweenness Centrality*, Social Networks 2008.
public func tieBetweenness(of matrix: AdjacencyMatrix, on parallel: Parallel) throws -> [Double] {
  let byColumn =
    try matrix.isWeighted
    ? accumulate(matrix, by: LengthSearch.self, into: TieShare.self, width: matrix.entryCount, on: parallel)
    : accumulate(matrix, by: HopSearch.self, into: TieShare.self, width: matrix.entryCount, on: parallel)
  // A search credits the entry of the column it walked along; a symmetric tie was walked in both directions.
  return matrix.withRows { rows in
    matrix.withColumns { columns in
      var byRow = [Double](repeating: 0, count: rows.entryCount)
      for row in 0..<rows.order {
        for entry in rows.entries(row) {
          let inColumn = columns.entry(row: rows.column(entry), column: row).unsafelyUnwrapped
          byRow[entry] = matrix.isSymmetric ? byColumn[entry] + byColumn[inColumn] : byColumn[inColumn]
        }
      }
      return byRow
    }
  }
}

/// What a search adds to the sums when it is followed back from its last vertex.
private protocol DependencyShare: SendableMetatype {
  static func visit(_ vertex: Int, dependency: Double, _ sums: SharedBuffer<Double>)
  static func cross(_ entry: Int, flow: Double, _ sums: SharedBuffer<Double>)
}

private enum VertexShare: DependencyShare {
  @inline(__always) static func visit(_ vertex: Int, dependency: Double, _ sums: SharedBuffer<Double>) {
    sums[vertex] += dependency
  }
  @inline(__always) static func cross(_ entry: Int, flow: Double, _ sums: SharedBuffer<Double>) {}
}

private enum TieShare: DependencyShare {
  @inline(__always) static func visit(_ vertex: Int, dependency: Double, _ sums: SharedBuffer<Double>) {}
  @inline(__always) static func cross(_ entry: Int, flow: Double, _ sums: SharedBuffer<Double>) {
    sums[entry] += flow
  }
}

/// Brandes' two passes from every vertex: count paths outward, gather dependencies inward. Predecessors are found by
/// asking the in-neighbors instead of kept in lists: no memory but a few numbers a vertex.
private func accumulate<Search: ShortestPathSearch & ~Copyable, Share: DependencyShare>(
  _ matrix: AdjacencyMatrix, by: Search.Type, into: Share.Type, width: Int, on parallel: Parallel
) throws -> [Double] {
  let order = matrix.order
  let sums = try matrix.withRows { rows in
    try matrix.withColumns { columns in
      try parallel.sumShares(count: order, width: width) { sources, sums in
        var search = Search(order: order)
        let paths = Scratch<Double>(repeating: 0, count: order)
        let dependency = Scratch<Double>(repeating: 0, count: order)
        for source in sources {
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
            Share.visit(vertex, dependency: dependency[vertex], sums)
          }
        }
      }
    }
  }
  return matrix.isSymmetric ? sums.map { $0 / 2 } : sums
}
