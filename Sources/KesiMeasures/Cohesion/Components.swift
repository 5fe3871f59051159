import KesiMatrix

/// The component of each vertex: 1 for the largest, then by decreasing size, equal sizes by their first vertex.
/// Direction and weights are ignored (weak components).
///
/// Afforest: two ties of each vertex join most of the network; the ties of vertices in the largest part found so far are
/// then passed over, since whoever is not in it yet will look at those ties from the other end.
///
/// - Complexity: O(n + m) at most, in most networks O(n); 8 bytes a vertex.
/// - Source: Sutton, Ben-Nun & Barak, *Optimizing Parallel Graph Connectivity Computation via Subgraph Sampling*, IPDPS
///   2018.
public func components(of matrix: AdjacencyMatrix) -> [Int] {
  let order = matrix.order
  guard order > 0 else { return [] }
  let forest = Forest(order: order)
  matrix.withRows { rows in
    matrix.withColumns { columns in
      for round in 0..<Forest.sampledTies {
        for vertex in 0..<order where round < rows.degree(vertex) {
          forest.join(vertex, rows.column(rows.entries(vertex).lowerBound &+ round))
        }
      }
      let largest = forest.mostFrequentRoot()
      for vertex in 0..<order where forest.root(vertex) != largest {
        for neighbor in rows[vertex].dropFirst(Forest.sampledTies) { forest.join(vertex, Int(neighbor)) }
        guard !matrix.isSymmetric else { continue }
        for neighbor in columns[vertex] { forest.join(vertex, Int(neighbor)) }
      }
    }
  }
  return numberedBySize((0..<order).map { forest.root($0) })
}

/// Disjoint sets of vertices; the root of a set is its lowest vertex.
private struct Forest: ~Copyable {
  static let sampledTies = 2

  private let order: Int
  private let parents: Scratch<UInt32>

  init(order: Int) {
    self.order = order
    parents = Scratch(repeating: 0, count: order)
    for vertex in 0..<order { parents[vertex] = UInt32(truncatingIfNeeded: vertex) }
  }

  /// The root of a vertex; the path to it is halved on the way.
  @inline(__always) func root(_ vertex: Int) -> Int {
    var vertex = vertex
    while true {
      let parent = Int(parents[vertex])
      if parent == vertex { return vertex }
      let grandparent = parents[parent]
      parents[vertex] = grandparent
      vertex = Int(grandparent)
    }
  }

  @inline(__always) func join(_ a: Int, _ b: Int) {
    let (x, y) = (root(a), root(b))
    if x < y { parents[y] = UInt32(truncatingIfNeeded: x) } else { parents[x] = UInt32(truncatingIfNeeded: y) }
  }

  /// The root that most of some thousand vertices, evenly spread, have.
  func mostFrequentRoot() -> Int {
    var counts: [Int: Int] = [:]
    for vertex in stride(from: 0, to: order, by: max(1, order / 1024)) { counts[root(vertex), default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }!.key
  }
}
