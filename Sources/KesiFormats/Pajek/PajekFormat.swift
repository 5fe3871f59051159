import KesiNetwork

extension Format {
  /// Pajek: a network.
  static let pajek = pajek(
    "pajek", Phrase("Pajek file", zh: "Pajek 文件"), "net",
    output: "a network of Pajek: ids, kinds of ties, weights, directions, layout",
    isProject: false)

  /// Pajek: a network with what its vertices state.
  static let pajekProject = pajek(
    "pajek-project", Phrase("Pajek project", zh: "Pajek 项目文件"), "paj",
    output: "a project of Pajek: the same, with partitions (kinds, zones) and vectors (numbers) of actors",
    isProject: true)

  private static func pajek(
    _ id: String, _ name: Phrase, _ ending: String, output: String, isProject: Bool
  ) -> Format {
    Format(
      id: id, name: name, names: "\(name.en)s", input: "a \(name.en) (.\(ending))", output: output, endings: [ending],
      recognizes: { candidate in
        let specimen = ForeignFormat.Specimen(candidate.start, path: candidate.path)
        if candidate.isFolder { return false }
        return specimen.ending == ending || !isProject && ["*vertices", "*network"].contains(where: specimen.begins)
      },
      read: { source, options, parallel in
        let others = isProject ? [] : PajekBeside.all(of: source)
        return try GraphText.read(source, options, on: parallel) { scanner, graph in
          try PajekReader.read(&scanner, into: &graph, with: others, as: options.encoding)
        }
      },
      writer: .network { network, path, _, _ in try PajekWriter(network, isProject: isProject).write(to: path) },
      holds: [.loneActors, .directions], honors: [.encoding],
      holdsColumn: { head in
        [
          ActorColumns.id.head, TieColumns.source.head, TieColumns.target.head, TieColumns.kind.head,
          TieColumns.weight.head, TieColumns.directed.head,
        ].contains { $0.isSame(as: head) } || isProject && PajekValues.holds(head)
      }, carries: isProject ? PajekWriter.carriedByProject : PajekWriter.carried)
  }
}
