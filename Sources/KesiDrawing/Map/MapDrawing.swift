import KesiCluster
import KesiMatrix
import KesiMeasures

/// The map of a network: actors as symbols by kind, sized by a measure, consortia as soft shapes behind them, gaps
/// marked, a legend and the worst gaps in words below.
public enum MapDrawing {
  /// What stands around the map.
  public enum Surroundings: Sendable {
    /// Title, legend, worst gaps, source: a page by itself.
    case page
    /// Nothing: a part of something larger, in which ids begin so.
    case none(ids: String)
  }

  static let ghostSize = 22.0
  private static let margin = 26.0

  /// - Parameters:
  ///   - gaps: those of the survey.
  ///   - change: what has changed, where the survey is of the union of two networks: it is then marked instead of the gaps,
  ///     which are those that the change opened.
  ///   - remedies: ties that would help, drawn as if they were to form; all that no gap is about is then faded.
  ///   - size: the measure that symbols grow with.
  ///   - seed: where the layout starts from.
  /// - Throws: ``DrawingError``
  public static func picture(
    of survey: GapSurvey, gaps: [Gap], change: NetworkChange? = nil, remedies: [Remedy]? = nil, size: VertexMeasure,
    context: MeasureContext,
    language: Language, theme: ThemeName = .standard, seed: Int = 1, surroundings: Surroundings = .page
  ) throws -> Picture {
    let theme = Theme(theme)
    let sizes = try size.compute(context)
    let scene = MapScene(
      of: survey, gaps: gaps, change: change, remedies: remedies, sizes: sizes, theme: theme, language: language)
    let isLarge = scene.symbols.count > MapScene.large
    let layout =
      isLarge ? try MapLayout(large: scene, in: survey, seed: seed) : try MapLayout(of: scene, seed: seed)
    var bounds = Bounds([])
    for (index, symbol) in scene.symbols.enumerated() {
      bounds.add(
        layout.symbols[index], width: max(symbol.size, symbol.label.width) + 6,
        height: symbol.size + symbol.label.height + 6)
    }
    for (index, ghost) in scene.ghosts.enumerated() {
      bounds.add(layout.ghosts[index], width: max(ghostSize, ghost.label.width), height: ghostSize + ghost.label.height)
    }
    let hulls = scene.groups.enumerated().map { index, group in
      hull(of: group, nameAt: layout.groupNames[index], scene, layout)
    }
    for point in hulls.joined() { bounds.add(point, width: 0, height: 0) }

    var graph = DOTGraph()
    let frame = MapFrame(
      survey: survey, gaps: gaps, isChange: change != nil, scene: scene, sizeName: size, theme: theme,
      language: language, map: bounds)
    graph.set([
      "layout": "nop2", "bgcolor": theme.background, "pad": "0.35", "outputorder": "edgesfirst", "splines": "line",
      "notranslate": "true", "fontname": Fonts.family,
      "_background": background(scene, hulls), "tooltip": " ",
    ])
    graph.setDefault("node", ["fontname": Fonts.family, "fixedsize": "true", "tooltip": " "])
    graph.setDefault("edge", ["dir": "none", "color": theme.tie, "tooltip": " "])
    let prefix = if case .none(let ids) = surroundings { ids } else { "" }
    drawTies(scene, theme, language, ids: prefix, into: &graph)
    for (index, group) in scene.groups.enumerated() {
      text(
        "group:\(index)", group.name, size: MapLayout.groupNameSize,
        color: theme.background == "#FFFFFF" ? darker(group.color) : group.color, bold: true,
        at: layout.groupNames[index], into: &graph)
    }
    for (index, ghost) in scene.ghosts.enumerated() {
      draw(ghost, index, at: layout.ghosts[index], survey, theme, into: &graph)
    }
    for (index, symbol) in scene.symbols.enumerated() {
      let symbol = layout.showsLabel[index] ? symbol : symbol.withoutLabel
      draw(symbol, at: layout.symbols[index], survey, theme, language, ids: prefix, into: &graph)
    }
    if let row = layout.isolatedRow {
      let caption = Phrase("without ties", zh: "没有联系")(language)
      let width = TextSize.width(caption, size: 10)
      text(
        "isolated", caption, size: 10, color: theme.faint, at: Point(x: row.left + width / 2 - 30, y: row.top + 36),
        into: &graph)
    }
    if case .page = surroundings { frame.draw(into: &graph) }
    return Picture(graph, engine: "nop2", dotsPerInch: frame.dotsPerInch)
  }

