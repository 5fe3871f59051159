import KesiNetwork

extension GapKind {
  /// More of an item is offered than is asked for.
  ///
  /// Severity: what is idle / what is offered, of the item itself. To falsify it: a demand that uses what is offered.
  public static let idleSupply = GapKind(
    "idle_supply", zh: "供给闲置", class: .missing, restsOn: [],
    definition: Phrase(
      "More of an item is offered in supplies.csv than is asked for in demands.csv. Severity: the share of what is offered that nobody asks for.",
      zh: "supplies.csv 中某项内容的供给超过 demands.csv 中的需求。严重度为闲置部分占供给的比例。"),
    advice: Phrase(
      "Each item is counted by itself, over the whole network. Near items that lack something may take it: what is unmet of them stands in the evidence, and only who lacks some is suggested. Matching does use near items, and leaves out who does not fit, so what is idle there is another number. Looked for where both tables are there; where a demand states no quantity, nothing is said of its item.",
      zh:
        "每项内容单独计算，范围为整个网络。相近内容若供不应求，可考虑转用，其缺口列在依据中，只建议与尚有缺口的需求方对接。供需匹配可用相近内容替代，并排除不合适的双方，因此其中的闲置数与此不同。两表都有时才判断；需求未填数量的内容不作判断。"
    ),
    evidence: [.item, .supplied, .demanded, .near],
    together: { n in Phrase("\(n) items of which more is offered than asked for", zh: "\(n) 项内容供大于求") },
    find: idleSupplies)
}

@Sendable private func idleSupplies(_ analysis: Analysis) -> [Gap] {
  let network = analysis.network
  return analysis.itemBalances.filter { $0.idle > 0 }.map { balance in
    let near = analysis.nearItems(to: balance).filter { $0.unmet > 0 }
    let lacking = near.reduce(0) { $0 + $1.unmet }.withoutNoise
    let label = analysis.label(ofItem: balance.item)
    let who = analysis.listed(balance.supplies)
    let (demanded, supplied, idle) = (balance.demanded, balance.supplied, balance.idle)
    return Gap(
      .idleSupply, in: network, subjects: balance.supplies.map(\.actor), chain: balance.chain, detail: balance.item,
      isNamedBySubjects: false, severity: idle / supplied,
      evidence: [
        (.item, .item(balance.item)), (.supplied, .number(supplied)), (.demanded, .number(demanded)),
        (.near, .number(lacking)),
      ],
      explanation: Phrase(
        "\(label.en.sentenceCased): \(Figure.amount(supplied).text) offered (\(who.en)), \(Figure.amount(demanded).text) of the same asked for, \(Figure.amount(idle).text) idle"
          + (lacking > 0
            ? "; of near items \(Figure.amount(lacking).text) is unmet."
            : ". Of near items nothing is lacking: another user has to be found."),
        zh:
          "“\(label.zh)”供给 \(Figure.amount(supplied).text)（\(who.zh)），同项需求 \(Figure.amount(demanded).text)，闲置 \(Figure.amount(idle).text)"
          + (lacking > 0 ? "；相近内容尚缺 \(Figure.amount(lacking).text)。" : "。相近内容也无缺口，须另寻需求方。")),
      // Who asks for the item itself has all that it asks for.
      remedies: [analysis.untiedPair(of: balance, with: near, offering: true)].compactMap(\.self))
  }
}
