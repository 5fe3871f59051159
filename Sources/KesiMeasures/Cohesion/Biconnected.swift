import KesiMatrix

/// The biconnected part of each tie: any two of its ties lie on a common cycle; a bridge is a part of its own. Parts are
/// numbered 1, 2, … by decreasing number of ties, equal numbers by their first tie. Direction and weights are ignored.
///
/// - Parameter cuts: what ``cutpoints(of:)`` says of the same matrix.
/// - Returns: a number for each entry.
/// - Complexity: O(n + m).
/// - Source: Hopcroft & Tarjan, *Efficient Algorithms for Graph Manipulation*, CACM 1973.
public func biconnectedParts(of matrix: AdjacencyMatrix, cuts: Cutpoints) -> [Int] {
  // The tie from a vertex up to its parent is in the part of the tie above, unless the parent cuts the subtree off.
  var partOfUpwardTie = [Int](repeating: 0, count: matrix.order)
  var count = 0
  var place = [Int](repeating: 0, count: matrix.order)
  for (index, vertex) in cuts.visits.enumerated() {
    place[vertex] = index
    let parent = cuts.parent[vertex]
    guard parent >= 0 else { continue }
    if cuts.low[vertex] >= place[parent] {
      partOfUpwardTie[vertex] = count
      count += 1
    } else {
      partOfUpwardTie[vertex] = partOfUpwardTie[parent]
    }
  }
  // Every other tie runs from a vertex to one above it on the way to the root.
  return matrix.withRows { rows in
    let parts = (0..<rows.order).flatMap { row in
      rows[row].map { column in partOfUpwardTie[place[row] > place[Int(column)] ? row : Int(column)] }
    }
    return numberedBySize(parts)
  }
}
