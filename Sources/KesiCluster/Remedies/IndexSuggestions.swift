import KesiMatrix
import KesiMeasures
import KesiNetwork

extension Analysis {
  private static let starts = 8
  /// In chains beyond this size an index takes long, and beyond so many steps there are many to exchange: one start, no
  /// exchange.
  private static let largeChain = 400
  private static let mostExchanged = 40

  /// Steps that raise the mean index of all chains, or that of one.
  func indexSuggestions(
    for chain: Int?, within limits: SuggestionLimits, by score: PartnerScore
  ) throws -> [Suggestion] {
    let values = indices().map(\.value)
    let targets = (chain.map { [$0] } ?? Array(values.indices)).filter { values[$0] != nil }
    let candidates = candidates(for: targets, within: limits, by: score)
    let partners = seatPartners(of: candidates)
    var plan = IndexPlan(of: self, for: targets, within: limits, partners: partners)
    let isLarge =
      targets.contains { chains[$0].actors.count > Self.largeChain }
      || min(limits.ties + limits.positions, candidates.count) > Self.mostExchanged
    // A first step that adds little may open the way for others, so several are tried.
    let isAlone = limits.ties + limits.positions == 1
    let firsts = try plan.ranked(candidates, on: parallel).prefix(isAlone || isLarge ? 1 : Self.starts)
    var best = plan
    let most = min(limits.ties + limits.positions, candidates.count)
    for (number, first) in firsts.enumerated() where first.gain > 1e-9 || !isAlone {
      var start = plan
      guard limits.admits(first.step, beside: TakenSteps()) else { continue }
      start.add(first.step)
      while let next = try start.best(of: candidates, on: parallel), next.gain > 1e-9 {
        start.add(next.step)
        parallel.progress?(number * most + start.steps.count, firsts.count * most)
      }
      if !isLarge { try start.exchange(for: candidates, on: parallel) }
      start = try start.ordered(filling: candidates, on: parallel)
      if start.value > best.value + 1e-9 { best = start }
    }
    let chosen = best.steps
    plan = IndexPlan(of: self, for: targets, within: limits, partners: partners)
    var suggestions: [Suggestion] = []
    for step in chosen {
      let before = plan.value
      // A step that gains touches a chain.
      guard let raised = plan.chainRaisedMost(by: step) else { continue }
      let reason = reason(for: step, in: plan.chains[raised], partners: partners[step]?.count ?? 0)
      plan.add(step)
      suggestions.append(suggestion(step, chain: raised, from: before, to: plan.value, because: reason, by: score))
    }
    return suggestions
  }

  private func candidates(
    for targets: [Int], within limits: SuggestionLimits, by score: PartnerScore
  ) -> [Remedy] {
    var ties = Set<[Int]>()
    if limits.ties > 0 {
      // Two who work together in another chain need not be brought together: they are no admissible pair.
      for target in targets { ties.formUnion(chains[target].candidatePairs(most: 60, by: score, where: limits.allows)) }
    }
    return ties.sorted { $0.lexicographicallyPrecedes($1) }.map { .tie($0[0], $0[1]) }
      + (limits.positions > 0
        ? targets.flatMap { candidateSeats(in: chains[$0], where: limits.seats, sparing: score.overloaded) } : [])
  }

  /// Seats for those who work with the chain's actors already, by ties that name the chain or none, best connected first,
  /// and newcomers, of every kind that the chain needs, with others than the overloaded where these are there.
  private func candidateSeats(
    in chain: ChainNetwork, where allows: (String) -> Bool, sparing overloaded: Set<Int>
  ) -> [Remedy] {
    let kinds = chain.chain.assessed.filter {
      allows($0) && (chain.vertices(ofKind: $0).isEmpty || chain.providerKinds.containsExactly($0))
    }
    let members = Set(chain.actors)
    let outside = graph.actors.filter { kinds.containsExactly(network.actors[$0].kind) && !members.contains($0) }
    let partners = seatPartners(of: outside.map { .seat($0, chain: chain.index) }).mapValues(\.count)
    return kinds.flatMap { kind -> [Remedy] in
      let known = outside.filter { network.actors[$0].kind.isExactly(kind) }.map { Remedy.seat($0, chain: chain.index) }
        .filter { partners[$0] != nil }.enumerated().sorted { a, b in
          let (x, y) = (partners[a.element] ?? 0, partners[b.element] ?? 0)
          return x == y ? a.offset < b.offset : x > y
        }
      // Where ties are suggested one by one, a newcomer brings one: two would outweigh whoever works with the chain already.
      return known.prefix(3).map(\.element) + [chain.newcomer(ofKind: kind, sparing: overloaded, most: 1)]
    }
  }

