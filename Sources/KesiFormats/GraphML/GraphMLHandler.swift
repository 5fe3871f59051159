import KesiNetwork

/// Gathers a graph from GraphML, as igraph, NetworkX, Gephi, yEd and yFiles write it.
///
/// Attributes are declared by keys, with defaults. Of what yEd keeps in elements of its own the label, the place and the
/// color are kept. What would change who is tied to whom if it were passed over is refused: graphs within nodes, hyperedges,
/// a second graph. Ports say only where at a node an edge ends; they are left out, and this is said.
///
/// - Source: U. Brandes, M. Eiglsperger, J. Lerner, *GraphML Primer*, graphml.graphdrawing.org.
final class GraphMLHandler: GraphXMLHandler {
  enum Element: GraphElement { case root, key, fallback, graph, node, edge, data, drawing, other }

  /// An attribute as it is declared.
  private struct Key {
    var title: String
    /// Whether nodes, edges, the graph have it.
    var isOf: (nodes: Bool, edges: Bool, graph: Bool)
    /// Whether white space around a value is none of it.
    var isTrimmed: Bool
    /// Whether its values are elements of yEd.
    var isDrawing: Bool
    var nodePlace: Int?
    var edgePlace: Int?
  }

  var frame: GraphXMLFrame<Element>
  private var keyIDs = NameTable()
  private var keys: [Key] = []
  private var key = 0
  /// Whether the value under way has elements, as those of yEd have.
  private var hasDrawing = false
  /// How deep the label of yEd is of which the text is kept up to the first of its own elements.
  private var labelDepth: Int?

  init(_ graph: GraphTables) { frame = GraphXMLFrame(graph) }

  func settle(_ graph: inout GraphTables) {
    if graph.areNodesNumbered { graph.idAttribute = GraphTables.second(ActorColumns.id.head.id) }
  }

  func enter(_ name: XMLName, _ attributes: XMLAttributes, _ reader: XMLReader) throws -> Element {
    switch (frame.open.last, name) {
    case (nil, "graphml"): return .root
    case (nil, _): throw reader.isNot(Format.graphML)
    case (.root?, "key"):
      try declare(attributes, reader)
      return .key
    case (.key?, "default"):
      hasDrawing = false
      return frame.listen(.fallback)
    case (.root?, "graph"):
      try frame.beginGraph(isDirected: attributes["edgedefault"]?.isExactly("directed") ?? false, reader)
      return .graph
    case (.graph?, "node"):
      frame.graph.beginNode(try reader.required("id", of: attributes))
      return .node
    case (.graph?, "edge"):
      try beginEdge(attributes, reader)
      return .edge
    case (.node?, "data"), (.edge?, "data"), (.graph?, "data"):
      try beginData(attributes, reader)
      return frame.listen(.data)
    case (.data?, _), (.drawing?, _), (.fallback?, _):
      (frame.hears, hasDrawing) = (false, true)
      if frame.open.last != .fallback { try draw(name, attributes) }
      return .drawing
    case (.node?, "graph"), (.edge?, "graph"):
      throw reader.problem(
        Phrase(
          "is a graph within a node. Kesi has no such groups: ungroup it in the program that made it, and write the file anew.",
          zh: "是嵌套在节点内的图（分组）。Kesi 没有此类分组：请在原来的软件中取消分组后重新导出。"))
    case (.graph?, "hyperedge"):
      throw reader.problem(
        Phrase(
          "is a hyperedge, which joins more than two nodes. Write an edge for each two, or a table of members (members.csv).",
          zh: "是连接两个以上节点的超边。请改为两两相连的边，或改用成员表（members.csv）。"))
    case (_, "port"):
      frame.graph.note(
        .notice, at: reader.line, "ports are not kept: they say only where at a node an edge ends.",
        zh: "端口（port）未保留：只说明边连在节点的哪一处。")
      return .other
    default: return .other
    }
  }

  func leave(_ element: Element, _ reader: XMLReader) throws {
    switch element {
    case .fallback where !hasDrawing: try setDefault()
    case .data where !hasDrawing: try setValue(reader)
    case .drawing where labelDepth == frame.open.count:
      try endLabel()
      labelDepth = nil
    default: break
    }
  }

  // MARK: Keys

  private func declare(_ attributes: XMLAttributes, _ reader: XMLReader) throws {
    let id = try reader.required("id", of: attributes)
    guard keyIDs.number(of: id) == nil else {
      throw reader.problem(
        Phrase("this key was declared before. Give each an id of its own.", zh: "此 key 重复声明，请各用不同的 id。"))
    }
    let domain = attributes.string("for") ?? "all"
    let type = attributes.string("attr.type")
    let isDrawing = type == nil && (attributes["yfiles.type"] != nil || attributes["attr.uri"] != nil)
    key = add(
      id, title: attributes.string("attr.name") ?? String(decoding: id, as: UTF8.self),
      (["node", "all"].contains(domain), ["edge", "all"].contains(domain), ["graph", "all"].contains(domain)))
    keys[key].isTrimmed = type != nil && type != "string"
    keys[key].isDrawing = isDrawing
    guard !isDrawing else { return }
    if domain == "node" { _ = try place(of: key, .node) }
    if domain == "edge", keys[key].title != TieColumns.directed.head.id { _ = try place(of: key, .edge) }
  }

