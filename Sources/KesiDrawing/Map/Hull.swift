/// A soft outline around points: their convex hull with its corners cut until it looks round.
enum Hull {
  /// - Source: Andrew's monotone chain (1979) for the hull; Chaikin's corner cutting (1974) for the curve.
  static func around(_ points: [Point]) -> [Point] {
    var outline = convex(points)
    for _ in 0..<3 {
      var next: [Point] = []
      for (a, b) in zip(outline, outline.dropFirst() + outline.prefix(1)) {
        next.append(between(a, b, share: 0.2))
        next.append(between(a, b, share: 0.8))
      }
      outline = next
    }
    return outline
  }

  private static func between(_ a: Point, _ b: Point, share: Double) -> Point {
    Point(x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y))
  }

  /// The corners of the hull, counterclockwise.
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
