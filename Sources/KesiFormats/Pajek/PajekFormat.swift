import KesiNetwork

extension Format {
  /// Pajek: networks and projects.
  static let pajek = Format(
    id: "pajek", name: Phrase("Pajek file", zh: "Pajek 文件"), names: "Pajek files",
    input: "a Pajek file (.net, .paj)", output: "", endings: [],
    recognizes: { candidate in
      let specimen = ForeignFormat.Specimen(candidate.start, path: candidate.path)
      return !candidate.isFolder
        && (["net", "paj"].contains(specimen.ending) || ["*vertices", "*network"].contains(where: specimen.begins))
    },
    read: { try GraphText.read($0, $1, on: $2, by: PajekReader.read) }, writer: nil, holds: [], honors: [.encoding])
}
