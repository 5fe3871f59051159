extension AdjacencyMatrix {
  /// The arrays of the rows: `order + 1` offsets, the column of each entry, and the weights where there are any.
  package func copyOfStorage() -> (offsets: [Int], columns: [UInt32], weights: [Double]?) {
    withExtendedLifetime(storage) {
      (
        Array(UnsafeBufferPointer(start: storage.offsets, count: order + 1)),
        Array(UnsafeBufferPointer(start: storage.columns, count: entryCount)),
        storage.weights.map { Array(UnsafeBufferPointer(start: $0, count: entryCount)) }
      )
    }
  }

  /// A symmetric matrix whose arrays lie in memory of someone else, such as a mapped file. Nothing is copied.
  ///
  /// Whatever the arrays hold, the kernels are safe from it: offsets that fall or lead outside, columns beyond the order or
  /// not rising within a row, a tie of a vertex to itself, weights that are not positive and finite, and ties that do not
  /// stand in both rows alike are refused.
  ///
  /// - Parameter owner: what keeps the memory alive.
  /// - Returns: nil where the arrays are no rows.
  /// - Complexity: O(order + entries).
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
    var isSound = [Bool](repeating: true, count: parts)
    let (starts, entries) = (UncheckedVector(offsets), UncheckedVector(columns))
    let values = weights.map { UncheckedVector($0) }
    isSound.withUnsafeMutableBufferPointer { sound in
      let sound = SharedBuffer(sound)
      Parallel.perform(parts) { part in
        var isGood = true
        for row in part * order / parts..<(part + 1) * order / parts {
          var last = -1
          for entry in starts[row]..<starts[row + 1] {
            let column = Int(entries[entry])
            isGood = isGood && column > last && column != row
            last = column
            if let values { isGood = isGood && values[entry] > 0 && values[entry] < .infinity }
          }
          isGood = isGood && last < order
        }
        sound[part] = isGood
      }
    }
    guard isSound.allSatisfy({ $0 }), Self.isSymmetric(starts, entries, values) else { return nil }
    // An empty array has no address; none is read then.
    let nowhere = UnsafePointer<UInt32>(bitPattern: MemoryLayout<UInt32>.alignment)!
    self.init(
      CompressedRows(
        order: order, offsets: offsets.baseAddress!, columns: columns.baseAddress ?? nowhere,
        weights: weights?.baseAddress, owner: owner), isSymmetric: true)
  }

  /// Whether sound rows equal their transpose: rows are walked in rising order, so what each row holds must come up in
  /// the order in which it stands there.
  private static func isSymmetric(
    _ starts: UncheckedVector<Int>, _ columns: UncheckedVector<UInt32>, _ weights: UncheckedVector<Double>?
  ) -> Bool {
    let order = starts.count - 1
    let next = Scratch<Int>(uninitialized: order)
    for row in 0..<order { next[row] = starts[row] }
    for row in 0..<order {
      for entry in starts[row]..<starts[row + 1] {
        let column = Int(columns[entry])
        let mirror = next[column]
        guard mirror < starts[column + 1], Int(columns[mirror]) == row else { return false }
        if let weights, weights[mirror] != weights[entry] { return false }
        next[column] = mirror + 1
      }
    }
    return true
  }
}
