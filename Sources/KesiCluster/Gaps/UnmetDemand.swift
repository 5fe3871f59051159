import KesiNetwork

extension GapKind {
  /// More of an item is asked for than is offered.
  ///
  /// Severity: what is unmet / what is asked for, of the item itself; near items are evidence. To falsify it: a supply of the
  /// item that covers what is asked for.
  public static let unmetDemand = GapKind(
    "unmet_demand", zh: "需求未满足", class: .missing, restsOn: [],
    definition: Phrase(
      "More of an item is asked for in demands.csv than is offered in supplies.csv. Severity: the share of what is asked for that nobody offers.",
      zh: "demands.csv 中某项内容的需求超过 supplies.csv 中的供给。严重度为未满足部分占需求的比例。"),
    advice: Phrase(
      "Each item is counted by itself, over the whole network. Ask first whether near items would do: what is left of them stands in the evidence, and only who has some left is suggested. Where nothing near is left, more has to be offered: a supplier raises what it can give, or another comes in. Matching does use near items, and leaves out who does not fit, so what is unmet there is another number. Looked for where both tables are there; where a supply states no quantity, nothing is said of its item.",
      zh:
        "每项内容单独计算，范围为整个网络。先看相近内容能否替代，其余量列在依据中，只建议与尚有余量的供方对接；相近内容也无余量的，须由供方扩大能力，或引入新的供方。供需匹配可用相近内容替代，并排除不合适的双方，因此其中的未满足数与此不同。两表都有时才判断；供给未填数量的内容不作判断。"
    ),
    evidence: [.item, .demanded, .supplied, .near],
    together: { n in Phrase("\(n) items of which more is asked for than offered", zh: "\(n) 项内容供不应求") },
    find: unmetDemands)
}

@Sendable private func unmetDemands(_ analysis: Analysis) -> [Gap] {
  let network = analysis.network
  return analysis.itemBalances.filter { $0.unmet > 0 }.map { balance in
    let near = analysis.nearItems(to: balance).filter { $0.idle > 0 }
    let left = near.reduce(0) { $0 + $1.idle }.withoutNoise
    let label = analysis.label(ofItem: balance.item)
    let who = analysis.listed(balance.demands)
    let (demanded, supplied, unmet) = (balance.demanded, balance.supplied, balance.unmet)
    return Gap(
      .unmetDemand, in: network, subjects: balance.demands.map(\.actor), chain: balance.chain, detail: balance.item,
      isNamedBySubjects: false, severity: unmet / demanded,
      evidence: [
        (.item, .item(balance.item)), (.demanded, .number(demanded)), (.supplied, .number(supplied)),
        (.near, .number(left)),
      ],
      explanation: Phrase(
        "\(label.en.sentenceCased): \(Figure.amount(demanded).text) asked for (\(who.en)), \(Figure.amount(supplied).text) of the same offered, \(Figure.amount(unmet).text) unmet"
          + (left > 0
            ? "; of near items \(Figure.amount(left).text) is left."
            : ". Of near items nothing is left: more has to be offered, by these or by others."),
        zh:
          "“\(label.zh)”需求 \(Figure.amount(demanded).text)（\(who.zh)），同项供给 \(Figure.amount(supplied).text)，缺口 \(Figure.amount(unmet).text)"
          + (left > 0 ? "；相近内容尚有余量 \(Figure.amount(left).text)。" : "。相近内容也无余量，须扩大供给或另寻供方。")),
      // What there is of the item itself is used up: only who has something near left can give any.
      remedies: [analysis.untiedPair(of: balance, with: near, offering: false)].compactMap(\.self)
        + analysis.capacity(for: balance))
  }
}

extension Analysis {
  /// More capacity of the chain of an item, as far as both lack it; nothing where the chain states no demand or capacity.
  fileprivate func capacity(for balance: ItemBalance) -> [Remedy] {
    guard let number = balance.chain, let demand = chains[number].chain.demand, let stated = chains[number].capacity,
      stated.isWhole, stated.stated < demand
    else { return [] }
    return [.capacity(min(balance.unmet, demand - stated.stated).withoutNoise, chain: number)]
  }
}
