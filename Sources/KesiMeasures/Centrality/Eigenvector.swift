import KesiMatrix

/// The principal eigenvector of the matrix, on the whole network: x(v) = Σ w(u,v) x(u) / λ over the ties that reach v, for
/// the greatest eigenvalue λ, scaled to Euclidean length 1, no entry negative. Weights count where the matrix has them; in
/// what unit does not matter.
///
/// It is what iteration from equal values approaches. So where several components share λ (to 11 digits), all of them have
/// a part in it, and what lies outside is exactly 0. With direction λ is the greatest of the strongly connected parts, and
/// where parts with λ lead into one another, the ends of the longest such chain outgrow everything else: they and what they
/// lead to are not 0 (`directedEigenpair(of:on:)`).
///
/// - Returns: NaN without ties, in a directed network without cycles (λ = 0), and where nothing settles.
/// - Complexity: O(m) a step; some dozen steps of the Lanczos process, with direction as many rounds of the power iteration
///   as the spectral gap asks for.
/// - Source: Bonacich, *Factoring and weighting approaches to status scores*, J. Math. Sociology 1972.
public func eigenvectorCentrality(of matrix: AdjacencyMatrix, on parallel: Parallel = Parallel()) throws(Cancelled)
  -> [Double]
{
  try principalEigenpair(of: matrix, on: parallel)?.vector ?? [Double](repeating: .nan, count: matrix.order)
}

/// The greatest eigenvalue, in units of ``AdjacencyMatrix/unitScale``, and its vector, which has no negative entry; nil
/// where there is none or nothing settles.
package func principalEigenpair(of matrix: AdjacencyMatrix, on parallel: Parallel = Parallel()) throws(Cancelled)
  -> Eigenpair?
{
  guard matrix.entryCount > 0 else { return nil }
  guard matrix.isSymmetric else { return try directedEigenpair(of: matrix, on: parallel) }
  let scale = matrix.unitScale
  return try dominantEigenpair(of: components(of: matrix, on: parallel), on: parallel) {
    (vector) throws(Cancelled) in try matrix.pulled(vector, times: scale, on: parallel)
  }
}
