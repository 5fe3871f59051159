import KesiMatrix
import KesiNetwork

extension Analysis {
  /// The least gain that a step is worth, in points of the index; where its ties are not near at hand, the least gain times
  /// plausibility.
  static let leastGain = 0.05
  static let leastWorth = 0.1

  /// Steps that together raise the cluster index most, each the one that adds most, times its plausibility, to those before it.
  ///
  /// Candidates are the ways to close the gaps of the network, and those that open on the way. Where no single one gains, two of
  /// one chain are tried together. Greedy choice has no guarantee in general, since cohesion can make gains grow; on small
  /// networks it is held against all sets, and on those that ship against closing the gravest gaps (tests): with five ties and two
  /// positions it gains 1.03 (suzhou), 1.00 (wenzhou), 1.09 (majors), 1.75 (park), 1.05 (consortium) times what that does, though these
  /// join whatever pairs gaps name.
  ///
  /// In large clusters only gaps are looked for that are quick to find.
  ///
  /// Where there is a budget, what is dear may be left out from any step on. The courses that come of this are the same for every
  /// budget, and so are those that are gone on with where there are many: a greater budget has all that a smaller one has to choose
  /// from, and never reaches less.
  ///
  /// - Returns: fewer steps than allowed where nothing gains; none where the network has no index.
  /// - Complexity: an index for each candidate in each round; in large clusters gains of earlier rounds are trusted for all but
  ///   the best few (Minoux 1978). With a budget as often as there are courses, sixteen at most in each round, fewer where the index
  ///   takes long; mostly there are far less, since those that others surpass are given up.
  public func plan(within limits: PlanLimits) throws -> [PlanStep] {
    guard !graph.isPart, let value = clusterIndex()?.value else { return [] }
    return try PlanSearch(self, within: limits, by: PlausibleEnds(self))
      .best(from: value, closing: gaps(isLargeCluster ? .quick : .all))
  }

  /// The step that a plan begins with; nil where none gains.
  ///
  /// - Parameters:
  ///   - gaps: those of the network.
  ///   - known: the number of actors that the tables have.
  func firstStep(
    from value: Double, closing gaps: [Gap], by ends: PlausibleEnds, knowing known: Int? = nil
  ) throws -> PlanStep? {
    var limits = PlanLimits(steps: 1)
    limits.actors = known
    return try PlanSearch(self, within: limits, by: ends).best(from: value, closing: gaps).first
  }
}

/// The search for a plan.
private struct PlanSearch {
  /// So many processor-seconds are given to the ways that are tried in a round. Where there are more, those of the worst gaps are
  /// tried, and so many of these anew in each round.
  private static let secondsForWays = 20.0
  private static let waysAnew = 6
  private static let mostPairs = 200
  /// With a budget so many courses are gone on with, in large clusters as many as some processor-seconds are enough for.
  private static let mostCourses = 16
  private static let secondsForCourses = 60.0

  let analysis: Analysis
  let limits: PlanLimits
  let trial: ClusterTrial
  let ends: PlausibleEnds
  /// The number of actors that the tables have, and of the ways that are tried.
  let known: Int
  let most: Int

  /// Steps that have been chosen, and what there is to choose from next.
  private struct Course {
    var steps: [PlanStep] = []
    var spent = 0.0
    var value: Double
    /// From here on each step costs less.
    var below = Double.infinity
    var open: [Gap]
    /// Those of kinds that take long to find, which are looked for once.
    var slow: [Gap]
    var candidates: [PlanCandidate]
    /// The gaps as they stand before it and after each step, by which it is told what changes them.
    var seen: [[Gap]]

    var taken: [[Remedy]] { steps.map(\.remedies) }

    /// A gap as it stands after the steps of the course, and by the tables.
    func state(of gap: Gap, decidedBefore: Bool) -> GapState {
      let states = seen.map { gaps in gaps.first { $0.id.isExactly(gap.id) } }
      guard let now = states[states.count - 1] else { return GapState(now: gap, today: gap, changedBy: nil) }
      let last = states.indices.dropFirst().last { !now.isTold(as: states[$0 - 1]) }
      let isAsToday = last == nil || now.isTold(as: states[0])
      return GapState(
        now: now, today: states[0], changedBy: isAsToday ? nil : last.map { decidedBefore ? $0 - 1 : $0 })
    }
  }

  /// A step that a course may go on with, by its place among courses.
  private struct Choice {
    let course: Int
    let candidate: PlanCandidate
    let spent: Double
    let value: Double
    let below: Double

