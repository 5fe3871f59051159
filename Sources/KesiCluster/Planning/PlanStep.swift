import KesiNetwork

/// A step of a plan: what is done, for which gap, by whom, and what it adds to the cluster index once the steps before it are
/// taken.
public struct PlanStep: Sendable {
  /// The gap that it is for, and this with all others that it closes: this one may only be eased.
  public let gap: Gap
  public let closed: [Gap]
  /// What is done, all of it together.
  public let remedies: [Remedy]
  public let planClass: PlanClass
  /// An index of the network's chains.
  public let chain: Int?
  /// Who should lead, and with whom, as indices of the network; nobody where the tables do not say.
  public let lead: Int?
  public let partners: [Int]
  /// Who is to provide more, those first who are named first in the chain; nobody where no capacity is raised.
  let providers: [Int]
  /// The index before and after.
  public let before: Double
  public let after: Double
  /// The same gap by the tables; nil where it is not there yet, since steps before open it.
  public let gapOfToday: Gap?
  /// The step of the plan, counted from 1, after which the gap is as ``gap`` has it, 0 for what was decided before the plan; nil
  /// where it is as the tables have it.
  public let changedBy: Int?
  /// The gaps that it opens, and those that it makes grave.
  public let opened: [Gap]
  /// How likely the new ties among its steps are to come about, a score of 0…1; nil where nobody of the network is to meet.
  public let plausibility: Double?
  /// By the costs of its class; nil where nobody has stated any and no budget is kept.
  public let cost: Double?
  /// What speaks for it beside its gain: what those who are to meet have in common; empty where nobody is.
  public let basis: Phrase
  /// What speaks against it, or is to be done first; nil where nothing does.
  let caution: Phrase?

  public var gain: Double { after - before }

  /// What stands where the tables do not say who should lead.
  package static let noLead = Phrase("to be settled", zh: "待定")

  /// The gap that it is for as it is today; where steps before open it or make it more or less grave, by its level, also as it is
  /// then, and after which. Of what parts a network it is told as it is then alone, lest it name others than the step joins, and of
  /// what has stalled, of which less is left; else one member more or less in a count is not worth a sentence.
  ///
  /// - Parameter number: that of the step before the plan's first, where the plan goes on from another.
  public func problem(countedFrom number: Int = 0) -> Phrase {
    let isOfParts = [.cutActor, .bridgeTie, .detachedGroup].contains(gap.kind) && gapOfToday?.severity != gap.severity
    guard let changedBy, isOfParts || gapOfToday?.level != gap.level else { return (gapOfToday ?? gap).explanation }
    let then = gap.explanation
    let later =
      changedBy == 0
      ? Phrase("Once what is decided is done: \(then.en)", zh: "此前已定的措施完成后：\(then.zh)")
      : Phrase("After step \(number + changedBy): \(then.en)", zh: "第 \(number + changedBy) 步之后：\(then.zh)")
    let isTold = gapOfToday?.level != gap.level && gap.kind != .stalled
    return Phrase(sentences: [isTold ? gapOfToday?.explanation : nil, later].compactMap(\.self))
  }
}

/// A gap as it stands after some steps, and by the tables: see ``PlanStep/changedBy``.
struct GapState {
  let now: Gap
  let today: Gap?
  let changedBy: Int?
}

extension Analysis {
  /// Of which kind the first of those is who come into a chain; nil where nobody does.
  private func kindComing(by remedies: [Remedy]) -> String? {
    remedies.lazy.compactMap { remedy in
      switch remedy {
      case .position(let kind, _, _, _): kind
      case .seat(let actor, _): self.network.actors[actor].kind
      default: nil
      }
    }.first
  }

  /// Who provides for a chain once some steps are taken, platforms last.
  private func capacityProviders(of chain: Int, after earlier: [Remedy]) -> [Int] {
    let own = chains[chain].capacityProviders
    let joined = earlier.compactMap { if case .seat(let actor, chain) = $0 { actor } else { nil } }
    let end = own.lastIndex { !Self.isMadeForOneChain(network.actors[$0].kind) }.map { $0 + 1 } ?? 0
    return own[..<end] + joined + own[end...]
  }

  /// The step that a candidate comes to.
  func step(
    _ best: PlanCandidate, as state: GapState, closing closed: [Gap], opening opened: [Gap],
    from value: Double, isCosted: Bool, by ends: PlausibleEnds, after earlier: [Remedy]
  ) -> PlanStep {
    let planClass = best.planClass
    let actors = best.remedies.flatMap(\.actors)
    let brokers = best.gap.kind == .structuralHole ? best.gap.subjects : []
    let raised = best.remedies.compactMap { if case .capacity(_, let chain) = $0 { chain } else { nil } }
    let providers = raised.flatMap { capacityProviders(of: $0, after: earlier) }
    let lead = lead(
      of: planClass, chain: best.gap.chain, among: actors,
      bringingIn: kindComing(by: best.remedies), between: brokers,
      providers: providers,
      unfit: ends.burdened.union(best.remedies.filter { $0.isSettlement || $0.isDivision }.flatMap(\.actors)))
    return PlanStep(
      gap: state.now, closed: [state.now] + closed, remedies: best.remedies, planClass: planClass,
      chain: best.gap.chain, lead: lead,
      partners: partners(of: best.remedies, chain: best.gap.chain, providers: providers, besides: lead),
      providers: providers, before: value,
      after: value + best.gain, gapOfToday: state.today, changedBy: state.changedBy, opened: opened,
      plausibility: best.plausibility,
      cost: isCosted ? best.cost : nil, basis: ends.basis(of: best.remedies),
      caution: caution(on: best.remedies, of: best.plausibility, by: ends, after: earlier + best.remedies))
  }
}
