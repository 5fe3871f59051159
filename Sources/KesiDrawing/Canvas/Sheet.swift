import KesiCluster
import KesiNetwork

/// A picture under construction: symbols with labels, ties between them, words, areas behind them, and what stands around
/// them, in the look of a theme.
struct Sheet {
  let theme: Theme
  let style: PictureStyle
  let network: Network
  /// What colors of symbols tell, where it is not the kind.
  let colors: ActorColors?
  private(set) var canvas: Canvas
  /// How many ties are too light to be drawn.
  private var lightTies = 0
  /// Where symbols are, which ties keep clear of.
  private var symbols: [Int] = []

  var bounds: Bounds { canvas.bounds }

  /// - Throws: `UnknownWord` where the network has nothing of what colors are to tell.
  init(of analysis: Analysis, _ style: PictureStyle) throws {
    network = analysis.graph.network
    theme = Theme(style.theme, for: network)
    self.style = style
    colors = analysis.graph.actors.isEmpty ? nil : try ActorColors(style.color, of: analysis, theme)
    canvas = Canvas(
      background: theme.background, language: style.fontLanguage, font: style.font, page: style.page, ids: style.ids)
  }

  /// Whether a tie of a weight is drawn; those that are not are counted.
  mutating func draws(_ weight: Double) -> Bool {
    guard !style.draws(weight) else { return true }
    leaveOut()
    return false
  }

  /// Counts ties that are too light to be drawn.
  mutating func leaveOut(_ count: Int = 1) { lightTies += count }

  /// What of the ties is not drawn since it is too light; nil where nothing was asked for.
  var lightTiesNote: Phrase? {
    style.minWeight.map { least in
      let weight = Figure.whole(least).flatMap { Double($0) == least ? String($0) : nil } ?? "\(least)"
      return Phrase(
        "\(lightTies) \(lightTies == 1 ? "tie" : "ties") of a weight below \(weight) left out",
        zh: "未绘出强度低于 \(weight) 的 \(lightTies) 条联系")
    }
  }

  // MARK: - Symbols

  struct SymbolStyle {
    var size = 22.0
    /// Stands back.
    var isFaded = false
    /// Is not there.
    var isGhost = false
    /// The line around it; the theme's outline where there is none.
    var ring: Canvas.Stroke?
  }

  /// A symbol; returns its number, by which ties name it.
  ///
  /// - Parameter actor: whose it is, by which it is colored where colors tell more than kinds; nil for a kind as such.
  @discardableResult
  mutating func symbol(
    _ kind: Kind, of actor: Int? = nil, at place: Point, id: String? = nil, tooltip: String = "",
    style: SymbolStyle = SymbolStyle()
  ) -> Int {
    var look = theme.symbol(of: kind)
    if let colors { look.color = actor.flatMap(colors.color) ?? theme.ghost }
    let fill =
      style.isGhost ? theme.background : style.isFaded ? theme.faded(look.color) : look.color
    let line =
      style.ring
      ?? (style.isGhost
        ? Canvas.Stroke(color: theme.visible(look.color), width: 1.6, isDashed: true)
        : Canvas.Stroke(color: theme.outline, width: min(1.2, style.size / 12)))
    let part = canvas.add(
      .symbol(look.shape, at: place, size: style.size, fill: fill, line), id: id, tooltip: tooltip)
    symbols.append(part)
    return part
  }

  /// The lines of a label, below each other, the first of them at `top`.
  mutating func label(
    _ lines: [String], size: Double, under top: Point, color: String? = nil, id: String? = nil, tooltip: String = ""
  ) {
    guard !lines.isEmpty else { return }
    let lines = lines.map { self.words($0, size: size, color: color) }
    let (_, height) = Canvas.extent(of: lines, isBold: false)
    canvas.add(
      .text(lines, at: Point(x: top.x, y: top.y - height / 2), isBold: false, .middle, veil: theme.veil), id: id,
      tooltip: tooltip)
  }

  // MARK: - Ties

  struct Tie {
    let from: Int
    let to: Int
    var stroke: Canvas.Stroke
    var isDirected = false
    /// By which point it goes, where it is not to be found.
    var bend: Point?
    var id: String?
    var tooltip = ""
  }

  /// Beyond so many ties they are drawn straight: no one could follow a bend.
  private static let mostBent = 1200
  private static let mostClear = 300

  /// Ties between symbols, bent where they would run through others.
  ///
  /// - Parameter rows: from where to where a bend may reach, from bottom to top; nil for as far as it likes.
  /// - Returns: the number of each tie on the sheet.
  @discardableResult
  mutating func add(_ ties: [Tie], within rows: ClosedRange<Double>? = nil) -> [Int] {
    let obstacles = symbols.count <= Self.mostClear && ties.count <= Self.mostBent ? symbols : []
    return ties.map { tie in
      canvas.add(
        .tie(
          from: tie.from, to: tie.to, bend: tie.bend ?? bend(tie.from, tie.to, clearOf: obstacles, within: rows),
          tie.stroke,
          isDirected: tie.isDirected), id: tie.id, tooltip: tie.tooltip)
    }
  }

  /// The middle of a tie, by its number.
  func middle(ofTie part: Int) -> Point? {
    guard case .tie(let from, let to, let bend, _, let isDirected) = canvas.parts[part].shape,
      let curve = canvas.curve(from: from, to: to, bend: bend, isDirected: isDirected)?.points
    else { return nil }
    func middle(_ along: (Point) -> Double) -> Double {
      (along(curve[0]) + 3 * along(curve[1]) + 3 * along(curve[2]) + along(curve[3])) / 8
    }
    return Point(x: middle(\.x), y: middle(\.y))
  }

