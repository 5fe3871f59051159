import KesiMatrix

/// Betweenness estimated from searches out of some of the vertices, drawn at random without repetition.
///
/// - Source: Brandes & Pich, *Centrality Estimation in Large Networks*, Int. J. Bifurcation and Chaos 2007.
public struct SampledBetweenness: Sendable {
  /// The estimate of each vertex, on the scale of the exact measure; unbiased.
  public let values: [Double]
  /// The standard error of each estimate, from the variance among the sources drawn, corrected for drawing without
  /// repetition. 0 where the value is exact: once every vertex is a source, and for a vertex that no path runs through. NaN
  /// where all sources drawn see the same: there is no variance to tell from, though others may see far more.
  public let errors: [Double]
  /// The number of sources.
  public let sources: Int

  /// What no estimate is off by more than, with a chance of 95 % for all vertices together, whatever the network
  /// (Hoeffding 1963). Far above the typical error.
  public let bound: Double
}

/// - Parameters:
///   - count: the number of sources, at least 2; every vertex where there are fewer.
///   - seed: which sources are drawn.
/// - Complexity: O(count · m); 64 numbers a vertex.
public func sampledBetweenness(
  of matrix: AdjacencyMatrix, sources count: Int, seed: UInt64 = 1, on parallel: Parallel = Parallel()
) throws(Cancelled) -> SampledBetweenness {
  let order = matrix.order
  var random = SplitMix(seed: seed, use: "sources")
  let drawn = Array((0..<order).shuffled(using: &random).prefix(max(2, count))).sorted()
  let sums = try dependencies(of: matrix, from: drawn, withSquares: true, on: parallel)
  let (k, n) = (Double(drawn.count), Double(order))
  let scale = matrix.isSymmetric ? n / 2 : n
  let values = (0..<order).map { sums[$0] / k * scale }
  let (arriving, leaving) = (inDegrees(of: matrix), outDegrees(of: matrix))
  let errors = (0..<order).map { vertex -> Double in
    guard drawn.count > 1, drawn.count < order else { return 0 }
    // What ends here goes no further, and back to where it came from is no shortest path.
    guard min(arriving[vertex], leaving[vertex]) >= (matrix.isSymmetric ? 2 : 1) else { return 0 }
    let mean = sums[vertex] / k
    let variance = (sums[order + vertex] / k - mean * mean) * k / (k - 1)
    // Below this the difference of the two sums is noise.
    guard variance > leastVariation * mean * mean else { return .nan }
    return (variance / k * (1 - k / n)).squareRoot() * scale
  }
  let bound = drawn.count < order ? scale * (n - 2) * (naturalLogarithm(2 * n / 0.05) / (2 * k)).squareRoot() : 0
  return SampledBetweenness(values: values, errors: errors, sources: drawn.count, bound: bound)
}

/// What sums of squares leave of a variance of 0, relative to the square of the mean, is less than this.
private let leastVariation = 1e-12
