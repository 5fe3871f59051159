import KesiMatrix
import KesiMeasures

/// Two zones, or two chains, with far fewer ties between them than their actors' ties would lead one to expect, and at
/// most one broker.
///
/// Expected: D(a) D(b) / 2m, the configuration model on the degree sums D. p: the chance of so few ties or fewer, Poisson
/// with that mean, corrected for the number of pairs looked at (Holm). Actors of both groups belong to neither side.
/// Severity: 1 − observed/expected. To falsify it: ties between the groups up to what is expected.
///
/// - Source: Burt, *Structural Holes*, 1992; Holm, *A Simple Sequentially Rejective Multiple Test Procedure*, Scand. J.
///   Statistics 1979.
@Sendable func structuralHoleGaps(_ survey: GapSurvey) -> [Gap] {
  let graph = survey.graph
  let zones = survey.network.zones.map { zone in
    Group(
      name: survey.network.profile.zone(zone), vertices: graph.actors.indices.filter { graph.actor($0).zone == zone })
  }
  let chains = survey.chains.map { chain in
    Group(
      name: Phrase(chain.chain.name(in: .en), zh: chain.chain.name(in: .zh)),
      vertices: chain.actors.compactMap { graph.vertex[$0] })
  }
  return holes(between: zones, "zone", survey) + holes(between: chains, "chain", survey)
}

private struct Group {
  let name: Phrase
  let vertices: [Int]
}

private struct Pair {
  let a: Group
  let b: Group
  /// Vertices in one group and not in the other.
  let sides: ([Int], [Int])
  let observed: Int
  let expected: Double
  let chance: Double
}

private func holes(between groups: [Group], _ sort: String, _ survey: GapSurvey) -> [Gap] {
  let matrix = survey.graph.matrix.symmetrized().unweighted()
  let least = survey.thresholds.smallestGroup
  let large = groups.filter { $0.vertices.count >= least }
  var pairs: [Pair] = []
  for (index, a) in large.enumerated() {
    for b in large[(index + 1)...] {
      let left = a.vertices.filter { !Set(b.vertices).contains($0) }
      let right = b.vertices.filter { !Set(a.vertices).contains($0) }
      guard left.count >= least, right.count >= least else { continue }
      pairs.append(pair(a, b, left, right, matrix))
    }
  }
  let corrected = holm(pairs.map(\.chance))
  return zip(pairs, corrected).compactMap { pair, p -> Gap? in
    guard p < survey.thresholds.significance else { return nil }
    let brokers = brokers(of: pair, matrix)
    guard brokers.count <= survey.thresholds.mostBrokers else { return nil }
    let actors = survey.graph.actors
    let middle = brokers.map { actors[$0] }
    let expected = (pair.expected * 10).rounded() / 10
    return Gap(
      .structuralHole, in: survey.network, subjects: middle, detail: "\(sort):\(pair.a.name.en)|\(pair.b.name.en)",
      severity: 1 - Double(pair.observed) / pair.expected,
      evidence: [
        ("a", .text(pair.a.name.en)), ("b", .text(pair.b.name.en)), ("observed", .count(pair.observed)),
        ("expected", .number(pair.expected)), ("p", .number(p)), ("brokers", .count(brokers.count)),
      ],
      explanation: Phrase(
        "\(pair.a.name.en) and \(pair.b.name.en) share \(pair.observed) ties where about \(expected.plain) would be expected"
          + (middle.isEmpty ? ", and no one stands between them." : "; only \(survey.names(middle, .en)) links them."),
        zh: "\(pair.a.name.zh)与\(pair.b.name.zh)之间有 \(pair.observed) 条联系，按规模应有约 \(expected.plain) 条，"
          + (middle.isEmpty ? "且没有中介主体。" : "仅靠\(survey.names(middle, .zh))居中联系。")),
      remedies: zip([survey.bestTied(pair.sides.0, in: matrix)!], [survey.bestTied(pair.sides.1, in: matrix)!])
        .map { .tie(actors[$0], actors[$1]) })
  }
}

private func pair(_ a: Group, _ b: Group, _ left: [Int], _ right: [Int], _ matrix: AdjacencyMatrix) -> Pair {
  matrix.withRows { rows in
    let inRight = Set(right.map(UInt32.init))
    let observed = left.reduce(0) { sum, vertex in sum + rows[vertex].count { inRight.contains($0) } }
    func degreeSum(_ side: [Int]) -> Double { Double(side.reduce(0) { $0 + rows.degree($1) }) }
    let expected = rows.entryCount > 0 ? degreeSum(left) * degreeSum(right) / Double(rows.entryCount) : 0
    return Pair(
      a: a, b: b, sides: (left, right), observed: observed, expected: expected,
      chance: poissonLowerTail(observed, mean: expected))
  }
}

/// Vertices tied to both sides, or of one side and tied to the other.
private func brokers(of pair: Pair, _ matrix: AdjacencyMatrix) -> [Int] {
  let (left, right) = (Set(pair.sides.0), Set(pair.sides.1))
  return matrix.withRows { rows in
    (0..<rows.order).filter { vertex in
      let touchesLeft = left.contains(vertex) || rows[vertex].contains { left.contains(Int($0)) }
      let touchesRight = right.contains(vertex) || rows[vertex].contains { right.contains(Int($0)) }
      return touchesLeft && touchesRight
    }
  }
}

/// The chance of at most `count` events where `mean` are expected: Σ e^−λ λ^k / k!, summed from the largest k down.
func poissonLowerTail(_ count: Int, mean: Double) -> Double {
  guard mean > 0 else { return 1 }
  var term = poissonChance(count, mean: mean)
  var sum = term
  for k in stride(from: count, to: 0, by: -1) {
    term *= Double(k) / mean
    sum += term
    // Below the mean terms only shrink from here on.
    if Double(k) < mean, term < sum * 1e-17 { break }
  }
  return min(1, sum)
}

/// Chances corrected for their number: the k-th smallest of n times n − k + 1, never below the ones before.
func holm(_ chances: [Double]) -> [Double] {
  var corrected = chances
  var floor = 0.0
  for (place, index) in chances.indices.sorted(by: { (chances[$0], $0) < (chances[$1], $1) }).enumerated() {
    floor = max(floor, min(1, chances[index] * Double(chances.count - place)))
    corrected[index] = floor
  }
  return corrected
}
