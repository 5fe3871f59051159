import KesiMatrix
import KesiMeasures
import KesiNetwork

extension GapKind {
  /// Two zones, or two chains, with far fewer ties between them than their actors' ties would lead one to expect.
  ///
  /// Expected, z and p: from draws of networks with the same degrees (`groupTieNull`); p is corrected for the number of
  /// pairs that can be judged (Holm): where even no tie at all would be no surprise, nothing can be told, and
  /// `Analysis.unjudged()` says so. Actors of both groups belong to neither side. Severity:
  /// (expected − observed) / (expected + brokers): whoever is tied to both sides makes it less severe, as a tie would, and does
  /// not make it none. The test says how sure it is, so that its level goes by the severity as it is. To falsify it: ties
  /// between the groups up to what is expected.
  ///
  /// - Source: Burt, *Structural Holes*, 1992; Holm, *A Simple Sequentially Rejective Multiple Test Procedure*, Scand.
  ///   J. Statistics 1979.
  public static let structuralHole = GapKind(
    // Holes between zones rest on zones, too: where they are not assessed there are none to look between.
    "structural_hole", zh: "结构洞", class: .missing, restsOn: [.ties], cost: .draws,
    definition: Phrase(
      "Two zones or chains have far fewer ties with each other than chance would give. Severity: (expected − observed) / (expected + brokers); p is corrected for the number of tests (Holm).",
      zh: "两个片区或两条产业链之间的联系远少于随机情形下应有的数量。严重度为（期望 − 实际）/（期望 + 居间主体数）；p 值已按检验次数校正（Holm 法）。"),
    advice: Phrase(
      "Knowledge does not cross. For a planner this is a gap, for the broker a position of power. Not every pair need be tied: ask whether the two have something to give each other.",
      zh: "知识难以在两者之间流动。对规划者是薄弱环节，对居间者则是优势。并非任何两群都应相连：先看彼此是否互有所需。"),
    source: "Burt 1992",
    evidence: [.firstGroup, .secondGroup, .brokers] + EvidenceTerm.againstChance,
    together: { n in Phrase("\(n) pairs of groups work together less than expected", zh: "\(n) 对片区或产业链之间合作偏少") },
    find: structuralHoleGaps)
}

extension EvidenceTerm {
  public static let firstGroup = EvidenceTerm("a", Phrase("first group", zh: "甲方群体"), isInExplanation: true)
  public static let secondGroup = EvidenceTerm("b", Phrase("second group", zh: "乙方群体"), isInExplanation: true)
  public static let brokers = EvidenceTerm("brokers", Phrase("brokers between them", zh: "居间主体数"))
}

@Sendable private func structuralHoleGaps(_ analysis: Analysis) throws -> [Gap] {
  guard analysis.hasTestedGroups, let null = try analysis.tieNull() else { return [] }
  return zip([Grouping.zone, .chain], try analysis.holePairs()).flatMap { grouping, pairs in
    holes(among: pairs.filter(\.isJudged), grouping, null.counts, analysis)
  }
}

struct HolePair {
  let a: ActorGroup
  let b: ActorGroup
  /// Vertices in one group and not in the other.
  let sides: ([Int], [Int])
  let count: GroupTieNull.Count
  /// Whether few ties would be a surprise at all.
  let isJudged: Bool
}

private enum HolePairs: AnalysisPart {
  static func value(of analysis: Analysis) throws(any Error) -> [[HolePair]] { try analysis.foundHolePairs() }
}

extension Analysis {
  /// The pairs of zones, then those of chains, in which holes are looked for.
  func holePairs() throws -> [[HolePair]] { try part(HolePairs.self) }

  fileprivate func foundHolePairs() throws -> [[HolePair]] {
    guard hasTestedGroups, let null = try tieNull() else { return [[], []] }
    return [Grouping.zone, .chain].map { grouping in
      // By id: which of two comes first must not depend on whom either has as its first actor.
      let counted = groups(by: grouping).sorted { IDOrder($0.id) < IDOrder($1.id) }.compactMap { group in
        null.number(of: group.id, by: grouping).map { (group: group, number: $0, members: Set(group.vertices)) }
      }
      return counted.indices.flatMap { place in
        counted.dropFirst(place + 1).compactMap { b -> HolePair? in
          let a = counted[place]
          let left = a.group.vertices.filter { !b.members.contains($0) }
          let right = b.group.vertices.filter { !a.members.contains($0) }
          guard left.count >= thresholds.smallestGroup, right.count >= thresholds.smallestGroup else { return nil }
          let count = null.counts.between(a.number, b.number)
          return HolePair(
            a: a.group, b: b.group, sides: (left, right), count: count,
            isJudged: count.chanceOfNone < thresholds.significance)
        }
      }
    }
  }
}

