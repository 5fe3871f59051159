import KesiCluster
import KesiMatrix
import KesiNetwork

extension Planting {
  /// Two items for each chain, offered by two and asked for by three of its actors, in tenths, so that both sides are the same
  /// to the last of them; then of some items less is offered than asked for, or less asked for than offered. Noise leaves
  /// quantities blank: of an item of which a side is not stated, nothing is to be said of the other.
  mutating func trade(seed: UInt64) {
    var random = SplitMix(seed: seed, use: "market")
    let chains = cluster.members.indices.shuffled(using: &random)
    let rounds = max(1, chains.count / 12)
    var (short, idle) = (Set(chains.prefix(rounds)), Set(chains.dropFirst(rounds).prefix(rounds)))
    // One item of a chain may lack what another of it has left: both are gaps.
    if let both = chains.last {
      short.insert(both)
      idle.insert(both)
    }
    for chain in cluster.members.indices {
      for (number, isOff) in [short.contains(chain), idle.contains(chain)].enumerated() {
        let item = "i\(chain)-\(number)"
        let actors = cluster.members[chain].shuffled(using: &random)
        let wanted = (0..<3).map { _ in 10 + random.below(900) }
        let all = wanted.reduce(0, +)
        let first = 1 + random.below(all - 1)
        var (offers, needs) = ([first, all - first], wanted)
        // From a tenth of it to all but a tenth.
        let share = 0.1 + 0.8 * random.unit()
        if isOff, number == 0 { offers = offers.map { Int(Double($0) * share) } }
        if isOff, number == 1 { needs = needs.map { Int(Double($0) * share) } }
        let isBlank = !isOff && random.unit() < cluster.noise
        let blank = random.below(5)
        for (place, amount) in offers.enumerated() {
          cluster.network.supplies.append(
            Supply(
              actor: actors[place], item: item, quantity: isBlank && blank == place ? nil : Double(amount) / 10,
              chain: chain))
        }
        for (place, amount) in needs.enumerated() {
          cluster.network.demands.append(
            Demand(
              actor: actors[2 + place], item: item, quantity: isBlank && blank == 2 + place ? nil : Double(amount) / 10,
              chain: chain))
        }
        if isOff { plant(number == 0 ? .unmetDemand : .idleSupply, item) }
      }
    }
  }
}
