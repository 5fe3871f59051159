import KesiMatrix
import KesiMeasures
import KesiNetwork

extension Analysis {
  /// Steps that together raise a goal most, best first.
  ///
  /// Chain indices: candidates are pairs of actors of a chain that have no tie (the 60 best placed of each chain), seats for
  /// actors of kinds that a chain needs and that work with its actors already, and newcomers of such kinds. Steps are
  /// chosen one after the other, each the one that adds most, from each of the eight best to begin with; then each is
  /// exchanged for another as long as that gains, where they are 40 at most, and a step that gains nothing of its own is not taken. The gain is the index computed anew, of those chains only that a step
  /// touches. Where gains only shrink, greedy choice alone reaches at least half of the best under limits of several sorts,
  /// and 1 − 1/e under one (Fisher, Nemhauser & Wolsey 1978); cohesion can make gains grow, so there is no guarantee in
  /// general: on small networks the result is held against all sets (tests).
  ///
  /// Connectivity: the largest parts are joined first, which is best. Resilience: the fewest ties that leave no bridge
  /// (Eswaran & Tarjan 1976), the most useful first. Algebraic connectivity: pairs far apart in the Fiedler vector (Ghosh &
  /// Boyd 2006). Nearness: pairs of well-tied actors of different communities. The gain of each is computed exactly.
  ///
  /// Only pairs that are admissible as partners are suggested (``PartnerScore/objection(to:_:)``); of those that do the same
  /// for a goal, the most plausible. Where that leaves no pair between two parts, connectivity and resilience may take more
  /// ties than the fewest there are, or leave something open.
  ///
  /// - Returns: fewer steps than allowed where nothing gains.
  /// - Complexity: for indices O(steps · candidates) indices a start; what is known of a chain is not computed again.
  public func suggestions(for goal: SuggestionGoal, within limits: SuggestionLimits) throws -> [Suggestion] {
    // What is not assessed cannot be raised.
    let restsOn: Set<Aspect> = if case .index = goal { [] } else { [.ties] }
    guard assessment.covers(restsOn) else { return [] }
    let score = try partnerScore()
    var limits = limits
    limits.allows = { [allows = limits.allows] a, b in allows(a, b) && score.objection(to: a, b) == nil }
    return switch goal {
    case .index(let chain): try indexSuggestions(for: chain, within: limits, by: score)
    case .connectivity:
      try joiningSuggestions(within: limits, by: score, isDone: { $0.once == 1 }, value: { $0.once })
    case .resilience:
      try joiningSuggestions(
        within: limits, by: score, isDone: { $0.twice == 1 }, value: { ($0.once + $0.twice) / 2 })
    case .algebraicConnectivity: try algebraicSuggestions(within: limits, by: score)
    case .nearness: try nearnessSuggestions(within: limits, by: score)
    }
  }

  /// About how long suggestions for a goal take, good to a factor of three; 0 for goals that take seconds on any network, or
  /// whose steps nobody can count beforehand.
  package func expectedSeconds(for goal: SuggestionGoal, within limits: SuggestionLimits) -> Double {
    guard case .nearness = goal, assessment.covers([.ties]), graph.matrix.order > 2 else { return 0 }
    // Each of those that are judged is judged by all distances.
    return Double(1 + limits.ties * Self.mostNearing) * secondsForDistances
  }

  func suggestion(
    _ step: Remedy, chain: Int? = nil, from before: Double, to after: Double, because reason: Phrase,
    by score: PartnerScore
  ) -> Suggestion {
    var partnership: (plausibility: Double, evidence: Phrase)?
    if case .tie(let a, let b) = step { partnership = (score.plausibility(a, b), score.evidence(a, b)) }
    return Suggestion(
      step: step, chain: chain, gain: after - before, before: before, after: after, reason: reason,
      partnership: partnership, likeness: likeness(of: step))
  }

  /// Over the common partners of a tie's ends, Σ 1/ln k and Σ 1/k for k ties each.
  ///
  /// - Source: Adamic & Adar, *Friends and Neighbors on the Web*, Social Networks 2003; Zhou, Lü & Zhang, *Predicting
  ///   Missing Links via Local Information*, Eur. Phys. J. B 2009.
  private func likeness(of step: Remedy) -> (adamicAdar: Double, resourceAllocation: Double)? {
    guard case .tie(let a, let b) = step, let x = graph.vertex[a], let y = graph.vertex[b] else { return nil }
    return partners.withRows { rows in
      let shared = rows.common(x, y).map { Double(rows.degree($0)) }
      return (
        shared.reduce(0) { $0 + 1 / naturalLogarithm(max(2, $1)) }, shared.reduce(0) { $0 + 1 / max(1, $1) }
      )
    }
  }
}

extension Rows {
  /// The neighbors that two vertices share, ascending: a merge of both rows.
  func common(_ a: Int, _ b: Int) -> [Int] {
    let (one, other) = (self[a], self[b])
    var (i, j) = (0, 0)
    var shared: [Int] = []
    while i < one.count, j < other.count {
      if one[i] == other[j] {
        shared.append(Int(one[i]))
        i += 1
        j += 1
      } else if one[i] < other[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return shared
  }
}
