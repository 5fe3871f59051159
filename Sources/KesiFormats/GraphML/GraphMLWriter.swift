import KesiNetwork

/// Writes a network as GraphML: a key for each column that any row fills, with its type.
struct GraphMLWriter {
  private let graph: WrittenGraph
  private static let name = Format.graphML.name

  init(_ network: Network) { graph = WrittenGraph(network) }

  func write(to path: String) throws {
    try PieceWriter.write(to: path) { out in
      try out.put(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
        xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

        """)
      try putKeys(&out)
      try out.put("  <graph edgedefault=\"\(graph.isDirected ? "directed" : "undirected")\">\n")
      try putGraph(&out)
      try putNodes(&out)
      try putEdges(&out)
      try out.put("  </graph>\n</graphml>\n")
    }
  }

  private func putKeys(_ out: inout PieceWriter) throws {
    func put(_ id: String, of element: String, _ title: String, _ kind: WrittenGraph.Kind) throws {
      try out.put("  <key id=\"\(id)\" for=\"\(element)\" attr.name=\"")
      try out.put(escaped: title, in: Self.name)
      try out.put("\" attr.type=\"\(kind == .number ? "double" : "string")\"/>\n")
    }
    for (number, attribute) in graph.actorAttributes.enumerated() {
      try put("n\(number)", of: "node", attribute.title, attribute.kind)
    }
    for (number, attribute) in graph.tieAttributes.enumerated() {
      try put("e\(number)", of: "edge", attribute.title, attribute.kind)
    }
    // NetworkX opens no graph in which the attribute of GraphML says so of single edges.
    if graph.hasOwnDirections { try put("directed", of: "edge", TieColumns.directed.head.id, .text) }
    if graph.network.isIllustrative { try put("made", of: "graph", GraphTables.illustrativeTitle, .text) }
    if graph.network.profile.title != nil { try put("title", of: "graph", "title", .text) }
  }

  private func putGraph(_ out: inout PieceWriter) throws {
    if graph.network.isIllustrative { try out.put("    <data key=\"made\">true</data>\n") }
    if let title = graph.network.profile.title {
      try out.put("    <data key=\"title\">")
      try out.put(escaped: title.en, in: Self.name)
      try out.put("</data>\n")
    }
  }

  private func putNodes(_ out: inout PieceWriter) throws {
    for (place, actor) in graph.network.actors.enumerated() {
      guard !actor.id.isEmpty else { throw CannotWrite.noID }
      try out.put("    <node id=\"")
      try out.put(escaped: actor.id, in: Self.name)
      try out.put("\">\n")
      for (number, attribute) in graph.actorAttributes.enumerated() {
        try put("n\(number)", attribute.value(actor, place), &out)
      }
      try out.put("    </node>\n")
    }
  }

  private func putEdges(_ out: inout PieceWriter) throws {
    let network = graph.network
    for place in network.ties.indices {
      let tie = network.ties[place]
      try out.put("    <edge source=\"")
      try out.put(escaped: network.actors[tie.source].id, in: Self.name)
      try out.put("\" target=\"")
      try out.put(escaped: network.actors[tie.target].id, in: Self.name)
      try out.put("\">\n")
      if let direction = graph.ownDirection(tie) { try put("directed", direction, &out) }
      for (number, attribute) in graph.tieAttributes.enumerated() {
        try put("e\(number)", attribute.value(tie, place), &out)
      }
      try out.put("    </edge>\n")
    }
  }

  private func put(_ key: String, _ value: String, _ out: inout PieceWriter) throws {
    if value.isEmpty { return }
    try out.put("      <data key=\"\(key)\">")
    try out.put(escaped: value, in: Self.name)
    try out.put("</data>\n")
  }
}
