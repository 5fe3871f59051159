import KesiMatrix
import KesiMeasures
import KesiNetwork

/// Actors and groups outside the main component.
///
/// Severity: the larger of two shares: of all actors, and, over the chains they have positions in, of what the chain
/// needs: for each required kind the share of the chain's actors of that kind that are outside, weighed by kind. To
/// falsify it: a tie to the main component.
@Sendable func outsiders(_ analysis: Analysis) -> [Gap] {
  let graph = analysis.graph
  let component = analysis.scopes[0].component
  let groups = Dictionary(grouping: component.indices.filter { component[$0] > 1 }, by: { component[$0] })
  // A network without any tie has no main component to be outside of.
  guard graph.matrix.entryCount > 0 else { return [] }
  // The largest component is number 1 and has an actor.
  guard let mainTarget = analysis.bestTied(component.indices.filter { component[$0] == 1 }, in: analysis.partners)
  else {
    return []
  }
  return groups.sorted { $0.key < $1.key }.compactMap { _, vertices -> Gap? in
    let actors = vertices.map { graph.actors[$0] }
    let share = Double(vertices.count) / Double(graph.actors.count)
    let needs = analysis.chains.map { ($0, need(of: Set(actors), in: $0, analysis.network.profile.indexWeights)) }
    let worst = needs.filter { $0.1 > 0 }.max { ($0.1, $1.0.index) < ($1.1, $0.0.index) }
    let isSingle = vertices.count == 1
    guard let first = analysis.bestTied(vertices, in: analysis.partners) else { return nil }
    // The best tied actor of the main component, of the same chain where there is one.
    let partners = (worst?.0.actors ?? []).compactMap { graph.vertex[$0] }.filter { component[$0] == 1 }
    let target = analysis.bestTied(partners, in: analysis.partners) ?? mainTarget
    let chainClause = worst.map { analysis.place($0.0.index) }
    return Gap(
      isSingle ? .isolatedActor : .detachedGroup, in: analysis.network, subjects: actors, chain: worst?.0.index,
      severity: max(share, worst?.1 ?? 0),
      evidence: [
        ("outside", .count(vertices.count)), ("actors", .count(graph.actors.count)),
        ("need", .number(worst?.1 ?? 0)),
      ],
      explanation: isSingle
        ? Phrase(
          "\(analysis.name(actors[0], .en)) has no ties"
            + (chainClause.map { ", although it has a place in \($0.en)." } ?? "."),
          zh: (chainClause.map { "\(analysis.name(actors[0], .zh))虽属\($0.zh)，但" } ?? analysis.name(actors[0], .zh))
            + "没有与任何单位建立联系。")
        : Phrase(
          "\(analysis.names(actors, .en)) are tied only to one another, not to the rest of the network.",
          zh: "\(analysis.names(actors, .zh))只在彼此之间有联系，与网络的其他主体没有联系。"),
      remedies: [.tie(graph.actors[first], graph.actors[target])])
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
