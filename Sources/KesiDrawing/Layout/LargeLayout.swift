import KesiCluster
import KesiMatrix
import KesiMeasures

extension MapDrawing {
  /// Where each vertex of a large network stands, in points: the main component by forces, all others in rows below.
  static func places(of survey: GapSurvey, seed: Int = 1) throws -> [Point] {
    let matrix = survey.graph.matrix.symmetrized(layout: .sparse)
    let component = components(of: matrix)
    let main = component.indices.filter { component[$0] == 1 }
    let spacing = 24.0
    let found = try ForceLayout.places(
      of: matrix.submatrix(keeping: main, layout: .sparse), spacing: spacing, seed: UInt64(seed), on: survey.parallel)
    var places = [Point](repeating: Point(x: 0, y: 0), count: matrix.order)
    for (vertex, place) in zip(main, found) { places[vertex] = place }
    let bounds = Bounds(found)
    var (x, y) = (bounds.left, bounds.bottom - 3 * spacing)
    for vertex in component.indices.filter({ component[$0] > 1 }).sorted(by: {
      (component[$0], $0) < (component[$1], $1)
    }) {
      if x > max(bounds.right, bounds.left + 20 * spacing) { (x, y) = (bounds.left, y - spacing) }
      places[vertex] = Point(x: x, y: y)
      x += spacing
    }
    return places
  }
}
