import KesiNetwork

extension IndexPart {
  public static let redundancy = IndexPart(
    "redundancy", zh: "供给冗余", weight: \.redundancy, restsOn: [],
    countsLevels: true,
    definition: Phrase(
      "Whether others could stand in for one provider. For each required kind that provides, 1 − Σ share² (Herfindahl–Hirschman), then the mean.",
      zh: "一家供给方退出时，是否有别家可以接替。对每一类必备的供给方计算 1 − Σ 份额²（赫芬达尔指数），再取平均。"),
    advice: Phrase("0 where one provider is all there is.", zh: "各类都只有一家供给方时为 0。"),
    value: { chain, weights in mean(chain.redundancy(by: weights).map(\.value)) },
    reason: { chain, analysis in analysis.redundancyReason(chain) })
}

extension ChainNetwork {
  /// For each required provider kind, 1 − Σ share² over its providers, shares by level weight (Herfindahl–Hirschman): 0
  /// where one provider is all there is, or none.
  func redundancy(by weights: IndexWeights) -> [(kind: String, value: Double)] {
    providerKinds.map { kind in
      let held = providers(ofKind: kind).map { weights.level($0.level) }
      let total = held.reduce(0, +)
      return (kind, total > 0 ? 1 - held.reduce(0) { $0 + ($1 / total) * ($1 / total) } : 0)
    }
  }
}

extension Analysis {
  fileprivate func redundancyReason(_ chain: ChainNetwork) -> Phrase {
    chain.redundancy(by: network.profile.indexWeights).map { kind, value in
      let label = self.kind(kind)
      let count = chain.providers(ofKind: kind).count
      let en =
        count == 0 ? "no provider" : count == 1 ? "only one provider" : "\(count) providers share the load"
      let zh = count == 0 ? "无供给方" : count == 1 ? "只有一家供给方" : "由 \(count) 家分担"
      return Phrase(
        "\(label.en): \(en) → \(Figure.index(value).text)", zh: "\(label.zh)：\(zh) → \(Figure.index(value).text)")
    }.sentence(orElse: Phrase("No required kind provides.", zh: "所需主体中没有供给方。"))
  }
}
