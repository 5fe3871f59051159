import KesiMatrix
import KesiNetwork

extension Analysis {
  /// The mean of two means, over pairs of chains and over pairs of zones, of min(1, ties/2): of which of the two there are
  /// pairs, and zones only where the network states them.
  ///
  /// - Parameters:
  ///   - chains: those that count.
  ///   - ties: who works with whom.
  func linkage(of chains: [Int], by ties: AdjacencyMatrix) -> Interval? {
    var groupsOf = [[Int]](repeating: [], count: ties.order)
    for (number, chain) in chains.enumerated() {
      for actor in self.chains[chain].actors { if let vertex = graph.vertex[actor] { groupsOf[vertex].append(number) } }
    }
    let ofChains = linkage(groups: chains.count, of: groupsOf, by: ties)
    guard assessment.covers([.zones]) else { return ofChains.map { Interval($0) } }
    var numbers: [ExactText: Int] = [:]
    let zoneOf = graph.actors.map { actor in
      network.actors[actor].zone.map { zone -> [Int] in
        let zone = ExactText(zone)
        let number = numbers[zone, default: numbers.count]
        numbers[zone] = number
        return [number]
      } ?? []
    }
    let ofZones = linkage(groups: numbers.count, of: zoneOf, by: ties)
    return Interval.mean(of: [ofChains, ofZones].compactMap { $0.map { Interval($0) } })
  }

  /// The mean over pairs of groups of min(1, ties/2), a tie of two actors counted once for each pair that it joins; nil for
  /// fewer than two groups.
  private func linkage(groups: Int, of members: [[Int]], by ties: AdjacencyMatrix) -> Double? {
    guard groups > 1 else { return nil }
    // Two are enough, so that a byte is, too; few pairs of many groups are joined.
    var joined: [Int: UInt8] = [:]
    var met = Set<Int>()
    ties.forEachTie { a, b, _ in
      guard a != b else { return }
      met.removeAll(keepingCapacity: true)
      for x in members[a] {
        for y in members[b] where x != y { met.insert(min(x, y) * groups + max(x, y)) }
      }
      for pair in met { joined[pair] = min(2, joined[pair, default: 0] + 1) }
    }
    let sum = joined.values.reduce(0) { $0 + Double($1) / 2 }
    return sum / (Double(groups) * Double(groups - 1) / 2)
  }
}
