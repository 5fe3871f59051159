/// The adjacency matrix of a network: square, sparse, immutable once built.
///
/// Entry (u, v) is the tie from u to v. The diagonal is empty. A symmetric matrix stores each tie in both rows and is
/// its own transpose; a directed one keeps its transpose beside it, so that a kernel can pull or push.
/// A small or dense matrix also holds its pattern as a ``BitMatrix``, which kernels use where that pays: the choice is
/// the matrix's (``MatrixLayout``), never the caller's.
///
/// Memory: 4 bytes an entry, 8 more when weighted, 8 a vertex; twice that when directed.
public struct AdjacencyMatrix: Sendable {
  let storage: CompressedRows
  let transpose: CompressedRows
  /// The dense form of the pattern, where the matrix chose to hold one.
  public let bits: BitMatrix?

  init(_ storage: CompressedRows, isSymmetric: Bool, layout: MatrixLayout, threads: Int = 1) {
    self.storage = storage
    transpose = isSymmetric ? storage : storage.transposed(threads: threads)
    bits = layout.holdsBits(order: storage.order, entries: storage.entryCount) ? BitMatrix(Rows(storage)) : nil
  }

  private init(storage: CompressedRows, transpose: CompressedRows, bits: BitMatrix?) {
    self.storage = storage
    self.transpose = transpose
    self.bits = bits
  }

  /// The number of vertices.
  public var order: Int { storage.order }
  /// The number of stored entries: each tie of a symmetric matrix counts twice.
  public var entryCount: Int { storage.entryCount }
  /// The number of ties: entries, or half of them when symmetric.
  public var tieCount: Int { isSymmetric ? entryCount / 2 : entryCount }
  /// Whether the matrix equals its transpose by construction.
  public var isSymmetric: Bool { storage === transpose }
  /// Whether entries carry weights; where not, each counts 1.
  public var isWeighted: Bool { storage.weights != nil }

  /// Lends the rows (out-neighbors) to `body`.
  public func withRows<Result>(_ body: (Rows) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(storage) { try body(Rows(storage)) }
  }

  /// Lends the columns (in-neighbors) to `body`; the rows themselves when symmetric.
  public func withColumns<Result>(_ body: (Rows) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(transpose) { try body(Rows(transpose)) }
  }

  /// The same pattern with every weight 1; shares all storage it can.
  public func unweighted() -> AdjacencyMatrix {
    guard isWeighted else { return self }
    let bare = storage.copyWithoutWeights()
    return AdjacencyMatrix(
      storage: bare, transpose: isSymmetric ? bare : transpose.copyWithoutWeights(), bits: bits)
  }

  /// A + Aᵀ as a symmetric matrix; a symmetric matrix is returned as it is (not doubled).
  ///
  /// - Complexity: O(order + entries).
  public func symmetrized(layout: MatrixLayout = .automatic) -> AdjacencyMatrix {
    guard !isSymmetric else { return self }
    let merged = CompressedRows.sum(storage, transpose)
    return AdjacencyMatrix(merged, isSymmetric: true, layout: layout)
  }

  /// The matrix of the vertices in `kept`, renumbered in that order.
  ///
  /// - Parameter kept: distinct vertex ids.
  /// - Complexity: O(order + entries of the kept rows).
  public func submatrix(keeping kept: [Int], layout: MatrixLayout = .automatic) -> AdjacencyMatrix {
    submatrices(keeping: [kept], layout: layout)[0]
  }

  /// The matrices of several sets of vertices, one after the other in the memory that one takes.
  ///
  /// - Parameter sets: each of distinct vertex ids.
  /// - Complexity: O(order + entries of the kept rows) for all sets together.
  public func submatrices(keeping sets: [[Int]], layout: MatrixLayout = .automatic) -> [AdjacencyMatrix] {
    var place = [UInt32](repeating: .max, count: order)
    return sets.map { kept in
      for (new, old) in kept.enumerated() { place[old] = UInt32(new) }
      defer { for old in kept { place[old] = .max } }
      var builder = MatrixBuilder(order: kept.count, isSymmetric: isSymmetric, isWeighted: isWeighted)
      withRows { rows in
        for (new, old) in kept.enumerated() {
          for entry in rows.entries(old) {
            let column = place[rows.column(entry)]
            guard column != .max, !isSymmetric || column > UInt32(new) else { continue }
            builder.add(UInt32(new), column, weight: rows.weight(entry))
          }
        }
      }
      return builder.build(layout: layout)
    }
  }
}

/// How a matrix holds its pattern.
public enum MatrixLayout: Sendable {
  /// Sparse, with a bit matrix beside it when that pays.
  case automatic
  /// Sparse only.
  case sparse
  /// Sparse and bits, whatever the size (for tests of the dense paths).
  case dense

  /// Measured with triangle counts (`Benchmarks`, `layouts`; two cores of an AMD EPYC, baseline x86-64): dense takes half
  /// the time of sparse up to 256 vertices at any density, wins at 1,024 from about one entry in 100 on, at 4,096 from one
  /// in 10, and loses beyond, where rows of words leave the cache.
  func holdsBits(order: Int, entries: Int) -> Bool {
    switch self {
    case .automatic:
      switch order {
      case 0: false
      case ...256: true
      case ...1024: entries >= order * order / 64
      case ...4096: entries >= order * order / 8
      default: false
      }
    case .sparse: false
    case .dense: true
    }
  }
}

extension CompressedRows {
  fileprivate func copyWithoutWeights() -> CompressedRows {
    let starts = UnsafeMutablePointer<Int>.allocate(capacity: order + 1)
    starts.initialize(from: offsets, count: order + 1)
    let copy = CompressedRows(order: order, offsets: starts, isWeighted: false)
    copy.columns.initialize(from: columns, count: entryCount)
    return copy
  }

  /// The entrywise sum of two matrices of one order, always weighted: a merge of sorted rows.
  fileprivate static func sum(_ a: CompressedRows, _ b: CompressedRows) -> CompressedRows {
    let order = a.order
    let starts = UnsafeMutablePointer<Int>.allocate(capacity: order + 1)
    starts[0] = 0
    for row in 0..<order {
      var count = 0
      mergeRow(row, a, b) { _, _ in count += 1 }
      starts[row + 1] = starts[row] + count
    }
    let result = CompressedRows(order: order, offsets: starts, isWeighted: true)
    var place = 0
    for row in 0..<order {
      mergeRow(row, a, b) { column, weight in
        result.columns[place] = column
        result.weights![place] = weight
        place += 1
      }
    }
    return result
  }

  @inline(__always)
  private static func mergeRow(
    _ row: Int, _ a: CompressedRows, _ b: CompressedRows, _ emit: (UInt32, Double) -> Void
  ) {
    var i = a.offsets[row]
    var j = b.offsets[row]
    let iEnd = a.offsets[row + 1]
    let jEnd = b.offsets[row + 1]
    while i < iEnd || j < jEnd {
      let left = i < iEnd ? a.columns[i] : .max
      let right = j < jEnd ? b.columns[j] : .max
      var weight = 0.0
      if left <= right {
        weight += a.weights?[i] ?? 1
        i += 1
      }
      if right <= left {
        weight += b.weights?[j] ?? 1
        j += 1
      }
      emit(min(left, right), weight)
    }
  }
}
