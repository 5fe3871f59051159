import KesiMatrix
import KesiMeasures
import KesiNetwork

extension GapKind {
  /// An actor outside the main component, by itself.
  ///
  /// Severity: the larger of two shares: of all actors, and, over the chains it has positions in, of what the chain
  /// needs: for each required kind the share of the chain's actors of that kind that are outside, weighed by kind. To
  /// falsify it: a tie to the main component.
  public static let isolatedActor = GapKind(
    "isolated_actor", zh: "孤立主体", class: .missing, restsOn: [.ties],
    definition: Phrase(
      "An actor without ties. Severity: its share of all actors, or of what a chain needs of its kind, whichever is larger.",
      zh: "没有任何联系的主体。严重度取两者中较大者：它占全部主体的比例；它占产业链所需同类主体的比例。"),
    advice: Phrase(
      "Either its ties are not in the table, or no one works with it. Small enterprises that a cluster does not reach are often found here.",
      zh: "可能是数据漏填，也可能确实无人与之合作。集群尚未带动的中小企业常在此列。"),
    evidence: [.outside, .actors, .need],
    together: { n in Phrase("\(n) actors have no ties", zh: "\(n) 家单位没有任何联系") },
    substance: { $0.numbers(.outside, .need) },
    find: isolatedActors)

  /// Actors outside the main component that are tied to each other. Severity as for one alone.
  public static let detachedGroup = GapKind(
    "detached_group", zh: "游离群体", or: ["脱离群体"], class: .missing, restsOn: [.ties],
    definition: Phrase(
      "A group of actors that have ties with each other only. Severity as for isolated actors.",
      zh: "只在内部有联系、与主网络不相通的一组主体。严重度算法同“孤立主体”。"),
    advice: Phrase("One tie between this group and the main network joins them; two hold.", zh: "与主网络建立一条联系即可接入，两条更稳。"),
    evidence: [.outside, .actors, .need],
    together: { n in Phrase("\(n) groups are tied among themselves only", zh: "\(n) 个小群体只在内部往来，未与主网络相连") },
    substance: { $0.numbers(.outside, .need) },
    find: detachedGroups)
}

extension EvidenceTerm {
  public static let outside = EvidenceTerm("outside", Phrase("actors outside the main network", zh: "主网络之外的主体数"))
  public static let need = EvidenceTerm("need", Phrase("share of the chain's need", zh: "占产业链所需的比例"), in: .share)
}

@Sendable private func isolatedActors(_ analysis: Analysis) -> [Gap] {
  outsiders(.isolatedActor, together: 1...1, in: analysis) { actors, place in
    lone(actors[0], in: place, analysis)
  }
}

private func lone(_ actor: Int, in place: Phrase?, _ analysis: Analysis) -> Phrase {
  Phrase(
    "\(analysis.name(actor, .en)) has no ties" + (place.map { ", although it has a place in \($0.en)." } ?? "."),
    zh: (place.map { "\(analysis.name(actor, .zh))虽属\($0.zh)，但" } ?? analysis.name(actor, .zh))
      + "没有与任何单位建立联系。")
}

extension Analysis {
  /// The actors without ties in a network of which this analyses a part that holds them.
  func isolatedActors(in whole: WholeNetwork) -> [Gap] {
    // A network without any tie has no main component to be outside of.
    guard whole.tieCount > 0 else { return [] }
    let alone = graph.actors.filter { whole.degrees[$0] == 0 }
    let chainsOf = chains(of: Set(alone))
    let best = alone.isEmpty ? [] : whole.bestTied(graph.actors, most: 2)
    return alone.map { actor in
      let (worst, need) = worstNeed(of: [actor], in: Set(chainsOf[actor] ?? []))
      let partners = whole.bestTied(worst?.actors ?? [], most: 2)
      let ends = partners.isEmpty ? best : partners
      return outsiderGap(
        .isolatedActor, of: [actor], among: whole.actorCount, worst, need: need,
        explanation: lone(actor, in: worst.map { place($0.index) }, self),
        remedies: ends.prefix(worst == nil ? 1 : 2).map { .tie(actor, $0) })
    }
  }
}

@Sendable private func detachedGroups(_ analysis: Analysis) -> [Gap] {
  outsiders(.detachedGroup, together: 2..., in: analysis) { actors, _ in
    Phrase(
      "\(analysis.names(actors, .en)) are tied only to one another, not to the rest of the network.",
      zh: "\(analysis.names(actors, .zh))只在彼此之间有联系，与网络的其他主体没有联系。")
  }
}

