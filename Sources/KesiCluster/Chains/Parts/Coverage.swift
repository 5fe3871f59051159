import KesiNetwork

extension IndexPart {
  public static let coverage = IndexPart(
    "coverage", zh: "主体齐全", weight: \.coverage, restsOn: [],
    definition: Phrase("The share of required kinds that are present.", zh: "必备主体类型中已有的比例。"),
    advice: Phrase("Each kind counts alike.", zh: "各类型同等计算。"),
    value: { chain, _ in chain.coverage?.value },
    reason: { chain, analysis in analysis.coverageReason(chain) })
}

extension ChainNetwork {
  /// The share of the required kinds that are present, each kind counting alike.
  var coverage: (value: Double, missing: [String])? {
    let required = chain.assessed
    guard !required.isEmpty else { return nil }
    let missing = required.filter { vertices(ofKind: $0).isEmpty }
    return (Double(required.count - missing.count) / Double(required.count), missing)
  }
}

extension Analysis {
  fileprivate func coverageReason(_ chain: ChainNetwork) -> Phrase {
    guard let coverage = chain.coverage else {
      return Phrase("The tables do not state which kinds the chain requires.", zh: "未说明产业链需要哪些主体。")
    }
    let required = chain.chain.assessed
    let present = required.filter { !coverage.missing.containsExactly($0) }
    return Phrase(
      (present.isEmpty
        ? "None of the required kinds is present."
        : "\(present.count) of \(required.count.counted("required kind")) \(present.count == 1 ? "is" : "are") present: "
          + "\(present.map { kind($0).en }.joined(separator: ", ")).")
        + (coverage.missing.isEmpty
          ? "" : " Missing: \(coverage.missing.map { kind($0).en }.joined(separator: ", "))."),
      zh: (present.isEmpty
        ? "所需主体均缺。"
        : "所需 \(required.count) 类主体中已有 \(present.count) 类：\(present.map { kind($0).zh }.joined(separator: "、"))。")
        + (coverage.missing.isEmpty ? "" : "缺少：\(coverage.missing.map { kind($0).zh }.joined(separator: "、"))。"))
  }
}
