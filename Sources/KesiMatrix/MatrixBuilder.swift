/// Builds an ``AdjacencyMatrix`` from ties in any order.
///
/// A counting sort by target, then by source, both stable: rows come out sorted. The weights of duplicates are added up
/// from the least on, so that a symmetric matrix is symmetric, and the same in any order of ties, to the last bit.
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
  private var ties: TieList

  /// - Parameters:
  ///   - order: the number of vertices, below 2³².
  ///   - isSymmetric: whether each tie is an entry in both rows.
  ///   - isWeighted: whether weights are kept; where not, each entry counts 1.
  ///   - merge: the rule for duplicates.
  public init(order: Int, isSymmetric: Bool, isWeighted: Bool, merge: MergeRule = .sum) {
    self.init(order: order, isSymmetric: isSymmetric, merge: merge, ties: TieList(isWeighted: isWeighted))
  }

  /// Takes ties that are there already; weights are kept where the list has them.
  ///
  /// - Precondition: every end is below `order`.
  public init(order: Int, isSymmetric: Bool, merge: MergeRule = .sum, ties: TieList) {
    precondition(order >= 0 && order < Int(UInt32.max), "vertex ids are 32-bit")
    let highest = max(ties.sources.max() ?? 0, ties.targets.max() ?? 0)
    precondition(ties.count == 0 || Int(highest) < order, "vertex \(highest) in a matrix of order \(order)")
    self.order = order
    self.isSymmetric = isSymmetric
    isWeighted = ties.isWeighted
    self.merge = merge
    self.ties = ties
  }

  public mutating func reserveCapacity(_ ties: Int) { self.ties.reserveCapacity(ties) }

  /// Adds a tie.
  ///
  /// - Precondition: both ends are below `order`; the weight is finite and not negative.
  public mutating func add(_ source: UInt32, _ target: UInt32, weight: Double = 1) {
    precondition(source < order && target < order, "tie \(source)–\(target) in a matrix of order \(order)")
    guard weight != 0 else { return }
    ties.append(source, target, weight: isWeighted ? weight : 1)
  }

  /// Builds the matrix.
  ///
  /// - Complexity: O(order + ties) time; beside the matrix 4 bytes an entry, 12 when weighted, and 8 bytes a vertex and
  ///   thread.
  public consuming func build(threads: Int = 1) -> AdjacencyMatrix {
    let byTarget = ties.withEntries(isSymmetric: isSymmetric) {
      CompressedRows.scattered(order: order, isWeighted: isWeighted, entries: $0, threads: threads)
    }
    let merged = byTarget.transposed(threads: threads).mergingDuplicates(by: merge, threads: threads)
    return AdjacencyMatrix(merged, isSymmetric: isSymmetric, threads: threads)
  }
}

extension TieList {
  /// Lends the ties as entries of a matrix, row and column exchanged: row = target, column = source.
  fileprivate func withEntries<Result>(isSymmetric: Bool, _ body: (TieEntries) -> Result) -> Result {
    sources.withUnsafeBufferPointer { sources in
      targets.withUnsafeBufferPointer { targets in
        func lend(_ weights: UnsafeBufferPointer<Double>?) -> Result {
          body(
            TieEntries(
              count: sources.count, sources: UncheckedVector(sources), targets: UncheckedVector(targets),
              weights: weights.map { UncheckedVector($0) }, isSymmetric: isSymmetric))
        }
        return weights?.withUnsafeBufferPointer { lend($0) } ?? lend(nil)
      }
    }
  }
}

private struct TieEntries: EntrySource {
  let count: Int
  let sources: UncheckedVector<UInt32>
  let targets: UncheckedVector<UInt32>
  let weights: UncheckedVector<Double>?
  let isSymmetric: Bool

  @inline(__always)
  func forEach(part: Int, of parts: Int, _ body: (_ row: Int, _ column: UInt32, _ weight: Double) -> Void) {
    for tie in part * count / parts..<(part + 1) * count / parts {
      let (source, target) = (sources[tie], targets[tie])
      let weight = weights.map { $0[tie] } ?? 1
      guard source != target, weight > 0 else { continue }
      body(Int(target), source, weight)
      if isSymmetric { body(Int(source), target, weight) }
    }
  }
}

extension CompressedRows {
  /// The matrix with neighboring entries of one column in a row made one; the same object where there are none.
  fileprivate consuming func mergingDuplicates(by rule: MatrixBuilder.MergeRule, threads: Int) -> CompressedRows {
    let matrix = self
    let starts = UnsafeMutablePointer<Int>.allocate(capacity: order + 1)
    starts.initialize(repeating: 0, count: order + 1)
    let lengths = SharedBuffer(UnsafeMutableBufferPointer(start: starts + 1, count: order))
    let parts = Self.partCount(threads: threads)
    Parallel.perform(parts) { part in
      for row in matrix.rows(part: part, of: parts) { lengths[row] = matrix.mergeRow(row, by: rule) }
    }
    for row in 0..<order { starts[row + 1] += starts[row] }
    guard starts[order] < entryCount else {
      starts.deallocate()
      return matrix
    }
    let copy = CompressedRows(order: order, offsets: starts, isWeighted: weights != nil)
    Parallel.perform(parts) { part in
      for row in matrix.rows(part: part, of: parts) {
        let (to, from) = (copy.offsets[row], matrix.offsets[row])
        let length = copy.offsets[row + 1] - to
        (copy.columns + to).initialize(from: matrix.columns + from, count: length)
        if let weights = matrix.weights { (copy.weights! + to).initialize(from: weights + from, count: length) }
      }
    }
    return copy
  }

  /// Sorts the weights of three or more entries of one column, so that their sum does not depend on the order in which
  /// they were added: that of two does not.
  private func sortDuplicates(of row: Int) {
    guard let weights else { return }
    var first = offsets[row]
    let end = offsets[row + 1]
    while first < end {
      var last = first &+ 1
      while last < end, columns[last] == columns[first] { last &+= 1 }
      if last &- first > 2 {
        var duplicates = UnsafeMutableBufferPointer(start: weights + first, count: last &- first)
        duplicates.sort()
      }
      first = last
    }
  }

  /// Closes a row's duplicates up in place and returns how many entries are left.
  private func mergeRow(_ row: Int, by rule: MatrixBuilder.MergeRule) -> Int {
    let start = offsets[row]
    var end = start
    if rule == .sum { sortDuplicates(of: row) }
    for entry in start..<offsets[row + 1] {
      if end > start, columns[end &- 1] == columns[entry] {
        guard let weights else { continue }
        switch rule {
        case .sum: weights[end &- 1] += weights[entry]
        case .maximum: weights[end &- 1] = max(weights[end &- 1], weights[entry])
        case .minimum: weights[end &- 1] = min(weights[end &- 1], weights[entry])
        }
      } else {
        columns[end] = columns[entry]
        if let weights { weights[end] = weights[entry] }
        end &+= 1
      }
    }
    return end &- start
  }
}
