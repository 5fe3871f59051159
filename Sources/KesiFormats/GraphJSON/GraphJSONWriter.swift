import KesiNetwork

/// Writes a network as JSON: a line for each node and each edge.
struct GraphJSONWriter {
  /// In which form.
  enum Dialect { case nodeLink, d3, cytoscape }

  private let dialect: Dialect
  private let graph: WrittenGraph
  private let actorKeys: [String]
  private let tieKeys: [String]
  private let isMultigraph: Bool
  /// The columns of places, which Cytoscape has a place of its own for.
  private let (x, y): (Network.CarriedColumn?, Network.CarriedColumn?)
  /// What begins the id of an edge and no id of a node, since Cytoscape knows both by theirs.
  private let edgePrefix: String

  init(_ network: Network, _ dialect: Dialect) {
    self.dialect = dialect
    let isCytoscape = dialect == .cytoscape
    let places = isCytoscape ? Self.places(in: network.carried[.actors] ?? []) : nil
    (x, y) = (places?.x, places?.y)
    graph = WrittenGraph(network, besides: places == nil ? [] : ["x", "y"])
    isMultigraph = Self.hasParallelTies(network.ties)
    // NetworkX looks under `value` for what a node is called.
    let ownActorKeys = isCytoscape ? ["id", "value"] : ["id"]
    actorKeys = graph.actorAttributes.map { Self.key($0.title, besides: ownActorKeys) }
    let ownKeys = ["source", "target"] + (isCytoscape ? ["id"] : []) + (isMultigraph ? ["key"] : [])
    tieKeys = graph.tieAttributes.map { Self.key($0.title, besides: ownKeys) }
    var prefix = "e"
    if isCytoscape {
      while network.actors.contains(where: { $0.id.utf8.starts(with: prefix.utf8) }) { prefix += "e" }
    }
    edgePrefix = prefix
  }

  /// The titles that mean something else in this form, and are written otherwise.
  var renamed: [String] {
    graph.renamed
      + zip(graph.actorAttributes.map(\.title) + graph.tieAttributes.map(\.title), actorKeys + tieKeys)
      .filter { !$0.isExactly($1) }.map(\.0)
  }

  static func key(_ title: String, besides others: [String]) -> String {
    others.containsExactly(title) ? GraphTables.second(title) : title
  }

  private static func hasParallelTies(_ ties: Ties) -> Bool {
    var seen = Set<UInt64>(minimumCapacity: ties.count)
    return ties.indices.contains { tie in
      let (source, target) = (UInt64(ties.source(tie)), UInt64(ties.target(tie)))
      return !seen.insert(min(source, target) << 32 | max(source, target)).inserted
    }
  }

  /// The columns of places, where both are numbers as JSON has them, and each row has both or none.
  private static func places(
    in carried: [Network.CarriedColumn]
  ) -> (x: Network.CarriedColumn, y: Network.CarriedColumn)? {
    guard let x = carried.first(where: { $0.name.isExactly("x") }),
      let y = carried.first(where: { $0.name.isExactly("y") }),
      (0..<x.count).allSatisfy({ row in
        x[row].isEmpty ? y[row].isEmpty : JSONReader.isNumber(x[row]) && JSONReader.isNumber(y[row])
      })
    else { return nil }
    return (x, y)
  }

  func write(to path: String) throws {
    try PieceWriter.write(to: path) { out in
      try out.put("{\n  \"directed\": \(graph.isDirected),\n  \"multigraph\": \(isMultigraph),\n")
      try putAttributes(&out)
      let isCytoscape = dialect == .cytoscape
      try out.put(isCytoscape ? "  \"elements\": {\n  \"nodes\": [" : "  \"nodes\": [")
      try putNodes(&out)
      try out.put("\n  ],\n  \"\(dialect == .d3 ? "links" : "edges")\": [")
      try putEdges(&out)
      try out.put(isCytoscape ? "\n  ]\n  }\n}\n" : "\n  ]\n}\n")
    }
  }

  /// What is said of the whole graph.
  static func attributes(of network: Network) -> [(String, JSONValue)] {
    var pairs: [(String, JSONValue)] = []
    if network.isIllustrative { pairs.append((GraphTables.illustrativeTitle, .bool(true))) }
    if let title = network.profile.title { pairs.append(("title", .text(title.en))) }
    return pairs
  }

  private func putAttributes(_ out: inout PieceWriter) throws {
    let pairs = Self.attributes(of: graph.network)
    if dialect == .cytoscape {
      // NetworkX wants pairs there.
      let list = JSONValue.array(pairs.map { .array([.text($0), $1]) })
      try out.put("  \"data\": \(list.line),\n")
    } else {
      try out.put("  \"graph\": \(JSONValue.object(pairs).line),\n")
    }
  }

  private func putNodes(_ out: inout PieceWriter) throws {
    let isCytoscape = dialect == .cytoscape
    for (place, actor) in graph.network.actors.enumerated() {
      guard !actor.id.isEmpty else { throw CannotWrite.noID }
      let id = actor.id.inJSON
      try out.put(place == 0 ? "\n    " : ",\n    ")
      try out.put(isCytoscape ? "{\"data\": {\"id\": \(id)" : "{\"id\": \(id)")
      if isCytoscape { try out.put(", \"value\": \(id)") }
      for (attribute, key) in zip(graph.actorAttributes, actorKeys) {
        try Self.put(key, attribute.value(actor, place), attribute.kind, &out)
      }
      if isCytoscape { try out.put("}") }
      if let x, let y, !x[place].isEmpty { try out.put(", \"position\": {\"x\": \(x[place]), \"y\": \(y[place])}") }
      try out.put("}")
    }
  }

  private func putEdges(_ out: inout PieceWriter) throws {
    let isCytoscape = dialect == .cytoscape
    let network = graph.network
    for place in network.ties.indices {
      let tie = network.ties[place]
      try out.put(place == 0 ? "\n    " : ",\n    ")
      try out.put(isCytoscape ? "{\"data\": {\"id\": \"\(edgePrefix)\(place)\", " : "{")
      try out.put("\"source\": \(network.actors[tie.source].id.inJSON), ")
      try out.put("\"target\": \(network.actors[tie.target].id.inJSON)")
      if isMultigraph { try out.put(", \"key\": \(place)") }
      try Self.putDirection(graph.ownDirection(tie), &out)
      for (attribute, key) in zip(graph.tieAttributes, tieKeys) {
        try Self.put(key, attribute.value(tie, place), attribute.kind, &out)
      }
      try out.put(isCytoscape ? "}}" : "}")
    }
  }

  /// Writes what a tie says of its direction, where it says anything.
  static func putDirection(_ direction: String?, _ out: inout PieceWriter) throws {
    guard let direction else { return }
    try out.put(", \"directed\": \(direction == "1" ? "true" : direction == "0" ? "false" : direction.inJSON)")
  }

  static func put(
    _ key: String, _ value: String, _ kind: WrittenGraph.Kind, _ out: inout PieceWriter
  ) throws {
    if value.isEmpty { return }
    let isNumber = kind == .number && JSONReader.isNumber(value)
    try out.put(", \(key.inJSON): \(isNumber ? value : value.inJSON)")
  }
}
