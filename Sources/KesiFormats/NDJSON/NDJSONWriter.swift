import KesiNetwork

/// Writes a network as lines of JSON, each of which says what it is: one for the whole graph, one for each node, one for each
/// tie. They are handed on as they are made.
struct NDJSONWriter {
  private let graph: WrittenGraph
  private let actorKeys: [String]
  private let tieKeys: [String]

  init(_ network: Network) {
    graph = WrittenGraph(network)
    actorKeys = graph.actorAttributes.map {
      GraphJSONWriter.key($0.title, besides: [LineShape.typeKey] + Self.nodeKeys)
    }
    tieKeys = graph.tieAttributes.map { GraphJSONWriter.key($0.title, besides: [LineShape.typeKey] + Self.tieKeys) }
  }

  /// Keys that have a meaning of their own where a line says that it is a node, or a tie.
  private static let nodeKeys = ["id", "properties", "labels"]
  private static let tieKeys = ["source", "target", "directed", "id", "properties", "start", "end"]

  /// The titles that mean something else here, and are written otherwise.
  var renamed: [String] {
    graph.renamed
      + zip(graph.actorAttributes.map(\.title) + graph.tieAttributes.map(\.title), actorKeys + tieKeys)
      .filter { !$0.isExactly($1) }.map(\.0)
  }

  func write(to path: String) throws {
    let network = graph.network
    try PieceWriter.write(to: path) { out in
      let header: [(String, JSONValue)] = [(LineShape.typeKey, .text("graph")), ("directed", .bool(graph.isDirected))]
      try out.put(JSONValue.object(header + GraphJSONWriter.attributes(of: network)).line + "\n")
      for (place, actor) in network.actors.enumerated() {
        guard !actor.id.isEmpty else { throw CannotWrite.noID }
        try out.put("{\"type\": \"node\", \"id\": \(actor.id.inJSON)")
        for (attribute, key) in zip(graph.actorAttributes, actorKeys) {
          try GraphJSONWriter.put(key, attribute.value(actor, place), attribute.kind, &out)
        }
        try out.put("}\n")
      }
      for place in network.ties.indices {
        let tie = network.ties[place]
        try out.put("{\"type\": \"edge\", \"source\": \(network.actors[tie.source].id.inJSON), ")
        try out.put("\"target\": \(network.actors[tie.target].id.inJSON)")
        try GraphJSONWriter.putDirection(graph.ownDirection(tie), &out)
        for (attribute, key) in zip(graph.tieAttributes, tieKeys) {
          try GraphJSONWriter.put(key, attribute.value(tie, place), attribute.kind, &out)
        }
        try out.put("}\n")
      }
    }
  }
}
