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
  /// An index of ``Network/chains``.
  public let chain: Int?
  /// Whom it is about: the subjects, or all those of whom they are but examples or the link. Actors as indices of the network.
  let concerned: [Int]
  /// The chains that it is about: its own, or both of those that it lies between.
  let concernedChains: [Int]
  /// 0…1
  public let severity: Double
  /// The numbers, by name, in the order in which they explain themselves.
  public let evidence: [(name: String, value: Evidence)]
  public let explanation: Phrase
  /// What would close it, or make it less severe, all of it taken; empty where so little would not.
  public let remedies: [Remedy]

  public var level: GapLevel { GapLevel(severity: severity) }

  init(
    _ kind: GapKind, in network: Network, subjects: [Int] = [], isTie: Bool = false, chain: Int? = nil,
    detail: String? = nil, isNamedBySubjects: Bool = true, concerned: [Int]? = nil, between: [Int]? = nil,
    severity: Double,
    evidence: [(name: String, value: Evidence)], explanation: Phrase,
    remedies: [Remedy] = []
  ) {
    // Where subjects are but examples, they do not tell one gap from another. A gap is called the same whichever of its
    // subjects is named first.
    let named = (isNamedBySubjects ? subjects : []).map { IDOrder(network.actors[$0].id) }
    let names = named.sorted().prefix(4).map(\.text)
    let subject = names.isEmpty ? nil : names.joined(separator: isTie ? "--" : "+") + (subjects.count > 4 ? "+…" : "")
    id = [kind.rawValue, chain.map { network.chains[$0].id }, detail, subject].compactMap { $0 }.joined(separator: ":")
    self.kind = kind
    self.subjects = subjects
    self.isTie = isTie
    self.chain = chain
    self.concerned = concerned ?? subjects
    concernedChains = between ?? chain.map { [$0] } ?? []
    self.severity = min(1, max(0, severity))
    self.evidence = evidence
    self.explanation = Phrase(explanation.en, zh: explanation.zh.setTight)
    self.remedies = remedies
  }
}

extension Gap {
  /// Whether as many ties were counted and what was expected differs no more than draws do: by four standard errors.
  func differsByDrawsAlone(from other: Gap) -> Bool {
    func number(_ name: String, _ gap: Gap) -> Double? {
      gap.evidence.first { $0.name == name }.flatMap { if case .number(let value) = $0.value { value } else { nil } }
    }
    func estimate(_ gap: Gap) -> (observed: Double, expected: Double, variance: Double)? {
      guard let observed = number("observed", gap), let expected = number("expected", gap), let z = number("z", gap),
        let draws = number("draws", gap), z != 0, draws > 0
      else { return nil }
      let deviation = (observed - expected) / z
      return (observed, expected, deviation * deviation / draws)
    }
    guard let own = estimate(self), let others = estimate(other), own.observed == others.observed else { return false }
    return abs(own.expected - others.expected) <= 4 * (own.variance + others.variance).squareRoot()
  }
}

/// A number or word that a gap follows from.
public enum Evidence: Sendable, Equatable {
  case number(Double)
  case text(String)

  static func count(_ value: Int) -> Evidence { .number(Double(value)) }
}

/// How bad a gap is.
public enum GapLevel: String, Term, Comparable {
  case low, medium, high, critical

  init(severity: Double) {
    self = severity >= 0.75 ? .critical : severity >= 0.5 ? .high : severity >= 0.25 ? .medium : .low
  }

  public var chinese: [String] {
    switch self {
    case .low: ["低"]
    case .medium: ["中"]
    case .high: ["高"]
    case .critical: ["严重"]
    }
  }

  public static func < (a: GapLevel, b: GapLevel) -> Bool {
    a.rank < b.rank
  }

  private var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    case .critical: 3
    }
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
  /// A new actor of a kind in a chain, at a stage and tied to an actor of the network where that matters.
  case position(kind: String, chain: Int, stage: String? = nil, partner: Int? = nil)
  /// More of what the chain's providers give, in the unit of its demand.
  case capacity(Double, chain: Int)
}
