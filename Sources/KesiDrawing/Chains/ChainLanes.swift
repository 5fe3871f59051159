import KesiCluster
import KesiMatrix
import KesiNetwork

/// Chains as lanes, the weakest on top, their stages from upstream to downstream; where no stage is known, the kinds that
/// the chain requires stand side by side. Actors stand in their lane with their ties; a stage that nothing links to the
/// next is shown as a slit, a missing kind as a ghost.
public enum ChainLanes {
  private static let columnWidth = 230.0
  private static let perRow = 2
  private static let rowHeight = 72.0
  private static let stagger = [0.0, 18, 5]
  /// What a lane keeps free above and below.
  private static let laneEdge = 6.0
  /// Actors that a cell shows; the others are counted.
  private static let most = 8

  public static func picture(
    of analysis: Analysis, gaps: [Gap], language: Language, theme: ThemeName = .standard
  ) throws -> Picture {
    let network = analysis.graph.network
    guard !analysis.chains.isEmpty else { throw noChains }
    guard !analysis.graph.actors.isEmpty else { return Sheet.nothing(in: network, theme: theme, language: language) }
    var sheet = Sheet(network, theme: theme, language: language)
    let columns = columns(of: analysis)
    var y = 0.0
    var shown: [Int] = []
    var used = Marks()
    for (number, item) in analysis.weakestFirst().enumerated() {
      let lane = Lane(item.chain, item.index, columns, gaps.filter { $0.chain == item.chain.index }, analysis)
      let height = lane.headroom + 36 + rowHeight * Double(lane.rows)
      if number % 2 == 0 {
        sheet.fill(
          left: -170, bottom: y - height, width: 170 + columnWidth * Double(columns.count) + 10, height: height,
          color: sheet.theme.ghost + "14")
      }
      head(lane, top: y, height: height, into: &sheet)
      shown += draw(lane, top: y, height: height, columns, &used, into: &sheet)
      y -= height
    }
    for (place, column) in columns.enumerated() {
      let words = TextSize.wrapped(column.label(language), size: 11, limit: columnWidth - 16, lines: 1)
      sheet.text(
        words.first ?? "", size: 11, color: sheet.theme.faint, bold: true,
        at: Point(x: columnWidth * (Double(place) + 0.5), y: 12))
    }
    let byStage = columns.contains { if case .stage = $0.what { true } else { false } }
    sheet.frame(
      heading: byStage
        ? Phrase("chains by stage", zh: "产业链环节图") : Phrase("chains by kind", zh: "产业链主体构成图"),
      notes: analysis.assessesNothing ? [] : [Phrase("the weakest chain first", zh: "由弱到强排列")(language)],
      keys: network.kinds(of: shown).map { Sheet.Key($0) } + used.keys(sheet.theme))
    return sheet.picture()
  }

  static let noChains = UnknownWord(
    Phrase(
      "the network has no chains to draw. List them in chains.csv, and who is part of them in positions.csv.",
      zh: "该网络没有产业链可绘。请在 chains.csv 中列出产业链，并在 positions.csv 中填写各主体的位置。"))

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

  private struct Column {
    enum What {
      case stage(String)
      case kind(String)
      /// Those of whom no stage is stated.
      case unstaged
      /// The kinds that a chain lacks as a whole.
      case missing
    }

    let what: What
    let label: Phrase
  }

  /// Stages from upstream to downstream, those without one, and what is missing; where no stage is known, kinds.
  private static func columns(of analysis: Analysis) -> [Column] {
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
    if analysis.chosenChains.contains(where: { !missing(in: $0, analysis).isEmpty }) {
      columns.append(Column(what: .missing, label: Phrase("missing in the chain", zh: "全链缺失")))
    }
    return columns
  }

  /// The kinds that a chain requires and lacks; none where nothing is assessed.
  private static func missing(in chain: ChainNetwork, _ analysis: Analysis) -> [String] {
    !analysis.judges(chain.index) ? [] : chain.chain.assessed.filter { chain.vertices(ofKind: $0).isEmpty }
  }

  /// A chain with its actors in their columns.
  private struct Lane {
    let chain: ChainNetwork
    let index: ChainIndex
    /// The vertices in each column, best tied first, and the kinds that are missing there.
    let cells: [[Int]]
    let ghosts: [[String]]
    let marked: Set<Int>
    /// The columns after which a slit stands.
    let slits: [Int]
    /// Ties that go from one side of a slit to the other, since they leave out a stage: they pass above it.
    let passing: [[Int]]
    let rows: Int
    var headroom: Double { passing.isEmpty ? 0 : 34 }

