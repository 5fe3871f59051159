import KesiCluster
import KesiNetwork

/// A picture as parts, each in its place. It becomes SVG by itself, and DOT for Graphviz, which makes PNG and PDF of it:
/// nothing is laid out any more, so a picture is the same wherever it is drawn.
struct Canvas {
  /// How a line is drawn. Colors are `#rrggbb` or `#rrggbbaa`.
  struct Stroke {
    var color: String
    var width = 1.0
    var isDashed = false
  }

  /// Words in one line, such as can be seen.
  struct Line {
    let words: String
    let size: Double
    let color: String
    let width: Double

    init(words: String, size: Double, color: String, letters: TextSize) {
      self.words = words.visible()
      self.size = size
      self.color = color
      width = letters.width(self.words, size: size)
    }
  }

  enum Anchor {
    case left, middle, right

    func middle(of place: Point, width: Double) -> Point {
      switch self {
      case .left: Point(x: place.x + width / 2, y: place.y)
      case .middle: place
      case .right: Point(x: place.x - width / 2, y: place.y)
      }
    }
  }

  enum Shape {
    /// A filled polygon behind everything.
    case area([Point], fill: String, edge: String?)
    /// From the middle of one symbol to that of another, by way of a bend where it would run through a third.
    case tie(from: Int, to: Int, bend: Point?, Stroke, isDirected: Bool)
    case segment(Point, Point, Stroke)
    /// From point to point.
    case path([Point], Stroke)
    case symbol(KindShape, at: Point, size: Double, fill: String, Stroke)
    /// Lines of words below each other around a middle, or from a left edge; on a veil, so that ties do not cross letters.
    case text([Line], at: Point, isBold: Bool, Anchor, veil: String?)
  }

  struct Part {
    /// Made by Kesi, never of words from a table.
    let id: String
    let tooltip: String
    let shape: Shape
  }

  let background: String
  let language: Language
  let font: PictureFont?
  let page: Page?
  /// What ids begin with.
  let ids: String
  private(set) var parts: [Part] = []
  private(set) var bounds = Bounds()
  /// White around everything.
  static let margin = 25.0
  private static let mostTooltip = 300

  init(background: String, language: Language, font: PictureFont? = nil, page: Page? = nil, ids: String = "") {
    self.background = background
    self.language = language
    self.font = font
    self.page = page
    self.ids = ids
  }

  /// What the picture takes: the parts with white around them; on a page as much as the page holds at that scale.
  var frame: (bounds: Bounds, size: (width: Double, height: Double)) {
    let (width, height) = (bounds.width + 2 * Self.margin, bounds.height + 2 * Self.margin)
    let middle =
      bounds.isEmpty
      ? Point(x: Self.margin, y: -Self.margin)
      : Point(x: (bounds.left + bounds.right) / 2, y: (bounds.bottom + bounds.top) / 2)
    var frame = Bounds()
    guard let page else {
      frame.add(middle, width: width, height: height)
      return (frame, (width, height))
    }
    let held = page.holding(width: width, height: height)
    frame.add(middle, width: held.width / held.scale, height: held.height / held.scale)
    return (frame, (held.width, held.height))
  }

  /// - Returns: the number of the part, by which ties name their ends.
  @discardableResult
  mutating func add(_ shape: Shape, id: String? = nil, tooltip: String = "") -> Int {
    switch shape {
    case .area(let points, _, _), .path(let points, _): for point in points { bounds.add(point, width: 0, height: 0) }
    case .segment(let a, let b, _): for point in [a, b] { bounds.add(point, width: 0, height: 0) }
    case .symbol(_, let middle, let size, _, let stroke):
      bounds.add(middle, width: size + stroke.width, height: size + stroke.width)
    case .tie(let from, let to, let bend, _, _):
      // A curve comes half as near to the point that bends it as its middle would be.
      if let bend, let a = symbol(from)?.place, let b = symbol(to)?.place {
        bounds.add(Point(x: (a.x + 2 * bend.x + b.x) / 4, y: (a.y + 2 * bend.y + b.y) / 4), width: 0, height: 0)
      }
    case .text(let lines, let place, let isBold, let anchor, _):
      let (width, height) = Self.extent(of: lines, isBold: isBold)
      bounds.add(anchor.middle(of: place, width: width), width: width, height: height)
    }
    parts.append(
      Part(id: ids + (id ?? "p\(parts.count)"), tooltip: tooltip.visible(most: Self.mostTooltip), shape: shape))
    return parts.count - 1
  }

  /// The middle and size of a symbol.
  func symbol(_ part: Int) -> (place: Point, size: Double)? {
    guard case .symbol(_, let place, let size, _, _) = parts[part].shape else { return nil }
    return (place, size)
  }

  static func extent(of lines: [Line], isBold: Bool) -> (width: Double, height: Double) {
    ((lines.map(\.width).max() ?? 0) * (isBold ? 1.08 : 1), lines.reduce(0) { $0 + TextSize.height($1.size) })
  }

  /// A tie as a cubic curve from one end to the other, cut where the symbol of a directed tie's target begins.
  func curve(from: Int, to: Int, bend: Point?, isDirected: Bool) -> (points: [Point], tip: Point?)? {
    guard let a = symbol(from), let b = symbol(to) else { return nil }
    let middle = bend ?? Point(x: (a.place.x + b.place.x) / 2, y: (a.place.y + b.place.y) / 2)
    var end = b.place
    var tip: Point?
    if isDirected {
      let (dx, dy) = (b.place.x - middle.x, b.place.y - middle.y)
      let length = max(1e-9, (dx * dx + dy * dy).squareRoot())
      let reach = min(length, b.size / 2 + 1)
      tip = Point(x: b.place.x - dx / length * reach, y: b.place.y - dy / length * reach)
      let foot = min(length, reach + 6)
      end = Point(x: b.place.x - dx / length * foot, y: b.place.y - dy / length * foot)
    }
    func third(_ end: Point) -> Point {
      Point(x: (end.x + 2 * middle.x) / 3, y: (end.y + 2 * middle.y) / 3)
    }
    return ([a.place, third(a.place), third(end), end], tip)
  }
}
