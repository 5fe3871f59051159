import KesiNetwork

extension IndexPart {
  public static let fit = IndexPart(
    "fit", zh: "供需匹配", of: .work, weight: \.fit, restsOn: [.capacity], needs: [.demand],
    definition: Phrase(
      "How far capacity meets demand: min(1, capacity/demand), both stated for the chain, or capacity summed over positions.",
      zh: "供给能力与需求之比，至多计 1；供给能力取产业链的总量，或由各链位相加。"),
    advice: Phrase(
      "Where only some providers state their capacity, the others may close the gap or not.",
      zh: "只有部分供给方填写能力时，其余各家能否补足不详。"),
    value: { chain, _ in chain.fit },
    reason: { chain, analysis in analysis.fitReason(chain) })
}

extension ChainNetwork {
  var fit: Interval? {
    guard let demand = chain.demand, demand > 0, let capacity else { return nil }
    let met = min(1, capacity.stated / demand)
    return Interval(met, capacity.isWhole ? met : 1)
  }
}

extension Analysis {
  fileprivate func fitReason(_ chain: ChainNetwork) -> Phrase {
    guard let demand = chain.chain.demand, demand > 0 else {
      return Phrase("What the chain needs is not stated.", zh: "需求未填写。")
    }
    guard let capacity = chain.capacity else {
      return Phrase("The capacity of its providers is not stated.", zh: "供给能力未填写。")
    }
    let value = chain.fit?.text ?? ""
    return Phrase(
      "Capacity \(capacity.stated.plain)\(capacity.isWhole ? "" : " of those who state theirs") for a demand of \(demand.plain) → \(value).",
      zh: "供给能力 \(capacity.stated.plain)\(capacity.isWhole ? "" : "（仅已填写者）")，需求 \(demand.plain) → \(value)。")
  }
}
