/// A place in a picture, in points; y grows upward.
package struct Point: Equatable, BitwiseCopyable {
  package var x: Double
  package var y: Double
}

/// The least rectangle around points.
struct Bounds {
  private(set) var left = Double.infinity
  private(set) var right = -Double.infinity
  private(set) var bottom = Double.infinity
  private(set) var top = -Double.infinity

  var isEmpty: Bool { left > right }
  var width: Double { max(0, right - left) }
  var height: Double { max(0, top - bottom) }

  init(_ points: some Sequence<Point> = []) {
    for point in points { add(point, width: 0, height: 0) }
  }

  mutating func add(_ middle: Point, width: Double, height: Double) {
    left = min(left, middle.x - width / 2)
    right = max(right, middle.x + width / 2)
    bottom = min(bottom, middle.y - height / 2)
    top = max(top, middle.y + height / 2)
  }
}
