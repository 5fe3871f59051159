import KesiMatrix
import KesiNetwork

extension GapKind {
  /// One actor, or the parts of one organization, is the only one of its kind that provides for a chain which requires it.
  ///
  /// Severity: half the weight of the kind: it is there, but would be missing with one loss. Who works with it is told and
  /// counts for nothing: a provider that nobody uses is no better. To falsify it: a second provider of the kind.
  public static let singleProvider = GapKind(
    "single_provider", zh: "单一供给", class: .dependence, restsOn: [],
    definition: Phrase(
      "One actor is the only one of its kind that provides for a chain. Severity: half the weight of that kind.",
      zh: "产业链中某一类供给方只有一家。严重度为该类型权重的一半。"),
    advice: Phrase(
      "The chain works today and stops with that one actor. Bring in or build up a second.",
      zh: "眼下运转正常，但全靠这一家。应引入或培育第二家。"),
    usage: Phrase("`kesi what-if --remove` shows what would be lost.", zh: "失去它的后果可用 kesi what-if --remove 查看。"),
    evidence: [.kind, .providers, .leaning, .others, .tiesKnown],
    together: { n in Phrase("\(n) kinds of actors have one provider only", zh: "有 \(n) 类单位各只有一家") },
    find: singleProviders)
}

extension EvidenceTerm {
  public static let providers = EvidenceTerm("providers", Phrase("providers", zh: "供给方数"))
  public static let leaning = EvidenceTerm("leaning", Phrase("actors that depend on it", zh: "依赖它的主体数"))
  public static let others = EvidenceTerm("others", Phrase("other actors of the chain", zh: "链上其他主体数"))
  public static let tiesKnown = EvidenceTerm("ties_known", Phrase("ties known", zh: "是否有联系数据"))
}

@Sendable private func singleProviders(_ analysis: Analysis) -> [Gap] {
  analysis.chains.flatMap { chain in
    chain.providerKinds.compactMap { kind -> Gap? in
      let providers = chain.independentProviders(ofKind: kind)
      // Of the parts of one organization the first stands for all.
      guard providers.count == 1, let vertex = providers[0].first?.vertex, chain.actors.count > 1 else { return nil }
      let others = chain.actors.count - 1
      let knowsTies = chain.assessment.covers([.ties]) && chain.matrix.entryCount > 0
      let leaning = knowsTies ? chain.matrix.withRows { $0.degree(vertex) } : others
      let actor = chain.actors[vertex]
      return Gap(
        .singleProvider, in: analysis.network, subjects: [actor], chain: chain.index, detail: kind,
        severity: analysis.network.profile.indexWeights.kind(kind) / 2,
        evidence: [
          (.kind, .kind(kind)), (.providers, .count(1)), (.leaning, .count(leaning)), (.others, .count(others)),
          (.tiesKnown, .known(knowsTies)),
        ],
        explanation: explanation(
          actor, kind, isAlone: chain.vertices(ofKind: kind).count == 1, knowsTies ? leaning : nil, of: others, chain,
          analysis),
        remedies: [chain.newcomer(ofKind: kind)])
    }
  }
}

/// - Parameter leaning: how many of the others work with it; nil where the chain's ties are not known.
private func explanation(
  _ actor: Int, _ kind: String, isAlone: Bool, _ leaning: Int?, of others: Int, _ chain: ChainNetwork,
  _ analysis: Analysis
) -> Phrase {
  let label = analysis.kind(kind)
  let place = analysis.place(chain.index)
  let use: Phrase? = leaning.map { leaning in
    switch leaning {
    case 0: Phrase("no other actor of the chain works with it yet", zh: "链上尚无单位与它合作")
    case others where others == 1: Phrase("its only other actor depends on it", zh: "链上仅有的另一家单位依赖它")
    case others: Phrase("all \(others) other actors depend on it", zh: "其余 \(others) 家都依赖它")
    default:
      Phrase(
        "\(leaning) of the \(others) other actors depend\(leaning == 1 ? "s" : "") on it",
        zh: "其余 \(others) 家中有 \(leaning) 家依赖它")
    }
  }
  return Phrase(
    "\(analysis.name(actor, .en)) is the only \(label.en) \(isAlone ? "in" : "that provides for") \(place.en)"
      + (use.map { "; \($0.en)." } ?? "."),
    zh: "\(analysis.name(actor, .zh))是\(place.zh)中唯一\(isAlone ? "的" : "提供供给的")\(label.zh)"
      + (use.map { "，\($0.zh)。" } ?? "。"))
}
