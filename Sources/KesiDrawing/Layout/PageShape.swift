import KesiNetwork

/// The shape of a page, which a layout is turned and stretched to.
enum PageShape {
  /// How much wider than high.
  static let aspect = 1.7

  /// Turns the longest direction level, then stretches the shorter one, up to twice, toward the shape of a page.
  static func fit(_ places: inout [Point]) {
    guard places.count > 2 else {
      // Two stand side by side.
      let apart = Bounds(places)
      let length = (apart.width * apart.width + apart.height * apart.height).squareRoot()
      for index in places.indices { places[index] = Point(x: Double(index) * length, y: 0) }
      return
    }
    let count = Double(places.count)
    let center = Point(x: places.reduce(0) { $0 + $1.x } / count, y: places.reduce(0) { $0 + $1.y } / count)
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for place in places {
      let (x, y) = (place.x - center.x, place.y - center.y)
      xx += x * x
      yy += y * y
      xy += x * y
    }
    // The direction (c, s) of the greater eigenvector of the covariance, without trigonometry.
    let spread = ((xx - yy) * (xx - yy) + 4 * xy * xy).squareRoot()
    guard spread > 0 else { return }
    let c = max(0, (1 + (xx - yy) / spread) / 2).squareRoot()
    let s = max(0, (1 - (xx - yy) / spread) / 2).squareRoot() * (xy < 0 ? -1 : 1)
    for index in places.indices {
      let (x, y) = (places[index].x - center.x, places[index].y - center.y)
      places[index] = Point(x: c * x + s * y, y: c * y - s * x)
    }
    let bounds = Bounds(places)
    guard bounds.height > 0, bounds.width > 0 else { return }
    let ratio = bounds.width / bounds.height
    let stretch = min(2, max(ratio / aspect, aspect / ratio))
    for index in places.indices {
      if ratio > aspect { places[index].y *= stretch } else { places[index].x *= stretch }
    }
  }
}