    /// Whether it is no better than another in anything.
    func isSurpassed(by other: Choice) -> Bool {
      other.spent <= spent && other.below >= below && other.value >= value
    }

    /// Whether nothing has been left out as too dear: what a plan without a budget takes.
    var leavesNothingOut: Bool { below == .infinity }
  }

  init(_ analysis: Analysis, within limits: PlanLimits, by ends: PlausibleEnds) {
    (self.analysis, self.limits, self.ends, trial) = (
      analysis, limits.with(ends.score.room), ends, ClusterTrial(analysis)
    )
    known = limits.actors ?? analysis.network.actors.count
    most = analysis.indicesWithin(seconds: Self.secondsForWays)
  }

  func best(from value: Double, closing open: [Gap]) throws -> [PlanStep] {
    var candidates = analysis.candidates(for: open, by: ends, most: most, knowing: known)
    let isLazy = analysis.isLargeCluster || candidates.count >= most
    if isLazy {
      let served = Set(candidates.filter(\.isSeat).map { ExactText($0.gap.id) })
      candidates.removeAll { $0.isPosition && served.contains(ExactText($0.gap.id)) }
    }
    let start = Course(
      value: value, open: open, slow: open.filter { $0.kind.cost != .quick }, candidates: candidates,
      seen: [limits.today, open].compactMap(\.self))
    var (best, courses) = (start, [start])
    let width = mostCourses(choosingAmong: isLazy ? Self.waysAnew : candidates.count)
    for number in 0..<max(0, limits.steps - limits.earlier.count) {
      var choices: [Choice] = []
      for place in courses.indices {
        choices += try self.choices(after: &courses[place], at: place, isLazy: isLazy)
      }
      let kept = choices.enumerated().filter { place, choice in
        !choices.enumerated().contains { other, better in
          other != place && choice.isSurpassed(by: better) && (other < place || !better.isSurpassed(by: choice))
        }
      }
      // What is too dear stays among them, lest it depend on the budget which are gone on with.
      guard kept.contains(where: { limits.affords($0.element.spent) }) else { break }
      courses = try Self.spread(kept.map(\.element), most: width).map {
        try course(courses[$0.course], taking: $0, isLazy: isLazy)
      }
      for course in courses where limits.affords(course.spent) && course.value > best.value { best = course }
      analysis.parallel.progress?(number + 1, limits.steps - limits.earlier.count)
    }
    return best.steps
  }

  /// How many courses are gone on with, whatever the budget.
  private func mostCourses(choosingAmong ways: Int) -> Int {
    let indices = analysis.indicesWithin(seconds: Self.secondsForCourses)
    return max(2, min(Self.mostCourses, indices / max(1, ways * limits.steps)))
  }

  /// Of many choices the one that leaves nothing out, the cheapest, and others as far apart as may be in what has been spent.
  private static func spread(_ choices: [Choice], most: Int) -> [Choice] {
    guard choices.count > most else { return choices }
    let others = choices.filter { !$0.leavesNothingOut }.sorted { ($0.spent, $1.value) < ($1.spent, $0.value) }
    let (gaps, places) = (others.count - 1, max(1, most - 2))
    let some = (0..<(most - 1)).map { others[$0 * gaps / places] }
    return choices.filter(\.leavesNothingOut) + some
  }

  /// The step of most worth that a course may go on with; where there is a budget, also that of most worth of those that cost less
  /// than this one, and so on.
  private func choices(after course: inout Course, at place: Int, isLazy: Bool) throws -> [Choice] {
    let (taken, below) = (course.taken, course.below)
    course.candidates = course.candidates.filter { $0.cost < below && limits.admit($0.remedies, after: taken) }
    var pool = course.candidates
    var weighed = Set<Int>()
    if !isLazy {
      try weigh(Array(pool.indices), of: &pool, after: taken, from: course.value)
      // Newcomers only where no member would do.
      let served = Set(pool.filter { $0.isSeat && $0.isWorthwhile }.map { ExactText($0.gap.id) })
      pool.removeAll { $0.isPosition && served.contains(ExactText($0.gap.id)) }
      if !pool.contains(where: \.isWorthwhile) {
        pool = pairs(of: pool, after: taken)
        try weigh(Array(pool.indices), of: &pool, after: taken, from: course.value)
      }
      weighed = Set(pool.indices)
    }
    var found: [Choice] = []
    var bound = below
    while let first = try first(of: &pool, below: bound, weighed: &weighed, after: taken, from: course.value) {
      let best = pool[first]
      found.append(
        Choice(
          course: place, candidate: best, spent: course.spent + best.cost, value: course.value + best.gain,
          below: bound))
      if limits.budget == nil { break }
      bound = best.cost
    }
    if isLazy { course.candidates = pool }
    return found
  }

