import KesiMatrix

/// An eigenvalue at the end of a symmetric operator's spectrum, and its vector of Euclidean length 1.
package struct Eigenpair: Sendable {
  package let value: Double
  package let vector: [Double]
}

/// The greatest eigenvalue of a symmetric operator, by the Lanczos process with thick restarts: a basis of at most 32
/// vectors is kept orthogonal in full, the operator is solved within it, and the best third sets out anew.
///
/// - Parameters:
///   - start: a vector with a share of the one looked for. Of several with the greatest eigenvalue, the result is the one
///     nearest to it.
///   - tolerance: the residual at which it stops, as a share of the eigenvalue's size.
///   - multiply: the operator, applied to a vector.
/// - Returns: nil where it has not settled after 10,000 products.
/// - Complexity: a product and 128 n operations a step; 256 bytes a vertex.
/// - Source: Wu & Simon, *Thick-Restart Lanczos Method for Large Symmetric Eigenvalue Problems*, SIAM 2000.
func greatestEigenpair(
  from start: [Double], tolerance: Double, on parallel: Parallel, multiply: ([Double]) throws(Cancelled) -> [Double]
) throws(Cancelled) -> Eigenpair? {
  let most = min(32, start.count)
  let kept = most / 3
  guard var next = unit(start) else { return nil }
  var basis: [[Double]] = []
  var projected: [[Double]] = []  // lower triangle of the operator within the basis
  for _ in 0..<10_000 {
    try parallel.checkCancellation()
    var image = try multiply(next)
    basis.append(next)
    projected.append(basis.map { dot($0, image) })
    // Twice is enough to be orthogonal to the last bit (Kahan and Parlett).
    for _ in 0..<2 {
      for vector in basis { add(-dot(vector, image), vector, to: &image) }
    }
    let rest = dot(image, image).squareRoot()
    let (values, vectors) = symmetricEigenvectors(projected)
    let top = values.indices.max { values[$0] < values[$1] }!
    let residual = rest * abs(vectors[top][basis.count - 1])
    if residual <= tolerance * abs(values[top]) || basis.count == start.count {
      return Eigenpair(value: values[top], vector: combination(basis, vectors[top]))
    }
    // Nothing is left outside the basis but rounding: the basis holds all that `start` has a share of.
    guard let following = unit(image, above: 1e-14 * values.reduce(0) { max($0, abs($1)) }) else {
      return Eigenpair(value: values[top], vector: combination(basis, vectors[top]))
    }
    next = following
    if basis.count == most {
      let best = values.indices.sorted { values[$0] > values[$1] }.prefix(max(1, kept))
      basis = best.map { combination(basis, vectors[$0]) }
      projected = best.enumerated().map { place, index in
        [Double](repeating: 0, count: place) + [values[index]]
      }
    }
  }
  return nil
}

private func dot(_ a: [Double], _ b: [Double]) -> Double {
  // Four sums side by side, so that one product need not wait for the addition before it.
  var sums = SIMD4<Double>.zero
  a.withUnsafeBufferPointer { a in
    b.withUnsafeBufferPointer { b in
      for index in stride(from: 0, to: a.count & ~3, by: 4) {
        let left = SIMD4(a[index], a[index + 1], a[index + 2], a[index + 3])
        let right = SIMD4(b[index], b[index + 1], b[index + 2], b[index + 3])
        sums += left * right
      }
      for index in a.count & ~3..<a.count { sums[0] += a[index] * b[index] }
    }
  }
  return sums.sum()
}

private func add(_ factor: Double, _ vector: [Double], to sum: inout [Double]) {
  for index in sum.indices { sum[index] += factor * vector[index] }
}

private func combination(_ basis: [[Double]], _ factors: [Double]) -> [Double] {
  var sum = [Double](repeating: 0, count: basis[0].count)
  for (vector, factor) in zip(basis, factors) { add(factor, vector, to: &sum) }
  return unit(sum) ?? sum
}

/// The vector scaled to length 1; nil where it is nothing but rounding: no longer than what is `above` that.
private func unit(_ vector: [Double], above rounding: Double = 0) -> [Double]? {
  let length = dot(vector, vector).squareRoot()
  guard length.isFinite, length > rounding else { return nil }
  return vector.map { $0 / length }
}

/// All eigenvalues and eigenvectors of a small symmetric matrix, given as its lower triangle, by Jacobi rotations.
///
/// - Source: Golub & Van Loan, *Matrix Computations*, 2013, § 8.5.
func symmetricEigenvectors(_ lower: [[Double]]) -> (values: [Double], vectors: [[Double]]) {
  let count = lower.count
  var matrix = (0..<count).map { row in
    (0..<count).map { column in row >= column ? lower[row][column] : lower[column][row] }
  }
  var vectors = (0..<count).map { row in (0..<count).map { $0 == row ? 1.0 : 0.0 } }
  for _ in 0..<60 {
    var outside = 0.0
    var inside = 0.0
    for row in 0..<count {
      inside += matrix[row][row] * matrix[row][row]
      for column in 0..<row { outside += matrix[row][column] * matrix[row][column] }
    }
    guard outside > 1e-32 * inside else { break }
    for p in 0..<count {
      for q in p + 1..<max(p + 1, count) where matrix[p][q] != 0 {
        let theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q])
        let tangent = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
        let cosine = 1 / (tangent * tangent + 1).squareRoot()
        let sine = tangent * cosine
        for index in 0..<count {
          let (a, b) = (matrix[index][p], matrix[index][q])
          matrix[index][p] = cosine * a - sine * b
          matrix[index][q] = sine * a + cosine * b
        }
        for index in 0..<count {
          let (a, b) = (matrix[p][index], matrix[q][index])
          matrix[p][index] = cosine * a - sine * b
          matrix[q][index] = sine * a + cosine * b
        }
        // Rows of `vectors` are the eigenvectors.
        for index in 0..<count {
          let (a, b) = (vectors[p][index], vectors[q][index])
          vectors[p][index] = cosine * a - sine * b
          vectors[q][index] = sine * a + cosine * b
        }
      }
    }
  }
  return ((0..<count).map { matrix[$0][$0] }, vectors)
}
