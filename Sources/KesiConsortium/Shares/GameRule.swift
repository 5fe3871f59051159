import KesiNetwork

/// How a network says what a coalition is worth, where no table does.
package enum GameRule: String, Term {
  /// The strength of the ties among its members.
  case strength
  /// The weights of the chains of which it has every required kind.
  case chains
  /// What it adds to the cluster index, the other players doing nothing.
  case index

  package var chinese: [String] {
    switch self {
    case .strength: ["联系强度"]
    case .chains: ["补全产业链"]
    case .index: ["集群指数增量"]
    }
  }

  /// What it takes a coalition to be worth.
  package var meaning: Phrase {
    switch self {
    case .strength: Phrase("the strength of the ties among its members", zh: "成员之间联系的强度之和")
    case .chains:
      Phrase("the weights of the chains of which it has every required kind", zh: "必备类型齐全的产业链的权重之和")
    case .index:
      Phrase(
        "what it adds to the cluster index (points of 100) while the other players do nothing",
        zh: "其余各方不参与时，它使集群指数提高的分值（满分 100）")
    }
  }

  /// For how many players at most all coalitions are looked at: as many as take seconds. A chain is gone through for each
  /// coalition, a cluster index found anew.
  package var mostPlayers: Int {
    switch self {
    case .strength: Game.mostPlayers
    case .chains: 15
    case .index: Game.mostPlayersOfPrograms
    }
  }
}

/// What is done about coalitions of which a table says nothing.
package enum Completion: String, Term {
  /// They are worth the best that their members can do in coalitions that are stated.
  case superadditive

  package var chinese: [String] { ["超可加"] }
}
