import KesiMatrix

/// A network without the trees that hang from it. Shortest paths within and out of a tree are counted at once; what is
/// left is searched with each vertex standing for all that hung from it.
///
/// - Complexity: O(n + m).
/// - Source: Baglioni et al., *Fast exact computation of betweenness centrality in social networks*, ASONAM 2012;
///   Sarıyüce et al., *Shattering and Compressing Networks for Betweenness Centrality*, SDM 2013.
struct PendantTrees {
  /// What is left, as vertices of the network; all of it where nothing hangs.
  let core: [Int]
  /// How many vertices each vertex of the core stands for, itself included.
  let weight: [Double]
  /// For each vertex of the network the pairs whose paths run through it and are counted already, each once.
  let counted: [Double]

  /// - Parameter matrix: symmetric.
  init(of matrix: AdjacencyMatrix) {
    let component = components(of: matrix)
    var size = [Double](repeating: 0, count: matrix.order + 1)
    for label in component { size[label] += 1 }
    (core, weight, counted) = matrix.withRows { rows in
      var degree = (0..<rows.order).map { rows.degree($0) }
      var standsFor = [Double](repeating: 1, count: rows.order)
      var counted = [Double](repeating: 0, count: rows.order)
      var isCut = [Bool](repeating: false, count: rows.order)
      var leaves = degree.indices.filter { degree[$0] == 1 }
      while let leaf = leaves.popLast() {
        // The other end of the last tie of a tree has no tie left.
        guard degree[leaf] == 1, let column = rows[leaf].first(where: { !isCut[Int($0)] }) else { continue }
        let holder = Int(column)
        counted[holder] += standsFor[leaf] * (standsFor[holder] - 1)
        standsFor[holder] += standsFor[leaf]
        isCut[leaf] = true
        degree[leaf] = 0
        degree[holder] -= 1
        if degree[holder] == 1 { leaves.append(holder) }
      }
      for vertex in 0..<rows.order {
        counted[vertex] += (standsFor[vertex] - 1) * (size[component[vertex]] - standsFor[vertex])
      }
      let core = isCut.indices.filter { !isCut[$0] }
      return (core, core.map { standsFor[$0] }, counted)
    }
  }
}
