import KesiMatrix
import KesiNetwork

/// Gathers a graph from JSON: the node-link form of NetworkX and d3 (`nodes` with `links` or `edges`), or that of
/// Cytoscape (`elements`), whose two parts may be one list, or that of graphology, which Gephi writes.
///
/// Values that are lists or objects are kept as JSON. Where `directed` is not said, directions are open. Rows are numbered as
/// they stand in their list, since such files often are one line.
struct GraphJSONReader {
  private let text: UnsafeBufferPointer<UInt8>
  private let parts: GraphJSONParts
  /// The columns that keys of nodes and of edges are.
  private var nodePlaces: [ExactText: Int] = [:]
  private var edgePlaces: [ExactText: Int] = [:]
  private var lines: LineCount
  private var weightKeys = WeightKeys()

  static func read(
    _ source: FileSource, _ options: ReadingOptions, on parallel: Parallel
  ) throws -> NetworkReading {
    let file = source.name
    var graph = try GraphTables(file: file)
    do {
      try source.withBytes { bytes in
        try TextDecoding.withUTF8(bytes, as: options.encoding) { text, finding in
          if finding.encoding != .utf8 { graph.remarks.append(Remark(.file(file), finding.sentence)) }
          do {
            var reader = GraphJSONReader(text, try GraphJSONParts(text))
            try reader.read(into: &graph)
          } catch let fault as JSONFault {
            throw BadData([fault.problem(in: file, text)])
          }
        }
      }
    } catch let failure as TextDecoding.Failure {
      throw BadData([Problem(.error, .file(file), failure.message)])
    }
    return try graph.reading(options, on: parallel)
  }

  private init(_ text: UnsafeBufferPointer<UInt8>, _ parts: GraphJSONParts) {
    (self.text, self.parts, lines) = (text, parts, LineCount(text))
  }

  private mutating func read(into graph: inout GraphTables) throws {
    for (name, place) in parts.others { note(name, at: place, &graph) }
    for place in parts.attributes {
      var json = JSONReader(text, at: place)
      try json.walk { try readAttributes(&$0, into: &graph) }
    }
    if let nodes = parts.nodes {
      graph.names[.actors] = "\(graph.file)[\(nodes.name)]"
      graph.names[.ties] = "\(graph.file)[\(parts.edges?.name ?? nodes.name)]"
    }
    if parts.ends == .places {
      graph.remarks.append(
        Remark(
          .file(graph.file),
          Phrase(
            "the ends of ties are numbers and ids are not: they are taken for places of nodes, from 0.",
            zh: "边的两端为数字，而节点编号不是：按节点的排列序号（从 0 起）理解。")))
      if parts.haveIDs {
        graph.idAttribute = GraphTables.second(ActorColumns.id.head.id)
      } else {
        graph.idsAreNames = true
      }
    }
    for list in [parts.nodes, parts.edges].compactMap(\.self) {
      var json = JSONReader(text, at: list.place)
      var number = 0
      try json.walk { json in
        try json.readArray { json in
          number += 1
          try readElement(&json, number, of: list, into: &graph)
        }
      }
    }
  }

  private mutating func readElement(
    _ json: inout JSONReader, _ number: Int, of list: GraphJSONParts.List, into graph: inout GraphTables
  ) throws {
    let isEdge = try list.holds.map { $0 == .edges } ?? GraphJSONParts.isEdge(json)
    var state = Row(start: json.place)
    if !isEdge, parts.ends == .places { setID("\(graph.actors.rows.rowCount)".utf8, &state, &graph) }
    if isEdge { graph.beginEdge([], [], isDirected: parts.isDirected) }
    if parts.isCytoscape {
      try json.readObject { json, key in
        switch key {
        case "data": try readPairs(&json, isEdge, &state, &graph)
        case "position" where !isEdge: try readPairs(&json, isEdge, &state, &graph)
        case "group": try json.skipValue()
        default:
          note(key, at: json.place, &graph)
          try json.skipValue()
        }
      }
    } else {
      try readPairs(&json, isEdge, &state, &graph)
    }
    if isEdge {
      for (end, place) in [("source", graph.source), ("target", graph.target)] where graph.ties.pending(place).isEmpty {
        throw missing(end, state)
      }
      try graph.ties.endRow(line: number)
    } else {
      guard state.hasID else { throw missing(parts.idKey, state) }
      try graph.actors.endRow(line: number)
    }
  }

  /// What is known of the element under way.
  private struct Row {
    let start: Int
    var hasID = false
  }

  private func missing(_ key: String, _ row: Row) -> JSONFault {
    JSONFault(
      message: Phrase(
        "what begins here has no \(key). Every one needs it: add it, or write the file anew from the program that made it.",
        zh: "从此处开始的一项缺少 \(key)。每个都须填写：请补上，或在原来的软件中重新导出。"), place: row.start)
  }

  // MARK: Nodes and edges

  private mutating func readPairs(
    _ json: inout JSONReader, _ isEdge: Bool, _ row: inout Row, _ graph: inout GraphTables
  ) throws {
    try json.readObject { json, key in
      if isEdge {
        try readPair(ofEdge: key, &json, &graph)
      } else {
        try readPair(ofNode: key, &json, &row, &graph)
      }
    }
  }

