/// Points in a tree of squares, each split in four, with the mass and the middle of what lies in it: far squares stand for
/// all of their points.
///
/// - Source: Barnes & Hut, *A hierarchical O(N log N) force-calculation algorithm*, Nature 1986.
struct QuadTree {
  /// Four children of a square in a row from here on; −1 for a leaf.
  private var children: [Int32] = []
  private var mass: [Double] = []
  private var x: [Double] = []
  private var y: [Double] = []
  private let side: Double
  private static let deepest = 24

  /// - Complexity: O(n log n).
  init(_ places: [Point], masses: [Double]) {
    let bounds = Bounds(places)
    side = max(bounds.width, bounds.height, 1e-9) * 1.0001
    guard !places.isEmpty else { return }
    children.reserveCapacity(2 * places.count)
    var order = Array(places.indices)
    addSquare()
    order.withUnsafeMutableBufferPointer { order in
      places.withUnsafeBufferPointer { places in
        masses.withUnsafeBufferPointer { masses in
          fill(0, order, places, masses, left: bounds.left, bottom: bounds.bottom, side: side, depth: 0)
        }
      }
    }
  }

  private mutating func addSquare() {
    children.append(-1)
    mass.append(0)
    x.append(0)
    y.append(0)
  }

  private mutating func fill(
    _ square: Int, _ order: UnsafeMutableBufferPointer<Int>, _ places: UnsafeBufferPointer<Point>,
    _ masses: UnsafeBufferPointer<Double>, left: Double, bottom: Double, side: Double, depth: Int
  ) {
    var (sum, sumX, sumY) = (0.0, 0.0, 0.0)
    for point in order {
      sum += masses[point]
      sumX += masses[point] * places[point].x
      sumY += masses[point] * places[point].y
    }
    mass[square] = sum
    x[square] = sumX / sum
    y[square] = sumY / sum
    guard order.count > 1, depth < Self.deepest else { return }
    var order = order
    let (middleX, middleY) = (left + side / 2, bottom + side / 2)
    // Low ones first, by y, then by x in each half.
    let split = order.partition { places[$0].y >= middleY }
    let lower = UnsafeMutableBufferPointer(rebasing: order[..<split])
    let upper = UnsafeMutableBufferPointer(rebasing: order[split...])
    let first = children.count
    children[square] = Int32(first)
    for _ in 0..<4 { addSquare() }
    for (row, half) in [lower, upper].enumerated() {
      var part = half
      let cut = part.partition { places[$0].x >= middleX }
      for (column, quarter) in [part[..<cut], part[cut...]].enumerated() where !quarter.isEmpty {
        fill(
          first + 2 * row + column, UnsafeMutableBufferPointer(rebasing: quarter), places, masses,
          left: column == 0 ? left : middleX, bottom: row == 0 ? bottom : middleY, side: side / 2, depth: depth + 1)
      }
    }
  }

  /// Σ mass · (p − q) / |p − q|² over all points q but p itself: the push of all others, squares that look smaller than
  /// `angle` taken as one.
  func push(at place: Point, angle: Double) -> (x: Double, y: Double) {
    guard !mass.isEmpty else { return (0, 0) }
    var (pushX, pushY) = (0.0, 0.0)
    // Deep enough: each level leaves three squares behind.
    withUnsafeTemporaryAllocation(of: (square: Int32, side: Double).self, capacity: 3 * Self.deepest + 8) { stack in
      stack[0] = (0, side)
      var top = 1
      while top > 0 {
        top -= 1
        let (square, side) = (Int(stack[top].square), stack[top].side)
        guard mass[square] > 0 else { continue }
        let (dx, dy) = (place.x - x[square], place.y - y[square])
        let distance = dx * dx + dy * dy
        let first = children[square]
        if first < 0 || side * side < angle * angle * distance {
          // A point does not push itself.
          guard distance > 1e-18 else { continue }
          pushX += mass[square] * dx / distance
          pushY += mass[square] * dy / distance
        } else {
          for child in 0..<Int32(4) {
            stack[top] = (first + child, side / 2)
            top += 1
          }
        }
      }
    }
    return (pushX, pushY)
  }
}
