/// A number at each corner of a grid: below 0 inside of something, above 0 outside.
struct Field {
  private let origin: Point
  private let cell: Double
  private let reach: Double
  private let columns: Int
  private let rows: Int
  private var values: [Double]

  /// - Parameter reach: by how much the grid goes beyond the frame, and a change beyond what it is around.
  init(_ frame: Bounds, cell: Double, reach: Double) {
    self.cell = cell
    self.reach = reach
    origin = Point(x: frame.left - reach - cell, y: frame.bottom - reach - cell)
    columns = Int((frame.width + 2 * reach) / cell) + 4
    rows = Int((frame.height + 2 * reach) / cell) + 4
    values = [Double](repeating: .infinity, count: columns * rows)
  }

  private func place(_ column: Int, _ row: Int) -> Point {
    Point(x: origin.x + cell * Double(column), y: origin.y + cell * Double(row))
  }

  /// Changes the values in and around a box.
  mutating func change(around box: Outline.Box, _ value: (Point, Double) -> Double) {
    func range(_ low: Double, _ high: Double, _ origin: Double, _ count: Int) -> Range<Int> {
      let first = min(count, max(0, Int((low - reach - origin) / cell)))
      let last = min(count, max(0, Int((high + reach - origin) / cell) + 1))
      return first..<max(first, last)
    }
    let (x, y) = (box.middle.x, box.middle.y)
    for row in range(y - box.height / 2, y + box.height / 2, origin.y, rows) {
      for column in range(x - box.width / 2, x + box.width / 2, origin.x, columns) {
        let index = row * columns + column
        values[index] = value(place(column, row), values[index])
      }
    }
  }

  mutating func lower(around box: Outline.Box, to value: (Point) -> Double) {
    change(around: box) { min($1, value($0)) }
  }

  /// The closed lines along which the values are 0.
  ///
  /// - Source: Lorensen & Cline's marching cubes (1987), in the plane.
  func curves() -> [[Point]] {
    // Each crossing lies on an edge of the grid: 2 · corner for the one to its right, 2 · corner + 1 for the one above.
    var next: [Int: Int] = [:]
    func isIn(_ column: Int, _ row: Int) -> Bool { values[row * columns + column] < 0 }
    for row in 0..<rows - 1 {
      for column in 0..<columns - 1 {
        let corner = row * columns + column
        let (bottom, right, top, left) = (2 * corner, 2 * (corner + 1) + 1, 2 * (corner + columns), 2 * corner + 1)
        let code =
          (isIn(column, row) ? 1 : 0) | (isIn(column + 1, row) ? 2 : 0) | (isIn(column + 1, row + 1) ? 4 : 0)
          | (isIn(column, row + 1) ? 8 : 0)
        // Walked with the inside to the left.
        switch code {
        case 1: next[bottom] = left
        case 2: next[right] = bottom
        case 3: next[right] = left
        case 4: next[top] = right
        case 5: (next[bottom], next[top]) = (right, left)
        case 6: next[top] = bottom
        case 7: next[top] = left
        case 8: next[left] = top
        case 9: next[bottom] = top
        case 10: (next[left], next[right]) = (bottom, top)
        case 11: next[right] = top
        case 12: next[left] = right
        case 13: next[bottom] = right
        case 14: next[left] = bottom
        default: break
        }
      }
    }
    var curves: [[Point]] = []
    for start in next.keys.sorted() {
      var curve: [Point] = []
      var edge = start
      while let following = next.removeValue(forKey: edge) {
        curve.append(crossing(edge))
        edge = following
      }
      if curve.count > 8 { curves.append(curve) }
    }
    return curves
  }

  /// Where the values pass 0 on an edge of the grid.
  private func crossing(_ edge: Int) -> Point {
    let corner = edge / 2
    let (column, row) = (corner % columns, corner / columns)
    let (a, b) = (place(column, row), edge % 2 == 0 ? place(column + 1, row) : place(column, row + 1))
    let (u, v) = (values[corner], values[edge % 2 == 0 ? corner + 1 : corner + columns])
    let t = u.isFinite && v.isFinite && u != v ? min(1, max(0, u / (u - v))) : 0.5
    return Point(x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y))
  }
}
