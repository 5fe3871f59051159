import KesiNetwork

extension Format {
  /// The DL format of UCINET.
  static let ucinet = Format(
    id: "ucinet", name: Phrase("UCINET DL file", zh: "UCINET DL 文件"), names: "UCINET DL files",
    input: "a UCINET DL file", output: "the matrix of ties for UCINET, as a list with labels", endings: ["dl"],
    recognizes: { candidate in
      let specimen = ForeignFormat.Specimen(candidate.start, path: candidate.path)
      let starts = ["dl n", "dl\n", "dl\r", "dl,", "dl format", "dl  n", "dl\tn", "dl title"]
      return !candidate.isFolder && (specimen.ending == "dl" || starts.contains(where: specimen.begins))
    },
    read: { try GraphText.read($0, $1, on: $2, by: UcinetReader.read) },
    writer: .graph { graph, path in try UcinetWriter(graph: graph).write(to: path) },
    holds: [.loneActors, .selfTies], honors: [.encoding],
    holdsColumn: GraphMatrix.holds)
}
