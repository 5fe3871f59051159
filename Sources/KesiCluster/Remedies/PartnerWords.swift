import KesiNetwork

extension PartnerScore {
  /// What two actors have in common, for people: the chain and where they stand in it, partners, consortia, the zone, kinds
  /// that complement each other, what came of their last tie. Empty where there is nothing of it.
  public func evidence(_ a: Int, _ b: Int) -> Phrase {
    guard let x = graph.vertex[a], let y = graph.vertex[b], x != y else { return Phrase("", zh: "") }
    let network = graph.network
    var found: [Phrase] = []
    if traits.wantEachOther(x, y) { found.append(Phrase("each names the other as a partner it wants", zh: "互列为意向对象")) }
    if let nearest = traits.seats.nearest(x, y) {
      let areAtOdds = traits.seats.areAtOdds(x, y)
      found.append(Self.words(areAtOdds ? nil : nearest.nearness, in: network.chains[nearest.chain]))
      if let chain = traits.seats.supply(x, y) {
        let name = network.chains[chain].titled
        found.append(
          chain == nearest.chain
            ? Phrase("one supplies there what the other demands", zh: "链上一供一需")
            : Phrase("one supplies what the other demands in \(name.en)", zh: "在\(name.zh)一供一需"))
      }
    }
    let shared = matrix.withRows { $0.common(x, y) }.map { graph.actors[$0] }
    if !shared.isEmpty {
      func list(_ language: Language) -> String {
        shared.listed(most: 2, in: language) {
          let name = network.actors[$0].shortName(in: language)
          return language == .zh ? name.setInChinese : name
        }
      }
      found.append(
        Phrase(
          "\(shared.count.counted("partner")) in common (\(list(.en)))",
          zh: "有 \(Figure.count(shared.count).text) 家共同伙伴（\(list(.zh))）"))
    }
    let consortia = traits.sharedConsortia(x, y)
    if !consortia.isEmpty {
      func list(_ language: Language) -> String {
        consortia.listed(most: 2, in: language, by: "个") { network.consortia[$0].name(in: language) }
      }
      found.append(Phrase("both in \(list(.en))", zh: "同属\(list(.zh).setInChinese)"))
    }
    if traits.zones[x] >= 0, traits.zones[x] == traits.zones[y], let zone = network.actors[a].zone {
      let label = network.profile.zone(zone)
      found.append(Phrase("both in the zone \(label.en)", zh: "同在\(label.zh.setInChinese)"))
    }
    if traits.areComplements(x, y) {
      let (one, other) = (network.profile.kind(network.actors[a].kind), network.profile.kind(network.actors[b].kind))
      found.append(Phrase("pairs \(one.label.en) with \(other.label.en)", zh: "\(one.label.zh)与\(other.label.zh)互补"))
    }
    switch past(x, y) {
    case 1: found.append(Phrase("worked together before, to satisfaction", zh: "曾合作且结果满意"))
    case 0.5: found.append(Phrase("worked together before", zh: "曾有合作"))
    case -1: found.append(Phrase("worked together before, not to satisfaction", zh: "曾合作但结果不满意"))
    default: break
    }
    return Phrase(found.map(\.en).joined(separator: "; "), zh: found.map(\.zh.setTight).joined(separator: "；"))
  }

  /// - Parameter nearness: nil where one offers what the other does not ask for.
  private static func words(_ nearness: ChainSeats.Nearness?, in chain: Chain) -> Phrase {
    let name = chain.titled
    return switch nearness {
    case nil: Phrase("share \(name.en), but not what one offers and the other asks for", zh: "同在\(name.zh)，但供需内容不同")
    case .same: Phrase("share \(name.en) at the same stage", zh: "同在\(name.zh)同一环节")
    case .neighboring: Phrase("share \(name.en) at neighboring stages", zh: "同在\(name.zh)相邻环节")
    case .unstated: Phrase("share \(name.en)", zh: "同在\(name.zh)")
    case .apart: Phrase("share \(name.en), stages apart", zh: "同在\(name.zh)，环节不相邻")
    }
  }
}