/// What stands outside the main component.
///
/// - Parameters:
///   - count: how many actors stand outside together.
///   - explanation: of these actors, and of the chain that needs them most.
private func outsiders(
  _ kind: GapKind, together count: some RangeExpression<Int>, in analysis: Analysis,
  explanation: ([Int], Phrase?) -> Phrase
) -> [Gap] {
  let graph = analysis.graph
  let component = analysis.scopes[0].component
  // A network without any tie has no main component to be outside of.
  guard graph.matrix.entryCount > 0 else { return [] }
  // The largest component is number 1.
  let main = analysis.mostTied(component.indices.filter { component[$0] == 1 })
  // The best tied actors of the main component, of each chain where there are any.
  var ends: [Int: [Int]] = [:]
  func ends(in chain: ChainNetwork) -> [Int] {
    if let known = ends[chain.index] { return known }
    let found = analysis.mostTied(chain.actors.compactMap { graph.vertex[$0] }.filter { component[$0] == 1 })
    ends[chain.index] = found
    return found
  }
  var size = [Int](repeating: 0, count: graph.actors.count + 1)
  for number in component { size[number] += 1 }
  let outside = component.indices.filter { component[$0] > 1 && count.contains(size[component[$0]]) }
  let chainsOf = analysis.chains(of: Set(outside.map { graph.actors[$0] }))
  return Dictionary(grouping: outside) { component[$0] }.sorted { $0.key < $1.key }.compactMap { _, vertices -> Gap? in
    let actors = vertices.map { graph.actors[$0] }
    let (worst, need) = analysis.worstNeed(of: Set(actors), in: Set(actors.flatMap { chainsOf[$0] ?? [] }))
    let partners = worst.map(ends(in:)) ?? []
    // Whoever has a place in a chain needs two ties there, a group two with four ends, lest one that breaks parts them anew.
    let isPlaced = vertices.count > 1 || worst != nil
    let ties = analysis.newTies(
      isPlaced ? 2 : 1, between: vertices, and: partners.isEmpty ? main : partners, in: analysis.partners,
      of: graph.actors)
    return analysis.outsiderGap(
      kind, of: actors, among: graph.actors.count, worst, need: need,
      explanation: explanation(actors, worst.map { analysis.place($0.index) }), remedies: ties)
  }
}

extension Analysis {
  /// Those of some vertices that new ties are looked for at, so that they are sorted once.
  fileprivate func mostTied(_ vertices: [Int]) -> [Int] {
    partners.withRows { Array($0.byFallingDegree(vertices).prefix(Self.mostEnds)) }
  }

  /// The chains that each of some actors has a place in, by their indices.
  fileprivate func chains(of actors: Set<Int>) -> [Int: [Int]] {
    var found: [Int: [Int]] = [:]
    for (place, chain) in chains.enumerated() {
      for actor in chain.actors where actors.contains(actor) { found[actor, default: []].append(place) }
    }
    return found
  }

  /// The chain that needs some actors most, and how much of what it requires they are.
  ///
  /// - Parameter places: the indices of the chains that they have places in: no other needs them.
  fileprivate func worstNeed(of actors: Set<Int>, in places: Set<Int>) -> (chain: ChainNetwork?, need: Double) {
    let needs = places.sorted().map {
      (chain: chains[$0], need: need(of: actors, in: chains[$0], network.profile.indexWeights))
    }
    guard let worst = needs.filter({ $0.need > 0 }).max(by: { ($0.need, $1.chain.index) < ($1.need, $0.chain.index) })
    else { return (nil, 0) }
    return (worst.chain, worst.need)
  }

  /// - Parameter chain: that which needs them most.
  fileprivate func outsiderGap(
    _ kind: GapKind, of actors: [Int], among actorCount: Int, _ chain: ChainNetwork?, need: Double,
    explanation: Phrase, remedies: [Remedy]
  ) -> Gap {
    Gap(
      kind, in: network, subjects: actors, chain: chain?.index,
      // It is about them, whatever chain needs them.
      between: [], severity: max(Double(actors.count) / Double(actorCount), need),
      evidence: [(.outside, .count(actors.count)), (.actors, .count(actorCount)), (.need, .number(need))],
      explanation: explanation, remedies: remedies)
  }
}

/// How much of what a chain requires stands outside with some actors, 0…1.
private func need(of actors: Set<Int>, in chain: ChainNetwork, _ weights: IndexWeights) -> Double {
  let required = chain.chain.assessed
  let total = required.reduce(0) { $0 + weights.kind($1) }
  guard total > 0 else { return 0 }
  let missing = required.reduce(0.0) { sum, kind in
    let vertices = chain.vertices(ofKind: kind)
    guard !vertices.isEmpty else { return sum }
    let outside = vertices.count { actors.contains(chain.actors[$0]) }
    return sum + weights.kind(kind) * Double(outside) / Double(vertices.count)
  }
  return missing / total
}
