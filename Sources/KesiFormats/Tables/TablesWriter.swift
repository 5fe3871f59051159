import KesiMatrix
import KesiNetwork

/// Writes a network as people keep one: a table for each kind of rows that there are, with the columns that hold anything
/// and those that are carried along, and `network.yml`. What is read back is the same network.
package struct TablesWriter {
  private let network: Network
  private let wording: Wording

  package init(_ network: Network, _ wording: Wording = Wording()) {
    (self.network, self.wording) = (network, wording)
  }

  /// Makes a folder, or fills an empty one: as a whole or not at all.
  ///
  /// - Parameter others: what else is to lie there, by its name.
  package func write(
    to path: String, with others: [(name: String, text: String)] = [], on parallel: Parallel = Parallel()
  ) throws {
    let texts = others.map { other in
      (name: other.name, body: { write in try Array(other.text.utf8).withUnsafeBytes(write) } as AtomicFile.Body)
    }
    try FolderDraft.write(to: FolderTarget(path), files(on: parallel) + texts)
  }

  /// Makes a folder of tables with all of their heads and no rows, to be filled in.
  func writeHeads(to path: String) throws {
    let files = Table.allCases.map { table in
      let heads = table.heads.map { $0.title(in: wording.language).asField(between: ",") }.joined(separator: ",")
      let text = (wording.isForSpreadsheets ? "\u{FEFF}" : "") + heads + "\n"
      return (table.file, { write in try Array(text.utf8).withUnsafeBytes(write) } as AtomicFile.Body)
    }
    try FolderDraft.write(to: FolderTarget(path), files)
  }

  /// The files, each with what writes it piece by piece.
  private func files(on parallel: Parallel) -> [(name: String, body: AtomicFile.Body)] {
    var files: [(name: String, body: AtomicFile.Body)] = []
    for table in Table.allCases where isWritten(table) {
      files.append((table.file, { write in try self.write(table, on: parallel, write) }))
    }
    if let profile = ProfileWriter.text(of: network.profile) {
      files.append((ProfileReader.file, { write in try profile.withUnsafeBytes(write) }))
    }
    return files
  }

  /// A network has actors and one table that says what joins them, though it be empty.
  func isWritten(_ table: Table) -> Bool {
    if network.rowCount(of: table) > 0 || table == .actors { return true }
    return table == .ties && network.members.isEmpty && network.positions.isEmpty
  }

  private func write(_ table: Table, on parallel: Parallel, _ write: (UnsafeRawBufferPointer) throws -> Void) throws {
    switch table {
    case .actors: try self.write(network.actors, on: parallel, write)
    case .ties: try self.write(network.ties, on: parallel, write)
    case .chains: try self.write(network.chains, on: parallel, write)
    case .positions: try self.write(network.positions, on: parallel, write)
    case .consortia: try self.write(network.consortia, on: parallel, write)
    case .members: try self.write(network.members, on: parallel, write)
    case .coalitions: try self.write(network.coalitions, on: parallel, write)
    case .supplies: try self.write(network.supplies, on: parallel, write)
    case .demands: try self.write(network.demands, on: parallel, write)
    case .history: try self.write(network.history, on: parallel, write)
    }
  }

  /// So many rows are laid out by a worker at a time.
  private static let share = 1 << 12

  private func write<Rows: RandomAccessCollection & Sendable>(
    _ rows: Rows, on parallel: Parallel, _ write: (UnsafeRawBufferPointer) throws -> Void
  ) throws where Rows.Element: TableRow, Rows.Index == Int {
    let carried = network.carried[Rows.Element.table] ?? []
    let columns = try columns(of: rows, beside: carried, on: parallel)
    let titles = columns.map { $0.head.title(in: wording.language) } + carried.map(\.name)
    let file = Rows.Element.table.file
    let header = TableHeader(titles)
    guard header.width <= Record.mostFields else { throw CannotWrite.tooManyColumns(file, header.width) }
    for title in titles where title.utf8.count > TextRows.longestField { throw CannotWrite.tooLong(file, title, title) }
    let head = (wording.isForSpreadsheets ? "\u{FEFF}" : "") + header.text + "\n"
    try Array(head.utf8).withUnsafeBytes(write)
    let layout = Layout(
      columns: columns, carried: carried, header: header, words: CellWords(of: network, in: wording.language))
    // As many at a time as there are workers, so that not all of a large table is held.
    let step = Self.share * parallel.threads
    for start in stride(from: 0, to: rows.count, by: step) {
      let end = min(rows.count, start + step)
      let texts = try parallel.parts((end - start + Self.share - 1) / Self.share) { number in
        let first = start + number * Self.share
        return layout.text(of: rows, in: first..<min(end, first + Self.share))
      }
      for text in texts {
        if let cell = text.tooLong { throw CannotWrite.tooLong(file, titles[cell.column], cell.text) }
        try text.bytes.withUnsafeBytes(write)
      }
    }
  }

  /// How the rows of a table are written.
  ///
  /// Unchecked: the columns keep what the schema has, which nobody changes.
  private struct Layout<Row: TableRow>: @unchecked Sendable {
    let columns: [TableColumn<Row>]
    let carried: [Network.CarriedColumn]
    let header: TableHeader
    let words: CellWords

    /// The lines of some rows, up to the first cell that is too long to be read back.
    func text<Rows: RandomAccessCollection>(
      of rows: Rows, in range: Range<Int>
    ) -> (bytes: [UInt8], tooLong: (column: Int, text: String)?) where Rows.Element == Row, Rows.Index == Int {
      var text: [UInt8] = []
      var tooLong: (column: Int, text: String)?
      func append(_ cell: String, _ column: Int) {
        if tooLong == nil, cell.utf8.count > TextRows.longestField { tooLong = (column, cell) }
        text.append(contentsOf: cell.asField(between: ",").utf8)
      }
      for place in range {
        let row = rows[rows.startIndex + place]
        if row.isLoop { continue }
        for (number, column) in columns.enumerated() {
          if number > 0 { text.append(UInt8(ascii: ",")) }
          append(words.text(of: row, column.content), number)
        }
        for (number, column) in zip(columns.count..., carried) {
          if number == header.gap { text.append(contentsOf: header.filling.utf8) }
          text.append(UInt8(ascii: ","))
          append(column[place].wrapped, number)
        }
        text.append(UInt8(ascii: "\n"))
      }
      return (text, tooLong)
    }
  }

  /// The columns that a table must have, as people meet them, then those that any row fills, and those for which what is
  /// carried along would be taken.
  func columns<Rows: RandomAccessCollection & Sendable>(
    of rows: Rows, beside carried: [Network.CarriedColumn], on parallel: Parallel = Parallel()
  ) throws(Cancelled) -> [TableColumn<Rows.Element>] where Rows.Element: TableRow, Rows.Index == Int {
    typealias Row = Rows.Element
    let (start, count, network) = (rows.startIndex, rows.count, network)
    let filled = try parallel.parts((count + Self.share - 1) / Self.share) { number in
      let first = start + number * Self.share
      let share = rows[first..<min(start + count, first + Self.share)]
      return Row.columns(statedBy: share, in: network).map(\.head)
    }.flatMap { $0 }
    let written = Row.heads.filter { head in head.isRequired || filled.contains(where: head.isSame) }
    let heads = Row.columns.map(\.head)
    let taken = heads.meanings(of: written.map { $0.title(in: wording.language) } + carried.map(\.name)).suffix(
      carried.count
    )
    .compactMap { $0.map { heads[$0.column] } }
    return Row.columns.filter(\.head.isRequired)
      + Row.columns.filter { column in
        !column.head.isRequired && (filled + taken).contains(where: column.head.isSame)
      }
  }
}