  // MARK: - Parts

  private static func drawTies(
    _ scene: MapScene, _ theme: Theme, _ language: Language, ids: String, into graph: inout DOTGraph
  ) {
    let lightest = scene.ties.map(\.weight).min() ?? 1
    let range = max(1e-300, (scene.ties.map(\.weight).max() ?? 1) - lightest)
    for tie in scene.ties {
      let (source, target) = (scene.symbols[tie.source].actor, scene.symbols[tie.target].actor)
      let isFine = scene.symbols.count > MapScene.large
      let width =
        isFine
        ? (tie.bridgeSeverity == nil ? 0.7 : 1.4)
        : tie.bridgeSeverity.map { 1.6 + 3 * $0 } ?? 1 + 2 * ((tie.weight - lightest) / range).squareRoot()
      let isFresh = tie.change == .formed || tie.change == .strengthened
      let isGone = tie.change == .dissolved || tie.change == .weakened
      graph.edge(
        name(source), name(target),
        [
          "id": "\(ids)e\(min(tie.source, tie.target))-\(max(tie.source, tie.target))",
          "color": isFresh
            ? theme.formed : isGone ? theme.ghost : tie.bridgeSeverity != nil ? theme.alarm : theme.tie,
          "penwidth": DOT.number(isFresh ? width + 1 : width),
          "style": isGone || tie.isIntermittent ? "dashed" : "solid",
          "dir": tie.isDirected ? "forward" : "none", "arrowsize": "0.45",
          "tooltip": "\(source.name(in: language)) — \(target.name(in: language))",
        ])
    }
    for (a, b) in scene.proposed {
      let (source, target) = (scene.symbols[a].actor, scene.symbols[b].actor)
      graph.edge(
        name(source), name(target),
        [
          "color": theme.formed, "penwidth": "2.6", "style": "dashed",
          "tooltip": "\(source.name(in: language)) — \(target.name(in: language))",
        ])
    }
    for (index, ghost) in scene.ghosts.enumerated() {
      graph.edge("ghost:\(index)", name(scene.symbols[ghost.beside].actor), ["style": "dashed", "color": theme.ghost])
    }
  }

  private static func draw(
    _ symbol: MapScene.Symbol, at middle: Point, _ survey: GapSurvey, _ theme: Theme, _ language: Language, ids: String,
    into graph: inout DOTGraph
  ) {
    let look = theme.symbol(of: symbol.kind, in: survey.graph.network.profile)
    let top = middle.y + (symbol.size + symbol.label.height) / 2
    let side = DOT.number(symbol.size / 72)
    graph.node(
      name(symbol.actor),
      [
        "id": "\(ids)v\(symbol.vertex)",
        "pos": DOT.point(Point(x: middle.x, y: top - symbol.size / 2)), "shape": look.shape.rawValue,
        "style": symbol.turn == .left ? "filled,dashed" : "filled", "width": side, "height": side,
        "fillcolor": symbol.turn == .left ? theme.background : look.color + (symbol.isFaded ? "48" : ""), "label": "",
        "color": symbol.turn.map { $0 == .joined ? theme.formed : theme.ghost }
          ?? (symbol.isCut ? theme.alarm : theme.outline),
        "penwidth": DOT.number(
          (symbol.isCut || symbol.turn == .joined ? 3.2 : symbol.turn == .left ? 1.6 : 1.2) * min(1, symbol.size / 15)),
        "tooltip": "\(symbol.actor.name(in: language)) · \(symbol.kind.label(language))",
      ])
    draw(
      symbol.label, "label:\(symbol.actor.id)", "\(ids)l\(symbol.vertex)",
      under: Point(x: middle.x, y: top - symbol.size), theme, into: &graph)
  }

