import KesiNetwork

/// A relation of ROR as a tie: of what kind, and which way it runs from whoever states it.
struct RORTieKind {
  enum Kind: String, CaseIterable {
    case parent, related, successor

    var isDirected: Bool { self != .related }

    var label: Phrase {
      switch self {
      case .parent: Phrase("parent", zh: "隶属")
      case .related: Phrase("registered relation", zh: "登记关联")
      case .successor: Phrase("successor", zh: "承继")
      }
    }
  }

  let kind: Kind
  private let isFromOther: Bool

  /// Nil for words that ROR does not have. “Parent” is said of the other one.
  init?(_ word: String) {
    switch word {
    case "parent": (kind, isFromOther) = (.parent, true)
    case "child": (kind, isFromOther) = (.parent, false)
    case "related": (kind, isFromOther) = (.related, false)
    case "successor": (kind, isFromOther) = (.successor, false)
    case "predecessor": (kind, isFromOther) = (.successor, true)
    default: return nil
    }
  }

  /// From parent to child, from predecessor to successor; where there is no direction, from the first to the second.
  func ends(of one: Int, _ other: Int) -> (source: Int, target: Int) {
    if kind == .related { return (min(one, other), max(one, other)) }
    return isFromOther ? (other, one) : (one, other)
  }
}

/// What a network of ROR says of itself.
struct RORProfile {
  /// What was chosen.
  private let parts: [Phrase]

  init(_ parts: [Phrase]) { self.parts = parts }

  /// A register says who belongs to whom, and nothing of how anyone works: no gap follows from it.
  var profile: Profile {
    var profile = Profile()
    profile.title = Phrase(
      (["Organizations of ROR"] + parts.map(\.en)).joined(separator: ", "),
      zh: (["ROR 登记机构"] + parts.map(\.zh)).joined(separator: "，"))
    profile.source = "ROR, Research Organization Registry (ror.org)"
    profile.sourceZh = "ROR 科研机构登记库（ror.org）"
    profile.license = "CC0"
    profile.kinds.append(RORKind.other)
    profile.tieKinds = RORTieKind.Kind.allCases.map {
      TieKind(id: $0.rawValue, label: $0.label, isDirected: $0.isDirected)
    }
    profile.assess = []
    return profile
  }
}
