import KesiNetwork

/// Reads one table row by row and hands each row to a closure; what it does not know it carries along.
struct TableReader<Column: TableColumn> {
  let log: ProblemLog
  /// Hears of the bytes read and the bytes in all, now and then.
  var progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?

  /// - Returns: the columns that are not `Column`s, in step with the rows for which `decode` returned true.
  func read(
    _ bytes: UnsafeRawBufferPointer, _ decode: (TableRow<Column>) -> Bool
  ) -> [Network.CarriedColumn] {
    do {
      return try TextDecoding.withUTF8(bytes) { try rows(of: $0, decode) }
    } catch let failure as TextDecoding.Failure {
      log.add(Problem(.error, file: Column.file, failure.message))
    } catch let failure as CSVParser.Failure {
      log.add(Problem(.error, file: Column.file, row: failure.row, failure.message))
    } catch {
      log.add(Problem(.error, file: Column.file, Phrase("\(error)", zh: "\(error)")))
    }
    return []
  }

  private func rows(
    of text: UnsafeBufferPointer<UInt8>, _ decode: (TableRow<Column>) -> Bool
  ) throws -> [Network.CarriedColumn] {
    var parser = CSVParser(text)
    guard try parser.next() else {
      let required = Column.allCases.filter(\.isRequired)
      let header = required.map(\.rawValue).joined(separator: ", ")
      let headerZh = required.map { "\($0.chinese ?? "")（\($0.rawValue)）" }.joined(separator: "、")
      log.add(
        Problem(
          .error, file: Column.file,
          Phrase(
            "is empty. The first row should name the columns: \(header).", zh: "文件为空。第一行应为表头，至少包含：\(headerZh)。")))
      return []
    }
    guard let header = readHeader(parser) else { return [] }
    var carried = header.carried.map { Network.CarriedColumn(name: $0.name) }
    while try parser.next() {
      if parser.row % 8192 == 0 { progress?(parser.recordStart, text.count) }
      // Spreadsheets write rows of nothing but commas below a table.
      guard parser.fields.contains(where: { !$0.range.isEmpty }) else { continue }
      if let extra = parser.fields.dropFirst(header.width).first(where: { !$0.range.isEmpty }) {
        log.add(
          Problem(
            .error, file: Column.file, row: parser.row,
            Phrase(
              "this row has \(parser.fields.count.counted("cell")), the header \(header.width): “\(parser.string(extra).shortened)” is one too many. Put text that contains commas in double quotes.",
              zh:
                "本行有 \(parser.fields.count) 个单元格，表头只有 \(header.width) 个，多出“\(parser.string(extra).shortened)”。内容含逗号时，请用英文双引号括起来。"
            )))
        continue
      }
      let row = TableRow<Column>(parser: parser, places: header.places, log: log)
      guard decode(row) else { continue }
      for (index, column) in header.carried.enumerated() {
        let isThere = column.place < parser.fields.count
        carried[index].values.append(isThere ? parser.string(parser.fields[column.place]) : "")
      }
    }
    return carried
  }

  private struct Header {
    var width: Int
    var places = ColumnPlaces<Column>()
    var carried: [(name: String, place: Int)] = []
  }

  private func readHeader(_ parser: CSVParser) -> Header? {
    var header = Header(width: parser.fields.count)
    for (place, field) in parser.fields.enumerated() {
      let name = parser.string(field)
      guard let column = Column(header: name) else {
        if !name.isEmpty { header.carried.append((name, place)) }
        continue
      }
      guard header.places[column] == nil else {
        log.add(
          Problem(
            .error, file: Column.file, row: 1, column: column.rawValue, columnZh: column.chinese,
            Phrase(
              "two columns have this meaning; the second is “\(name.shortened)”. Keep one.",
              zh: "有两列表示同一内容，第二列是“\(name.shortened)”。请只保留一列。")))
        return nil
      }
      header.places.add(column, at: place)
    }
    let missing = Column.allCases.filter { $0.isRequired && header.places[$0] == nil }
    for column in missing {
      let accepted = Array(column.synonyms.prefix(3))
      let found = parser.fields.prefix(12).map { parser.string($0).shortened }
      log.add(
        Problem(
          .error, file: Column.file, row: 1, column: column.rawValue, columnZh: column.chinese,
          Phrase(
            "this column is missing. The header has: \(found.joined(separator: ", ")). Add “\(column.rawValue)” (or one of: \(accepted.joined(separator: ", "))).",
            zh:
              "缺少此列。现有表头：\(found.joined(separator: "、"))。请补上此列，列名可写：\(([column.rawValue] + accepted).joined(separator: "、"))。"
          )))
    }
    return missing.isEmpty ? header : nil
  }
}

extension String {
  /// Short enough to quote in a message, on one line.
  var shortened: String {
    let line = String(unicodeScalars.prefix(60).map { $0.properties.generalCategory == .control ? " " : Character($0) })
    return unicodeScalars.count > 60 ? line + "…" : line
  }
}
