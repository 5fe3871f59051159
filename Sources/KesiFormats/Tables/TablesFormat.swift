import KesiNetwork

extension Format {
  /// A folder of tables: what people keep.
  static let tables = Format(
    id: "tables", name: Phrase("folder of tables", zh: "表格文件夹"), input: "a folder of tables",
    output: "the tables that people keep (actors.csv, ties.csv …), with network.yml", endings: [],
    isFolder: true, recognizes: { $0.isFolder }, read: { try NetworkReader.read(folder: $0, on: $1) },
    writer: .network { network, path, _ in try TablesWriter(network).write(to: path) },
    holds: Set(NetworkPart.allCases).subtracting([.selfTies, .judgement]),
    files: { path in (Table.allCases.map(\.file) + [ProfileReader.file]).map { "\(path)/\($0)" } })
}
