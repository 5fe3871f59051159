import KesiMatrix

/// All eigenvalues of the Laplacian D − A of a small network, ascending, and their vectors; direction and weights are
/// ignored.
///
/// With them it is soon known what one more tie would make of the algebraic connectivity: L + u uᵀ, u being 1 at
/// one end and −1 at the other, has its second eigenvalue where 1 + Σ (u·qᵢ)² / (λᵢ − λ) = 0 between λ₂ and λ₃.
///
/// - Complexity: O(n³) time for all of it, 8 n² bytes; O(n) a tie.
/// - Source: Golub & Van Loan, *Matrix Computations*, 2013, § 8.3 (Householder tridiagonal form, implicit QR); Golub, *Some
///   Modified Matrix Eigenvalue Problems*, SIAM Review 1973 (rank-one changes).
package struct LaplacianSpectrum: Sendable {
  package let values: [Double]
  /// Vector i stands in `vectors[i * order ..< (i + 1) * order]`.
  private let vectors: [Double]
  private var order: Int { values.count }

  /// - Returns: nil where the iteration does not settle, which it always has.
  package init?(of matrix: AdjacencyMatrix) {
    let order = matrix.order
    let symmetric = matrix.unweighted().symmetrized()
    let strength = strengths(of: symmetric)
    var laplacian = [Double](repeating: 0, count: order * order)
    symmetric.withRows { rows in
      for row in 0..<order {
        for entry in rows.entries(row) { laplacian[row * order + rows.column(entry)] = -rows.weight(entry) }
        laplacian[row * order + row] = strength[row]
      }
    }
    guard let (values, vectors) = symmetricSpectrum(laplacian, order: order) else { return nil }
    let sorted = values.indices.sorted { values[$0] < values[$1] }
    self.values = sorted.map { values[$0] }
    self.vectors = sorted.flatMap { vectors[$0 * order..<($0 + 1) * order] }
  }

  /// The second smallest eigenvalue: 0 where the network falls apart.
  package var connectivity: Double { order > 1 ? max(0, values[1]) : 0 }

  /// The most that one more tie between two vertices can add to the algebraic connectivity: (q₂(a) − q₂(b))².
  package func mostGain(adding a: Int, _ b: Int) -> Double {
    guard order > 1 else { return 0 }
    let share = vectors[order + a] - vectors[order + b]
    return share * share
  }

  /// The vector of the second smallest eigenvalue.
  package var connectivityVector: [Double] { order > 1 ? Array(vectors[order..<2 * order]) : [] }

  /// The algebraic connectivity with one more tie between two vertices of a connected network.
  package func connectivity(adding a: Int, _ b: Int) -> Double {
    // Of two vertices 2 w, w the ties between them.
    guard order > 2 else { return order == 2 ? connectivity + 2 : 0 }
    var shares: [(value: Double, square: Double)] = []
    shares.reserveCapacity(order)
    // The constant vector has no share in a tie.
    for index in 1..<order {
      let share = vectors[index * order + a] - vectors[index * order + b]
      shares.append((values[index], share * share))
    }
    // What has no share keeps its eigenvalue; of several equal ones all but one do.
    let tolerance = 1e-13 * max(1, values[order - 1])
    let low = values[1]
    let high = values[2]
    guard high - low > tolerance else { return low }
    guard shares[0].square > 1e-28 else { return low }
    // Grows from −∞ at λ₂ to what it is at λ₃ or +∞; halving keeps the root between the two.
    var (below, above) = (low, min(high, low + 2))
    for _ in 0..<60 {
      let middle = below + (above - below) / 2
      guard middle > below, middle < above else { break }
      let value = shares.reduce(1.0) { $0 + $1.square / ($1.value - middle) }
      if value < 0 { below = middle } else { above = middle }
    }
    return below + (above - below) / 2
  }
}

