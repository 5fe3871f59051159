import KesiMatrix
import KesiNetwork

/// A way to close a gap, on its way into a plan.
private struct Candidate {
  let gap: Gap
  let remedies: [Remedy]
  let planClass: PlanClass
  /// Nil where nobody of the network is to meet.
  let plausibility: Double?
  let cost: Double
  /// Whether what it is worth is reckoned by what it costs.
  let isPerCost: Bool
  /// The index with it after the steps of an earlier round; an upper estimate where gains shrink.
  var gain = Double.infinity

  var worth: Double {
    let worth = gain * (plausibility ?? 1)
    // What costs nothing comes first, as far as it is worth anything.
    return isPerCost ? worth / max(cost, 1e-9) : worth
  }
}

extension Analysis {
  /// So many processor-seconds are given to the ways that are tried in a round. Where there are more, those of the worst gaps are
  /// tried, and so many of these anew in each round.
  private static let secondsForWays = 20.0
  private static let waysAnew = 6
  /// The least gain that a step is worth, in points of the index.
  static let leastGain = 0.05

  /// Steps that together raise the cluster index most, each the one that adds most, times its plausibility, to those before it.
  ///
  /// Candidates are the ways to close the gaps of the network, and those that open on the way. Where no single one gains, two of
  /// one chain are tried together. Greedy choice has no guarantee in general, since cohesion can make gains grow; on small
  /// networks it is held against all sets (tests).
  ///
  /// In large clusters only gaps are looked for that are quick to find.
  ///
  /// Where there is a budget, steps are chosen by what they are worth for what they cost; since a dear step may be worth more than
  /// all that such a choice leaves room for, the choice without regard to costs is made as well, and the better one is taken
  /// (Khuller, Moss & Naor, *The Budgeted Maximum Coverage Problem*, 1999).
  ///
  /// - Returns: fewer steps than allowed where nothing gains; none where the network has no index.
  /// - Complexity: an index for each candidate in each round; in large clusters gains of earlier rounds are trusted for all but
  ///   the best few (Minoux 1978).
  public func plan(within limits: PlanLimits) throws -> [PlanStep] {
    guard limits.budget != nil else { return try search(within: limits, perCost: false) }
    let (frugal, plain) = (try search(within: limits, perCost: true), try search(within: limits, perCost: false))
    return plain.last?.after ?? 0 > frugal.last?.after ?? 0 ? plain : frugal
  }

  private func search(within limits: PlanLimits, perCost: Bool) throws -> [PlanStep] {
    guard !graph.isPart, var value = clusterIndex()?.value else { return [] }
    let trial = ClusterTrial(self)
    let ends = try PlausibleEnds(self)
    let known = limits.actors ?? network.actors.count
    let most = indicesWithin(seconds: Self.secondsForWays)
    var open = try gaps(isLargeCluster ? .quick : .all)
    let today = Set(open.map { ExactText($0.id) })
    // Kinds that take long are found once.
    var slow = open.filter { $0.kind.cost != .quick }
    var candidates = candidates(for: open, by: ends, most: most, knowing: known, perCost: perCost)
    var spent = 0.0
    let isLazy = isLargeCluster || candidates.count >= most
    var (steps, taken): ([PlanStep], [[Remedy]]) = ([], [])
    while limits.earlier.count + steps.count < limits.steps {
      candidates = candidates.filter {
        limits.admit($0.remedies, after: taken) && limits.affords(spent + $0.cost)
      }
      guard
        let best = try best(
          of: &candidates, after: taken, from: value, by: trial, within: limits, anew: isLazy ? Self.waysAnew : nil,
          affording: { limits.affords(spent + $0) })
      else { break }
      taken.append(best.remedies)
      spent += best.cost
      parallel.progress?(steps.count + 1, limits.steps - limits.earlier.count)
      slow.removeAll { $0.id == best.gap.id }
      let now = try trial.analysis(with: taken.flatMap(\.self))
      let left = try now.gaps(.quick) + slow
      let leftIDs = Set(left.map { ExactText($0.id) })
      let openIDs = Set(open.map { ExactText($0.id) })
      let closed = open.filter { !leftIDs.contains(ExactText($0.id)) && !$0.id.isExactly(best.gap.id) }
      steps.append(
        step(
          best, isOfToday: today.contains(ExactText(best.gap.id)), closing: [best.gap] + closed,
          opening: left.filter { !openIDs.contains(ExactText($0.id)) }, from: value,
          isCosted: limits.budget != nil || !network.profile.stepCosts.areUnknown,
          because: ends.basis(of: best.remedies)))
      value += best.gain
      open = left
      if !isLazy { candidates = now.candidates(for: open, by: ends, most: most, knowing: known, perCost: perCost) }
    }
    return steps
  }

