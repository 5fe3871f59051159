/// Rectangles on a sheet: the large ones first, each as high up as it fits.
enum Packing {
  /// - Parameters:
  ///   - aspect: width by height of the whole, about.
  /// - Returns: the upper left corner of each; y grows upward from 0 at the top.
  static func places(of sizes: [(width: Double, height: Double)], aspect: Double, gap: Double) -> [Point] {
    let area = sizes.reduce(0) { $0 + ($1.width + gap) * ($1.height + gap) }
    let widest = sizes.reduce(0) { max($0, $1.width + gap) }
    let sheet = max(widest, (area * aspect).squareRoot())
    var places = [Point](repeating: Point(x: 0, y: 0), count: sizes.count)
    // How far down the sheet is filled, from left to right.
    var skyline: [(x: Double, depth: Double)] = [(0, 0)]
    let order = sizes.indices.sorted {
      (sizes[$1].height, sizes[$1].width, $0) < (sizes[$0].height, sizes[$0].width, $1)
    }
    for index in order {
      let (width, height) = (sizes[index].width + gap, sizes[index].height + gap)
      var best: (depth: Double, x: Double) = (.infinity, 0)
      for start in skyline.indices where skyline[start].x + width <= sheet + 1e-6 {
        var depth = skyline[start].depth
        var next = start + 1
        while next < skyline.count, skyline[next].x < skyline[start].x + width - 1e-6 {
          depth = max(depth, skyline[next].depth)
          next += 1
        }
        if depth < best.depth { best = (depth, skyline[start].x) }
      }
      places[index] = Point(x: best.x, y: -best.depth)
      // The new step, and what of the old ones sticks out to its right.
      let end = best.x + width
      let under = skyline.last { $0.x <= end + 1e-6 }?.depth ?? 0
      var steps = skyline.filter { $0.x < best.x - 1e-6 }
      steps.append((best.x, best.depth + height))
      if !skyline.contains(where: { ($0.x - end).magnitude <= 1e-6 }), end < sheet - 1e-6 { steps.append((end, under)) }
      steps += skyline.filter { $0.x >= end - 1e-6 }
      skyline = steps
    }
    return places
  }
}