    init(
      _ chain: ChainNetwork, _ index: ChainIndex, _ columns: [Column], _ gaps: [Gap], _ analysis: Analysis
    ) {
      self.chain = chain
      self.index = index
      var isPlaced = [Bool](repeating: false, count: chain.actors.count)
      var columnOf = [Int](repeating: 0, count: chain.actors.count)
      cells = columns.enumerated().map { place, column in
        let own: [Int] =
          switch column.what {
          case .stage(let stage): chain.vertices(atStage: stage)
          case .kind(let kind): chain.vertices(ofKind: kind)
          case .unstaged: Array(chain.actors.indices)
          case .missing: []
          }
        // An actor of several stages stands at its first.
        let fresh = own.filter { !isPlaced[$0] }
        for vertex in fresh { (isPlaced[vertex], columnOf[vertex]) = (true, place) }
        return chain.matrix.withRows { $0.byFallingDegree(fresh) }
      }
      let missing = missing(in: chain, analysis)
      ghosts = columns.map { column in
        switch column.what {
        case .missing: missing
        case .kind(let kind): missing.filter { $0.isExactly(kind) }
        case .stage, .unstaged: []
        }
      }
      marked = Set(
        gaps.filter { [.cutActor, .singleProvider, .overloadedBroker].contains($0.kind) }.flatMap(\.subjects))
      let slits = gaps.filter { $0.kind == .brokenStage }.compactMap { gap -> Int? in
        guard case .stage(let from)? = gap[.from] else { return nil }
        return columns.firstIndex { if case .stage(let stage) = $0.what { stage.isExactly(from) } else { false } }
      }
      self.slits = slits
      passing = chain.matrix.withRows { rows in
        (0..<rows.order).flatMap { a in
          rows[a].map { [a, Int($0)] }.filter { pair in
            let (low, high) = (
              min(columnOf[pair[0]], columnOf[pair[1]]), max(columnOf[pair[0]], columnOf[pair[1]])
            )
            return pair[0] < pair[1] && slits.contains { low <= $0 && $0 < high }
          }
        }
      }
      let deepest = zip(cells, ghosts).map { cell, ghosts in
        (min(most, cell.count) + perRow - 1) / perRow + (cell.count > most ? 1 : 0)
          + (ghosts.count + perRow - 1) / perRow
      }
      rows = max(1, deepest.max() ?? 1)
    }
  }

  private static func head(_ lane: Lane, top: Double, height: Double, into sheet: inout Sheet) {
    let (language, theme) = (sheet.language, sheet.theme)
    let name = lane.chain.chain.name(in: language)
    var y = top - height / 2 + 16
    for words in TextSize.wrapped(name, size: 13, limit: 140, lines: 2) {
      sheet.line(words, size: 13, bold: true, left: -160, y: y)
      y -= 17
    }
    if let value = lane.index.value {
      sheet.fill(left: -160, bottom: y - 6, width: 140, height: 9, color: theme.ghost + "40")
      sheet.fill(
        left: -160, bottom: y - 6, width: 140 * value, height: 9, color: theme.verdict(lane.index.verdict) + "FF")
      let words = [Figure.index(value).text, lane.index.verdict?.label(language)].compactMap { $0 }.joined(
        separator: " ")
      sheet.line(words, size: 9.5, color: theme.faint, left: -160, y: y - 16)
    }
  }

  /// - Returns: the actors that are shown.
  private static func draw(
    _ lane: Lane, top: Double, height: Double, _ columns: [Column], _ used: inout Marks, into sheet: inout Sheet
  ) -> [Int] {
    let network = sheet.network
    let (language, theme) = (sheet.language, sheet.theme)
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
    func add(_ kind: Kind, _ label: [String], _ tooltip: String, at place: Point, _ style: Sheet.SymbolStyle) -> Int {
      let part = sheet.symbol(kind, at: place, tooltip: tooltip, style: style)
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
          network.profile.kind(entry.kind),
          TextSize.wrapped(entry.shortName(in: language), size: 10, limit: 100, lines: 2), entry.name(in: language),
          at: place(number, of: min(most, cell.count), in: column),
          Sheet.SymbolStyle(ring: isMarked ? Canvas.Stroke(color: theme.alarm, width: 3) : nil))
        shown.append(actor)
      }
      if cell.count > most {
        let more = Phrase("and \(cell.count - most) more", zh: "另有 \(cell.count - most) 家")
        let y = first - rowHeight * Double((most + perRow - 1) / perRow)
        sheet.text(
          more(language), size: 9.5, color: theme.faint, at: Point(x: columnWidth * (Double(column) + 0.5), y: y))
      }
      for (number, id) in lane.ghosts[column].enumerated() {
        used.hasGhost = true
        let kind = network.profile.kind(id)
        let label = Phrase("no \(kind.label.en)", zh: "缺\(kind.label.zh)")(language)
        _ = add(
          kind, TextSize.wrapped(label, size: 10, limit: 100, lines: 2), label,
          at: place(number, of: lane.ghosts[column].count, in: column), Sheet.SymbolStyle(isGhost: true))
      }
    }
    let slitTop = first + 10
    let passing = Set(lane.passing)
    var ties: [Sheet.Tie] = []
    lane.chain.matrix.forEachTie { a, b, _ in
      guard let one = parts[a], let other = parts[b] else { return }
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