  /// The candidate of most worth; where none gains, two of one chain. Nil where none does.
  private func best(
    of candidates: inout [Candidate], after taken: [[Remedy]], from value: Double, by trial: ClusterTrial,
    within limits: PlanLimits, anew: Int?, affording affords: (Double) -> Bool
  ) throws -> Candidate? {
    func weigh(_ places: [Int]) throws {
      let indices = try trial.indices(
        with: places.map { taken.flatMap(\.self) + candidates[$0].remedies }, on: parallel)
      for (place, index) in zip(places, indices) { candidates[place].gain = index.isFinite ? index - value : 0 }
    }
    // What costs next to nothing may be worth much and gain too little.
    func ranked() -> [Int] {
      candidates.indices.filter { candidates[$0].gain >= Self.leastGain }.sorted { a, b in
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
    if let first = ranked().first {
      let best = candidates[first]
      candidates.remove(at: first)
      return best
    }
    return anew == nil
      ? try bestPair(of: candidates, after: taken, from: value, by: trial, within: limits, affording: affords) : nil
  }

  /// Two gaps of one chain that gain only together, as two hubs in a row do; of 200 pairs at most.
  private func bestPair(
    of candidates: [Candidate], after taken: [[Remedy]], from value: Double, by trial: ClusterTrial,
    within limits: PlanLimits, affording affords: (Double) -> Bool
  ) throws -> Candidate? {
    var pairs: [Candidate] = []
    for (place, one) in candidates.enumerated() {
      for other in candidates[(place + 1)...]
      where pairs.count < 200 && other.gap.chain == one.gap.chain && !other.gap.id.isExactly(one.gap.id) {
        let both = one.remedies + other.remedies.filter { !one.remedies.contains($0) }
        guard both.count > one.remedies.count, limits.admit(both, after: taken), affords(one.cost + other.cost) else {
          continue
        }
        pairs.append(
          Candidate(
            gap: one.gap, remedies: both, planClass: one.planClass,
            plausibility: [one.plausibility, other.plausibility].compactMap(\.self).min(),
            cost: one.cost + other.cost, isPerCost: one.isPerCost))
      }
    }
    let indices = try trial.indices(with: pairs.map { taken.flatMap(\.self) + $0.remedies }, on: parallel)
    for (place, index) in indices.enumerated() { pairs[place].gain = index.isFinite ? index - value : 0 }
    return pairs.enumerated().filter { $0.element.gain >= Self.leastGain }
      .max { ($0.element.worth, $1.offset) < ($1.element.worth, $0.offset) }?.element
  }

  /// The ways to close some gaps, each once; newcomers only where nobody of the network would do.
  ///
  /// - Parameter known: the number of actors that the tables have.
  private func candidates(
    for gaps: [Gap], by ends: PlausibleEnds, most: Int, knowing known: Int, perCost: Bool
  ) -> [Candidate] {
    var seen = Set<Set<Remedy>>()
    var found: [Candidate] = []
    for gap in gaps where found.count < most {
      var hasSeat = false
      for closing in closings(of: gap, knowing: known) {
        if hasSeat, closing.contains(where: { if case .position = $0 { true } else { false } }) { continue }
        for remedies in ends.ways(of: closing, for: gap) where seen.insert(Set(remedies)).inserted {
          hasSeat = true
          let planClass = PlanClass(of: gap, by: remedies)
          found.append(
            Candidate(
              gap: gap, remedies: remedies, planClass: planClass, plausibility: ends.plausibility(of: remedies),
              cost: cost(of: planClass), isPerCost: perCost))
        }
      }
    }
    return found
  }

  /// What a step costs; where nobody has stated any cost, each counts one.
  func cost(of planClass: PlanClass) -> Double { network.profile.stepCosts.cost(of: planClass.rawValue) ?? 1 }

  private func step(
    _ best: Candidate, isOfToday: Bool, closing closed: [Gap], opening opened: [Gap], from value: Double,
    isCosted: Bool, because basis: Phrase
  ) -> PlanStep {
    let planClass = best.planClass
    let actors = best.remedies.flatMap(\.actors)
    let lead = lead(of: planClass, chain: best.gap.chain, among: actors)
    return PlanStep(
      gap: best.gap, closed: closed, remedies: best.remedies, planClass: planClass, chain: best.gap.chain, lead: lead,
      partners: partners(of: best.remedies, chain: best.gap.chain, besides: lead), before: value,
      after: value + best.gain, isOfToday: isOfToday, opened: opened, plausibility: best.plausibility,
      cost: isCosted ? best.cost : nil, basis: basis)
  }
}
