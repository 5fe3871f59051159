extension AdjacencyMatrix {
  /// The arrays of the rows, as they lie: `order + 1` offsets, the column of each entry, and the weights where there are any.
  package var arrays: (offsets: LentArray<Int>, columns: LentArray<UInt32>, weights: LentArray<Double>?) {
    func lent<Element>(_ start: UnsafeMutablePointer<Element>, _ count: Int) -> LentArray<Element> {
      LentArray(lending: UnsafeBufferPointer(start: start, count: count), owner: storage)
    }
    return (
      lent(storage.offsets, order + 1), lent(storage.columns, entryCount),
      storage.weights.map { lent($0, entryCount) }
    )
  }

  /// A symmetric matrix whose arrays lie in memory of someone else, such as a mapped file. Nothing is copied.
  ///
  /// Whatever the arrays hold, the kernels are safe from it: offsets that fall or lead outside, columns beyond the order or
  /// not rising within a row, a tie of a vertex to itself, weights that are not positive and finite, and ties that do not
  /// stand in both rows alike are refused.
  ///
  /// - Parameter owner: what keeps the memory alive.
  /// - Returns: nil where the arrays are no rows.
  /// - Complexity: O(order + entries), in the order in which they lie.
  package init?(
    symmetricOffsets offsets: UnsafeBufferPointer<Int>, columns: UnsafeBufferPointer<UInt32>,
    weights: UnsafeBufferPointer<Double>?, owner: AnyObject, threads: Int = 1
  ) {
    let order = offsets.count - 1
    guard order >= 0, order < Int(UInt32.max), offsets[0] == 0, offsets[order] == columns.count,
      weights?.count ?? columns.count == columns.count
    else { return nil }
    for row in 0..<order where offsets[row] > offsets[row + 1] { return nil }
    let parts = max(1, min(64, threads))
    let (starts, entries) = (UncheckedVector(offsets), UncheckedVector(columns))
    let values = weights.map { UncheckedVector($0) }
    // What each part adds to the test of symmetry; nil where a row is none.
    var sums = [UInt64?](repeating: nil, count: parts)
    let key = UInt64.random(in: 0 ... .max)
    sums.withUnsafeMutableBufferPointer { sums in
      let sums = SharedBuffer(sums)
      Parallel.perform(parts) { part in
        let rows = part * order / parts..<(part + 1) * order / parts
        sums[part] = Self.symmetrySum(of: rows, order, starts, entries, values, key)
      }
    }
    guard sums.allSatisfy({ $0 != nil }), sums.reduce(0, { $0 &+ ($1 ?? 0) }) == 0 else { return nil }
    // An empty array has no address; none is read then.
    let nowhere = UnsafePointer<UInt32>(bitPattern: MemoryLayout<UInt32>.alignment)!
    self.init(
      CompressedRows(
        order: order, offsets: offsets.baseAddress!, columns: columns.baseAddress ?? nowhere,
        weights: weights?.baseAddress, owner: owner), isSymmetric: true)
  }

  /// What rows add to a sum that is 0 for a symmetric matrix: a hash of each entry above the diagonal, less that of each
  /// below it by its mirror. Nil where they are no rows.
  ///
  /// Looking each mirror up would jump about in what may be larger than memory. A sum of other entries is 0 by chance once
  /// in 2⁶⁴ files, and the key of the hash is drawn anew each time, so that none can be made to be.
  private static func symmetrySum(
    of rows: Range<Int>, _ order: Int, _ starts: UncheckedVector<Int>, _ columns: UncheckedVector<UInt32>,
    _ weights: UncheckedVector<Double>?, _ key: UInt64
  ) -> UInt64? {
    var sum: UInt64 = 0
    for row in rows {
      var last = -1
      for entry in starts[row]..<starts[row + 1] {
        let column = Int(columns[entry])
        let weight = weights.map { $0[entry] } ?? 1
        guard column > last, column < order, column != row, weight > 0, weight < .infinity else { return nil }
        last = column
        let pair = UInt64(min(row, column)) << 32 | UInt64(max(row, column))
        let hash = SplitMix.hash(pair, weight.bitPattern, seed: key)
        sum = column > row ? sum &+ hash : sum &- hash
      }
    }
    return sum
  }
}
