import KesiNetwork

extension IndexPart {
  public static let redundancy = IndexPart(
    "redundancy", zh: "供给冗余", of: .supply, weight: \.redundancy, restsOn: [.levels], needs: [.providers],
    countsLevels: true,
    definition: Phrase(
      "Whether others could stand in for the best provider. For each required kind that provides, 1 − Π(1 − w) over all but the best, then the mean; w as in depth.",
      zh: "最强的一家供给方退出时，是否有别家可以接替。对每一类必备的供给方，除最强者外计算 1 − Π(1 − w)，再取平均；w 同供给深度。"),
    advice: Phrase("0 where one provider is all there is.", zh: "各类都只有一家供给方时为 0。"),
    value: { chain, weights in
      .mean(of: chain.providerKinds.map { chain.strength(ofKind: $0, withoutBest: true, by: weights) })
    },
    reason: { chain, analysis in analysis.redundancyReason(chain) })
}

extension Analysis {
  fileprivate func redundancyReason(_ chain: ChainNetwork) -> Phrase {
    chain.providerKinds.map { kind in
      let label = self.kind(kind)
      let count = chain.independentProviders(ofKind: kind).count
      let value = chain.strength(ofKind: kind, withoutBest: true, by: network.profile.indexWeights).text
      let en =
        count == 0 ? "no provider" : count == 1 ? "only one provider" : "\(count - 1) could stand in for the best"
      let zh = count == 0 ? "无供给方" : count == 1 ? "只有一家供给方" : "最强者之外还有 \(count - 1) 家"
      return Phrase("\(label.en): \(en) → \(value)", zh: "\(label.zh)：\(zh) → \(value)")
    }.sentence(orElse: Phrase("No required kind provides.", zh: "所需主体中没有供给方。"))
  }
}
