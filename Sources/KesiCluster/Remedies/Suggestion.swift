import KesiNetwork

/// A step that would do most for a goal, with what it would do.
public struct Suggestion: Sendable {
  /// A tie, a seat in a chain, or a position for a newcomer.
  public let step: Remedy
  /// The chain whose index it raises most, as an index of the network; nil for goals of the network as a whole.
  public let chain: Int?
  /// What it adds to the goal, all steps before it in the list being taken already.
  public let gain: Double
  public let before: Double
  public let after: Double
  /// What it does for the goal: which parts it joins, what is missing.
  public let reason: Phrase
  /// For a tie: how plausible the two are as partners (``PartnerScore``), and what they have in common.
  public let partnership: (plausibility: Double, evidence: Phrase)?
  /// For a tie: Adamic–Adar and resource allocation over the common partners in the network.
  public let likeness: (adamicAdar: Double, resourceAllocation: Double)?

  /// The reason with what the two have in common.
  package var why: Phrase {
    guard let evidence = partnership?.evidence, !evidence.en.isEmpty else { return reason }
    return [reason, evidence].joined
  }
}

/// What suggestions are to raise.
public enum SuggestionGoal: Sendable, Equatable {
  /// The mean index of all chains, or the index of one, as an index of the network.
  case index(chain: Int? = nil)
  /// The share of pairs of actors joined by a path.
  case connectivity
  /// The mean of the shares of pairs of actors joined by a path, and joined by two paths without a common tie: no single
  /// tie then holds the network together.
  case resilience
  /// The algebraic connectivity, by every tie counting 1.
  case algebraicConnectivity
  /// The mean over all pairs of actors of 1/distance, 0 for those that are not joined (global efficiency).
  ///
  /// - Source: Latora & Marchiori, *Efficient Behavior of Small-World Networks*, Phys. Rev. Lett. 2001.
  case nearness
}

/// What suggestions may use.
public struct SuggestionLimits: Sendable {
  /// At most so many ties, and so many positions for actors of the network or for newcomers.
  public var ties: Int
  public var positions: Int
  /// In how many steps an actor may take part: no one can take on everything, and a list that leans on one actor is of
  /// little use.
  public var perActor: Int
  /// Pairs of actors that may be tied.
  public var allows: @Sendable (Int, Int) -> Bool
  /// Kinds that may take a position.
  public var seats: @Sendable (String) -> Bool

  public init(
    ties: Int = 5, positions: Int = 0, perActor: Int = .max,
    allows: @escaping @Sendable (Int, Int) -> Bool = { _, _ in true },
    seats: @escaping @Sendable (String) -> Bool = { _ in true }
  ) {
    self.ties = ties
    self.positions = positions
    self.perActor = perActor
    self.allows = allows
    self.seats = seats
  }

  /// Whether a step may be taken beside others.
  func admits(_ step: Remedy, beside others: TakenSteps) -> Bool {
    guard !others.all.contains(step) else { return false }
    guard step.isTie ? others.ties < ties : others.positions < positions else { return false }
    return step.actors.allSatisfy { others.byActor[$0, default: 0] < perActor }
  }
}

/// Steps that have been taken, counted as limits ask.
struct TakenSteps {
  private(set) var all = Set<Remedy>()
  private(set) var ties = 0
  private(set) var positions = 0
  private(set) var byActor: [Int: Int] = [:]

  init(_ steps: some Sequence<Remedy> = []) { for step in steps { add(step) } }

  mutating func add(_ step: Remedy) {
    all.insert(step)
    if step.isTie { ties += 1 } else { positions += 1 }
    for actor in step.actors { byActor[actor, default: 0] += 1 }
  }
}

extension Remedy {
  var isTie: Bool {
    if case .tie = self { return true }
    return false
  }

  /// Who takes part in it.
  var actors: [Int] {
    switch self {
    case .tie(let a, let b), .renewal(let a, let b), .settlement(let a, let b, _), .division(let a, let b, _, _):
      [a, b]
    case .seat(let actor, _): [actor]
    case .position(_, _, _, let partners): partners
    case .capacity: []
    }
  }
}
