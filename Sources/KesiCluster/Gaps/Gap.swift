import KesiNetwork

/// A place where the network is weak, with the numbers it follows from.
public struct Gap: Sendable {
  /// Names the gap among all of its network: its kind, chain and subjects.
  public let id: String
  public let kind: GapKind
  /// Actors as indices of the network.
  public let subjects: [Int]
  /// Whether the subjects are the two ends of one tie.
  public let isTie: Bool
  /// An index of `Network.chains`.
  public let chain: Int?
  /// Whom it is about: the subjects, or all those of whom they are but examples or the link. Actors as indices of the network.
  let concerned: [Int]
  /// The chains that it is about: its own, or both of those that it lies between; none where it is about actors.
  let concernedChains: [Int]
  /// 0…1
  public let severity: Double
  /// What the severity is at least, with a chance of 0.8, where it is a share of cases; itself where it is no such share; nil
  /// where there are fewer than three cases. See ``GapLevel``.
  public let sureSeverity: Double?
  /// What it follows from, in the order in which it explains itself.
  public let evidence: [(term: EvidenceTerm, value: Evidence)]
  public let explanation: Phrase
  /// What would close it, or make it less severe, all of it taken; empty where so little would not.
  public private(set) var remedies: [Remedy]

  public var level: GapLevel { sureSeverity.map(GapLevel.init(severity:)) ?? .notSure }

  /// - Parameter cases: those that the severity is a share of; nil where it is a fact.
  init(
    _ kind: GapKind, in network: Network, subjects: [Int] = [], isTie: Bool = false, chain: Int? = nil,
    detail: String? = nil, isNamedBySubjects: Bool = true, concerned: [Int]? = nil, between: [Int]? = nil,
    severity: Double, outOf cases: Cases? = nil,
    evidence: [(term: EvidenceTerm, value: Evidence)], explanation: Phrase,
    remedies: [Remedy] = []
  ) {
    // Where subjects are but examples, they do not tell one gap from another. A gap is called the same whichever of its
    // subjects is named first.
    let named = (isNamedBySubjects ? subjects : []).map { IDOrder(network.actors[$0].id) }
    let names = named.sorted().prefix(4).map(\.text)
    let subject = names.isEmpty ? nil : names.joined(separator: isTie ? "--" : "+") + (subjects.count > 4 ? "+…" : "")
    id = [kind.id, chain.map { network.chains[$0].id }, detail, subject].compactMap { $0 }.joined(separator: ":")
    self.kind = kind
    self.subjects = subjects
    self.isTie = isTie
    self.chain = chain
    self.concerned = concerned ?? subjects
    concernedChains = between ?? chain.map { [$0] } ?? []
    let severity = min(1, max(0, severity))
    self.severity = severity
    sureSeverity = cases.map { $0.least(of: severity) } ?? severity
    self.evidence = evidence
    self.explanation = Phrase(explanation.en.withSingleStops, zh: explanation.zh.setTight)
    self.remedies = remedies
  }

  /// The same gap with other steps that would close it.
  func closed(by remedies: [Remedy]) -> Gap {
    var gap = self
    gap.remedies = remedies
    return gap
  }
}

extension Gap {
  /// What it states under a term; nil where it states nothing.
  public subscript(term: EvidenceTerm) -> Evidence? { evidence.first { $0.term == term }?.value }

  /// The number that it states under a term; nil where that is a word or it states nothing.
  public func number(_ term: EvidenceTerm) -> Double? {
    if case .number(let value)? = self[term] { value } else { nil }
  }

  /// Numbers that it states, 0 where it does not.
  func numbers(_ terms: EvidenceTerm...) -> [Double] { terms.map { number($0) ?? 0 } }

  /// Whether it comes before another in a list: the one that is surely worse; of equals the one that seems worse, then the
  /// one whose id comes first.
  func precedes(_ other: Gap) -> Bool {
    (other.sureSeverity ?? -1, other.severity, id) < (sureSeverity ?? -1, severity, other.id)
  }

  /// Whether as many ties were counted and what was expected differs no more than draws do: by four standard errors.
  func differsByDrawsAlone(from other: Gap) -> Bool {
    func estimate(_ gap: Gap) -> (observed: Double, expected: Double, variance: Double)? {
      guard let observed = gap.number(.observed), let expected = gap.number(.expected), let z = gap.number(.z),
        let draws = gap.number(.draws), z != 0, draws > 0
      else { return nil }
      let deviation = (observed - expected) / z
      return (observed, expected, deviation * deviation / draws)
    }
    guard let own = estimate(self), let others = estimate(other), own.observed == others.observed else { return false }
    return abs(own.expected - others.expected) <= 4 * (own.variance + others.variance).squareRoot()
  }

  /// Whether another says the same, but for draws.
  func isTold(as other: Gap?) -> Bool {
    guard let other else { return false }
    return explanation.en.isExactly(other.explanation.en) || differsByDrawsAlone(from: other)
  }
}

/// A step that would close a gap.
public enum Remedy: Sendable, Hashable {
  /// A tie between two actors, as indices of the network.
  case tie(Int, Int)
  /// A tie of two actors that had one, taken up again.
  case renewal(Int, Int)
  /// A position in a chain for an actor of the network.
  case seat(Int, chain: Int)
  /// A new actor of a kind in a chain, at a stage and tied to actors of the network where that matters.
  case position(kind: String, chain: Int, stage: String? = nil, partners: [Int] = [])
  /// The projects of two actors that have stalled, brought to an end that satisfies both: those of a chain, or those that name
  /// none.
  case settlement(Int, Int, chain: Int?)
  /// The benefits of the ties of two actors, shared anew: what the first draws from each, and the second.
  case division(Int, Int, Double, Double)
  /// More of what the chain's providers give, in the unit of its demand.
  case capacity(Double, chain: Int)
}
