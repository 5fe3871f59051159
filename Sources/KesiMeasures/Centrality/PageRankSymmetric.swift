import KesiMatrix

/// PageRank of a network without direction, by conjugate gradients.
///
/// With S = D^-½ A D^-½ the scores are D^½ z up to scale, where (I − α S) z = D^-½ 1: a symmetric positive definite system,
/// so each round removes more of the residual than a round of the power iteration, for the same one pass over the ties.
/// What vertices without ties pass on goes to all alike, as the right-hand side does: it is settled by scaling.
///
/// - Complexity: O(m) a round; 48 bytes a vertex.
/// - Source: Hestenes & Stiefel, *Methods of Conjugate Gradients for Solving Linear Systems*, 1952; for PageRank: Del
///   Corso, Gullí & Romani, *Fast PageRank Computation via a Sparse Linear System*, 2005.
func symmetricPageRank(
  of matrix: AdjacencyMatrix, damping: Double, tolerance: Double, on parallel: Parallel
) throws(Cancelled) -> [Double] {
  try matrix.withRows { (rows) throws(Cancelled) in
    let system = PageRankSystem(rows, unit: matrix.unitScale, damping: damping)
    var energy = system.start()
    // Rounds are bounded by rounding alone: in exact arithmetic n would do, in practice some dozens do.
    for _ in 0..<1000 {
      let curvature = try system.multiply(on: parallel)
      let (newEnergy, residual, total) = try system.step(by: energy / curvature, on: parallel)
      guard residual > tolerance * total else { break }
      try system.turn(by: newEnergy / energy, on: parallel)
      energy = newEnergy
    }
    return system.scores()
  }
}

/// The vectors of the iteration. Unchecked: workers write to vertices of their own.
private final class PageRankSystem: @unchecked Sendable {
  /// Shorter passes than this many vertices are not worth a second thread.
  private static let leastForThreads = 1 << 16

  private let rows: Rows
  private let damping: Double
  private let order: Int
  private let scale: Scratch<Double>  // 1/√strength; 1 without ties
  private let solution: Scratch<Double>
  private let residual: Scratch<Double>
  private let direction: Scratch<Double>
  private let scaled: Scratch<Double>  // scale · direction: what the neighbors gather
  private let image: Scratch<Double>

  /// - Parameter unit: a power of two that weights are multiplied by, so that roots are the same in any such unit.
  init(_ rows: Rows, unit: Double, damping: Double) {
    self.rows = rows
    self.damping = damping * unit
    order = rows.order
    scale = Scratch(repeating: 1, count: order)
    solution = Scratch(repeating: 0, count: order)
    residual = Scratch(repeating: 0, count: order)
    direction = Scratch(repeating: 0, count: order)
    scaled = Scratch(repeating: 0, count: order)
    image = Scratch(repeating: 0, count: order)
    for vertex in 0..<order {
      var sum = Double(rows.degree(vertex))
      if rows.isWeighted {
        sum = 0
        for entry in rows.entries(vertex) { sum += unit * rows.weight(entry) }
      }
      if sum > 0 { scale[vertex] = 1 / sum.squareRoot() }
    }
  }

  /// Sets out from zero.
  ///
  /// - Returns: the square of the residual.
  func start() -> Double {
    var energy = 0.0
    for vertex in 0..<order {
      residual[vertex] = scale[vertex]
      direction[vertex] = scale[vertex]
      scaled[vertex] = scale[vertex] * scale[vertex]
      energy += scale[vertex] * scale[vertex]
    }
    return energy
  }

  /// image = (I − α S) direction.
  ///
  /// - Returns: direction · image.
  func multiply(on parallel: Parallel) throws(Cancelled) -> Double {
    try parallel.sumOverChunks(count: order, grain: 1024) { chunk in
      var sum = 0.0
      for vertex in chunk {
        let gathered = gatheredSum(at: vertex, of: self.rows) { self.scaled[$0] }
        let value = self.direction[vertex] - self.damping * self.scale[vertex] * gathered
        self.image[vertex] = value
        sum += self.direction[vertex] * value
      }
      return sum
    }
  }

  /// Moves along the direction.
  ///
  /// - Returns: the square of the residual; how far one round of the power iteration would move the scores in all, and
  ///   the sum of the scores, both before scaling.
  func step(by length: Double, on parallel: Parallel) throws(Cancelled) -> (
    energy: Double, residual: Double, total: Double
  ) {
    let sums = try parallel.limited(to: Self.leastForThreads, of: order).sumsOverChunks(count: order) { chunk in
      var sums = SIMD4<Double>.zero
      for vertex in chunk {
        self.solution[vertex] += length * self.direction[vertex]
        let left = self.residual[vertex] - length * self.image[vertex]
        self.residual[vertex] = left
        let root = 1 / self.scale[vertex]
        sums += SIMD4(left * left, abs(left) * root, self.solution[vertex] * root, 0)
      }
      return sums
    }
    return (sums[0], sums[1], sums[2])
  }

  /// direction = residual + share · direction.
  func turn(by share: Double, on parallel: Parallel) throws(Cancelled) {
    try parallel.limited(to: Self.leastForThreads, of: order).forEachWorker(count: order, grain: 4096) { chunks in
      while let chunk = chunks.take() {
        for vertex in chunk {
          let new = self.residual[vertex] + share * self.direction[vertex]
          self.direction[vertex] = new
          self.scaled[vertex] = new * self.scale[vertex]
        }
      }
    }
  }

  /// The scores, scaled to sum 1.
  func scores() -> [Double] {
    let raw = (0..<order).map { solution[$0] / scale[$0] }
    let total = raw.reduce(0, +)
    return raw.map { $0 / total }
  }
}
