import KesiNetwork

extension Format {
  /// Pajek: networks and projects.
  static let pajek = Format(
    id: "pajek", name: Phrase("Pajek file", zh: "Pajek 文件"), names: "Pajek files",
    input: "a Pajek file (.net, .paj)",
    output: "a network of Pajek: ids, kinds, weights, directions, layout", endings: ["net"],
    recognizes: { candidate in
      let specimen = ForeignFormat.Specimen(candidate.start, path: candidate.path)
      return !candidate.isFolder
        && (["net", "paj"].contains(specimen.ending) || ["*vertices", "*network"].contains(where: specimen.begins))
    },
    read: { try GraphText.read($0, $1, on: $2, by: PajekReader.read) },
    writer: .network { network, path, _, _ in try PajekWriter(network).write(to: path) },
    holds: [.loneActors, .directions], honors: [.encoding],
    holdsColumn: { head in
      [
        ActorColumns.id.head, TieColumns.source.head, TieColumns.target.head, TieColumns.kind.head,
        TieColumns.weight.head, TieColumns.directed.head,
      ].contains { $0.isSame(as: head) }
    }, carries: PajekWriter.carried)
}
