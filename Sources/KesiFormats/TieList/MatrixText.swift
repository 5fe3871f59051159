import KesiMatrix
import KesiNetwork

/// A matrix of actors by actors as a table: the first row and the first column call them, alike on both sides, and each cell
/// says how strongly the one of its row is tied to that of its column. One that is the same on both sides of its diagonal
/// gives ties without direction.
struct MatrixText {
  private let text: UnsafeBufferPointer<UInt8>
  private let dialect: Dialect
  private let file: String
  private let decimals: WrittenNumber.DecimalSign

  /// - Parameter decimals: which sign parts them in all cells. Where it is unknown, numbers are as programs write them.
  init(
    _ text: UnsafeBufferPointer<UInt8>, _ dialect: Dialect, of file: String, decimals: WrittenNumber.DecimalSign
  ) {
    (self.text, self.dialect, self.file, self.decimals) = (text, dialect, file, decimals)
  }

  /// - Throws: `BadData` where a cell is no number, or names differ.
  func reading(_ options: ReadingOptions, _ remarks: [Remark], on parallel: Parallel) throws -> NetworkReading {
    var graph = try GraphTables(file: file)
    graph.remarks = remarks
    var rows = TextRows(text, dialect)
    do {
      try read(&rows, into: &graph)
    } catch let fault as BadShape {
      throw BadData([Problem(.error, .line(file: file, rows.record.row), fault.message)])
    }
    return try graph.reading(options, on: parallel)
  }

  private func read(_ rows: inout TextRows, into graph: inout GraphTables) throws {
    guard try rows.next() else { return }
    let heads = Array(rows.record.strings.dropFirst())
    let totals = heads.indices.filter { Record.isTotal(heads[$0]) }
    let places = heads.indices.filter { !totals.contains($0) }
    let names = places.map { heads[$0] }
    var matrix = GraphMatrix(text)
    var sums = MatrixSums(order: names.count)
    var half = MatrixHalves()
    var row = 0
    while try rows.next() {
      let record = rows.record
      let name = record.string(record[0])
      if let extra = record.firstCell(from: heads.count + 1) {
        throw BadShape.expected(
          Phrase("the end of a row of \(heads.count) cells", zh: "每行 \(heads.count) 个单元格的行尾"),
          record.string(extra))
      }
      if Record.isTotal(name) {
        for (column, place) in places.enumerated() {
          sums.stateColumn(column, try number(place, record), at: record.row, name)
        }
        continue
      }
      guard row < names.count, name.folded == names[row].folded else {
        throw BadShape.expected(
          Phrase(
            row < names.count
              ? "“\(names[row].shortened)”, as the first row has it," : "the end of a matrix of \(names.count) rows",
            zh: row < names.count ? "“\(names[row].shortened)”（与首行一致）" : "\(names.count) 行矩阵的结尾"), name)
      }
      for (column, place) in places.enumerated() {
        guard let value = try number(place, record) else { continue }
        half.add(row, column, value)
        sums.add(row, column, value)
        if decimals == .comma {
          matrix.add(row, column, value, line: record.row)
        } else if value != 0 {
          try matrix.add(row, column, record.trimmedBytes(record[place + 1]), line: record.row)
        }
      }
      for place in totals {
        sums.stateRow(row, try number(place, record), at: record.row, heads[place])
      }
      row += 1
    }
    guard row == names.count else {
      throw BadShape.expected(Phrase("a row for “\(names[row].shortened)”", zh: "“\(names[row].shortened)”的一行"), "")
    }
    for (place, name) in names.enumerated() {
      graph.beginNode(Array(name.utf8))
      try graph.actors.endRow(line: place + 2)
    }
    try matrix.forEachTie(isHalf: half.isOneEmpty) { row, column, value, isDirected, line in
      graph.beginEdge(names[row].utf8, names[column].utf8, isDirected: isDirected)
      graph.ties.set(try graph.attribute(TieColumns.weight.head.id, of: \.ties), value)
      try graph.ties.endRow(line: line)
    }
    graph.ownsWeights = true
    for problem in [half.problem(file), sums.problem(file)] { if let problem { graph.log.add(problem) } }
  }

  /// What a cell holds; nil where it is empty, or says so.
  private func number(_ place: Int, _ record: Record) throws -> Double? {
    let bytes = record.trimmedBytes(record[place + 1])
    // Most cells of a matrix are of one digit.
    if bytes.count == 1, let digit = bytes.first, 0x30...0x39 ~= digit { return Double(digit - 0x30) }
    let text = String(decoding: bytes, as: UTF8.self)
    if MissingValue.mayBeStated(by: bytes), MissingValue.isStated(by: text) { return nil }
    if decimals == .comma {
      if case .number(let number) = WrittenNumber.read(text, decimals: .comma), number.unit == nil,
        !number.isApproximate
      {
        return number.value
      }
    } else if let value = Double(decimal: text), value.isFinite {
      return value
    }
    throw BadShape.expected(Phrase("a number", zh: "数字"), text)
  }
}
