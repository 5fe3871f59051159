import KesiCluster
import KesiMatrix
import KesiMeasures

extension MapDrawing {
  private static let spacing = 24.0
  private static let aspect = 1.6

  /// Where each vertex of a large network stands, in points: each component by forces, side by side, the largest first;
  /// those without ties in rows below.
  package static func places(of analysis: Analysis, seed: Int = 1) throws -> [Point] {
    let matrix = analysis.graph.matrix.symmetrized()
    let component = components(of: matrix)
    var members = [[Int]](repeating: [], count: component.max() ?? 0)
    for (vertex, number) in component.enumerated() { members[number - 1].append(vertex) }
    var places = [Point](repeating: Point(x: 0, y: 0), count: matrix.order)
    let parts = members.filter { $0.count > 1 }
    let found = try matrix.submatrices(keeping: parts).map { part in
      try ForceLayout.places(of: part, spacing: spacing, seed: UInt64(seed), on: analysis.parallel)
    }
    let frames = found.map { Bounds($0) }
    let corners = Packing.places(of: frames.map { ($0.width, $0.height) }, aspect: aspect, gap: 2 * spacing)
    var whole = Bounds()
    for (number, part) in parts.enumerated() {
      for (vertex, place) in zip(part, found[number]) {
        places[vertex] = Point(
          x: corners[number].x + place.x - frames[number].left, y: corners[number].y + place.y - frames[number].top)
        whole.add(places[vertex], width: 0, height: 0)
      }
    }
    if whole.isEmpty { whole.add(Point(x: 0, y: 0), width: 0, height: 0) }
    let single = members.filter { $0.count == 1 }.joined()
    let width = max(whole.width, spacing * (aspect * Double(single.count)).squareRoot())
    var (x, y) = (whole.left, whole.bottom - 3 * spacing)
    for vertex in single {
      if x > whole.left + width { (x, y) = (whole.left, y - spacing) }
      places[vertex] = Point(x: x, y: y)
      x += spacing
    }
    return places
  }
}