private func holes(among pairs: [HolePair], _ grouping: Grouping, _ null: GroupTieNull, _ analysis: Analysis) -> [Gap] {
  let matrix = analysis.unweighted.undirected
  let corrected = holm(pairs.map(\.count.lowerTail))
  return zip(pairs.indices, corrected).compactMap { place, p -> Gap? in
    let pair = pairs[place]
    guard p < analysis.thresholds.significance, Double(pair.count.observed) < pair.count.expected else { return nil }
    let brokers = brokers(of: pair, matrix)
    let actors = analysis.graph.actors
    // The ends of a direct tie are no third party.
    let ends = Set(pair.sides.0 + pair.sides.1)
    let others = brokers.filter { !ends.contains($0) }
    let middle = matrix.withRows { rows in rows.byFallingDegree(others) }.prefix(mostNamed).map { actors[$0] }
    let fewest = fewestTies(for: place, of: pairs.map(\.count), at: analysis.thresholds.significance)
    let ties =
      fewest.map { analysis.newTies($0, between: pair.sides.0, and: pair.sides.1, in: matrix, of: actors) } ?? []
    return Gap(
      .structuralHole, in: analysis.network, subjects: middle,
      detail: "\(grouping):\(pair.a.label.en)|\(pair.b.label.en)",
      isNamedBySubjects: false, concerned: (pair.a.vertices + pair.b.vertices).map { actors[$0] },
      between: grouping == .chain ? analysis.chains(between: pair) : nil,
      severity: (pair.count.expected - Double(pair.count.observed)) / (pair.count.expected + Double(brokers.count)),
      evidence: [
        (.firstGroup, .group(pair.a.id, grouping)), (.secondGroup, .group(pair.b.id, grouping)),
        (.brokers, .count(brokers.count)),
      ] + pair.count.evidence(p: p, draws: null.draws),
      explanation: holeExplanation(pair, middle, of: others.count, analysis),
      remedies: ties.count == fewest ? ties : [])
  }
}

extension Analysis {
  /// The chains that a pair is of, as indices of the network.
  fileprivate func chains(between pair: HolePair) -> [Int] {
    network.chains.indices.filter { [pair.a.id, pair.b.id].containsExactly(network.chains[$0].id) }
  }
}

/// Of those between two groups so many are named, the best tied.
private let mostNamed = 3

private func holeExplanation(_ pair: HolePair, _ middle: [Int], of brokers: Int, _ analysis: Analysis) -> Phrase {
  let (observed, expected) = (pair.count.observed, Figure.expected(pair.count.expected).text)
  let (a, b) = (pair.a.label, pair.b.label)
  let (other, otherZh) = observed == 0 ? ("", "") : ("besides ", "此外")
  let link =
    middle.isEmpty
    ? Phrase(
      observed == 0 ? "no one connects the two" : "no one else connects the two",
      zh: observed == 0 ? "且没有居中联系的单位" : "此外没有居中联系的单位")
    : brokers == 1
      ? Phrase(
        "\(other)only \(analysis.names(middle, .en)) connects the two",
        zh: "\(otherZh)仅靠\(analysis.names(middle, .zh))居中联系")
      : brokers > middle.count
        ? Phrase(
          "\(brokers) actors are tied to both, first \(analysis.names(middle, .en))",
          zh: "另有 \(brokers) 家单位与双方均有联系，主要是\(analysis.names(middle, .zh))")
        : Phrase(
          "\(other)\(analysis.names(middle, .en)) connect the two", zh: "\(otherZh)由\(analysis.names(middle, .zh))居中联系")
  let known = observed == 0 ? "no ties" : "only \(observed.counted("tie"))"
  return Phrase(
    "There \(observed == 1 ? "is" : "are") \(known) between \(a.en) and \(b.en), where about \(expected) would be expected; "
      + "\(link.en).",
    zh: "\(a.zh.setInChinese)与\(b.zh.setInChinese)之间" + (observed == 0 ? "没有直接联系" : "只有 \(observed) 条直接联系")
      + "（按各主体的联系数应有约 \(expected) 条），\(link.zh)。")
}

/// Vertices tied to both sides, or of one side and tied to the other.
private func brokers(of pair: HolePair, _ matrix: AdjacencyMatrix) -> [Int] {
  // The side of each vertex, a bit each: looked up for every tie of a large network, pair after pair.
  var side = [UInt8](repeating: 0, count: matrix.order)
  for vertex in pair.sides.0 { side[vertex] |= 1 }
  for vertex in pair.sides.1 { side[vertex] |= 2 }
  return matrix.withRows { rows in
    (0..<rows.order).filter { vertex in
      var touched = side[vertex]
      for neighbor in rows[vertex] where touched != 3 { touched |= side[Int(neighbor)] }
      return touched == 3
    }
  }
}
