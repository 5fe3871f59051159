import KesiMatrix

/// What is left of a network as its vertices are taken away one by one: the size of the largest component after 0, 1, …, n
/// losses. Direction is ignored.
///
/// - Parameter order: all vertices in the order in which they go.
/// - Complexity: O(n + m α(n)): the vertices are put back in the opposite order, and components only grow.
/// - Source: Newman & Ziff, *Efficient Monte Carlo Algorithm and High-Precision Results for Percolation*, Phys. Rev. Lett.
///   2000.
public func removalCurve(of matrix: AdjacencyMatrix, order: [Int]) -> [Int] {
  precondition(order.count == matrix.order, "every vertex once")
  return matrix.symmetrized().withRows { rows in
    var parent = [Int32](repeating: -1, count: rows.order)  // −1 while gone; its own number at the root
    var size = [Int32](repeating: 1, count: rows.order)
    func root(_ vertex: Int) -> Int {
      var vertex = vertex
      while Int(parent[vertex]) != vertex {
        parent[vertex] = parent[Int(parent[vertex])]
        vertex = Int(parent[vertex])
      }
      return vertex
    }
    var curve = [0]
    var largest: Int32 = 0
    for vertex in order.reversed() {
      parent[vertex] = Int32(truncatingIfNeeded: vertex)
      for column in rows[vertex] where parent[Int(column)] >= 0 {
        let (a, b) = (root(vertex), root(Int(column)))
        guard a != b else { continue }
        let (low, high) = size[a] < size[b] ? (a, b) : (b, a)
        parent[low] = Int32(truncatingIfNeeded: high)
        size[high] += size[low]
      }
      largest = max(largest, size[root(vertex)])
      curve.append(Int(largest))
    }
    return curve.reversed()
  }
}

/// R = 1/n Σ s(Q) over Q = 1 … n losses, s the share of all vertices that the largest component still holds: from 1/n for a
/// star whose middle goes first to just under 1/2 for a complete network.
///
/// - Parameter curve: see ``removalCurve(of:order:)``.
/// - Source: Schneider et al., *Mitigation of Malicious Attacks on Networks*, PNAS 2011.
public func robustness(of curve: [Int]) -> Double? {
  let order = Double(curve.count - 1)
  return order > 0 ? curve.dropFirst().reduce(0.0) { $0 + Double($1) } / (order * order) : nil
}

/// The vertices in the order of an attack on the best tied: each time the one with most ties left; of equals
/// the one that lost a tie last, then the first. Direction is ignored.
///
/// - Complexity: O(n + m).
public func degreeAttack(of matrix: AdjacencyMatrix) -> [Int] {
  matrix.symmetrized().withRows { rows in
    var degree = (0..<rows.order).map { rows.degree($0) }
    // A vertex stands on the stack of every degree that it has had; what is no longer so is passed over.
    var stacks = [[Int]](repeating: [], count: (degree.max() ?? 0) + 1)
    for vertex in (0..<rows.order).reversed() { stacks[degree[vertex]].append(vertex) }
    var isGone = [Bool](repeating: false, count: rows.order)
    var order: [Int] = []
    var level = stacks.count - 1
    while level >= 0 {
      guard let vertex = stacks[level].popLast() else {
        level -= 1
        continue
      }
      guard !isGone[vertex], degree[vertex] == level else { continue }
      isGone[vertex] = true
      order.append(vertex)
      for column in rows[vertex] where !isGone[Int(column)] {
        degree[Int(column)] -= 1
        stacks[degree[Int(column)]].append(Int(column))
      }
    }
    return order
  }
}

/// The vertices in the order of an attack on brokers: each time the one with the greatest betweenness in what is left, the
/// first of equals; the rest by their number once no paths are left.
///
/// - Parameter recomputes: whether betweenness is computed anew after each loss, or once.
/// - Complexity: recomputed, O(n² m).
/// - Source: Holme et al., *Attack Vulnerability of Complex Networks*, Phys. Rev. E 2002.
public func betweennessAttack(
  of matrix: AdjacencyMatrix, recomputes: Bool, on parallel: Parallel = Parallel()
) throws(Cancelled) -> [Int] {
  var left = Array(0..<matrix.order)
  var current = matrix.unweighted().symmetrized()
  var order: [Int] = []
  while !left.isEmpty {
    let flow = try betweenness(of: current, on: parallel)
    let ranked = left.indices.sorted { (flow[$1], $0) < (flow[$0], $1) }
    guard recomputes, flow[ranked[0]] > 0 else { return order + ranked.map { left[$0] } }
    order.append(left[ranked[0]])
    let kept = left.indices.filter { $0 != ranked[0] }
    left = kept.map { left[$0] }
    current = current.submatrix(keeping: kept)
  }
  return order
}
