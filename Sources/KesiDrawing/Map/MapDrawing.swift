import KesiCluster
import KesiMatrix
import KesiMeasures
import KesiNetwork

/// The map of a network: actors as symbols by kind, sized by a measure, consortia as soft shapes behind them, gaps
/// marked, a legend and the worst gaps in words below.
package enum MapDrawing {
  /// What stands around the map.
  package enum Surroundings: Sendable {
    /// Title, legend, worst gaps, source: a page by itself.
    case page
    /// Nothing: a part of something larger.
    case none
  }

  static let ghostSize = 22.0
  /// How large the numbers of steps are.
  private static let stepSize = 13.0
  static let mostSentences = 5

  /// - Parameters:
  ///   - gaps: those of the analysis.
  ///   - change: what has changed, where the analysis is of the union of two networks: it is then marked instead of the gaps,
  ///     which are those that the change opened.
  ///   - plan: which steps of a plan the change is: what they do is dashed and bears their numbers.
  ///   - remedies: ties that would help, drawn as if they were to form; all that no gap is about is then faded.
  ///   - heading: what the map shows of the network, where it is not the network as it is.
  ///   - size: the measure that symbols grow with.
  ///   - seed: where the layout starts from.
  /// - Throws: ``DrawingError``
  package static func picture(
    of analysis: Analysis, gaps: [Gap], change: NetworkChange? = nil, plan: PlanMarks? = nil,
    remedies: [Remedy]? = nil, heading: Phrase? = nil, size: ActorMeasure, style: PictureStyle, seed: Int = 1,
    surroundings: Surroundings = .page
  ) throws -> Picture {
    guard !analysis.graph.actors.isEmpty else { return try Sheet.nothing(in: analysis, style) }
    // Where nothing is assessed, there is nothing to help with: the map is the network as it is.
    let remedies = analysis.assessesNothing ? nil : remedies
    var sheet = try Sheet(of: analysis, style)
    let sizes = try analysis.numbers.values(of: size)
    let parts = analysis.graph.actors.count > MapScene.large ? try LargeParts(of: analysis) : nil
    let scene = try MapScene(
      of: analysis, gaps: gaps, change: change, plan: plan, remedies: remedies, sizes: sizes, theme: sheet.theme,
      style: style, parts: parts)
    let layout =
      try parts.map { try MapLayout(large: scene, $0, style, seed: seed, on: analysis.parallel) }
      ?? MapLayout(of: scene, seed: seed)
    if let parts, let large = layout.large {
      let labels = zip(scene.symbols, large.labels).compactMap { symbol, place in
        place.map { (middle: $0, width: symbol.label.width, height: symbol.label.height) }
      }
      RegionDrawing.draw(parts, large.discs, hasBands: scene.hasBands, avoiding: labels, on: &sheet)
    }
    drawGroups(scene, layout, on: &sheet)
    let symbols = drawSymbols(scene, layout, on: &sheet)
    let ghosts = scene.ghosts.enumerated().map { index, ghost in draw(ghost, at: layout.ghosts[index], on: &sheet) }
    drawTies(scene, symbols, ghosts, on: &sheet)
    if let isolated = layout.isolated, !style.isPlain {
      sheet.line(
        style.words(caption(of: isolated.count, in: analysis, scene, isChange: change != nil)), size: 11,
        color: sheet.theme.faint, bold: true, left: isolated.bounds.left,
        y: isolated.bounds.top + 14, id: "isolated")
    }
    guard case .page = surroundings else { return sheet.picture() }
    sheet.leaveOut(scene.lightTies)
    return sheet.framed(
      heading: heading ?? (remedies == nil ? nil : Phrase("gaps, and ties that would help", zh: "薄弱环节与补链建议")),
      notes: notes(scene, change, analysis.graph.network), keys: keys(scene, size, sheet),
      findings: findings(gaps, isChange: change != nil))
  }

  // MARK: - Parts

  private static func drawGroups(_ scene: MapScene, _ layout: MapLayout, on sheet: inout Sheet) {
    let boxes = scene.symbols.enumerated().map { index, symbol -> Outline.Box in
      (layout.symbols[index], max(symbol.size, symbol.label.width), symbol.size + symbol.label.height)
    }
    for (index, group) in scene.groups.enumerated() {
      let inside = Set(group.vertices)
      let name: Outline.Box = (
        layout.groupNames[index], scene.letters.width(group.name, size: MapLayout.groupNameSize) * 1.08,
        MapLayout.groupNameSize
      )
      let outline = Outline.around(
        group.vertices.map { boxes[$0] } + [name],
        leavingOut: boxes.indices.filter { !inside.contains($0) }.map { boxes[$0] })
      for curve in outline { sheet.area(curve, fill: group.color + "1A", edge: group.color + "40") }
      sheet.text(
        group.name, size: MapLayout.groupNameSize, color: sheet.theme.visible(group.color), bold: true,
        at: layout.groupNames[index], id: "group\(index)")
    }
  }

  /// - Returns: the number of each symbol on the sheet.
  private static func drawSymbols(
    _ scene: MapScene, _ layout: MapLayout, on sheet: inout Sheet
  ) -> [Int] {
    let theme = sheet.theme
    let parts = scene.symbols.enumerated().map { index, symbol in
      let box = symbol.size + (scene.isLarge ? 0 : symbol.label.height)
      let top = layout.symbols[index].y + box / 2
      let thickness = min(1, symbol.size / 15)
      let ring: Canvas.Stroke? =
        switch symbol.turn {
        case .joined: Canvas.Stroke(color: theme.formed, width: 3.2 * thickness)
        case .left: Canvas.Stroke(color: theme.ghost, width: 1.6 * thickness, isDashed: true)
        case nil where symbol.steps != nil: Canvas.Stroke(color: theme.formed, width: 3.2 * thickness)
        case nil: symbol.isCut ? Canvas.Stroke(color: theme.alarm, width: 3.2 * thickness) : nil
        }
      let tooltip =
        "\(sheet.style.each { symbol.actor.name(in: $0) }.joined(separator: " ")) · \(sheet.style.words(symbol.kind.label))"
      let part = sheet.symbol(
        symbol.kind, of: scene.actors[symbol.vertex],
        at: Point(x: layout.symbols[index].x, y: top - symbol.size / 2), id: "v\(symbol.vertex)",
        tooltip: tooltip,
        style: Sheet.SymbolStyle(
          size: symbol.size, isFaded: symbol.isFaded, isGhost: symbol.turn == .left, ring: ring))
      return (part, Point(x: layout.symbols[index].x, y: top - symbol.size), symbol)
    }
    for (index, (_, foot, symbol)) in parts.enumerated() {
      let label = symbol.label
      let top =
        layout.large.map { large in large.labels[index].map { Point(x: $0.x, y: $0.y + label.height / 2) } } ?? foot
      guard let top else { continue }
      sheet.label(
        label.lines, size: label.size, under: top, color: symbol.isFaded ? theme.faint : nil,
        id: "l\(symbol.vertex)")
      if let steps = symbol.steps {
        let place = Point(x: foot.x + symbol.size / 2, y: foot.y + symbol.size)
        sheet.text(steps, size: Self.stepSize, color: theme.formed, bold: true, at: place)
      }
    }
    return parts.map(\.0)
  }

  private static func draw(_ ghost: MapScene.Ghost, at middle: Point, on sheet: inout Sheet) -> Int {
    let top = middle.y + (ghostSize + ghost.label.height) / 2
    let part = sheet.symbol(
      ghost.kind, at: Point(x: middle.x, y: top - ghostSize / 2), tooltip: ghost.label.lines.joined(separator: " · "),
      style: Sheet.SymbolStyle(size: ghostSize, isGhost: true))
    sheet.label(
      ghost.label.lines, size: ghost.label.size, under: Point(x: middle.x, y: top - ghostSize), color: sheet.theme.faint
    )
    return part
  }

  private static func drawTies(
    _ scene: MapScene, _ symbols: [Int], _ ghosts: [Int], on sheet: inout Sheet
  ) {
    let theme = sheet.theme
    let lightest = scene.ties.map(\.weight).min() ?? 1
    let range = max(1e-300, (scene.ties.map(\.weight).max() ?? 1) - lightest)
    // Of two ties in opposite directions the second has no id of its own.
    var known = Set<String>()
    let style = sheet.style
    let names = { (vertex: Int) in
      style.each { scene.symbols[vertex].actor.name(in: $0) }.joined(separator: " ").visible(most: 120)
    }
    let drawn = scene.ties.filter(\.isDrawn)
    var ties = drawn.map { tie -> Sheet.Tie in
      let isFresh = tie.change == .formed || tie.change == .strengthened
      let isGone = tie.change == .dissolved || tie.change == .weakened
      let width =
        scene.isLarge
        ? (tie.bridgeSeverity == nil ? 0.6 : 1.2)
        : tie.bridgeSeverity.map { 1.6 + 3 * $0 } ?? 1 + 2 * ((tie.weight - lightest) / range).squareRoot()
      let color =
        isFresh || tie.steps != nil
        ? theme.formed : isGone ? theme.ghost : tie.bridgeSeverity != nil ? theme.alarm : theme.tie
      let ends = [tie.source, tie.target].map(names)
      let id = "e\(min(tie.source, tie.target))-\(max(tie.source, tie.target))"
      return Sheet.Tie(
        from: symbols[tie.source], to: symbols[tie.target],
        stroke: Canvas.Stroke(
          color: color, width: isFresh || tie.steps != nil ? width + 1 : width,
          // What a plan would form is not there yet.
          isDashed: isGone || tie.isIntermittent || tie.steps != nil && tie.change == .formed),
        isDirected: tie.isDirected, id: known.insert(id).inserted ? id : nil,
        tooltip: scene.isLarge ? "" : ends.joined(separator: " — "))
    }
    for (a, b) in scene.proposed {
      ties.append(
        Sheet.Tie(
          from: symbols[a], to: symbols[b],
          stroke: Canvas.Stroke(color: theme.formed, width: 2.6, isDashed: true),
          tooltip: [a, b].map(names).joined(separator: " — ")))
    }
    for (index, ghost) in scene.ghosts.enumerated() {
      ties.append(
        Sheet.Tie(
          from: ghosts[index], to: symbols[ghost.beside],
          stroke: Canvas.Stroke(color: theme.ghost, width: 1, isDashed: true)))
    }
    let parts = sheet.add(ties)
    for (tie, part) in zip(drawn, parts) {
      guard let steps = tie.steps, let middle = sheet.middle(ofTie: part) else { continue }
      sheet.text(steps, size: stepSize, color: theme.formed, bold: true, at: middle)
    }
  }
}