  private mutating func readPair(
    ofNode key: String, _ json: inout JSONReader, _ row: inout Row, _ graph: inout GraphTables
  ) throws {
    if key == parts.idKey, parts.ends != .places {
      return try json.bytes { if !$0.isEmpty { setID($0, &row, &graph) } }
    }
    if parts.isGraphology, key == "attributes" {
      return try json.readObject { json, key in try readAttribute(ofNode: key, &json, &graph) }
    }
    try readAttribute(ofNode: key, &json, &graph)
  }

  private mutating func readAttribute(
    ofNode key: String, _ json: inout JSONReader, _ graph: inout GraphTables
  ) throws {
    try json.bytes { value in
      // NetworkX says there once more what a node is called.
      let isRepeated = parts.isCytoscape && key == "value" && value.elementsEqual(graph.actors.pending(graph.id))
      guard !isRepeated, !value.isEmpty else { return }
      graph.actors.set(try Self.place(of: key, of: \.actors, &nodePlaces, &graph), value)
    }
  }

  private func setID(_ id: some Collection<UInt8>, _ row: inout Row, _ graph: inout GraphTables) {
    row.hasID = true
    graph.beginNode(id)
  }

  private mutating func readPair(
    ofEdge key: String, _ json: inout JSONReader, _ graph: inout GraphTables
  ) throws {
    // As programs write it, or with capitals.
    switch ["directed", "undirected"].contains(key.plainWord) ? key.plainWord : key {
    case "source": try readEnd(&json, graph.source, &graph)
    case "target": try readEnd(&json, graph.target, &graph)
    // By the key NetworkX tells parallel ties apart; others know edges by it, or by an id.
    case "key" where parts.isMultigraph || parts.isGraphology, "id" where parts.isCytoscape:
      try json.bytes { if !$0.isEmpty { try graph.setEdgeID($0) } }
    case "directed":
      let isSet = try json.bytes { graph.setDirection(byAttribute: TieColumns.directed.head.id, $0) }
      if !isSet {
        throw BadShape(
          message: Phrase(
            "directed should be true, false or “open”. Correct it, or leave it out.",
            zh: "directed 应为 true、false 或“open”。请改正或删去。"))
      }
    case "undirected" where parts.isGraphology:
      if try json.boolean() { graph.ties.set(graph.directed, "0") }
    case "attributes" where parts.isGraphology:
      try json.readObject { json, key in try readAttribute(ofEdge: key, &json, &graph) }
    default: try readAttribute(ofEdge: key, &json, &graph)
    }
  }

  private mutating func readAttribute(
    ofEdge key: String, _ json: inout JSONReader, _ graph: inout GraphTables
  ) throws {
    try weightKeys.check(key, &json)
    try json.bytes { value in
      guard !value.isEmpty else { return }
      graph.ties.set(try Self.place(of: key, of: \.ties, &edgePlaces, &graph), value)
    }
  }

  /// The end of an edge, which is a node as a whole once d3 has drawn it.
  private func readEnd(_ json: inout JSONReader, _ place: Int, _ graph: inout GraphTables) throws {
    guard try json.kind() == .object else {
      return try json.bytes { if !$0.isEmpty { graph.ties.set(place, $0) } }
    }
    let wanted = parts.ends == .places ? "index" : parts.idKey
    try json.readObject { json, key in
      if key == wanted {
        try json.bytes { if !$0.isEmpty { graph.ties.set(place, $0) } }
      } else {
        try json.skipValue()
      }
    }
  }

  private static func place(
    of key: String, of table: WritableKeyPath<GraphTables, GraphTable>, _ places: inout [ExactText: Int],
    _ graph: inout GraphTables
  ) throws -> Int {
    if let place = places[ExactText(key)] { return place }
    let place = try graph.attribute(key, of: table)
    places[ExactText(key)] = place
    return place
  }

  // MARK: The whole graph

  /// What is said of the whole graph: an object, or a list of pairs.
  private mutating func readAttributes(_ json: inout JSONReader, into graph: inout GraphTables) throws {
    func set(_ name: String, _ json: inout JSONReader) throws {
      let line = lines.line(at: json.place)
      try json.bytes { graph.set(graphAttribute: name, String(decoding: $0, as: UTF8.self), at: line) }
    }
    switch try json.kind() {
    case .object: try json.readObject { json, key in try set(key, &json) }
    case .array:
      try json.readArray { json in
        var name: String?
        try json.readArray { json in
          if let key = name { try set(key, &json) } else { name = try json.string() }
        }
      }
    default: try json.skipValue()
    }
  }

  private mutating func note(_ name: String, at place: Int, _ graph: inout GraphTables) {
    graph.note(
      .notice, at: lines.line(at: place), "“\(name.shortened)” is not kept.", zh: "“\(name.shortened)”未保留。")
  }

  /// Counts lines up to places that come in order.
  private struct LineCount {
    private let text: UnsafeBufferPointer<UInt8>
    private var (place, line) = (0, 1)

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    mutating func line(at next: Int) -> Int {
      if next < place { (place, line) = (0, 1) }
      line += text[place..<min(next, text.count)].count { $0 == 0x0A }
      place = min(next, text.count)
      return line
    }
  }
}
