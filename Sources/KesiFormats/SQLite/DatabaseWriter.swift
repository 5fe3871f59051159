import CSQLite
import KesiNetwork

/// Writes a network as a database: a table for each of the tables that people keep, with their columns, and the text of
/// `network.yml`. Columns of numbers are of type `REAL`, those of yes and no `INTEGER`, others `TEXT`; what is not stated is `NULL`. What is
/// read back is the same network.
///
/// - Complexity: O(rows) time; on disk, room for the database twice, until it takes its name.
struct DatabaseWriter {
  private let network: Network

  init(_ network: Network) { self.network = network }

  func write(to path: String) throws {
    try WrittenDatabase.checkPlace(path)
    // It takes the name of its target whole or not at all, as all files do, which SQLite does not know.
    var scratch = try ScratchFile(isNamed: true)
    let output = try OutputDatabase(at: scratch.path, for: path)
    scratch.dropName()
    for table in Table.allCases where TablesWriter(network).isWritten(table) { try write(table, to: output) }
    if let profile = ProfileWriter.text(of: network.profile) {
      try output.create(NetworkSheets.profile, [("text", "TEXT")])
      try output.insert(into: NetworkSheets.profile, width: 1) { insert in
        try insert.bind(String(decoding: profile, as: UTF8.self), at: 0)
        try insert.step()
      }
    }
    try output.finish()
    try scratch.copy(to: path)
  }

  private func write(_ table: Table, to output: OutputDatabase) throws {
    switch table {
    case .actors: try write(network.actors, to: output)
    case .ties: try write(network.ties, to: output)
    case .chains: try write(network.chains, to: output)
    case .positions: try write(network.positions, to: output)
    case .consortia: try write(network.consortia, to: output)
    case .members: try write(network.members, to: output)
    case .coalitions: try write(network.coalitions, to: output)
    case .supplies: try write(network.supplies, to: output)
    case .demands: try write(network.demands, to: output)
    case .history: try write(network.history, to: output)
    }
  }

  private func write<Rows: RandomAccessCollection & Sendable>(_ rows: Rows, to output: OutputDatabase) throws
  where Rows.Element: TableRow, Rows.Index == Int {
    let table = Rows.Element.table.rawValue
    let carried = network.carried[Rows.Element.table] ?? []
    let columns = try TablesWriter(network).columns(of: rows, beside: carried)
    let known = columns.map { (title: $0.head.id, type: $0.content.typeInSQL) }
    try output.create(table, known + carried.map { (title: $0.name, type: "TEXT") })
    try output.insert(into: table, width: columns.count + carried.count) { insert in
      for (place, index) in rows.indices.enumerated() {
        let row = rows[index]
        if row.isLoop { continue }
        for (number, column) in columns.enumerated() {
          if case .number(let access, _) = column.content {
            if let value = access.get(row) { try insert.bind(value, at: number) }
          } else {
            try insert.bind(column.content.text(of: row, in: network).unwrapped, at: number)
          }
        }
        for (number, column) in zip(columns.count..., carried) { try insert.bind(column[place], at: number) }
        try insert.step()
      }
    }
  }
}

extension CellContent {
  fileprivate var typeInSQL: String {
    switch self {
    case .number: "REAL"
    case .flag, .direction: "INTEGER"
    default: "TEXT"
    }
  }
}
