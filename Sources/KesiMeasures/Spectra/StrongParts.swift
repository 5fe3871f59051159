import KesiMatrix

/// A directed network cut into its strongly connected parts, in the order in which ties lead from part to part. What flows
/// along the ties is then solved part by part. Weights are those of the matrix times a power of two.
struct StrongParts {
  let matrix: AdjacencyMatrix
  let scale: Double
  /// The part of each vertex; ties between parts lead from lower numbers to higher ones.
  let part: [Int]
  let count: Int
  private let members: [Int]
  private let starts: [Int]
  private let parallel: Parallel

  init(of matrix: AdjacencyMatrix, on parallel: Parallel) {
    self.matrix = matrix
    self.parallel = parallel
    scale = matrix.unitScale
    part = strongComponents(of: matrix)
    count = (part.max() ?? -1) + 1
    var starts = [Int](repeating: 0, count: count + 1)
    for part in part { starts[part + 1] += 1 }
    for part in 0..<count { starts[part + 1] += starts[part] }
    var next = starts
    var members = part
    for (vertex, part) in part.enumerated() {
      members[next[part]] = vertex
      next[part] += 1
    }
    self.starts = starts
    self.members = members
  }

  func vertices(of part: Int) -> ArraySlice<Int> { members[starts[part]..<starts[part + 1]] }
  func size(of part: Int) -> Int { starts[part + 1] - starts[part] }

  /// The parts that hold a cycle, each with a number that its greatest eigenvalue does not exceed, the greatest first.
  func cyclic() -> [(part: Int, bound: Double)] {
    let cyclic = (0..<count).filter { size(of: $0) > 1 }
    guard cyclic.count > 1 else { return cyclic.map { ($0, .infinity) } }
    var found = cyclic.map { part -> (part: Int, bound: Double) in
      func greatestSum(_ rows: Rows) -> Double {
        vertices(of: part).reduce(0.0) { greatest, vertex in
          let sum = rows.entries(vertex).reduce(0.0) { sum, entry in
            self.part[rows.column(entry)] == part ? sum + scale * rows.weight(entry) : sum
          }
          return max(greatest, sum)
        }
      }
      return (part, min(matrix.withRows(greatestSum), matrix.withColumns(greatestSum)))
    }
    found.sort { ($1.bound, $0.part) < ($0.bound, $1.part) }
    return found
  }

  /// The matrix of a part alone.
  func inner(_ part: Int, _ places: borrowing Scratch<UInt32>) -> AdjacencyMatrix {
    let size = size(of: part)
    guard size < matrix.order else { return matrix }
    for (place, vertex) in vertices(of: part).enumerated() { places[vertex] = UInt32(place) }
    var builder = MatrixBuilder(order: size, isSymmetric: false, isWeighted: matrix.isWeighted)
    matrix.withRows { rows in
      for vertex in vertices(of: part) {
        for entry in rows.entries(vertex) where self.part[rows.column(entry)] == part {
          builder.add(places[vertex], places[rows.column(entry)], weight: rows.weight(entry))
        }
      }
    }
    return builder.build()
  }

  /// Places of vertices in their parts, for ``inner(_:_:)`` to write to.
  func makePlaces() -> Scratch<UInt32> { Scratch(uninitialized: matrix.order) }

  /// Solves (μ − B) y = f on one part for what flows in, where B is the part's matrix as it is pulled and μ exceeds its
  /// greatest eigenvalue: all of y is then positive.
  ///
  /// - Returns: nil where it does not settle.
  func flow(_ part: Int, fed inflow: [Double], _ value: Double, _ places: borrowing Scratch<UInt32>) throws(Cancelled)
    -> [Double]?
  {
    let inner = inner(part, places)
    var flow = inflow.map { $0 / value }
    var before = Double.infinity
    for round in 0..<100_000 {
      if round == 2_000, inner.order <= DenseSolver.mostVertices {
        return try DenseSolver(inner, scale: scale).solved(value, inflow, on: parallel)
      }
      let image = try inner.pulled(flow, times: scale, on: parallel)
      // As a share of each number: what has not come round yet is small at first.
      var change = 0.0
      for vertex in flow.indices {
        let new = (image[vertex] + inflow[vertex]) / value
        if new > flow[vertex] { change = max(change, (new - flow[vertex]) / new) }
        flow[vertex] = new
      }
      // What is still to come is a geometric series of such changes.
      let ratio = min(change / before, 0.999_999)
      if change <= 1e-15 || (round > 2 && change * ratio / (1 - ratio) <= 1e-14) { return flow }
      before = change
    }
    return nil
  }
}

/// What is known of the greatest eigenvalue of a strongly connected part.
enum PerronValue {
  case settled(Eigenpair)
  /// No more than that it does not exceed a number.
  case below(Double)

  var pair: Eigenpair? { if case .settled(let pair) = self { pair } else { nil } }
}

/// The greatest eigenvalue of the matrix of a strongly connected part as it is pulled, or pushed, and its vector, of length
/// 1 with no entry negative.
///
/// The power iteration on A + λI / 2, which also settles where cycles have a common period; where that takes long and the
/// part is not large, inverse iteration from above.
///
/// - Parameter least: smaller eigenvalues do not matter: it ends once the value is known to be below.
/// - Source: Noda, *Note on the computation of the maximal eigenvalue of a non-negative irreducible matrix*, Numer. Math.
///   1971; bounds: Wielandt, *Unzerlegbare, nicht negative Matrizen*, Math. Z. 1950.
func perronPair(
  of matrix: AdjacencyMatrix, scale: Double, isPushed: Bool = false, above least: Double = 0, on parallel: Parallel
) throws(Cancelled) -> PerronValue {
  let order = matrix.order
  var vector = [Double](repeating: 1 / Double(order).squareRoot(), count: order)
  var bound = Double.infinity
  for round in 0..<20_000 {
    if round == 1_000, order <= DenseSolver.mostVertices {
      let pair = try DenseSolver(matrix, scale: scale, isPushed: isPushed).perronPair(from: vector, on: parallel)
      return pair.map { .settled($0) } ?? .below(bound)
    }
    let image =
      try isPushed
      ? matrix.pushed(vector, times: scale, on: parallel) : matrix.pulled(vector, times: scale, on: parallel)
    // The eigenvalue lies between the least and the greatest ratio of image to vector (Collatz and Wielandt), and below the
    // greatest only where no entry is too small for a number.
    var (lowest, value) = (Double.infinity, 0.0)
    var isBound = true
    for (image, old) in zip(image, vector) {
      guard old > 0 else {
        isBound = false
        continue
      }
      lowest = min(lowest, image / old)
      value = max(value, image / old)
    }
    guard value > 0, value.isFinite else { return .below(bound) }
    if value - lowest <= (round < 1_000 ? 1e-14 : 1e-12) * value {
      return .settled(Eigenpair(value: value, vector: vector))
    }
    if isBound { bound = min(bound, value) }
    if bound < least { return .below(bound) }
    let shifted = zip(image, vector).map { $0 + 0.5 * value * $1 }
    let length = shifted.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length.isFinite, length > 0 else { return .below(bound) }
    vector = shifted.map { $0 / length }
  }
  return .below(bound)
}
