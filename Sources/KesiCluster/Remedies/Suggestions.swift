import KesiMatrix
import KesiMeasures

/// A tie that would do most for the chains, with what it would do.
public struct Suggestion: Sendable {
  /// Actors as indices of the network.
  public let source: Int
  public let target: Int
  /// The chain whose index it raises most, as an index of the network.
  public let chain: Int
  /// What it adds to the goal, all ties before it in the list being there already.
  public let gain: Double
  public let before: Double
  public let after: Double
  /// Why these two: what they share, and what each brings that the other lacks.
  public let reason: Phrase
}

/// What suggestions are to raise.
public enum SuggestionGoal: Sendable, Equatable {
  /// The mean index of all chains.
  case allChains
  /// The index of one chain, as an index of the network.
  case chain(Int)
}

extension GapSurvey {
  private static let starts = 8

  /// Ties that together raise the goal most, best first.
  ///
  /// Candidates are pairs of actors of a chain that have no tie: the 60 best placed of each chain, by how little else they
  /// share (parts of the chain that hold together first, then unlike kinds, common partners by Adamic–Adar). Ties are chosen
  /// one after the other, each the one that adds most, from each of the eight best to begin with; then each is exchanged for
  /// another as long as that gains. The gain is
  /// the index computed anew, of those chains only that both are part of. Greedy choice alone reaches at least 1 − 1/e of
  /// the best where gains only shrink (Nemhauser, Wolsey & Fisher 1978); cohesion can make them grow, so there is no
  /// guarantee in general: on small networks the result is held against all sets (tests).
  ///
  /// - Parameters:
  ///   - count: at most so many ties; fewer where nothing gains.
  ///   - allows: pairs of actors that may be tied, for limits by kind or zone.
  /// - Complexity: O(count² · candidates) indices.
  public func suggestions(
    _ count: Int, goal: SuggestionGoal = .allChains, allows: (Int, Int) -> Bool = { _, _ in true }
  ) throws -> [Suggestion] {
    var plan = TiePlan(of: self, goal: goal)
    let candidates = Set(plan.targets.flatMap { chains[$0].candidatePairs(most: 60) }).filter { allows($0[0], $0[1]) }
      .sorted { $0.lexicographicallyPrecedes($1) }
    // A first tie that adds little may open the way for others, so several are tried.
    let firsts = try plan.ranked(candidates, on: parallel).prefix(count > 1 ? Self.starts : 1)
    var best = plan
    for first in firsts where first.gain > 1e-9 || count > 1 {
      var start = plan
      start.add(first.pair)
      while start.ties.count < count, let next = try start.best(of: candidates, on: parallel), next.gain > 1e-9 {
        start.add(next.pair)
      }
      try start.exchange(for: candidates, on: parallel)
      if start.value > best.value + 1e-9 { best = start }
    }
    plan = best
    // In the order in which they add most.
    let chosen = plan.ties
    plan = TiePlan(of: self, goal: goal)
    var suggestions: [Suggestion] = []
    while let best = try plan.best(of: chosen, on: parallel) {
      let before = plan.value
      let raised = plan.chainRaisedMost(by: best.pair)
      let reason = plan.chains[raised].reason(for: best.pair[0], best.pair[1], in: self)
      plan.add(best.pair)
      suggestions.append(
        Suggestion(
          source: best.pair[0], target: best.pair[1], chain: raised, gain: best.gain, before: before,
          after: plan.value, reason: reason))
    }
    return suggestions
  }
}

/// Ties under choice, and the chains with them.
private struct TiePlan {
  private let original: [ChainNetwork]
  private let weights: IndexWeights
  /// The chains whose index counts.
  let targets: [Int]
  private(set) var ties: [[Int]] = []
  private(set) var chains: [ChainNetwork]
  private var indices: [Double?]

  init(of survey: GapSurvey, goal: SuggestionGoal) {
    let weights = survey.network.profile.indexWeights
    let indices = survey.chains.map { ChainIndex(of: $0, weights: weights).value }
    self.weights = weights
    self.indices = indices
    original = survey.chains
    chains = survey.chains
    targets =
      switch goal {
      case .allChains: indices.indices.filter { indices[$0] != nil }
      case .chain(let chain): indices[chain] == nil ? [] : [chain]
      }
  }

  /// The goal with the ties chosen so far.
  var value: Double { mean(indices) }

  private func mean(_ indices: [Double?]) -> Double {
    targets.isEmpty ? 0 : targets.reduce(0) { $0 + (indices[$1] ?? 0) } / Double(targets.count)
  }

  private func indices(with pair: [Int]) -> [Double?] {
    var changed = indices
    for target in targets {
      guard let extended = chains[target].adding(pair[0], pair[1]) else { continue }
      changed[target] = ChainIndex(of: extended, weights: weights).value
    }
    return changed
  }

  /// The pair that adds most; of equal ones the first. Nil where all are chosen.
  func best(of candidates: [[Int]], on parallel: Parallel) throws -> (pair: [Int], gain: Double)? {
    var best: (pair: [Int], gain: Double)?
    for pair in candidates where !ties.contains(pair) {
      try parallel.checkCancellation()
      let gain = mean(indices(with: pair)) - value
      if gain > (best?.gain ?? -.infinity) + 1e-12 { best = (pair, gain) }
    }
    return best
  }

