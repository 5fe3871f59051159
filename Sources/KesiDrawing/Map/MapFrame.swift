import KesiCluster
import KesiMeasures

/// What stands around a map: the title above it; below it the legend, the worst gaps in words, and the source. Each in
/// a place of its own, so that nothing lies on the map.
struct MapFrame {
  let survey: GapSurvey
  let gaps: [Gap]
  /// Whether the map shows what has changed, and the gaps are those that the change opened.
  let isChange: Bool
  let scene: MapScene
  let sizeName: VertexMeasure
  let theme: Theme
  let language: Language
  let map: Bounds

  private static let narrowest = 620.0
  private static let sentences = 5
  private var network: Network { survey.graph.network }
  /// The left edge and width of the texts: those of the map, or more where the map is narrow.
  private var width: Double { max(Self.narrowest, map.width) }
  private var left: Double { (map.left + map.right) / 2 - width / 2 }

  /// As fine as paper, but never more than 4,000 points across: large maps would take minutes and gigabytes.
  var dotsPerInch: Double { min(144, 4000 * 72 / max(width, map.height + 300)) }

  func draw(into graph: inout DOTGraph) {
    drawTitle(into: &graph)
    var y = map.bottom - 34
    drawLegend(&y, into: &graph)
    drawGaps(&y, into: &graph)
    let version = "kesi"
    let source = network.profile.source(in: language).map { Phrase("Source: \($0)", zh: "来源：\($0)")(language) }
    for line in TextSize.wrapped([source, version].compactMap { $0 }.joined(separator: " · "), size: 8.5, limit: width)
    {
      self.line("source:\(y)", line, size: 8.5, color: theme.faint, y: y, into: &graph)
      y -= 12
    }
  }

  private func drawTitle(into graph: inout DOTGraph) {
    let title = network.profile.title ?? Phrase("Network", zh: "网络")
    let other = language == .zh ? title.en : title.zh
    let counts = [
      (scene.symbols.count, Phrase("actors", zh: "个主体")), (scene.allTies, Phrase("ties", zh: "条联系")),
      (network.consortia.count, Phrase("consortia", zh: "个联合体")), (network.chains.count, Phrase("chains", zh: "条产业链")),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1(language))" }.joined(separator: " · ")
    let drawn =
      scene.ties.count < scene.allTies
      ? Phrase(" · the \(scene.ties.count) heaviest are drawn", zh: " · 绘出权重最大的 \(scene.ties.count) 条")(language) : ""
    let mark = network.isIllustrative ? Phrase(" · illustrative data", zh: " · 示意数据")(language) : ""
    var y = map.top + 64
    line("title", title(language), size: 22, color: theme.text, bold: true, y: y, into: &graph)
    if other != title(language) {
      y -= 22
      line("title:other", other, size: 12, color: theme.faint, y: y, into: &graph)
    }
    y -= 18
    line("counts", counts + drawn + mark, size: 10.5, color: theme.faint, y: y, into: &graph)
  }

  private struct Key {
    let symbol: Theme.Symbol?
    let style: KeyStyle
    let label: String
  }

  private enum KeyStyle {
    case filled
    case ring(String)
    case line(String, isDashed: Bool)
    case ghost, size
  }

  /// The kinds that the map shows, then the marks that it uses, in rows.
  private func drawLegend(_ y: inout Double, into graph: inout DOTGraph) {
    var keys: [Key] = []
    var seen = Set<String>()
    for symbol in scene.symbols where seen.insert(symbol.kind.id).inserted {
      let label = symbol.kind.id.isEmpty ? Phrase("no kind", zh: "未填类型") : symbol.kind.label
      keys.append(
        Key(symbol: theme.symbol(of: symbol.kind, in: network.profile), style: .filled, label: label(language)))
    }
    if scene.symbols.contains(where: \.isCut) {
      keys.append(
        Key(
          symbol: nil, style: .ring(theme.alarm),
          label: Phrase("its loss splits the network", zh: "失去即分裂（关键节点）")(language)))
    }
    if scene.ties.contains(where: { $0.bridgeSeverity != nil }) {
      keys.append(
        Key(
          symbol: nil, style: .line(theme.alarm, isDashed: false),
          label: Phrase("only link of two parts", zh: "唯一通道（单线联系）")(language)))
    }
    let marks: [(isUsed: Bool, style: KeyStyle, label: Phrase)] = [
      (
        scene.ties.contains { $0.change == .formed || $0.change == .strengthened },
        .line(theme.formed, isDashed: false), Phrase("formed or stronger", zh: "新建或增强")
      ),
      (
        scene.ties.contains { $0.change == .dissolved || $0.change == .weakened },
        .line(theme.ghost, isDashed: true), Phrase("dissolved or weaker", zh: "消失或减弱")
      ),
      (
        !scene.proposed.isEmpty, .line(theme.formed, isDashed: true), Phrase("a tie that would help", zh: "建议建立的联系")
      ),
      (scene.symbols.contains { $0.turn == .joined }, .ring(theme.formed), Phrase("joined", zh: "新加入")),
      (
        scene.ties.contains { $0.isIntermittent }, .line(theme.ghost, isDashed: true), Phrase("lapses", zh: "间歇合作")
      ),
      (scene.symbols.contains { $0.turn == .left }, .ghost, Phrase("left", zh: "已退出")),
    ]
    keys += marks.filter(\.isUsed).map { Key(symbol: nil, style: $0.style, label: $0.label(language)) }
    if !scene.ghosts.isEmpty {
      keys.append(Key(symbol: nil, style: .ghost, label: Phrase("missing in a chain", zh: "产业链缺失的主体")(language)))
    }
    let sizeLabel = language == .zh ? "大小：\(sizeName.summaryZh)" : "size: \(sizeName.summary)"
    keys.append(Key(symbol: nil, style: .size, label: sizeLabel))
    var x = left
    for (index, key) in keys.enumerated() {
      let step = 26 + TextSize.width(key.label, size: 10) + 14
      if x + step > left + width, x > left { (x, y) = (left, y - 20) }
      draw(key, index, at: Point(x: x + 10, y: y), into: &graph)
      let room = TextSize.width(key.label, size: 10) + 8
      line("legend:\(index)", key.label, size: 10, color: theme.text, from: x + 24, width: room, y: y, into: &graph)
      x += step
    }
    y -= 26
  }

