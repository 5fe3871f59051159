import KesiCluster
import KesiMatrix

/// Chains as lanes, the weakest on top, their stages from upstream to downstream; where no stage is known, the kinds that
/// the chain requires stand side by side. Actors stand in their lane with their ties; a stage that nothing links to the
/// next is shown as a slit, a missing kind as a ghost.
public enum ChainLanes {
  private static let columnWidth = 230.0
  private static let perRow = 2
  private static let rowHeight = 72.0
  private static let stagger = [0.0, 18, 5]
  /// Actors that a cell shows; the others are counted.
  private static let most = 8

  public static func picture(
    of survey: GapSurvey, gaps: [Gap], language: Language, theme: ThemeName = .standard
  ) throws -> Picture {
    let network = survey.graph.network
    guard !survey.chains.isEmpty else {
      throw UnknownWord(Phrase("the network has no chains to draw.", zh: "该网络没有产业链可绘。"))
    }
    var sheet = Sheet(theme: Theme(theme), language: language)
    let hasStages = survey.chains.contains { chain in chain.positions.contains { $0.stage != nil } }
    let columns = hasStages ? stages(of: survey) : kinds(of: survey)
    var y = 0.0
    var shown: [Int] = []
    for (number, item) in survey.weakestFirst().enumerated() {
      let lane = Lane(item.chain, item.index, columns, hasStages: hasStages, survey)
      let height = 26 + rowHeight * Double(lane.rows)
      if number % 2 == 0 {
        sheet.fill(
          left: -170, bottom: y - height, width: 170 + columnWidth * Double(columns.count) + 10, height: height,
          color: sheet.theme.ghost + "14")
      }
      head(lane, top: y, height: height, into: &sheet)
      shown += draw(lane, top: y, height: height, columns, gaps, survey, into: &sheet)
      y -= height
    }
    for (place, column) in columns.enumerated() {
      sheet.text(
        column.label(language), size: 11, color: sheet.theme.faint, bold: true,
        at: Point(x: columnWidth * (Double(place) + 0.5), y: 12))
    }
    sheet.frame(
      network,
      heading: hasStages
        ? Phrase("chains by stage", zh: "产业链环节图") : Phrase("chains by kind", zh: "产业链主体构成图"),
      note: hasStages
        ? Phrase(
          "weakest first · red slit: nothing links the two stages · dashed: missing · ringed: much hangs on it",
          zh: "由弱到强 · 红色断缝：相邻环节无联系 · 虚线：缺失主体 · 粗圈：依赖集中于此")
        : Phrase(
          "weakest first · dashed: missing · ringed: much hangs on it", zh: "由弱到强 · 虚线：缺失主体 · 粗圈：依赖集中于此"),
      kinds: network.kinds(of: shown))
    return sheet.picture()
  }

  private struct Column {
    let id: String
    let label: Phrase
  }

  private static func stages(of survey: GapSurvey) -> [Column] {
    var order: [String] = []
    for stage in survey.chains.flatMap(\.chain.stages) + survey.chains.flatMap({ $0.positions.compactMap(\.stage) })
    where !order.contains(stage) { order.append(stage) }
    return order.map { Column(id: $0, label: Phrase($0, zh: stageName($0))) }
  }

  private static func kinds(of survey: GapSurvey) -> [Column] {
    var order: [String] = []
    for kind in survey.chains.flatMap(\.chain.requires)
      + survey.chains.flatMap({ chain in chain.actors.map { survey.graph.network.actors[$0].kind } })
    where !order.contains(kind) { order.append(kind) }
    return order.map { Column(id: $0, label: survey.graph.network.profile.kind($0).label) }
  }

  /// A chain with its actors in their columns.
  private struct Lane {
    let chain: ChainNetwork
    let index: ChainIndex
    /// The vertices in each column, best tied first, and the kinds that are missing there.
    let cells: [[Int]]
    let missing: [String]
    let rows: Int

    init(
      _ chain: ChainNetwork, _ index: ChainIndex, _ columns: [Column], hasStages: Bool, _ survey: GapSurvey
    ) {
      self.chain = chain
      self.index = index
      var isPlaced = [Bool](repeating: false, count: chain.actors.count)
      var cells = columns.map { column in
        let own = hasStages ? chain.vertices(atStage: column.id) : chain.vertices(ofKind: column.id)
        // An actor of several stages stands at its first.
        let fresh = own.filter { vertex in
          defer { isPlaced[vertex] = true }
          return !isPlaced[vertex]
        }
        return chain.matrix.withRows { $0.byFallingDegree(fresh) }
      }
      let rest = chain.actors.indices.filter { !isPlaced[$0] }
      if !rest.isEmpty, !cells.isEmpty { cells[cells.count / 2] += rest }
      self.cells = cells
      missing = chain.chain.assessed.filter { chain.vertices(ofKind: $0).isEmpty }
      let ghosts = hasStages ? (missing.count + columns.count - 1) / max(1, columns.count) : 1
      let deepest = cells.map { (min(most, $0.count) + perRow - 1) / perRow + ($0.count > most ? 1 : 0) }.max() ?? 1
      rows = max(1, deepest + (missing.isEmpty || !hasStages ? 0 : ghosts))
    }
  }

