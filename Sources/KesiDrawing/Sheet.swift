import KesiCluster

/// A picture under construction whose every place is known: symbols with labels, lines, words, filled shapes behind them.
struct Sheet {
  let theme: Theme
  let language: Language
  private var graph = DOTGraph()
  private var background = ""
  private(set) var bounds = Bounds([])
  private var count = 0

  init(theme: Theme, language: Language) {
    self.theme = theme
    self.language = language
    graph.setDefault("node", ["fontname": Fonts.family, "fixedsize": "true", "tooltip": " "])
    graph.setDefault("edge", ["dir": "none", "color": theme.tie, "tooltip": " "])
  }

  /// A name for what has none of its own.
  private mutating func nextName() -> String {
    count += 1
    return "part:\(count)"
  }

  // MARK: - Parts

  struct SymbolStyle {
    var size = 22.0
    var isFaded = false
    var isGhost = false
    var isMarked = false
  }

  /// A symbol with its label below; returns the name that lines go by.
  @discardableResult
  mutating func symbol(
    _ kind: Kind, label: [String], tooltip: String, at place: Point, profile: Profile,
    style: SymbolStyle = SymbolStyle()
  ) -> String {
    let name = nextName()
    let look = theme.symbol(of: kind, in: profile)
    let side = DOT.number(style.size / 72)
    graph.node(
      name,
      [
        "pos": DOT.point(place), "shape": look.shape.rawValue, "style": style.isGhost ? "filled,dashed" : "filled",
        "width": side, "height": side, "label": "",
        "fillcolor": style.isGhost ? theme.background : look.color + (style.isFaded ? "55" : ""),
        "color": style.isMarked ? theme.alarm : style.isGhost ? look.color : theme.outline,
        "penwidth": style.isMarked ? "3" : style.isGhost ? "1.6" : "1.2", "tooltip": tooltip,
      ])
    bounds.add(place, width: style.size, height: style.size)
    var y = place.y - style.size / 2 - 8
    for (number, line) in label.enumerated() where !line.isEmpty {
      text(
        line, size: number == 0 ? 10.5 : 8.5, color: number == 0 && !style.isFaded ? theme.text : theme.faint,
        at: Point(x: place.x, y: y))
      y -= number == 0 ? 11.5 : 10
    }
    return name
  }

  struct LineStyle {
    var color: String?
    var width = 1.2
    var isDashed = false
    var tooltip = " "
  }

  mutating func line(from a: String, to b: String, style: LineStyle = LineStyle()) {
    graph.edge(
      a, b,
      [
        "color": style.color ?? theme.tie, "penwidth": DOT.number(style.width),
        "style": style.isDashed ? "dashed" : "solid", "tooltip": style.tooltip,
      ])
  }

  /// Words around a middle, on a veil.
  mutating func text(
    _ words: String, size: Double, color: String? = nil, bold: Bool = false, at middle: Point
  ) {
    let table =
      "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\" BGCOLOR=\"\(theme.veil)\"><TR><TD>"
      + DOT.font(words, size: size, color: color ?? theme.text, bold: bold) + "</TD></TR></TABLE>"
    graph.node(
      nextName(),
      [
        "pos": DOT.point(middle), "shape": "plaintext", "width": "0.01", "height": "0.01", "fixedsize": "false",
        "margin": "0", "label": DOTMarkup(table),
      ])
    bounds.add(middle, width: TextSize.width(words, size: size), height: 1.3 * size)
  }

  /// Words that begin at a left edge.
  mutating func line(
    _ words: String, size: Double, color: String? = nil, bold: Bool = false, left: Double, y: Double
  ) {
    let width = TextSize.width(words, size: size) * 1.05 + 4
    let table =
      "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR><TD ALIGN=\"LEFT\" WIDTH=\"\(Int(width))\">"
      + DOT.font(words, size: size, color: color ?? theme.text, bold: bold) + "</TD></TR></TABLE>"
    let middle = Point(x: left + width / 2, y: y)
    graph.node(
      nextName(),
      [
        "pos": DOT.point(middle), "shape": "plaintext", "width": "0.01", "height": "0.01", "fixedsize": "false",
        "margin": "0", "label": DOTMarkup(table),
      ])
    bounds.add(middle, width: width, height: 1.3 * size)
  }

  /// A filled rectangle behind everything, in Graphviz's xdot language.
  mutating func fill(left: Double, bottom: Double, width: Double, height: Double, color: String) {
    let corners = [(left, bottom), (left + width, bottom), (left + width, bottom + height), (left, bottom + height)]
    let points = corners.map { "\(DOT.number($0.0)) \(DOT.number($0.1))" }.joined(separator: " ")
    // Colors are given by their length in bytes.
    background += "c 9 -#00000000 C \(color.utf8.count) -\(color) P 4 \(points) "
    bounds.add(Point(x: left + width / 2, y: bottom + height / 2), width: width, height: height)
  }

  // MARK: - Frame

  /// Title above; legend of kinds and source below.
  mutating func frame(_ network: Network, heading: Phrase, note: Phrase?, kinds: [Kind], sentences: [String] = []) {
    let title = network.profile.title ?? Phrase("Network", zh: "网络")
    let mark = network.isIllustrative ? Phrase("illustrative data", zh: "示意数据") : nil
    let (left, top, bottom) = (bounds.left, bounds.top, bounds.bottom)
    line("\(title(language)) · \(heading(language))", size: 20, bold: true, left: left, y: top + 62)
    let second = [note?(language), mark?(language)].compactMap { $0 }.joined(separator: " · ")
    if !second.isEmpty { line(second, size: 10.5, color: theme.faint, left: left, y: top + 38) }
    var (x, y) = (left + 10, bottom - 34)
    for kind in kinds {
      let label = kind.id.isEmpty ? Phrase("no kind", zh: "未填类型")(language) : kind.label(language)
      let width = TextSize.width(label, size: 10) + 44
      if x + width > max(bounds.right, left + 560), x > left + 10 { (x, y) = (left + 10, y - 20) }
      symbol(
        kind, label: [], tooltip: label, at: Point(x: x, y: y), profile: network.profile,
        style: SymbolStyle(size: 14))
      line(label, size: 10, left: x + 14, y: y)
      x += width
    }
    y -= 24
    for sentence in sentences {
      for words in TextSize.wrapped("· " + sentence, size: 10, limit: max(560, bounds.width)) {
        line(words, size: 10, left: left, y: y)
        y -= 15
      }
    }
    let source = network.profile.source(in: language).map { Phrase("Source: \($0)", zh: "来源：\($0)")(language) }
    for words in TextSize.wrapped(
      [source, "kesi"].compactMap { $0 }.joined(separator: " · "), size: 8.5, limit: max(560, bounds.width))
    {
      line(words, size: 8.5, color: theme.faint, left: left, y: y)
      y -= 12
    }
  }

  func picture() -> Picture {
    var graph = graph
    graph.set([
      "layout": "nop2", "bgcolor": theme.background, "pad": "0.35", "outputorder": "edgesfirst", "splines": "line",
      "notranslate": "true", "fontname": Fonts.family, "_background": background, "tooltip": " ",
    ])
    return Picture(
      graph, engine: "nop2", dotsPerInch: min(144, 4000 * 72 / max(1, max(bounds.width, bounds.height))))
  }
}

extension Network {
  /// The kinds of some actors, each once, in the order in which they come.
  func kinds(of actors: some Sequence<Int>) -> [Kind] {
    var seen = Set<String>()
    return actors.filter { seen.insert(self.actors[$0].kind).inserted }.map { profile.kind(self.actors[$0].kind) }
  }
}