  private static func draw(
    _ ghost: MapScene.Ghost, _ index: Int, at middle: Point, _ survey: GapSurvey, _ theme: Theme,
    into graph: inout DOTGraph
  ) {
    let look = theme.symbol(of: ghost.kind, in: survey.graph.network.profile)
    let top = middle.y + (ghostSize + ghost.label.height) / 2
    let side = DOT.number(ghostSize / 72)
    graph.node(
      "ghost:\(index)",
      [
        "pos": DOT.point(Point(x: middle.x, y: top - ghostSize / 2)), "shape": look.shape.rawValue,
        "style": "filled,dashed", "width": side, "height": side, "fillcolor": theme.background, "color": look.color,
        "penwidth": "1.6", "label": "",
      ])
    draw(
      ghost.label, "ghostlabel:\(index)", "ghostlabel\(index)", under: Point(x: middle.x, y: top - ghostSize), theme,
      into: &graph)
  }

  /// A label on a veil of white, so that ties behind it do not cross its letters.
  private static func draw(
    _ label: MapScene.Label, _ name: String, _ id: String, under top: Point, _ theme: Theme, into graph: inout DOTGraph
  ) {
    guard !label.lines.isEmpty else { return }
    let rows = label.lines.map { DOT.font($0.text, size: $0.size, color: $0.isFaint ? theme.faint : theme.text) }
    let table =
      "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\" BGCOLOR=\"\(theme.veil)\"><TR><TD>"
      + rows.joined(separator: "<BR/>") + "</TD></TR></TABLE>"
    graph.node(
      name,
      [
        "id": id, "pos": DOT.point(Point(x: top.x, y: top.y - label.height / 2)), "shape": "plaintext", "width": "0.01",
        "height": "0.01", "fixedsize": "false", "margin": "0", "label": DOTMarkup(table),
      ])
  }

  static func text(
    _ id: String, _ text: String, size: Double, color: String, bold: Bool = false, at middle: Point,
    into graph: inout DOTGraph
  ) {
    graph.node(
      id,
      [
        "pos": DOT.point(middle), "shape": "plaintext", "width": "0.01", "height": "0.01", "fixedsize": "false",
        "margin": "0", "label": DOTMarkup(DOT.font(text, size: size, color: color, bold: bold)),
      ])
  }

  private static func name(_ actor: Actor) -> String { "actor:\(actor.id)" }

  // MARK: - Hulls

  /// The outline around the members of a group with their labels, and the group's name.
  private static func hull(
    of group: MapScene.Group, nameAt name: Point, _ scene: MapScene, _ layout: MapLayout
  ) -> [Point] {
    var corners = group.vertices.flatMap { vertex in
      let symbol = scene.symbols[vertex]
      let size = (max(symbol.size, symbol.label.width), symbol.size + symbol.label.height)
      return Hull.corners(of: layout.symbols[vertex], size, margin: 20)
    }
    let width = TextSize.width(group.name, size: MapLayout.groupNameSize)
    corners += Hull.corners(of: name, (width, MapLayout.groupNameSize), margin: 20)
    return Hull.around(corners)
  }

  /// Outlines in Graphviz's xdot language: pen color, fill color, filled polygon.
  private static func background(_ scene: MapScene, _ hulls: [[Point]]) -> String {
    zip(scene.groups, hulls).map { group, hull in
      let points = hull.map { "\(DOT.number($0.x)) \(DOT.number($0.y))" }.joined(separator: " ")
      return "c 9 -\(group.color)40 C 9 -\(group.color)1A P \(hull.count) \(points)"
    }.joined(separator: " ")
  }

  /// Two thirds of a color's brightness: legible as text where the color itself is too light.
  private static func darker(_ color: String) -> String {
    guard color.count == 7, let value = UInt32(color.dropFirst(), radix: 16) else { return color }
    let parts = [16, 8, 0].map { (value >> UInt32($0)) & 0xFF }.map { $0 * 2 / 3 }
    return "#" + parts.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
