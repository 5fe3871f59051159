import KesiMeasures
import KesiNetwork

extension GapKind {
  /// A thin chain of a network that is too large for drawing others: held against what the degrees give on average.
  ///
  /// Of a chain whose actors have degrees d with the sum S, in a network of m ties, (S² − Σd²)/(4m) ties lie inside it on
  /// average where all ends are joined at random (Newman 2010, 13.2). How few are too few is told as if each tie lay inside
  /// by itself: p is the chance of so few among m, the binomial distribution's, which is on the safe side, since degrees
  /// that are given leave less room.
  package static let thinChainEstimate = GapKind(
    "thin_chain_estimate", zh: "链内联系稀疏（估计）", class: .missing, restsOn: [.ties],
    definition: Phrase(
      "Thin chain, as --engine spark tells it: the ties that chance would give are reckoned from how many partners actors have, not drawn. Severity: 1 − observed/expected; p is corrected for the number of tests (Holm).",
      zh: "由 --engine spark 判断的“链内联系稀疏”：期望联系数按各主体的伙伴数推算，不作随机抽取。严重度为 1 − 实际/期望；p 值已按检验次数校正（Holm 法）。"),
    advice: Phrase(
      "An estimate: in dense networks, where chance would join many pairs twice, it expects a little too much. thin_chain of the engine local draws networks.",
      zh: "为估计值：网络稠密时期望值略偏高。local 引擎的“链内联系稀疏”由随机网络得出。"),
    source: "Newman 2010; Holm 1979",
    evidence: [.observed, .expected, .p],
    find: { _ in [] })
}

extension Analysis {
  /// The chains that hold fewer ties than their actors' degrees give, by what is known of the whole.
  func thinChains(in whole: WholeNetwork) -> [Gap] {
    let ties = Double(whole.tieCount)
    let sizes = Dictionary(uniqueKeysWithValues: chains.map { ($0.index, $0.actors.count) })
    // Where even no tie at all would be no wonder, nothing can be told.
    let judged = whole.insideChains.filter { inside in
      judges(inside.chain) && sizes[inside.chain, default: 0] >= thresholds.smallestGroup && inside.expected > 0
        && inside.expected < ties
        && chance(of: 0, expecting: inside.expected, of: ties) < thresholds.significance
    }
    let corrected = holm(judged.map { chance(of: $0.observed, expecting: $0.expected, of: ties) })
    return zip(judged, corrected).compactMap { inside, p -> Gap? in
      guard p < thresholds.significance, Double(inside.observed) < inside.expected else { return nil }
      let place = place(inside.chain)
      return Gap(
        .thinChainEstimate, in: network, chain: inside.chain, severity: 1 - Double(inside.observed) / inside.expected,
        evidence: [
          (.observed, .count(inside.observed)), (.expected, .number(inside.expected)), (.p, .number(p)),
        ],
        explanation: Phrase(
          "The actors of \(place.en) have "
            + (inside.observed == 0 ? "no ties" : "only \(inside.observed.counted("tie"))")
            + " among themselves; by how well connected each of them is, about \(Figure.expected(inside.expected).text) would be expected.",
          zh: "\(place.zh)内部" + (inside.observed == 0 ? "没有联系" : "只有 \(inside.observed) 条联系")
            + "；按各主体的联系数推算，应有约 \(Figure.expected(inside.expected).text) 条。"))
    }
  }

  /// The chance of at most so many of all ties, each of which is one with the same chance.
  private func chance(of observed: Int, expecting expected: Double, of ties: Double) -> Double {
    let observed = Double(observed)
    guard observed < ties else { return 1 }
    return BetaDistribution(observed + 1, ties - observed).above(expected / ties)
  }
}
