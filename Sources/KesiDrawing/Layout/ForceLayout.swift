import KesiMatrix

/// Places for the vertices of a network too large for Graphviz: ties pull, all push, first in a small likeness of the
/// network, then in larger and larger ones. The same for any number of threads.
///
/// - Source: Hu, *Efficient, High-Quality Force-Directed Graph Drawing*, Mathematica Journal 2005; Walshaw, *A Multilevel
///   Algorithm for Force-Directed Graph Drawing*, JGAA 2003.
enum ForceLayout {
  private static let coarsest = 60
  private static let angle = 0.9
  /// How strong the push is beside the pull of a tie.
  private static let repulsion = 0.2

  /// - Parameters:
  ///   - matrix: symmetric; weights do not count.
  ///   - spacing: about how far tied vertices are apart.
  /// - Complexity: O((n log n + m) · rounds), about a hundred rounds.
  static func places(
    of matrix: AdjacencyMatrix, spacing: Double, seed: UInt64 = 1, on parallel: Parallel
  ) throws -> [Point] {
    var random = SplitMix(seed: seed, use: "layout")
    var levels = [LayoutLevel(matrix)]
    while levels[levels.count - 1].order > coarsest, let next = levels[levels.count - 1].coarser(&random) {
      levels.append(next)
    }
    let last = levels[levels.count - 1]
    let reach = spacing * Double(max(1, last.order)).squareRoot()
    var places = (0..<last.order).map { _ in Point(x: reach * random.unit(), y: reach * random.unit()) }
    for (depth, level) in levels.enumerated().reversed() {
      if depth + 1 < levels.count {
        // Those who were one stand side by side, and all move apart to make room.
        let coarse = places
        let parent = levels[depth + 1].parent
        places = (0..<level.order).map { vertex in
          let place = coarse[parent[vertex]]
          return Point(
            x: 1.4 * place.x + spacing * (random.unit() - 0.5), y: 1.4 * place.y + spacing * (random.unit() - 0.5))
        }
      }
      let rounds = depth == levels.count - 1 ? 200 : depth == 0 ? 50 : 60
      try settle(&places, level, spacing: spacing, rounds: rounds, on: parallel)
    }
    return places
  }

  /// Moves all vertices at once, by steps that shrink.
  private static func settle(
    _ places: inout [Point], _ level: LayoutLevel, spacing: Double, rounds: Int, on parallel: Parallel
  ) throws {
    guard level.order > 1 else { return }
    var step = spacing
    for round in 0..<rounds {
      parallel.progress?(round, rounds)
      let tree = QuadTree(places, masses: level.masses)
      let (current, reach) = (places, step)
      places = try Parallel(threads: parallel.threads, cancellation: parallel.cancellation)
        .fill(count: level.order, with: Point(x: 0, y: 0), grain: 128) { chunks, moved in
          while let chunk = chunks.take() {
            for vertex in chunk {
              let place = current[vertex]
              let push = tree.push(at: place, angle: angle)
              let strength = repulsion * spacing * spacing
              var (x, y) = (strength * push.x, strength * push.y)
              for entry in level.offsets[vertex]..<level.offsets[vertex + 1] {
                let other = current[Int(level.columns[entry])]
                let (dx, dy) = (other.x - place.x, other.y - place.y)
                let pull = level.weights[entry] * (dx * dx + dy * dy).squareRoot() / spacing
                x += pull * dx
                y += pull * dy
              }
              let force = (x * x + y * y).squareRoot()
              moved[vertex] =
                force > 0 ? Point(x: place.x + reach * x / force, y: place.y + reach * y / force) : place
            }
          }
        }
      step *= 0.95
    }
  }
}

/// A network at one size: the full one, or one in which tied vertices have been put together.
private struct LayoutLevel: Sendable {
  let order: Int
  let offsets: [Int]
  let columns: [UInt32]
  /// How many ties of the full network each stands for, as a share of what its busier end has, so that hubs do not draw
  /// all into one point.
  let weights: [Double]
  let masses: [Double]
  /// The vertex of this level that each vertex of the next finer one became part of.
  let parent: [Int]

  init(_ matrix: AdjacencyMatrix) {
    let arrays = matrix.unweighted().symmetrized().arrays
    let (offsets, columns) = (Array(arrays.offsets), Array(arrays.columns))
    self.init(
      order: matrix.order, offsets: offsets, columns: columns, counts: [Double](repeating: 1, count: columns.count),
      masses: [Double](repeating: 1, count: matrix.order), parent: [])
  }

  private init(
    order: Int, offsets: [Int], columns: [UInt32], counts: [Double], masses: [Double], parent: [Int]
  ) {
    (self.order, self.offsets, self.columns, self.masses, self.parent) = (order, offsets, columns, masses, parent)
    self.counts = counts
    let strength = (0..<order).map { vertex in
      (offsets[vertex]..<offsets[vertex + 1]).reduce(0.0) { $0 + counts[$1] }
    }
    var weights = counts
    for vertex in 0..<order {
      for entry in offsets[vertex]..<offsets[vertex + 1] {
        weights[entry] = counts[entry] / max(1, min(strength[vertex], strength[Int(columns[entry])]).squareRoot())
      }
    }
    self.weights = weights
  }

  private let counts: [Double]

  /// Each vertex is put together with the free partner it has most in common with; nil where that makes it little smaller.
  func coarser(_ random: inout SplitMix) -> LayoutLevel? {
    var match = [Int](repeating: -1, count: order)
    var count = 0
    for vertex in (0..<order).shuffled(using: &random) where match[vertex] < 0 {
      var best = -1
      var bestWeight = -1.0
      for entry in offsets[vertex]..<offsets[vertex + 1] {
        let other = Int(columns[entry])
        // Light ones first, so that masses stay even.
        let weight = counts[entry] / masses[other]
        if match[other] < 0, other != vertex, weight > bestWeight { (best, bestWeight) = (other, weight) }
      }
      match[vertex] = count
      if best >= 0 {
        match[best] = count
      } else if let entry = (offsets[vertex]..<offsets[vertex + 1]).first {
        // A pendant whose partner is taken goes along with it.
        let host = match[Int(columns[entry])]
        if offsets[vertex + 1] - offsets[vertex] == 1, host >= 0 {
          match[vertex] = host
          continue
        }
      }
      count += 1
    }
    guard Double(count) < 0.9 * Double(order) else { return nil }
    var masses = [Double](repeating: 0, count: count)
    var members = [[Int]](repeating: [], count: count)
    for vertex in 0..<order {
      masses[match[vertex]] += self.masses[vertex]
      members[match[vertex]].append(vertex)
    }
    var offsets = [0]
    var columns: [UInt32] = []
    var counts: [Double] = []
    var sum = [Double](repeating: 0, count: count)
    for group in members.indices {
      var touched: [Int] = []
      for vertex in members[group] {
        for entry in self.offsets[vertex]..<self.offsets[vertex + 1] {
          let other = match[Int(self.columns[entry])]
          guard other != group else { continue }
          if sum[other] == 0 { touched.append(other) }
          sum[other] += self.counts[entry]
        }
      }
      for other in touched {
        columns.append(UInt32(other))
        counts.append(sum[other])
        sum[other] = 0
      }
      offsets.append(columns.count)
    }
    return LayoutLevel(
      order: count, offsets: offsets, columns: columns, counts: counts, masses: masses, parent: match)
  }
}
