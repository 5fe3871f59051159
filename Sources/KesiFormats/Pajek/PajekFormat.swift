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
        var reading = try GraphText.read(source, options, on: parallel, by: PajekReader.read)
        if !isProject { reading.remarks += unread(beside: source) }
        return reading
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

  /// Says which partition and vector of the same name lie beside a network: Pajek writes each to a file of its own.
  private static func unread(beside source: FileSource) -> [Remark] {
    let path = source.plainName
    guard path.utf8.suffix(4).elementsEqual(".net".utf8) else { return [] }
    return ["clu", "vec"].map { String(path.unicodeScalars.dropLast(3)) + $0 }.filter(FileBytes.exists).map { other in
      Remark(
        .file(FileBytes.name(of: other)),
        Phrase(
          "is not read. Save it and the network as one project of Pajek (.paj), of which partitions and vectors are read.",
          zh: "未读取。请在 Pajek 中与网络一并存为项目文件（.paj），其中的分区和向量可以读取。"))
    }
  }
}
