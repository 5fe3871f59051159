import KesiNetwork

/// Gathers a graph from GEXF 1.0 to 1.3, as Gephi and NetworkX write it.
///
/// Attributes are declared with defaults. Place, size and color are kept as columns; the time of an edge is that of its tie;
/// values that change over time are kept with their times, as text. Nodes within nodes are refused.
///
/// - Source: GEXF 1.3 Primer, gexf.net.
final class GEXFHandler: GraphXMLHandler {
  enum Element: GraphElement {
    case root, meta, keywords, description, graph, attributes, attribute, fallback, nodes, edges, node, edge, values,
      other
  }

  private enum Owner { case nodes, edges }

  /// An attribute as it is declared: the place of its column and what it is called.
  private struct Key {
    let title: String
    let place: Int?
  }

  var frame: GraphXMLFrame<Element>
  private var nodeIDs = NameTable()
  private var edgeIDs = NameTable()
  private var nodeKeys: [Key] = []
  private var edgeKeys: [Key] = []
  /// Whose attributes are declared, and the last of them.
  private var owner = Owner.nodes
  private var key: Key?
  /// The column of what nodes are called.
  private var label: Int?
  private var time = GEXFTime()

  init(_ graph: GraphTables) { frame = GraphXMLFrame(graph) }

  func enter(_ name: XMLName, _ attributes: XMLAttributes, _ reader: XMLReader) throws -> Element {
    switch (frame.open.last, name) {
    case (nil, "gexf"): return .root
    case (nil, _): throw reader.isNot(Format.gexf)
    case (.root?, "meta"): return .meta
    case (.meta?, "keywords"): return frame.listen(.keywords)
    case (.meta?, "description"): return frame.listen(.description)
    case (.root?, "graph"):
      try frame.beginGraph(isDirected: attributes["defaultedgetype"]?.isExactly("directed") ?? false, reader)
      return .graph
    case (.graph?, "attributes"):
      owner = attributes["class"]?.isExactly("edge") == true ? .edges : .nodes
      return .attributes
    case (.attributes?, "attribute"):
      try declare(attributes, reader)
      return .attribute
    case (.attribute?, "default"): return frame.listen(.fallback)
    case (.graph?, "nodes"): return .nodes
    case (.graph?, "edges"): return .edges
    case (.nodes?, "node"):
      try beginNode(attributes, reader)
      return .node
    case (.edges?, "edge"):
      try beginEdge(attributes, reader)
      return .edge
    case (.node?, "nodes"), (.node?, "edges"):
      throw reader.problem(
        Phrase(
          "nodes lie within a node. Kesi has no such groups: ungroup them in the program that made the file, and write it anew.",
          zh: "节点内含有节点（分层）。Kesi 没有此类分组：请在原来的软件中取消分组后重新导出。"))
    case (.node?, "attvalues"), (.edge?, "attvalues"), (.node?, "spells"), (.edge?, "spells"): return .values
    case (_, "attvalue") where isWithin: try setValue(attributes, reader)
    case (_, "spell") where isWithin:
      try time.addSpell(attributes, to: &frame.graph, isOfNode: frame.open.contains(.node))
    case (.node?, "parents"), (.edge?, "parents"):
      frame.graph.note(.notice, at: reader.line, "parents of nodes are not kept.", zh: "节点的上级（parents）未保留。")
    case (.node?, _): try GEXFLook.read(name, attributes, into: &frame.graph, \.actors)
    case (.edge?, _): try GEXFLook.read(name, attributes, into: &frame.graph, \.ties)
    default: break
    }
    return .other
  }

  /// Whether a node or an edge is under way.
  private var isWithin: Bool { [.node, .edge, .values].contains(frame.open.last) }

  func leave(_ element: Element, _ reader: XMLReader) throws {
    switch element {
    case .keywords:
      frame.graph.isIllustrative = String(decoding: frame.text, as: UTF8.self).split(separator: ",")
        .contains { $0.unicodeScalars.trimmed.elementsEqual(GraphTables.illustrativeTitle.unicodeScalars) }
    case .description: if !frame.text.isEmpty { frame.graph.title = String(decoding: frame.text, as: UTF8.self) }
    case .fallback:
      guard let place = key?.place else { break }
      if owner == .nodes {
        frame.graph.actors.setDefault(frame.text, at: place)
      } else {
        frame.graph.ties.setDefault(frame.text, at: place)
      }
    case .node, .edge: time.endRow()
    default: break
    }
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
      let key = Key(title: title, place: try frame.graph.attribute(title, of: \.actors))
      _ = nodeIDs.insert(id)
      nodeKeys.append(key)
      return key
    }
    // One of this name may say directions, which have a column.
    let isDirection = title == TieColumns.directed.head.id
    let key = Key(title: title, place: isDirection ? nil : try frame.graph.attribute(title, of: \.ties))
    _ = edgeIDs.insert(id)
    edgeKeys.append(key)
    return key
  }

  private func setValue(_ attributes: XMLAttributes, _ reader: XMLReader) throws {
    guard let id = attributes["for"] ?? attributes["id"], let value = attributes["value"] else { return }
    let owner: Owner = frame.open.contains(.node) ? .nodes : .edges
    var number = (owner == .nodes ? nodeIDs : edgeIDs).number(of: id)
    if number == nil {
      let title = String(decoding: id, as: UTF8.self)
      frame.graph.note(
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
      time.set(value, attributes, at: place, of: &frame.graph.actors)
    } else {
      let key = edgeKeys[number]
      if frame.graph.setDirection(byAttribute: key.title, value) { return }
      let place = try key.place ?? frame.graph.attribute(key.title, of: \.ties)
      time.set(value, attributes, at: place, of: &frame.graph.ties)
    }
  }

  // MARK: Nodes and edges

  private func beginNode(_ attributes: XMLAttributes, _ reader: XMLReader) throws {
    frame.graph.beginNode(try reader.required("id", of: attributes))
    if let name = attributes["label"], !name.isEmpty {
      if label == nil {
        // An attribute may be called so as well.
        let free = [ActorColumns.name.head.id, "label", "gexf label"].first { !frame.graph.actors.hasColumn($0) }
        label = try frame.graph.actors.column(free ?? "gexf label")
      }
      if let label { frame.graph.actors.set(label, name) }
    }
    if let parent = attributes["pid"], !parent.isEmpty {
      frame.graph.actors.set(try frame.graph.attribute("parent", of: \.actors), parent)
    }
    try time.read(attributes, into: &frame.graph, isOfNode: true)
  }

  private func beginEdge(_ attributes: XMLAttributes, _ reader: XMLReader) throws {
    var isDirected = frame.isDirected
    if let type = attributes["type"] { isDirected = type.isExactly("directed") }
    frame.graph.beginEdge(
      try reader.required("source", of: attributes), try reader.required("target", of: attributes),
      isDirected: isDirected)
    if let id = attributes["id"], !id.isEmpty { try frame.graph.setEdgeID(id) }
    func set(_ title: String, _ value: UnsafeBufferPointer<UInt8>?) throws {
      guard let value, !value.isEmpty else { return }
      frame.graph.ties.set(try frame.graph.attribute(title, of: \.ties), value)
    }
    try set(TieColumns.weight.head.id, attributes["weight"])
    if attributes["weight"] != nil { frame.graph.ownsWeights = true }
    try set("label", attributes["label"])
    try set(TieColumns.kind.head.id, attributes["kind"])
    try time.read(attributes, into: &frame.graph, isOfNode: false)
  }
}
