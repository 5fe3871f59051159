import KesiNetwork

extension Format {
  /// GraphML: what most programs of networks read and write.
  static let graphML = Format(
    id: "graphml", name: Phrase("GraphML file", zh: "GraphML 文件"), names: "GraphML files", input: "a GraphML file",
    output: "GraphML, for igraph, NetworkX, Gephi, yEd: actors and ties with all attributes", endings: ["graphml"],
    recognizes: { candidate in
      let specimen = ForeignFormat.Specimen(candidate.start, path: candidate.path)
      return !candidate.isFolder
        && (specimen.isMarkup && specimen.holdsLetters("<graphml") || specimen.ending == "graphml")
    },
    read: { try GraphXML.read($0, $1, on: $2, by: GraphMLHandler.init) },
    writer: .network { network, path, _, _ in try GraphMLWriter(network).write(to: path) },
    holds: GraphTables.holdings, holdsColumn: WrittenGraph.holds)
}
