/// The tables that a network is kept in, in the order in which people are told of them.
public enum Table: String, CaseIterable, Sendable {
  case actors, ties, chains, positions, consortia, members, supplies, demands, coalitions, history

  package var file: String { rawValue + ".csv" }

  package var name: Phrase {
    switch self {
    case .actors: Phrase("actors", zh: "主体")
    case .ties: Phrase("ties", zh: "联系")
    case .chains: Phrase("chains", zh: "产业链")
    case .positions: Phrase("positions in chains", zh: "链位")
    case .consortia: Phrase("consortia", zh: "创新联合体")
    case .members: Phrase("memberships", zh: "成员")
    case .supplies: Phrase("supplies", zh: "供给")
    case .demands: Phrase("demands", zh: "需求")
    case .coalitions: Phrase("values of coalitions", zh: "联盟收益")
    case .history: Phrase("yearly values", zh: "历年数据")
    }
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
    case .supplies: supplies.count
    case .demands: demands.count
    case .coalitions: coalitions.count
    case .history: history.count
    }
  }
}
