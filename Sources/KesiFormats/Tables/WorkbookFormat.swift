import KesiNetwork

extension Format {
  /// A workbook with a sheet for each table.
  static let workbook = Format(
    id: "workbook", name: Phrase("workbook", zh: "工作簿"), names: "workbooks",
    input: "a workbook (.xlsx)", output: "the tables that people keep, a sheet each, with network.yml",
    endings: ["xlsx"],
    recognizes: { !$0.isFolder && $0.path.hasSuffix(".xlsx") },
    read: { source, _ in
      throw BadData([Problem(.error, .file(source.name), Phrase("workbooks are not read yet.", zh: "暂不能读取工作簿。"))])
    },
    writer: .network { network, path, wording, _ in
      try WorkbookTables(network: network, language: wording.language).write(to: path)
    },
    holds: Set(Holding.allCases).subtracting([.selfTies, .judgement]), heeds: [.language])
}
