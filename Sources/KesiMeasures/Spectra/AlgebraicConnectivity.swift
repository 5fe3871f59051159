import KesiMatrix

/// The second smallest eigenvalue of the Laplacian D − A: 0 where the network falls apart, greater the harder it is to
/// cut. Direction is ignored (A + Aᵀ); weights count where the matrix has them.
///
/// - Returns: nil below two vertices, and where the iteration does not settle.
/// - Complexity: O(m) a step of the Lanczos process; steps grow with √(λ_max / (λ₃ − λ₂)).
/// - Source: Fiedler, *Algebraic connectivity of graphs*, 1973.
public func algebraicConnectivity(of matrix: AdjacencyMatrix, on parallel: Parallel) throws -> Double? {
  let symmetric = matrix.symmetrized(layout: .sparse)
  let order = symmetric.order
  guard order > 1 else { return nil }
  guard components(of: symmetric).allSatisfy({ $0 == 1 }) else { return 0 }
  let strength = strengths(of: symmetric)
  // All eigenvalues lie below this, so that the one looked for is the greatest of what is left of it.
  let bound = 2 * (strength.max() ?? 0)
  var random = SplitMix(seed: 1)
  let start = centered((0..<order).map { _ in random.unit() - 0.5 })
  let pair = try greatestEigenpair(from: start, tolerance: 1e-10, on: parallel) { vector in
    let ties = try symmetric.pulled(vector, on: parallel)
    // The constant vector, which has eigenvalue 0, is kept out: rounding would let it in.
    return centered((0..<order).map { (bound - strength[$0]) * vector[$0] + ties[$0] })
  }
  return pair.map { max(0, bound - $0.value) }
}

private func centered(_ vector: [Double]) -> [Double] {
  let mean = vector.reduce(0, +) / Double(vector.count)
  return vector.map { $0 - mean }
}
