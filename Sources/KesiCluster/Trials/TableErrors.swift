import KesiNetwork

/// How often tables err, by what is wrong: what trials draw.
///
/// The rates are judgments, the same for every network, scaled by what a row rests on; the scale multiplies them all.
public struct TableErrors: Sendable, Equatable {
  /// What can be wrong with a row.
  public enum Sort: String, Term {
    /// A tie or a membership that there is, and that no row states.
    case missingTie = "missing_tie"
    /// A row for a tie or a membership that there is not.
    case superfluousTie = "superfluous_tie"
    /// A tie or a membership with another actor than the row names.
    case wrongActor = "wrong_actor"
    /// A place in a chain that no row states.
    case missingPosition = "missing_position"
    /// A level one step too high or too low.
    case level
    /// Two actors that are one, or one that is two.
    case identity
    /// A start or an end that is a year off.
    case date

    public var chinese: [String] {
      switch self {
      case .missingTie: ["漏填联系"]
      case .superfluousTie: ["多填联系"]
      case .wrongActor: ["主体填错"]
      case .missingPosition: ["漏填链位"]
      case .level: ["层级差一级"]
      case .identity: ["主体误分或误并"]
      case .date: ["日期差一年"]
      }
    }

    public var label: Phrase {
      let english =
        switch self {
        case .missingTie: "tie missing"
        case .superfluousTie: "tie that is none"
        case .wrongActor: "wrong actor"
        case .missingPosition: "position missing"
        case .level: "level a step off"
        case .identity: "actor split or merged"
        case .date: "date a year off"
        }
      return Phrase(english, zh: chinese[0])
    }

    /// How many rows of a hundred, at a scale of 1 and where people reported them.
    package var rate: Double {
      switch self {
      case .missingTie, .missingPosition, .level, .date: 0.10
      case .superfluousTie, .wrongActor: 0.05
      case .identity: 0.02
      }
    }
  }

  /// Where missing ties are.
  public enum Place: String, Term {
    /// Where ties are likely: between such kinds, in such chains, at such actors as those that are stated.
    case likely
    /// At actors with few ties first: they are asked last.
    case small

    public var chinese: [String] {
      switch self {
      case .likely: ["按已有联系推定"]
      case .small: ["小单位优先"]
      }
    }
  }

  /// Above 0, at most ``mostScale``.
  public let scale: Double
  public let place: Place

  /// Beyond this, rows that are missing would be more than those that are there.
  public static let mostScale = 5.0

  /// - Parameter scale: 1 for the rates as they are; clamped to 0 … ``mostScale``.
  public init(scale: Double = 1, place: Place = .likely) {
    self.scale = min(Self.mostScale, max(0, scale))
    self.place = place
  }

  /// How likely a row is wrong in some way.
  func rate(_ sort: Sort, of basis: Basis?) -> Double { min(1, sort.rate * scale * Self.factor(basis)) }

  /// How much more often than rows that were reported those err that rest on something else.
  package static func factor(_ basis: Basis?) -> Double {
    switch basis {
    case .register: 0.2
    case .inferred: 2
    case .reported, .illustrative, nil: 1
    }
  }

  /// How many ties, memberships and positions are missing, as a share of those that are stated: what is said of all errors.
  func missingShare(of network: Network) -> Double {
    let bases =
      network.ties.indices.map(network.ties.basis) + network.members.map(\.basis) + network.positions.map(\.basis)
    return bases.isEmpty ? 0 : bases.reduce(0) { $0 + rate(.missingTie, of: $1) } / Double(bases.count)
  }
}
