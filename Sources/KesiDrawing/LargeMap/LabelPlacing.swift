/// Where the labels of many small marks stand: below, above or beside their mark, on no other label and on as few marks as
/// may be.
struct LabelPlacing {
  /// The middle of each label; nil where there is no room for it.
  private(set) var places: [Point?]

  private struct Box {
    let middle: Point
    let width: Double
    let height: Double

    func meets(_ other: Box) -> Bool {
      (middle.x - other.middle.x).magnitude < (width + other.width) / 2
        && (middle.y - other.middle.y).magnitude < (height + other.height) / 2
    }
  }

  /// - Parameters:
  ///   - order: the marks that have a label, the most important first.
  ///   - sizes: of the marks and of the labels.
  ///   - taken: boxes that nothing may stand on.
  ///   - isAll: whether a label without room is drawn all the same.
  init(
    of order: [Int], at marks: [Point], sizes: [(mark: Double, width: Double, height: Double)],
    avoiding taken: [(middle: Point, width: Double, height: Double)], isAll: Bool
  ) {
    places = [Point?](repeating: nil, count: marks.count)
    var boxes = taken.map { Box(middle: $0.middle, width: $0.width, height: $0.height) }
    let grid = MarkGrid(marks)
    for mark in order {
      let (place, size) = (marks[mark], sizes[mark])
      let (up, side) = (size.mark / 2 + size.height / 2, size.mark / 2 + size.width / 2 + 2)
      let choices = [(0, -up), (0, up), (side, 0), (-side, 0)].map { step in
        Box(middle: Point(x: place.x + step.0, y: place.y + step.1), width: size.width, height: size.height)
      }
      let ranked = choices.map { box in
        (labels: boxes.count { $0.meets(box) }, marks: grid.count(around: box.middle, box.width, box.height), box: box)
      }
      let best = ranked.indices.min {
        (ranked[$0].labels, ranked[$0].marks, $0) < (ranked[$1].labels, ranked[$1].marks, $1)
      }
      guard let best, isAll || ranked[best].labels == 0 else { continue }
      places[mark] = ranked[best].box.middle
      boxes.append(ranked[best].box)
    }
  }
}

/// Marks by the squares of a grid.
private struct MarkGrid {
  private static let cell = 24.0
  private let marks: [Point]
  private var cells: [[Int]: [Int]] = [:]

  init(_ marks: [Point]) {
    self.marks = marks
    for (number, mark) in marks.enumerated() { cells[Self.cell(of: mark), default: []].append(number) }
  }

  private static func cell(of place: Point) -> [Int] {
    [Int((place.x / cell).rounded(.down)), Int((place.y / cell).rounded(.down))]
  }

  /// How many marks have their middle in a box.
  func count(around middle: Point, _ width: Double, _ height: Double) -> Int {
    let low = Self.cell(of: Point(x: middle.x - width / 2, y: middle.y - height / 2))
    let high = Self.cell(of: Point(x: middle.x + width / 2, y: middle.y + height / 2))
    var count = 0
    for column in low[0]...high[0] {
      for row in low[1]...high[1] {
        for mark in cells[[column, row]] ?? [] {
          let (x, y) = ((marks[mark].x - middle.x).magnitude, (marks[mark].y - middle.y).magnitude)
          if x < width / 2, y < height / 2 { count += 1 }
        }
      }
    }
    return count
  }
}