/// The eigenvalues and, row by row, the eigenvectors of a symmetric matrix; nil where the iteration does not settle.
private func symmetricSpectrum(_ matrix: [Double], order n: Int) -> (values: [Double], vectors: [Double])? {
  var a = matrix
  var diagonal = [Double](repeating: 0, count: n)
  var beside = [Double](repeating: 0, count: n)  // beside[i] couples i and i + 1
  // Rows of `basis` are what the unit vectors have become.
  var basis = [Double](repeating: 0, count: n * n)
  for index in 0..<n { basis[index * n + index] = 1 }
  var mirror = [Double](repeating: 0, count: n)
  var image = [Double](repeating: 0, count: n)
  // Householder: mirrors that leave a tridiagonal matrix.
  for k in 0..<max(0, n - 2) {
    let length = (k + 1..<n).reduce(0.0) { $0 + a[$1 * n + k] * a[$1 * n + k] }.squareRoot()
    guard length > 0 else { continue }
    for index in 0..<n { mirror[index] = index > k ? a[index * n + k] : 0 }
    mirror[k + 1] += mirror[k + 1] < 0 ? -length : length
    let norm = (k + 1..<n).reduce(0.0) { $0 + mirror[$1] * mirror[$1] }
    guard norm > 0 else { continue }
    let scale = 2 / norm
    // A := (1 − s v vᵀ) A (1 − s v vᵀ), as a change of rank two.
    for row in k..<n {
      var sum = 0.0
      for column in k + 1..<n { sum += a[row * n + column] * mirror[column] }
      image[row] = scale * sum
    }
    let half = scale / 2 * (k + 1..<n).reduce(0.0) { $0 + image[$1] * mirror[$1] }
    for row in k..<n { image[row] -= half * mirror[row] }
    for row in k..<n {
      for column in k..<n {
        a[row * n + column] -= mirror[row] * image[column] + image[row] * mirror[column]
      }
    }
    for row in 0..<n {
      var sum = 0.0
      for column in k + 1..<n { sum += basis[row * n + column] * mirror[column] }
      sum *= scale
      for column in k + 1..<n { basis[row * n + column] -= sum * mirror[column] }
    }
  }
  for index in 0..<n {
    diagonal[index] = a[index * n + index]
    if index + 1 < n { beside[index] = a[(index + 1) * n + index] }
  }
  // Transposed, so that a rotation of two vectors runs along memory.
  var vectors = [Double](repeating: 0, count: n * n)
  for row in 0..<n { for column in 0..<n { vectors[column * n + row] = basis[row * n + column] } }
  // Implicit QR with Wilkinson's shift, from the end.
  let least = 1e-16 * (diagonal + beside).reduce(0) { max($0, abs($1)) }
  var end = n - 1
  var rounds = 0
  while end > 0 {
    var start = end
    while start > 0, abs(beside[start - 1]) > least { start -= 1 }
    if start == end {
      end -= 1
      continue
    }
    rounds += 1
    guard rounds < 60 * n else { return nil }
    let gap = (diagonal[end - 1] - diagonal[end]) / 2
    let coupling = beside[end - 1]
    let root = (gap * gap + coupling * coupling).squareRoot()
    let shift = diagonal[end] - coupling * coupling / (gap + (gap < 0 ? -root : root))
    var x = diagonal[start] - shift
    var z = beside[start]
    for k in start..<end {
      let radius = (x * x + z * z).squareRoot()
      let (cosine, sine) = radius > 0 ? (x / radius, -z / radius) : (1, 0)
      if k > start { beside[k - 1] = radius }
      let (p, q, r) = (diagonal[k], diagonal[k + 1], beside[k])
      diagonal[k] = cosine * cosine * p - 2 * cosine * sine * r + sine * sine * q
      diagonal[k + 1] = sine * sine * p + 2 * cosine * sine * r + cosine * cosine * q
      beside[k] = cosine * sine * (p - q) + (cosine * cosine - sine * sine) * r
      if k + 1 < end {
        x = beside[k]
        z = -sine * beside[k + 1]
        beside[k + 1] *= cosine
      }
      vectors.withUnsafeMutableBufferPointer { vectors in
        for index in 0..<n {
          let (u, v) = (vectors[k * n + index], vectors[(k + 1) * n + index])
          vectors[k * n + index] = cosine * u - sine * v
          vectors[(k + 1) * n + index] = sine * u + cosine * v
        }
      }
    }
  }
  return (diagonal, vectors)
}
