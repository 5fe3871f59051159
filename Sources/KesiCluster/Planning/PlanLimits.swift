import KesiNetwork

/// What a plan may use.
public struct PlanLimits: Sendable {
  /// At most so many steps, and among them so many new ties and so many new positions.
  public var steps: Int
  public var ties: Int
  public var positions: Int
  /// In how many steps an actor may take part: no one can take on everything.
  public var perActor: Int
  /// Pairs of actors that are not to be brought together, as indices of the network, the lower first.
  public var without: Set<[Int]>

  public init(steps: Int = 10, ties: Int = 8, positions: Int = 4, perActor: Int = 3, without: Set<[Int]> = []) {
    self.steps = steps
    self.ties = ties
    self.positions = positions
    self.perActor = perActor
    self.without = without
  }

  /// Whether some steps may be taken after others.
  func admit(_ steps: [Remedy], after taken: [Remedy]) -> Bool {
    let all = taken + steps
    var parts: [Int: Int] = [:]
    for actor in Set(steps.flatMap(\.actors)) { parts[actor] = 1 }
    for step in taken { for actor in step.actors where parts[actor] != nil { parts[actor, default: 0] += 1 } }
    return Set(all).count == all.count && all.count(where: \.isNewTie) <= ties
      && all.count(where: \.isPosition) <= positions && parts.values.allSatisfy { $0 <= perActor }
      && steps.allSatisfy { $0.pair.map { !without.contains($0) } ?? true }
  }
}

extension Remedy {
  var isNewTie: Bool {
    switch self {
    case .tie, .renewal: true
    default: false
    }
  }

  var isPosition: Bool {
    switch self {
    case .seat, .position: true
    default: false
    }
  }

  /// The two whom it is about, the lower first.
  var pair: [Int]? {
    switch self {
    case .tie(let a, let b), .renewal(let a, let b), .settlement(let a, let b), .division(let a, let b, _, _):
      [min(a, b), max(a, b)]
    case .seat, .position, .capacity: nil
    }
  }
}
