import KesiNetwork

/// Hands a graph of DOT over as tables of nodes and edges.
extension DOTDraft {
  /// What keeps a title apart that means something else in DOT.
  static let prefix = "kesi_"
  /// The column of the subgraphs in which a node is.
  static let subgraphTitle = "subgraph"
  func settle(_ graph: inout GraphTables) throws {
    try refusePicture()
    try settleGraph(&graph)
    try settleNodes(&graph)
    try settleEdges(&graph)
    if let portLine {
      graph.note(
        .notice, at: portLine, "ports say where lines meet nodes in a picture: they are not kept.",
        zh: "端口只表示连线在图上的位置，未保留。")
    }
  }

  /// Kesi draws pictures as graphs of symbols, which are no actors.
  private func refusePicture() throws {
    guard name?.bytes.elementsEqual("kesi".utf8) == true,
      graphAttributes.contains(where: { $0.title.bytes.elementsEqual("_background".utf8) })
    else { return }
    throw BadShape(
      message: Phrase(
        "is a picture that kesi render has drawn: its nodes are symbols and letters, no actors. Read the network of which it was made, or write that by kesi convert -o network.dot.",
        zh: "是 kesi render 绘制的图片，其中的节点是图形和文字，不是主体。请读取绘图所用的网络，或用 kesi convert -o network.dot 另行写出。"))
  }

  private func settleGraph(_ graph: inout GraphTables) throws {
    var dropped = dropped
    for (title, value, line) in graphAttributes {
      let word = String(decoding: title.bytes, as: UTF8.self)
      switch word {
      case GraphTables.illustrativeTitle, "title":
        graph.set(graphAttribute: word, String(decoding: value.decoded, as: UTF8.self), at: line)
      case "label":
        graph.set(graphAttribute: word, String(decoding: value.label(of: name?.bytes ?? []), as: UTF8.self), at: line)
      case DOTCharset.title: break
      default: dropped.insert(ExactText(word), line)
      }
    }
    guard !dropped.titles.isEmpty else { return }
    let titles = dropped.titles.map(\.text.shortened)
    graph.note(
      .notice, at: dropped.line,
      "what is said of the whole graph or of subgraphs is not kept (\(titles.listed(most: 4, in: .en) { $0 })).",
      zh: "整个图或子图的属性未保留（\(titles.listed(most: 4, in: .zh, by: "项") { $0 })）。")
  }

  // MARK: Nodes

  private func settleNodes(_ graph: inout GraphTables) throws {
    let titles = try nodeTitles.all.map { title -> Int? in
      let word = String(decoding: title.decoded, as: UTF8.self)
      if word == "pos" { return nil }
      return word == "label"
        ? try graph.actors.column("label") : try graph.attribute(Self.unprefixed(word), of: \.actors)
    }
    let label = nodeTitles.all.firstIndex { $0.bytes.elementsEqual("label".utf8) }
    let isGrouped = nodes.contains { !$0.labels.isEmpty }
    let subgraph = isGrouped ? try graph.attribute(Self.subgraphTitle, of: \.actors) : nil
    for node in nodes {
      graph.beginNode(
        node.id.form == .markup ? Array("<\(String(decoding: node.id.decoded, as: UTF8.self))>".utf8) : node.id.decoded)
      for (title, value) in node.cells.over(node.defaults).all {
        if let place = titles[title] {
          graph.actors.set(place, title == label ? value.label(of: node.id.bytes) : value.decoded)
        } else {
          try setPosition(value.decoded, &graph)
        }
      }
      if let subgraph, !node.labels.isEmpty {
        let names = innermost(of: node).map { String(decoding: labels[$0].text.label(of: []), as: UTF8.self) }
        graph.actors.add(subgraph, Array(names.joined(separator: ";").utf8))
      }
      try graph.actors.endRow(line: node.line)
      guard graph.actors.rows.byteCount < mostBytes else { throw GraphFault.tooManyCells }
    }
    if isGrouped {
      graph.note(
        .notice, at: nodes.first { !$0.labels.isEmpty }?.line ?? 1,
        "the subgraphs in which nodes are stand in the column “\(Self.subgraphTitle)”.",
        zh: "节点所在的子图记在“\(Self.subgraphTitle)”列。")
    }
  }

