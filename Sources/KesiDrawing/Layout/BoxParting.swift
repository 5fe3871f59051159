/// Moves boxes that overlap apart, each pair about the shorter way, and spreads all of them where that alone does not help.
enum BoxParting {
  private static let sweeps = 60
  private static let spreads = 60
  private static let spread = 1.06
  /// A step to the side is taken rather than one up or down even where it is longer by so much: boxes with words in them
  /// are wide and low, and would else stack up to a tower.
  private static let level = 1.7

  /// - Parameter gap: what is to stay free between any two.
  /// - Complexity: O(n log n + overlapping pairs) a sweep.
  static func parted(_ places: [Point], _ sizes: [(width: Double, height: Double)], gap: Double) -> [Point] {
    var places = places
    guard places.count > 1 else { return places }
    let widest = sizes.reduce(0) { max($0, $1.width) }
    for _ in 0..<spreads {
      for _ in 0..<sweeps where !sweep(&places, sizes, gap: gap, widest: widest) { return places }
      for index in places.indices {
        places[index].x *= spread
        places[index].y *= spread
      }
    }
    return places
  }

  /// - Returns: whether any two overlapped.
  private static func sweep(
    _ places: inout [Point], _ sizes: [(width: Double, height: Double)], gap: Double, widest: Double
  ) -> Bool {
    let order = places.indices.sorted { (places[$0].x, $0) < (places[$1].x, $1) }
    var hasMoved = false
    for (rank, a) in order.enumerated() {
      for b in order[(rank + 1)...] {
        // Those further along the line may have moved since it was sorted, but hardly by more than a gap or two.
        if places[b].x - places[a].x > (sizes[a].width + widest) / 2 + 8 * gap { break }
        let (dx, dy) = (places[b].x - places[a].x, places[b].y - places[a].y)
        let x = (sizes[a].width + sizes[b].width) / 2 + gap - dx.magnitude
        let y = (sizes[a].height + sizes[b].height) / 2 + gap - dy.magnitude
        guard x > 0.01, y > 0.01 else { continue }
        hasMoved = true
        if x < level * y {
          let step = (x + 0.01) / 2 * (dx < 0 ? -1 : 1)
          places[a].x -= step
          places[b].x += step
        } else {
          let step = (y + 0.01) / 2 * (dy < 0 || dy == 0 && a > b ? -1 : 1)
          places[a].y -= step
          places[b].y += step
        }
      }
    }
    return hasMoved
  }
}
