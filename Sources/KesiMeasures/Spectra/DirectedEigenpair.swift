import KesiMatrix

/// The strongly connected parts that share the greatest eigenvalue λ of a directed network, with their own vectors.
struct CriticalParts {
  let value: Double
  let vectors: [Int: [Double]]

  /// - Returns: nil where no part holds a cycle, and where one does not settle that may have the greatest eigenvalue.
  init?(of parts: StrongParts, on parallel: Parallel) throws(Cancelled) {
    var value = 0.0
    var pairs: [(part: Int, pair: Eigenpair)] = []
    // The greatest value that a part which did not settle may have.
    var open = 0.0
    let places = parts.makePlaces()
    for (part, bound) in parts.cyclic() {
      guard bound >= value * (1 - eigenvalueMargin) else { break }
      let inner = parts.inner(part, places)
      let least = value * (1 - eigenvalueMargin)
      switch try perronPair(of: inner, scale: parts.scale, above: least, on: parallel) {
      case .settled(let pair):
        pairs.append((part, pair))
        value = max(value, pair.value)
      case .below(let most): open = max(open, min(most, bound))
      }
    }
    guard value > 0, open < value * (1 - eigenvalueMargin) else { return nil }
    self.value = value
    vectors = Dictionary(
      uniqueKeysWithValues: pairs.filter { $0.pair.value >= value * (1 - eigenvalueMargin) }
        .map { ($0.part, $0.pair.vector) })
  }
}

/// The greatest eigenvalue of a directed network and the vector that iteration from equal values approaches.
///
/// Let B pull along the ties, and let λ be the greatest eigenvalue of its strongly connected parts; the parts that have it
/// are critical. Bᵏ 1 grows as kʰ⁻¹ λᵏ at a vertex to which a chain of h critical parts leads (itself among them). So
/// after scaling only the vertices of the greatest h are left. A critical part there holds its own vector times what the
/// level below feeds it (u · f for its left vector u), all others there hold (λ − B)⁻¹ of what flows in. At the first level,
/// what feeds a critical part is 1 and all that flows in from before it, (λ − B)⁻¹ 1. Where a single critical part ends the
/// longest chain, what feeds it does not matter.
///
/// - Returns: nil where no part holds a cycle, and where nothing settles.
/// - Source: Rothblum, *Algebraic eigenspaces of nonnegative matrices*, Linear Algebra Appl. 1975.
func directedEigenpair(of matrix: AdjacencyMatrix, on parallel: Parallel) throws(Cancelled) -> Eigenpair? {
  let parts = StrongParts(of: matrix, on: parallel)
  guard let critical = try CriticalParts(of: parts, on: parallel) else { return nil }
  var level = [Int](repeating: 0, count: parts.count)
  matrix.withColumns { columns in
    for part in 0..<parts.count {
      for vertex in parts.vertices(of: part) {
        for source in columns[vertex] { level[part] = max(level[part], level[parts.part[Int(source)]]) }
      }
      if critical.vectors[part] != nil { level[part] += 1 }
    }
  }
  let top = level.max() ?? 0
  let ends = critical.vectors.keys.filter { level[$0] == top }
  var flow = PartFlow(parts, value: critical.value)
  let isAlone = ends.count == 1
  let order = isAlone ? Array(ends[0]..<parts.count) : (0..<parts.count).sorted { (level[$0], $0) < (level[$1], $1) }
  for part in order where !isAlone || level[part] == top {
    if let vector = critical.vectors[part] {
      let share =
        isAlone
        ? 1 : try flow.share(of: part, vector, fedBy: { level[$0] == level[part] - 1 }, level[part] == 1, parallel)
      guard let share else { return nil }
      flow.set(part, to: vector.map { share * $0 })
    } else {
      guard try flow.solve(part, fedBy: { level[$0] == level[part] }, isFedByOne: level[part] == 0) else { return nil }
    }
  }
  let vector = zip(flow.values, parts.part).map { level[$1] == top ? $0 : 0 }
  guard let scaled = scaledToLength1(vector) else { return nil }
  return Eigenpair(value: critical.value, vector: scaled)
}

