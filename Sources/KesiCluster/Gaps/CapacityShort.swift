import KesiNetwork

/// A chain demands more than its providers give.
///
/// Severity: 1 − capacity/demand. To falsify it: capacity stated at the demand or above.
@Sendable func shortCapacities(_ analysis: Analysis) -> [Gap] {
  analysis.chains.compactMap { chain in
    guard let demand = chain.chain.demand, let capacity = chain.capacity, capacity < demand else { return nil }
    let short = demand - capacity
    return Gap(
      .capacityShort, in: analysis.network, chain: chain.index, severity: 1 - capacity / demand,
      evidence: [("demand", .number(demand)), ("capacity", .number(capacity)), ("short", .number(short))],
      explanation: Phrase(
        "\(chain.chain.titled.en.sentenceCased) has a demand of \(demand.plain), but its providers supply only "
          + "\(capacity.plain), which leaves \(short.plain) uncovered.",
        zh: "\(chain.chain.titled.zh)需求为 \(demand.plain)，供给能力为 \(capacity.plain)，"
          + "缺口为 \(short.plain)。"),
      remedies: [.capacity(short, chain: chain.index)])
  }
}
