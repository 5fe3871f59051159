/// Collects ties in any order and builds an ``AdjacencyMatrix`` from them.
///
/// A counting sort by target, then by source, both stable: rows come out sorted, and the weights of duplicates meet in
/// the order they were added, so a symmetric matrix is symmetric to the last bit.
/// Self-loops and ties of weight 0 leave no entry: every kernel relies on an empty diagonal and on positive weights.
public struct MatrixBuilder {
  /// What becomes of the weights of several ties between the same two vertices.
  public enum MergeRule: Sendable {
    case sum, maximum, minimum
  }

  public let order: Int
  public let isSymmetric: Bool
  public let isWeighted: Bool
  public let merge: MergeRule
  private var sources: [UInt32] = []
  private var targets: [UInt32] = []
  private var weights: [Double] = []

  /// - Parameters:
  ///   - order: the number of vertices, below 2³².
  ///   - isSymmetric: whether each tie is an entry in both rows.
  ///   - isWeighted: whether weights are kept; where not, each entry counts 1.
  ///   - merge: the rule for duplicates.
  public init(order: Int, isSymmetric: Bool, isWeighted: Bool, merge: MergeRule = .sum) {
    precondition(order >= 0 && order < Int(UInt32.max), "vertex ids are 32-bit")
    self.order = order
    self.isSymmetric = isSymmetric
    self.isWeighted = isWeighted
    self.merge = merge
  }

  public mutating func reserveCapacity(_ ties: Int) {
    sources.reserveCapacity(ties)
    targets.reserveCapacity(ties)
    if isWeighted { weights.reserveCapacity(ties) }
  }

  /// Adds a tie.
  ///
  /// - Precondition: both ends are below `order`; the weight is finite and not negative.
  public mutating func add(_ source: UInt32, _ target: UInt32, weight: Double = 1) {
    precondition(source < order && target < order, "tie \(source)–\(target) in a matrix of order \(order)")
    precondition(weight >= 0 && weight < .infinity, "weight \(weight) of tie \(source)–\(target)")
    guard source != target, weight > 0 else { return }
    sources.append(source)
    targets.append(target)
    if isWeighted { weights.append(weight) }
  }

  /// Builds the matrix.
  ///
  /// - Complexity: O(order + ties) time; 12 bytes of scratch an entry, 28 when weighted.
  public consuming func build(layout: MatrixLayout = .automatic) -> AdjacencyMatrix {
    let sorted = sortedByTarget()
    let storage = sorted.withUnsafeBufferPointer { rows(from: $0) }
    return AdjacencyMatrix(storage, isSymmetric: isSymmetric, layout: layout)
  }

  private struct Entry {
    var source: UInt32
    var target: UInt32
    var weight: Double
  }

  /// Every entry (both directions of a symmetric tie), sorted by target, ties in the order they were added.
  private func sortedByTarget() -> [Entry] {
    var starts = [Int](repeating: 0, count: order + 1)
    for index in targets.indices {
      starts[Int(targets[index]) + 1] += 1
      if isSymmetric { starts[Int(sources[index]) + 1] += 1 }
    }
    for vertex in 0..<order { starts[vertex + 1] += starts[vertex] }
    let total = starts[order]
    return [Entry](unsafeUninitializedCapacity: total) { entries, count in
      for index in sources.indices {
        let (source, target) = (sources[index], targets[index])
        let weight = isWeighted ? weights[index] : 1
        entries[starts[Int(target)]] = Entry(source: source, target: target, weight: weight)
        starts[Int(target)] += 1
        guard isSymmetric else { continue }
        entries[starts[Int(source)]] = Entry(source: target, target: source, weight: weight)
        starts[Int(source)] += 1
      }
      count = total
    }
  }

  /// Scatters entries sorted by target into their rows, then closes the duplicates up in place.
  private func rows(from entries: UnsafeBufferPointer<Entry>) -> CompressedRows {
    let raw = UnsafeMutablePointer<Int>.allocate(capacity: order + 1)
    raw.initialize(repeating: 0, count: order + 1)
    for entry in entries { raw[Int(entry.source) + 1] += 1 }
    for vertex in 0..<order { raw[vertex + 1] += raw[vertex] }
    let scattered = CompressedRows(order: order, offsets: raw, isWeighted: isWeighted)
    var next = [Int](UnsafeBufferPointer(start: raw, count: order + 1))
    for entry in entries {
      let place = next[Int(entry.source)]
      next[Int(entry.source)] += 1
      scattered.columns[place] = entry.target
      scattered.weights?[place] = entry.weight
    }
    let merged = mergeDuplicates(of: scattered)
    return merged == scattered.entryCount ? scattered : scattered.compacted(counts: next, total: merged)

    /// Merges within each row; leaves the length of row v in `next[v]` and returns the sum of them.
    func mergeDuplicates(of matrix: CompressedRows) -> Int {
      var total = 0
      for row in 0..<order {
        let start = matrix.offsets[row]
        var end = start
        for entry in start..<matrix.offsets[row + 1] {
          if end > start, matrix.columns[end - 1] == matrix.columns[entry] {
            if let weights = matrix.weights {
              weights[end - 1] = combine(weights[end - 1], weights[entry])
            }
          } else {
            matrix.columns[end] = matrix.columns[entry]
            if let weights = matrix.weights { weights[end] = weights[entry] }
            end += 1
          }
        }
        next[row] = end - start
        total += end - start
      }
      return total
    }
  }

  private func combine(_ a: Double, _ b: Double) -> Double {
    switch merge {
    case .sum: a + b
    case .maximum: max(a, b)
    case .minimum: min(a, b)
    }
  }
}

extension CompressedRows {
  /// A copy that holds only the first `counts[v]` entries of each row v.
  fileprivate func compacted(counts: [Int], total: Int) -> CompressedRows {
    let starts = UnsafeMutablePointer<Int>.allocate(capacity: order + 1)
    starts[0] = 0
    for row in 0..<order { starts[row + 1] = starts[row] + counts[row] }
    let copy = CompressedRows(order: order, offsets: starts, isWeighted: weights != nil)
    for row in 0..<order {
      (copy.columns + starts[row]).initialize(from: columns + offsets[row], count: counts[row])
      if let weights { (copy.weights! + starts[row]).initialize(from: weights + offsets[row], count: counts[row]) }
    }
    return copy
  }
}
