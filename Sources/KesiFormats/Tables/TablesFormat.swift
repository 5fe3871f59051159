import KesiNetwork

extension Format {
  /// A folder of tables: what people keep.
  static let tables = Format(
    id: "tables", name: Phrase("folder of tables", zh: "表格文件夹"), names: "folders of tables",
    input: "a folder of tables", suggestion: Phrase("a folder with actors.csv in it", zh: "含有 actors.csv 的文件夹"),
    output: "the tables that people keep (actors.csv, ties.csv …), with network.yml", endings: [],
    isFolder: true, recognizes: { $0.isFolder }, read: { try NetworkReader.read(folder: $0.path, $1, on: $2) },
    writer: .network { network, path, wording, _ in try TablesWriter(network, wording).write(to: path) },
    holds: Set(Holding.allCases).subtracting([.selfTies, .judgement]), heeds: [.language, .spreadsheets],
    honors: [.encoding, .separator, .decimal],
    files: { path in
      (Table.allCases.flatMap { [$0.file, $0.file + Gzip.ending] } + [ProfileReader.file]).map { "\(path)/\($0)" }
    })
}
