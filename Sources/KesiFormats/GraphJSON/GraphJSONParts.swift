import KesiNetwork

/// Where the parts of a graph stand in a text of JSON, and what its ends of ties are: found in a first walk, since keys come
/// in any order.
struct GraphJSONParts {
  /// What the ends of ties name: ids of nodes, places of nodes from 0, or their names where these have no ids.
  enum Ends { case ids, places, names }

  enum Content { case nodes, edges }

  /// A list of nodes, of edges, or of both.
  struct List {
    let name: String
    let place: Int
    /// Nil where elements say themselves what they are.
    let holds: Content?
    var isOfElements = false
    /// By which keys it is found.
    var path: String { isOfElements ? "elements.\(name)" : name }
  }

  private(set) var isCytoscape = false
  /// Whether nodes have a `key` and their attributes by themselves, as graphology has it, and Gephi where it writes JSON.
  private(set) var isGraphology = false
  /// What graphology says of directions: `undirected`, `directed` or `mixed`.
  private var type: String?
  /// Nil where it is not said.
  private(set) var isDirected: Bool?
  private(set) var isMultigraph = false
  private(set) var nodes: List?
  /// Nil where they are among the nodes, or where there are none.
  private(set) var edges: List?
  /// Where what is said of the whole graph stands: under each of its keys.
  private(set) var attributes: [Int] = []
  /// What else there is.
  private(set) var others: [(name: String, place: Int)] = []
  private(set) var ends = Ends.ids
  /// Under which key nodes have what ties name them by.
  var idKey: String { ends == .names ? "name" : isGraphology ? "key" : "id" }
  /// Whether nodes have ids.
  private(set) var haveIDs = false

  init(_ text: UnsafeBufferPointer<UInt8>) throws {
    var json = JSONReader(text)
    try json.walk { try findLists(&$0) }
    guard let nodes else {
      throw JSONFault(message: Self.noGraph, place: 0)
    }
    if !isCytoscape { try settleEnds(text, nodes) }
  }

  private static let noGraph = Phrase(
    "is JSON, but no graph that Kesi knows: it has neither nodes with links or edges (NetworkX, d3), nor elements (Cytoscape). Write it in one of these forms, or as a list of ties (CSV: source,target,weight).",
    zh:
      "是 JSON，但不是可识别的图：既没有 nodes 与 links 或 edges（NetworkX、d3），也没有 elements（Cytoscape）。请改用其中一种形式，或导出为联系列表（CSV：甲方,乙方,强度）。"
  )

  private mutating func findLists(_ json: inout JSONReader) throws {
    if try json.kind() == .array {
      // The list of elements alone, as Cytoscape.js takes it.
      isCytoscape = true
      nodes = List(name: "elements", place: json.place, holds: nil)
      try json.skipValue()
    } else {
      try json.readObject { json, key in try take(key, &json) }
    }
    guard json.isAtEnd() else {
      throw BadShape(
        message: Phrase(
          "more follows behind the end of the graph. A file holds one graph: keep one of them.",
          zh: "图的结尾之后还有内容。每个文件只能有一个图，请只保留一个。"))
    }
  }

  private mutating func take(_ key: String, _ json: inout JSONReader) throws {
    _ = try json.kind()
    let place = json.place
    switch key.plainWord {
    case "directed", "multigraph":
      let flag = try json.bytes { String(decoding: $0, as: UTF8.self) }
      guard flag == "true" || flag == "false" else {
        throw JSONFault(
          message: Phrase(
            "\(key) should be true or false. Correct it, or leave it out.",
            zh: "\(key) 应为 true 或 false。请改正或删去。"), place: place)
      }
      if key.plainWord == "directed" { isDirected = flag == "true" } else { isMultigraph = flag == "true" }
      return
    case "nodes": try keep(List(name: "nodes", place: place, holds: .nodes))
    case "links", "edges": try keep(List(name: key, place: place, holds: .edges))
    case "elements":
      isCytoscape = true
      guard try json.kind() == .object else {
        try keep(List(name: "elements", place: place, holds: nil))
        break
      }
      return try json.readObject { json, key in
        _ = try json.kind()
        if key == "nodes" { try keep(List(name: key, place: json.place, holds: .nodes, isOfElements: true)) }
        if key == "edges" { try keep(List(name: key, place: json.place, holds: .edges, isOfElements: true)) }
        try json.skipValue()
      }
    case "adjacency":
      throw JSONFault(
        message: Phrase(
          "holds the neighbors of each node, which is the adjacency form of NetworkX. Write it by nx.node_link_data instead.",
          zh: "列出各节点的相邻节点，是 NetworkX 的 adjacency 形式。请改用 nx.node_link_data 导出。"), place: place)
    case "graph", "data", "attributes": attributes.append(place)
    case "options" where try json.kind() == .object:
      return try json.readObject { json, key in
        if key == "type" { type = try json.bytes { String(decoding: $0, as: UTF8.self) } } else { try json.skipValue() }
      }
    default: others.append((key, place))
    }
    try json.skipValue()
  }

