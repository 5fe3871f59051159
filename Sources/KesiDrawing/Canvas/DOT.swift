import KesiNetwork

/// A canvas as a graph in the DOT language whose every place is fixed.
struct DOTWriter {
  private let canvas: Canvas
  /// By how much everything is larger than on the canvas: Graphviz sets letters on whole pixels, which shows in small ones,
  /// so pictures are drawn large and scaled down.
  private let unit: Double
  private var lines: [String] = []

  /// The canvas for people and for any Graphviz.
  static func text(of canvas: Canvas) -> String {
    var writer = DOTWriter(canvas: canvas, unit: 1)
    return writer.text(canvas.page == nil ? [] : [("size", writer.size + "!"), ("margin", "0")])
  }

  /// The canvas for pixels or a PDF of its size.
  static func text(of canvas: Canvas, enlarged unit: Double, dotsPerInch: Double?) -> String {
    var writer = DOTWriter(canvas: canvas, unit: unit)
    // Around a PDF Graphviz leaves half an inch; a page has its size as it is.
    let margin = canvas.page == nil ? [] : [("margin", "0")]
    return writer.text([("size", writer.size)] + margin + (dotsPerInch.map { [("dpi", DOT.number($0))] } ?? []))
  }

  /// In inches.
  private var size: String {
    let (width, height) =
      canvas.page == nil
      ? (canvas.bounds.width + 2 * Canvas.margin, canvas.bounds.height + 2 * Canvas.margin) : canvas.frame.size
    return "\(DOT.number(width / 72)),\(DOT.number(height / 72))"
  }

  private init(canvas: Canvas, unit: Double) {
    self.canvas = canvas
    self.unit = unit
  }

  private mutating func text(_ more: [(String, String)]) -> String {
    let font = Fonts.family(canvas.language, canvas.font)
    attributes(
      "graph",
      [
        ("layout", "nop2"), ("bgcolor", canvas.background), ("pad", DOT.number(Canvas.margin * unit / 72)),
        ("outputorder", "edgesfirst"), ("splines", "line"), ("notranslate", "true"), ("fontname", font),
        ("_background", background), ("tooltip", " "),
      ] + more)
    attributes("node", [("fontname", font), ("fixedsize", "true"), ("label", ""), ("tooltip", " ")])
    attributes("edge", [("dir", "none"), ("tooltip", " ")])
    if !canvas.bounds.isEmpty {
      let box = canvas.page == nil ? canvas.bounds : canvas.frame.bounds
      let white = canvas.page == nil ? 0 : Canvas.margin
      let (low, high) = (
        Point(x: box.left + white, y: box.bottom + white), Point(x: box.right - white, y: box.top - white)
      )
      for (name, corner) in [("corner0", low), ("corner1", high)] { hidden(name, corner) }
    }
    for part in canvas.parts { add(part) }
    for part in canvas.parts { addTie(part) }
    return "graph kesi {\n" + lines.map { "  \($0);\n" }.joined() + "}\n"
  }

  private mutating func add(_ part: Canvas.Part) {
    switch part.shape {
    case .symbol(let shape, let middle, let size, let fill, let stroke):
      let side = DOT.number(size * unit / 72)
      attributes(
        part.id,
        [
          ("id", part.id), ("pos", point(middle)), ("shape", shape.graphviz), ("width", side), ("height", side),
          ("style", stroke.isDashed ? "filled,dashed" : "filled"), ("fillcolor", fill), ("color", stroke.color),
          ("penwidth", number(stroke.width)), ("tooltip", part.tooltip.isEmpty ? " " : part.tooltip),
        ])
    case .text(let words, let place, let isBold, let anchor, let veil):
      let (width, _) = Canvas.extent(of: words, isBold: isBold)
      let middle = anchor.middle(of: place, width: width)
      let rows = words.map { DOT.font($0.words, size: $0.size * unit, color: $0.color, isBold: isBold) }
      let veil = veil.map { " BGCOLOR=\"\($0)\"" } ?? ""
      let side = anchor == .middle ? "" : " ALIGN=\"\(anchor == .left ? "LEFT" : "RIGHT")\""
      let cell = anchor == .middle ? "<TD>" : "<TD\(side) WIDTH=\"\(Int(width * unit))\">"
      let table =
        "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"\(veil)><TR>\(cell)"
        + rows.joined(separator: "<BR\(side)/>") + "</TD></TR></TABLE>"
      attributes(
        part.id,
        [
          ("id", part.id), ("pos", point(middle)), ("shape", "plaintext"), ("width", "0.01"), ("height", "0.01"),
          ("fixedsize", "false"), ("margin", "0"),
        ] + (part.tooltip.isEmpty ? [] : [("tooltip", part.tooltip)]), markup: table)
    case .area, .tie, .segment, .path: break
    }
  }

