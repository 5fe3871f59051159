import KesiNetwork

/// A canvas as SVG 1.1: well-formed whatever words are in it, the same bytes for the same picture.
struct SVGWriter {
  private let canvas: Canvas
  private let left: Double
  private let top: Double
  private var text = ""
  /// Beyond so many ties those that look alike are one path, without a name each.
  private static let mostTies = 3000

  init(_ canvas: Canvas) {
    self.canvas = canvas
    // Without a page the corner is reckoned from the parts alone, as the last digits of numbers show.
    let hasPage = canvas.page != nil
    left = canvas.bounds.isEmpty ? 0 : hasPage ? canvas.frame.bounds.left : canvas.bounds.left - Canvas.margin
    top = canvas.bounds.isEmpty ? 0 : hasPage ? canvas.frame.bounds.top : canvas.bounds.top + Canvas.margin
  }

  /// - Parameter note: what stands in the file and is not seen.
  static func bytes(of canvas: Canvas, bearing note: String? = nil) -> [UInt8] {
    var writer = SVGWriter(canvas)
    writer.write(note)
    return Array(writer.text.utf8)
  }

  private mutating func write(_ note: String?) {
    let box = canvas.page == nil ? nil : canvas.frame
    let (width, height) = (
      Self.number(box?.bounds.width ?? canvas.bounds.width + 2 * Canvas.margin),
      Self.number(box?.bounds.height ?? canvas.bounds.height + 2 * Canvas.margin)
    )
    let (across, up) = (
      box.map { Self.number($0.size.width) } ?? width, box.map { Self.number($0.size.height) } ?? height
    )
    text += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(across)pt\" height=\"\(up)pt\""
    text += " viewBox=\"0 0 \(width) \(height)\" font-family=\"\(Fonts.web(canvas.language, canvas.font).inXML)\">\n"
    if let note { text += "<metadata>\(note.inXML)</metadata>\n" }
    text += "<rect width=\"\(width)\" height=\"\(height)\"\(paint("fill", canvas.background))/>\n"
    text += "<g class=\"graph\">\n"
    for part in canvas.parts {
      if case .area(let points, let fill, let edge) = part.shape {
        let line = edge.map { paint("stroke", $0) } ?? ""
        text += "<path\(paint("fill", fill))\(line) d=\"\(path(points))\"/>\n"
      }
    }
    writeTies()
    for part in canvas.parts {
      switch part.shape {
      case .symbol(let shape, let middle, let size, let fill, let stroke):
        open(part, "node")
        let look = paint("fill", fill) + self.stroke(stroke)
        if shape == .circle {
          text += "<circle cx=\"\(x(middle))\" cy=\"\(y(middle))\" r=\"\(Self.number(size / 2))\"\(look)/></g>\n"
        } else {
          let corners = shape.corners.map { Point(x: middle.x + size * $0.x, y: middle.y + size * $0.y) }
          text += "<path d=\"\(path(corners))\"\(look)/></g>\n"
        }
      case .text(let lines, let place, let isBold, let anchor, let veil):
        write(part, lines, at: place, isBold: isBold, anchor, veil)
      case .area, .tie, .segment, .path: break
      }
    }
    text += "</g>\n</svg>\n"
  }

  private mutating func writeTies() {
    let count = canvas.parts.count { if case .tie = $0.shape { true } else { false } }
    var alike: [String: String] = [:]
    var order: [String] = []
    for part in canvas.parts {
      switch part.shape {
      case .segment(let a, let b, let stroke):
        text += "<path fill=\"none\" d=\"\(path([a, b], isClosed: false))\"\(self.stroke(stroke))/>\n"
      case .path(let points, let stroke):
        text += "<path fill=\"none\" d=\"\(path(points, isClosed: false))\"\(self.stroke(stroke))/>\n"
      case .tie(let from, let to, let bend, let stroke, let isDirected):
        // Where ties are one path there are no arrowheads, and no room for them.
        let hasArrow = isDirected && count <= Self.mostTies
        guard let (points, tip) = canvas.curve(from: from, to: to, bend: bend, isDirected: hasArrow) else { continue }
        let line =
          bend == nil
          ? path([points[0], points[3]], isClosed: false)
          : "M\(place(points[0]))C\(place(points[1])) \(place(points[2])) \(place(points[3]))"
        if count > Self.mostTies {
          let look = self.stroke(stroke)
          if alike[look] == nil { order.append(look) }
          alike[look, default: ""] += line
          continue
        }
        open(part, "edge")
        text += "<path fill=\"none\" d=\"\(line)\"\(self.stroke(stroke))/>"
        if let tip {
          text += "<path\(paint("fill", stroke.color)) d=\"\(path(Self.arrow(from: points[3], to: tip)))\"/>"
        }
        text += "</g>\n"
      case .area, .symbol, .text: break
      }
    }
    for look in order { text += "<path fill=\"none\"\(look) d=\"\(alike[look] ?? "")\"/>\n" }
  }

