/// The adjacency matrix of a network: square, sparse, immutable once built.
///
/// Entry (u, v) is the tie from u to v. The diagonal is empty. A symmetric matrix stores each tie in both rows and is
/// its own transpose; a directed one keeps its transpose beside it, so that a kernel can pull or push.
///
/// Memory: 4 bytes an entry, 8 more when weighted, 8 a vertex; twice that when directed.
public struct AdjacencyMatrix: Sendable {
  let storage: CompressedRows
  let transpose: CompressedRows

  init(_ storage: CompressedRows, isSymmetric: Bool, threads: Int = 1) {
    self.storage = storage
    transpose = isSymmetric ? storage : storage.transposed(threads: threads)
  }

  private init(storage: CompressedRows, transpose: CompressedRows) {
    self.storage = storage
    self.transpose = transpose
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
  public func withRows<Result, Failure: Error>(_ body: (Rows) throws(Failure) -> Result) throws(Failure) -> Result {
    defer { withExtendedLifetime(storage) {} }
    return try body(Rows(storage))
  }

  /// Lends the columns (in-neighbors) to `body`; the rows themselves when symmetric.
  public func withColumns<Result, Failure: Error>(
    _ body: (Rows) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(transpose) {} }
    return try body(Rows(transpose))
  }

  /// The neighbors of a vertex, ascending: where its ties lead to.
  ///
  /// A copy, for whoever wants a few; a loop over many borrows the rows (``withRows(_:)``).
  ///
  /// - Precondition: the vertex is below the order.
  public func neighbors(of vertex: Int) -> [Int] {
    precondition(vertex >= 0 && vertex < order, "vertex \(vertex) of a matrix of order \(order)")
    return withRows { rows in rows[vertex].map { Int($0) } }
  }

  /// Hands over each tie once: of a symmetric matrix that from the lower vertex to the higher.
  public func forEachTie<Failure: Error>(
    _ body: (_ source: Int, _ target: Int, _ weight: Double) throws(Failure) -> Void
  ) throws(Failure) {
    try withRows { (rows) throws(Failure) in
      for source in 0..<rows.order {
        for entry in rows.ties(of: source, isSymmetric: isSymmetric) {
          try body(source, rows.column(entry), rows.weight(entry))
        }
      }
    }
  }

  /// The same pattern with every weight 1: a view that shares the columns.
  public func unweighted() -> AdjacencyMatrix {
    guard isWeighted else { return self }
    let bare = storage.withoutWeights()
    return AdjacencyMatrix(storage: bare, transpose: isSymmetric ? bare : transpose.withoutWeights())
  }

  /// A + Aᵀ as a symmetric matrix; a symmetric matrix is returned as it is (not doubled).
  ///
  /// - Complexity: O(order + entries).
  public func symmetrized() -> AdjacencyMatrix {
    guard !isSymmetric else { return self }
    let merged = CompressedRows.sum(storage, transpose)
    return AdjacencyMatrix(merged, isSymmetric: true)
  }

  /// The matrix of the vertices in `kept`, renumbered in that order.
  ///
  /// - Parameter kept: distinct vertex ids.
  /// - Complexity: O(order + entries of the kept rows).
  public func submatrix(keeping kept: [Int]) -> AdjacencyMatrix { submatrices(keeping: [kept])[0] }

  /// The matrices of several sets of vertices, one after the other in the memory that one takes.
  ///
  /// - Parameter sets: each of distinct vertex ids.
  /// - Complexity: O(order + entries of the kept rows) for all sets together.
  public func submatrices(keeping sets: [[Int]]) -> [AdjacencyMatrix] {
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
      return builder.build()
    }
  }
}

extension CompressedRows {
  /// The same rows, lent, every entry of which counts 1.
  fileprivate func withoutWeights() -> CompressedRows {
    CompressedRows(order: order, offsets: offsets, columns: columns, weights: nil, owner: self)
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
