import KesiMatrix
import KesiMeasures
import KesiNetwork

extension Analysis {
  /// Ties that bring all actors nearer: between well-tied actors of different communities, each judged exactly.
  func nearnessSuggestions(within limits: SuggestionLimits, by score: PartnerScore) throws -> [Suggestion] {
    var matrix = unweighted.undirected
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
        zip(distance[x] ?? [], distance[y] ?? []).reduce(0) { sum, pair in
          sum + gain(from: pair.0, to: pair.1) + gain(from: pair.1, to: pair.0)
        }
      }
      let ranked = pairs.map { (gain: ownGain($0.0, $0.1), pair: $0) }.enumerated().sorted { a, b in
        a.element.gain == b.element.gain ? a.offset < b.offset : a.element.gain > b.element.gain
      }.prefix(Self.mostNearing)
      var best: (step: Remedy, value: Double)?
      for (number, (_, candidate)) in ranked.enumerated() {
        parallel.progress?(suggestions.count * ranked.count + number, limits.ties * ranked.count)
        let (x, y) = candidate.pair
        let step = Remedy.tie(graph.actors[min(x, y)], graph.actors[max(x, y)])
        let value = try nearness(of: adding(step, to: matrix))
        if value > (best?.value ?? now) + 1e-12 { best = (step, value) }
      }
      guard let best else { break }
      suggestions.append(
        suggestion(
          best.step, from: now, to: best.value,
          because: Phrase("a shortcut between two parts of the network", zh: "为网络的两部分建立捷径"), by: score))
      matrix = adding(best.step, to: matrix)
      now = best.value
    }
    return suggestions
  }

  /// Of so many pairs, those whose ends gain most, it is computed what all gain.
  static let mostNearing = 24

  /// What one gains in nearness to a third where the other stands nearer to it.
  private func gain(from own: Int32, to others: Int32) -> Double {
    guard others >= 0, own < 0 || others + 1 < own else { return 0 }
    return 1 / Double(others + 1) - (own > 0 ? 1 / Double(own) : 0)
  }

  private func nearness(of matrix: AdjacencyMatrix) throws -> Double {
    let order = Double(matrix.order)
    let silent = parallel.silent
    return try distances(of: matrix, on: silent).harmonic.reduce(0, +) / (order * (order - 1))
  }

  /// The three best tied of each community, the largest communities first; all vertices of a small network.
  private func wellTied(in matrix: AdjacencyMatrix) throws -> [Int] {
    guard matrix.order > 60 else { return Array(0..<matrix.order) }
    let community = try communities(of: matrix, on: parallel)
    let groups = Dictionary(grouping: 0..<matrix.order) { community[$0] }
    return matrix.withRows { rows in
      groups.values.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }.prefix(20).flatMap {
        rows.byFallingDegree($0).prefix(3)
      }
    }
  }
}
