import KesiNetwork

// How explanations call actors, chains and kinds.
extension Analysis {
  func name(_ actor: Int, _ language: Language) -> String {
    let name = network.actors[actor].shortName(in: language)
    return language == .zh ? name.setInChinese : name
  }

  /// `A, B, and 3 more`
  func names(_ actors: [Int], _ language: Language, most: Int = 4) -> String {
    actors.listed(most: most, in: language) { name($0, language) }
  }

  func chainName(_ chain: Int, _ language: Language) -> String { network.chains[chain].name(in: language) }

  /// `in the chain Pump and valve` or nothing for the network.
  func place(_ chain: Int?) -> Phrase {
    guard let chain else { return Phrase("the network", zh: "全网络") }
    return network.chains[chain].titled
  }

  func kind(_ id: String) -> Phrase { network.profile.kind(id).label }

  /// Kinds of actors that decide for others, a government before a park: these do not leave, they stand aside.
  static let authorities = ["government", "park"]

  /// The same, and those who speak for others.
  static let officials = authorities + ["association"]

  /// Whether a kind is made for a chain of its own, and serves no other, as universities do.
  static func isMadeForOneChain(_ kind: String) -> Bool { kind.isExactly("platform") }

  func isAuthority(_ actor: Int) -> Bool { Self.authorities.containsExactly(network.actors[actor].kind) }

  /// Whether an actor guides, represents or funds others, which is no work to them.
  func isSupporter(_ actor: Int) -> Bool { (Self.officials + ["fund"]).containsExactly(network.actors[actor].kind) }
}

extension Assessment {
  static func list(_ aspects: [Aspect]) -> Phrase {
    Phrase(
      aspects.map(\.label.en).joined(separator: ", "), zh: aspects.map(\.label.zh).joined(separator: "、"))
  }
}