  // MARK: - Reasons

  private func reason(for step: Remedy, in chain: ChainNetwork, partners: Int) -> Phrase {
    switch step {
    case .tie(let a, let b): chain.reason(for: a, b)
    case .seat(let actor, _):
      seatReason(network.actors[actor].kind, in: chain, partners: partners)
    case .position(let kind, _, _, _): seatReason(kind, in: chain, partners: 0)
    case .renewal, .capacity, .settlement, .division: Phrase("", zh: "")
    }
  }

  private func seatReason(_ kind: String, in chain: ChainNetwork, partners: Int) -> Phrase {
    let label = self.kind(kind)
    let providers = chain.providers(ofKind: kind).count
    let lack =
      providers == 0
      ? Phrase("the chain has no \(label.en)", zh: "产业链目前没有\(label.zh)")
      : providers == 1
        ? Phrase("the chain depends on a single \(label.en)", zh: "产业链只有一家\(label.zh)")
        : Phrase("adds to the \(providers) of this kind", zh: "在现有 \(providers) 家\(label.zh)之外再增一家")
    guard partners > 0 else {
      return Phrase("\(lack.en); counted at the lowest level", zh: "\(lack.zh)；按最低层级估算")
    }
    return Phrase(
      "\(lack.en); already works with \(partners) of its actors; counted at the lowest level",
      zh: "\(lack.zh)；已与链上 \(partners) 家单位合作；按最低层级估算")
  }
}

extension ChainNetwork {
  /// Untied pairs, as actors of the network with the lower first, the best placed first: parts of the chain that hold
  /// together first, then by how plausible they are as partners.
  fileprivate func candidatePairs(most: Int, by score: PartnerScore, where allows: (Int, Int) -> Bool) -> [[Int]] {
    let component = components(of: matrix)
    return matrix.withRows { rows in
      var pairs: [(joins: Bool, sum: Double, pair: [Int])] = []
      // In very large chains only the best tied are looked at.
      let vertices = rows.byFallingDegree(0..<rows.order).prefix(300)
      for (place, a) in vertices.enumerated() {
        for b in vertices.dropFirst(place + 1)
        where rows.entry(row: a, column: b) == nil && allows(actors[a], actors[b]) {
          guard let partnership = score.partnership(actors[a], actors[b]) else { continue }
          pairs.append(
            (component[a] != component[b], partnership.sum, [partnership.actors.0, partnership.actors.1]))
        }
      }
      return pairs.sorted { a, b in
        if a.joins != b.joins { return a.joins }
        return a.sum == b.sum ? a.pair.lexicographicallyPrecedes(b.pair) : a.sum > b.sum
      }.prefix(most).map(\.pair)
    }
  }

  /// What speaks for a tie between two actors of the chain.
  fileprivate func reason(for a: Int, _ b: Int) -> Phrase {
    // A chain is asked only for ties that lie in it.
    guard let x = actors.firstIndex(of: a), let y = actors.firstIndex(of: b) else { return Phrase("", zh: "") }
    var reasons: [Phrase] = []
    let component = components(of: matrix)
    if component[x] != component[y] {
      reasons.append(Phrase("connects two separate parts of the chain", zh: "连接链内互不相通的两部分"))
    }
    let (here, there) = (stages(of: x), stages(of: y))
    if let from = here.first, let to = there.first, !here.contains(where: { there.contains($0) }) {
      reasons.append(Phrase("links \(from) with \(to)", zh: "\(stageName(from))与\(stageName(to))衔接"))
    }
    if reasons.isEmpty {
      reasons.append(Phrase("a second route around the busiest actor of the chain", zh: "在链内最繁忙的主体之外提供第二条通路"))
    }
    return reasons.joined
  }
}

extension [Phrase] {
  var joined: Phrase { Phrase(map(\.en).joined(separator: "; "), zh: map(\.zh).joined(separator: "；")) }
}
