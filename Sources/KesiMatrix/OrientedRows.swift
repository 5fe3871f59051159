/// The rows of a symmetric matrix with each tie kept only at its end of lower degree (equal degrees by id): no row is
/// longer than √(2m), which bounds every search that meets a tie from one side only.
public struct OrientedRows: Sendable {
  private let storage: CompressedRows

  /// - Complexity: O(order + entries); 4 bytes a tie and 8 a vertex.
  public init(of matrix: AdjacencyMatrix) {
    storage = matrix.withRows { rows in
      let order = rows.order
      let starts = UnsafeMutablePointer<Int>.allocate(capacity: order + 1)
      starts[0] = 0
      for row in 0..<order {
        var count = 0
        for column in rows[row] where Self.points(from: row, to: Int(column), rows) { count &+= 1 }
        starts[row + 1] = starts[row] + count
      }
      let oriented = CompressedRows(order: order, offsets: starts, isWeighted: false)
      var place = 0
      for row in 0..<order {
        for column in rows[row] where Self.points(from: row, to: Int(column), rows) {
          oriented.columns[place] = column
          place &+= 1
        }
      }
      return oriented
    }
  }

  @inline(__always) private static func points(from a: Int, to b: Int, _ rows: Rows) -> Bool {
    let (x, y) = (rows.degree(a), rows.degree(b))
    return x < y || (x == y && a < b)
  }

  /// Lends the rows to `body`.
  public func withRows<Result>(_ body: (Rows) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(storage) { try body(Rows(storage)) }
  }
}
