import KesiMatrix
import KesiMeasures
import KesiNetwork

/// Ties that serve the network as a whole, not one chain.
extension Analysis {
  typealias JoinedPairs = (once: Double, twice: Double)

  /// Up to so many ties all are tried in every round.
  private static let mostTried = 400
  /// Up to so many actors the whole spectrum is known in a moment.
  private static let mostDecomposed = 400
  /// Of so many pairs of vertices far apart the algebraic connectivity is computed where the spectrum is not.
  private static let mostJudged = 24

  /// Ties between blocks that no single tie holds together: those of the smallest set that leaves the network whole and
  /// without a bridge, the one that raises the value most first.
  func joiningSuggestions(
    within limits: SuggestionLimits, by score: PartnerScore, isDone: (JoinedPairs) -> Bool,
    value: (JoinedPairs) -> Double
  ) throws -> [Suggestion] {
    let forest = unweighted.blockForest()
    var open = forest.bridgeFreeTies()
    var joined: [(Int, Int)] = []
    var taken = TakenSteps()
    var suggestions: [Suggestion] = []
    var state = forest.joinedPairs()
    let most = min(limits.ties, open.count)
    // Ties that were put in the place of others.
    var replaced = Set<[Int]>()
    // What is left of those that did most when all were last tried.
    var front: [(Int, Int)] = []
    func tried(_ ties: [(Int, Int)]) throws -> [JoinedPairs] {
      try ties.map { tie in
        try parallel.checkCancellation()
        return forest.joinedPairs(adding: joined + [tie])
      }
    }
    while !isDone(state), suggestions.count < limits.ties {
      parallel.progress?(suggestions.count, most)
      // Of very many, all are tried now and then, and the best of them each time.
      let isLong = open.count > Self.mostTried
      if isLong, front.isEmpty {
        let values = try tried(open).map(value)
        front = open.indices.sorted { (values[$1], $0) < (values[$0], $1) }.prefix(Self.mostTried / 4).map { open[$0] }
      }
      let ties = isLong ? front : open
      var best: (tie: (Int, Int), state: JoinedPairs)?
      for (tie, with) in zip(ties, try tried(ties)) where value(with) > value(best?.state ?? state) + 1e-15 {
        best = (tie, with)
      }
      guard let best else {
        if isLong, !front.isEmpty {
          open.removeAll { tie in front.contains { $0 == tie } }
          front = []
          continue
        }
        break
      }
      let tie = best.tie
      // Two ties between the same two blocks are two.
      if let place = open.firstIndex(where: { $0 == tie }) { open.remove(at: place) }
      if let place = front.firstIndex(where: { $0 == tie }) { front.remove(at: place) }
      guard
        let step = representatives(
          forest.vertices[tie.0], forest.vertices[tie.1], besides: taken, within: limits, by: score)
      else {
        for other in otherTies(than: tie, in: forest, within: limits, by: score)
        where replaced.insert([other.0, other.1]).inserted {
          open.append(other)
          front = []
        }
        continue
      }
      let reason = joiningReason(
        step, isJoining: best.state.once > state.once, doubled: best.state.twice - state.twice)
      suggestions.append(suggestion(step, from: value(state), to: value(best.state), because: reason, by: score))
      joined.append(tie)
      taken.add(step)
      state = best.state
    }
    return suggestions
  }

  /// Up to so many of a block are looked at, the best tied first.
  private static let mostOfBlock = 40

  /// Whom to tie of two blocks: of the best tied, those who are most plausible as partners.
  private func representatives(
    _ a: [Int], _ b: [Int], besides taken: TakenSteps, within limits: SuggestionLimits, by score: PartnerScore
  ) -> Remedy? {
    var best: Partnership?
    for x in bestTied(of: a) {
      for y in bestTied(of: b) {
        guard let pair = score.partnership(graph.actors[x], graph.actors[y]),
          limits.admits(.tie(pair.actors.0, pair.actors.1), beside: taken),
          limits.allows(pair.actors.0, pair.actors.1), pair.sum > best?.sum ?? -.infinity
        else { continue }
        best = pair
      }
    }
    return best.map { .tie($0.actors.0, $0.actors.1) }
  }

  private func bestTied(of block: [Int]) -> [Int] {
    Array(graph.matrix.withRows { $0.byFallingDegree(block) }.prefix(Self.mostOfBlock))
  }

