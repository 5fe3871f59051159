import KesiMatrix
import KesiNetwork

/// A way to close a gap, on its way into a plan.
private struct Candidate {
  let gap: Gap
  let remedies: [Remedy]
  let plausibility: Double
  /// The index with it after the steps of an earlier round; an upper estimate where gains shrink.
  var gain = Double.infinity

  var worth: Double { gain * plausibility }
}

extension Analysis {
  /// In clusters beyond ``largeCluster`` so many ways are tried at all, those of the worst gaps, and so many anew in a round.
  private static let mostWays = 60
  private static let waysAnew = 6
  /// The least gain that a step is worth, in points of the index.
  private static let leastGain = 0.005

  /// Steps that together raise the cluster index most, each the one that adds most, times its plausibility, to those before it.
  ///
  /// Candidates are the ways to close the gaps of the network, and those that open on the way. Where no single one gains, two of
  /// one chain are tried together. Greedy choice has no guarantee in general, since cohesion can make gains grow; on small
  /// networks it is held against all sets (tests).
  ///
  /// In large clusters only gaps are looked for that are quick to find.
  ///
  /// - Returns: fewer steps than allowed where nothing gains; none where the network has no index.
  /// - Complexity: an index for each candidate in each round; in large clusters gains of earlier rounds are trusted for all but
  ///   the best few (Minoux 1978).
  public func plan(within limits: PlanLimits) throws -> [PlanStep] {
    guard !graph.isPart, var value = clusterIndex()?.value else { return [] }
    let trial = ClusterTrial(self)
    let ends = try PlausibleEnds(self)
    let isLarge = isLargeCluster
    var open = try gaps(isLarge ? .quick : .all)
    // Kinds that take long are found once.
    let slow = open.filter { $0.kind.cost != .quick }
    var candidates = candidates(for: open, by: ends, most: isLarge ? Self.mostWays : .max)
    var (steps, taken): ([PlanStep], [Remedy]) = ([], [])
    while steps.count < limits.steps {
      candidates = candidates.filter { limits.admit($0.remedies, after: taken) }
      guard
        let best = try best(of: &candidates, after: taken, from: value, by: trial, anew: isLarge ? Self.waysAnew : nil)
      else { break }
      taken += best.remedies
      parallel.progress?(steps.count + 1, limits.steps)
      let now = try trial.analysis(with: taken)
      let left = try now.gaps(.quick)
      let leftIDs = Set((left + slow).map { ExactText($0.id) })
      let closed = open.filter { $0.id != best.gap.id && !leftIDs.contains(ExactText($0.id)) }
      steps.append(step(best, closing: [best.gap] + closed, from: value, because: ends.basis(of: best.remedies)))
      value += best.gain
      open = left + slow.filter { $0.id != best.gap.id }
      if !isLarge { candidates = now.candidates(for: open, by: ends, most: .max, knowing: network.actors.count) }
    }
    return steps
  }

  /// The candidate of most worth; where none gains, two of one chain. Nil where none does.
  private func best(
    of candidates: inout [Candidate], after taken: [Remedy], from value: Double, by trial: ClusterTrial, anew: Int?
  ) throws -> Candidate? {
    func weigh(_ places: [Int]) throws {
      let indices = try trial.indices(with: places.map { taken + candidates[$0].remedies }, on: parallel)
      for (place, index) in zip(places, indices) { candidates[place].gain = index.isFinite ? index - value : 0 }
    }
    func ranked() -> [Int] {
      candidates.indices.sorted { a, b in
        let (x, y) = (candidates[a].worth, candidates[b].worth)
        return x == y ? a < b : x > y
      }
    }
    if let anew {
      var known = Set<Int>()
      // The best is found once those that might be better have been weighed in this round.
      while true {
        let next = ranked().prefix { !known.contains($0) || known.count < anew }.filter { !known.contains($0) }.prefix(
          anew)
        if next.isEmpty { break }
        try weigh(Array(next))
        known.formUnion(next)
      }
    } else {
      try weigh(Array(candidates.indices))
    }
    if let first = ranked().first, candidates[first].gain >= Self.leastGain {
      let best = candidates[first]
      candidates.remove(at: first)
      return best
    }
    return anew == nil ? try bestPair(of: candidates, after: taken, from: value, by: trial) : nil
  }

  /// Two of one chain that gain only together, as two hubs in a row do; of 200 at most.
  private func bestPair(
    of candidates: [Candidate], after taken: [Remedy], from value: Double, by trial: ClusterTrial
  ) throws -> Candidate? {
    var pairs: [(Candidate, [Remedy])] = []
    for (place, one) in candidates.enumerated() {
      for other in candidates[(place + 1)...] where other.gap.chain == one.gap.chain && pairs.count < 200 {
        let both = one.remedies + other.remedies.filter { !one.remedies.contains($0) }
        if both.count > one.remedies.count { pairs.append((one, both)) }
      }
    }
    let indices = try trial.indices(with: pairs.map { taken + $0.1 }, on: parallel)
    let best = zip(pairs, indices).filter { $0.1.isFinite }.max { $0.1 < $1.1 }
    guard let ((one, both), index) = best, index - value >= Self.leastGain else { return nil }
    return Candidate(gap: one.gap, remedies: both, plausibility: one.plausibility, gain: index - value)
  }

  /// The ways to close some gaps, each once; of gaps that name newcomers none, since these are no rows of the tables.
  ///
  /// - Parameter known: the number of actors that the tables have.
  private func candidates(
    for gaps: [Gap], by ends: PlausibleEnds, most: Int, knowing known: Int = .max
  ) -> [Candidate] {
    var seen = Set<Set<Remedy>>()
    var found: [Candidate] = []
    for gap in gaps where found.count < most {
      let closings = closings(of: gap).filter { steps in
        steps.allSatisfy { step in step.actors.allSatisfy { $0 < known } && step.newPartner ?? 0 < known }
      }
      for remedies in closings.flatMap({ ends.ways(of: $0, for: gap) }) where seen.insert(Set(remedies)).inserted {
        found.append(Candidate(gap: gap, remedies: remedies, plausibility: ends.plausibility(of: remedies)))
      }
    }
    return found
  }

  private func step(
    _ best: Candidate, closing closed: [Gap], from value: Double, because basis: Phrase
  ) -> PlanStep {
    let planClass = PlanClass(of: best.gap, by: best.remedies)
    let actors = best.remedies.flatMap(\.actors)
    let lead = lead(of: planClass, chain: best.gap.chain, among: actors)
    return PlanStep(
      gap: best.gap, closed: closed, remedies: best.remedies, planClass: planClass, chain: best.gap.chain, lead: lead,
      partners: partners(of: best.remedies, chain: best.gap.chain, besides: lead), before: value,
      after: value + best.gain, plausibility: best.plausibility, basis: basis)
  }
}

extension Remedy {
  /// Whom a newcomer would work with.
  fileprivate var newPartner: Int? { if case .position(_, _, _, let partner) = self { partner } else { nil } }
}
