/// A soft outline around the boxes of a group that leaves out those of others: members near each other are joined by
/// surfaces, far ones by a strip, with bites where someone else stands.
enum Outline {
  typealias Box = (middle: Point, width: Double, height: Double)

  private static let margin = 13.0
  private static let strip = 9.0
  private static let bite = 5.0
  private static let cell = 5.0
  /// How far apart members may be, in lengths of a usual step from one to the next, to be joined by surfaces.
  private static let near = 1.6
  private static let mostNeighbors = 9

  /// The closed curves of the outline, the longest first: one, more where others part the group.
  ///
  /// - Complexity: O(area / cell² + n² + n · neighbors²).
  static func around(_ members: [Box], leavingOut others: [Box]) -> [[Point]] {
    var frame = Bounds()
    for member in members { frame.add(member.middle, width: member.width, height: member.height) }
    guard !frame.isEmpty else { return [] }
    var field = Field(frame, cell: cell, reach: margin + bite + 3 * cell)
    for member in members { field.lower(around: member) { distance(to: member, from: $0) - margin } }
    let (segments, triangles) = skeleton(members.map(\.middle))
    for (a, b) in segments {
      let box = Bounds([a, b])
      let middle = Point(x: (box.left + box.right) / 2, y: (box.bottom + box.top) / 2)
      field.lower(around: (middle, box.width, box.height)) { distance(to: (a, b), from: $0) - strip }
    }
    for (a, b, c) in triangles {
      let box = Bounds([a, b, c])
      let middle = Point(x: (box.left + box.right) / 2, y: (box.bottom + box.top) / 2)
      field.lower(around: (middle, box.width, box.height)) { point in
        let sides = [turn(a, b, point), turn(b, c, point), turn(c, a, point)]
        return sides.allSatisfy { $0 >= 0 } || sides.allSatisfy { $0 <= 0 } ? -strip : .infinity
      }
    }
    for other in others {
      field.change(around: other) { point, value in
        let foreign = distance(to: other, from: point)
        guard foreign < bite + 2 * cell else { return value }
        let own = members.reduce(Double.infinity) { min($0, distance(to: $1, from: point)) }
        // Between a member and another the line runs midway, so that a bite never eats a member.
        return max(value, min(bite - foreign, own - foreign, own - 1))
      }
    }
    return joined(field.curves().map { smoothed($0) }, leavingOut: others)
  }

  /// Outer curves, each with the holes in which others stand cut into it along the shortest way; holes of no one are filled.
  private static func joined(_ curves: [[Point]], leavingOut others: [Box]) -> [[Point]] {
    // Inside is to the left of a curve, so that holes run clockwise.
    var outer = curves.filter { area($0) > 0 }.sorted { $0.count > $1.count }
    for hole in curves where area(hole) <= 0 && others.contains(where: { holds(hole, $0.middle) }) {
      guard let index = outer.indices.first(where: { holds(outer[$0], hole[0]) }) else { continue }
      var best: (length: Double, outer: Int, hole: Int) = (.infinity, 0, 0)
      for (i, a) in outer[index].enumerated() {
        for (j, b) in hole.enumerated() {
          let length = (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
          if length < best.length { best = (length, i, j) }
        }
      }
      let curve = outer[index]
      var cut = Array(curve[...best.outer])
      cut += hole[best.hole...]
      cut += hole[...best.hole]
      cut += curve[best.outer...]
      outer[index] = cut
    }
    return outer
  }

  /// Twice the area inside a curve, positive where it runs counterclockwise.
  private static func area(_ curve: [Point]) -> Double {
    var sum = 0.0
    for (a, b) in zip(curve, curve.dropFirst() + curve.prefix(1)) { sum += a.x * b.y - b.x * a.y }
    return sum
  }

  private static func holds(_ curve: [Point], _ point: Point) -> Bool {
    var isInside = false
    for (a, b) in zip(curve, curve.dropFirst() + curve.prefix(1)) where (a.y > point.y) != (b.y > point.y) {
      let x = a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)
      if point.x < x { isInside.toggle() }
    }
    return isInside
  }

  /// The shortest lines that join all places, those between near ones, and the triangles of these.
  private static func skeleton(_ places: [Point]) -> (segments: [(Point, Point)], triangles: [(Point, Point, Point)]) {
    guard let first = places.indices.first, places.count > 1 else { return ([], []) }
    func length(_ a: Int, _ b: Int) -> Double {
      let (x, y) = (places[a].x - places[b].x, places[a].y - places[b].y)
      return (x * x + y * y).squareRoot()
    }
    // Prim's tree (1957).
    var link = [Int](repeating: first, count: places.count)
    var open = Set(places.indices.dropFirst())
    var tree: [(Int, Int)] = []
    while let next = open.min(by: { (length($0, link[$0]), $0) < (length($1, link[$1]), $1) }) {
      open.remove(next)
      tree.append((link[next], next))
      for other in open where length(other, next) < length(other, link[other]) { link[other] = next }
    }
    let steps = tree.map { length($0.0, $0.1) }.sorted()
    let reach = near * max(70, steps[steps.count / 2])
    let neighbors = places.indices.map { a in
      places.indices.filter { $0 > a && length(a, $0) <= reach }.sorted { (length(a, $0), $0) < (length(a, $1), $1) }
        .prefix(mostNeighbors)
    }
    var triangles: [(Point, Point, Point)] = []
    for a in places.indices {
      for b in neighbors[a] {
        for c in neighbors[a] where b < c && length(b, c) <= reach {
          triangles.append((places[a], places[b], places[c]))
        }
      }
    }
    let segments = tree + places.indices.flatMap { a in neighbors[a].map { (a, $0) } }
    return (segments.map { (places[$0.0], places[$0.1]) }, triangles)
  }

  /// How far a point is outside a box; 0 inside it.
  private static func distance(to box: Box, from point: Point) -> Double {
    let x = max(0, (point.x - box.middle.x).magnitude - box.width / 2)
    let y = max(0, (point.y - box.middle.y).magnitude - box.height / 2)
    return (x * x + y * y).squareRoot()
  }

  private static func distance(to segment: (Point, Point), from point: Point) -> Double {
    let (a, b) = segment
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let length = dx * dx + dy * dy
    let t = length > 0 ? min(1, max(0, ((point.x - a.x) * dx + (point.y - a.y) * dy) / length)) : 0
    let (x, y) = (a.x + t * dx - point.x, a.y + t * dy - point.y)
    return (x * x + y * y).squareRoot()
  }

  private static func turn(_ a: Point, _ b: Point, _ c: Point) -> Double {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  }

  /// Each point moved toward the middle of its neighbors, then every other one left out.
  private static func smoothed(_ curve: [Point]) -> [Point] {
    var curve = curve
    for _ in 0..<8 {
      let count = curve.count
      curve = (0..<count).map { index in
        let (a, b, c) = (curve[(index + count - 1) % count], curve[index], curve[(index + 1) % count])
        return Point(x: (a.x + 2 * b.x + c.x) / 4, y: (a.y + 2 * b.y + c.y) / 4)
      }
    }
    return curve.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
  }
}
