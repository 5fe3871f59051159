import KesiNetwork

/// Why a plan does not close gaps that it could.
struct LeavingReasons {
  let analysis: Analysis
  let limits: PlanLimits
  let trial: ClusterTrial
  let ends: PlausibleEnds
  let plan: [PlanStep]
  let taken: [[Remedy]]
  let spent: Double

  init(_ analysis: Analysis, _ plan: [PlanStep], _ limits: PlanLimits, _ trial: ClusterTrial) throws {
    (self.analysis, self.plan, self.trial) = (analysis, plan, trial)
    ends = try PlausibleEnds(analysis)
    self.limits = limits.with(ends.score.room)
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
      return objection(to: remedies) ?? structure(of: gap, remedies) ?? mismatch(of: remedies)
        ?? analysis.reasonForNoStep(for: gap)
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
        "Authorities mediate: they are not the partner that is missing here.", zh: "政府与园区应居中协调，不宜作为补强结构的合作方。")
    }
    guard pairs.contains(where: { !ends.score.shareWork($0[0], $0[1]) }) else { return nil }
    return Phrase(
      "Those who could meet share no chain, or not what the other needs: a tie for the sake of structure alone would not last.",
      zh: "可对接的双方不在同一产业链，或供需内容不同，仅为补强网络结构而合作难以持久。")
  }

  /// That of some who would have to meet one offers what the other has no need of; nil where that is not why.
  private func mismatch(of remedies: [Remedy]) -> Phrase? {
    let pair = remedies.compactMap(\.pair).first { ends.score.areAtOdds($0[0], $0[1]) }
    guard let pair else { return nil }
    let (a, b) = (pair[0], pair[1])
    return Phrase(
      "By the tables \(analysis.name(a, .en)) and \(analysis.name(b, .en)) offer and ask for different things.",
      zh: "按表中资料，\(analysis.name(a, .zh))与\(analysis.name(b, .zh))的供需内容不同。".setTight)
  }

  /// That the plan brings somebody into the chain who may offer what nobody does, being of a kind that offers something; nil where
  /// it does not.
  func newcomer(for gap: Gap) -> Phrase? {
    guard gap.kind == .unmetDemand, let chain = gap.chain else { return nil }
    let network = analysis.network
    let offering = Set(network.supplies.map { ExactText(network.actors[$0.actor].kind) })
    for case .position(let kind, chain, _, _) in taken.joined() where offering.contains(ExactText(kind)) {
      let label = analysis.kind(kind)
      return Phrase(
        "Ask first whether whoever the plan brings into the chain (\(label.en)) can take this on; else look outside.",
        zh: "先了解方案引入的\(label.zh)能否承担，不足部分再到网络之外寻找。".setTight)
    }
    return nil
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
    case .full(let actor):
      Phrase(
        "With the new partners that this plan brings, \(analysis.name(actor, .en)) reaches the usual maximum.",
        zh: "加上方案新增的合作，\(analysis.name(actor, .zh))的合作单位已达通常上限。".setTight)
    case .ties:
      Phrase("The plan has as many new ties as it may (\(limits.ties)).", zh: "方案新增合作数已满（\(limits.ties) 条）。")
    case .positions:
      Phrase(
        "The plan has as many newcomers and members new to a chain as it may (\(limits.positions)).",
        zh: "方案中新引入和新入链的单位已满（\(limits.positions) 家次）。")
    case .busy(let actor):
      Phrase(
        "\(analysis.name(actor, .en)) has a part of its own in \(limits.perActor.counted("step")), the most allowed (where it only helps does not count).",
        zh: "\(analysis.name(actor, .zh))已是 \(limits.perActor) 步措施的实施方（每家至多 \(limits.perActor) 步，只作配合的不计）。".setTight)
    }
  }
}

extension Analysis {
  /// Why no step of a plan closes a gap.
  func reasonForNoStep(for gap: Gap) -> Phrase {
    switch gap.kind {
    case .structuralHole, .thinChain, .overloadedBroker:
      gap.remedies.isEmpty
        ? Phrase(
          "More new ties are needed than one step may have (3): this is a program of its own.",
          zh: "所需新增合作超过一步措施的上限（3 条），须另立专项。")
        : Phrase("Nobody in the tables would make a sensible pair for it.", zh: "表中没有适合为此对接的双方。")
    case .singleProvider where gap.dependsOnOneAtMost:
      Phrase(
        "No more than one depends on \(names(gap.subjects, .en)) so far: a second can wait.",
        zh: "目前依赖\(names(gap.subjects, .zh))的不足两家，暂不必引入第二家。".setTight)
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
    case .full(let actor, let partners):
      Phrase(
        "\(name(actor).en) has work under way with \(partners.counted("partner")), no fewer than is usual at most in this network: another should take this on.",
        zh: "\(name(actor).zh)进行中的合作单位已有 \(partners) 家，不低于本网络中单位通常承担的上限，宜由其他单位承担。".setTight)
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
