extension GapKind {
  /// Every kind of gap, in the order in which they are listed.
  public static let all: [GapKind] = [
    .missingKind, .singleProvider, .brokenStage, .capacityShort, .bridgeTie, .cutActor, .isolatedActor, .detachedGroup,
    .structuralHole, .overloadedBroker, .thinChain, .stalled, .oneSided, .intermittent, .unbalancedHelix,
    .unmetDemand, .idleSupply,
  ]

  /// These, and those that another engine tells in their place.
  package static let told: [GapKind] = all + [.thinChainEstimate]

  /// Those that take long on large networks, by what they take.
  public static let slow = Cost.allCases.filter { $0 != .quick }.flatMap { cost in all.filter { $0.cost == cost } }
}

extension EvidenceTerm {
  /// What gaps state, each once, by name.
  public static let all = Set(GapKind.all.flatMap(\.evidence)).sorted { $0.id < $1.id }
}
