/// Moves round marks apart that lie on each other: many small ones, by a grid of neighbors.
enum MarkParting {
  private static let sweeps = 60

  /// - Parameter sizes: across, with what is to stay free around each.
  /// - Complexity: O(n · marks in the cells around) a sweep.
  static func parted(_ places: [Point], sizes: [Double]) -> [Point] {
    var places = places
    guard let cell = sizes.max(), places.count > 1, cell > 0 else { return places }
    for _ in 0..<sweeps {
      let frame = Bounds(places)
      let columns = Int(frame.width / cell) + 1
      func index(_ place: Point) -> Int {
        Int((place.y - frame.bottom) / cell) * columns + Int((place.x - frame.left) / cell)
      }
      // A counting sort by cell: the marks of a cell stand in the order of their numbers.
      var starts = [Int](repeating: 0, count: columns * (Int(frame.height / cell) + 1) + 1)
      for place in places { starts[index(place) + 1] += 1 }
      for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
      var free = starts
      var marks = [Int](repeating: 0, count: places.count)
      for mark in places.indices {
        let cell = index(places[mark])
        marks[free[cell]] = mark
        free[cell] += 1
      }
      var steps = [Point](repeating: Point(x: 0, y: 0), count: places.count)
      var hasMoved = false
      for mark in places.indices {
        let own = index(places[mark])
        for row in [-columns, 0, columns] {
          // Cells of three columns are next to each other.
          let (low, high) = (max(0, own + row - 1), min(starts.count - 2, own + row + 1))
          guard low <= high else { continue }
          for other in marks[starts[low]..<starts[high + 1]] where other > mark {
            var (dx, dy) = (places[other].x - places[mark].x, places[other].y - places[mark].y)
            let reach = (sizes[mark] + sizes[other]) / 2
            var length = (dx * dx + dy * dy).squareRoot()
            guard length < reach - 0.01 else { continue }
            if length < 1e-6 {
              // Where two are at one place, each number leaves it another way.
              let way = Direction(turns: 0.381966 * Double(other))
              (dx, dy, length) = (way.x * 1e-6, way.y * 1e-6, 1e-6)
            }
            let push = (reach - length) / 2 / length
            steps[mark].x -= push * dx
            steps[mark].y -= push * dy
            steps[other].x += push * dx
            steps[other].y += push * dy
            hasMoved = true
          }
        }
      }
      guard hasMoved else { break }
      for mark in places.indices {
        // Many pushes at once would throw a mark too far.
        let (x, y) = (steps[mark].x, steps[mark].y)
        let length = (x * x + y * y).squareRoot()
        let share = length > sizes[mark] ? sizes[mark] / length : 1
        places[mark].x += share * x
        places[mark].y += share * y
      }
    }
    return places
  }
}