  private func add(_ id: UnsafeBufferPointer<UInt8>, title: String, _ isOf: (Bool, Bool, Bool)) -> Int {
    keys.append(Key(title: title, isOf: isOf, isTrimmed: false, isDrawing: false))
    return keyIDs.insert(id)
  }

  /// The place of the column of a key for nodes or for edges.
  private func place(of key: Int, _ element: Element) throws -> Int {
    if element == .node {
      if let place = keys[key].nodePlace { return place }
      keys[key].nodePlace = try frame.graph.attribute(keys[key].title, of: \.actors)
      return keys[key].nodePlace!  // set in the line above
    }
    if let place = keys[key].edgePlace { return place }
    keys[key].edgePlace = try frame.graph.attribute(keys[key].title, of: \.ties)
    return keys[key].edgePlace!  // set in the line above
  }

  private func setDefault() throws {
    let value = trimmed(frame.text[...], keys[key].isTrimmed)
    guard !value.isEmpty, !keys[key].isDrawing else { return }
    if keys[key].isOf.nodes { frame.graph.actors.setDefault(value, at: try place(of: key, .node)) }
    if keys[key].isOf.edges { frame.graph.ties.setDefault(value, at: try place(of: key, .edge)) }
  }

  // MARK: Values

  private func beginEdge(_ attributes: XMLAttributes, _ reader: XMLReader) throws {
    let (source, target) = (
      try reader.required("source", of: attributes), try reader.required("target", of: attributes)
    )
    var isDirected = frame.isDirected
    if let word = attributes["directed"] { isDirected = word.isExactly("true") || word.isExactly("1") }
    frame.graph.beginEdge(source, target, isDirected: isDirected)
    if let id = attributes["id"], !id.isEmpty { try frame.graph.setEdgeID(id) }
  }

  private func beginData(_ attributes: XMLAttributes, _ reader: XMLReader) throws {
    hasDrawing = false
    let id = try reader.required("key", of: attributes)
    if let number = keyIDs.number(of: id) {
      key = number
      return
    }
    let title = String(decoding: id, as: UTF8.self)
    frame.graph.note(
      .warning, at: reader.line,
      "the key “\(title.shortened)” is not declared; its values are taken for an attribute of this name.",
      zh: "key“\(title.shortened)”未声明，按同名属性处理。")
    key = add(id, title: title, (true, true, true))
  }

  private func setValue(_ reader: XMLReader) throws {
    guard !keys[key].isDrawing, let owner = frame.open.last else { return }
    let value = trimmed(frame.text[...], keys[key].isTrimmed)
    switch owner {
    case .node:
      if !keys[key].isOf.nodes { noteStray(reader) }
      frame.graph.actors.set(try place(of: key, .node), value)
    case .edge:
      if !keys[key].isOf.edges { noteStray(reader) }
      if !frame.graph.setDirection(byAttribute: keys[key].title, value) {
        frame.graph.ties.set(try place(of: key, .edge), value)
      }
    default: frame.graph.set(graphAttribute: keys[key].title, String(decoding: value, as: UTF8.self), at: reader.line)
    }
  }

  private func noteStray(_ reader: XMLReader) {
    frame.graph.note(
      .warning, at: reader.line,
      "the key “\(keys[key].title.shortened)” is declared for something else than this; its value is kept all the same.",
      zh: "key“\(keys[key].title.shortened)”的声明不适用于此处，其值仍予保留。")
  }

  private func trimmed(_ bytes: ArraySlice<UInt8>, _ isTrimmed: Bool) -> ArraySlice<UInt8> {
    guard isTrimmed else { return bytes }
    let start = bytes.drop { $0 <= 0x20 }
    return start.prefix((start.lastIndex { $0 > 0x20 } ?? start.startIndex - 1) - start.startIndex + 1)
  }

  // MARK: What yEd draws

  private func draw(_ name: XMLName, _ attributes: XMLAttributes) throws {
    let isOfNode = frame.open.contains(.node)
    guard isOfNode || frame.open.contains(.edge) else { return }
    func set(_ title: String, _ value: UnsafeBufferPointer<UInt8>?) throws {
      guard let value, !value.isEmpty else { return }
      if isOfNode {
        frame.graph.actors.set(try frame.graph.attribute(title, of: \.actors), value)
      } else {
        frame.graph.ties.set(try frame.graph.attribute(title, of: \.ties), value)
      }
    }
    switch name {
    case "NodeLabel", "EdgeLabel", "Label.Text":
      frame.listen()
      labelDepth = frame.open.count
    case "Label": try set("label", attributes["Text"])
    case "Geometry" where isOfNode:
      try set("x", attributes["x"])
      try set("y", attributes["y"])
    case "RectD" where isOfNode:
      try set("x", attributes["X"])
      try set("y", attributes["Y"])
    case "Fill" where isOfNode, "LineStyle" where !isOfNode: try set("color", attributes["color"])
    case "Shape" where isOfNode: try set("shape", attributes["type"])
    default: break
    }
  }

  private func endLabel() throws {
    let label = trimmed(frame.text[...], true)
    guard !label.isEmpty else { return }
    let isOfNode = frame.open.contains(.node)
    let place = try frame.graph.attribute("label", of: isOfNode ? \.actors : \.ties)
    // A node may have several labels; the first is its name.
    if isOfNode {
      if frame.graph.actors.pending(place).isEmpty { frame.graph.actors.set(place, label) }
    } else if frame.graph.ties.pending(place).isEmpty {
      frame.graph.ties.set(place, label)
    }
  }
}
