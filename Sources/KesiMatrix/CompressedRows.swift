/// The storage behind an ``AdjacencyMatrix``: compressed sparse rows, one allocation per array, immutable once built
/// and freed with its last owner.
final class CompressedRows: @unchecked Sendable {
  let order: Int
  /// `order + 1` positions into `columns`.
  let offsets: UnsafeMutablePointer<Int>
  /// The column of each entry, ascending within a row.
  let columns: UnsafeMutablePointer<UInt32>
  /// The weight of each entry; nil where every entry counts 1.
  let weights: UnsafeMutablePointer<Double>?

  var entryCount: Int { offsets[order] }

  /// Adopts offsets whose last element is the number of entries, and leaves room for them.
  init(order: Int, offsets: UnsafeMutablePointer<Int>, isWeighted: Bool) {
    self.order = order
    self.offsets = offsets
    let entries = offsets[order]
    columns = .allocate(capacity: entries)
    weights = isWeighted ? .allocate(capacity: entries) : nil
  }

  deinit {
    offsets.deallocate()
    columns.deallocate()
    weights?.deallocate()
  }

  /// The entries with rows and columns exchanged, in time linear in the entries.
  func transposed() -> CompressedRows {
    let starts = UnsafeMutablePointer<Int>.allocate(capacity: order + 1)
    starts.initialize(repeating: 0, count: order + 1)
    for entry in 0..<entryCount { starts[Int(columns[entry]) + 1] += 1 }
    for vertex in 0..<order { starts[vertex + 1] += starts[vertex] }
    let result = CompressedRows(order: order, offsets: starts, isWeighted: weights != nil)
    let next = UnsafeMutablePointer<Int>.allocate(capacity: order + 1)
    next.initialize(from: starts, count: order + 1)
    defer { next.deallocate() }
    for row in 0..<order {
      for entry in offsets[row]..<offsets[row + 1] {
        let column = Int(columns[entry])
        let place = next[column]
        next[column] = place &+ 1
        result.columns[place] = UInt32(truncatingIfNeeded: row)
        if let weights { result.weights![place] = weights[entry] }
      }
    }
    return result
  }
}

/// The rows of a matrix, lent for the length of a closure: raw pointers without checks, for the loops of kernels.
public struct Rows: @unchecked Sendable {
  /// The number of vertices.
  public let order: Int
  @usableFromInline let offsets: UnsafePointer<Int>
  @usableFromInline let columns: UnsafePointer<UInt32>
  @usableFromInline let weights: UnsafePointer<Double>?

  init(_ storage: CompressedRows) {
    order = storage.order
    offsets = UnsafePointer(storage.offsets)
    columns = UnsafePointer(storage.columns)
    weights = storage.weights.map { UnsafePointer($0) }
  }

  /// The number of entries in all rows.
  @inlinable public var entryCount: Int { offsets[order] }
  /// Whether entries carry weights; where not, each counts 1.
  @inlinable public var isWeighted: Bool { weights != nil }
  /// The number of entries in the row of `vertex`.
  @inlinable public func degree(_ vertex: Int) -> Int { offsets[vertex &+ 1] &- offsets[vertex] }
  /// The positions of the row of `vertex` among all entries.
  @inlinable public func entries(_ vertex: Int) -> Range<Int> {
    Range(uncheckedBounds: (offsets[vertex], offsets[vertex &+ 1]))
  }
  /// The column of an entry.
  @inlinable public func column(_ entry: Int) -> Int { Int(columns[entry]) }
  /// The weight of an entry, 1 in an unweighted matrix.
  @inlinable public func weight(_ entry: Int) -> Double { weights.map { $0[entry] } ?? 1 }
  /// The position of the entry (row, column), or nil where there is none. O(log degree).
  @inlinable public func entry(row: Int, column: Int) -> Int? {
    var range = entries(row)
    while let middle = range.isEmpty ? nil : (range.lowerBound + range.upperBound) / 2 {
      let found = self.column(middle)
      if found == column { return middle }
      range = found < column ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
  /// The neighbors of `vertex`, ascending.
  @inlinable public subscript(vertex: Int) -> UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(start: columns + offsets[vertex], count: degree(vertex))
  }
}