  /// Keeps a list.
  ///
  /// - Throws: `JSONFault` where there is one of such already: what stands in the other would be lost.
  private mutating func keep(_ list: List) throws {
    let ofBoth = nodes.flatMap { $0.holds == nil ? $0 : nil }
    let earlier: List? =
      switch list.holds {
      case .nodes?: nodes
      case .edges?: edges ?? ofBoth
      case nil: nodes ?? edges
      }
    if let earlier {
      throw JSONFault(
        message: Phrase(
          "there are both \(earlier.path) and \(list.path). Put all into one of them.",
          zh: "同时有 \(earlier.path) 与 \(list.path)，请合并为一个。"), place: list.place)
    }
    if list.holds == .edges { edges = list } else { nodes = list }
  }

  /// Whether an element of a list of both is an edge.
  static func isEdge(_ json: JSONReader) throws -> Bool {
    var json = json
    var isEdge: Bool?
    var hasSource = false
    try json.readObject { json, key in
      switch key {
      case "group": isEdge = try json.bytes { $0.isExactly("edges") }
      case "data":
        try json.readObject { json, key in
          if key == "source" { hasSource = true }
          try json.skipValue()
        }
      default: try json.skipValue()
      }
    }
    return isEdge ?? hasSource
  }

  // MARK: Ends

  /// How many values of a key there are by what they are.
  private struct Tally {
    var (numbers, texts, none) = (0, 0, 0)
    /// How many of the texts are objects.
    var objects = 0
    /// Whether a text could be a number.
    var hasNumberAsText = false
  }

  private func tally(_ text: UnsafeBufferPointer<UInt8>, _ list: List, _ wanted: String) throws -> Tally {
    var tally = Tally()
    var json = JSONReader(text, at: list.place)
    try json.walk { try count(wanted, in: &$0, into: &tally) }
    return tally
  }

  private func count(_ wanted: String, in json: inout JSONReader, into tally: inout Tally) throws {
    try json.readArray { json in
      var kind: JSONReader.Kind?
      try json.readObject { json, key in
        guard key == wanted else { return try json.skipValue() }
        kind = try json.kind()
        if kind == .string {
          let string = try json.string()
          if !tally.hasNumberAsText { tally.hasNumberAsText = JSONReader.isNumber(string) }
        } else {
          try json.skipValue()
        }
      }
      switch kind {
      case .number?: tally.numbers += 1
      case nil, .null?: tally.none += 1
      case .object?:
        tally.texts += 1
        tally.objects += 1
      default: tally.texts += 1
      }
    }
  }

  private mutating func settleEnds(_ text: UnsafeBufferPointer<UInt8>, _ nodes: List) throws {
    let ids = try tally(text, nodes, "id")
    haveIDs = ids.numbers + ids.texts > 0
    if !haveIDs {
      let keys = try tally(text, nodes, "key")
      if keys.texts + keys.numbers > 0 {
        (isGraphology, haveIDs) = (true, true)
        isDirected = isDirected ?? type.map { $0 != "undirected" }
        return
      }
    }
    guard let edges else { return }
    let sources = try tally(text, edges, "source")
    let areNumbers = sources.numbers > 0 && sources.texts == 0
    if !haveIDs {
      // What d3 has drawn has whole nodes for ends, and each knows its place.
      var areNamed = true
      if sources.objects > 0 {
        let names = try tally(text, nodes, "name")
        areNamed = names.numbers + names.texts > 0
      }
      ends = areNumbers || sources.texts == 0 || !areNamed ? .places : .names
    } else if areNumbers, ids.numbers == 0, ids.none == 0 {
      guard !ids.hasNumberAsText else {
        throw JSONFault(
          message: Phrase(
            "ids of nodes are texts, some of them numbers in quotes, and the ends of ties are numbers: these may be ids or places of nodes. Write ids and ends alike.",
            zh: "节点编号是文本（其中有带引号的数字），而边的两端是数字，无法判断是编号还是节点序号。请统一写法。"), place: edges.place)
      }
      ends = .places
    }
  }
}
