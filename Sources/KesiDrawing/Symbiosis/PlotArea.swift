import KesiConsortium
import KesiNetwork

/// A rectangle of a sheet in which numbers are drawn, with scales at its left and lower edges.
struct PlotArea {
  let left: Double
  let bottom: Double
  let width: Double
  let height: Double
  /// The numbers at its edges: from the lower to the higher, which differ.
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>

  func place(_ horizontal: Double, _ vertical: Double) -> Point {
    Point(
      x: left + (horizontal - x.lowerBound) / (x.upperBound - x.lowerBound) * width,
      y: bottom + (vertical - y.lowerBound) / (y.upperBound - y.lowerBound) * height)
  }

  func place(_ state: SIMD2<Double>) -> Point { place(state.x, state.y) }

  func holds(_ state: SIMD2<Double>) -> Bool { x.contains(state.x) && y.contains(state.y) }

  /// The parts of a path that lie inside, cut where it crosses an edge.
  func inside(_ path: [SIMD2<Double>]) -> [[Point]] {
    var pieces: [[Point]] = []
    var isOpen = false
    for (a, b) in zip(path, path.dropFirst()) {
      guard let (from, to) = cut(a, b) else {
        isOpen = false
        continue
      }
      if isOpen, from == a {
        pieces[pieces.count - 1].append(place(to))
      } else {
        pieces.append([place(from), place(to)])
      }
      isOpen = to == b
    }
    return pieces
  }

  /// What of a straight line lies inside.
  ///
  /// - Source: Liang & Barsky, *A New Concept and Method for Line Clipping*, 1984.
  private func cut(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> (SIMD2<Double>, SIMD2<Double>)? {
    var (start, end) = (0.0, 1.0)
    let d = b - a
    for (step, room) in [
      (-d.x, a.x - x.lowerBound), (d.x, x.upperBound - a.x), (-d.y, a.y - y.lowerBound), (d.y, y.upperBound - a.y),
    ] {
      guard step.isFinite, room.isFinite else { return nil }
      if step == 0 {
        if room < 0 { return nil }
      } else if step < 0 {
        start = max(start, room / step)
      } else {
        end = min(end, room / step)
      }
    }
    guard start <= end else { return nil }
    return (start == 0 ? a : a + start * d, end == 1 ? b : a + end * d)
  }

  // MARK: - Scales

  /// How the numbers of a scale are written.
  struct Scale {
    let ticks: [Double]
    /// Every number is so many times what is written.
    let exponent: Int
    private let decimals: Int

    /// - Parameter most: about how many ticks there may be.
    init(_ range: ClosedRange<Double>, most: Int, isOfYears: Bool = false) {
      let rough = max((range.upperBound - range.lowerBound) / Double(most), .leastNormalMagnitude)
      let (power, unit) = Self.power(of: rough)
      let share = rough / unit
      var step = (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10) * unit
      if isOfYears { step = max(1, step.rounded()) }
      let first = (range.lowerBound / step - 1e-9).rounded(.up)
      let last = (range.upperBound / step + 1e-9).rounded(.down)
      ticks = stride(from: first, through: last, by: 1).map { $0 * step }
      let (top, _) = Self.power(of: max(abs(range.lowerBound), abs(range.upperBound)))
      exponent = isOfYears || (-2...5).contains(top) ? 0 : Int((Double(top) / 3).rounded(.down)) * 3
      decimals = isOfYears ? 0 : min(6, max(0, exponent - power - (share > 5 ? 1 : 0)))
    }

    func label(_ tick: Double) -> String {
      var value = tick
      for _ in 0..<abs(exponent) { value = exponent > 0 ? value / 10 : value * 10 }
      var unit = 1.0
      for _ in 0..<decimals { unit *= 10 }
      // Half a unit is far below what a tick differs by.
      return ((value * unit).rounded() / unit).plain
    }

    /// The exponent of the highest power of ten that is no more, and that power.
    private static func power(of value: Double) -> (Int, Double) {
      var (power, unit) = (0, 1.0)
      while unit * 10 <= value { (power, unit) = (power + 1, unit * 10) }
      while unit > value { (power, unit) = (power - 1, unit / 10) }
      return (power, unit)
    }
  }
}

extension Sheet {
  private static let superscripts = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")

  /// The ground of a plot, its scales and what they are of.
  mutating func draw(_ area: PlotArea, x: PlotArea.Scale, y: PlotArea.Scale, titles: (x: Phrase?, y: Phrase)) {
    let (left, bottom, right, top) = (area.left, area.bottom, area.left + area.width, area.bottom + area.height)
    let line = Canvas.Stroke(color: theme.grid, width: 0.8)
    for tick in x.ticks {
      let place = area.place(tick, area.y.lowerBound)
      segment(place, Point(x: place.x, y: top), line)
      text(x.label(tick), size: 9.5, color: theme.faint, at: Point(x: place.x, y: bottom - 14))
    }
    for tick in y.ticks {
      let place = area.place(area.x.lowerBound, tick)
      segment(place, Point(x: right, y: place.y), line)
      canvas(
        .text(
          [words(y.label(tick), size: 9.5, color: theme.faint)], at: Point(x: left - 9, y: place.y), isBold: false,
          .right, veil: nil))
    }
    let edge = Canvas.Stroke(color: theme.faint, width: 1)
    segment(Point(x: left, y: bottom), Point(x: right, y: bottom), edge)
    segment(Point(x: left, y: bottom), Point(x: left, y: top), edge)
    for (number, words) in style.each({ titles.y($0) + Self.unit(y.exponent) }).enumerated() {
      self.line(
        words, size: 11, bold: true, left: left - 44, y: top + 15 + 14 * Double(style.languages.count - 1 - number))
    }
    if let title = titles.x {
      canvas(
        .text(
          style.each { title($0) + Self.unit(x.exponent) }.map { words($0, size: 11) },
          at: Point(x: right, y: bottom - 30 - 7 * Double(style.languages.count - 1)), isBold: true, .right, veil: nil))
    }
  }

  private static func unit(_ exponent: Int) -> String {
    guard exponent != 0 else { return "" }
    return " (×10" + (exponent < 0 ? "⁻" : "")
      + String(abs(exponent)).unicodeScalars.map { String(superscripts[Int($0.value - 48)]) }.joined() + ")"
  }

  mutating func path(_ points: [Point], _ stroke: Canvas.Stroke) { canvas(.path(points, stroke)) }

  /// A small arrowhead that points along a way; its tip is there.
  mutating func arrow(at tip: Point, along way: Point, size: Double, color: String) {
    let length = (way.x * way.x + way.y * way.y).squareRoot()
    guard length > 0 else { return }
    let (dx, dy) = (way.x / length * size, way.y / length * size)
    area(
      [
        tip, Point(x: tip.x - dx - 0.42 * dy, y: tip.y - dy + 0.42 * dx),
        Point(x: tip.x - dx + 0.42 * dy, y: tip.y - dy - 0.42 * dx),
      ], fill: color)
  }
}

extension Evolution {
  /// What the two are called, as far as a picture holds it.
  func names(in network: Network) -> [Phrase] {
    subjects.map { subject in
      let name = network.name(ofSubject: subject)
      return Phrase(name.en.visible(most: 48), zh: name.zh.visible(most: 48))
    }
  }
}