  /// The place of the candidate of most worth of those that cost less than a bound, once those that might be better have been
  /// weighed in this round; nil where none gains.
  private func first(
    of pool: inout [PlanCandidate], below bound: Double, weighed: inout Set<Int>, after taken: [[Remedy]],
    from value: Double
  ) throws -> Int? {
    while true {
      // What costs next to nothing may be worth much and gain too little.
      let ranked = pool.indices.filter { pool[$0].cost < bound && pool[$0].isWorthwhile }.sorted { a, b in
        let (x, y) = (pool[a].worth, pool[b].worth)
        return x == y ? a < b : x > y
      }
      guard let first = ranked.first else { return nil }
      if weighed.contains(first) { return first }
      let next = Array(ranked.prefix { !weighed.contains($0) }.prefix(Self.waysAnew))
      try weigh(next, of: &pool, after: taken, from: value)
      weighed.formUnion(next)
    }
  }

  private func weigh(
    _ places: [Int], of pool: inout [PlanCandidate], after taken: [[Remedy]], from value: Double
  ) throws {
    let steps = taken.flatMap(\.self)
    let indices = try trial.indices(with: places.map { steps + pool[$0].remedies }, on: analysis.parallel)
    for (place, index) in zip(places, indices) { pool[place].gain = index.isFinite ? index - value : 0 }
  }

  /// Two gaps of one chain that may gain only together, as two hubs in a row do.
  private func pairs(of candidates: [PlanCandidate], after taken: [[Remedy]]) -> [PlanCandidate] {
    var pairs: [PlanCandidate] = []
    for (place, one) in candidates.enumerated() {
      for other in candidates[(place + 1)...]
      where pairs.count < Self.mostPairs && other.gap.chain == one.gap.chain && !other.gap.id.isExactly(one.gap.id) {
        guard let both = one.joined(with: other), limits.admit(both.remedies, after: taken) else { continue }
        pairs.append(both)
      }
    }
    return pairs
  }

  /// A course one step on.
  private func course(
    _ course: Course, taking choice: Choice, isLazy: Bool
  ) throws -> Course {
    let chosen = choice.candidate
    var next = course
    next.slow.removeAll { $0.id.isExactly(chosen.gap.id) }
    let now = try trial.analysis(with: (course.taken + [chosen.remedies]).flatMap(\.self))
    next.open = try now.gaps(.quick) + next.slow
    let leftIDs = Set(next.open.map { ExactText($0.id) })
    let cutOffNow = next.open.compactMap(analysis.cutOff(by:)).reduce(into: Set()) { $0.formUnion($1) }
    // Whom newcomers join outside stands there still.
    let closed = course.open.filter { gap in
      !leftIDs.contains(ExactText(gap.id)) && !gap.id.isExactly(chosen.gap.id)
        && analysis.cutOff(by: gap).map { !$0.isSubset(of: cutOffNow) } ?? true
    }
    let levels = LevelsBefore(of: course.open, in: analysis)
    let opened = next.open.filter { gap in levels.level(of: gap).map { gap.level >= .high && gap.level > $0 } ?? true }
    next.steps.append(
      analysis.step(
        chosen, as: course.state(of: chosen.gap, decidedBefore: limits.today != nil), closing: closed,
        opening: opened, from: course.value,
        isCosted: limits.budget != nil || !analysis.network.profile.stepCosts.areUnknown, by: ends,
        after: course.taken.flatMap(\.self)))
    (next.spent, next.value, next.below) = (choice.spent, choice.value, choice.below)
    next.seen.append(next.open)
    if isLazy {
      next.candidates.removeAll { $0.remedies == chosen.remedies }
    } else {
      let found = now.candidates(for: next.open, by: ends, most: most, knowing: known)
      // Where a gap would now be closed by newcomers, whom no step can name, what would have closed it before may still help.
      let closable = Set(found.map { ExactText($0.gap.id) })
      let kept = course.candidates.filter { candidate in
        let id = ExactText(candidate.gap.id)
        return leftIDs.contains(id) && !closable.contains(id) && candidate.remedies != chosen.remedies
      }
      next.candidates = found + kept
    }
    return next
  }
}
