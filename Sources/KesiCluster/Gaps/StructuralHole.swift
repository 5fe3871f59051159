import KesiMatrix
import KesiMeasures

/// Two zones, or two chains, with far fewer ties between them than their actors' ties would lead one to expect, and at
/// most one broker.
///
/// Expected, z and p: from draws of networks with the same degrees (`groupTieNull`); p is corrected for the number of pairs
/// looked at (Holm). Actors of both groups belong to neither side.
/// Severity: 1 − observed/expected. To falsify it: ties between the groups up to what is expected.
///
/// - Source: Burt, *Structural Holes*, 1992; Holm, *A Simple Sequentially Rejective Multiple Test Procedure*, Scand. J.
///   Statistics 1979.
@Sendable func structuralHoleGaps(_ survey: GapSurvey) throws -> [Gap] {
  guard let null = try survey.tieNull() else { return [] }
  let graph = survey.graph
  let zones = survey.network.zones.map { zone in
    Group(
      number: null.zones[zone], name: survey.network.profile.zone(zone),
      vertices: graph.actors.indices.filter { graph.actor($0).zone == zone })
  }
  let chains = survey.chains.map { chain in
    Group(
      number: null.chains[chain.index], name: Phrase(chain.chain.name(in: .en), zh: chain.chain.name(in: .zh)),
      vertices: chain.actors.compactMap { graph.vertex[$0] })
  }
  return holes(between: zones, "zone", null.counts, survey) + holes(between: chains, "chain", null.counts, survey)
}

private struct Group {
  /// Under which it was counted; nil where it is too small.
  let number: Int?
  let name: Phrase
  let vertices: [Int]
}

private struct Pair {
  let a: Group
  let b: Group
  /// Vertices in one group and not in the other.
  let sides: ([Int], [Int])
  let count: GroupTieNull.Count
}

private func holes(
  between groups: [Group], _ sort: String, _ null: GroupTieNull, _ survey: GapSurvey
) -> [Gap] {
  let matrix = survey.graph.matrix.symmetrized().unweighted()
  let least = survey.thresholds.smallestGroup
  let large = groups.filter { $0.number != nil }
  var pairs: [Pair] = []
  for (index, a) in large.enumerated() {
    for b in large[(index + 1)...] {
      let left = a.vertices.filter { !Set(b.vertices).contains($0) }
      let right = b.vertices.filter { !Set(a.vertices).contains($0) }
      guard left.count >= least, right.count >= least else { continue }
      pairs.append(Pair(a: a, b: b, sides: (left, right), count: null.between(a.number!, b.number!)))
    }
  }
  let corrected = holm(pairs.map(\.count.lowerTail))
  return zip(pairs, corrected).compactMap { pair, p -> Gap? in
    guard p < survey.thresholds.significance, Double(pair.count.observed) < pair.count.expected else { return nil }
    let brokers = brokers(of: pair, matrix)
    guard brokers.count <= survey.thresholds.mostBrokers else { return nil }
    let actors = survey.graph.actors
    let middle = brokers.map { actors[$0] }
    let expected = (pair.count.expected * 10).rounded() / 10
    return Gap(
      .structuralHole, in: survey.network, subjects: middle, detail: "\(sort):\(pair.a.name.en)|\(pair.b.name.en)",
      isNamedBySubjects: false, severity: 1 - Double(pair.count.observed) / pair.count.expected,
      evidence: [
        ("a", .text(pair.a.name.en)), ("b", .text(pair.b.name.en)), ("brokers", .count(brokers.count)),
      ] + pair.count.evidence(p: p, draws: null.draws),
      explanation: Phrase(
        "\(pair.a.name.en) and \(pair.b.name.en) share \(pair.count.observed) ties where about \(expected.plain) would be expected"
          + (middle.isEmpty ? ", and no one stands between them." : "; only \(survey.names(middle, .en)) links them."),
        zh: "\(pair.a.name.zh)与\(pair.b.name.zh)之间有 \(pair.count.observed) 条联系，按各主体的联系数应有约 \(expected.plain) 条，"
          + (middle.isEmpty ? "且没有中介主体。" : "仅靠\(survey.names(middle, .zh))居中联系。")),
      remedies: zip([survey.bestTied(pair.sides.0, in: matrix)!], [survey.bestTied(pair.sides.1, in: matrix)!])
        .map { .tie(actors[$0], actors[$1]) })
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