  private mutating func addTie(_ part: Canvas.Part) {
    switch part.shape {
    case .tie(let from, let to, let bend, let stroke, let isDirected):
      guard let (points, tip) = canvas.curve(from: from, to: to, bend: bend, isDirected: isDirected) else { return }
      let pos = (tip.map { "e,\(point($0)) " } ?? "") + points.map(point).joined(separator: " ")
      edge(
        canvas.parts[from].id, canvas.parts[to].id,
        [
          ("id", part.id), ("pos", pos), ("color", stroke.color), ("penwidth", number(stroke.width)),
          ("style", stroke.isDashed ? "dashed" : "solid"), ("dir", isDirected ? "forward" : "none"),
          ("arrowsize", DOT.number(0.45 * unit)), ("tooltip", part.tooltip.isEmpty ? " " : part.tooltip),
        ])
    case .segment(let a, let b, let stroke):
      add(path: [a, b], stroke, id: part.id)
    case .path(let points, let stroke): add(path: points, stroke, id: part.id)
    case .area, .symbol, .text: break
    }
  }

  /// Each piece is a curve that is straight: Graphviz knows no others.
  private mutating func add(path points: [Point], _ stroke: Canvas.Stroke, id: String) {
    guard let first = points.first, let last = points.last, points.count > 1 else { return }
    hidden(id + "a", first)
    hidden(id + "b", last)
    /// A third of the way from one to the other.
    func after(_ a: Point, _ b: Point) -> Point { Point(x: (2 * a.x + b.x) / 3, y: (2 * a.y + b.y) / 3) }
    var places = [first]
    for (a, b) in zip(points, points.dropFirst()) { places += [after(a, b), after(b, a), b] }
    edge(
      id + "a", id + "b",
      [
        ("pos", places.map(point).joined(separator: " ")), ("color", stroke.color),
        ("penwidth", number(stroke.width)), ("style", stroke.isDashed ? "dashed" : "solid"),
      ])
  }

  private mutating func hidden(_ name: String, _ place: Point) {
    attributes(
      name, [("pos", point(place)), ("shape", "point"), ("style", "invis"), ("width", "0.01"), ("height", "0.01")])
  }

  private mutating func attributes(_ name: String, _ values: [(String, String)], markup: String? = nil) {
    let label = markup.map { ", label=<\($0)>" } ?? ""
    let list = values.map { "\($0.0)=\(DOT.quoted($0.1))" }.joined(separator: ", ")
    lines.append("\(["graph", "node", "edge"].contains(name) ? name : DOT.quoted(name)) [\(list)\(label)]")
  }

  private mutating func edge(_ a: String, _ b: String, _ values: [(String, String)]) {
    let list = values.map { "\($0.0)=\(DOT.quoted($0.1))" }.joined(separator: ", ")
    lines.append("\(DOT.quoted(a)) -- \(DOT.quoted(b)) [\(list)]")
  }

  /// Areas in Graphviz's xdot language: pen color, fill color, filled polygon. Colors are given by their length in bytes.
  private var background: String {
    canvas.parts.compactMap { part in
      guard case .area(let points, let fill, let edge) = part.shape else { return nil }
      let pen = edge ?? "#00000000"
      let places = points.map { "\(number($0.x)) \(number($0.y))" }.joined(separator: " ")
      return "c \(pen.utf8.count) -\(pen) C \(fill.utf8.count) -\(fill) P \(points.count) \(places)"
    }.joined(separator: " ")
  }

  private func number(_ value: Double) -> String { DOT.number(value * unit) }
  private func point(_ point: Point) -> String { "\(number(point.x)),\(number(point.y))" }
}

/// How text becomes DOT.
enum DOT {
  /// A quoted string. Backslashes are doubled, so that no escape of Graphviz's (`\N`, `\G`, `\n`) arises by chance, and `&`
  /// is written as an entity, since Graphviz decodes entities in text.
  static func quoted(_ value: String) -> String {
    var text = "\""
    for scalar in parted(value).unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "&": text += "&amp;"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }

  /// Where `&` begins what looks like an entity, Graphviz takes it for one even after it has been escaped, when it writes
  /// SVG; a word joiner after it, which has no width, keeps it a letter.
  private static func parted(_ value: String) -> String {
    guard value.utf8.contains(UInt8(ascii: "&")) else { return value }
    var text = ""
    var wasAmpersand = false
    for scalar in value.unicodeScalars {
      if wasAmpersand, scalar == "#" || scalar.properties.isAlphabetic { text.unicodeScalars.append("\u{2060}") }
      wasAmpersand = scalar == "&"
      text.unicodeScalars.append(scalar)
    }
    return text
  }

  /// Text in a size and color, for HTML-like labels.
  static func font(_ value: String, size: Double, color: String, isBold: Bool) -> String {
    // Empty text is no valid label.
    let escaped = value.isEmpty ? " " : parted(value).inXML
    return "<FONT POINT-SIZE=\"\(number(size))\" COLOR=\"\(color)\">\(isBold ? "<B>\(escaped)</B>" : escaped)</FONT>"
  }

  /// Two digits after the point are finer than any printer.
  static func number(_ value: Double) -> String {
    let hundredths = (value * 100).rounded()
    return hundredths.magnitude < 1e12 ? "\(hundredths / 100)" : "0"
  }
}
