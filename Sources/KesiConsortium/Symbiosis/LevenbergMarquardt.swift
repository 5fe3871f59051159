/// Parameters that make a sum of squares least, where residuals bend gently.
///
/// - Source: Marquardt, *An Algorithm for Least-Squares Estimation of Nonlinear Parameters*, 1963.
struct LevenbergMarquardt {
  /// The residuals at some parameters; nil where there are none, as of a course that diverges.
  let residuals: ([Double]) -> [Double]?
  var mostRounds = 100

  struct Result {
    var parameters: [Double]
    var residuals: [Double]
    var sum: Double
    /// Whether no step made the sum any less.
    var isSettled: Bool
  }

  /// How far apart residuals are taken that tell a slope.
  static let nudge = 1e-5

  /// - Returns: nil where there are no residuals at the start.
  /// - Complexity: a round takes two courses a parameter.
  func least(from start: [Double]) -> Result? {
    guard let first = residuals(start) else { return nil }
    var best = Result(parameters: start, residuals: first, sum: Self.sum(first), isSettled: false)
    var damping = 1e-3
    for _ in 0..<mostRounds {
      guard let slopes = slopes(at: best.parameters) else { return best }
      let (square, gradient) = Self.normal(slopes, best.residuals)
      var isBetter = false
      while !isBetter, damping < 1e12 {
        var damped = square
        for place in damped.indices { damped[place][place] += damping * max(square[place][place], 1e-12) }
        if let step = SymmetricSystem(damped)?.solution(of: gradient) {
          let tried = zip(best.parameters, step).map { $0 - $1 }
          if let found = residuals(tried), case let sum = Self.sum(found), sum < best.sum {
            let gain = best.sum - sum
            isBetter = true
            best.isSettled = gain <= 1e-12 * best.sum
            (best.parameters, best.residuals, best.sum) = (tried, found, sum)
            damping = max(1e-10, damping / 5)
            continue
          }
        }
        damping *= 4
      }
      if !isBetter { best.isSettled = true }
      if best.isSettled { return best }
    }
    return best
  }

  /// How residuals change with each parameter.
  func slopes(at parameters: [Double]) -> [[Double]]? {
    var slopes: [[Double]] = []
    for place in parameters.indices {
      var (low, high) = (parameters, parameters)
      low[place] -= Self.nudge
      high[place] += Self.nudge
      guard let below = residuals(low), let above = residuals(high) else { return nil }
      slopes.append(zip(above, below).map { ($0 - $1) / (2 * Self.nudge) })
    }
    return slopes
  }

  /// The sums of products of slopes, and of slopes with residuals.
  static func normal(_ slopes: [[Double]], _ residuals: [Double]) -> ([[Double]], [Double]) {
    func product(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    return (slopes.map { a in slopes.map { product(a, $0) } }, slopes.map { product($0, residuals) })
  }

  private static func sum(_ residuals: [Double]) -> Double { residuals.reduce(0) { $0 + $1 * $1 } }
}

/// Linear equations with a symmetric positive definite matrix, by its Cholesky factor.
struct SymmetricSystem {
  private var factor: [[Double]]

  /// Nil where the matrix is not positive definite, as far as rounding tells.
  init?(_ matrix: [[Double]]) {
    factor = matrix
    let scale = matrix.indices.map { matrix[$0][$0] }
    for row in matrix.indices {
      for column in 0...row {
        var sum = matrix[row][column]
        for place in 0..<column { sum -= factor[row][place] * factor[column][place] }
        if row > column {
          factor[row][column] = sum / factor[column][column]
        } else {
          guard sum > 1e-13 * scale[row], sum.isFinite else { return nil }
          factor[row][row] = sum.squareRoot()
        }
      }
    }
  }

  func solution(of right: [Double]) -> [Double] {
    var result = right
    for row in factor.indices {
      for place in 0..<row { result[row] -= factor[row][place] * result[place] }
      result[row] /= factor[row][row]
    }
    for row in factor.indices.reversed() {
      for place in (row + 1)..<factor.count { result[row] -= factor[place][row] * result[place] }
      result[row] /= factor[row][row]
    }
    return result
  }

  /// The inverse of the matrix.
  var inverse: [[Double]] {
    factor.indices.map { place in solution(of: factor.indices.map { $0 == place ? 1 : 0 }) }
  }
}
