import KesiMatrix

/// The second smallest eigenvalue of the Laplacian D − A: 0 where the network falls apart, greater the harder it is to
/// cut. Direction is ignored (A + Aᵀ); weights count where the matrix has them, and it scales with their unit.
///
/// - Returns: nil below two vertices, and where the iteration does not settle or its digits cannot be trusted
///   (`fiedlerPair(of:from:on:)`).
/// - Complexity: O(m) a step of the Lanczos process; steps grow with √(λ_max / (λ₃ − λ₂)).
/// - Source: Fiedler, *Algebraic connectivity of graphs*, 1973.
public func algebraicConnectivity(of matrix: AdjacencyMatrix, on parallel: Parallel = Parallel()) throws(Cancelled)
  -> Double?
{
  guard matrix.order > 1 else { return nil }
  let symmetric = matrix.symmetrized()
  guard components(of: symmetric).allSatisfy({ $0 == 1 }) else { return 0 }
  return try fiedlerPair(of: symmetric, on: parallel)?.value
}

/// The algebraic connectivity and its vector, of length 1: vertices of one sign lie on one side of where the network is
/// easiest to cut.
///
/// The Lanczos process finds the eigenvalue as what is left of a bound of the greatest: digits cancel where it is far
/// smaller, as where strong ties hang together by a weak one. Then, and always in networks of up to 100 vertices, it is
/// found from the other end: the greatest eigenvalue of the inverse, solved by an elimination that subtracts nothing, so
/// that it is right to some 12 digits whatever the weights.
///
/// - Parameters:
///   - matrix: connected, of two vertices or more; direction is ignored.
///   - start: a vector to set out from, such as that of a network that differs by a tie; nil for a fixed random one.
/// - Returns: nil where the iteration does not settle, where weights are so far apart that the square of their ratio is no
///   number, and beyond 1,000 vertices where digits cancel: where the residual is
///   not below a 100,000th of the eigenvalue.
/// - Source: Fiedler, *Algebraic connectivity of graphs*, 1973.
package func fiedlerPair(
  of matrix: AdjacencyMatrix, from start: [Double]? = nil, on parallel: Parallel = Parallel()
) throws(Cancelled) -> (value: Double, vector: [Double])? {
  let symmetric = matrix.symmetrized()
  let scale = symmetric.unitScale
  let least = symmetric.withRows { rows in
    (0..<rows.entryCount).reduce(Double.infinity) { rows.weight($1) > 0 ? min($0, rows.weight($1)) : $0 }
  }
  // In this unit the greatest is 1 or a little more.
  guard least * scale >= widestSpread else { return nil }
  var random = SplitMix(seed: 1, use: "Fiedler")
  // A little of everything is mixed in: a start may lack what has come to be the vector.
  let noise = (0..<symmetric.order).map { _ in random.unit() - 0.5 }
  let first = centered(start.map { zip($0, noise).map { $0 + 1e-3 * $1 } } ?? noise)
  func solved() throws(Cancelled) -> (value: Double, vector: [Double])? {
    let inverse = try LaplacianInverse(of: symmetric, scale: scale, on: parallel)
    return try greatestEigenpair(from: first, tolerance: 1e-13, on: parallel) {
      // What rounding makes of the constant vector is kept out on both sides.
      centered(inverse.solved(centered($0)))
    }
    .map { (1 / ($0.value * scale), $0.vector) }
  }
  if symmetric.order <= 100 { return try solved() }
  let strength = strengths(of: symmetric).map { scale * $0 }
  // All eigenvalues lie below this, so that the one looked for is the greatest of what is left of it.
  let bound = 2 * (strength.max() ?? 0)
  func laplacian(_ vector: [Double]) throws(Cancelled) -> [Double] {
    let ties = try symmetric.pulled(vector, times: scale, on: parallel)
    return vector.indices.map { strength[$0] * vector[$0] - ties[$0] }
  }
  var latest = first
  for tolerance in [1e-10, 1e-13] {
    let pair = try greatestEigenpair(from: latest, tolerance: tolerance, on: parallel) { (vector) throws(Cancelled) in
      // The constant vector, which has eigenvalue 0, is kept out: rounding would let it in.
      let image = try laplacian(vector)
      return centered(vector.indices.map { bound * vector[$0] - image[$0] })
    }
    guard let pair else { break }
    let value = bound - pair.value
    let image = try laplacian(pair.vector)
    let residual = zip(image, pair.vector).reduce(0) { $0 + ($1.0 - value * $1.1) * ($1.0 - value * $1.1) }
    if residual.squareRoot() <= 1e-5 * value { return (value / scale, pair.vector) }
    latest = pair.vector
  }
  return symmetric.order <= LaplacianInverse.mostVertices ? try solved() : nil
}

/// Below this, as a part of the greatest weight, squares leave the range of numbers.
private let widestSpread = 1e-150

private func centered(_ vector: [Double]) -> [Double] {
  let mean = vector.reduce(0, +) / Double(vector.count)
  return vector.map { $0 - mean }
}
