import KesiNetwork

/// What of an item is offered and what is asked for, by the rows of `supplies.csv` and `demands.csv`. Where no row of an item
/// states a quantity, each counts as one.
struct ItemBalance {
  let item: String
  let supplies: [(actor: Int, quantity: Double)]
  let demands: [(actor: Int, quantity: Double)]
  /// Whether every row of a side says how much; else that side may be any larger.
  let isSupplyKnown: Bool
  let isDemandKnown: Bool
  /// The chain that all rows of it are for; nil where they are for several or none.
  let chain: Int?

  var supplied: Double { supplies.reduce(0) { $0 + $1.quantity }.withoutNoise }
  var demanded: Double { demands.reduce(0) { $0 + $1.quantity }.withoutNoise }
  /// What is asked for beyond what is offered, and the other way round; 0 where that cannot be said.
  var unmet: Double { isSupplyKnown ? max(0, demanded - supplied).withoutNoise : 0 }
  var idle: Double { isDemandKnown ? max(0, supplied - demanded).withoutNoise : 0 }

  init(of item: String, _ supplies: [Supply], _ demands: [Demand]) {
    self.item = item
    let isCounted = (supplies.map(\.quantity) + demands.map(\.quantity)).allSatisfy { $0 == nil }
    func stated<Side>(_ entries: [MarketEntry<Side>]) -> [(actor: Int, quantity: Double)] {
      let rows = entries.compactMap { entry in
        (entry.quantity ?? (isCounted ? 1 : nil)).map { (actor: entry.actor, quantity: $0) }
      }
      // Who has most first: an actor may have several rows.
      return Dictionary(grouping: rows, by: \.actor)
        .map { (actor: $0, quantity: $1.reduce(0) { $0 + $1.quantity }) }
        .sorted { ($1.quantity, $0.actor) < ($0.quantity, $1.actor) }
    }
    (self.supplies, self.demands) = (stated(supplies), stated(demands))
    isSupplyKnown = isCounted || supplies.allSatisfy { $0.quantity != nil }
    isDemandKnown = isCounted || demands.allSatisfy { $0.quantity != nil }
    let chains = Set(supplies.map(\.chain) + demands.map(\.chain))
    chain = chains.count == 1 ? chains.first ?? nil : nil
  }
}

/// The items of the network, and which of those that are offered or asked for have something in common.
private enum ItemFamilies: AnalysisPart {
  struct Value {
    let tree: ItemTree
    /// The lines of the items, and by what they are all a part of in the end their places among the balances.
    let lines: [[ExactText]]
    let places: [ExactText: [Int]]
  }

  static func value(of analysis: Analysis) -> Value {
    let tree = ItemTree(analysis.network.profile.items)
    let lines = analysis.itemBalances.map { tree.line(of: $0.item).map(ExactText.init) }
    return Value(
      tree: tree, lines: lines, places: Dictionary(grouping: lines.indices) { lines[$0][lines[$0].count - 1] })
  }
}

private enum Balances: AnalysisPart {
  /// In the order in which items first occur among what is asked for, then among what is offered.
  static func value(of analysis: Analysis) -> [ItemBalance] {
    let network = analysis.network
    // Of one side alone nothing can be said: the other is not stated.
    guard !network.supplies.isEmpty, !network.demands.isEmpty else { return [] }
    let supplies = Dictionary(grouping: network.supplies) { ExactText($0.item) }
    let demands = Dictionary(grouping: network.demands) { ExactText($0.item) }
    var seen = Set<ExactText>()
    let items = (network.demands.map(\.item) + network.supplies.map(\.item)).map(ExactText.init)
    return items.filter { seen.insert($0).inserted }.map {
      ItemBalance(of: $0.text, supplies[$0] ?? [], demands[$0] ?? [])
    }
  }
}

extension Analysis {
  /// What is offered and asked for of each item; nothing where a table of the two is missing.
  var itemBalances: [ItemBalance] { part(Balances.self) }

  /// What an item is called.
  func label(ofItem item: String) -> Phrase { part(ItemFamilies.self).tree[item].label }

  /// The other items that have something in common with one, the nearest first.
  ///
  /// - Complexity: O(n log n) for n items that have something in common.
  func nearItems(to balance: ItemBalance) -> [ItemBalance] {
    let families = part(ItemFamilies.self)
    let line = families.tree.line(of: balance.item).map(ExactText.init)
    return (families.places[line[line.count - 1]] ?? []).map { place in
      (other: itemBalances[place], nearness: ItemTree.nearness(of: line, families.lines[place]))
    }.filter { $0.nearness > 0 && !$0.other.item.isExactly(balance.item) }
      .sorted { ($1.nearness, $0.other.item) < ($0.nearness, $1.other.item) }.map(\.other)
  }

  /// The first pair without a tie of someone of an item and someone of the other side of others, those with most first.
  func untiedPair(of balance: ItemBalance, with others: [ItemBalance], offering: Bool) -> Remedy? {
    let own = (offering ? balance.supplies : balance.demands).map(\.actor)
    for other in others {
      for one in own {
        for partner in (offering ? other.demands : other.supplies).map(\.actor)
        where one != partner && graph.vertex[one] != nil && graph.vertex[partner] != nil && !areTied(one, partner) {
          return .tie(one, partner)
        }
      }
    }
    return nil
  }

  /// Who has how much, for people: `A 250, B 200`.
  func listed(_ rows: [(actor: Int, quantity: Double)]) -> Phrase {
    func list(_ language: Language) -> String {
      rows.listed(most: 3, in: language) { "\(name($0.actor, language)) \(Figure.amount($0.quantity).text)" }
    }
    return Phrase(list(.en), zh: list(.zh))
  }
}

extension EvidenceTerm {
  public static let item = EvidenceTerm("item", Phrase("item", zh: "供需内容"))
  public static let demanded = EvidenceTerm("demanded", Phrase("asked for", zh: "需求量"))
  public static let supplied = EvidenceTerm("supplied", Phrase("offered", zh: "供给量"))
  public static let near = EvidenceTerm("near", Phrase("near items", zh: "相近内容余缺"))
}
