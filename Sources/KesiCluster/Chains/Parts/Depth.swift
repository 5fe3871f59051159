import KesiNetwork

extension IndexPart {
  public static let depth = IndexPart(
    "depth", zh: "供给深度", weight: \.depth, restsOn: [.levels],
    countsLevels: true,
    definition: Phrase(
      "How many providers of what level a chain has. For each required kind that provides, 1 − Π(1 − w), then the mean: w is \(standard(.national)) for a national provider, \(standard(.provincial)) for a provincial, \(standard(.municipal)) for a municipal one, \(standard(.ordinary)) otherwise.",
      zh:
        "供给方有多少、层级多高。对每一类必备的供给方计算 1 − Π(1 − w)，再取平均；w：国家级 \(standard(.national))，省级 \(standard(.provincial))，市级 \(standard(.municipal))，其他 \(standard(.ordinary))。"
    ),
    advice: Phrase(
      "A second provider adds less than the first. A level that is not stated counts as the lowest.",
      zh: "供给方越多，新增一家的作用越小。层级不详的按最低计。"),
    value: { chain, weights in mean(chain.depth(by: weights).map(\.value)) },
    reason: { chain, analysis in analysis.depthReason(chain) })
}

/// The weight of a level where a network sets none.
private func standard(_ level: Level) -> String { IndexWeights().level(level).plain }

extension ChainNetwork {
  /// For each required provider kind, 1 − Π(1 − w) over its providers, w by level: each further provider adds less, and a
  /// missing kind adds nothing.
  func depth(by weights: IndexWeights) -> [(kind: String, value: Double)] {
    providerKinds.map { kind in
      (kind, 1 - providers(ofKind: kind).reduce(1) { $0 * (1 - weights.level($1.level)) })
    }
  }
}

extension Analysis {
  fileprivate func depthReason(_ chain: ChainNetwork) -> Phrase {
    chain.depth(by: network.profile.indexWeights).map { kind, value in
      let providers = chain.providers(ofKind: kind).map { (actor: chain.actors[$0.vertex], level: $0.level) }
      let label = self.kind(kind)
      guard !providers.isEmpty else {
        return Phrase("\(label.en): no provider → 0.000", zh: "\(label.zh)：无供给方 → 0.000")
      }
      func shown(_ language: Language) -> String {
        providers.listed(most: 4, in: language) { provider in
          let level = provider.level?.label(language) ?? (language == .zh ? "层级不详" : "level not stated")
          let worth = network.profile.indexWeights.level(provider.level)
          return language == .zh
            ? "\(name(provider.actor, .zh))（\(level)，\(worth.plain)）"
            : "\(name(provider.actor, .en)) (\(level), \(worth.plain))"
        }
      }
      return Phrase(
        "\(label.en): \(shown(.en)) → \(Figure.index(value).text)",
        zh: "\(label.zh)：\(shown(.zh).setTight) → \(Figure.index(value).text)")
    }.sentence(orElse: Phrase("No required kind provides.", zh: "所需主体中没有供给方。"))
  }
}
