import KesiNetwork

extension KindShape {
  /// The shape of Graphviz that it is drawn as.
  var graphviz: String {
    switch self {
    case .circle, .square, .diamond, .hexagon, .triangle, .pentagon, .house, .octagon, .star: "\(self)"
    case .invertedTriangle: "invtriangle"
    }
  }

  /// Corners around the middle of a square of side 1, y upward; a circle has none.
  package var corners: [Point] {
    let corners: [(Double, Double)] =
      switch self {
      case .circle: []
      case .square: [(-0.46, -0.46), (0.46, -0.46), (0.46, 0.46), (-0.46, 0.46)]
      case .diamond: [(0, 0.56), (0.56, 0), (0, -0.56), (-0.56, 0)]
      case .hexagon: [(-0.53, 0), (-0.27, 0.46), (0.27, 0.46), (0.53, 0), (0.27, -0.46), (-0.27, -0.46)]
      case .triangle: [(0, 0.52), (0.54, -0.44), (-0.54, -0.44)]
      case .invertedTriangle: [(0, -0.52), (0.54, 0.44), (-0.54, 0.44)]
      case .pentagon: [(0, 0.53), (0.51, 0.16), (0.31, -0.44), (-0.31, -0.44), (-0.51, 0.16)]
      case .house: [(0, 0.53), (0.47, 0.12), (0.47, -0.46), (-0.47, -0.46), (-0.47, 0.12)]
      case .octagon:
        [
          (-0.21, 0.5), (0.21, 0.5), (0.5, 0.21), (0.5, -0.21), (0.21, -0.5), (-0.21, -0.5), (-0.5, -0.21),
          (-0.5, 0.21),
        ]
      case .star:
        [
          (0, 0.57), (0.13, 0.18), (0.54, 0.18), (0.21, -0.07), (0.33, -0.46), (0, -0.22), (-0.33, -0.46),
          (-0.21, -0.07), (-0.54, 0.18), (-0.13, 0.18),
        ]
      }
    return corners.map { Point(x: $0.0, y: $0.1) }
  }
}
