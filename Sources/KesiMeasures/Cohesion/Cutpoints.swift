import KesiMatrix

/// Where a network falls apart by one loss: its articulation vertices and its bridges, with the parts they part.
/// Direction and weights are ignored.
///
/// Parts are ranges of `visits`, the order of a depth-first search, in which the vertices beyond a cut stand together.
public struct Cutpoints: Sendable {
  /// A tie whose loss parts its component.
  public struct Bridge: Sendable {
    /// The end nearer to the start of the search.
    public let near: Int
    /// The end beyond which `beyond` lies.
    public let far: Int
    /// The vertices beyond the bridge, `far` first, as a range of ``Cutpoints/visits``.
    public let beyond: Range<Int>
  }

  /// The vertices in the order of the search.
  public let visits: [Int]
  /// The bridges in the order in which the search left them.
  public let bridges: [Bridge]
  /// For each articulation vertex the parts beyond it, as ranges of `visits`; the rest of its component, if any, is one
  /// part more. Empty for every other vertex.
  public let beyond: [[Range<Int>]]
  /// The number of vertices in the component of each vertex.
  public let componentSize: [Int]
  /// The vertex from which the search came to each; −1 where it began.
  let parent: [Int]
  /// The lowest place in `visits` reached from the vertices below each by one tie back.
  let low: [Int]

  /// Whether the loss of a vertex parts its component.
  public func isArticulation(_ vertex: Int) -> Bool { !beyond[vertex].isEmpty }

  /// The sizes of the parts that are left of its component without `vertex`.
  public func parts(without vertex: Int) -> [Int] {
    let beyond = beyond[vertex].map(\.count)
    let rest = componentSize[vertex] - 1 - beyond.reduce(0, +)
    return rest > 0 ? beyond + [rest] : beyond
  }
}

/// Finds articulation vertices and bridges in one depth-first pass without recursion.
///
/// - Complexity: O(n + m).
/// - Source: Hopcroft & Tarjan, *Efficient Algorithms for Graph Manipulation*, CACM 1973.
public func cutpoints(of matrix: AdjacencyMatrix) -> Cutpoints {
  matrix.symmetrized().withRows { rows in
    let order = rows.order
    var visits: [Int] = []
    visits.reserveCapacity(order)
    var number = [Int](repeating: -1, count: order)  // place in `visits`
    var low = [Int](repeating: 0, count: order)  // lowest place reached from the subtree by one tie back
    var parent = [Int](repeating: -1, count: order)
    var nextEntry = (0..<order).map { rows.entries($0).lowerBound }
    var bridges: [Cutpoints.Bridge] = []
    var beyond = [[Range<Int>]](repeating: [], count: order)
    var componentSize = [Int](repeating: 0, count: order)

    for root in 0..<order where number[root] < 0 {
      let first = visits.count
      var vertex = root
      var childrenOfRoot: [Range<Int>] = []
      number[root] = first
      low[root] = first
      visits.append(root)
      while true {
        if nextEntry[vertex] < rows.entries(vertex).upperBound {
          let neighbor = rows.column(nextEntry[vertex])
          nextEntry[vertex] += 1
          if number[neighbor] < 0 {
            parent[neighbor] = vertex
            number[neighbor] = visits.count
            low[neighbor] = visits.count
            visits.append(neighbor)
            vertex = neighbor
          } else if neighbor != parent[vertex] {
            low[vertex] = min(low[vertex], number[neighbor])
          }
          continue
        }
        let above = parent[vertex]
        guard above >= 0 else { break }
        let subtree = number[vertex]..<visits.count
        low[above] = min(low[above], low[vertex])
        if low[vertex] > number[above] { bridges.append(.init(near: above, far: vertex, beyond: subtree)) }
        if above == root {
          childrenOfRoot.append(subtree)
        } else if low[vertex] >= number[above] {
          beyond[above].append(subtree)
        }
        vertex = above
      }
      if childrenOfRoot.count > 1 { beyond[root] = childrenOfRoot }
      for place in first..<visits.count { componentSize[visits[place]] = visits.count - first }
    }
    return Cutpoints(
      visits: visits, bridges: bridges, beyond: beyond, componentSize: componentSize, parent: parent, low: low)
  }
}
