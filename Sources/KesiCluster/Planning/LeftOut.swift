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
    let gained =
      leftOut.isAfterDecided
      ? Phrase("+\(points) once what is decided is done", zh: "此前已定的措施完成后 +\(points)")
      : Phrase("+\(points) today", zh: "按现状 +\(points)")
    return Phrase(
      "\(work.en.sentenceCased) (\(gained.en)\(score.map { ", plausibility \($0)" } ?? "")): \(leftOut.reason.en)",
      zh: "\(work.zh)（\(gained.zh)\(score.map { "，可行度 \($0)" } ?? "")）：\(leftOut.reason.zh)")
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
          reason: reasonForNoStep(for: $0))
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

/// Why a plan does not close gaps that it could.
private struct LeavingReasons {
  let analysis: Analysis
  let limits: PlanLimits
  let trial: ClusterTrial
  let ends: PlausibleEnds
  let plan: [PlanStep]
  let taken: [[Remedy]]
  let spent: Double

  init(_ analysis: Analysis, _ plan: [PlanStep], _ limits: PlanLimits, _ trial: ClusterTrial) throws {
    (self.analysis, self.plan, self.limits, self.trial) = (analysis, plan, limits, trial)
    ends = try PlausibleEnds(analysis)
    taken = plan.map(\.remedies)
    spent = plan.reduce(0) { $0 + ($1.cost ?? 0) }
  }

  private var known: Int { limits.actors ?? analysis.network.actors.count }

  /// What would close a gap, as a plan would take it.
  func remedies(of gap: Gap) -> [Remedy] {
    // Of whoever is missing a plan first asks the members.
    let member = analysis.closings(of: gap, knowing: known, sparing: ends.overloaded).first { way in
      way.contains(where: \.isSeat) && !ends.ways(of: way, for: gap).isEmpty
    }
    return member ?? analysis.remedies(of: gap, knowing: known, sparing: ends.overloaded)
  }

  /// Why the plan does not take some remedies of a gap: of these and no others, though it may have tried others in their place.
  func reason(for gap: Gap, closedBy remedies: [Remedy]) throws -> Phrase {
    let ways = analysis.closings(of: gap, knowing: known, sparing: ends.overloaded)
      .flatMap { ends.ways(of: $0, for: gap) }
    guard let first = ways.first else {
      return objection(to: remedies) ?? structure(of: gap, remedies) ?? analysis.reasonForNoStep(for: gap)
    }
    let subjects = Set(remedies.map(\.subject))
    let own = ways.first { Set($0.map(\.subject)) == subjects }
    if own == nil {
      let tried = Set(ways.joined().map(\.subject))
      if let objection = objection(to: remedies.filter { !tried.contains($0.subject) }) { return objection }
    }
    let way = own ?? first
    let obstacles = limits.obstacles(to: way, after: taken)
    guard obstacles.isEmpty else { return Phrase(sentences: obstacles.map(sentence)) }
    guard limits.affords(spent + analysis.cost(of: PlanClass(of: gap, by: way))) else {
      return Phrase("It would cost more than the budget leaves.", zh: "超出所给预算。")
    }
    let after = try trial.index(with: taken.flatMap(\.self) + way)
    if let after, let reached = plan.last?.after, after - reached < Analysis.leastGain {
      return Phrase(
        "Once the steps of the plan are taken it adds nothing more.", zh: "方案各步完成后，再做这一项已无增量。")
    }
    if let after, let last = plan.last, let plausibility = ends.plausibility(of: way), Analysis.isFarOff(plausibility),
      (after - last.after) * plausibility < Analysis.leastWorth
    {
      return Phrase(
        "Little speaks for it so far, and it would add little: gain × plausibility is below \(Figure.points(Analysis.leastWorth).text).",
        zh: "目前不易促成，增量也小：“增量 × 可行度”不足 \(Figure.points(Analysis.leastWorth).text)。")
    }
    let isBelow = try isBelowLastStep(way)
    guard limits.earlier.count + taken.count < limits.steps else {
      return isBelow
        ? Phrase(
          "The plan has as many steps as it may (\(limits.steps)); others rank higher (gain × plausibility).",
          zh: "方案步数已满（\(limits.steps) 步），其他措施的“增量 × 可行度”更高。")
        : Phrase("The plan has as many steps as it may (\(limits.steps)).", zh: "方案步数已满（\(limits.steps) 步）。")
    }
    return isBelow
      ? Phrase("Other ways to the same end rank higher (gain × plausibility).", zh: "另有“增量 × 可行度”更高的同类措施。")
      : Phrase(
        "It was not chosen when steps were weighed one after another: only ways to close gaps that are open by then are.",
        zh: "逐步测算时未入选：每一步只比较当时仍未消除的薄弱环节的措施。")
  }

  /// Whether some remedies were worth no more than the last step of the plan when that was chosen.
  private func isBelowLastStep(_ way: [Remedy]) throws -> Bool {
    guard let last = plan.last, let after = try trial.index(with: taken.dropLast().flatMap(\.self) + way) else {
      return false
    }
    let worth = (after - last.before) * (ends.plausibility(of: way) ?? 1)
    return worth <= last.gain * (last.plausibility ?? 1)
  }

