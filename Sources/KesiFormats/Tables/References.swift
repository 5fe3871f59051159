import KesiNetwork

/// What the words in cells are looked up in: the profile of the network, and the rows of tables that were read before.
struct References: Sendable {
  var profile = Profile() {
    didSet { words = profile.words }
  }
  private(set) var words = Profile().words
  var actors = IdIndex(file: Table.actors.file)
  var chains = IdIndex(file: Table.chains.file)
  var consortia = IdIndex(file: Table.consortia.file)
  /// The stages of each chain, with its id.
  var stages: [(chain: String, stages: [String])] = []
  /// The tables that are not brought: what refers to them makes their rows.
  var open: Set<Table> = []
  /// The tables in which something is wrong: what is not in them may be meant to be.
  var uncertain: Set<Table> = []

  /// The rows of a table by their ids and names; nil for tables whose rows have none.
  subscript(table: Table) -> IdIndex? {
    switch table {
    case .actors: actors
    case .chains: chains
    case .consortia: consortia
    case .ties, .positions, .members, .coalitions, .supplies, .demands, .history: nil
    }
  }

  /// What messages call the tables that are brought.
  private var names: [Table: String] = [:]

  /// What messages call a table.
  func name(of table: Table) -> String { names[table] ?? table.file }

  /// Sets what messages call a table.
  mutating func setName(of table: Table, to name: String) {
    names[table] = name
    switch table {
    case .actors: actors.file = name
    case .chains: chains.file = name
    case .consortia: consortia.file = name
    case .ties, .positions, .members, .coalitions, .supplies, .demands, .history: break
    }
  }
}
