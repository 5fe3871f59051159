import KesiNetwork

/// The kinds of gaps. To add one, write its finder in a file of its own and a line here and in `Analysis.finders`.
public enum GapKind: String, Term {
  case missingKind = "missing_kind"
  case singleProvider = "single_provider"
  case brokenStage = "broken_stage"
  case capacityShort = "capacity_short"
  case bridgeTie = "bridge_tie"
  case cutActor = "cut_actor"
  case isolatedActor = "isolated_actor"
  case detachedGroup = "detached_group"
  case structuralHole = "structural_hole"
  case overloadedBroker = "overloaded_broker"
  case thinChain = "thin_chain"
  case stalled
  case oneSided = "one_sided"
  case intermittent
  case unbalancedHelix = "unbalanced_helix"

  public var chinese: [String] {
    switch self {
    case .missingKind: ["主体缺失"]
    case .singleProvider: ["单一供给"]
    case .brokenStage: ["环节断开"]
    case .capacityShort: ["供给不足"]
    case .bridgeTie: ["单线联系"]
    case .cutActor: ["关键节点"]
    case .isolatedActor: ["孤立主体"]
    case .detachedGroup: ["游离群体", "脱离群体"]
    case .structuralHole: ["结构洞"]
    case .overloadedBroker: ["中介过载"]
    case .thinChain: ["链内联系稀疏"]
    case .stalled: ["合作停滞"]
    case .oneSided: ["偏利共生"]
    case .intermittent: ["间歇合作"]
    case .unbalancedHelix: ["政产学失衡", "螺旋失衡"]
    }
  }

  public var gapClass: GapClass {
    switch self {
    case .missingKind, .brokenStage, .capacityShort, .isolatedActor, .detachedGroup, .structuralHole, .thinChain,
      .unbalancedHelix:
      .missing
    case .stalled, .oneSided, .intermittent: .stalled
    case .singleProvider, .bridgeTie, .cutActor, .overloadedBroker: .dependence
    }
  }

  /// What it is called in English: `missing kind`.
  public var label: Phrase { Phrase(String(rawValue.map { $0 == "_" ? " " : $0 }), zh: chinese[0]) }
}

/// The three classes of gaps: what is not there, what does not move, what all hangs on.
public enum GapClass: String, Term {
  case missing, stalled, dependence

  public var chinese: [String] {
    switch self {
    case .missing: ["断点"]
    case .stalled: ["堵点"]
    case .dependence: ["风险点"]
    }
  }

  public var label: Phrase {
    let english =
      switch self {
      case .missing: "Missing links"
      case .stalled: "Stalled cooperation"
      case .dependence: "Dependence"
      }
    return Phrase(english, zh: chinese[0])
  }
}
