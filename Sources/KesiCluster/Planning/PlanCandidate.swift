import KesiNetwork

/// A way to close a gap, on its way into a plan.
struct PlanCandidate {
  let gap: Gap
  let remedies: [Remedy]
  let planClass: PlanClass
  /// Nil where nobody of the network is to meet.
  let plausibility: Double?
  let cost: Double
  /// The index with it after the steps of an earlier round; an upper estimate where gains shrink.
  var gain = Double.infinity

  /// By this steps are put in order.
  var worth: Double { gain * (plausibility ?? 1) }

  /// Whether a plan has it for a step at all.
  var isWorthwhile: Bool {
    gain >= Analysis.leastGain && (!Analysis.isFarOff(plausibility) || worth >= Analysis.leastWorth)
  }

  /// Whether a member of the network, or somebody new, comes into a chain by it.
  var isSeat: Bool { remedies.contains(where: \.isSeat) }
  var isPosition: Bool { remedies.contains { if case .position = $0 { true } else { false } } }

  /// Both together, for the gap of the first; nil where the second adds nothing to do.
  func joined(with other: PlanCandidate) -> PlanCandidate? {
    let both = remedies + other.remedies.filter { !remedies.contains($0) }
    guard both.count > remedies.count else { return nil }
    return PlanCandidate(
      gap: gap, remedies: both, planClass: planClass,
      plausibility: [plausibility, other.plausibility].compactMap(\.self).min(), cost: cost + other.cost)
  }
}

extension Analysis {
  /// The ways to close some gaps, each once; those by newcomers after those by members.
  ///
  /// - Parameters:
  ///   - most: the worst gaps are tried until there are so many ways.
  ///   - known: the number of actors that the tables have.
  func candidates(for gaps: [Gap], by ends: PlausibleEnds, most: Int, knowing known: Int) -> [PlanCandidate] {
    var seen = Set<Set<Remedy>>()
    var found: [PlanCandidate] = []
    let (failed, unsettled) = (Set(ends.analysis.unsettled().keys), unsettled())
    let spared = ends.overloaded.union(unsettled.keys)
    for gap in gaps where found.count < most {
      for closing in closings(of: gap, knowing: known, sparing: spared) {
        let first = ends.analysis.settlements(before: closing, by: ends.score, at: self)
        for way in ends.ways(of: closing, for: gap) {
          let owed = settlements(owedBefore: way, of: unsettled)
          let remedies = first + owed.filter { !first.contains($0) } + way
          guard owed.count <= Self.mostSettled, !takeMore(way, of: failed), seen.insert(Set(remedies)).inserted else {
            continue
          }
          let planClass = PlanClass(of: gap, by: remedies)
          found.append(
            PlanCandidate(
              gap: gap, remedies: remedies, planClass: planClass, plausibility: ends.plausibility(of: remedies),
              cost: cost(of: planClass)))
        }
      }
    }
    return found
  }

  /// Whether somebody with whom nobody was satisfied so far would take more than one new partner at once.
  private func takeMore(_ way: [Remedy], of failed: Set<Int>) -> Bool {
    let ends = way.filter(\.isNewTie).flatMap(\.actors).filter(failed.contains)
    return Set(ends).count < ends.count
  }

  /// So many projects may have to be settled before the new ties of one step.
  private static let mostSettled = 3

  /// What a step costs; where nobody has stated any cost, each counts one.
  func cost(of planClass: PlanClass) -> Double { network.profile.stepCosts.cost(of: planClass.rawValue) ?? 1 }
}
