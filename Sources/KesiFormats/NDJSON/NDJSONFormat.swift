import KesiNetwork

extension Format {
  /// A value of JSON on each line, as programs hand data on.
  static let ndjson = Format(
    id: "ndjson", name: Phrase("JSON Lines file", zh: "NDJSON 文件"), names: "JSON Lines files",
    input: "a JSON Lines file of nodes and ties (.ndjson, .jsonl)",
    output: "a line of JSON for each actor and each tie, with all attributes",
    endings: ["ndjson"], silentEndings: ["jsonl"],
    recognizes: { candidate in
      let specimen = ForeignFormat.Specimen(candidate.start, path: candidate.path)
      // Between values of a list stands a comma.
      return !candidate.isFolder
        && (["ndjson", "jsonl"].contains(specimen.ending)
          || specimen.begins("{") && (specimen.holds("}\n{") || specimen.holds("}\r\n{")))
    },
    read: NDJSONReader.read,
    writer: .network { network, path, _, _ in try NDJSONWriter(network).write(to: path) },
    holds: GraphTables.holdings, honors: [.encoding], holdsColumn: WrittenGraph.holds,
    renames: { NDJSONWriter($0).renamed })
}