/// What flows through a directed network, part by part: solutions of (μ − B) y = f.
struct PartFlow: ~Copyable {
  private let parts: StrongParts
  private let value: Double
  private let places: Scratch<UInt32>
  private(set) var values: [Double]
  /// What each vertex is fed from outside. Falls with all values where these would grow beyond bounds: what counts is
  /// their ratio.
  private var one = 1.0

  init(_ parts: StrongParts, value: Double) {
    self.parts = parts
    self.value = value
    places = parts.makePlaces()
    values = [Double](repeating: 0, count: parts.matrix.order)
  }

  private func inflow(to part: Int, fedBy isSource: (Int) -> Bool, isFedByOne: Bool) -> [Double] {
    parts.matrix.withColumns { columns in
      parts.vertices(of: part).map { inflow(to: $0, columns, fedBy: isSource, isFedByOne) }
    }
  }

  private func inflow(to vertex: Int, _ columns: Rows, fedBy isSource: (Int) -> Bool, _ isFedByOne: Bool) -> Double {
    var sum = isFedByOne ? one : 0.0
    for entry in columns.entries(vertex) {
      let source = columns.column(entry)
      let other = parts.part[source]
      if other != parts.part[vertex], isSource(other) { sum += parts.scale * columns.weight(entry) * values[source] }
    }
    return sum
  }

  /// Solves a part; false where it does not settle.
  mutating func solve(_ part: Int, fedBy isSource: (Int) -> Bool = { _ in true }, isFedByOne: Bool) throws(Cancelled)
    -> Bool
  {
    guard parts.size(of: part) > 1 else {
      // Most parts of most networks.
      let vertex = parts.vertices(of: part).first!  // a part holds a vertex
      values[vertex] = parts.matrix.withColumns { inflow(to: vertex, $0, fedBy: isSource, isFedByOne) } / value
      bound(values[vertex])
      return true
    }
    let fed = inflow(to: part, fedBy: isSource, isFedByOne: isFedByOne)
    guard let flow = try parts.flow(part, fed: fed, value, places) else { return false }
    set(part, to: flow)
    return true
  }

  /// How much of its own vector a critical part holds: u · f / (u · v) for its left vector u.
  func share(
    of part: Int, _ vector: [Double], fedBy isSource: (Int) -> Bool, _ isFedByOne: Bool, _ parallel: Parallel
  ) throws(Cancelled) -> Double? {
    let fed = inflow(to: part, fedBy: isSource, isFedByOne: isFedByOne)
    let inner = parts.inner(part, places)
    guard let left = try perronPair(of: inner, scale: parts.scale, isPushed: true, on: parallel).pair?.vector else {
      return nil
    }
    let share = zip(left, fed).reduce(0) { $0 + $1.0 * $1.1 }
    return share / zip(left, vector).reduce(0) { $0 + $1.0 * $1.1 }
  }

  mutating func set(_ part: Int, to flow: [Double]) {
    for (vertex, value) in zip(parts.vertices(of: part), flow) { values[vertex] = value }
    bound(flow.max() ?? 0)
  }

  /// Keeps what has grown within the numbers there are.
  private mutating func bound(_ largest: Double) {
    guard largest > 1e100 else { return }
    one /= largest
    for vertex in values.indices { values[vertex] /= largest }
  }
}

/// The vector scaled to Euclidean length 1, whatever its size; nil where it is 0.
func scaledToLength1(_ vector: [Double]) -> [Double]? {
  guard let largest = vector.max(), largest > 0, largest.isFinite else { return nil }
  let scaled = vector.map { $0 / largest }
  let length = scaled.reduce(0) { $0 + $1 * $1 }.squareRoot()
  return scaled.map { $0 / length }
}