  /// All pairs, the one that adds most first.
  func ranked(_ candidates: [[Int]], on parallel: Parallel) throws -> [(pair: [Int], gain: Double)] {
    try candidates.map { pair in
      try parallel.checkCancellation()
      return (pair, mean(indices(with: pair)) - value)
    }.enumerated().sorted { a, b in
      a.element.1 == b.element.1 ? a.offset < b.offset : a.element.1 > b.element.1
    }.map { (pair: $0.element.0, gain: $0.element.1) }
  }

  func chainRaisedMost(by pair: [Int]) -> Int {
    let changed = indices(with: pair)
    return targets.max { (changed[$0] ?? 0) - (indices[$0] ?? 0) < (changed[$1] ?? 0) - (indices[$1] ?? 0) }!
  }

  mutating func add(_ pair: [Int]) {
    indices = indices(with: pair)
    for chain in chains.indices {
      if let extended = chains[chain].adding(pair[0], pair[1]) { chains[chain] = extended }
    }
    ties.append(pair)
  }

  private mutating func remove(at place: Int) {
    let kept = ties.enumerated().filter { $0.offset != place }.map(\.element)
    chains = original
    indices = original.map { ChainIndex(of: $0, weights: weights).value }
    ties = []
    for pair in kept { add(pair) }
  }

  /// Exchanges ties one at a time as long as the goal gains.
  mutating func exchange(for candidates: [[Int]], on parallel: Parallel) throws {
    guard ties.count > 1 else { return }
    var isBetter = true
    while isBetter {
      isBetter = false
      for place in ties.indices {
        var without = self
        without.remove(at: place)
        guard let best = try without.best(of: candidates, on: parallel) else { continue }
        if without.value + best.gain > value + 1e-9 {
          without.add(best.pair)
          self = without
          isBetter = true
        }
      }
    }
  }
}

extension ChainNetwork {
  /// Untied pairs, as actors of the network with the lower first, the best placed first.
  fileprivate func candidatePairs(most: Int) -> [[Int]] {
    let component = components(of: matrix)
    return matrix.withRows { rows in
      var pairs: [(score: Double, pair: [Int])] = []
      // In very large chains only the best tied are looked at.
      let vertices = (0..<rows.order).sorted { (rows.degree($1), $0) < (rows.degree($0), $1) }.prefix(300)
      for (place, a) in vertices.enumerated() {
        for b in vertices.dropFirst(place + 1) where rows.entry(row: a, column: b) == nil {
          let score =
            (component[a] != component[b] ? 4 : 0) + (kind(a) != kind(b) ? 2 : 0)
            + min(1, adamicAdar(a, b, rows)) + 0.01 * Double(min(rows.degree(a), rows.degree(b)))
          pairs.append((score, [min(actors[a], actors[b]), max(actors[a], actors[b])]))
        }
      }
      return pairs.sorted { a, b in
        a.score == b.score ? a.pair.lexicographicallyPrecedes(b.pair) : a.score > b.score
      }.prefix(most).map(\.pair)
    }
  }

  /// Common partners, each counting the less the more partners it has: Σ 1 / ln k.
  ///
  /// - Source: Adamic & Adar, *Friends and neighbors on the Web*, Social Networks 2003.
  private func adamicAdar(_ a: Int, _ b: Int, _ rows: Rows) -> Double {
    let others = Set(rows[b])
    return rows[a].reduce(0) { sum, shared in
      others.contains(shared) ? sum + 1 / naturalLogarithm(Double(max(2, rows.degree(Int(shared))))) : sum
    }
  }

  /// What speaks for a tie between two actors of the chain.
  fileprivate func reason(for a: Int, _ b: Int, in survey: GapSurvey) -> Phrase {
    let (x, y) = (actors.firstIndex(of: a)!, actors.firstIndex(of: b)!)
    var en: [String] = []
    var zh: [String] = []
    let component = components(of: matrix)
    if component[x] != component[y] {
      en.append("joins two parts of the chain that nothing links")
      zh.append("连接链内互不相通的两部分")
    }
    let shared = matrix.withRows { rows in Set(rows[x]).intersection(rows[y]).map { actors[Int($0)] }.sorted() }
    if !shared.isEmpty {
      en.append("\(shared.count) common partner\(shared.count == 1 ? "" : "s") (\(survey.names(shared, .en, most: 2)))")
      zh.append("有 \(shared.count) 个共同伙伴（\(survey.names(shared, .zh, most: 2))）")
    }
    if kind(x) != kind(y) {
      en.append("\(survey.kind(kind(x)).en) with \(survey.kind(kind(y)).en)")
      zh.append("\(survey.kind(kind(x)).zh)与\(survey.kind(kind(y)).zh)互补")
    }
    let (here, there) = (stages(of: x), stages(of: y))
    if let from = here.first, let to = there.first, !here.contains(where: { there.contains($0) }) {
      en.append("\(from) with \(to)")
      zh.append("\(stageName(from))与\(stageName(to))衔接")
    }
    if en.isEmpty {
      en.append("a second way round the busiest of the chain")
      zh.append("为链内中介提供备用通路")
    }
    return Phrase(en.joined(separator: "; "), zh: zh.joined(separator: "；"))
  }
}
