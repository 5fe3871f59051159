import KesiMatrix
import KesiNetwork

/// A folder of tables in which cells are filled in and rows are added, and all else stays as it was, byte for byte: the order
/// of columns, those that are empty, how numbers and words are written, comments, the ends of lines.
package struct PatchedFolder {
  private let folder: String
  private let options: ReadingOptions
  private let before: NetworkReading
  private let after: Network
  /// Of each table the rows whose cells are filled in.
  private let touched: [Table: Set<Int>]

  /// - Parameters:
  ///   - after: the network that was read from the folder, with cells filled in, and rows added behind those that were there.
  ///   - cells: those that are filled in.
  /// - Throws: as a network is read.
  package init(
    of folder: String, _ options: ReadingOptions, becoming after: Network, cells: [OpenCell], on parallel: Parallel
  ) throws {
    var options = options
    options.keepsRowNumbers = true
    (self.folder, self.options, self.after) = (folder, options, after)
    before = try NetworkReader.read(folder: folder, options, on: parallel)
    touched = Dictionary(grouping: cells.filter { !$0.isSeat }, by: \.table).mapValues { Set($0.map(\.row)) }
  }

  /// Makes a folder, or fills an empty one: as a whole or not at all.
  ///
  /// - Returns: false where tables are not written so that cells can be put into them (packed, in another encoding than UTF-8,
  ///   cut at blanks), or would not be read as what they should be: then nothing is written.
  package func write(to path: String, on parallel: Parallel) throws -> Bool {
    var files: [(name: String, bytes: [UInt8])] = []
    var tables: [Table: [UInt8]] = [:]
    for table in Table.allCases {
      guard let bytes = try Self.bytes(of: "\(folder)/\(table.file)") else {
        // A table that is not there, or is packed.
        guard before.network.rowCount(of: table) == after.rowCount(of: table), touched[table] == nil,
          !FileBytes.exists("\(folder)/\(table.file)\(Gzip.ending)")
        else { return false }
        continue
      }
      guard let patched = try patched(table, bytes) else { return false }
      files.append((table.file, patched))
      tables[table] = patched
    }
    let profile = try Self.bytes(of: "\(folder)/\(ProfileReader.file)")
    guard try isRead(tables, profile, on: parallel) else { return false }
    if let profile { files.append((ProfileReader.file, profile)) }
    try FolderDraft.write(
      to: FolderTarget(path), files.map { file in (file.name, { write in try file.bytes.withUnsafeBytes(write) }) })
    return true
  }

  private static func bytes(of path: String) throws -> [UInt8]? {
    guard FileBytes.exists(path) else { return nil }
    return try FileSource.path(path).withBytes { Array($0) }
  }

  /// Whether the tables are read as the network that they should be.
  private func isRead(_ tables: [Table: [UInt8]], _ profile: [UInt8]?, on parallel: Parallel) throws -> Bool {
    let read: Network
    do {
      read = try NetworkReader.read(texts: tables, profile: profile, options, on: parallel).network
    } catch is BadData {
      return false
    }
    return read.actors == after.actors && read.ties.elementsEqual(after.ties) && read.chains == after.chains
      && read.positions == after.positions && read.consortia == after.consortia && read.members == after.members
      && read.coalitions == after.coalitions && read.supplies == after.supplies && read.demands == after.demands
      && read.history == after.history && read.carried == after.carried
  }

  private func patched(_ table: Table, _ bytes: [UInt8]) throws -> [UInt8]? {
    let (old, new) = (before.network, after)
    return switch table {
    case .actors: try patched(old.actors, new.actors, bytes)
    case .ties: try patched(old.ties, new.ties, bytes)
    case .chains: try patched(old.chains, new.chains, bytes)
    case .positions: try patched(old.positions, new.positions, bytes)
    case .consortia: try patched(old.consortia, new.consortia, bytes)
    case .members: try patched(old.members, new.members, bytes)
    case .coalitions: try patched(old.coalitions, new.coalitions, bytes)
    case .supplies: try patched(old.supplies, new.supplies, bytes)
    case .demands: try patched(old.demands, new.demands, bytes)
    case .history: try patched(old.history, new.history, bytes)
    }
  }

  /// A table with its cells filled in; nil where that cannot be done.
  private func patched<Rows: RandomAccessCollection>(
    _ old: Rows, _ new: Rows, _ bytes: [UInt8]
  ) throws -> [UInt8]? where Rows.Element: NetworkRow, Rows.Index == Int {
    let places = touched[Rows.Element.table] ?? []
    guard !places.isEmpty || new.count != old.count else { return bytes }
    guard new.count >= old.count, let numbers = before.rowNumbers[Rows.Element.table] ?? (old.isEmpty ? [] : nil),
      numbers.count == old.count
    else { return nil }
    return try bytes.withUnsafeBytes { raw in
      try TextDecoding.withUTF8(raw, as: options.encoding) { text, finding -> [UInt8]? in
        let dialect = DialectGuess(text, separator: options.separator, isHead: HeadWords.areKnown).dialect
        guard finding.encoding == .utf8, case .sign(let sign) = dialect.separator else { return nil }
        var rows = TextRows(text, dialect)
        let head: TableHead<Rows.Element>
        do throws(RecordFailure) {
          guard let found = try TableHead<Rows.Element>(searching: &rows) else { return nil }
          head = found
        } catch { return nil }
        var patch = TextPatch(Array(raw.prefix(raw.count - text.count)), text, separator: sign)
        let titles = head.titles
        let isChinese = titles.contains { $0.utf8.contains { (0xE3...0xE9).contains($0) } }
        let words = CellWords(of: after, in: isChinese ? .zh : .en)
        let place = { (column: TableColumn<Rows.Element>) in
          head.layout.used.first { $0.column.head.isSame(as: column.head) }?.place
        }
        // What is filled in, by the number of the row; columns that the table lacks come behind the others.
        var edits: [Int: [(column: Int, text: String)]] = [:]
        var added: [TableColumn<Rows.Element>] = []
        func column(_ column: TableColumn<Rows.Element>) -> Int {
          if let place = place(column) { return place }
          let number = added.firstIndex { $0.head.isSame(as: column.head) } ?? added.count
          if number == added.count { added.append(column) }
          return titles.count + number
        }
        for row in places.sorted() {
          for known in Rows.Element.columns {
            let text = words.text(of: new[row], known.content)
            guard !text.isExactly(words.text(of: old[row], known.content)) else { continue }
            edits[numbers[row], default: []].append((column(known), text))
          }
        }
        var lines: [[String]] = []
        for row in new[old.count...] {
          var cells: [Int: String] = [:]
          for known in Rows.Element.columns where known.content.isStated(by: row, in: after) {
            cells[column(known)] = words.text(of: row, known.content)
          }
          lines.append((0..<titles.count + added.count).map { cells[$0] ?? "" })
        }
        var all = TextRows(text, dialect)
        do throws(RecordFailure) {
          while try all.next() {
            if all.record.row == head.row {
              patch.fill(
                all.record, added.enumerated().map { (titles.count + $0, $1.head.title(in: isChinese ? .zh : .en)) })
            } else if let cells = edits.removeValue(forKey: all.record.row) {
              patch.fill(all.record, cells)
            }
          }
        } catch { return nil }
        guard edits.isEmpty else { return nil }
        for line in lines { patch.append(line) }
        return patch.bytes
      }
    }
  }
}
