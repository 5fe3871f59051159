/// A cell of the tables that nobody has filled in, and that somebody could.
public struct OpenCell: Sendable, Hashable {
  public let table: Table
  /// The row of its table, an index of the network; of a position that is yet to come, the actor that would have it.
  public let row: Int
  /// What its column is called in English.
  public let column: String
  /// The kind of actors that is asked for, where the cell lists kinds: `unassessed` of a chain.
  public let kind: String?

  public init(_ table: Table, row: Int, column: String, kind: String? = nil) {
    (self.table, self.row, self.column, self.kind) = (table, row, column, kind)
  }

  /// In which chain an actor is that has no position: the answer is a new row of positions.
  public static func seat(of actor: Int) -> OpenCell { OpenCell(.positions, row: actor, column: "chain") }

  /// Whether a kind is in a chain that the source does not speak of.
  public static func unassessed(_ kind: String, in chain: Int) -> OpenCell {
    OpenCell(.chains, row: chain, column: "unassessed", kind: kind)
  }

  /// Whether the answer is a new row.
  package var isSeat: Bool { table == .positions && column == "chain" }

  /// What is said of its column.
  package var head: ColumnHead? { table.heads.first { $0.id == column } }
}

/// What a cell is filled in with.
public enum CellAnswer: Sendable, Hashable {
  /// A code, a kind, a zone, a stage.
  case word(String)
  case number(Double)
  case date(PartialDate)
  /// A row of another table, an index of the network: the chain of a seat, the actor of a kind.
  case row(Int)
  /// That there is none: no actor of the kind.
  case nobody
}

extension Network {
  /// What a cell holds; nothing as long as it is open. Several where several actors of a kind are in a chain.
  package func answers(in cell: OpenCell) -> [CellAnswer] {
    if let kind = cell.kind {
      if chains[cell.row].unassessed.containsExactly(kind) { return [] }
      let there = positions.filter { $0.chain == cell.row && actors[$0.actor].kind.isExactly(kind) }
      return there.isEmpty ? [.nobody] : there.map { .row($0.actor) }
    }
    if cell.isSeat { return positions.filter { $0.actor == cell.row }.map { .row($0.chain) } }
    return row(cell.row, of: cell.table).answer(in: cell.column).map { [$0] } ?? []
  }

  /// A row of a table, whichever it is.
  package func row(_ number: Int, of table: Table) -> any TableRow {
    switch table {
    case .actors: actors[number]
    case .ties: ties[number]
    case .chains: chains[number]
    case .positions: positions[number]
    case .consortia: consortia[number]
    case .members: members[number]
    case .coalitions: coalitions[number]
    case .supplies: supplies[number]
    case .demands: demands[number]
    case .history: history[number]
    }
  }

  /// Fills a cell in, as whoever edits the tables would: a seat is a new row, and of a kind that is there somebody has a
  /// position. An answer that the column does not take changes nothing.
  package mutating func put(_ answer: CellAnswer, in cell: OpenCell) {
    if let kind = cell.kind {
      chains[cell.row].unassessed.removeAll { $0.isExactly(kind) }
      if case .row(let actor) = answer { seat(actor, in: cell.row) }
      return
    }
    if cell.isSeat {
      if case .row(let chain) = answer { seat(cell.row, in: chain) }
      return
    }
    switch cell.table {
    case .actors: actors[cell.row].put(answer, in: cell.column)
    case .ties: ties[cell.row].put(answer, in: cell.column)
    case .chains: chains[cell.row].put(answer, in: cell.column)
    case .positions: positions[cell.row].put(answer, in: cell.column)
    case .consortia: consortia[cell.row].put(answer, in: cell.column)
    case .members: members[cell.row].put(answer, in: cell.column)
    case .coalitions: coalitions[cell.row].put(answer, in: cell.column)
    case .supplies: supplies[cell.row].put(answer, in: cell.column)
    case .demands: demands[cell.row].put(answer, in: cell.column)
    case .history: history[cell.row].put(answer, in: cell.column)
    }
  }

  /// One position more; columns that are carried along stay in step.
  private mutating func seat(_ actor: Int, in chain: Int) {
    guard !positions.contains(where: { $0.actor == actor && $0.chain == chain }) else { return }
    positions.append(Position(actor: actor, chain: chain))
    for place in (carried[.positions] ?? []).indices { carried[.positions]?[place].append("") }
  }
}

extension TableRow {
  private static func content(of column: String) -> CellContent<Self>? {
    columns.first { $0.head.id == column }?.content
  }

  /// What one of its cells holds; nil where it is empty.
  package func answer(in column: String) -> CellAnswer? {
    switch Self.content(of: column) {
    case .text(let access), .kind(let access), .zone(let access), .term(_, let access):
      access.get(self).flatMap { $0.isEmpty ? nil : .word($0) }
    case .number(let access, _): access.get(self).map { .number($0) }
    case .start(let access): access.get(self).from.map { .date($0) }
    case .end(let access): access.get(self).to.map { .date($0) }
    default: nil
    }
  }

  /// Fills one of its cells in.
  package mutating func put(_ answer: CellAnswer, in column: String) {
    switch (Self.content(of: column), answer) {
    case (.text(let access), .word(let word)), (.kind(let access), .word(let word)),
      (.zone(let access), .word(let word)), (.term(_, let access), .word(let word)):
      access.set(&self, word)
    case (.number(let access, _), .number(let number)): access.set(&self, number)
    case (.start(let access), .date(let date)): access.set(&self, Period(from: date, to: access.get(self).to))
    case (.end(let access), .date(let date)): access.set(&self, Period(from: access.get(self).from, to: date))
    default: break
    }
  }
}
