import KesiMatrix

/// The second smallest eigenvalue of the Laplacian D − A: 0 where the network falls apart, greater the harder it is to
/// cut. Direction is ignored (A + Aᵀ); weights count where the matrix has them.
///
/// - Returns: nil below two vertices, and where the iteration does not settle.
/// - Complexity: O(m) a step of the Lanczos process; steps grow with √(λ_max / (λ₃ − λ₂)).
/// - Source: Fiedler, *Algebraic connectivity of graphs*, 1973.
public func algebraicConnectivity(of matrix: AdjacencyMatrix, on parallel: Parallel) throws -> Double? {
  guard matrix.order > 1 else { return nil }
  let symmetric = matrix.symmetrized(layout: .sparse)
  guard components(of: symmetric).allSatisfy({ $0 == 1 }) else { return 0 }
  return try fiedlerPair(of: symmetric, on: parallel)?.value
}

/// The algebraic connectivity and its vector, of length 1: vertices of one sign lie on one side of where the network is
/// easiest to cut.
///
/// - Parameters:
///   - matrix: connected, of two vertices or more; direction is ignored.
///   - start: a vector to set out from, such as that of a network that differs by a tie; nil for a fixed random one.
/// - Returns: nil where the iteration does not settle.
/// - Source: Fiedler, *Algebraic connectivity of graphs*, 1973.
public func fiedlerPair(
  of matrix: AdjacencyMatrix, from start: [Double]? = nil, on parallel: Parallel
) throws -> (value: Double, vector: [Double])? {
  let symmetric = matrix.symmetrized(layout: .sparse)
  let strength = strengths(of: symmetric)
  // All eigenvalues lie below this, so that the one looked for is the greatest of what is left of it.
  let bound = 2 * (strength.max() ?? 0)
  var random = SplitMix(seed: 1)
  // A little of everything is mixed in: a start may lack what has come to be the vector.
  let noise = strength.map { _ in random.unit() - 0.5 }
  let first = start.map { zip($0, noise).map { $0 + 1e-3 * $1 } } ?? noise
  let pair = try greatestEigenpair(from: centered(first), tolerance: 1e-10, on: parallel) { vector in
    let ties = try symmetric.pulled(vector, on: parallel)
    // The constant vector, which has eigenvalue 0, is kept out: rounding would let it in.
    return centered(vector.indices.map { (bound - strength[$0]) * vector[$0] + ties[$0] })
  }
  return pair.map { (max(0, bound - $0.value), $0.vector) }
}

private func centered(_ vector: [Double]) -> [Double] {
  let mean = vector.reduce(0, +) / Double(vector.count)
  return vector.map { $0 - mean }
}
