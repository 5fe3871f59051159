import KesiNetwork

/// Reads one table row by row into a network; what it does not know it carries along.
struct TableReader<Row: NetworkRow> {
  /// What messages call the table.
  let file: String
  let log: ProblemLog
  /// Hears of the bytes read and the bytes in all, now and then.
  var progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?

  /// - Returns: the columns that are not declared, in step with the rows that were taken.
  func read(_ table: TableSource, into reader: NetworkReader) throws -> [Network.CarriedColumn] {
    do {
      switch table {
      case .text(let source, _):
        return try source.opened(progress: progress).withBytes { bytes in
          try TextDecoding.withUTF8(bytes) { text in
            var rows = CSVParser(text)
            return try read(&rows, into: reader)
          }
        }
      case .sheet(let sheet): return try sheet.withRows { try read(&$0, into: reader) }
      }
    } catch let failure as TextDecoding.Failure {
      log.add(Problem(.error, .file(file), failure.message))
    } catch let failure as RecordFailure {
      log.add(Problem(.error, .line(file: file, failure.row), failure.message))
    }
    return []
  }

  private func read(
    _ rows: inout some RecordSource, into reader: NetworkReader
  ) throws -> [Network.CarriedColumn] {
    guard try rows.next() else {
      let required = Row.heads.filter(\.isRequired)
      let header = required.map(\.id).joined(separator: ", ")
      let headerZh = required.map { "\($0.chinese ?? "")（\($0.id)）" }.joined(separator: "、")
      log.add(
        Problem(
          .error, .file(file),
          Phrase(
            "is empty. The first row should name the columns: \(header).", zh: "文件为空。第一行应为表头，至少包含：\(headerZh)。")))
      return []
    }
    guard let header = readHeader(rows.record) else { return [] }
    var carried = header.carried.map { Network.CarriedColumn(name: $0.name) }
    while try rows.next() {
      let record = rows.record
      if record.row % 8192 == 0 { progress?(record.start, record.text.count) }
      // Spreadsheets write rows of nothing but commas below a table.
      guard !record.isEmpty else { continue }
      if let extra = record.fields.dropFirst(header.width).first(where: { !$0.range.isEmpty }) {
        log.add(
          Problem(
            .error, .line(file: file, record.row),
            Phrase(
              "this row has \(record.fields.count.counted("cell")), the header \(header.width): “\(record.string(extra).shortened)” is one too many. Put text that contains commas in double quotes.",
              zh:
                "本行有 \(record.fields.count) 个单元格，表头只有 \(header.width) 个，多出“\(record.string(extra).shortened)”。内容含逗号时，请用英文双引号括起来。"
            )))
        continue
      }
      let cells = Cells(record: record, file: file, log: log)
      var row = Row.blank
      guard header.keys.allSatisfy({ $0(&row, cells, reader) }), row.isNew(cells, in: reader) else { continue }
      for decode in header.others { _ = decode(&row, cells, reader) }
      row.join(reader, cells)
      for (index, column) in header.carried.enumerated() { carried[index].append(cells.text(column.place) ?? "") }
    }
    return carried
  }

  private struct Header {
    var width: Int
    /// The columns without which a row is none.
    var keys: [CellDecoder<Row>] = []
    var others: [CellDecoder<Row>] = []
    var carried: [(name: String, place: Int)] = []
  }

  private func readHeader(_ record: Record) -> Header? {
    let columns = Row.columns
    var header = Header(width: record.fields.count)
    var places = [Int?](repeating: nil, count: columns.count)
    let names = record.fields.map { record.string($0) }
    let meanings = columns.map(\.head).meanings(of: names)
    for (place, name) in names.enumerated() {
      guard let index = meanings[place]?.column else {
        if !name.isEmpty { header.carried.append((name, place)) }
        continue
      }
      guard places[index] == nil else {
        log.add(
          Problem(
            .error, columns[index].head.place(in: file, row: record.row),
            Phrase(
              "two columns have this meaning; the second is “\(name.shortened)”. Keep one.",
              zh: "有两列表示同一内容，第二列是“\(name.shortened)”。请只保留一列。")))
        return nil
      }
      places[index] = place
    }
    let missing = columns.indices.filter { columns[$0].head.isRequired && places[$0] == nil }
    for column in missing.map({ columns[$0].head }) {
      let accepted = Array(column.names.prefix(3))
      let found = record.fields.prefix(12).map { record.string($0).shortened }
      log.add(
        Problem(
          .error, column.place(in: file, row: record.row),
          Phrase(
            "this column is missing. The header has: \(found.joined(separator: ", ")). Add “\(column.id)” (or one of: \(accepted.joined(separator: ", "))).",
            zh:
              "缺少此列。现有表头：\(found.joined(separator: "、"))。请补上此列，列名可写：\(([column.id] + accepted).joined(separator: "、"))。"
          )))
    }
    guard missing.isEmpty else { return nil }
    var start: Int?
    // As they are declared, however the table has them: so problems of a row have an order.
    for (column, place) in zip(columns, places) {
      if case .start = column.content { start = place }
      guard let place else { continue }
      let decoder = column.decoder(at: place, start: start)
      if column.head.need == .value { header.keys.append(decoder) } else { header.others.append(decoder) }
    }
    return header
  }
}
