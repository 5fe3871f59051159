import KesiNetwork

/// Gaps that one step closes, or that gain only together.
public struct GapGroup: Sendable, Equatable {
  /// The id of the gap whose remedies close all of them.
  public let id: String
  /// What closing all of them adds to the cluster index.
  public let gain: Double
}

/// What closing gaps would add to the cluster index, by their ids; nothing for those that so little would not close.
package struct GapGains: Sendable {
  package var gains: [ExactText: Double] = [:]
  /// In which share of other weightings of the index closing a gap is among the five that are worth most: gain times plausibility.
  /// Gaps with the same remedies are one.
  package var amongFirst: [ExactText: Double] = [:]
  /// The group of each gap that is in one.
  package var groups: [ExactText: GapGroup] = [:]
  /// How many gaps were left out for want of time.
  package var untried = 0

  package init() {}
}

extension Analysis {
  /// So many processor-seconds are given to finding out what each step closes beside its gap, and so many pairs are tried.
  private static let secondsForGroups = 10.0
  private static let mostPairs = 60

  /// The groups of some gaps: what the remedies of one close beside it, those first that close most; then pairs of one chain, or of
  /// the network, neither of which gains by itself, as two hubs in a row do. A gap is in one group at most.
  ///
  /// Kinds that need draws or all shortest paths are not looked for anew: they are of a group only where they have the very same
  /// remedies.
  ///
  /// - Parameters:
  ///   - tried: those whose gains are known.
  ///   - all: these and all others.
  /// - Complexity: the quick kinds of gaps for each of those that are tried.
  func groups(
    of tried: [Gap], among all: [Gap], gaining gains: [ExactText: Double], from base: Double, by trial: ClusterTrial
  ) throws -> [ExactText: GapGroup] {
    let leaders = Array(tried.prefix(indicesWithin(seconds: Self.secondsForGroups)))
    let closes = try closings(by: leaders, of: all, by: trial)
    var groups: [ExactText: GapGroup] = [:]
    // Of those that close as many the one that gains most speaks for all, so that a group gains what one of it gains.
    let gain = leaders.map { gains[ExactText($0.id)] ?? 0 }
    let order = leaders.indices.sorted { a, b in
      if closes[a].count != closes[b].count { return closes[a].count > closes[b].count }
      return gain[a] == gain[b] ? a < b : gain[a] > gain[b]
    }
    for leader in order where groups[ExactText(leaders[leader].id)] == nil {
      let id = ExactText(leaders[leader].id)
      let others = closes[leader].filter { groups[$0] == nil && $0 != id }
      guard !others.isEmpty, let gain = gains[id] else { continue }
      for member in [id] + others { groups[member] = GapGroup(id: leaders[leader].id, gain: gain) }
    }
    let alone = leaders.filter { gap in
      groups[ExactText(gap.id)] == nil && gains[ExactText(gap.id)].map { $0 < Self.leastGain } == true
    }
    var pairs: [(one: Gap, other: Gap)] = []
    for (place, one) in alone.enumerated() {
      for other in alone[(place + 1)...] where other.chain == one.chain && pairs.count < Self.mostPairs {
        pairs.append((one, other))
      }
    }
    let values = try trial.indices(
      with: pairs.map { pair in pair.one.remedies + pair.other.remedies.filter { !pair.one.remedies.contains($0) } },
      on: parallel)
    for (pair, value) in zip(pairs, values) where value.isFinite && value - base >= Self.leastGain {
      let ids = [pair.one, pair.other].map { ExactText($0.id) }
      guard ids.allSatisfy({ groups[$0] == nil }) else { continue }
      for id in ids { groups[id] = GapGroup(id: pair.one.id, gain: value - base) }
    }
    return groups
  }

  /// The ids of what the remedies of each of some gaps close, in the order of all gaps.
  private func closings(by leaders: [Gap], of all: [Gap], by trial: ClusterTrial) throws -> [[ExactText]] {
    try parallel.silent.map(count: leaders.count) { leader in
      let steps = Set(leaders[leader].remedies)
      let left = try trial.quickGaps(with: leaders[leader].remedies)
      return all.filter { gap in
        let isGone = gap.kind.cost == .quick && left.map { !$0.contains(ExactText(gap.id)) } ?? false
        return isGone || Set(gap.remedies) == steps
      }.map { ExactText($0.id) }
    }
  }
}

extension ClusterTrial {
  /// The ids of the gaps with steps taken, of the kinds that are quick to find; nil where the graph would be too large: then
  /// nothing is known to close.
  fileprivate func quickGaps(with steps: [Remedy]) throws -> Set<ExactText>? {
    try looked(with: steps) { Set(try $0.gaps(.quick).map { ExactText($0.id) }) }
  }
}
