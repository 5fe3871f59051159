/// The game of chains: a coalition is worth the weights of the chains of which it has every kind that a complete one has.
package struct ChainCompletion: Sendable {
  package struct Chain: Sendable {
    package let weight: Double
    /// Of each kind that it needs the players that are of it.
    package let providers: [[Int]]

    package init(weight: Double, providers: [[Int]]) { (self.weight, self.providers) = (weight, providers) }
  }

  package let playerCount: Int
  private let chains: [Chain]
  /// Of each player the chains and the places among their kinds that it fills.
  private let seats: [[(chain: Int, kind: Int)]]

  /// - Parameter chains: those that need no kind are left out.
  package init(playerCount: Int, chains: [Chain]) {
    self.playerCount = playerCount
    let chains = chains.filter { !$0.providers.isEmpty }
    self.chains = chains
    var seats = [[(chain: Int, kind: Int)]](repeating: [], count: playerCount)
    for (number, chain) in chains.enumerated() {
      for (kind, players) in chain.providers.enumerated() {
        for player in players { seats[player].append((number, kind)) }
      }
    }
    self.seats = seats
  }

  /// What all players are worth together.
  package var whole: Double {
    chains.reduce(0) { $1.providers.contains(where: \.isEmpty) ? $0 : $0 + $1.weight }
  }

  /// Each player adds nothing at least, and at most the weights of all chains that it has a part in.
  package var reach: [ClosedRange<Double>] {
    seats.map { own in 0...Set(own.map(\.chain)).sorted().reduce(0) { $0 + chains[$1].weight } }
  }

  package func game() -> Game {
    Game(playerCount: playerCount) { coalition in
      chains.reduce(0) { sum, chain in
        chain.providers.allSatisfy { $0.contains(where: coalition.contains) } ? sum + chain.weight : sum
      }
    }
  }

  /// A coalition that counts, of each chain, which kinds are there.
  package struct Growing: GrowingCoalition {
    private let rule: ChainCompletion
    private var isThere: [[Bool]]
    private var missing: [Int]

    package init(_ rule: ChainCompletion) {
      self.rule = rule
      isThere = rule.chains.map { [Bool](repeating: false, count: $0.providers.count) }
      missing = rule.chains.map(\.providers.count)
    }

    package mutating func clear() {
      for chain in missing.indices {
        missing[chain] = rule.chains[chain].providers.count
        for kind in isThere[chain].indices { isThere[chain][kind] = false }
      }
    }

    package mutating func add(_ player: Int) -> Double {
      var added = 0.0
      for (chain, kind) in rule.seats[player] where !isThere[chain][kind] {
        isThere[chain][kind] = true
        missing[chain] -= 1
        if missing[chain] == 0 { added += rule.chains[chain].weight }
      }
      return added
    }
  }
}