extension View {
  public static let map = View(
    "map", "the whole network; consortia or chains as soft shapes; gaps marked",
    takes: .ofNetworks.union([.size, .seed, .asOf, .directed, .weighted, .projection])
  ) { analysis, wishes in
    // A plain picture shows none: they are not even looked for, which on a large network takes longest.
    let gaps = wishes.style.isPlain ? [] : try MapDrawing.gaps(of: analysis)
    return try MapDrawing.picture(
      of: analysis, gaps: gaps, size: wishes.size,
      style: wishes.style, seed: wishes.seed)
  }

  public static let gaps = View(
    "gaps", "the network faded, its gaps marked, the ties that would help most in green",
    takes: View.map.takes.subtracting([.plain])
  ) { analysis, wishes in
    let gaps = try MapDrawing.gaps(of: analysis)
    return try MapDrawing.picture(
      of: analysis, gaps: gaps, remedies: MapDrawing.remedies(of: analysis, gaps), size: wishes.size,
      style: wishes.style, seed: wishes.seed)
  }
}

extension MapDrawing {
  /// Beyond so many actors only gaps that are soon found are marked.
  private static let mostSearched = 5000

  fileprivate static func gaps(of analysis: Analysis) throws -> [Gap] {
    try analysis.gaps(analysis.graph.actors.count > mostSearched ? .quick : .all)
  }

  /// The ties that would close the worst gaps, and those that would raise the chains most.
  fileprivate static func remedies(of analysis: Analysis, _ gaps: [Gap]) throws -> [Remedy] {
    let suggested = try analysis.suggestions(for: .index(), within: SuggestionLimits(ties: 5, perActor: 2)).map(\.step)
    return suggested + gaps.filter { $0.level >= .high }.prefix(8).flatMap(\.remedies)
  }
}
