import KesiMatrix

/// Hubs point to good authorities, authorities are pointed to by good hubs: the principal vectors of A Aᵀ and Aᵀ A, each
/// scaled to sum 1. Without direction both are the same. Weights count where the matrix has them.
///
/// - Returns: NaN without ties.
/// - Complexity: O(m) a step of the Lanczos process, some dozen steps.
/// - Source: Kleinberg, *Authoritative Sources in a Hyperlinked Environment*, J. ACM 1999.
public func hubsAndAuthorities(
  of matrix: AdjacencyMatrix, on parallel: Parallel
) throws -> (hubs: [Double], authorities: [Double]) {
  let undefined = [Double](repeating: .nan, count: matrix.order)
  guard matrix.entryCount > 0 else { return (undefined, undefined) }
  let start = [Double](repeating: 1, count: matrix.order)
  let pair = try greatestEigenpair(from: start, tolerance: 1e-13, on: parallel) {
    try matrix.pulled(matrix.pushed($0, on: parallel), on: parallel)
  }
  guard let pair else { return (undefined, undefined) }
  func scaled(_ vector: [Double]) -> [Double] {
    let total = vector.reduce(0) { $0 + abs($1) }
    return vector.map { abs($0) / total }
  }
  return (scaled(try matrix.pushed(pair.vector, on: parallel)), scaled(pair.vector))
}
