import KesiMatrix
import KesiMeasures
import KesiNetwork

extension GapKind {
  /// One actor carries most of the shortest paths of the network or of a chain.
  ///
  /// Severity: its share of all betweenness beyond an even split, (s − 1/n) / (1 − 1/n); the cases of its level are the pairs
  /// of actors that reach each other only through others, whatever the direction of ties. With fewer than ten such pairs
  /// there is nothing to broker, and nobody is looked for. To falsify it: ties among its
  /// partners that take its share below the threshold. In a network of more than 5,000 actors, that nobody is
  /// overloaded may be settled by sampling, which errs in less than one of 10⁹ cases; whoever is named is always found
  /// exactly.
  public static let overloadedBroker = GapKind(
    "overloaded_broker", zh: "中介过载", class: .dependence, restsOn: [.ties], cost: .shortestPaths,
    definition: Phrase(
      "Most shortest paths of the network or a chain run through one actor. Severity: its share of them beyond what an even split would give it.",
      zh: "网络或产业链内单位之间的往来，大多须经同一主体。严重度为它所占最短路径的比例中，超出平均分担的部分。"),
    advice: Phrase(
      "A bottleneck: what it does not pass on does not arrive. Direct ties among its partners relieve it.",
      zh: "它是瓶颈：它不转达，消息就到不了。促成其合作方之间直接合作，可减轻负担。"),
    source: "Freeman 1977; Brandes 2001",
    evidence: [.share, .evenSplit, .betweenness, .indirectPairs, .actors],
    substance: { $0.numbers(.share) },
    find: overloadedBrokers)
}

extension EvidenceTerm {
  public static let evenSplit = EvidenceTerm("even_split", Phrase("share if evenly split", zh: "平均分担时的占比"), in: .share)
  public static let indirectPairs = EvidenceTerm(
    "indirect_pairs", Phrase("pairs joined by others only", zh: "须经他人往来的单位对数"))
  public static let betweenness = EvidenceTerm("betweenness", Phrase("betweenness", zh: "中介中心度"), in: .index)
}

/// With fewer pairs of actors that others join, nobody is overloaded.
private let fewestIndirectPairs = 10

@Sendable private func overloadedBrokers(_ analysis: Analysis) throws -> [Gap] {
  try analysis.scopes.filter { $0.actors.count >= analysis.thresholds.smallestScope }.compactMap { scope -> Gap? in
    let matrix = scope.numbers.matrix
    let pairs = scope.indirectPairs
    guard pairs >= fewestIndirectPairs else { return nil }
    if try scope.chain == nil && analysis.noOneIsOverloaded() { return nil }
    let flow = try scope.numbers.betweenness()
    let total = flow.reduce(0, +)
    guard total > 0, let vertex = flow.indices.max(by: { (flow[$0], $1) < (flow[$1], $0) }) else { return nil }
    let share = flow[vertex] / total
    guard share >= analysis.thresholds.brokerShare else { return nil }
    let even = 1 / Double(scope.actors.count)
    let actor = scope.actors[vertex]
    return Gap(
      .overloadedBroker, in: analysis.network, subjects: [actor], chain: scope.chain,
      severity: (share - even) / (1 - even), outOf: Cases(pairs),
      evidence: [
        (.share, .number(share)), (.evenSplit, .number(even)), (.betweenness, .number(flow[vertex])),
        (.indirectPairs, .count(pairs)), (.actors, .count(scope.actors.count)),
      ],
      explanation: brokerExplanation(share, actor, scope.chain, analysis),
      remedies: try analysis.relief(of: vertex, carrying: share, in: matrix, of: scope.actors))
  }
}

extension Scope {
  /// How many pairs of actors are joined by a path and not by a tie.
  fileprivate var indirectPairs: Int {
    var sizes = [Int](repeating: 0, count: actors.count + 1)
    for number in component { sizes[number] += 1 }
    return sizes.reduce(0) { $0 + $1 * max(0, $1 - 1) / 2 } - partners.tieCount
  }
}

