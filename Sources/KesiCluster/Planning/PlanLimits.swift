import KesiNetwork

/// What a plan may use.
public struct PlanLimits: Sendable {
  /// At most so many steps, and among them so many new ties and so many new positions.
  public var steps: Int
  public var ties: Int
  public var positions: Int
  /// In how many steps an actor may take part: no one can take on everything.
  public var perActor: Int
  /// What all steps may cost together, by the costs of their classes; nil for no bound.
  public var budget: Double?
  /// Pairs of actors that are not to be brought together, as indices of the network, the lower first.
  public var without: Set<[Int]>
  /// How many actors the tables have, where those beyond are newcomers of steps that are decided already; nil for all.
  package var actors: Int?
  /// The gaps of the tables, where the plan goes on from steps that are decided already; nil where it starts from the tables.
  package var today: [Gap]?
  /// With how many new partners each actor may be brought together, as far as it has room for any; nobody where that is not asked.
  var room: [Int: Int] = [:]
  /// What is left of a plan that was written before counts among all that a plan may have.
  package var earlier = EarlierSteps()

  public init(
    steps: Int = 10, ties: Int = 8, positions: Int = 4, perActor: Int = 3, budget: Double? = nil,
    without: Set<[Int]> = []
  ) {
    self.steps = steps
    self.ties = ties
    self.positions = positions
    self.perActor = perActor
    self.budget = budget
    self.without = without
  }

  /// The same with room for so many new partners each.
  func with(_ room: [Int: Int]) -> PlanLimits {
    var limits = self
    limits.room = room
    return limits
  }

  /// Whether what steps cost keeps within the budget, but for rounding.
  func affords(_ cost: Double) -> Bool { budget.map { cost <= $0 * (1 + 1e-12) } ?? true }

  /// Whether remedies may be taken together, as one step, after other steps.
  func admit(_ remedies: [Remedy], after steps: [[Remedy]]) -> Bool { obstacles(to: remedies, after: steps).isEmpty }

  /// What keeps remedies from being taken together, as one step, after other steps.
  func obstacles(to remedies: [Remedy], after steps: [[Remedy]]) -> [PlanObstacle] {
    let all = steps.flatMap(\.self) + remedies
    var found: [PlanObstacle] = []
    if remedies.contains(where: { $0.pair.map(without.contains) ?? false }) { found.append(.unwanted) }
    // Nobody is brought together twice, nor seated twice; newcomers of one kind are several.
    var seen = Set<Remedy>()
    let unique = all.filter { if case .position = $0 { false } else { true } }
    if let again = unique.first(where: { !seen.insert($0.subject).inserted }) { found.append(.again(again)) }
    if earlier.ties + all.count(where: \.isNewTie) > ties { found.append(.ties) }
    if earlier.positions + all.count(where: \.isPosition) > positions { found.append(.positions) }
    var added: [Int: Int] = [:]
    for actor in all.filter({ if case .tie = $0 { true } else { false } }).flatMap(\.actors) {
      added[actor, default: 0] += 1
    }
    let own = Set(remedies.flatMap(\.actors))
    // Who has no room at all is brought together only over what he is asked for, whatever he carries.
    let full = own.sorted().first { actor in room[actor].map { $0 > 0 && added[actor, default: 0] > $0 } ?? false }
    if let full { found.append(.full(full)) }
    let others = earlier.actors + steps.map { Set($0.flatMap(\.actors)) }
    let busy = own.sorted().first { actor in others.count { $0.contains(actor) } >= perActor }
    if let busy { found.append(.busy(busy)) }
    return found
  }
}

/// What keeps something out of a plan.
enum PlanObstacle: Equatable {
  /// The two are not to be brought together.
  case unwanted
  /// There is a step about the same already: the two of a tie, a seat, the capacity of a chain.
  case again(Remedy)
  /// There are as many new ties, or new positions, as there may be.
  case ties, positions
  /// An actor takes part in as many steps as it may.
  case busy(Int)
  /// An actor has as many partners by then as it carries.
  case full(Int)
}

/// Steps that are to be taken already.
package struct EarlierSteps: Sendable {
  /// How many, and among them so many new ties and new positions.
  package private(set) var count = 0
  package private(set) var ties = 0
  package private(set) var positions = 0
  /// Who takes part in each.
  private(set) var actors: [Set<Int>] = []

  package init() {}

  package mutating func add(_ step: Scenario) {
    count += 1
    ties += step.added.count
    positions += step.newcomers.count + step.seats.count
    let ends = step.added.flatMap { [$0.source, $0.target] }
    let revised = step.revisions.flatMap { revision -> [Int] in
      if case .ties(let a, let b, _) = revision { [a, b] } else { [] }
    }
    actors.append(Set(ends + step.seats.map(\.actor) + step.newcomers.flatMap(\.partners) + revised))
  }
}

extension Remedy {
  package var isNewTie: Bool {
    switch self {
    case .tie, .renewal: true
    default: false
    }
  }

  var isSeat: Bool { if case .seat = self { true } else { false } }

  var isSettlement: Bool { if case .settlement = self { true } else { false } }

  var isDivision: Bool { if case .division = self { true } else { false } }

  package var isPosition: Bool {
    switch self {
    case .seat, .position: true
    default: false
    }
  }

  /// What it is about: one remedy a subject is enough in a plan, be it a tie or care for one.
  var subject: Remedy {
    switch self {
    case .tie(let a, let b), .renewal(let a, let b): .tie(min(a, b), max(a, b))
    case .settlement(let a, let b, let chain): .settlement(min(a, b), max(a, b), chain: chain)
    case .division(let a, let b, _, _): .division(min(a, b), max(a, b), 0, 0)
    case .capacity(_, let chain): .capacity(0, chain: chain)
    case .seat, .position: self
    }
  }

  /// The same whoever of two is named first.
  var undirected: Remedy {
    switch self {
    case .tie(let a, let b): .tie(min(a, b), max(a, b))
    case .renewal(let a, let b): .renewal(min(a, b), max(a, b))
    default: self
    }
  }

  /// The two whom it is about, the lower first.
  package var pair: [Int]? {
    switch self {
    case .tie(let a, let b), .renewal(let a, let b), .settlement(let a, let b, _), .division(let a, let b, _, _):
      [min(a, b), max(a, b)]
    case .seat, .position, .capacity: nil
    }
  }
}