  /// By which point a tie would run clear of all other symbols, or of most; nil where it does so straight.
  private func bend(_ a: Int, _ b: Int, clearOf symbols: [Int], within rows: ClosedRange<Double>?) -> Point? {
    guard let from = canvas.symbol(a)?.place, let to = canvas.symbol(b)?.place else { return nil }
    let others = symbols.filter { $0 != a && $0 != b }.compactMap { canvas.symbol($0) }
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 1, !others.isEmpty else { return nil }
    func hits(_ bend: Point?) -> Int {
      let middle = bend ?? Point(x: (from.x + to.x) / 2, y: (from.y + to.y) / 2)
      var hits = 0
      for other in others {
        let reach = other.size / 2 + 2
        let isHit = (1...31).contains { step in
          let t = Double(step) / 32
          let (p, q, r) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t)
          let (x, y) = (p * from.x + q * middle.x + r * to.x, p * from.y + q * middle.y + r * to.y)
          let (ax, ay) = (x - other.place.x, y - other.place.y)
          // Samples are apart: what lies between two of them counts with half their distance.
          return ax * ax + ay * ay < (reach + length / 128) * (reach + length / 128)
        }
        if isHit { hits += 1 }
      }
      return hits
    }
    var best: (hits: Int, bend: Point?) = (hits(nil), nil)
    for offset in [0.07, -0.07, 0.14, -0.14, 0.22, -0.22, 0.32, -0.32] where best.hits > 0 {
      let bend = Point(x: (from.x + to.x) / 2 - offset * dy, y: (from.y + to.y) / 2 + offset * dx)
      let middle = (from.y + 2 * bend.y + to.y) / 4
      // At its middle a curve is about as far out as it gets.
      guard rows?.contains(middle) ?? true else { continue }
      let found = hits(bend)
      if found < best.hits { best = (found, bend) }
    }
    return best.bend
  }

  // MARK: - Words and areas

  func words(_ words: String, size: Double, color: String? = nil) -> Canvas.Line {
    Canvas.Line(words: words, size: size, color: color ?? theme.text, letters: style.letters)
  }

  /// Words around a middle, on a veil.
  mutating func text(
    _ words: String, size: Double, color: String? = nil, bold: Bool = false, at middle: Point, id: String? = nil
  ) {
    let line = self.words(words, size: size, color: color)
    canvas.add(.text([line], at: middle, isBold: bold, .middle, veil: theme.veil), id: id)
  }

  /// Words that begin at a left edge.
  mutating func line(
    _ words: String, size: Double, color: String? = nil, bold: Bool = false, left: Double, y: Double, id: String? = nil
  ) {
    let line = self.words(words, size: size, color: color)
    canvas.add(.text([line], at: Point(x: left, y: y), isBold: bold, .left, veil: nil), id: id)
  }

  /// Words that end at a right edge.
  mutating func line(_ words: String, size: Double, right: Double, y: Double) {
    let line = self.words(words, size: size)
    canvas.add(.text([line], at: Point(x: right, y: y), isBold: false, .right, veil: nil))
  }

  mutating func fill(left: Double, bottom: Double, width: Double, height: Double, color: String) {
    area(
      [
        Point(x: left, y: bottom), Point(x: left + width, y: bottom), Point(x: left + width, y: bottom + height),
        Point(x: left, y: bottom + height),
      ], fill: color)
  }

  mutating func area(_ outline: [Point], fill: String, edge: String? = nil) {
    canvas.add(.area(outline, fill: fill, edge: edge))
  }

  mutating func segment(_ a: Point, _ b: Point, _ stroke: Canvas.Stroke) { canvas.add(.segment(a, b, stroke)) }

  mutating func canvas(_ shape: Canvas.Shape) { canvas.add(shape) }

  /// - Parameter caption: what a plain picture does not say.
  func picture(caption: [String] = []) -> Picture { Picture(canvas, caption: caption) }

  /// What kinds and colors of some actors mean.
  func keys(of actors: some Sequence<Int>) -> [Key] {
    let actors = Array(actors)
    return network.kinds(of: actors).map { Key($0) } + (colors?.keys(of: actors) ?? [])
  }
}

extension Sheet {
  /// The picture of a selection that nothing is left of: it says so, and by what to choose differently.
  static func nothing(in analysis: Analysis, _ style: PictureStyle) throws -> Picture {
    var sheet = try Sheet(of: analysis, style)
    let words = Phrase(
      "Nothing to draw: no actor fits what was selected.", zh: "没有可绘制的内容：没有主体符合所选条件。")
    let advice = Phrase(
      "Choose more with --kind, --zone, --chain, --from and --to, or leave them out.",
      zh: "请放宽 --kind、--zone、--chain、--from、--to 的条件，或不加这些选项。")
    var y = 0.0
    for words in style.each({ words($0) }) {
      sheet.line(words, size: 14, left: 0, y: y)
      y -= 24
    }
    for advice in style.each({ advice($0) }) {
      sheet.line(advice, size: 10.5, color: sheet.theme.faint, left: 0, y: y)
      y -= 24
    }
    return sheet.framed(heading: nil, isCentered: false)
  }
}

extension Network {
  /// The kinds of some actors, each once, in the order in which they come.
  func kinds(of actors: some Sequence<Int>) -> [Kind] {
    var seen = Set<ExactText>()
    return actors.filter { seen.insert(ExactText(self.actors[$0].kind)).inserted }.map {
      profile.kind(self.actors[$0].kind)
    }
  }
}
