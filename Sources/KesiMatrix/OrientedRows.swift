/// The rows of a symmetric matrix with each tie kept only at its end of lower degree (equal degrees by id): no row is
/// longer than √(2m), which bounds every search that meets a tie from one side only.
///
/// Vertices are renumbered by falling degree, so that those met most often lie together; entries of a row are in no
/// order.
package struct OrientedRows: Sendable {
  private let storage: CompressedRows
  /// The vertex of the matrix that each row belongs to.
  package let vertices: [UInt32]

  /// - Complexity: O(order + entries) but for a counting sort by degree; 4 bytes a tie and 16 a vertex.
  package init(of matrix: AdjacencyMatrix, threads: Int = 1) {
    (storage, vertices) = matrix.withRows { rows in
      let order = rows.order
      let rank = Scratch<UInt32>(repeating: 0, count: order)
      let vertices = Self.byFallingDegree(rows, rank)
      let starts = UnsafeMutablePointer<Int>.allocate(capacity: order + 1)
      starts[0] = 0
      let parts = CompressedRows.partCount(threads: threads)
      let lengths = SharedBuffer(UnsafeMutableBufferPointer(start: starts + 1, count: order))
      let rankOf = rank.shared
      Parallel.perform(parts) { part in
        for row in part * order / parts..<(part + 1) * order / parts {
          var count = 0
          for column in rows[Int(vertices[row])] { count &+= Int(rankOf[Int(column)]) < row ? 1 : 0 }
          lengths[row] = count
        }
      }
      for row in 0..<order { starts[row + 1] += starts[row] }
      let oriented = CompressedRows(order: order, offsets: starts, isWeighted: false)
      Parallel.perform(parts) { part in
        for row in part * order / parts..<(part + 1) * order / parts {
          var place = oriented.offsets[row]
          for column in rows[Int(vertices[row])] {
            let other = rankOf[Int(column)]
            guard Int(other) < row else { continue }
            oriented.columns[place] = other
            place &+= 1
          }
        }
      }
      return (oriented, vertices)
    }
  }

  /// The vertices by falling degree; `rank` receives the place of each.
  private static func byFallingDegree(_ rows: Rows, _ rank: borrowing Scratch<UInt32>) -> [UInt32] {
    var highest = 0
    for vertex in 0..<rows.order { highest = max(highest, rows.degree(vertex)) }
    let next = Scratch<Int>(repeating: 0, count: highest + 2)
    for vertex in 0..<rows.order { next[highest - rows.degree(vertex) + 1] += 1 }
    for bucket in 0...highest { next[bucket + 1] += next[bucket] }
    var vertices = [UInt32](repeating: 0, count: rows.order)
    for vertex in 0..<rows.order {
      let place = next[highest - rows.degree(vertex)]
      next[highest - rows.degree(vertex)] = place + 1
      rank[vertex] = UInt32(truncatingIfNeeded: place)
      vertices[place] = UInt32(truncatingIfNeeded: vertex)
    }
    return vertices
  }

  /// Lends the rows to `body`.
  package func withRows<Result, Failure: Error>(_ body: (Rows) throws(Failure) -> Result) throws(Failure) -> Result {
    try withExtendedLifetime(storage) { () throws(Failure) in try body(Rows(storage)) }
  }
}
