import KesiCluster
import KesiMatrix
import KesiNetwork

/// Chains as lanes, the weakest on top, their stages from upstream to downstream; where no stage is known, the kinds that
/// the chain requires stand side by side. Actors stand in their lane with their ties; a stage that nothing links to the
/// next is shown as a slit, a missing kind as a ghost.
package enum ChainLanes {
  private static let columnWidth = 230.0
  static let perRow = 2
  private static let rowHeight = 72.0
  private static let stagger = [0.0, 18, 5]
  /// What a lane keeps free above and below.
  private static let laneEdge = 6.0
  /// Actors that a cell shows; the others are counted.
  static let most = 8

  package static func picture(
    of analysis: Analysis, gaps: [Gap], style: PictureStyle
  ) throws -> Picture {
    guard !analysis.chains.isEmpty else { throw UnknownWord.noChains }
    guard !analysis.graph.actors.isEmpty else { return try Sheet.nothing(in: analysis, style) }
    var sheet = try Sheet(of: analysis, style)
    let gaps = style.isPlain ? [] : gaps
    let columns = columns(of: analysis, style)
    let named = named(in: analysis, style)
    var y = 0.0
    var shown: [Int] = []
    var used = Marks()
    for (number, item) in analysis.weakestFirst().enumerated() {
      let lane = Lane(item.chain, item.index, columns, gaps.filter { $0.chain == item.chain.index }, analysis, style)
      let height = lane.headroom + 36 + rowHeight * Double(lane.rows)
      if number % 2 == 0 {
        sheet.fill(
          left: -170, bottom: y - height, width: 170 + columnWidth * Double(columns.count) + 10, height: height,
          color: sheet.theme.ghost + "14")
      }
      head(lane, top: y, height: height, into: &sheet)
      shown += draw(lane, top: y, height: height, columns, naming: named, &used, into: &sheet)
      y -= height
    }
    for (place, column) in columns.enumerated() {
      let words = style.letters.wrapped(style.words(column.label), size: 11, limit: columnWidth - 16, lines: 1)
      sheet.text(
        words.first ?? "", size: 11, color: sheet.theme.faint, bold: true,
        at: Point(x: columnWidth * (Double(place) + 0.5), y: 12))
    }
    let byStage = columns.contains { if case .stage = $0.what { true } else { false } }
    return sheet.framed(
      heading: byStage
        ? Phrase("chains by stage", zh: "产业链环节图") : Phrase("chains by kind", zh: "产业链主体构成图"),
      notes: analysis.assessesNothing ? [] : [Phrase("the weakest chain first", zh: "由弱到强排列")],
      keys: sheet.keys(of: shown) + used.keys(sheet.theme))
  }

  /// The actors that are named, as indices of the network: those with most partners first.
  private static func named(in analysis: Analysis, _ style: PictureStyle) -> Set<Int> {
    let graph = analysis.graph
    let inChains = Set(analysis.chosenChains.flatMap(\.actors)).compactMap { graph.vertex[$0] }
    return Set(style.named(analysis.partners.withRows { $0.byFallingDegree(inChains) }).map { graph.actors[$0] })
  }

  /// The marks that a picture uses, for the legend.
  private struct Marks {
    var hasSlit = false
    var hasGhost = false
    var hasRing = false

    func keys(_ theme: Theme) -> [Sheet.Key] {
      let all: [(Bool, Sheet.Key)] = [
        (
          hasRing,
          Sheet.Key(.ring(Canvas.Stroke(color: theme.alarm, width: 2.6)), Phrase("much depends on it", zh: "粗圈：依赖集中于此"))
        ),
        (
          hasGhost,
          Sheet.Key(
            .ring(Canvas.Stroke(color: theme.ghost, width: 1.4, isDashed: true)),
            Phrase("a kind that the whole chain lacks", zh: "全链缺失的主体类型"))
        ),
        (
          hasSlit,
          Sheet.Key(.patch(theme.alarm), Phrase("nothing links these two stages", zh: "红色断缝：相邻两环节之间没有联系"))
        ),
      ]
      return all.filter(\.0).map(\.1)
    }
  }

  /// Stages from upstream to downstream, those without one, and what is missing; where no stage is known, kinds.
  private static func columns(of analysis: Analysis, _ style: PictureStyle) -> [Column] {
    let network = analysis.graph.network
    var seen = Set<ExactText>()
    guard analysis.chosenChains.contains(where: { chain in chain.positions.contains { $0.stage != nil } }) else {
      let kinds =
        analysis.chosenChains.flatMap(\.chain.requires)
        + analysis.chosenChains.flatMap { chain in chain.actors.map { network.actors[$0].kind } }
      return kinds.filter { seen.insert(ExactText($0)).inserted }.map {
        Column(what: .kind($0), label: Sheet.Key(network.profile.kind($0)).label)
      }
    }
    let stages =
      analysis.chosenChains.flatMap(\.chain.stages) + analysis.chosenChains.flatMap { $0.positions.compactMap(\.stage) }
    var columns = stages.filter { seen.insert(ExactText($0)).inserted }.map {
      Column(what: .stage($0), label: Phrase($0, zh: stageName($0)))
    }
    let hasUnstaged = analysis.chosenChains.contains { chain in
      let staged = Set(chain.positions.filter { $0.stage != nil }.map(\.actor))
      return chain.actors.contains { !staged.contains($0) }
    }
    if hasUnstaged { columns.append(Column(what: .unstaged, label: Phrase("stage not stated", zh: "环节未注明"))) }
    if analysis.chosenChains.contains(where: { !missing(in: $0, analysis, style).isEmpty }) {
      columns.append(Column(what: .missing, label: Phrase("missing in the chain", zh: "全链缺失")))
    }
    return columns
  }

  /// The kinds that a chain requires and lacks; none where nothing is assessed.
  static func missing(in chain: ChainNetwork, _ analysis: Analysis, _ style: PictureStyle) -> [String] {
    style.isPlain || !analysis.judges(chain.index)
      ? [] : chain.chain.assessed.filter { chain.vertices(ofKind: $0).isEmpty }
  }

  private static func head(_ lane: Lane, top: Double, height: Double, into sheet: inout Sheet) {
    let (style, theme) = (sheet.style, sheet.theme)
    let chain = lane.chain.chain
    var y = top - height / 2 + 16
    for words in style.lines({ chain.name(in: $0) }, size: 13, limit: 140, lines: 2) {
      sheet.line(words, size: 13, bold: true, left: -160, y: y)
      y -= 17
    }
    if let range = lane.index.range {
      sheet.fill(left: -160, bottom: y - 6, width: 140, height: 9, color: theme.ghost + "40")
      let color = theme.verdict(lane.index.verdict)
      // What is not known of it, paler.
      sheet.fill(left: -160, bottom: y - 6, width: 140 * range.high, height: 9, color: color + "50")
      sheet.fill(left: -160, bottom: y - 6, width: 140 * range.low, height: 9, color: color + "FF")
      let verdict = lane.index.verdict.map { verdict in style.each { verdict.label($0) } } ?? []
      let words = ([range.text] + verdict).joined(separator: " ")
      sheet.line(words, size: 9.5, color: theme.faint, left: -160, y: y - 16)
    }
  }

  /// - Returns: the actors that are shown.
  private static func draw(
    _ lane: Lane, top: Double, height: Double, _ columns: [Column], naming named: Set<Int>, _ used: inout Marks,
    into sheet: inout Sheet
  ) -> [Int] {
    let network = sheet.network
    let (style, theme) = (sheet.style, sheet.theme)
    // A cell holds two lines.
    let perLanguage = style.languages.count > 1 ? 1 : 2
    let first = top - lane.headroom - 34
    var parts: [Int: Int] = [:]
    var shown: [Int] = []
    func place(_ number: Int, of count: Int, in column: Int) -> Point {
      let inRow = min(perRow, count - number / perRow * perRow)
      // Not all at one height, so that ties along a row do not run through those between.
      return Point(
        x: columnWidth * (Double(column) + 0.5) + (Double(number % perRow) - Double(inRow - 1) / 2) * 104,
        y: first - rowHeight * Double(number / perRow) - stagger[(number + column) % 3])
    }
    func add(
      _ kind: Kind, of actor: Int? = nil, _ label: [String], _ tooltip: String, at place: Point,
      _ style: Sheet.SymbolStyle
    ) -> Int {
      let part = sheet.symbol(kind, of: actor, at: place, tooltip: tooltip, style: style)
      sheet.label(
        label, size: 10, under: Point(x: place.x, y: place.y - 13), color: style.isGhost ? theme.faint : nil)
      return part
    }
    for (column, cell) in lane.cells.enumerated() {
      for (number, vertex) in cell.prefix(most).enumerated() {
        let actor = lane.chain.actors[vertex]
        let entry = network.actors[actor]
        let isMarked = lane.marked.contains(actor)
        if isMarked { used.hasRing = true }
        parts[vertex] = add(
          network.profile.kind(entry.kind), of: actor,
          named.contains(actor)
            ? style.lines({ entry.shortName(in: $0) }, size: 10, limit: 100, lines: perLanguage) : [],
          style.each { entry.name(in: $0) }.joined(separator: " "),
          at: place(number, of: min(most, cell.count), in: column),
          Sheet.SymbolStyle(ring: isMarked ? Canvas.Stroke(color: theme.alarm, width: 3) : nil))
        shown.append(actor)
      }
      if cell.count > most {
        let more = Phrase("and \(cell.count - most) more", zh: "另有 \(cell.count - most) 家")
        let y = first - rowHeight * Double((most + perRow - 1) / perRow)
        sheet.text(
          style.words(more), size: 9.5, color: theme.faint, at: Point(x: columnWidth * (Double(column) + 0.5), y: y))
      }
      for (number, id) in lane.ghosts[column].enumerated() {
        used.hasGhost = true
        let kind = network.profile.kind(id)
        let label = Phrase("no \(kind.label.en)", zh: "缺\(kind.label.zh)")
        _ = add(
          kind, style.lines({ label($0) }, size: 10, limit: 100, lines: perLanguage), style.words(label),
          at: place(number, of: lane.ghosts[column].count, in: column), Sheet.SymbolStyle(isGhost: true))
      }
    }
    let slitTop = first + 10
    let passing = Set(lane.passing)
    var ties: [Sheet.Tie] = []
    lane.chain.matrix.forEachTie { a, b, weight in
      guard let one = parts[a], let other = parts[b], sheet.draws(weight) else { return }
      let bend = passing.contains([a, b]) ? self.bend(one, other, over: lane.slits, slitTop, sheet) : nil
      ties.append(Sheet.Tie(from: one, to: other, stroke: Canvas.Stroke(color: theme.tie, width: 1.2), bend: bend))
    }
    sheet.add(ties, within: (top - height + laneEdge)...(top - laneEdge))
    for column in lane.slits {
      used.hasSlit = true
      sheet.fill(
        left: columnWidth * Double(column + 1) - 3, bottom: top - height + 4, width: 6,
        height: slitTop - (top - height) - 4, color: theme.alarm + "CC")
    }
    return shown
  }

  /// By which point a tie passes above the slits between its ends.
  private static func bend(_ a: Int, _ b: Int, over slits: [Int], _ top: Double, _ sheet: Sheet) -> Point? {
    guard let one = sheet.canvas.symbol(a)?.place, let other = sheet.canvas.symbol(b)?.place else { return nil }
    var y = -Double.infinity
    for slit in slits {
      let t = (columnWidth * Double(slit + 1) - one.x) / (other.x - one.x)
      guard t > 0.02, t < 0.98 else { continue }
      y = max(y, (top + 8 - (1 - t) * (1 - t) * one.y - t * t * other.y) / (2 * t * (1 - t)))
    }
    return y.isFinite ? Point(x: (one.x + other.x) / 2, y: y) : nil
  }
}

extension View {
  public static let chains = View(
    "chains", "chains as lanes, stages from upstream to downstream, slits between stages that nothing links",
    takes: .ofNetworks
  ) { try ChainLanes.picture(of: $0, gaps: $1.style.isPlain ? [] : $0.gaps(), style: $1.style) }
}
