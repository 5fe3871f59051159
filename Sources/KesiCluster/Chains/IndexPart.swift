import KesiNetwork

/// The parts of the chain index, in the order in which they are shown.
public enum IndexPart: String, Term {
  case coverage, depth, redundancy, cohesion, balance

  public var chinese: [String] {
    switch self {
    case .coverage: ["主体齐全"]
    case .depth: ["供给深度"]
    case .redundancy: ["供给冗余"]
    case .cohesion: ["链内连通"]
    case .balance: ["供需均衡"]
    }
  }
}