  private static func head(_ lane: Lane, top: Double, height: Double, into sheet: inout Sheet) {
    let (language, theme) = (sheet.language, sheet.theme)
    let name = lane.chain.chain.name(in: language)
    var y = top - height / 2 + 16
    for words in TextSize.wrapped(name, size: 13, limit: 145).prefix(2) {
      sheet.line(words, size: 13, bold: true, left: -160, y: y)
      y -= 17
    }
    if let value = lane.index.value {
      sheet.fill(left: -160, bottom: y - 6, width: 140, height: 9, color: theme.ghost + "40")
      sheet.fill(
        left: -160, bottom: y - 6, width: 140 * value, height: 9, color: theme.verdict(lane.index.verdict) + "FF")
      let number = ((value * 100).rounded() / 100).plain
      sheet.line(
        "\(number) \(lane.index.verdict!.label(language))", size: 9.5, color: theme.faint, left: -160, y: y - 16)
    }
  }

  /// - Returns: the actors that are shown.
  private static func draw(
    _ lane: Lane, top: Double, height: Double, _ columns: [Column], _ gaps: [Gap], _ survey: GapSurvey,
    into sheet: inout Sheet
  ) -> [Int] {
    let network = survey.graph.network
    let (language, theme) = (sheet.language, sheet.theme)
    let own = gaps.filter { $0.chain == lane.chain.index }
    let marked = Set(
      own.filter { [.cutActor, .singleProvider, .overloadedBroker].contains($0.kind) }.flatMap(\.subjects))
    var names: [Int: String] = [:]
    var shown: [Int] = []
    for (place, cell) in lane.cells.enumerated() {
      let middle = columnWidth * (Double(place) + 0.5)
      for (number, vertex) in cell.prefix(most).enumerated() {
        let inRow = min(perRow, min(most, cell.count) - number / perRow * perRow)
        let x = middle + (Double(number % perRow) - Double(inRow - 1) / 2) * 104
        // Not all at one height, so that ties along a row do not run through those between.
        let y = top - 24 - rowHeight * Double(number / perRow) - stagger[(number + place) % 3]
        let actor = network.actors[lane.chain.actors[vertex]]
        let short = TextSize.wrapped(actor.shortName(in: language), size: 10.5, limit: 100).prefix(2)
        names[vertex] = sheet.symbol(
          network.profile.kind(actor.kind), label: Array(short), tooltip: actor.name(in: language),
          at: Point(x: x, y: y), profile: network.profile,
          style: Sheet.SymbolStyle(isMarked: marked.contains(lane.chain.actors[vertex])))
        shown.append(lane.chain.actors[vertex])
      }
      if cell.count > most {
        let more = Phrase("and \(cell.count - most) more", zh: "另有 \(cell.count - most) 家")
        let y = top - 26 - rowHeight * Double((most + perRow - 1) / perRow)
        sheet.text(more(language), size: 9.5, color: theme.faint, at: Point(x: middle, y: y))
      }
    }
    ghosts(lane, top: top, height: height, columns, network, into: &sheet)
    lane.chain.matrix.withRows { rows in
      for a in 0..<rows.order {
        for b in rows[a] where Int(b) > a {
          if let one = names[a], let other = names[Int(b)] { sheet.line(from: one, to: other) }
        }
      }
    }
    for gap in own where gap.kind == .brokenStage {
      guard case .text(let from)? = gap.evidence.first(where: { $0.name == "from" })?.value,
        let place = columns.firstIndex(where: { $0.id == from })
      else { continue }
      let x = columnWidth * Double(place + 1)
      sheet.fill(left: x - 3, bottom: top - height + 4, width: 6, height: height - 8, color: theme.alarm + "CC")
    }
    return shown
  }

  /// Kinds that the chain lacks: in their column, or along the foot of the lane.
  private static func ghosts(
    _ lane: Lane, top: Double, height: Double, _ columns: [Column], _ network: Network, into sheet: inout Sheet
  ) {
    for (number, id) in lane.missing.enumerated() {
      let kind = network.profile.kind(id)
      let column = columns.firstIndex { $0.id == id }
      let x = columnWidth * (Double(column ?? number % columns.count) + 0.5)
      let y =
        column != nil ? top - 26 : top - height + 42 + rowHeight * Double(number / columns.count)
      sheet.symbol(
        kind, label: [Phrase("no \(kind.label.en)", zh: "缺\(kind.label.zh)")(sheet.language)],
        tooltip: kind.label(sheet.language), at: Point(x: x, y: y), profile: network.profile,
        style: Sheet.SymbolStyle(isGhost: true))
    }
  }
}
