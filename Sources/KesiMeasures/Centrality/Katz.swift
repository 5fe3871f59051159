import KesiMatrix

/// Walks that end at a vertex, those of k ties discounted by αᵏ: x = α Aᵀ x + 1, scaled to Euclidean length 1. Weights
/// count where the matrix has them; in what unit does not matter, since α goes with 1/λ.
///
/// - Parameter share: α as a share of 1/λ for the greatest eigenvalue λ, from 0 up to but not 1.
/// - Returns: NaN where there is no λ to scale by: without ties, and in a directed network without cycles.
/// - Complexity: O(m) a round; log(ε)/log(share) rounds, some 300 for a share of 0.9. With direction the strongly connected
///   parts are solved one after the other, in the order in which ties lead.
/// - Source: Katz, *A new status index derived from sociometric analysis*, Psychometrika 1953.
public func katzCentrality(
  of matrix: AdjacencyMatrix, share: Double = katzShare, on parallel: Parallel = Parallel()
) throws(Cancelled) -> [Double] {
  precondition(share >= 0 && share < 1, "share \(share)")
  let undefined = [Double](repeating: .nan, count: matrix.order)
  guard matrix.isSymmetric else {
    let parts = StrongParts(of: matrix, on: parallel)
    guard let critical = try CriticalParts(of: parts, on: parallel) else { return undefined }
    guard share > 0 else { return scaledToLength1([Double](repeating: 1, count: matrix.order)) ?? undefined }
    var flow = PartFlow(parts, value: critical.value / share)
    for part in 0..<parts.count {
      guard try flow.solve(part, isFedByOne: true) else { return undefined }
    }
    return scaledToLength1(flow.values) ?? undefined
  }
  guard let pair = try principalEigenpair(of: matrix, on: parallel) else { return undefined }
  return try katzCentrality(of: matrix, factor: share / pair.value, on: parallel)
}

/// α as a share of 1/λ unless told otherwise.
public let katzShare = 0.9

/// The same without direction, for α in units of ``AdjacencyMatrix/unitScale``.
package func katzCentrality(of matrix: AdjacencyMatrix, factor: Double, on parallel: Parallel = Parallel())
  throws(Cancelled) -> [Double]
{
  let scale = matrix.unitScale
  var scores = [Double](repeating: 1, count: matrix.order)
  // Each round removes at least a share of the error but for what rounding leaves.
  for _ in 0..<100_000 {
    let image = try matrix.pulled(scores, times: scale, on: parallel)
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
