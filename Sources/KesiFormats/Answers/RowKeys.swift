import KesiNetwork

/// By what a form names the rows of tables, so that they are found again when it comes back, wherever they stand then: ids;
/// `A--B` of a tie, `A@chain` of a position; where several rows are called so, with a mark of what else they state (`A--B#1f09c3ad`).
///
/// Keys are made and compared, never taken apart: ids may hold any sign.
package final class RowKeys {
  private let network: Network
  private var rows: [Table: [ExactText: [Int]]] = [:]

  package init(of network: Network) { self.network = network }

  package func key(of cell: OpenCell) -> String {
    let base = base(cell)
    guard !cell.isSeat, cell.kind == nil, rows(of: cell.table)[Self.plain(base), default: []].count > 1 else {
      return base
    }
    return base + mark(of: cell)
  }

  /// What a key means in the tables as they are.
  enum Match {
    /// Cells of rows that state the same, so that one is as good as the other; mostly one.
    case alike([OpenCell])
    /// Rows that state different things, of which the key does not tell which.
    case several
  }

  /// The cells that a key means; nil where there is no such row any more.
  ///
  /// - Parameter cell: the column that is asked for; its row is not looked at.
  func cells(called key: String, like cell: OpenCell) -> Match? {
    let key = Self.plain(key)
    let named = cells(named: key, like: cell)
    if !named.isEmpty { return named.count == 1 ? .alike(named) : .several }
    // The key may be one with a mark.
    guard let sign = key.text.unicodeScalars.lastIndex(of: "#") else { return nil }
    let base = ExactText(String(key.text.unicodeScalars[..<sign]))
    let marked = cells(named: base, like: cell).filter { Self.plain(self.base($0) + mark(of: $0)) == key }
    return marked.isEmpty ? nil : .alike(marked)
  }

  /// The cells of all rows that a key without a mark names.
  private func cells(named key: ExactText, like cell: OpenCell) -> [OpenCell] {
    if cell.isSeat { return rows(of: .actors)[key, default: []].map { OpenCell.seat(of: $0) } }
    guard cell.column == OpenCell.unassessed("", in: 0).column else {
      return rows(of: cell.table)[key, default: []].map { OpenCell(cell.table, row: $0, column: cell.column) }
    }
    var found: [OpenCell] = []
    for (number, chain) in network.chains.enumerated() {
      for kind in chain.requires {
        let asked = OpenCell.unassessed(kind, in: number)
        if Self.plain(base(asked)) == key { found.append(asked) }
      }
    }
    return found
  }

  /// As a form for people shows it: what cannot be seen is shown, and white space at the ends is not taken for a part of it.
  private static func plain(_ key: String) -> ExactText {
    ExactText(String(String.UnicodeScalarView(key.visible.unicodeScalars.trimmed)))
  }

  private func base(_ cell: OpenCell) -> String {
    if cell.isSeat { return network.actors[cell.row].id }
    if let kind = cell.kind { return "\(network.chains[cell.row].id)/\(kind)" }
    switch cell.table {
    case .actors: return network.actors[cell.row].id
    case .chains: return network.chains[cell.row].id
    case .consortia: return network.consortia[cell.row].id
    case .ties:
      return "\(network.actors[network.ties.source(cell.row)].id)--\(network.actors[network.ties.target(cell.row)].id)"
    case .positions:
      let position = network.positions[cell.row]
      return "\(network.actors[position.actor].id)@\(network.chains[position.chain].id)"
    case .members:
      let member = network.members[cell.row]
      return "\(network.actors[member.actor].id)@\(network.consortia[member.consortium].id)"
    // Of these nothing is asked.
    case .coalitions, .supplies, .demands, .history: return "\(cell.row + 1)"
    }
  }

  private func rows(of table: Table) -> [ExactText: [Int]] {
    if let known = rows[table] { return known }
    var made: [ExactText: [Int]] = [:]
    for row in 0..<network.rowCount(of: table) {
      made[Self.plain(base(OpenCell(table, row: row, column: ""))), default: []].append(row)
    }
    rows[table] = made
    return made
  }

  /// What else a row states, but for the cell that is asked for: FNV-1a (Fowler, Noll & Vo) of its cells.
  private func mark(of cell: OpenCell) -> String {
    let cells = texts(network.row(cell.row, of: cell.table), cell.column)
    var hash: UInt32 = 2_166_136_261
    for text in cells { for byte in Array(text.utf8) + [0] { hash = (hash ^ UInt32(byte)) &* 16_777_619 } }
    let digits = String(hash, radix: 16)
    return "#" + String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }

  private func texts<Row: TableRow>(_ row: Row, _ column: String) -> [String] {
    Row.columns.filter { $0.head.id != column }.map { $0.content.text(of: row, in: network) }
  }
}
