import KesiNetwork

extension Format {
  /// The node-link form of JSON, as NetworkX writes it.
  static let nodeLink = json(
    "node-link", Phrase("node-link JSON file", zh: "node-link JSON 文件"), .nodeLink,
    output: "node-link JSON, for NetworkX: actors and ties with all attributes", endings: ["json"],
    recognizes: { specimen in
      specimen.ending == "json" || specimen.begins("{") && specimen.holds("\"nodes\"") && specimen.holds(":")
    })

  /// The same as d3 takes it. It is read as the other.
  static let d3 = json(
    "d3", Phrase("d3 JSON file", zh: "d3 JSON 文件"), .d3,
    output: "the same with links in place of edges, for d3, by --dialect d3", endings: [],
    recognizes: { _ in false })

  /// What Cytoscape and Cytoscape.js have.
  static let cytoscape = json(
    "cytoscape", Phrase("Cytoscape file", zh: "Cytoscape 文件"), .cytoscape,
    output: "JSON of Cytoscape and Cytoscape.js, with layout; .json by --dialect cytoscape", endings: ["cyjs"],
    recognizes: { $0.ending == "cyjs" || $0.begins("{") && $0.holds("\"elements\"") })

  private static func json(
    _ id: String, _ name: Phrase, _ dialect: GraphJSONWriter.Dialect, output: String, endings: [String],
    recognizes: @escaping @Sendable (ForeignFormat.Specimen) -> Bool
  ) -> Format {
    Format(
      id: id, name: name, names: "\(name.en)s", input: "a \(name.en)", output: output, endings: endings, dialect: id,
      dialectEnding: "json",
      recognizes: { !$0.isFolder && recognizes(ForeignFormat.Specimen($0.start, path: $0.path)) },
      read: GraphJSONReader.read,
      writer: .network { network, path, _, _ in try GraphJSONWriter(network, dialect).write(to: path) },
      holds: GraphTables.holdings, honors: [.encoding], holdsColumn: WrittenGraph.holds,
      renames: { GraphJSONWriter($0, dialect).renamed })
  }
}
