import KesiNetwork

/// What a plan leaves out although it would raise the cluster index, or although the gap is grave, and why.
package struct LeftOut: Sendable {
  /// The gap as it is today; where nothing would close it, as it is once the plan is carried out.
  package let gap: Gap
  /// Whether the plan makes it what it is.
  let isChangedByPlan: Bool
  /// What would close it; nothing where so little would not.
  package let remedies: [Remedy]
  /// What that would add to the cluster index today, or once what is decided is done; nil where nothing would close it.
  package let gain: Double?
  /// Whether something is decided already, which the gain rests on.
  package let isAfterDecided: Bool
  /// How plausible the new ties among it are, a score of 0…1; nil where there are none.
  package let plausibility: Double?
  package let reason: Phrase
}

extension Analysis {
  /// What is left out, what it would add today, and why it is left out.
  package func sentence(of leftOut: LeftOut) -> Phrase {
    guard let gain = leftOut.gain else {
      let then = leftOut.gap.explanation
      let problem =
        leftOut.isChangedByPlan ? Phrase("Once the plan is carried out: \(then.en)", zh: "方案完成后：\(then.zh)") : then
      return Phrase(sentences: [problem, leftOut.reason])
    }
    let (work, points) = (work(of: leftOut.remedies, namesChain: true), Figure.points(gain).text)
    let score = leftOut.plausibility.map { Figure.small($0).text }
    let (kind, place) = (leftOut.gap.kind, leftOut.gap.chain.map { network.chains[$0] })
    let problem = Phrase(
      "against: \(kind.label(.en))" + (place.map { " in \($0.name(in: .en))" } ?? ""),
      zh: "针对" + (place.map { "“\($0.name(in: .zh))”的" } ?? "") + "“\(kind.label(.zh))”")
    let gained =
      leftOut.isAfterDecided
      ? Phrase("+\(points) once what is decided is done", zh: "此前已定的措施完成后 +\(points)")
      : Phrase("+\(points) today", zh: "按现状 +\(points)")
    return Phrase(
      "\(work.en.sentenceCased) (\(problem.en); \(gained.en)\(score.map { ", plausibility \($0)" } ?? "")): \(leftOut.reason.en)",
      zh: "\(work.zh)（\(problem.zh)；\(gained.zh)\(score.map { "，可行度 \($0)" } ?? "")）：\(leftOut.reason.zh)")
  }

  /// All of it in a paragraph; nil where nothing is left out.
  package func note(on leftOut: [LeftOut]) -> Phrase? {
    guard !leftOut.isEmpty else { return nil }
    let sentences = leftOut.enumerated().map { number, one -> Phrase in
      let sentence = sentence(of: one)
      return Phrase("(\(number + 1)) \(sentence.en)", zh: "（\(number + 1)）\(sentence.zh)")
    }
    return Phrase(
      "Left out, and why: " + sentences.map(\.en).joined(separator: " "), zh: "未列入及原因：" + sentences.map(\.zh).joined())
  }

  /// So many are told that would gain, and so many that no step closes.
  private static let mostGaining = 5
  private static let mostWithout = 3

  /// What a plan leaves out, with the reason: first what would gain most today, or once what is decided is done, then the gravest
  /// gaps that no step closes.
  ///
  /// - Parameters:
  ///   - limits: those of the plan.
  ///   - known: what closing gaps would gain, where that has been found; the others are tried.
  /// - Complexity: an index for each gap that has remedies, the worst of them in large clusters; two for each that is told.
  package func leftOut(
    of plan: [PlanStep], within limits: PlanLimits, knowing known: GapGains = GapGains()
  ) throws -> [LeftOut] {
    guard !graph.isPart, let base = clusterIndex()?.value else { return [] }
    let closed = Set(plan.flatMap(\.closed).map { ExactText($0.id) })
    let open = try gaps(isLargeCluster ? .quick : .all).filter { !closed.contains(ExactText($0.id)) }
    // What the plan deals with is not left out, and what two gaps ask for is told once, whoever of two is named first.
    let planned = plan.flatMap(\.remedies).filter { if case .position = $0 { false } else { true } }
    let subjects = Set(planned.map(\.subject))
    let trial = ClusterTrial(self)
    let reasons = try LeavingReasons(self, plan, limits, trial)
    var seen = Set<Set<Remedy>>()
    let closable = open.map { (gap: $0, remedies: reasons.remedies(of: $0)) }.filter { way in
      !way.remedies.allSatisfy { subjects.contains($0.subject) }
        && seen.insert(Set(way.remedies.map(\.undirected))).inserted
    }
    let tried = Array(closable.prefix(isLargeCluster ? 0 : indicesWithin(seconds: 20)))
    let stated = tried.map { $0.remedies == $0.gap.remedies ? known.gains[ExactText($0.gap.id)] : nil }
    var gains = stated.map { $0 ?? 0 }
    let unknown = tried.indices.filter { stated[$0] == nil }
    let indices = try trial.indices(with: unknown.map { tried[$0].remedies }, on: parallel)
    for (place, index) in zip(unknown, indices) where index.isFinite { gains[place] = index - base }
    let order = tried.indices.sorted { gains[$0] == gains[$1] ? $0 < $1 : gains[$0] > gains[$1] }
    var found: [LeftOut] = []
    for place in order where gains[place] >= Self.leastGain && found.count < Self.mostGaining {
      let (gap, remedies) = tried[place]
      found.append(
        LeftOut(
          gap: gap, isChangedByPlan: false, remedies: remedies, gain: gains[place], isAfterDecided: limits.today != nil,
          plausibility: reasons.ends.plausibility(of: remedies),
          reason: try reasons.reason(for: gap, closedBy: remedies)))
    }
    let grave = open.filter { $0.remedies.isEmpty && $0.level >= .high }
    let without = try remaining(of: grave, after: reasons.taken.flatMap(\.self), by: trial).prefix(Self.mostWithout)
    let today = Dictionary(grave.map { (ExactText($0.id), $0) }) { first, _ in first }
    return found
      + without.map {
        // But for draws the same, it is told as everywhere else.
        let now = today[ExactText($0.id)]
        let isChanged = !$0.isTold(as: now)
        return LeftOut(
          gap: isChanged ? $0 : now ?? $0, isChangedByPlan: isChanged, remedies: [], gain: nil,
          isAfterDecided: limits.today != nil, plausibility: nil,
          reason: reasons.newcomer(for: $0) ?? reasonForNoStep(for: $0))
      }
  }
}

extension Analysis {
  /// Some gaps as they are once some remedies are taken: those that are grave still.
  private func remaining(of grave: [Gap], after remedies: [Remedy], by trial: ClusterTrial) throws -> [Gap] {
    guard !grave.isEmpty, !remedies.isEmpty else { return grave }
    let ids = Set(grave.map { ExactText($0.id) })
    let then = Analysis(
      of: try NetworkGraph(of: trial.network(with: remedies), trial.selection), options, period: period,
      asOf: trial.now, draws: draws, seed: seed, on: parallel)
    return try then.gaps(of: Array(Set(grave.map(\.kind)))).filter {
      ids.contains(ExactText($0.id)) && $0.level >= .high
    }
  }
}
