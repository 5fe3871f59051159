import KesiMatrix
import KesiMeasures

/// One actor carries most of the shortest paths of the network or of a chain.
///
/// Severity: its share of all betweenness beyond an even split, (s − 1/n) / (1 − 1/n). To falsify it: ties among its
/// partners that take its share below the threshold.
@Sendable func overloadedBrokers(_ survey: GapSurvey) throws -> [Gap] {
  try survey.scopes.filter { $0.actors.count >= survey.thresholds.smallestScope }.compactMap { scope -> Gap? in
    let matrix = scope.matrix.unweighted()
    let flow =
      scope.chain == nil ? try survey.measures.betweenness() : try betweenness(of: matrix, on: survey.parallel)
    let total = flow.reduce(0, +)
    guard total > 0, let vertex = flow.indices.max(by: { (flow[$0], $1) < (flow[$1], $0) }) else { return nil }
    let share = flow[vertex] / total
    guard share >= survey.thresholds.brokerShare else { return nil }
    let even = 1 / Double(scope.actors.count)
    let actor = scope.actors[vertex]
    let place = survey.place(scope.chain)
    let percent = (share * 100).rounded()
    return Gap(
      .overloadedBroker, in: survey.network, subjects: [actor], chain: scope.chain,
      severity: (share - even) / (1 - even),
      evidence: [
        ("share", .number(share)), ("even_split", .number(even)), ("betweenness", .number(flow[vertex])),
        ("actors", .count(scope.actors.count)),
      ],
      explanation: Phrase(
        "\(survey.name(actor, .en)) carries \(percent.plain) % of the shortest paths of \(place.en).",
        zh: "\(place.zh)中 \(percent.plain)% 的最短路径都要经过\(survey.name(actor, .zh))。"),
      remedies: bypass(vertex, in: matrix).map { [.tie(scope.actors[$0], scope.actors[$1])] } ?? [])
  }
}

/// The two partners of a vertex that have most ties and none to each other.
private func bypass(_ vertex: Int, in matrix: AdjacencyMatrix) -> (Int, Int)? {
  matrix.withRows { rows in
    let partners = rows.byFallingDegree(rows[vertex].map { Int($0) }).prefix(40)
    for (index, a) in partners.enumerated() {
      for b in partners.dropFirst(index + 1) where rows.entry(row: a, column: b) == nil { return (a, b) }
    }
    return nil
  }
}
