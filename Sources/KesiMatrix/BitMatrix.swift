/// A square 0/1 matrix packed in 64-bit words, row by row: for patterns that are small or dense.
///
/// Memory: order² / 8 bytes.
public struct BitMatrix: Sendable {
  private final class Storage: @unchecked Sendable {
    let words: UnsafeMutablePointer<UInt64>
    init(count: Int) {
      words = .allocate(capacity: count)
      words.initialize(repeating: 0, count: count)
    }
    deinit { words.deallocate() }
  }

  private let storage: Storage
  /// The number of rows.
  public let order: Int
  /// The words of a row: order / 64, rounded up.
  public let wordsPerRow: Int

  init(_ rows: Rows) {
    order = rows.order
    wordsPerRow = (rows.order + 63) / 64
    storage = Storage(count: order * wordsPerRow)
    for row in 0..<order {
      let words = storage.words + row * wordsPerRow
      for column in rows[row] { words[Int(column >> 6)] |= 1 << UInt64(column & 63) }
    }
  }

  /// Lends the packed rows to `body`.
  public func withRows<Result>(_ body: (BitRows) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(storage) {
      try body(BitRows(order: order, wordsPerRow: wordsPerRow, words: UnsafePointer(storage.words)))
    }
  }

  /// Whether the entry is set.
  public func contains(row: Int, column: Int) -> Bool {
    precondition(row < order && column < order, "entry (\(row), \(column)) of a matrix of order \(order)")
    return withRows { $0[row][column >> 6] >> UInt64(column & 63) & 1 == 1 }
  }
}

/// The packed rows of a ``BitMatrix``, lent for the length of a closure.
public struct BitRows: @unchecked Sendable {
  public let order: Int
  public let wordsPerRow: Int
  @usableFromInline let words: UnsafePointer<UInt64>

  /// The words of a row; bit `c % 64` of word `c / 64` is column `c`.
  @inlinable public subscript(row: Int) -> UnsafePointer<UInt64> { words + row &* wordsPerRow }

  /// The number of columns set in both rows.
  @inlinable public func overlap(_ a: Int, _ b: Int) -> Int {
    let left = self[a]
    let right = self[b]
    var count = 0
    for word in 0..<wordsPerRow { count &+= (left[word] & right[word]).nonzeroBitCount }
    return count
  }
}
