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

extension Table {
  /// The type that a row of it is in the model.
  package var row: any TableRow.Type {
    switch self {
    case .actors: Actor.self
    case .ties: Tie.self
    case .chains: Chain.self
    case .positions: Position.self
    case .consortia: Consortium.self
    case .members: Membership.self
    case .coalitions: CoalitionWorth.self
    case .supplies: Supply.self
    case .demands: Demand.self
    case .history: Observation.self
    }
  }

  /// What its columns are called, hold and mean.
  package var heads: [ColumnHead] { row.heads }

  /// The place among them of the name by which people refer to a row; nil for rows that nothing refers to.
  package var nameColumn: Int? {
    heads.firstIndex { $0.isRequired && $0.meaning?.id == InputMeaning.name.id }
  }
}
