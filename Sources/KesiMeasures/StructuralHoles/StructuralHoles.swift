import KesiMatrix

/// Burt's measures of structural holes. Undefined (NaN) where a vertex has no contacts.
public struct StructuralHoles: Sendable {
  /// The network they were computed on: A + Aᵀ when directed.
  public let mutual: AdjacencyMatrix
  /// How much the contacts of a vertex are tied to each other: Σ c(i,j) over contacts j.
  public let constraint: [Double]
  /// The contacts that are left when overlap is taken off: N − Σ over j of Σ over q of p(i,q) m(j,q).
  public let effectiveSize: [Double]
  /// How far constraint stems from a single contact, 0…1 (Coleman–Theil): Σ r ln r / (N ln N) with r = c(i,j)/(C/N).
  /// Undefined for a single contact.
  public let hierarchy: [Double]
  /// c(i,j) = (p(i,j) + Σ over q of p(i,q) p(q,j))² for each entry of `mutual`.
  public let localConstraint: [Double]

  /// Effective size as a share of the number of contacts.
  public var efficiency: [Double] {
    mutual.withRows { rows in effectiveSize.enumerated().map { $1 / Double(rows.degree($0)) } }
  }
}

/// Constraint, effective size and hierarchy of every vertex. p(i,j) is the share of i's ties (weights, where the matrix
/// has them, of both directions together) that goes to j; m(j,q) is the tie of j and q against j's strongest.
///
/// - Complexity: O(Σ degree²) time: the two-paths from each vertex, met once; per worker 16 bytes a vertex.
/// - Source: Burt, *Structural Holes*, 1992, ch. 2; Borgatti, *Structural Holes: Unpacking Burt's Redundancy Measures*,
///   Connections 1997 (effective size without weights: N − 2t/N for t ties among N contacts).
public func structuralHoles(of matrix: AdjacencyMatrix, on parallel: Parallel) throws -> StructuralHoles {
  let mutual = matrix.symmetrized(layout: .sparse)
  let order = mutual.order
  return try mutual.withRows { rows in
    // 1 / sum and 1 / maximum of each row, so that shares are products in the loop.
    var perSum = [Double](repeating: 0, count: order)
    var perMaximum = [Double](repeating: 0, count: order)
    for vertex in 0..<order where rows.degree(vertex) > 0 {
      var sum = 0.0
      var maximum = 0.0
      for entry in rows.entries(vertex) {
        sum += rows.weight(entry)
        maximum = max(maximum, rows.weight(entry))
      }
      perSum[vertex] = 1 / sum
      perMaximum[vertex] = 1 / maximum
    }
    let results = try perSum.withUnsafeBufferPointer { perSum in
      try perMaximum.withUnsafeBufferPointer { perMaximum in
        try walk(rows, UncheckedVector(perSum), UncheckedVector(perMaximum), on: parallel)
      }
    }
    return StructuralHoles(
      mutual: mutual, constraint: results[0], effectiveSize: results[1], hierarchy: results[2],
      localConstraint: results[3])
  }
}

/// For each vertex i and contact q, the ties of q that lead back to contacts of i: a two-path is met once.
private func walk(
  _ rows: Rows, _ perSum: UncheckedVector<Double>, _ perMaximum: UncheckedVector<Double>, on parallel: Parallel
) throws -> [[Double]] {
  let order = rows.order
  // Constraint, effective size, hierarchy, then one number an entry: one array, four parts.
  let all = try parallel.fillParts(count: order, width: 3 * order + rows.entryCount, with: Double.nan) { chunks, out in
    let isContact = Scratch<UInt8>(repeating: 0, count: order)
    let indirect = Scratch<Double>(repeating: 0, count: order)
    while let chunk = chunks.take() {
      for vertex in chunk where rows.degree(vertex) > 0 {
        for contact in rows[vertex] { isContact[Int(contact)] = 1 }
        var redundancy = 0.0
        for entry in rows.entries(vertex) {
          let contact = rows.column(entry)
          let share = rows.weight(entry) * perSum[vertex]
          let through = share * perSum[contact]
          for second in rows.entries(contact) {
            let other = rows.column(second)
            guard isContact[other] != 0 else { continue }
            let weight = rows.weight(second)
            indirect[other] += through * weight
            redundancy += share * weight * perMaximum[other]
          }
        }
        let contacts = Double(rows.degree(vertex))
        var constraint = 0.0
        for entry in rows.entries(vertex) {
          let contact = rows.column(entry)
          let invested = rows.weight(entry) * perSum[vertex] + indirect[contact]
          out[3 * order + entry] = invested * invested
          constraint += invested * invested
          indirect[contact] = 0
          isContact[contact] = 0
        }
        out[vertex] = constraint
        out[order + vertex] = contacts - redundancy
        out[2 * order + vertex] = hierarchy(rows.entries(vertex), of: constraint) { out[3 * order + $0] }
      }
    }
  }
  return [
    Array(all[0..<order]), Array(all[order..<2 * order]), Array(all[2 * order..<3 * order]), Array(all[(3 * order)...]),
  ]
}

@inline(__always)
private func hierarchy(_ entries: Range<Int>, of constraint: Double, _ local: (Int) -> Double) -> Double {
  guard entries.count > 1 else { return .nan }
  let contacts = Double(entries.count)
  let mean = constraint / contacts
  var sum = 0.0
  for entry in entries {
    let ratio = local(entry) / mean
    if ratio > 0 { sum += ratio * naturalLogarithm(ratio) }
  }
  return sum / (contacts * naturalLogarithm(contacts))
}