  /// Why those who would have to meet are not tied for the sake of structure: what parts the network, not a chain; nil where that is
  /// not why.
  private func structure(of gap: Gap, _ remedies: [Remedy]) -> Phrase? {
    let pairs = remedies.compactMap(\.pair)
    guard gap.chain == nil, [.cutActor, .bridgeTie].contains(gap.kind), !pairs.isEmpty else { return nil }
    if pairs.contains(where: { $0.contains(where: analysis.isAuthority) }) {
      return Phrase(
        "An authority guides others: a tie of its own mends no structure.", zh: "政府与园区宜居中指导，不宜作为补强结构的合作方。")
    }
    guard pairs.contains(where: { !ends.score.shareWork($0[0], $0[1]) }) else { return nil }
    return Phrase(
      "Those who could meet share no chain, or not what the other needs: a tie for the sake of structure alone would not last.",
      zh: "可对接的双方不在同一产业链，或供需内容不同，仅为补强网络结构而合作难以持久。")
  }

  /// What speaks against those who would have to meet.
  private func objection(to remedies: [Remedy]) -> Phrase? {
    for pair in remedies.compactMap(\.pair) {
      if let objection = ends.score.objection(to: pair[0], pair[1]) {
        return objection.reason(pair[0], pair[1], in: analysis)
      }
    }
    return nil
  }

  private func sentence(_ obstacle: PlanObstacle) -> Phrase {
    switch obstacle {
    case .unwanted: Phrase("The two are not to be brought together, as was said.", zh: "已指定双方不作撮合。")
    case .again(.capacity): Phrase("The plan raises this capacity already.", zh: "方案已安排提高这一供给能力。")
    case .again: Phrase("The plan has a step for the same two already.", zh: "方案已有步骤涉及同样的双方。")
    case .ties:
      Phrase("The plan has as many new ties as it may (\(limits.ties)).", zh: "方案新增合作数已满（\(limits.ties) 条）。")
    case .positions:
      Phrase(
        "The plan has as many newcomers and members new to a chain as it may (\(limits.positions)).",
        zh: "方案中新引入和新入链的单位已满（\(limits.positions) 家次）。")
    case .busy(let actor):
      Phrase(
        "\(analysis.name(actor, .en)) is a party in as many steps as one may be (\(limits.perActor); those where it only helps do not count).",
        zh: "\(analysis.name(actor, .zh))直接参与的步数已满（每家至多 \(limits.perActor) 步，只作配合的不计）。".setTight)
    }
  }
}

extension Analysis {
  /// Why no step of a plan closes a gap.
  fileprivate func reasonForNoStep(for gap: Gap) -> Phrase {
    switch gap.kind {
    case .structuralHole, .thinChain, .overloadedBroker:
      gap.remedies.isEmpty
        ? Phrase(
          "More new ties are needed than one step may have (3): this is a program of its own.",
          zh: "所需新增合作超过一步措施的上限（3 条），须另立专项。")
        : Phrase("Nobody in the tables would make a sensible pair for it.", zh: "表中没有适合为此对接的双方。")
    case .singleProvider where gap.dependsOnOneAtMost:
      Phrase("No more than one depends on it so far: a second can wait.", zh: "目前依赖它的不足两家，暂不必引入第二家。")
    case .singleProvider:
      Phrase(
        "\(names(gap.subjects, .en)) has yet to work with those whom a second would work with: that comes first.",
        zh: "\(names(gap.subjects, .zh))尚未与上述单位合作，应先促成这些合作，再考虑增加一家。")
    case .unmetDemand, .idleSupply:
      Phrase(
        "Nobody of this network could be brought together over it: look outside.", zh: "本网络中没有可为此对接的双方，须到网络之外寻找。")
    default:
      Phrase(
        "No single change closes it; it has to be settled among those concerned.", zh: "没有单一措施可以消除，须由有关单位协商解决。")
    }
  }
}

extension PartnerObjection {
  /// Why two actors are not brought together, in a sentence.
  func reason(_ a: Int, _ b: Int, in analysis: Analysis) -> Phrase {
    func name(_ actor: Int) -> Phrase { Phrase(analysis.name(actor, .en), zh: analysis.name(actor, .zh)) }
    let (one, other) = (name(a), name(b))
    let both = Phrase("\(one.en) and \(other.en)", zh: "\(one.zh)与\(other.zh)")
    return switch self {
    case .notLookedAt: Phrase("\(both.en) are not both looked at.", zh: "\(both.zh)不都在考察范围内。")
    case .sameHouse: Phrase("\(both.en) belong to one house.", zh: "\(both.zh)属同一单位。")
    case .renegotiate:
      Phrase(
        "The last cooperation of \(both.en) did not satisfy: settle that first.", zh: "\(both.zh)上次合作结果不满意，须先协商解决。")
    case .tied: Phrase("\(both.en) work together already.", zh: "\(both.zh)已有合作。")
    case .overloaded(let actor):
      Phrase(
        "Most of what others exchange runs through \(name(actor).en) already: it is to be relieved, not loaded further.",
        zh: "\(name(actor).zh)居中联系已过多，宜减负，不宜再加。")
    case .full(let actor):
      Phrase(
        "\(name(actor).en) already works with as many partners as is usual at most in this network: another should take this on.",
        zh: "\(name(actor).zh)目前的合作单位已达本网络中单位通常能承担的上限，宜由其他单位承担。".setTight)
    case .remote(let actor):
      Phrase(
        "\(name(actor).en) is outside the region and shares no chain with the other.",
        zh: "\(name(actor).zh)在区域之外，与对方没有共同的产业链。")
    case .unrelated:
      Phrase(
        "Nothing in the tables brings \(both.en) together: no neighboring stage of one chain, no supply and demand, no partner of both.",
        zh: "表中看不出\(both.zh)有何合作基础：不在同一产业链的相同或相邻环节，无供需对应，也无共同伙伴。")
    }
  }
}
