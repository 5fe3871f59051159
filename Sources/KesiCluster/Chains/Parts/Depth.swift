import KesiNetwork

extension IndexPart {
  public static let depth = IndexPart(
    "depth", zh: "供给深度", of: .supply, weight: \.depth, restsOn: [.levels], needs: [.providers], countsLevels: true,
    definition: Phrase(
      "How many providers of what level a chain has. For each required kind that provides, 1 − Π(1 − w), then the mean: w is \(standard(.national)) for a national provider, \(standard(.provincial)) for a provincial, \(standard(.municipal)) for a municipal one, \(standard(.ordinary)) otherwise.",
      zh:
        "供给方有多少、层级多高。对每一类必备的供给方计算 1 − Π(1 − w)，再取平均；w：国家级 \(standard(.national))，省级 \(standard(.provincial))，市级 \(standard(.municipal))，其他 \(standard(.ordinary))。"
    ),
    advice: Phrase(
      "A second provider adds less than the first; parts of one organization count once. A level that is not stated may be any.",
      zh: "供给方越多，新增一家的作用越小；同属一家的各单位只计一次。层级不详的按最低至最高计。"),
    value: { chain, weights in .mean(of: chain.providerKinds.map { chain.strength(ofKind: $0, by: weights) }) },
    reason: { chain, analysis in analysis.depthReason(chain) })
}

/// The weight of a level where a network sets none.
private func standard(_ level: Level) -> String { IndexWeights().level(level).plain }

extension Analysis {
  fileprivate func depthReason(_ chain: ChainNetwork) -> Phrase {
    let weights = network.profile.indexWeights
    return chain.providerKinds.map { kind in
      let providers = chain.independentProviders(ofKind: kind)
      let label = self.kind(kind)
      guard !providers.isEmpty else {
        return Phrase("\(label.en): no provider → 0.000", zh: "\(label.zh)：无供给方 → 0.000")
      }
      func shown(_ language: Language) -> String {
        providers.listed(most: 4, in: language) { group in
          let worth = group.map { weights.level($0.level) }
          let level =
            group.compactMap(\.level).first?.label(language) ?? (language == .zh ? "层级不详" : "level not stated")
          let names = group.map { name(chain.actors[$0.vertex], language) }.joined(separator: " + ")
          let best = Interval(worth.map(\.low).max() ?? 0, worth.map(\.high).max() ?? 0)
          let figure = best.isKnown ? best.low.plain : "\(best.low.plain)–\(best.high.plain)"
          return language == .zh ? "\(names)（\(level)，\(figure)）" : "\(names) (\(level), \(figure))"
        }
      }
      let value = chain.strength(ofKind: kind, by: weights).text
      return Phrase("\(label.en): \(shown(.en)) → \(value)", zh: "\(label.zh)：\(shown(.zh).setTight) → \(value)")
    }.sentence(orElse: Phrase("No required kind provides.", zh: "所需主体中没有供给方。"))
  }
}
