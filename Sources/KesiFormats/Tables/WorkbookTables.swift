import KesiNetwork

/// Writes a network as a workbook: the tables that people keep, a sheet each, and `network.yml` line by line. What is read
/// back is the same network.
struct WorkbookTables {
  let network: Network
  let language: Language

  func write(to path: String) throws { try AtomicFile.write(try workbook().written().bytes, to: path) }

  func workbook() throws -> WrittenWorkbook {
    let tables = Table.allCases.filter { TablesWriter(network).isWritten($0) }
    let profile = ProfileWriter.text(of: network.profile).map { [Self.sheet(ofProfile: $0)] } ?? []
    return WrittenWorkbook(
      try tables.map(sheet) + profile, title: network.profile.title?(language) ?? "", in: language)
  }

  /// The heads of a table and its rows, for a sheet that shows several.
  func example(of table: Table) throws -> (heads: [WrittenSheet.Cell], rows: [[WrittenSheet.Cell]]) {
    let sheet = try sheet(table)
    var rows: [[WrittenSheet.Cell]] = []
    try sheet.rows { rows.append($0) }
    return (sheet.columns.map { .text($0.head, $0.isRequired ? .requiredHead : .head) }, rows)
  }

  private func sheet(_ table: Table) throws -> WrittenSheet {
    switch table {
    case .actors: try sheet(network.actors)
    case .ties: try sheet(network.ties)
    case .chains: try sheet(network.chains)
    case .positions: try sheet(network.positions)
    case .consortia: try sheet(network.consortia)
    case .members: try sheet(network.members)
    case .coalitions: try sheet(network.coalitions)
    case .supplies: try sheet(network.supplies)
    case .demands: try sheet(network.demands)
    case .history: try sheet(network.history)
    }
  }

  private func sheet<Rows: RandomAccessCollection & Sendable>(_ rows: Rows) throws -> WrittenSheet
  where Rows.Element: TableRow, Rows.Index == Int {
    let table = Rows.Element.table
    let carried = network.carried[table] ?? []
    let columns = try TablesWriter(network, Wording(language)).columns(of: rows, beside: carried)
    let heads = columns.map { $0.head.title(in: language) } + carried.map(\.name)
    func cell(_ text: String, _ number: Int) throws -> WrittenSheet.Cell {
      guard !SheetText(text).isShortened else { throw CannotWrite.tooLong(table, heads[number], text, in: language) }
      return .text(text)
    }
    for (number, head) in heads.enumerated() { _ = try cell(head, number) }
    let words = CellWords(of: network, in: language)
    var sheet = WrittenSheet(
      name: NetworkSheets.name(of: table, in: language), columns: heads.map { WrittenSheet.Column(head: $0) },
      rowCount: rows.count
    ) { write in
      for (place, index) in rows.indices.enumerated() {
        let row = rows[index]
        if row.isLoop { continue }
        let known = try columns.enumerated().map { number, column in
          if let value = column.content.number(of: row) { return WrittenSheet.Cell.number(value) }
          return try cell(words.text(of: row, column.content), number)
        }
        let others = try zip(columns.count..., carried).map { try cell($1[place].wrapped, $0) }
        try write(known + others)
      }
    }
    for place in columns.indices where columns[place].head.isRequired { sheet.columns[place].isRequired = true }
    let mark = network.isIllustrative ? Phrase("illustrative data", zh: "示意数据") : nil
    sheet.printedHead = [network.profile.title, mark].compactMap { $0?(language) }.joined(separator: " · ")
    return sheet
  }

  private static func sheet(ofProfile bytes: [UInt8]) -> WrittenSheet {
    let lines = String(decoding: bytes, as: UTF8.self).unicodeScalars
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { String(String.UnicodeScalarView($0.last == "\r" ? $0.dropLast() : $0)) }
    return WrittenSheet(page: NetworkSheets.profile, widths: [100], lines.map { [.text($0)] })
  }
}

extension CellContent {
  /// The number that a row has here, where a cell holds it as it is: with no more digits than are written.
  fileprivate func number(of row: Row) -> Double? {
    guard case .number(let access, _) = self, let value = access.get(row) else { return nil }
    return value.plain.utf8.count { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } <= 16 ? value : nil
  }
}

extension CannotWrite {
  fileprivate static func tooLong(_ table: Table, _ column: String, _ text: String, in language: Language)
    -> CannotWrite
  {
    let sheet = NetworkSheets.name(of: table, in: language)
    return CannotWrite(
      message: Phrase(
        "the workbook cannot be written: a cell of the column “\(column.shortened)” of \(sheet) would have \(text.utf16.count) characters, and a cell holds \(SheetText.longest). Shorten “\(text.shortened)”, or write a folder of tables.",
        zh:
          "无法写入工作簿：“\(sheet)”表“\(column.shortened)”列有一个单元格长 \(text.utf16.count) 个字符，而单元格最多容纳 \(SheetText.longest) 个。请缩短“\(text.shortened)”，或改写为表格文件夹。"
      ),
      isClosedPipe: false)
  }
}