  private func draw(_ key: Key, _ index: Int, at middle: Point, into graph: inout DOTGraph) {
    let name = "key:\(index)"
    let pos = DOT.point(middle)
    switch key.style {
    case .filled:
      graph.node(
        name,
        [
          "pos": pos, "shape": key.symbol!.shape.rawValue, "style": "filled", "fillcolor": key.symbol!.color,
          "color": theme.outline, "width": "0.2", "height": "0.2", "label": "",
        ])
    case .ring(let color):
      graph.node(
        name,
        [
          "pos": pos, "shape": "circle", "color": color, "penwidth": "2.6", "width": "0.18", "height": "0.18",
          "label": "",
        ])
    case .ghost:
      graph.node(
        name,
        [
          "pos": pos, "shape": "square", "style": "dashed", "color": theme.ghost, "penwidth": "1.4", "width": "0.18",
          "height": "0.18", "label": "",
        ])
    case .size:
      graph.node(
        name,
        [
          "pos": pos, "shape": "circle", "style": "filled", "fillcolor": "#D0D0D0", "color": "#808080", "width": "0.22",
          "height": "0.22", "label": "",
        ])
    case .line(let color, let isDashed):
      for (end, offset) in [("a", -9.0), ("b", 9.0)] {
        graph.node(
          name + end,
          [
            "pos": DOT.point(Point(x: middle.x + offset, y: middle.y)), "shape": "point", "style": "invis",
            "width": "0.01", "height": "0.01", "label": "",
          ])
      }
      graph.edge(name + "a", name + "b", ["color": color, "penwidth": "2.6", "style": isDashed ? "dashed" : "solid"])
    }
  }

  /// The worst gaps in words.
  private func drawGaps(_ y: inout Double, into graph: inout DOTGraph) {
    // One sentence a kind and subject says more than five of one kind.
    var seen = Set<String>()
    let shown = gaps.filter { seen.insert("\($0.kind):\($0.subjects.first ?? -1):\($0.chain ?? -1)").inserted }
    var perKind: [GapKind: Int] = [:]
    let chosen = shown.filter { gap in
      perKind[gap.kind, default: 0] += 1
      return perKind[gap.kind]! <= 2
    }.prefix(Self.sentences)
    guard !chosen.isEmpty else { return }
    let heading =
      (isChange
      ? Phrase("The worst of \(gaps.count) new gaps", zh: "新增 \(gaps.count) 处断点中最严重的")
      : Phrase("The worst of \(gaps.count) gaps", zh: "\(gaps.count) 处断点中最严重的"))(language)
    line("gaps", heading, size: 11, color: theme.alarm, bold: true, y: y, into: &graph)
    y -= 17
    for (index, gap) in chosen.enumerated() {
      for (part, text) in TextSize.wrapped("· " + gap.explanation(language), size: 10, limit: width).enumerated() {
        line("gap:\(index):\(part)", text, size: 10, color: theme.text, y: y, into: &graph)
        y -= 15
      }
    }
    y -= 8
  }

  /// A line of text that begins at the left edge.
  private func line(
    _ id: String, _ text: String, size: Double, color: String, bold: Bool = false, from: Double? = nil,
    width: Double? = nil, y: Double, into graph: inout DOTGraph
  ) {
    let room = width ?? self.width
    let middle = Point(x: (from ?? left) + room / 2, y: y)
    let table =
      "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\"><TR><TD ALIGN=\"LEFT\" WIDTH=\"\(Int(room))\">"
      + DOT.font(text, size: size, color: color, bold: bold) + "</TD></TR></TABLE>"
    graph.node(
      id,
      [
        "pos": DOT.point(middle), "shape": "plaintext", "width": "0.01", "height": "0.01", "fixedsize": "false",
        "margin": "0", "label": DOTMarkup(table),
      ])
  }
}
