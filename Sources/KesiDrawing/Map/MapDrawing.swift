import KesiCluster
import KesiMatrix
import KesiMeasures
import KesiNetwork

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
  private static let sentences = 5

  /// - Parameters:
  ///   - gaps: those of the analysis.
  ///   - change: what has changed, where the analysis is of the union of two networks: it is then marked instead of the gaps,
  ///     which are those that the change opened.
  ///   - remedies: ties that would help, drawn as if they were to form; all that no gap is about is then faded.
  ///   - heading: what the map shows of the network, where it is not the network as it is.
  ///   - size: the measure that symbols grow with.
  ///   - seed: where the layout starts from.
  /// - Throws: ``DrawingError``
  public static func picture(
    of analysis: Analysis, gaps: [Gap], change: NetworkChange? = nil, remedies: [Remedy]? = nil,
    heading: Phrase? = nil, size: ActorMeasure,
    language: Language, theme: ThemeName = .standard, seed: Int = 1, surroundings: Surroundings = .page
  ) throws -> Picture {
    let network = analysis.graph.network
    guard !analysis.graph.actors.isEmpty else { return Sheet.nothing(in: network, theme: theme, language: language) }
    // Where nothing is assessed, there is nothing to help with: the map is the network as it is.
    let remedies = analysis.assessesNothing ? nil : remedies
    var sheet = Sheet(network, theme: theme, language: language)
    let sizes = try analysis.numbers.values(of: size)
    let scene = MapScene(
      of: analysis, gaps: gaps, change: change, remedies: remedies, sizes: sizes, theme: sheet.theme, language: language
    )
    let layout =
      try scene.isLarge ? MapLayout(large: scene, in: analysis, seed: seed) : MapLayout(of: scene, seed: seed)
    let prefix = if case .none(let ids) = surroundings { ids } else { "" }
    drawGroups(scene, layout, on: &sheet)
    let symbols = drawSymbols(scene, layout, ids: prefix, on: &sheet)
    let ghosts = scene.ghosts.enumerated().map { index, ghost in draw(ghost, at: layout.ghosts[index], on: &sheet) }
    drawTies(scene, symbols, ghosts, ids: prefix, on: &sheet)
    if let isolated = layout.isolated {
      sheet.line(
        caption(of: isolated.count, in: analysis, scene, isChange: change != nil)(language), size: 11,
        color: sheet.theme.faint, bold: true, left: isolated.bounds.left,
        y: isolated.bounds.top + 14, id: "isolated")
    }
    if case .page = surroundings {
      let heading = heading ?? (remedies == nil ? nil : Phrase("gaps, and ties that would help", zh: "薄弱环节与补链建议"))
      sheet.frame(
        heading: heading, notes: notes(scene, change, network, language), keys: keys(scene, size, sheet.theme),
        sentences: sentences(gaps, isChange: change != nil, network, language))
    }
    return sheet.picture()
  }

  // MARK: - Parts

  private static func drawGroups(_ scene: MapScene, _ layout: MapLayout, on sheet: inout Sheet) {
    let boxes = scene.symbols.enumerated().map { index, symbol -> Outline.Box in
      (layout.symbols[index], max(symbol.size, symbol.label.width), symbol.size + symbol.label.height)
    }
    for (index, group) in scene.groups.enumerated() {
      let inside = Set(group.vertices)
      let name: Outline.Box = (
        layout.groupNames[index], TextSize.width(group.name, size: MapLayout.groupNameSize) * 1.08,
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
    _ scene: MapScene, _ layout: MapLayout, ids: String, on sheet: inout Sheet
  ) -> [Int] {
    let theme = sheet.theme
    let parts = scene.symbols.enumerated().map { index, symbol in
      let label = layout.showsLabel[index] ? symbol.label : MapScene.Label()
      let box = symbol.size + (scene.isLarge ? 0 : symbol.label.height)
      let top = layout.symbols[index].y + box / 2
      let thickness = min(1, symbol.size / 15)
      let ring: Canvas.Stroke? =
        switch symbol.turn {
        case .joined: Canvas.Stroke(color: theme.formed, width: 3.2 * thickness)
        case .left: Canvas.Stroke(color: theme.ghost, width: 1.6 * thickness, isDashed: true)
        case nil: symbol.isCut ? Canvas.Stroke(color: theme.alarm, width: 3.2 * thickness) : nil
        }
      let tooltip = "\(symbol.actor.name(in: sheet.language)) · \(symbol.kind.label(sheet.language))"
      let part = sheet.symbol(
        symbol.kind, at: Point(x: layout.symbols[index].x, y: top - symbol.size / 2), id: "\(ids)v\(symbol.vertex)",
        tooltip: tooltip,
        style: Sheet.SymbolStyle(
          size: symbol.size, isFaded: symbol.isFaded, isGhost: symbol.turn == .left, ring: ring))
      return (part, label, Point(x: layout.symbols[index].x, y: top - symbol.size), symbol)
    }
    for (_, label, top, symbol) in parts {
      sheet.label(
        label.lines, size: label.size, under: top, color: symbol.isFaded ? theme.faint : nil,
        id: "\(ids)l\(symbol.vertex)")
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
    _ scene: MapScene, _ symbols: [Int], _ ghosts: [Int], ids: String, on sheet: inout Sheet
  ) {
    let theme = sheet.theme
    let lightest = scene.ties.map(\.weight).min() ?? 1
    let range = max(1e-300, (scene.ties.map(\.weight).max() ?? 1) - lightest)
    // Of two ties in opposite directions the second has no id of its own.
    var known = Set<String>()
    var ties = scene.ties.map { tie -> Sheet.Tie in
      let isFresh = tie.change == .formed || tie.change == .strengthened
      let isGone = tie.change == .dissolved || tie.change == .weakened
      let width =
        scene.isLarge
        ? (tie.bridgeSeverity == nil ? 0.6 : 1.2)
        : tie.bridgeSeverity.map { 1.6 + 3 * $0 } ?? 1 + 2 * ((tie.weight - lightest) / range).squareRoot()
      let color =
        isFresh ? theme.formed : isGone ? theme.ghost : tie.bridgeSeverity != nil ? theme.alarm : theme.tie
      let ends = [tie.source, tie.target].map { scene.symbols[$0].actor.name(in: sheet.language).visible(most: 120) }
      let id = "\(ids)e\(min(tie.source, tie.target))-\(max(tie.source, tie.target))"
      return Sheet.Tie(
        from: symbols[tie.source], to: symbols[tie.target],
        stroke: Canvas.Stroke(
          color: color, width: isFresh ? width + 1 : width, isDashed: isGone || tie.isIntermittent),
        isDirected: tie.isDirected, id: known.insert(id).inserted ? id : nil,
        tooltip: scene.isLarge ? "" : ends.joined(separator: " — "))
    }
    for (a, b) in scene.proposed {
      ties.append(
        Sheet.Tie(
          from: symbols[a], to: symbols[b],
          stroke: Canvas.Stroke(color: theme.formed, width: 2.6, isDashed: true),
          tooltip: [a, b].map { scene.symbols[$0].actor.name(in: sheet.language).visible(most: 120) }
            .joined(separator: " — ")))
    }
    for (index, ghost) in scene.ghosts.enumerated() {
      ties.append(
        Sheet.Tie(
          from: ghosts[index], to: symbols[ghost.beside],
          stroke: Canvas.Stroke(color: theme.ghost, width: 1, isDashed: true)))
    }
    sheet.add(ties)
  }

  // MARK: - Around it

  /// What the block of those without ties is called. Some of them may stand in a group or at a tie that would help: then
  /// how many there are in all is said first, as tables have it.
  private static func caption(of shown: Int, in analysis: Analysis, _ scene: MapScene, isChange: Bool) -> Phrase {
    guard scene.ties.count == scene.allTies else {
      return Phrase("\(shown) without ties in this picture", zh: "\(shown) 家在图上没有联系")
    }
    let all = degrees(of: analysis.graph.matrix).count { $0 == 0 }
    // Where ties are not assessed, those of whom none is stated may well have some.
    let words =
      analysis.notAssessed.contains(.ties)
      ? Phrase("\(all) of whom no ties are stated", zh: "\(all) 家未注明联系")
      : isChange
        ? Phrase("\(all) without ties before and after", zh: "\(all) 家前后均没有联系")
        : Phrase("\(all) without ties", zh: "\(all) 家没有联系")
    return shown == all ? words : Phrase("\(words.en), \(shown) of them here", zh: "\(words.zh)，此处为其中 \(shown) 家")
  }

  private static func notes(
    _ scene: MapScene, _ change: NetworkChange?, _ network: Network, _ language: Language
  ) -> [String] {
    if let change {
      // Of two networks the map is of the union, which no table counts.
      let counts = [(change.actorCounts, "actor", "家单位")] + (change.tieCounts.map { [($0, "tie", "条联系")] } ?? [])
      return counts.map { count, noun, unit in
        let (old, new) = count
        let from = old == new ? "" : "\(Figure.count(old).text) → "
        return Phrase(from + new.counted(noun), zh: "\(from)\(Figure.count(new).text) \(unit)")(language)
      }
    }
    let counts = [
      (scene.symbols.count, Phrase("actors", zh: "家单位"), Phrase("actor", zh: "家单位")),
      (scene.allTies, Phrase("ties", zh: "条联系"), Phrase("tie", zh: "条联系")),
      (network.consortia.count, Phrase("consortia", zh: "个联合体"), Phrase("consortium", zh: "个联合体")),
      (network.chains.count, Phrase("chains", zh: "条产业链"), Phrase("chain", zh: "条产业链")),
    ].filter { $0.0 > 0 }.map { "\($0.0) \(($0.0 == 1 ? $0.2 : $0.1)(language))" }
    guard scene.ties.count < scene.allTies else { return counts }
    let drawn = Phrase(
      "the \(scene.ties.count) heaviest ties are drawn", zh: "只绘出强度最大的 \(scene.ties.count) 条联系")
    return counts + [drawn(language)]
  }

  /// The kinds that the map shows, then the marks that it uses.
  private static func keys(_ scene: MapScene, _ size: ActorMeasure, _ theme: Theme) -> [Sheet.Key] {
    var keys: [Sheet.Key] = []
    var seen = Set<ExactText>()
    for symbol in scene.symbols where seen.insert(ExactText(symbol.kind.id)).inserted {
      keys.append(Sheet.Key(symbol.kind))
    }
    func line(_ color: String, isDashed: Bool = false) -> Sheet.Key.Look {
      .line(Canvas.Stroke(color: color, width: 2.6, isDashed: isDashed))
    }
    let ghost = Canvas.Stroke(color: theme.ghost, width: 1.4, isDashed: true)
    let marks: [(isUsed: Bool, look: Sheet.Key.Look, label: Phrase)] = [
      (
        scene.symbols.contains(where: \.isCut), .ring(Canvas.Stroke(color: theme.alarm, width: 2.6)),
        Phrase("its loss splits the network", zh: "粗圈：失去它后将有单位与网络断开")
      ),
      (
        scene.ties.contains { $0.bridgeSeverity != nil }, line(theme.alarm),
        Phrase("only link of two parts", zh: "两部分之间的唯一联系")
      ),
      (
        scene.ties.contains { $0.change == .formed || $0.change == .strengthened }, line(theme.formed),
        Phrase("formed or stronger", zh: "新建或增强")
      ),
      (
        scene.ties.contains { $0.change == .dissolved || $0.change == .weakened },
        line(theme.ghost, isDashed: true), Phrase("dissolved or weaker", zh: "消失或减弱")
      ),
      (!scene.proposed.isEmpty, line(theme.formed, isDashed: true), Phrase("a tie that would help", zh: "建议建立的联系")),
      (
        scene.symbols.contains { $0.turn == .joined }, .ring(Canvas.Stroke(color: theme.formed, width: 2.6)),
        Phrase("joined", zh: "新加入")
      ),
      (
        scene.ties.contains { $0.isIntermittent }, line(theme.tie, isDashed: true),
        Phrase("works only now and then", zh: "间歇合作")
      ),
      (scene.symbols.contains { $0.turn == .left }, .ring(ghost), Phrase("left", zh: "已退出")),
      (!scene.ghosts.isEmpty, .ring(ghost), Phrase("missing in a chain", zh: "产业链缺失的主体")),
    ]
    keys += marks.filter(\.isUsed).map { Sheet.Key($0.look, $0.label) }
    if let meaning = scene.groupMeaning, let color = scene.groups.first?.color {
      keys.append(Sheet.Key(.patch(color + "40"), meaning))
    }
    return keys + [Sheet.Key(.size, Phrase("size: \(size.summary.en)", zh: "大小：\(size.summary.zh)"))]
  }

  /// The worst gaps in words: one sentence a kind and subject says more than five of one kind.
  private static func sentences(
    _ gaps: [Gap], isChange: Bool, _ network: Network, _ language: Language
  ) -> (heading: String, lines: [String]) {
    var seen = Set<String>()
    var perKind: [GapKind: Int] = [:]
    let chosen = gaps.filter {
      seen.insert("\($0.kind):\($0.subjects.first ?? -1):\($0.chain ?? -1)").inserted
    }.filter { gap in
      perKind[gap.kind, default: 0] += 1
      return perKind[gap.kind, default: 0] <= 2
    }.prefix(sentences)
    let heading =
      gaps.count == 1
      ? (isChange ? Phrase("One new gap", zh: "新增 1 处薄弱环节") : Phrase("One gap", zh: "1 处薄弱环节"))
      : gaps.count == chosen.count
        ? (isChange
          ? Phrase("\(gaps.count) new gaps", zh: "新增 \(gaps.count) 处薄弱环节")
          : Phrase("\(gaps.count) gaps", zh: "\(gaps.count) 处薄弱环节"))
        : isChange
          ? Phrase("The worst of \(gaps.count) new gaps", zh: "新增 \(gaps.count) 处薄弱环节，其中最严重的有")
          : Phrase("The worst of \(gaps.count) gaps", zh: "\(gaps.count) 处薄弱环节，其中最严重的有")
    return (heading(language), chosen.map { $0.explanation(language) })
  }
}
