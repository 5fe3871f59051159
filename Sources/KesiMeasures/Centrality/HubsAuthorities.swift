import KesiMatrix

/// Hubs point to good authorities, authorities are pointed to by good hubs: the principal vectors of A Aᵀ and Aᵀ A, each
/// scaled to sum 1. Without direction both are the principal eigenvector, also where the network is bipartite and A Aᵀ has
/// two of them. Weights count where the matrix has them; in what unit does not matter.
///
/// Where several parts share the greatest value, all have a share in the vector; what is in none of them is exactly 0. Parts
/// here are sets of authorities that hubs tie together.
///
/// - Returns: NaN without ties, and where nothing settles.
/// - Complexity: O(m) a step of the Lanczos process, some dozen steps.
/// - Source: Kleinberg, *Authoritative Sources in a Hyperlinked Environment*, J. ACM 1999.
public func hubsAndAuthorities(
  of matrix: AdjacencyMatrix, on parallel: Parallel = Parallel()
) throws(Cancelled) -> (hubs: [Double], authorities: [Double]) {
  let undefined = [Double](repeating: .nan, count: matrix.order)
  guard matrix.entryCount > 0 else { return (undefined, undefined) }
  if matrix.isSymmetric {
    return hubsAndAuthorities(from: try principalEigenpair(of: matrix, on: parallel), order: matrix.order)
  }
  let scale = matrix.unitScale
  func hubs(_ authorities: [Double]) throws(Cancelled) -> [Double] {
    try matrix.pushed(authorities, times: scale, on: parallel)
  }
  let pair = try dominantEigenpair(of: sharedHubs(of: matrix), on: parallel) {
    (authorities) throws(Cancelled) in try matrix.pulled(hubs(authorities), times: scale, on: parallel)
  }
  guard let pair else { return (undefined, undefined) }
  return (scaledToSum1(try hubs(pair.vector)), scaledToSum1(pair.vector))
}

/// Both without direction, from the principal eigenvector.
package func hubsAndAuthorities(from pair: Eigenpair?, order: Int) -> (hubs: [Double], authorities: [Double]) {
  let scores = pair.map { scaledToSum1($0.vector) } ?? [Double](repeating: .nan, count: order)
  return (scores, scores)
}

private func scaledToSum1(_ vector: [Double]) -> [Double] {
  let total = vector.reduce(0, +)
  return vector.map { $0 / total }
}

/// A label for each vertex, the same for all that one vertex points to, and so on.
private func sharedHubs(of matrix: AdjacencyMatrix) -> [Int] {
  let sets = DisjointSets(count: matrix.order)
  matrix.withRows { rows in
    for row in 0..<rows.order where rows.degree(row) > 1 {
      let first = Int(rows[row][0])
      for column in rows[row].dropFirst() { sets.join(first, Int(column)) }
    }
  }
  return sets.labels
}
