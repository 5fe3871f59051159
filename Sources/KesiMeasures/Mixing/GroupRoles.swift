import KesiMatrix

/// How evenly the ties of each vertex reach across groups: P = 1 − Σ_g (k_g / k)², from 0 (one group) towards 1. Direction
/// is ignored (A + Aᵀ); weights count where the matrix has them. NaN without ties.
///
/// - Complexity: O(n + m).
/// - Source: Guimerà & Amaral, *Functional cartography of complex metabolic networks*, Nature 2005.
public func participation(of matrix: AdjacencyMatrix, groups: [Int]) -> [Double] {
  matrix.symmetrized().withRows { rows in
    let sums = LinkSums(count: rows.order + 1)
    return (0..<rows.order).map { vertex in
      var strength = 0.0
      var count = 0
      for entry in rows.entries(vertex) {
        sums.add(rows.weight(entry), to: UInt32(truncatingIfNeeded: groups[rows.column(entry)]), &count)
        strength += rows.weight(entry)
      }
      var squares = 0.0
      sums.drain(count) { _, sum in squares += (sum / strength) * (sum / strength) }
      return strength > 0 ? 1 - squares : .nan
    }
  }
}

/// How far the ties of each vertex inside its group stand above those of the others there, in standard deviations (of the
/// group as a whole); 0 where all have as many. Direction is ignored (A + Aᵀ); weights count where the matrix has them.
///
/// - Complexity: O(n + m).
/// - Source: Guimerà & Amaral, *Functional cartography of complex metabolic networks*, Nature 2005.
public func withinGroupZ(of matrix: AdjacencyMatrix, groups: [Int]) -> [Double] {
  let inside = matrix.symmetrized().withRows { rows in
    (0..<rows.order).map { vertex in
      rows.entries(vertex).reduce(0.0) { sum, entry in
        groups[rows.column(entry)] == groups[vertex] ? sum + rows.weight(entry) : sum
      }
    }
  }
  var count = [Double](repeating: 0, count: groups.count + 1)
  var total = count
  for (vertex, group) in groups.enumerated() {
    count[group] += 1
    total[group] += inside[vertex]
  }
  var spread = [Double](repeating: 0, count: groups.count + 1)
  for (vertex, group) in groups.enumerated() {
    let off = inside[vertex] - total[group] / count[group]
    spread[group] += off * off
  }
  return groups.enumerated().map { vertex, group in
    let deviation = (spread[group] / count[group]).squareRoot()
    // What rounding alone leaves is no spread.
    guard deviation > 1e-12 * total[group] / count[group] else { return 0 }
    return (inside[vertex] - total[group] / count[group]) / deviation
  }
}

/// The balance of ties across groups and within: (external − internal) / (external + internal), from −1 (all within) to 1
/// (all across). Direction is ignored; every tie counts 1. NaN without ties.
///
/// - Complexity: O(n + m).
/// - Source: Krackhardt & Stern, *Informal networks and organizational crises*, 1988.
public func externalInternalIndex(of matrix: AdjacencyMatrix, groups: [Int]) -> (vertices: [Double], whole: Double) {
  matrix.symmetrized().withRows { rows in
    var external = 0
    let vertices = (0..<rows.order).map { vertex -> Double in
      let across = rows[vertex].count { groups[Int($0)] != groups[vertex] }
      external += across
      let degree = rows.degree(vertex)
      return degree > 0 ? Double(2 * across - degree) / Double(degree) : .nan
    }
    let ties = rows.entryCount
    return (vertices, ties > 0 ? Double(2 * external - ties) / Double(ties) : .nan)
  }
}

/// Newman's assortativity by group: (Σ_g e_gg − Σ_g a_g b_g) / (1 − Σ_g a_g b_g) over the shares e of ties between groups.
/// Direction is ignored; every tie counts 1. Nil where it is undefined.
///
/// - Source: Newman, *Mixing patterns in networks*, Phys. Rev. E 2003, eq. 2.
public func groupAssortativity(of matrix: AdjacencyMatrix, groups: [Int]) -> Double? {
  matrix.symmetrized().withRows { rows in
    let ties = Double(rows.entryCount)
    guard ties > 0 else { return nil }
    // In whole numbers, all times the square of the ties, so that what cancels is 0.
    var ends = [Double](repeating: 0, count: groups.count + 1)
    var inside = 0.0
    for vertex in 0..<rows.order {
      ends[groups[vertex]] += Double(rows.degree(vertex))
      for column in rows[vertex] where groups[Int(column)] == groups[vertex] { inside += 1 }
    }
    let (chance, all) = (ends.reduce(0) { $0 + $1 * $1 }, ties * ties)
    return chance < all * (1 - 1e-12) ? (inside * ties - chance) / (all - chance) : nil
  }
}
