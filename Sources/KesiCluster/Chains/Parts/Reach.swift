import KesiMatrix
import KesiNetwork

extension IndexPart {
  public static let reach = IndexPart(
    "reach", zh: "对接面", of: .links, weight: \.reach, restsOn: [.ties], needs: [.providers, .links],
    definition: Phrase(
      "Whether those who need a provider have one. For each required kind that provides, min(1, 2r), where r is the share of the chain's demanders tied to a provider of it; then the mean.",
      zh: "需求方是否与供给方有联系。对每一类必备的供给方，设 r 为与之有联系的需求方所占比例，取 min(1, 2r)，再取平均。"),
    advice: Phrase(
      "Half of the demanders are enough for a full mark; 0 where a chain has none.", zh: "半数需求方有联系即为满分；没有需求方时为 0。"),
    value: { chain, _ in chain.reach },
    reason: { chain, analysis in analysis.reachReason(chain) })
}

extension ChainNetwork {
  /// The mean over provider kinds; unknown where nobody is known to demand and the source does not speak of those who would.
  var reach: Interval? {
    if demanders.isEmpty,
      chain.requires.contains(where: { profile.demands($0) && chain.unassessed.containsExactly($0) })
    {
      return nil
    }
    return .mean(of: providerKinds.map { Interval(min(1, 2 * served(byKind: $0).share)) })
  }

  /// How many of the demanders are tied to a provider of a kind, and their share.
  func served(byKind kind: String) -> (count: Int, share: Double) {
    let demanders = demanders
    let providers = Set(providers(ofKind: kind).map(\.vertex))
    let count = matrix.withRows { rows in
      demanders.count { rows[$0].contains { providers.contains(Int($0)) } }
    }
    return (count, demanders.isEmpty ? 0 : Double(count) / Double(demanders.count))
  }
}

extension Analysis {
  fileprivate func reachReason(_ chain: ChainNetwork) -> Phrase {
    let demanders = chain.demanders.count
    guard demanders > 0 else {
      return Phrase("Nobody in the chain is known to need what it provides.", zh: "链上没有需求方的记录。")
    }
    let kinds = chain.providerKinds.map { kind in
      let (count, share) = chain.served(byKind: kind)
      let value = Figure.index(min(1, 2 * share)).text
      return Phrase("\(self.kind(kind).en) \(count) → \(value)", zh: "\(self.kind(kind).zh) \(count) 家 → \(value)")
    }
    return Phrase(
      "Of \(demanders.counted("demander")) so many work with a provider: \(kinds.map(\.en).joined(separator: "; ")).",
      zh: "\(demanders) 家需求方中，与供给方有联系的：\(kinds.map(\.zh).joined(separator: "；"))。")
  }
}
