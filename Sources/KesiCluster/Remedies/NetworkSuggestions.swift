import KesiMatrix
import KesiMeasures

/// Ties that serve the network as a whole, not one chain.
extension GapSurvey {
  typealias JoinedPairs = (once: Double, twice: Double)

  /// Ties between blocks that no single tie holds together: those of the smallest set that leaves the network whole and
  /// without a bridge, the one that raises the value most first.
  func joiningSuggestions(
    within limits: SuggestionLimits, isDone: (JoinedPairs) -> Bool, value: (JoinedPairs) -> Double
  ) throws -> [Suggestion] {
    let forest = BlockForest(of: graph.matrix)
    var open = forest.bridgeFreeTies()
    var joined: [(Int, Int)] = []
    var steps: [Remedy] = []
    var suggestions: [Suggestion] = []
    var state = forest.joinedPairs()
    while !isDone(state), steps.count < limits.ties {
      var best: (place: Int, state: JoinedPairs)?
      for (place, tie) in open.enumerated() {
        try parallel.checkCancellation()
        let with = forest.joinedPairs(adding: joined + [tie])
        if value(with) > value(best?.state ?? state) + 1e-15 { best = (place, with) }
      }
      guard let best else { break }
      let tie = open.remove(at: best.place)
      // A pair of blocks between which no tie is allowed is passed over; what it would have done is left undone.
      guard
        let step = representatives(
          forest.vertices[tie.0], forest.vertices[tie.1], besides: steps, within: limits)
      else { continue }
      let reason = joiningReason(
        step, isJoining: best.state.once > state.once, doubled: best.state.twice - state.twice, in: forest)
      suggestions.append(suggestion(step, from: value(state), to: value(best.state), because: reason))
      joined.append(tie)
      steps.append(step)
      state = best.state
    }
    return suggestions
  }

  /// Whom to tie of two blocks: of the best tied, those who share a chain, then a zone, then those with most ties.
  private func representatives(
    _ a: [Int], _ b: [Int], besides steps: [Remedy], within limits: SuggestionLimits
  ) -> Remedy? {
    let degree = degrees(of: graph.matrix)
    func front(_ block: [Int]) -> [Int] {
      Array(graph.matrix.withRows { $0.byFallingDegree(block) }.prefix(40))
    }
    var best: (score: Int, step: Remedy)?
    for x in front(a) {
      for y in front(b) where x != y && graph.matrix.withRows({ $0.entry(row: x, column: y) }) == nil {
        let (one, other) = (graph.actors[min(x, y)], graph.actors[max(x, y)])
        let step = Remedy.tie(one, other)
        guard limits.allows(one, other), limits.admits(step, beside: steps) else { continue }
        let sharesChain = chains.contains { $0.actors.contains(one) && $0.actors.contains(other) }
        let sharesZone = network.actors[one].zone != nil && network.actors[one].zone == network.actors[other].zone
        let score =
          (sharesChain ? 1_000_000 : 0) + (sharesZone ? 100_000 : 0) + min(49_999, degree[x]) + min(49_999, degree[y])
        if score > best?.score ?? -1 { best = (score, step) }
      }
    }
    return best?.step
  }

  private func joiningReason(_ step: Remedy, isJoining: Bool, doubled: Double, in forest: BlockForest) -> Phrase {
    guard case .tie(let a, let b) = step else { return Phrase("", zh: "") }
    var reasons: [Phrase] = []
    if isJoining {
      reasons.append(Phrase("joins two parts that nothing links", zh: "连接互不相通的两部分"))
    }
    if doubled > 0 {
      let order = Double(graph.actors.count)
      let pairs = (doubled * order * (order - 1) / 2).rounded()
      reasons.append(
        Phrase(
          "a second way for \(pairs.plain) pair\(pairs == 1 ? "" : "s") of actors that hang on a single tie",
          zh: "为 \(pairs.plain) 对依赖单线联系的主体提供第二条通路"))
    }
    let (one, other) = (network.actors[a], network.actors[b])
    if one.kind != other.kind { reasons.append(unlikeKinds(one.kind, other.kind)) }
    return reasons.joined
  }

  /// Ties that raise the algebraic connectivity: between vertices far apart in its vector, each judged exactly.
  func algebraicSuggestions(within limits: SuggestionLimits) throws -> [Suggestion] {
    let joining = try joiningSuggestions(within: limits, isDone: { $0.once == 1 }, value: { $0.once })
    var matrix = graph.matrix.unweighted().symmetrized(layout: .sparse)
    var steps: [Remedy] = []
    var suggestions: [Suggestion] = []
    func take(_ step: Remedy, from before: Double, to after: Double, because reason: Phrase) {
      suggestions.append(suggestion(step, from: before, to: after, because: reason))
      steps.append(step)
      matrix = adding(step, to: matrix)
    }
    // While it falls apart it is 0 whatever is done: the parts are joined first, and the last tie brings the gain.
    for join in joining {
      let after = try algebraicConnectivity(of: adding(join.step, to: matrix), on: parallel) ?? 0
      take(join.step, from: suggestions.last?.after ?? 0, to: after, because: join.reason)
    }
    guard components(of: matrix).allSatisfy({ $0 == 1 }), matrix.order > 2 else { return suggestions }
    var state = try fiedlerPair(of: matrix, on: parallel)
    while steps.count < limits.ties, let now = state {
      let sorted = now.vector.indices.sorted { (now.vector[$0], $0) < (now.vector[$1], $1) }
      let pairs = candidatePairs(Array(sorted.prefix(40)), Array(sorted.suffix(40)), matrix, steps, limits)
        .sorted { abs(now.vector[$0.0] - now.vector[$0.1]) > abs(now.vector[$1.0] - now.vector[$1.1]) }.prefix(24)
      var best: (step: Remedy, pair: (value: Double, vector: [Double]))?
      for (x, y) in pairs {
        let step = Remedy.tie(graph.actors[min(x, y)], graph.actors[max(x, y)])
        guard let after = try fiedlerPair(of: adding(step, to: matrix), from: now.vector, on: parallel) else {
          continue
        }
        if after.value > (best?.pair.value ?? now.value) + 1e-9 { best = (step, after) }
      }
      guard let best else { break }
      take(
        best.step, from: now.value, to: best.pair.value,
        because: reason(for: best.step, Phrase("across where the network is easiest to cut", zh: "跨越网络最易断裂之处")))
      state = best.pair
    }
    return suggestions
  }

