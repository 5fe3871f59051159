/// The convex hull of points, and the ways into and out of it.
enum Hull {
  /// The corners of a box with a margin around it.
  static func corners(of middle: Point, _ size: (width: Double, height: Double), margin: Double) -> [Point] {
    [(-0.5, -0.5), (-0.5, 0.5), (0.5, -0.5), (0.5, 0.5)].map { sx, sy in
      Point(x: middle.x + sx * (size.width + margin), y: middle.y + sy * (size.height + margin))
    }
  }

  /// The shortest step that takes a point out of a convex outline, `reach` beyond its side; nil where it is that far out.
  static func wayOut(of outline: [Point], from point: Point, reach: Double) -> Point? {
    var best: Point?
    var shortest = Double.infinity
    for (a, b) in zip(outline, outline.dropFirst() + outline.prefix(1)) {
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let length = (dx * dx + dy * dy).squareRoot()
      guard length > 0 else { continue }
      // Outward is to the right of a side, since corners run counterclockwise.
      let normal = Point(x: dy / length, y: -dx / length)
      let depth = reach - ((point.x - a.x) * normal.x + (point.y - a.y) * normal.y)
      guard depth > 0 else { return nil }
      if depth < shortest {
        shortest = depth
        best = Point(x: normal.x * depth, y: normal.y * depth)
      }
    }
    return best
  }

  /// The corners of the hull, counterclockwise.
  ///
  /// - Source: Andrew, *Another efficient algorithm for convex hulls in two dimensions*, IPL 1979.
  static func convex(_ points: [Point]) -> [Point] {
    let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    guard sorted.count > 2 else { return sorted }
    func half(_ points: some Sequence<Point>) -> [Point] {
      var chain: [Point] = []
      for point in points {
        while chain.count > 1, turn(chain[chain.count - 2], chain[chain.count - 1], point) <= 0 { chain.removeLast() }
        chain.append(point)
      }
      return chain.dropLast()
    }
    return half(sorted) + half(sorted.reversed())
  }

  /// Positive where a, b, c turn left.
  private static func turn(_ a: Point, _ b: Point, _ c: Point) -> Double {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  }
}