  /// Where two blocks have no tie that is allowed: for each of them, or for each of the parts that they are to join, the tie
  /// with its most plausible partner outside of it.
  private func otherTies(
    than tie: (Int, Int), in forest: BlockForest, within limits: SuggestionLimits, by score: PartnerScore
  ) -> [(Int, Int)] {
    let part = unweighted.components()
    func place(of block: Int) -> Int { part[forest.vertices[block][0]] }
    let joinsParts = place(of: tie.0) != place(of: tie.1)
    return [tie.0, tie.1].compactMap { block in
      let own = joinsParts ? part.indices.filter { part[$0] == place(of: block) } : forest.vertices[block]
      var best: (sum: Double, tie: (Int, Int))?
      for vertex in bestTied(of: own.filter { score.isOpen(graph.actors[$0]) }) {
        let actor = graph.actors[vertex]
        for pair in score.best(for: actor, limit: Self.mostTried) {
          guard let other = graph.vertex[pair.partner(of: actor)], limits.allows(pair.actors.0, pair.actors.1),
            joinsParts ? part[other] != part[vertex] : forest.block[other] != block
          else { continue }
          if pair.sum > best?.sum ?? -.infinity { best = (pair.sum, (forest.block[vertex], forest.block[other])) }
          break
        }
      }
      return best?.tie
    }
  }

  private func joiningReason(_ step: Remedy, isJoining: Bool, doubled: Double) -> Phrase {
    var reasons: [Phrase] = []
    if isJoining {
      reasons.append(Phrase("connects two separate parts of the network", zh: "连接互不相通的两部分"))
    }
    if doubled > 0 {
      let order = Double(graph.actors.count)
      // No more than there are pairs of actors.
      let pairs = (doubled * order * (order - 1) / 2).rounded()
      reasons.append(
        Phrase(
          "a second route for \(Int(pairs).counted("pair")) of actors that depend on a single tie",
          zh: "为 \(pairs.plain) 对依赖单线联系的主体提供第二条通路"))
    }
    return reasons.joined
  }

  /// Ties that raise the algebraic connectivity: between vertices far apart in its vector, each judged exactly.
  func algebraicSuggestions(within limits: SuggestionLimits, by score: PartnerScore) throws -> [Suggestion] {
    let joining = try joiningSuggestions(
      within: limits, by: score, isDone: { $0.once == 1 }, value: { $0.once })
    var matrix = unweighted.undirected
    var steps: [Remedy] = []
    var suggestions: [Suggestion] = []
    func take(_ step: Remedy, from before: Double, to after: Double, because reason: Phrase) {
      suggestions.append(suggestion(step, from: before, to: after, because: reason, by: score))
      steps.append(step)
      matrix = adding(step, to: matrix)
    }
    // While it falls apart it is 0 whatever is done: the parts are joined first, and the last tie brings the gain. Those
    // before it say so.
    let isJoined = joining.last?.after == 1
    let waiting =
      isJoined
      ? Phrase(
        "gains nothing by itself, only together with step \(joining.count)", zh: "单独没有提升，须与第 \(joining.count) 步一并实施")
      : Phrase(
        "gains nothing until all parts are connected, which the ties that are allowed do not do",
        zh: "各部分全部连通之前没有提升，而所允许的联系不足以全部连通")
    for (number, join) in joining.enumerated() {
      let after = try algebraicConnectivity(of: adding(join.step, to: matrix), on: parallel) ?? 0
      let reason = isJoined && number == joining.count - 1 ? join.reason : [join.reason, waiting].joined
      take(join.step, from: suggestions.last?.after ?? 0, to: after, because: reason)
    }
    guard components(of: matrix).allSatisfy({ $0 == 1 }), matrix.order > 2 else { return suggestions }
    // Steps are what is counted, not the products within.
    let silent = parallel.silent
    var vector: [Double]?
    while steps.count < limits.ties {
      try parallel.checkCancellation()
      parallel.progress?(steps.count, limits.ties)
      let found =
        matrix.order <= Self.mostDecomposed
        ? connectingTie(by: matrix, beside: steps, limits)
        : try connectingTie(by: matrix, from: vector, beside: steps, limits, on: silent)
      guard let found else { break }
      let first = Phrase("spans the weakest point of the network", zh: "跨越网络最易断裂之处")
      take(found.step, from: found.before, to: found.after, because: first)
      vector = found.vector
    }
    return suggestions
  }