extension Analysis {
  /// Up to so many ties are tried; and so much at least they must take off a share, or no one sees it.
  private static let mostReliefTies = 3
  private static let leastRelief = 0.001

  /// The fewest ties among the partners of a broker that take its share below the threshold; where three do not, those three
  /// if its share falls at all, else none: two partners that meet still reach all others through it. In networks so large
  /// that brokers are looked for by sampling first, none are tried.
  fileprivate func relief(
    of vertex: Int, carrying share: Double, in matrix: AdjacencyMatrix, of actors: [Int]
  ) throws -> [Remedy] {
    guard matrix.order <= Self.mostSearched else { return [] }
    var matrix = matrix
    var left = share
    var ties: [Remedy] = []
    while left >= thresholds.brokerShare, ties.count < Self.mostReliefTies,
      let (a, b) = bypass(vertex, in: matrix.symmetrized(), where: { !areTied(actors[$0], actors[$1]) })
    {
      matrix = matrix.adding([(a, b, 1)], order: matrix.order)
      ties.append(.tie(actors[a], actors[b]))
      let flow = try betweenness(of: matrix, on: parallel)
      left = flow[vertex] / max(flow.reduce(0, +), .leastNonzeroMagnitude)
    }
    return left < thresholds.brokerShare || share - left >= Self.leastRelief ? ties : []
  }
}

extension Analysis {
  /// Beyond so many actors it is asked first whether anyone can be overloaded at all, by searches out of so many of them,
  /// and left at that where the answer is no but for a chance of one in 10⁹ (Hoeffding 1963, over all actors together). The
  /// sum of all betweenness is exact: Σ (d − 1) over the pairs that are joined.
  static let mostSearched = 5_000
  static let searchedSources = 1_024
  private static let doubt = 1e-9

  fileprivate func noOneIsOverloaded() throws -> Bool {
    let matrix = unweighted.matrix
    guard matrix.order > Self.mostSearched, matrix.isSymmetric else { return false }
    let distances = try unweighted.distances()
    let total = zip(distances.total, distances.reached).reduce(0.0) { $0 + $1.0 - Double($1.1 - 1) } / 2
    let order = Double(matrix.order)
    let found = try sampledBetweenness(of: matrix, sources: Self.searchedSources, seed: seed, on: parallel)
    let error =
      order / 2 * (order - 2)
      * (naturalLogarithm(2 * order / Self.doubt) / (2 * Double(found.sources))).squareRoot()
    return (found.values.max() ?? 0) + error < thresholds.brokerShare * total
  }
}

/// From this share on nearly all is said, not a number.
private let nearlyAll = 0.95

private func brokerExplanation(_ share: Double, _ actor: Int, _ chain: Int?, _ analysis: Analysis) -> Phrase {
  let place = analysis.place(chain)
  let isNearlyAll = share >= nearlyAll
  return Phrase(
    "\(isNearlyAll ? "Nearly all" : Figure.share(share).text) of the indirect connections in \(place.en) run through "
      + "\(analysis.name(actor, .en)).",
    zh: "\(place.zh)内，不直接联系的单位之间，往来" + (isNearlyAll ? "几乎都" : "有 \(Figure.share(share).text) ")
      + "须经\(analysis.name(actor, .zh))。")
}

/// The two partners of a vertex that have most ties and none to each other.
private func bypass(
  _ vertex: Int, in matrix: AdjacencyMatrix, where isNew: (Int, Int) -> Bool
) -> (Int, Int)? {
  matrix.withRows { rows in
    let partners = rows.byFallingDegree(rows[vertex].map { Int($0) }).prefix(40)
    for (index, a) in partners.enumerated() {
      for b in partners.dropFirst(index + 1) where rows.entry(row: a, column: b) == nil && isNew(a, b) {
        return (a, b)
      }
    }
    return nil
  }
}
