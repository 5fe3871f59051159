import KesiNetwork

/// What a step of a plan is for, in the words of those who decide on it.
public enum PlanClass: String, Term {
  case fill, strengthen, connect, steady

  public var chinese: [String] {
    switch self {
    case .fill: ["补链"]
    case .strengthen: ["强链"]
    case .connect: ["融链"]
    case .steady: ["固链"]
    }
  }

  package var definition: Phrase {
    switch self {
    case .fill: Phrase("Bring in what a chain lacks: a kind of actor, an empty stage.", zh: "补上产业链所缺的主体类型或空白环节。")
    case .strengthen:
      Phrase(
        "Make strong what is there: a second provider, more capacity, projects that get on.",
        zh: "做强已有的：增加供给方、扩大能力、推动项目。")
    case .connect:
      Phrase("Join what stands apart: stages, chains, zones, those outside.", zh: "贯通彼此分隔的环节、产业链、片区和游离在外的单位。")
    case .steady:
      Phrase("Secure what all depends on: one tie, one actor, one side's patience.", zh: "稳住系于一线、一家或一方的合作。")
    }
  }

  /// The class of what closes a gap.
  init(of gap: Gap, by remedies: [Remedy]) {
    self =
      switch gap.kind {
      case .missingKind: .fill
      case .brokenStage: remedies.contains { if case .position = $0 { true } else { false } } ? .fill : .connect
      case .singleProvider, .capacityShort, .stalled, .thinChain, .unmetDemand, .idleSupply: .strengthen
      case .bridgeTie, .cutActor, .overloadedBroker, .intermittent, .oneSided: .steady
      default: .connect
      }
  }
}
