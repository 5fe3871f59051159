import KesiMatrix

/// The greatest k for which each tie belongs to a part of the network where every tie is in at least k − 2 triangles; 2
/// for a tie without triangles. Direction and weights are ignored.
///
/// - Parameter matrix: symmetric.
/// - Returns: a number for each entry; both entries of a tie carry the same.
/// - Complexity: O(m √m log m) time, 20 bytes an entry.
/// - Source: Wang & Cheng, *Truss Decomposition in Massive Networks*, VLDB 2012.
public func trussness(of matrix: AdjacencyMatrix) -> [Int] {
  precondition(matrix.isSymmetric, "a symmetric matrix")
  return matrix.withRows { rows in
    let entryCount = rows.entryCount
    // The entry from the other end of each tie.
    let mirror = Scratch<Int>(uninitialized: entryCount)
    let next = Scratch<Int>(uninitialized: rows.order)
    for vertex in 0..<rows.order { next[vertex] = rows.entries(vertex).lowerBound }
    for row in 0..<rows.order {
      for entry in rows.entries(row) {
        let column = rows.column(entry)
        mirror[entry] = next[column]
        next[column] &+= 1
      }
    }
    let support = Scratch<Int>(repeating: 0, count: entryCount)
    var most = 0
    for row in 0..<rows.order {
      for entry in rows.entries(row) where rows.column(entry) > row {
        var count = 0
        rows.forEachCommonNeighbor(row, rows.column(entry)) { _, _ in count &+= 1 }
        support[entry] = count
        most = max(most, count)
      }
    }
    // Ties by support, a bucket each; a tie goes by its entry in the row of the lower end.
    var buckets = [[Int]](repeating: [], count: most + 1)
    for row in 0..<rows.order {
      for entry in rows.entries(row) where rows.column(entry) > row { buckets[support[entry]].append(entry) }
    }
    let source = Scratch<UInt32>(uninitialized: entryCount)
    for row in 0..<rows.order {
      for entry in rows.entries(row) { source[entry] = UInt32(truncatingIfNeeded: row) }
    }
    var truss = [Int](repeating: 0, count: entryCount)
    func lower(_ entry: Int) -> Int { rows.column(entry) > Int(source[entry]) ? entry : mirror[entry] }
    for level in 0...most {
      // The bucket grows while it is emptied.
      while let entry = buckets[level].popLast() {
        guard truss[entry] == 0, support[entry] == level else { continue }
        truss[entry] = level + 2
        truss[mirror[entry]] = level + 2
        rows.forEachCommonNeighbor(Int(source[entry]), rows.column(entry)) { first, second in
          let (a, b) = (lower(first), lower(second))
          guard truss[a] == 0, truss[b] == 0 else { return }
          for tie in [a, b] where support[tie] > level {
            support[tie] -= 1
            buckets[support[tie]].append(tie)
          }
        }
      }
    }
    return truss
  }
}

extension Rows {
  /// Hands over the entries from both vertices to each neighbor that they share: a merge of sorted rows, or look-ups from
  /// the shorter row where the other is far longer.
  @inline(__always)
  fileprivate func forEachCommonNeighbor(_ a: Int, _ b: Int, _ body: (_ fromA: Int, _ fromB: Int) -> Void) {
    if degree(a) > 16 &* degree(b) {
      for entry in entries(b) {
        if let other = self.entry(row: a, column: column(entry)) { body(other, entry) }
      }
      return
    }
    if degree(b) > 16 &* degree(a) {
      for entry in entries(a) {
        if let other = self.entry(row: b, column: column(entry)) { body(entry, other) }
      }
      return
    }
    var (i, j) = (entries(a).lowerBound, entries(b).lowerBound)
    let (iEnd, jEnd) = (entries(a).upperBound, entries(b).upperBound)
    while i < iEnd, j < jEnd {
      let (x, y) = (column(i), column(j))
      if x == y { body(i, j) }
      i &+= x <= y ? 1 : 0
      j &+= y <= x ? 1 : 0
    }
  }
}
