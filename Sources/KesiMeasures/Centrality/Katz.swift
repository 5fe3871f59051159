import KesiMatrix

/// Walks that end at a vertex, those of k ties discounted by αᵏ: x = α Aᵀ x + 1, scaled to Euclidean length 1. Weights
/// count where the matrix has them.
///
/// - Parameter share: α as a share of 1/λ for the greatest eigenvalue λ, from 0 up to but not 1.
/// - Returns: NaN where there is no λ to scale by: without ties, and in a directed network without cycles.
/// - Complexity: O(m) a round; log(ε)/log(share) rounds, some 300 for a share of 0.9.
/// - Source: Katz, *A new status index derived from sociometric analysis*, Psychometrika 1953.
public func katzCentrality(
  of matrix: AdjacencyMatrix, share: Double = 0.9, on parallel: Parallel
) throws -> [Double] {
  precondition(share >= 0 && share < 1, "share \(share)")
  guard let pair = try principalEigenpair(of: matrix, on: parallel) else {
    return [Double](repeating: .nan, count: matrix.order)
  }
  let factor = share / pair.value
  var scores = [Double](repeating: 1, count: matrix.order)
  // Each round removes at least a share of the error but for what rounding leaves.
  for _ in 0..<100_000 {
    let image = try matrix.pulled(scores, on: parallel)
    var change = 0.0
    var largest = 0.0
    for vertex in scores.indices {
      let new = factor * image[vertex] + 1
      change = max(change, abs(new - scores[vertex]))
      largest = max(largest, new)
      scores[vertex] = new
    }
    if change <= 1e-14 * largest { break }
  }
  let length = scores.reduce(0) { $0 + $1 * $1 }.squareRoot()
  return scores.map { $0 / length }
}
