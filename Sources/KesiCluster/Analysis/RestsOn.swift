import KesiNetwork

// What a network has to state for what to be judged: the one table.

extension GapKind {
  /// What a network has to state for gaps of this kind to be looked for; nothing where places in chains are enough.
  public var restsOn: Set<Aspect> {
    switch self {
    case .missingKind, .singleProvider: []
    case .brokenStage: [.stages, .ties]
    case .capacityShort: [.capacity]
    case .bridgeTie, .cutActor, .isolatedActor, .detachedGroup, .overloadedBroker, .thinChain, .unbalancedHelix: [.ties]
    // Holes between zones rest on zones, too: where they are not assessed there are none to look between.
    case .structuralHole: [.ties]
    case .stalled, .oneSided, .intermittent: [.work]
    }
  }
}

extension IndexPart {
  /// What a network has to state for this part of the chain index to have a value.
  public var restsOn: Set<Aspect> {
    switch self {
    case .coverage, .redundancy: []
    case .depth: [.levels]
    case .cohesion: [.ties]
    // Of ties or of capacity: whichever is known. See `ChainNetwork.balance`.
    case .balance: []
    }
  }
}
