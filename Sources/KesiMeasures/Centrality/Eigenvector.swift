import KesiMatrix

/// The principal eigenvector of the matrix, on the whole network: x(v) = Σ w(u,v) x(u) / λ over the ties that reach v,
/// scaled to Euclidean length 1, no entry negative. Weights count where the matrix has them.
///
/// Where several components share the greatest eigenvalue, the vector is the one that iteration from equal values
/// approaches. Undefined (NaN) where nothing settles within 20,000 rounds: without ties, and in a directed network
/// without cycles.
///
/// - Complexity: O(m) a round; rounds grow with the inverse of the spectral gap.
/// - Source: Bonacich, *Factoring and weighting approaches to status scores*, J. Math. Sociology 1972. The iteration is
///   on A + λI, which also settles on bipartite networks.
public func eigenvectorCentrality(of matrix: AdjacencyMatrix, on parallel: Parallel) throws -> [Double] {
  let order = matrix.order
  let undefined = [Double](repeating: .nan, count: order)
  guard matrix.entryCount > 0 else { return undefined }
  var latest = [Double](repeating: 1 / Double(order).squareRoot(), count: order)
  for _ in 0..<20_000 {
    let vector = latest
    let image = try product(matrix, vector, on: parallel)
    let value = try dot(image, vector, on: parallel)
    guard value > 0 else { return undefined }
    let residual = try parallel.sumOverChunks(count: order) { chunk in
      chunk.reduce(0) { $0 + (image[$1] - value * vector[$1]) * (image[$1] - value * vector[$1]) }
    }.squareRoot()
    if residual <= 1e-13 * value { return vector }
    // A shift by half of λ keeps −λ of a bipartite network apart from λ.
    let shifted = zip(image, vector).map { $0 + 0.5 * value * $1 }
    let length = try dot(shifted, shifted, on: parallel).squareRoot()
    guard length.isFinite, length > 0 else { return undefined }
    latest = shifted.map { $0 / length }
  }
  return undefined
}

/// The sums Σ w(u,v) x(u) over the ties that reach each v.
private func product(_ matrix: AdjacencyMatrix, _ vector: [Double], on parallel: Parallel) throws -> [Double] {
  try matrix.withColumns { columns in
    try vector.withUnsafeBufferPointer { vector in
      let vector = UncheckedVector(vector)
      return try parallel.fill(count: columns.order, with: 0.0, grain: 4096) { chunks, image in
        while let chunk = chunks.take() {
          for vertex in chunk { image[vertex] = gatheredSum(at: vertex, of: columns) { vector[$0] } }
        }
      }
    }
  }
}

private func dot(_ a: [Double], _ b: [Double], on parallel: Parallel) throws -> Double {
  try parallel.sumOverChunks(count: a.count) { chunk in chunk.reduce(0) { $0 + a[$1] * b[$1] } }
}
