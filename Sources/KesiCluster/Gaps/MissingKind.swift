import KesiNetwork

/// A chain lacks a kind that it requires, and the source speaks of that kind.
///
/// Severity: the weight of the kind. To falsify it: one actor of the kind with a position in the chain.
@Sendable func missingKinds(_ analysis: Analysis) -> [Gap] {
  analysis.chains.flatMap { chain in
    chain.chain.assessed.filter { chain.vertices(ofKind: $0).isEmpty }.map { kind in
      let label = analysis.kind(kind)
      return Gap(
        .missingKind, in: analysis.network, chain: chain.index, detail: kind,
        severity: analysis.network.profile.indexWeights.kind(kind),
        evidence: [
          ("kind", .text(kind)), ("present", .count(0)),
          ("required", .text(chain.chain.requires.joined(separator: "+"))),
        ],
        explanation: Phrase(
          "\(chain.chain.titled.en.sentenceCased) needs \(withArticle(label.en)) but has none.",
          zh: "\(chain.chain.titled.zh)应有\(label.zh)，但目前没有。"),
        remedies: [.position(kind: kind, chain: chain.index)])
    }
  }
}