  /// Ties that bring all actors nearer: between well-tied actors of different communities, each judged exactly.
  func nearnessSuggestions(within limits: SuggestionLimits) throws -> [Suggestion] {
    var matrix = graph.matrix.unweighted().symmetrized(layout: .sparse)
    guard matrix.order > 2 else { return [] }
    var suggestions: [Suggestion] = []
    var now = try nearness(of: matrix)
    while suggestions.count < limits.ties {
      let steps = suggestions.map(\.step)
      let front = try wellTied(in: matrix)
      let pairs = candidatePairs(front, front, matrix, steps, limits)
      // By what the two ends themselves gain, which is soon known; the best are judged by what all gain.
      let distance = try Dictionary(
        uniqueKeysWithValues: Set(pairs.flatMap { [$0.0, $0.1] }).map {
          ($0, try breadthFirstDistances(of: matrix, from: $0, on: parallel))
        })
      func ownGain(_ x: Int, _ y: Int) -> Double {
        zip(distance[x]!, distance[y]!).reduce(0) { sum, pair in
          sum + gain(from: pair.0, to: pair.1) + gain(from: pair.1, to: pair.0)
        }
      }
      let ranked = pairs.map { (gain: ownGain($0.0, $0.1), pair: $0) }.enumerated().sorted { a, b in
        a.element.gain == b.element.gain ? a.offset < b.offset : a.element.gain > b.element.gain
      }.prefix(24)
      var best: (step: Remedy, value: Double)?
      for (_, candidate) in ranked {
        let (x, y) = candidate.pair
        let step = Remedy.tie(graph.actors[min(x, y)], graph.actors[max(x, y)])
        let value = try nearness(of: adding(step, to: matrix))
        if value > (best?.value ?? now) + 1e-12 { best = (step, value) }
      }
      guard let best else { break }
      suggestions.append(
        suggestion(
          best.step, from: now, to: best.value,
          because: reason(for: best.step, Phrase("a short way between two parts", zh: "为网络的两部分建立捷径"))))
      matrix = adding(best.step, to: matrix)
      now = best.value
    }
    return suggestions
  }

  /// What one gains in nearness to a third where the other stands nearer to it.
  private func gain(from own: Int32, to others: Int32) -> Double {
    guard others >= 0, own < 0 || others + 1 < own else { return 0 }
    return 1 / Double(others + 1) - (own > 0 ? 1 / Double(own) : 0)
  }

  /// The mean of 1/distance over all pairs of actors; nil where there is no pair, or so many that it takes long.
  func nearness() throws -> Double? {
    (2...5000).contains(graph.matrix.order) ? try nearness(of: graph.matrix.unweighted()) : nil
  }

  private func nearness(of matrix: AdjacencyMatrix) throws -> Double {
    let order = Double(matrix.order)
    return try distances(of: matrix, on: parallel).harmonic.reduce(0, +) / (order * (order - 1))
  }

  /// The three best tied of each community, the largest communities first; all vertices of a small network.
  private func wellTied(in matrix: AdjacencyMatrix) throws -> [Int] {
    guard matrix.order > 60 else { return Array(0..<matrix.order) }
    let community = try leiden(of: matrix, seed: seed, on: parallel)
    let groups = Dictionary(grouping: 0..<matrix.order) { community[$0] }
    return matrix.withRows { rows in
      groups.values.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }.prefix(20).flatMap {
        rows.byFallingDegree($0).prefix(3)
      }
    }
  }

  private func candidatePairs(
    _ some: [Int], _ others: [Int], _ matrix: AdjacencyMatrix, _ steps: [Remedy], _ limits: SuggestionLimits
  ) -> [(Int, Int)] {
    var seen = Set<[Int]>()
    return matrix.withRows { rows in
      some.flatMap { x in others.map { (min(x, $0), max(x, $0)) } }.filter { x, y in
        x != y && rows.entry(row: x, column: y) == nil && limits.allows(graph.actors[x], graph.actors[y])
          && limits.admits(.tie(graph.actors[x], graph.actors[y]), beside: steps) && seen.insert([x, y]).inserted
      }
    }
  }

  private func adding(_ step: Remedy, to matrix: AdjacencyMatrix) -> AdjacencyMatrix {
    guard case .tie(let a, let b) = step, let x = graph.vertex[a], let y = graph.vertex[b] else { return matrix }
    return matrix.adding([(x, y, 1)], order: matrix.order)
  }

  private func reason(for step: Remedy, _ first: Phrase) -> Phrase {
    guard case .tie(let a, let b) = step, let x = graph.vertex[a], let y = graph.vertex[b] else { return first }
    let (one, other) = (network.actors[a], network.actors[b])
    let shared = graph.matrix.withRows { $0.common(x, y) }.map { graph.actors[$0] }
    return
      ([first] + (shared.isEmpty ? [] : [sharedPartners(shared)])
      + (one.kind == other.kind ? [] : [unlikeKinds(one.kind, other.kind)])).joined
  }
}
