import KesiMatrix

/// One actor is the only one of its kind that provides for a chain which requires that kind.
///
/// Severity: the share of the chain's other actors that are tied to it; all of them where the chain's ties are unknown.
/// To falsify it: a second provider of the kind in the chain.
@Sendable func singleProviders(_ survey: GapSurvey) -> [Gap] {
  survey.chains.flatMap { chain in
    chain.providerKinds.compactMap { kind -> Gap? in
      let providers = chain.providers(ofKind: kind)
      guard providers.count == 1, chain.actors.count > 1 else { return nil }
      let vertex = providers[0].vertex
      let others = chain.actors.count - 1
      let knowsTies = chain.hasTieData && chain.matrix.entryCount > 0
      let leaning = knowsTies ? chain.matrix.withRows { $0.degree(vertex) } : others
      let actor = chain.actors[vertex]
      let label = survey.kind(kind)
      return Gap(
        .singleProvider, in: survey.network, subjects: [actor], chain: chain.index, detail: kind,
        severity: Double(leaning) / Double(others),
        evidence: [
          ("kind", .text(kind)), ("providers", .count(1)), ("leaning", .count(leaning)), ("others", .count(others)),
          ("ties_known", .text(knowsTies ? "yes" : "no")),
        ],
        explanation: Phrase(
          "\(survey.name(actor, .en)) is the only \(label.en) in the chain \(survey.chainName(chain.index, .en)); "
            + "\(leaning) of its \(others) other actors lean on it.",
          zh: "\(survey.name(actor, .zh))是“\(survey.chainName(chain.index, .zh))”产业链中唯一的\(label.zh)，"
            + "其余 \(others) 家中有 \(leaning) 家依赖它。"),
        remedies: [.position(kind: kind, chain: chain.index)])
    }
  }
}
