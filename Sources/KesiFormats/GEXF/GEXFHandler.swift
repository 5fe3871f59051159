import KesiNetwork

/// Gathers a graph from GEXF 1.0 to 1.3, as Gephi and NetworkX write it.
///
/// Attributes are declared with defaults. Place, size and color are kept as columns; the time of an edge is that of its tie;
/// values that change over time are kept with their times, as text. Nodes within nodes are refused.
///
/// - Source: GEXF 1.3 Primer, gexf.net.
final class GEXFHandler: GraphXMLHandler {
  private enum Element {
    case root, meta, keywords, description, graph, attributes, attribute, fallback, nodes, edges, node, edge, values,
      other
  }

  private enum Owner { case nodes, edges }

  /// An attribute as it is declared: the place of its column and what it is called.
  private struct Key {
    let title: String
    let place: Int?
  }

  private var graph: GraphTables
  private var open: [Element] = []
  private var nodeIDs = NameTable()
  private var edgeIDs = NameTable()
  private var nodeKeys: [Key] = []
  private var edgeKeys: [Key] = []
  /// Whose attributes are declared, and the last of them.
  private var owner = Owner.nodes
  private var key: Key?
  private var hasGraph = false
  private var isDirected = false
  private var line = 0
  private var text: [UInt8] = []
  private var hears = false
  /// The column of what nodes are called.
  private var label: Int?
  private var time = GEXFTime()

  init(_ graph: GraphTables) { self.graph = graph }

  func finished() throws -> GraphTables {
    guard hasGraph else { throw Problem.noGraph(in: graph.file) }
    return graph
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes, in reader: XMLReader) throws {
    let element = try reader.adding { try enter(name, attributes, reader) }
    open.append(element)
  }

  private func enter(_ name: XMLName, _ attributes: XMLAttributes, _ reader: XMLReader) throws -> Element {
    switch (open.last, name) {
    case (nil, "gexf"): return .root
    case (nil, _): throw reader.problem(Phrase("is not GEXF.", zh: "不是 GEXF 文件。"))
    case (.root?, "meta"): return .meta
    case (.meta?, "keywords"): return listen(.keywords)
    case (.meta?, "description"): return listen(.description)
    case (.root?, "graph"):
      guard !hasGraph else {
        throw reader.problem(
          Phrase(
            "is a second graph. Kesi reads one a file: keep one of them.", zh: "是第二个图。每个文件只能有一个图，请只保留一个。"))
      }
      hasGraph = true
      isDirected = attributes["defaultedgetype"]?.isExactly("directed") ?? false
      return .graph
    case (.graph?, "attributes"):
      owner = attributes["class"]?.isExactly("edge") == true ? .edges : .nodes
      return .attributes
    case (.attributes?, "attribute"):
      try declare(attributes, reader)
      return .attribute
    case (.attribute?, "default"): return listen(.fallback)
    case (.graph?, "nodes"): return .nodes
    case (.graph?, "edges"): return .edges
    case (.nodes?, "node"):
      line = reader.line
      try beginNode(attributes, reader)
      return .node
    case (.edges?, "edge"):
      line = reader.line
      try beginEdge(attributes, reader)
      return .edge
    case (.node?, "nodes"), (.node?, "edges"):
      throw reader.problem(
        Phrase(
          "nodes lie within a node. Kesi has no such groups: ungroup them in the program that made the file, and write it anew.",
          zh: "节点内含有节点（分层）。Kesi 没有此类分组：请在原来的软件中取消分组后重新导出。"))
    case (.node?, "attvalues"), (.edge?, "attvalues"), (.node?, "spells"), (.edge?, "spells"): return .values
    case (_, "attvalue") where isWithin: try setValue(attributes, reader)
    case (_, "spell") where isWithin: try time.addSpell(attributes, to: &graph, isOfNode: open.contains(.node))
    case (.node?, "parents"), (.edge?, "parents"):
      graph.note(.notice, at: reader.line, "parents of nodes are not kept.", zh: "节点的上级（parents）未保留。")
    case (.node?, _): try GEXFLook.read(name, attributes, into: &graph, \.actors)
    case (.edge?, _): try GEXFLook.read(name, attributes, into: &graph, \.ties)
    default: break
    }
    return .other
  }

  /// Whether a node or an edge is under way.
  private var isWithin: Bool { [.node, .edge, .values].contains(open.last) }

  private func listen(_ element: Element) -> Element {
    text.removeAll(keepingCapacity: true)
    hears = true
    return element
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>, in reader: XMLReader) {
    if hears { text.append(contentsOf: bytes) }
  }

