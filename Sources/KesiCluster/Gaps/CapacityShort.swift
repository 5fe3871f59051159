import KesiNetwork

extension GapKind {
  /// A chain demands more than its providers give.
  ///
  /// Severity: 1 − capacity/demand. To falsify it: capacity stated at the demand or above.
  public static let capacityShort = GapKind(
    "capacity_short", zh: "供给不足", class: .missing, restsOn: [.capacity],
    definition: Phrase(
      "A chain demands more than its providers supply. Severity: 1 − capacity/demand.",
      zh: "产业链的需求超过供给方的供给能力。严重度为 1 − 供给能力/需求。"),
    advice: Phrase(
      "Both numbers are taken as stated and must be in the same unit, such as graduates a year.",
      zh: "两个数字均以填报为准，单位须一致，例如每年毕业生人数。"),
    evidence: [.demand, .capacity, .short],
    find: shortCapacities)
}

extension EvidenceTerm {
  public static let demand = EvidenceTerm("demand", Phrase("demand", zh: "需求"))
  public static let capacity = EvidenceTerm("capacity", Phrase("capacity", zh: "供给能力"))
  public static let short = EvidenceTerm("short", Phrase("shortfall", zh: "缺口"))
}

@Sendable private func shortCapacities(_ analysis: Analysis) -> [Gap] {
  analysis.chains.compactMap { chain in
    guard let demand = chain.chain.demand, let stated = chain.capacity, stated.isWhole,
      stated.stated < demand
    else { return nil }
    let capacity = stated.stated
    let short = demand - capacity
    let unit = chain.chain.unitBehind
    let inUnits = unit.en.isEmpty ? "" : " (\(unit.en.dropFirst()))"
    return Gap(
      .capacityShort, in: analysis.network, chain: chain.index, severity: 1 - capacity / demand,
      evidence: [(.demand, .number(demand)), (.capacity, .number(capacity)), (.short, .number(short))],
      explanation: Phrase(
        "\(chain.chain.titled.en.sentenceCased) has a demand of \(demand.plain), but its providers supply only "
          + "\(capacity.plain), which leaves \(short.plain) uncovered\(inUnits).",
        zh: "\(chain.chain.titled.zh)需求为 \(demand.plain)\(unit.zh)，供给能力为 \(capacity.plain)\(unit.zh)，"
          + "缺口为 \(short.plain)\(unit.zh)。"),
      remedies: [.capacity(short, chain: chain.index)])
  }
}