  private static func arrow(from foot: Point, to tip: Point) -> [Point] {
    let (dx, dy) = (0.4 * (tip.x - foot.x), 0.4 * (tip.y - foot.y))
    return [tip, Point(x: foot.x - dy, y: foot.y + dx), Point(x: foot.x + dy, y: foot.y - dx)]
  }

  private mutating func write(
    _ part: Canvas.Part, _ lines: [Canvas.Line], at place: Point, isBold: Bool, _ anchor: Canvas.Anchor, _ veil: String?
  ) {
    let (width, height) = Canvas.extent(of: lines, isBold: isBold)
    open(part, "node")
    if let veil {
      let edge = anchor.middle(of: place, width: width).x - width / 2
      text += "<rect x=\"\(Self.number(edge - 1 - left))\" y=\"\(Self.number(top - place.y - height / 2))\""
      text += " width=\"\(Self.number(width + 2))\" height=\"\(Self.number(height))\"\(paint("fill", veil))/>"
    }
    var y = place.y + height / 2
    for line in lines {
      // Letters stand on the base line, a little above the foot of the line.
      let base = y - 0.9 * line.size - (TextSize.height(line.size) - 1.15 * line.size) / 2
      text += "<text x=\"\(x(place))\" y=\"\(Self.number(top - base))\" font-size=\"\(Self.number(line.size))\""
      switch anchor {
      case .left: break
      case .middle: text += " text-anchor=\"middle\""
      case .right: text += " text-anchor=\"end\""
      }
      text += "\(isBold ? " font-weight=\"bold\"" : "")\(paint("fill", line.color))>\(line.words.inXML)</text>"
      y -= TextSize.height(line.size)
    }
    text += "</g>\n"
  }

  private mutating func open(_ part: Canvas.Part, _ sort: String) {
    text += "<g id=\"\(part.id)\" class=\"\(sort)\">"
    if !part.tooltip.isEmpty { text += "<title>\(part.tooltip.inXML)</title>" }
  }

  // MARK: - Values

  private func x(_ point: Point) -> String { Self.number(point.x - left) }
  private func y(_ point: Point) -> String { Self.number(top - point.y) }
  private func place(_ point: Point) -> String { "\(x(point)) \(y(point))" }

  private func path(_ points: [Point], isClosed: Bool = true) -> String {
    guard let first = points.first else { return "" }
    return "M\(place(first))" + points.dropFirst().map { "L\(place($0))" }.joined() + (isClosed ? "Z" : "")
  }

  /// `#rrggbbaa` becomes a color and an opacity, which every reader of SVG knows.
  private func paint(_ attribute: String, _ color: String) -> String {
    guard color.utf8.count == 9, let alpha = UInt8(color.suffix(2), radix: 16) else {
      return " \(attribute)=\"\(color)\""
    }
    return " \(attribute)=\"\(color.prefix(7))\" \(attribute)-opacity=\"\(DOT.number(Double(alpha) / 255))\""
  }

  private func stroke(_ stroke: Canvas.Stroke) -> String {
    paint("stroke", stroke.color) + " stroke-width=\"\(Self.number(stroke.width))\""
      + (stroke.isDashed ? " stroke-dasharray=\"5 3\"" : "")
  }

  /// A tenth of a point is finer than any screen.
  private static func number(_ value: Double) -> String {
    let tenths = (value * 10).rounded()
    guard tenths.magnitude < 1e9 else { return "0" }
    let whole = Int(tenths)
    let sign = whole < 0 ? "-" : ""
    let digit = whole.magnitude % 10
    return sign + String(whole.magnitude / 10) + (digit == 0 ? "" : ".\(digit)")
  }
}
