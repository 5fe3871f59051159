/// The tables that a network is kept in, in the order in which people are told of them.
public enum Table: String, CaseIterable, Sendable {
  case actors, ties, chains, positions, consortia, members

  package var file: String { rawValue + ".csv" }

  package var name: Phrase {
    switch self {
    case .actors: Phrase("actors", zh: "主体")
    case .ties: Phrase("ties", zh: "联系")
    case .chains: Phrase("chains", zh: "产业链")
    case .positions: Phrase("positions in chains", zh: "链位")
    case .consortia: Phrase("consortia", zh: "创新联合体")
    case .members: Phrase("memberships", zh: "成员")
    }
  }

  /// The type that a row of it is in the model.
  package var row: any TableRow.Type {
    switch self {
    case .actors: Actor.self
    case .ties: Tie.self
    case .chains: Chain.self
    case .positions: Position.self
    case .consortia: Consortium.self
    case .members: Membership.self
    }
  }

  /// What its columns are called, hold and mean.
  package var heads: [ColumnHead] { row.heads }
}

/// A row of a table, as the model has it.
package protocol TableRow: Sendable {
  static var table: Table { get }
  /// A row of which nothing is stated yet.
  static var blank: Self { get }
  /// Every column that Kesi knows of the table, each declared once. Snapshots keep them in this order: one that is new comes
  /// last, or `SnapshotFile.version` is raised.
  static var columns: [TableColumn<Self>] { get }
}

extension TableRow {
  /// The columns in the order in which people meet them: first those that a table must have.
  package static var heads: [ColumnHead] {
    let heads = columns.map(\.head)
    return heads.filter(\.isRequired) + heads.filter { !$0.isRequired }
  }
}

extension Network {
  /// How many rows of a table there are.
  package func rowCount(of table: Table) -> Int {
    switch table {
    case .actors: actors.count
    case .ties: ties.count
    case .chains: chains.count
    case .positions: positions.count
    case .consortia: consortia.count
    case .members: members.count
    }
  }
}
