import KesiMatrix

/// The principal eigenvector of the matrix, on the whole network: x(v) = Σ w(u,v) x(u) / λ over the ties that reach v,
/// scaled to Euclidean length 1, no entry negative. Weights count where the matrix has them.
///
/// Where several components share the greatest eigenvalue, the vector is the one that iteration from equal values
/// approaches. Undefined (NaN) without ties, and where nothing settles: in a directed network without cycles.
///
/// - Complexity: O(m) a step; without direction some dozen steps of the Lanczos process, with direction as many rounds of
///   the power iteration as the spectral gap asks for, at most 20,000.
/// - Source: Bonacich, *Factoring and weighting approaches to status scores*, J. Math. Sociology 1972.
public func eigenvectorCentrality(of matrix: AdjacencyMatrix, on parallel: Parallel) throws -> [Double] {
  try principalEigenpair(of: matrix, on: parallel)?.vector ?? [Double](repeating: .nan, count: matrix.order)
}

/// The greatest eigenvalue and its vector, which has no negative entry; nil where nothing settles.
func principalEigenpair(of matrix: AdjacencyMatrix, on parallel: Parallel) throws -> Eigenpair? {
  guard matrix.entryCount > 0 else { return nil }
  let start = [Double](repeating: 1, count: matrix.order)
  guard matrix.isSymmetric else { return try powerIteration(on: matrix, from: start, parallel) }
  let pair = try greatestEigenpair(from: start, tolerance: 1e-13, on: parallel) {
    try matrix.pulled($0, on: parallel)
  }
  return pair.map { Eigenpair(value: $0.value, vector: $0.vector.map(abs)) }
}

/// The power iteration on A + λI / 2, which also settles where the network is bipartite.
private func powerIteration(
  on matrix: AdjacencyMatrix, from start: [Double], _ parallel: Parallel
) throws -> Eigenpair? {
  let order = matrix.order
  var vector = start.map { $0 / Double(order).squareRoot() }
  for _ in 0..<20_000 {
    let image = try matrix.pulled(vector, on: parallel)
    let value = zip(image, vector).reduce(0) { $0 + $1.0 * $1.1 }
    guard value > 0 else { return nil }
    let residual = zip(image, vector).reduce(0) { $0 + ($1.0 - value * $1.1) * ($1.0 - value * $1.1) }.squareRoot()
    if residual <= 1e-13 * value { return Eigenpair(value: value, vector: vector) }
    let shifted = zip(image, vector).map { $0 + 0.5 * value * $1 }
    let length = shifted.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length.isFinite, length > 0 else { return nil }
    vector = shifted.map { $0 / length }
  }
  return nil
}
