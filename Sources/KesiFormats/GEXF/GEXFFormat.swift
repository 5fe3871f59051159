import KesiNetwork

extension Format {
  /// GEXF: what Gephi writes, with layout and times.
  static let gexf = Format(
    id: "gexf", name: Phrase("GEXF file", zh: "GEXF 文件"), names: "GEXF files", input: "a GEXF file",
    output: "GEXF, for Gephi: actors and ties with all attributes, times, layout and colors", endings: ["gexf"],
    recognizes: { candidate in
      let specimen = ForeignFormat.Specimen(candidate.start, path: candidate.path)
      return !candidate.isFolder
        && (specimen.isMarkup && specimen.holdsLetters("<gexf") || specimen.ending == "gexf")
    },
    read: { try GraphXML.read($0, $1, on: $2, by: GEXFHandler.init) },
    writer: .network { network, path, _, _ in try GEXFWriter(network).write(to: path) },
    holds: GraphTables.holdings, holdsColumn: WrittenGraph.holds)
}
