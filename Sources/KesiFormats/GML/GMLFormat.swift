import KesiNetwork

extension Format {
  /// GML: what igraph, NetworkX, Gephi and yEd read and write.
  static let gml = Format(
    id: "gml", name: Phrase("GML file", zh: "GML 文件"), names: "GML files", input: "a GML file",
    output: "GML, for NetworkX and igraph: actors and ties with all attributes", endings: ["gml"],
    recognizes: { candidate in
      let specimen = ForeignFormat.Specimen(candidate.start, path: candidate.path)
      let starts = ["graph [", "graph[", "graph\n[", "graph\r\n[", "creator \""]
      return !candidate.isFolder && !specimen.isMarkup
        && (specimen.ending == "gml" || starts.contains(where: specimen.begins))
    },
    read: { try GraphText.read($0, $1, on: $2, by: GMLReader.read) },
    writer: .network { network, path, _, _ in try GMLWriter(network).write(to: path) },
    holds: GraphTables.holdings, honors: [.encoding], holdsColumn: WrittenGraph.holds,
    renames: { WrittenGraph($0).renamed })
}
