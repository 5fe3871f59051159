import KesiMatrix

/// Betweenness by ties, level by level. A level gathers from the one before it through an array that is zero everywhere
/// else, so the loop over neighbors is a sum of loads without a branch; where fewer ties leave a level than wait to be
/// reached, the level pushes instead. The way back chooses the same way.
///
/// - Complexity: O(n m) time, about two visits of each tie a source; per worker 44 bytes a vertex.
/// - Source: Brandes, *A Faster Algorithm for Betweenness Centrality*, J. Math. Sociology 2001; Beamer, Asanović &
///   Patterson, *Direction-Optimizing Breadth-First Search*, SC 2012.
///
/// - Parameter weight: how many vertices each stands for; nil where each stands for itself.
func hopDependencies(
  of matrix: AdjacencyMatrix, from sources: [Int], weight: [Double]? = nil, width: Int, on parallel: Parallel
) throws(Cancelled) -> [Double] {
  let order = matrix.order
  let weight = weight ?? [Double](repeating: 1, count: order)
  return try matrix.withRows { (rows) throws(Cancelled) in
    try matrix.withColumns { (columns) throws(Cancelled) in
      try parallel.sumShares(count: sources.count, width: width) { share, sums in
        var search = LevelSearch(order: order, weight: weight, withSquares: width > order)
        for source in sources[share] {
          if parallel.cancellation?.isCancelled == true { return }
          search.countPaths(rows, columns, from: source)
          search.gatherDependencies(rows, columns, into: sums)
        }
      }
    }
  }
}

/// Vertices by their distance from one source, with the number of shortest paths to each.
private struct LevelSearch: ~Copyable {
  /// A level pulls once it has this share of the ties that lead to vertices not reached yet: a push costs a branch and a
  /// store where a pull costs a load.
  private static let pullAdvantage = 3

  private let order: Int
  private let withSquares: Bool
  private let weights: Scratch<Double>
  private let depths: Scratch<Int32>
  private let paths: Scratch<Double>
  private let dependencies: Scratch<Double>
  /// Zero but for the level that is gathered from.
  private let gathered: Scratch<Double>
  /// Vertices level by level.
  private let queue: Scratch<UInt32>
  private var count = 0
  /// Where each level begins in the queue, and the end of the last; the ties out of and into each.
  private var starts: [Int] = []
  private var tiesOut: [Int] = []
  private var tiesIn: [Int] = []

  init(order: Int, weight: [Double], withSquares: Bool) {
    self.order = order
    weights = Scratch(repeating: 1, count: order)
    for vertex in 0..<order { weights[vertex] = weight[vertex] }
    self.withSquares = withSquares
    depths = Scratch(repeating: -1, count: order)
    paths = Scratch(repeating: 0, count: order)
    dependencies = Scratch(repeating: 0, count: order)
    gathered = Scratch(repeating: 0, count: order)
    queue = Scratch(repeating: 0, count: order)
  }

  mutating func countPaths(_ rows: Rows, _ columns: Rows, from source: Int) {
    for position in 0..<count { depths[Int(queue[position])] = -1 }
    starts.removeAll(keepingCapacity: true)
    tiesOut.removeAll(keepingCapacity: true)
    tiesIn.removeAll(keepingCapacity: true)
    var waiting = columns.entryCount
    count = 0
    reach(source, depth: 0, paths: 1)
    var level = 0..<1
    while !level.isEmpty {
      var (out, into) = (0, 0)
      for position in level {
        out &+= rows.degree(Int(queue[position]))
        into &+= columns.degree(Int(queue[position]))
      }
      starts.append(level.lowerBound)
      tiesOut.append(out)
      tiesIn.append(into)
      waiting &-= into
      let depth = Int32(truncatingIfNeeded: starts.count)
      if out &* Self.pullAdvantage < waiting { push(level, depth, rows) } else { pull(level, depth, columns) }
      level = level.upperBound..<count
    }
    starts.append(count)
  }

  private mutating func push(_ level: Range<Int>, _ depth: Int32, _ rows: Rows) {
    for position in level {
      let vertex = Int(queue[position])
      let own = paths[vertex]
      for neighbor in rows[vertex] {
        let neighbor = Int(neighbor)
        if depths[neighbor] < 0 {
          reach(neighbor, depth: depth, paths: own)
        } else if depths[neighbor] == depth {
          paths[neighbor] += own
        }
      }
    }
  }

  private mutating func pull(_ level: Range<Int>, _ depth: Int32, _ columns: Rows) {
    for position in level { gathered[Int(queue[position])] = paths[Int(queue[position])] }
    for vertex in 0..<order where depths[vertex] < 0 {
      let sum = gatheredSum(over: columns[vertex]) { gathered[$0] }
      if sum > 0 { reach(vertex, depth: depth, paths: sum) }
    }
    for position in level { gathered[Int(queue[position])] = 0 }
  }

  @inline(__always) private mutating func reach(_ vertex: Int, depth: Int32, paths own: Double) {
    depths[vertex] = depth
    paths[vertex] = own
    queue[count] = UInt32(truncatingIfNeeded: vertex)
    count &+= 1
  }

  /// Adds δ(v) = Σ over successors w of σ(v)/σ(w) (weight of w + δ(w)), times the weight of the source, of every vertex
  /// but the source, from the last level back.
  mutating func gatherDependencies(_ rows: Rows, _ columns: Rows, into sums: SharedBuffer<Double>) {
    let last = starts.count - 2
    let own = weights[Int(queue[0])]
    for position in starts[last]..<count { dependencies[Int(queue[position])] = 0 }
    for depth in stride(from: last - 1, through: 1, by: -1) {
      let level = starts[depth]..<starts[depth + 1]
      let next = starts[depth + 1]..<starts[depth + 2]
      if tiesOut[depth] <= tiesIn[depth + 1] &* Self.pullAdvantage {
        for position in next { gathered[Int(queue[position])] = coefficient(Int(queue[position])) }
        for position in level {
          let vertex = Int(queue[position])
          dependencies[vertex] = paths[vertex] * gatheredSum(over: rows[vertex]) { gathered[$0] }
        }
        for position in next { gathered[Int(queue[position])] = 0 }
      } else {
        let above = Int32(truncatingIfNeeded: depth)
        for position in next {
          let vertex = Int(queue[position])
          let share = coefficient(vertex)
          for before in columns[vertex] where depths[Int(before)] == above { gathered[Int(before)] += share }
        }
        for position in level {
          let vertex = Int(queue[position])
          dependencies[vertex] = paths[vertex] * gathered[vertex]
          gathered[vertex] = 0
        }
      }
      for position in level { sums[Int(queue[position])] += own * dependencies[Int(queue[position])] }
      guard withSquares else { continue }
      for position in level {
        let vertex = Int(queue[position])
        sums[order &+ vertex] += dependencies[vertex] * dependencies[vertex]
      }
    }
  }

  @inline(__always) private func coefficient(_ vertex: Int) -> Double {
    (weights[vertex] + dependencies[vertex]) / paths[vertex]
  }
}
