extension MarketEntry: TableRow where Side: DescribedSide {
  package static var table: Table { Side.table }
  package static var blank: MarketEntry { MarketEntry(actor: 0, item: "") }
  package static var columns: [TableColumn<MarketEntry>] { Side.columns }
}

/// A side whose table has its columns.
package protocol DescribedSide: MarketSide {
  static var columns: [TableColumn<MarketEntry<Self>>] { get }
  /// Its rows.
  static var entries: WritableKeyPath<Network, [MarketEntry<Self>]> & Sendable { get }
}

extension SupplySide: DescribedSide {
  package static var entries: WritableKeyPath<Network, [Supply]> & Sendable { \.supplies }
  package static let columns = SupplyDemandColumns<SupplySide>(
    actor: Phrase("The actor that offers it.", zh: "提供方。"),
    item: Phrase("What it offers.", zh: "提供什么。"),
    quantity: Phrase("How much of it there is.", zh: "可提供多少。"),
    level: Phrase("At what level it is offered.", zh: "所提供的达到哪一级。"),
    preferences: Phrase("Whom it would rather have as a partner, the best first.", zh: "希望与哪些单位合作，按意愿先后填写。")
  ).all
}

extension DemandSide: DescribedSide {
  package static var entries: WritableKeyPath<Network, [Demand]> & Sendable { \.demands }
  package static let columns = SupplyDemandColumns<DemandSide>(
    actor: Phrase("The actor that needs it.", zh: "需求方。"),
    item: Phrase("What it needs.", zh: "需要什么。"),
    quantity: Phrase("How much of it is needed.", zh: "需要多少。"),
    level: Phrase("What level is asked for.", zh: "要求达到哪一级。"),
    preferences: Phrase("Whom it would rather have as a partner, the best first.", zh: "希望与哪些单位合作，按意愿先后填写。")
  ).all
}

/// What `supplies.csv` and `demands.csv` hold, in the words of one of them.
package struct SupplyDemandColumns<Side: DescribedSide>: Sendable {
  package let all: [TableColumn<MarketEntry<Side>>]

  init(actor: Phrase, item: Phrase, quantity: Phrase, level: Phrase, preferences: Phrase) {
    all = [
      TableColumn(
        "actor", ["主体", "单位", "单位名称", "主体名称", "actor_id", "actor_name"],
        or: [
          "企业名称", "机构名称", "供给单位", "需求单位", "供给方", "需求方", "企业", "机构", "organization", "organisation", "company", "firm",
          "name", "名称",
        ], need: .value, .reference(.actors, \.actor), here: actor),
      TableColumn(
        "item", ["供需内容", "内容", "事项", "供给内容", "需求内容", "品目"],
        or: ["供给事项", "需求事项", "专业", "岗位", "技能", "技术", "服务", "产品", "skill", "service", "product", "subject"],
        need: .value, .text(\.item), .item, here: item),
      TableColumn(
        "quantity", ["数量", "供给数量", "需求数量"], or: ["人数", "规模", "需求人数", "培养人数", "amount", "count"], .number(\.quantity),
        .quantity, here: quantity),
      TableColumn("level", ["层级", "级别"], or: ["等级", "grade", "tier"], .term(\.level), .level, here: level),
      TableColumn(
        "chain", ["产业链", "产业链名称", "所属产业链", "chain_id", "chain_name"], or: ["产业", "所属产业", "industry"],
        .reference(.chains, \.chain), here: Phrase("The chain that it is for.", zh: "面向哪条产业链。")),
      TableColumn(
        "preferences", ["意向对象", "意向单位", "优先对象"], or: ["合作意向", "首选单位", "ranking", "choices"],
        .references(.actors, \.preferences), .preferences, here: preferences),
      TableColumn("evidence", ["依据", "证据"], .text(\.evidence), .evidence, here: Here.evidence),
      TableColumn("basis", ["数据性质"], .term(\.basis), .basis, here: Here.basis),
    ]
  }
}
