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

  /// What owns the arrays where they are lent; nil where they are this object's own.
  private let owner: AnyObject?

  var entryCount: Int { offsets[order] }

  /// Adopts offsets whose last element is the number of entries, and leaves room for them.
  init(order: Int, offsets: UnsafeMutablePointer<Int>, isWeighted: Bool) {
    self.order = order
    self.offsets = offsets
    let entries = offsets[order]
    columns = .allocate(capacity: entries)
    weights = isWeighted ? .allocate(capacity: entries) : nil
    owner = nil
  }

  /// Rows that lie in memory of someone else, never written to.
  init(
    order: Int, offsets: UnsafePointer<Int>, columns: UnsafePointer<UInt32>, weights: UnsafePointer<Double>?,
    owner: AnyObject
  ) {
    self.order = order
    self.offsets = UnsafeMutablePointer(mutating: offsets)
    self.columns = UnsafeMutablePointer(mutating: columns)
    self.weights = weights.map { UnsafeMutablePointer(mutating: $0) }
    self.owner = owner
  }

  deinit {
    guard owner == nil else { return }
    offsets.deallocate()
    columns.deallocate()
    weights?.deallocate()
  }

  /// The entries with rows and columns exchanged, in time linear in the entries; each row comes out sorted.
  func transposed(threads: Int = 1) -> CompressedRows {
    Self.scattered(order: order, isWeighted: weights != nil, entries: RowEntries(rows: self), threads: threads)
  }

  /// The rows of one of several parts with about as many entries each.
  func rows(part: Int, of parts: Int) -> Range<Int> {
    func boundary(_ part: Int) -> Int {
      guard part > 0, part < parts else { return part == 0 ? 0 : order }
      let entry = part * entryCount / parts
      var (low, high) = (0, order)
      while low < high {
        let middle = (low + high) / 2
        if offsets[middle] < entry { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return boundary(part)..<boundary(part + 1)
  }
}

/// Entries that several workers walk through at once, each a part of its own.
protocol EntrySource: Sendable {
  func forEach(part: Int, of parts: Int, _ body: (_ row: Int, _ column: UInt32, _ weight: Double) -> Void)
}

extension CompressedRows {
  /// The entries of a matrix with rows and columns exchanged.
  private struct RowEntries: EntrySource {
    let rows: CompressedRows

    @inline(__always)
    func forEach(part: Int, of parts: Int, _ body: (_ row: Int, _ column: UInt32, _ weight: Double) -> Void) {
      for row in rows.rows(part: part, of: parts) {
        for entry in rows.offsets[row]..<rows.offsets[row &+ 1] {
          body(Int(rows.columns[entry]), UInt32(truncatingIfNeeded: row), rows.weights.map { $0[entry] } ?? 1)
        }
      }
    }
  }

  /// How many parts a pass is cut into: each keeps a count for every vertex, so they are few.
  static func partCount(threads: Int) -> Int { max(1, min(8, threads)) }

  /// Sorts entries into their rows by counting, stably: what comes first in `entries` comes first in its row, for any
  /// number of threads. Memory: 8 bytes a vertex and part beside the result.
  static func scattered<Entries: EntrySource>(
    order: Int, isWeighted: Bool, entries: Entries, threads: Int
  ) -> CompressedRows {
    let parts = partCount(threads: threads)
    let memory = UnsafeMutableBufferPointer<Int>.allocate(capacity: parts * order)
    memory.initialize(repeating: 0)
    defer { memory.deallocate() }
    let places = SharedBuffer(memory)
    Parallel.perform(parts) { part in
      let base = part &* order
      entries.forEach(part: part, of: parts) { row, _, _ in places[base &+ row] &+= 1 }
    }
    let starts = UnsafeMutablePointer<Int>.allocate(capacity: order + 1)
    var total = 0
    for row in 0..<order {
      starts[row] = total
      for part in 0..<parts {
        let count = places[part &* order &+ row]
        places[part &* order &+ row] = total
        total &+= count
      }
    }
    starts[order] = total
    let result = CompressedRows(order: order, offsets: starts, isWeighted: isWeighted)
    Parallel.perform(parts) { part in
      let base = part &* order
      entries.forEach(part: part, of: parts) { row, column, weight in
        let place = places[base &+ row]
        places[base &+ row] = place &+ 1
        result.columns[place] = column
        if isWeighted { result.weights![place] = weight }
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
  /// Some vertices, those with most entries first, equal ones by their number.
  public func byFallingDegree(_ vertices: some Sequence<Int>) -> [Int] {
    vertices.sorted { (degree($1), $0) < (degree($0), $1) }
  }

  /// The number of entries in the row of `vertex`.
  @inlinable public func degree(_ vertex: Int) -> Int { offsets[vertex &+ 1] &- offsets[vertex] }
  /// The positions of the row of `vertex` among all entries.
  @inlinable public func entries(_ vertex: Int) -> Range<Int> {
    Range(uncheckedBounds: (offsets[vertex], offsets[vertex &+ 1]))
  }
  /// The positions of the entries that stand for the ties of `vertex`: all of them, or, where each tie has two entries,
  /// those in which it is the lower end, so that each tie is met once. O(log degree).
  @inlinable public func ties(of vertex: Int, isSymmetric: Bool) -> Range<Int> {
    let all = entries(vertex)
    guard isSymmetric else { return all }
    var (low, high) = (all.lowerBound, all.upperBound)
    while low < high {
      let middle = (low &+ high) / 2
      if column(middle) <= vertex { low = middle &+ 1 } else { high = middle }
    }
    return Range(uncheckedBounds: (low, all.upperBound))
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
