import KesiMatrix
import KesiMeasures

/// Ties whose loss splits the network, or a chain.
///
/// Severity: 2 · min(a, b) / n for parts of a and b actors, n in the network or chain. To falsify it: a path between the
/// ends that avoids the tie.
@Sendable func bridgeTies(_ survey: GapSurvey) -> [Gap] {
  survey.cutScopes.flatMap { scope -> [Gap] in
    let cuts = scope.cuts
    return cuts.bridges.compactMap { bridge -> Gap? in
      let beyond = Array(cuts.visits[bridge.beyond])
      let rest = cuts.componentSize[bridge.far] - beyond.count
      let small = min(beyond.count, rest)
      guard scope.chain == nil || small >= survey.thresholds.smallestPart else { return nil }
      // The smaller part is what is lost; the explanation names it.
      let isFarSmaller = beyond.count <= rest
      let lost = isFarSmaller ? beyond : scope.rest(at: bridge.far, without: beyond)
      let kept = isFarSmaller ? scope.rest(at: bridge.far, without: beyond) : beyond
      let place = survey.place(scope.chain)
      let ends = isFarSmaller ? [bridge.near, bridge.far] : [bridge.far, bridge.near]
      let subjects = ends.map { scope.actors[$0] }
      let names = lost.map { scope.actors[$0] }.sorted()
      return Gap(
        .bridgeTie, in: survey.network, subjects: subjects, isTie: true, chain: scope.chain,
        severity: 2 * Double(small) / Double(scope.actors.count),
        evidence: [
          ("cut_off", .count(small)), ("rest", .count(max(beyond.count, rest))), ("actors", .count(scope.actors.count)),
        ],
        explanation: Phrase(
          "The tie of \(survey.name(subjects[0], .en)) and \(survey.name(subjects[1], .en)) is the only link of "
            + "\(survey.names(names, .en)) to the rest of \(place.en).",
          zh: "\(survey.name(subjects[0], .zh))与\(survey.name(subjects[1], .zh))之间的联系，"
            + "是\(survey.names(names, .zh))通向\(place.zh)其他主体的唯一通道。"),
        remedies: survey.tie(across: lost, kept, avoiding: ends, in: scope))
    }
  }
}

/// Actors whose loss splits the network, or a chain.
///
/// Severity: 2 · min(a, b) / n, a the largest part that is left of its component and b all other parts together. To
/// falsify it: paths that join the parts without the actor.
@Sendable func cutActors(_ survey: GapSurvey) -> [Gap] {
  survey.cutScopes.flatMap { scope -> [Gap] in
    let cuts = scope.cuts
    return scope.actors.indices.filter(cuts.isArticulation).compactMap { vertex -> Gap? in
      var parts = cuts.beyond[vertex].map { Array(cuts.visits[$0]) }
      let rest = scope.rest(at: vertex, without: parts.flatMap { $0 } + [vertex])
      if !rest.isEmpty { parts.append(rest) }
      parts.sort { ($1.count, $0.min()!) < ($0.count, $1.min()!) }
      let lost = parts.dropFirst().flatMap { $0 }
      guard scope.chain == nil || lost.count >= survey.thresholds.smallestPart else { return nil }
      let small = min(parts[0].count, lost.count)
      let actor = scope.actors[vertex]
      let names = lost.map { scope.actors[$0] }.sorted()
      let place = survey.place(scope.chain)
      return Gap(
        .cutActor, in: survey.network, subjects: [actor], chain: scope.chain,
        severity: 2 * Double(small) / Double(scope.actors.count),
        evidence: [
          ("parts", .count(parts.count)), ("cut_off", .count(lost.count)), ("rest", .count(parts[0].count)),
          ("actors", .count(scope.actors.count)),
        ],
        explanation: Phrase(
          "Without \(survey.name(actor, .en)), \(survey.names(names, .en)) would be cut off from the rest of \(place.en).",
          zh: "一旦失去\(survey.name(actor, .zh))，\(survey.names(names, .zh))将与\(place.zh)的其他主体失去联系。"),
        remedies: parts.dropFirst().prefix(3).flatMap {
          survey.tie(across: $0, parts[0], avoiding: [vertex], in: scope)
        })
    }
  }
}

extension GapSurvey {
  /// The scopes that are large enough to be cut.
  fileprivate var cutScopes: [Scope] {
    scopes.filter { $0.chain == nil || $0.actors.count >= thresholds.smallestScope }
  }

  /// A tie that would bypass a cut: the best tied on both sides, other than those at the cut where a side has others.
  fileprivate func tie(across a: [Int], _ b: [Int], avoiding ends: [Int], in scope: Scope) -> [Remedy] {
    func choose(_ side: [Int]) -> Int? {
      bestTied(side.filter { !ends.contains($0) }, in: scope.matrix) ?? side.first
    }
    guard let one = choose(a), let other = choose(b) else { return [] }
    return [.tie(scope.actors[one], scope.actors[other])]
  }
}

extension GapSurvey.Scope {
  /// The vertices in the component of one, without some.
  fileprivate func rest(at vertex: Int, without some: [Int]) -> [Int] {
    let left = Set(some)
    return component.indices.filter { component[$0] == component[vertex] && !left.contains($0) }
  }
}