  /// A place is `x,y` or `x,y,z`, and may have a `!` behind it.
  private func setPosition(_ value: [UInt8], _ graph: inout GraphTables) throws {
    let numbers = value.drop { $0 <= 0x20 }.split(separator: UInt8(ascii: ",")).map { part in
      part.filter { $0 != UInt8(ascii: "!") && $0 > 0x20 }
    }
    let isPlace =
      (2...3).contains(numbers.count)
      && numbers.allSatisfy { Double(decimal: String(decoding: $0, as: UTF8.self))?.isFinite ?? false }
    guard isPlace else { return graph.actors.set(try graph.attribute("pos", of: \.actors), value) }
    for (title, number) in zip(["x", "y", "z"], numbers) {
      let place = try graph.attribute(title, of: \.actors)
      if graph.actors.pending(place).isEmpty { graph.actors.set(place, number) }
    }
  }

  private static func unprefixed(_ title: String) -> String {
    title.utf8.starts(with: prefix.utf8) ? String(title.unicodeScalars.dropFirst(prefix.utf8.count)) : title
  }

  // MARK: Edges

  private func settleEdges(_ graph: inout GraphTables) throws {
    let words = edgeTitles.all.map { String(decoding: $0.decoded, as: UTF8.self) }
    // Directions have a column of their own, which most of what is called so tells.
    let titles = try words.map { word in
      ["dir", TieColumns.directed.head.id].contains(word) ? -1 : try graph.attribute(Self.unprefixed(word), of: \.ties)
    }
    var (arrowLine, arrows): (Int?, Int) = (nil, 0)
    let dir = words.firstIndex(of: "dir")
    for edge in edges {
      let cells = edge.cells.over(edge.defaults).all
      let arrow = dir.flatMap { title in cells.first { $0.title == title }?.value }
        .flatMap { Arrow(rawValue: String(decoding: $0.bytes, as: UTF8.self)) }
      let isReversed = arrow == .back
      let (source, target) = isReversed ? (edge.head, edge.tail) : (edge.tail, edge.head)
      graph.beginEdge(id(source), id(target), isDirected: arrow.map { $0 == .forward || $0 == .back } ?? isDirected)
      if let arrow, arrow != (isDirected ? .forward : .none) {
        arrowLine = arrowLine ?? edge.line
        arrows += 1
      }
      if let key = edge.key { try graph.setEdgeID(key.decoded) }
      for (title, value) in cells {
        let bytes = words[title] == "label" ? value.label(of: []) : value.decoded
        if titles[title] >= 0 {
          graph.ties.set(titles[title], bytes)
        } else if words[title] != "dir" ? !graph.setDirection(byAttribute: words[title], bytes) : arrow == nil {
          graph.ties.set(try graph.attribute(words[title], of: \.ties), bytes)
        }
      }
      try graph.ties.endRow(line: edge.line)
      guard graph.ties.rows.byteCount < mostBytes else { throw GraphFault.tooManyCells }
    }
    if let arrowLine {
      graph.note(
        .notice, at: arrowLine,
        "dir gives \(arrows.counted("edge")) other arrows than the graph has: directions are those of the arrows (none and both are no direction).",
        zh: "\(arrows) 条边用 dir 指定了箭头，方向以箭头为准（none 与 both 视为无方向）。")
    }
  }

  /// How an edge is drawn.
  private enum Arrow: String { case forward, back, both, none }

  private func id(_ node: Int) -> [UInt8] {
    let id = nodes[node].id
    return id.form == .markup ? [UInt8(ascii: "<")] + id.decoded + [UInt8(ascii: ">")] : id.decoded
  }
}