extension CannotWrite {
  fileprivate static func tooManyColumns(_ file: String, _ count: Int) -> CannotWrite {
    CannotWrite(
      message: Phrase(
        "\(file) cannot be written: it would need \(count) columns, empty ones among them where the names of others hold many semicolons or tabs, and up to \(Record.mostFields) are read. Rename or leave out columns.",
        zh:
          "无法写入 \(file)：需要 \(count) 列（列名含有许多分号或制表符时须补空列），而最多只能读取 \(Record.mostFields) 列。请修改列名或删去一些列。"),
      isClosedPipe: false)
  }

  fileprivate static func tooLong(_ file: String, _ column: String, _ text: String) -> CannotWrite {
    CannotWrite(
      message: Phrase(
        "\(file) cannot be written: a cell of the column “\(column.shortened)” would have \(text.utf8.count) bytes, and up to \(TextRows.longestField) are read. Shorten “\(text.shortened)”.",
        zh:
          "无法写入 \(file)：“\(column.shortened)”列有一个单元格长 \(text.utf8.count) 字节，而最多只能读取 \(TextRows.longestField) 字节。请缩短“\(text.shortened)”。"
      ),
      isClosedPipe: false)
  }
}

extension TableRow {
  /// Whether it ties an actor to itself, which no table says.
  var isLoop: Bool { (self as? Tie).map { $0.source == $0.target } ?? false }
}
