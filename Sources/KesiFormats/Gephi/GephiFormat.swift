import KesiNetwork

extension Format {
  /// The two tables that Gephi's data laboratory imports and exports.
  static let gephi = Format(
    id: "gephi", name: Phrase("folder of tables of Gephi", zh: "Gephi 表格文件夹"), names: "folders of tables of Gephi",
    input: "a folder with nodes.csv and edges.csv of Gephi",
    output: "nodes.csv and edges.csv, for Gephi's data laboratory, by --dialect gephi", endings: [], dialect: "gephi",
    isFolder: true,
    recognizes: { candidate in
      candidate.isFolder && !FileBytes.exists("\(candidate.path)/\(Table.actors.file)")
        && GephiTables.files.allSatisfy { FileBytes.exists("\(candidate.path)/\($0)") }
    },
    read: { try GephiTables.read(folder: $0.path, $1, on: $2) },
    writer: .network { network, path, _, _ in try GephiWriter(network).write(to: path) },
    holds: GraphTables.holdings.subtracting([.illustrationMark]), honors: [.encoding, .separator, .decimal],
    holdsColumn: WrittenGraph.holds, renames: { GephiWriter($0).renamed },
    files: { path in GephiTables.files.map { "\(path)/\($0)" } })
}
