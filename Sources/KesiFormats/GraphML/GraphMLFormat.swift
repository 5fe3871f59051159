extension Format {
  /// GraphML: what most programs of networks read and write.
  static let graphML = graphXML(
    "GraphML", output: "GraphML, for igraph, NetworkX, Gephi, yEd: actors and ties with all attributes",
    read: GraphMLHandler.init, write: { try GraphMLWriter($0).write(to: $1) })
}
