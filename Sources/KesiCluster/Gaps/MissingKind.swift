import KesiNetwork

extension GapKind {
  /// A chain lacks a kind that it requires, and the source speaks of that kind.
  ///
  /// Severity: the weight of the kind. To falsify it: one actor of the kind with a position in the chain.
  public static let missingKind = GapKind(
    "missing_kind", zh: "主体缺失", class: .missing, restsOn: [],
    definition: Phrase(
      "A chain has no actor of a kind that it requires. Severity: the weight of the kind.",
      zh: "产业链上没有其必备的某类主体。严重度为该类主体的权重。"),
    advice: Phrase(
      "First ask whether the table is complete: one position of this kind closes the gap.",
      zh: "先核对数据是否完整：补上一个该类主体的链位即可消除。"),
    usage: Phrase(
      "Kinds that your source does not speak of belong in the column `unassessed`.",
      zh: "资料未提及的类型应写入“未评估”（unassessed），不要留作缺失。"),
    evidence: [.kind, .present, .required],
    together: { n in Phrase("\(n) required kinds of actors are missing", zh: "缺少 \(n) 类必备主体") },
    find: missingKinds)
}

extension EvidenceTerm {
  public static let present = EvidenceTerm("present", Phrase("present", zh: "现有数量"))
  public static let required = EvidenceTerm("required", Phrase("required kinds", zh: "必备类型"))
}

@Sendable private func missingKinds(_ analysis: Analysis) -> [Gap] {
  analysis.chains.flatMap { chain in
    chain.chain.assessed.filter { chain.vertices(ofKind: $0).isEmpty }.map { kind in
      let label = analysis.kind(kind)
      return Gap(
        .missingKind, in: analysis.network, chain: chain.index, detail: kind,
        severity: analysis.network.profile.indexWeights.kind(kind),
        evidence: [
          (.kind, .kind(kind)), (.present, .count(0)),
          (.required, .kinds(chain.chain.requires)),
        ],
        explanation: Phrase(
          "\(chain.chain.titled.en.sentenceCased) needs \(withArticle(label.en)) but has none.",
          zh: "\(chain.chain.titled.zh)应有\(label.zh)，但目前没有。"),
        remedies: [chain.newcomer(ofKind: kind)])
    }
  }
}
