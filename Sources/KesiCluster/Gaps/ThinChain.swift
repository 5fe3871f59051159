import KesiMatrix
import KesiMeasures
import KesiNetwork

extension GapKind {
  /// A chain has fewer ties among its actors than networks with the same degrees have by chance.
  ///
  /// Expected, z and p: from draws of such networks (`groupTieNull`); p is corrected for the number of chains (Holm). A
  /// chain in which even no tie at all would be no surprise cannot be judged: it is left out here and named by
  /// `Analysis.unjudged()`. Severity: 1 − observed/expected; the test says how sure it is, so that its level goes by
  /// the severity as it is. To falsify it: ties among the chain's actors up to what is expected.
  public static let thinChain = GapKind(
    "thin_chain", zh: "链内联系稀疏", class: .missing, restsOn: [.ties], cost: .draws,
    definition: Phrase(
      "The actors of a chain have fewer ties among them than chance would give actors with as many partners. Severity: 1 − observed/expected; p is corrected for the number of tests (Holm).",
      zh: "链内主体之间的联系，少于“伙伴数相同、随机结对”时应有的数量。严重度为 1 − 实际/期望；p 值已按检验次数校正（Holm 法）。"),
    advice: Phrase(
      "The actors have partners, but not each other: a list of names rather than a chain. p below 0.05 means that chance seldom gives so few. Chains with too few ties to judge are named on the side.",
      zh: "各主体都有伙伴，却很少与链内单位合作：名义上成链，实际未成链。p < 0.05 表示如此稀疏很难用偶然解释。联系过少、无法判断的产业链会另行列出。"),
    source: "Milo et al. 2003; Holm 1979",
    evidence: EvidenceTerm.againstChance,
    find: thinChains)
}

@Sendable private func thinChains(_ analysis: Analysis) throws -> [Gap] {
  let judged = try analysis.judgedChains()
  let corrected = holm(judged.map(\.count.lowerTail))
  return try zip(judged.indices, corrected).compactMap { place, p -> Gap? in
    let (chain, count) = (judged[place].chain, judged[place].count)
    guard p < analysis.thresholds.significance, Double(count.observed) < count.expected else { return nil }
    let fewest = fewestTies(for: place, of: judged.map(\.count), at: analysis.thresholds.significance)
    let ties = fewest.map { analysis.missingTies(in: chain, most: $0) } ?? []
    return Gap(
      .thinChain, in: analysis.network, chain: chain.index, severity: 1 - Double(count.observed) / count.expected,
      evidence: count.evidence(p: p, draws: try analysis.tieNull()?.counts.draws ?? 0),
      explanation: Phrase(
        "The actors of \(analysis.place(chain.index).en) have "
          + (count.observed == 0 ? "no ties" : "only \(count.observed.counted("tie"))")
          + " among themselves; given how well connected each of them is, about \(Figure.expected(count.expected).text) would be expected.",
        zh: "\(analysis.place(chain.index).zh)内部"
          + (count.observed == 0 ? "没有联系" : "只有 \(count.observed) 条联系")
          + "；按各主体的联系数，应有约 \(Figure.expected(count.expected).text) 条。"),
      remedies: ties.count == fewest ? ties : [])
  }
}

extension Analysis {
  private func chanceOfChains() throws -> [(chain: ChainNetwork, count: GroupTieNull.Count)] {
    guard hasTestedGroups, let null = try tieNull() else { return [] }
    return chains.compactMap { chain in
      null.number(of: chain.chain.id, by: .chain).map { (chain, null.counts.inside[$0]) }
    }
  }

  /// The chains whose ties can be judged, with what chance gives.
  func judgedChains() throws -> [(chain: ChainNetwork, count: GroupTieNull.Count)] {
    try chanceOfChains().filter { $0.count.chanceOfNone < thresholds.significance }
  }

  /// The chains with too few ties around them to say whether they are thin.
  func unjudgedChains() throws -> [Int] {
    try chanceOfChains().filter { $0.count.chanceOfNone >= thresholds.significance }.map(\.chain.index)
  }

  /// Pairs of the chain's best-tied actors that have no tie, those of unlike kinds first.
  fileprivate func missingTies(in chain: ChainNetwork, most: Int) -> [Remedy] {
    chain.matrix.withRows { rows in
      let sorted = rows.byFallingDegree(0..<rows.order).prefix(30)
      let pairs = sorted.enumerated().flatMap { place, a in sorted.dropFirst(place + 1).map { (a, $0) } }
        .filter { !areTied(chain.actors[$0.0], chain.actors[$0.1]) }
      let unlike = pairs.filter { chain.kind($0.0) != chain.kind($0.1) }
      return (unlike + pairs.filter { chain.kind($0.0) == chain.kind($0.1) }).prefix(most).map {
        .tie(chain.actors[$0.0], chain.actors[$0.1])
      }
    }
  }
}