  func end(_ name: XMLName, in reader: XMLReader) throws {
    switch open.removeLast() {
    case .keywords:
      graph.isIllustrative = String(decoding: text, as: UTF8.self).split(separator: ",")
        .contains { $0.unicodeScalars.trimmed.elementsEqual(GraphTables.illustrativeTitle.unicodeScalars) }
    case .description: if !text.isEmpty { graph.title = String(decoding: text, as: UTF8.self) }
    case .fallback:
      if let place = key?.place {
        if owner == .nodes { graph.actors.setDefault(text, at: place) } else { graph.ties.setDefault(text, at: place) }
      }
    case .node:
      try reader.adding {
        time.endRow()
        try graph.actors.endRow(line: line)
      }
    case .edge:
      try reader.adding {
        time.endRow()
        try graph.ties.endRow(line: line)
      }
    default: break
    }
    hears = false
  }

  // MARK: Attributes

  private func declare(_ attributes: XMLAttributes, _ reader: XMLReader) throws {
    let id = try reader.required("id", of: attributes)
    let isNew = (owner == .nodes ? nodeIDs : edgeIDs).number(of: id) == nil
    guard isNew else {
      throw reader.problem(
        Phrase("this attribute was declared before. Give each an id of its own.", zh: "此属性重复声明，请各用不同的 id。"))
    }
    let title = attributes.string("title").flatMap { $0.isEmpty ? nil : $0 } ?? String(decoding: id, as: UTF8.self)
    key = try add(id, title, owner)
  }

  private func add(_ id: UnsafeBufferPointer<UInt8>, _ title: String, _ owner: Owner) throws -> Key {
    if owner == .nodes {
      let key = Key(title: title, place: try graph.attribute(title, of: \.actors))
      _ = nodeIDs.insert(id)
      nodeKeys.append(key)
      return key
    }
    // One of this name may say directions, which have a column.
    let isDirection = title == TieColumns.directed.head.id
    let key = Key(title: title, place: isDirection ? nil : try graph.attribute(title, of: \.ties))
    _ = edgeIDs.insert(id)
    edgeKeys.append(key)
    return key
  }

  private func setValue(_ attributes: XMLAttributes, _ reader: XMLReader) throws {
    guard let id = attributes["for"] ?? attributes["id"], let value = attributes["value"] else { return }
    let owner: Owner = open.contains(.node) ? .nodes : .edges
    var number = (owner == .nodes ? nodeIDs : edgeIDs).number(of: id)
    if number == nil {
      let title = String(decoding: id, as: UTF8.self)
      graph.note(
        .warning, at: reader.line,
        "the attribute “\(title.shortened)” is not declared; its values are taken for one of this name.",
        zh: "属性“\(title.shortened)”未声明，按同名属性处理。")
      _ = try add(id, title, owner)
      number = (owner == .nodes ? nodeKeys : edgeKeys).count - 1
    }
    guard let number else { return }
    if owner == .nodes {
      let key = nodeKeys[number]
      guard let place = key.place else { return }
      time.set(value, attributes, at: place, of: &graph.actors)
    } else {
      let key = edgeKeys[number]
      if graph.setDirection(byAttribute: key.title, value) { return }
      let place = try key.place ?? graph.attribute(key.title, of: \.ties)
      time.set(value, attributes, at: place, of: &graph.ties)
    }
  }

  // MARK: Nodes and edges

  private func beginNode(_ attributes: XMLAttributes, _ reader: XMLReader) throws {
    graph.beginNode(try reader.required("id", of: attributes))
    if let name = attributes["label"], !name.isEmpty {
      if label == nil {
        // An attribute may be called so as well.
        let free = [ActorColumns.name.head.id, "label", "gexf label"].first { !graph.actors.hasColumn($0) }
        label = try graph.actors.column(free ?? "gexf label")
      }
      if let label { graph.actors.set(label, name) }
    }
    if let parent = attributes["pid"], !parent.isEmpty {
      graph.actors.set(try graph.attribute("parent", of: \.actors), parent)
    }
    try time.read(attributes, into: &graph, isOfNode: true)
  }

  private func beginEdge(_ attributes: XMLAttributes, _ reader: XMLReader) throws {
    var isDirected = isDirected
    if let type = attributes["type"] { isDirected = type.isExactly("directed") }
    graph.beginEdge(
      try reader.required("source", of: attributes), try reader.required("target", of: attributes),
      isDirected: isDirected)
    if let id = attributes["id"], !id.isEmpty { try graph.setEdgeID(id) }
    func set(_ title: String, _ value: UnsafeBufferPointer<UInt8>?) throws {
      guard let value, !value.isEmpty else { return }
      graph.ties.set(try graph.attribute(title, of: \.ties), value)
    }
    try set(TieColumns.weight.head.id, attributes["weight"])
    try set("label", attributes["label"])
    try set(TieColumns.kind.head.id, attributes["kind"])
    try time.read(attributes, into: &graph, isOfNode: false)
  }
}
