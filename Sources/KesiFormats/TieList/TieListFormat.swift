import KesiNetwork

extension Format {
  /// A list of ties: two ends a line, and a weight where there is one.
  static let tieList = Format(
    id: "ties", name: Phrase("list of ties", zh: "联系列表"), names: "lists of ties",
    input: "a file that lists ties", suggestion: Phrase("a file that lists ties", zh: "一个列出联系的文件"),
    output: "a list of ties: source, target, kind, weight", endings: ["csv", "tsv"], silentEndings: ["tab"],
    recognizes: { !$0.isFolder }, read: TieListFile.read,
    writer: .graph { graph, path in
      let delimiter: Unicode.Scalar = FileEnding(of: path)?.word == "csv" ? "," : "\t"
      try TieListFile.write(graph, delimiter: delimiter, to: path)
    },
    // What is tied to itself is in no matrix, and was said when it was read.
    holds: [.openDirections, .selfTies], honors: [.encoding, .separator, .header, .decimal],
    holdsColumn: { head in
      ActorColumns.id.head.isSame(as: head)
        || [TieColumns.source, TieColumns.target, TieColumns.kind, TieColumns.weight].contains {
          $0.head.isSame(as: head)
        }
    })
}