  private typealias ConnectingTie = (step: Remedy, before: Double, after: Double, vector: [Double]?)

  /// The tie that raises the algebraic connectivity most, of those between the ends of its vector: by the whole spectrum.
  private func connectingTie(
    by matrix: AdjacencyMatrix, beside steps: [Remedy], _ limits: SuggestionLimits
  ) -> ConnectingTie? {
    guard let spectrum = LaplacianSpectrum(of: matrix) else { return nil }
    let pairs = endPairs(spectrum.connectivityVector, matrix, steps, limits)
    let now = spectrum.connectivity
    var best: (pair: (Int, Int), value: Double)?
    for (x, y) in pairs {
      // Sorted by the most they can add: none that follows can do better.
      guard now + spectrum.mostGain(adding: x, y) > (best?.value ?? now) + 1e-9 else { break }
      let value = spectrum.connectivity(adding: x, y)
      if value > (best?.value ?? now) + 1e-9 { best = ((x, y), value) }
    }
    return best.map { (tie($0.pair), now, $0.value, nil) }
  }

  /// The same by one vector and the iteration that finds it, anew for each pair.
  private func connectingTie(
    by matrix: AdjacencyMatrix, from vector: [Double]?, beside steps: [Remedy], _ limits: SuggestionLimits,
    on parallel: Parallel
  ) throws -> ConnectingTie? {
    guard let now = try fiedlerPair(of: matrix, from: vector, on: parallel) else { return nil }
    let pairs = endPairs(now.vector, matrix, steps, limits).prefix(Self.mostJudged)
    var best: (pair: (Int, Int), found: (value: Double, vector: [Double]))?
    for (number, (x, y)) in pairs.enumerated() {
      self.parallel.progress?(steps.count * pairs.count + number, limits.ties * pairs.count)
      let most = (now.vector[x] - now.vector[y]) * (now.vector[x] - now.vector[y])
      guard now.value + most > (best?.found.value ?? now.value) + 1e-9 else { break }
      guard let after = try fiedlerPair(of: adding(tie((x, y)), to: matrix), from: now.vector, on: parallel) else {
        continue
      }
      if after.value > (best?.found.value ?? now.value) + 1e-9 { best = ((x, y), after) }
    }
    return best.map { (tie($0.pair), now.value, $0.found.value, $0.found.vector) }
  }

  /// Untied pairs of vertices from the two ends of a vector, those farthest apart first.
  private func endPairs(
    _ vector: [Double], _ matrix: AdjacencyMatrix, _ steps: [Remedy], _ limits: SuggestionLimits
  ) -> [(Int, Int)] {
    let sorted = vector.indices.sorted { (vector[$0], $0) < (vector[$1], $1) }
    return candidatePairs(Array(sorted.prefix(40)), Array(sorted.suffix(40)), matrix, steps, limits)
      .map { (distance: abs(vector[$0.0] - vector[$0.1]), pair: $0) }.enumerated().sorted { a, b in
        a.element.distance == b.element.distance ? a.offset < b.offset : a.element.distance > b.element.distance
      }.map(\.element.pair)
  }

  private func tie(_ pair: (Int, Int)) -> Remedy {
    .tie(graph.actors[min(pair.0, pair.1)], graph.actors[max(pair.0, pair.1)])
  }

  func candidatePairs(
    _ some: [Int], _ others: [Int], _ matrix: AdjacencyMatrix, _ steps: [Remedy], _ limits: SuggestionLimits
  ) -> [(Int, Int)] {
    var seen = Set<[Int]>()
    let taken = TakenSteps(steps)
    return matrix.withRows { rows in
      some.flatMap { x in others.map { (min(x, $0), max(x, $0)) } }.filter { x, y in
        x != y && rows.entry(row: x, column: y) == nil && limits.allows(graph.actors[x], graph.actors[y])
          && limits.admits(.tie(graph.actors[x], graph.actors[y]), beside: taken) && seen.insert([x, y]).inserted
      }
    }
  }

  func adding(_ step: Remedy, to matrix: AdjacencyMatrix) -> AdjacencyMatrix {
    guard case .tie(let a, let b) = step, let x = graph.vertex[a], let y = graph.vertex[b] else { return matrix }
    return matrix.adding([(x, y, 1)], order: matrix.order)
  }
}
