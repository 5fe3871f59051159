import KesiCluster
import KesiConsortium
import KesiNetwork

extension ResultTable {
  /// One row a match, the best first; then what of the demands and of the supplies is left.
  public static func matches(_ matching: Matching, of network: Network, in language: Language) -> ResultTable {
    let left =
      matching.unmet.map { MatchRow.Content.left($0, isSupply: false) }
      + matching.idle.map { .left($0, isSupply: true) }
    return matches(matching.matches.map { .pair($0) } + left, matching, of: network, in: language)
  }

  /// One row a pair, matched or not.
  public static func candidates(
    _ pairs: [Match], _ matching: Matching, of network: Network, in language: Language
  ) -> ResultTable {
    matches(pairs.map { .pair($0) }, matching, of: network, in: language)
  }

  private static func matches(
    _ rows: [MatchRow.Content], _ matching: Matching, of network: Network, in language: Language
  ) -> ResultTable {
    let rows = rows.enumerated().map { MatchRow(rank: $0 + 1, content: $1, matching: matching) }
    // People see what is asked for only where something else is offered, and the upper end where it is another.
    let isNear = rows.contains { $0.supply.map { $0.item } != nil && $0.demand.map { $0.item } != $0.supply?.item }
    let isOpen = rows.contains { $0.pair.map { !$0.compatibility.score.isKnown } ?? false }
    let hasChains = rows.contains { $0.chain != nil }
    func isIdle(_ id: String) -> Bool {
      id == "wanted_item" && !isNear || id == "score_high" && !isOpen || id == "chain" && !hasChains
    }
    return ResultTable(
      rows, matchColumns.map { isIdle($0.head.id) ? $0.shown(to: .programs) : $0 },
      in: TableContext(network, language), called: Phrase("matches", zh: "供需匹配"),
      note: matching.market.origin == .positions ? fromPositions : nil)
  }

  /// What a market rests on where nobody has stated one.
  public static let fromPositions = Phrase(
    "from positions in chains: there are no supplies or demands", zh: "根据链位推得：没有供给表和需求表")

  /// A row with what it is about.
  struct MatchRow {
    enum Content {
      case pair(Match)
      case left(Unmatched, isSupply: Bool)
    }

    let rank: Int
    let content: Content
    let matching: Matching

    var pair: Match? { if case .pair(let match) = content { match } else { nil } }

    var supply: Market.Entry? {
      switch content {
      case .pair(let match): matching.market.supplies[match.supply]
      case .left(let left, let isSupply): isSupply ? matching.market.supplies[left.place] : nil
      }
    }

    var demand: Market.Entry? {
      switch content {
      case .pair(let match): matching.market.demands[match.demand]
      case .left(let left, let isSupply): isSupply ? nil : matching.market.demands[left.place]
      }
    }

    var chain: Int? { demand?.chain ?? supply?.chain }

    var quantity: Double? {
      switch content {
      case .pair(let match): match.quantity
      case .left(let left, _): left.quantity
      }
    }

    var status: MatchStatus {
      switch content {
      case .pair(let match):
        switch match.obstacle {
        case nil: match.quantity > 0 ? .matched : .candidate
        case .tooDifferent?: .tooDifferent
        case .partners?: .barred
        }
      case .left(_, let isSupply): isSupply ? .idle : .unmet
      }
    }

    func reason(in network: Network) -> Phrase {
      switch content {
      case .pair(let match): matching.reason(of: match, in: network)
      case .left(let left, let isSupply): matching.reason(of: left, isSupply: isSupply)
      }
    }

    func item(_ entry: Market.Entry?, _ table: TableContext) -> Cell {
      guard let entry else { return .missing }
      return .word(.text(entry.item), as: matching.market.label(of: entry.item, in: table.network)(table.language))
    }
  }

  static let matchColumns: [Column<MatchRow>] = [
    Column("rank", Phrase("rank", zh: "序号"), .whole, told: Phrase("The rows in order.", zh: "各行的先后。")) { row, _ in
      .whole(row.rank)
    },
    Column("status", Phrase("status", zh: "状态"), .code(MatchStatus.self), means: [match]) { row, table in
      row.status.cell(table.language)
    },
    Column("supplier", Phrase("supplier", zh: "供给单位"), .optional(.id), means: [match]) { row, table in
      row.supply.map { .actor($0.actor, table) } ?? .missing
    },
    Column("demander", Phrase("demander", zh: "需求单位"), .optional(.id), means: [match]) { row, table in
      row.demand.map { .actor($0.actor, table) } ?? .missing
    },
    Column(
      "item", Phrase("item", zh: "供需内容"), .optional(.word),
      told: Phrase("What is offered; of a demand that is left what is asked for.", zh: "所提供的内容；未满足的需求为所需内容。")
    ) { row, table in row.item(row.supply ?? row.demand, table) },
    Column("wanted_item", Phrase("item asked for", zh: "所需内容"), .optional(.word), means: [match]) { row, table in
      row.item(row.demand, table)
    },
    Column("chain", Phrase("chain", zh: "产业链"), .optional(.id)) { row, table in .chain(row.chain, table) },
    Column(
      "quantity", Phrase("quantity", zh: "匹配数量"), .optional(.number),
      told: Phrase("How much goes from one to the other, or is left.", zh: "双方之间匹配的数量，或尚未匹配的数量。")
    ) { row, _ in .amount(optional: row.quantity) },
    Column("match_score", Phrase("score", zh: "匹配度"), .optional(.fraction), means: [score]) { row, _ in
      .fraction(optional: row.pair?.compatibility.score.low)
    },
    Column("score_high", Phrase("at most", zh: "匹配度上限"), .optional(.fraction), means: [score]) { row, _ in
      .fraction(optional: row.pair?.compatibility.score.high)
    },
    Column("item_fit", Phrase("item fit", zh: "内容相符"), .optional(.fraction), means: [score]) { row, _ in
      .fraction(optional: row.pair?.compatibility.item)
    },
    Column("quantity_fit", Phrase("quantity fit", zh: "数量匹配"), .optional(.fraction), means: [score]) { row, _ in
      .fraction(optional: row.pair?.compatibility.quantity?.known)
    },
    Column("level_fit", Phrase("level fit", zh: "层级相当"), .optional(.fraction), means: [score]) { row, _ in
      .fraction(optional: row.pair?.compatibility.level?.known)
    },
    Column(
      "plausibility", Phrase("plausibility", zh: "可行度"), .optional(.fraction),
      told: Phrase("How plausible the two are as partners, 0 to 1.", zh: "双方成为合作伙伴的可行程度，0 至 1。")
    ) { row, _ in .fraction(optional: row.pair?.compatibility.partner) },
    Column(
      "reason", Phrase("why", zh: "理由"), .text,
      told: Phrase("Why the two fit, why they do not, or why something is left.", zh: "为何合适、为何不宜，或为何未能匹配。")
    ) { row, table in .text(row.reason(in: table.network)(table.language)) },
  ]

  private static let match = ColumnMeaning(
    "match", Phrase("match", zh: "供需匹配"),
    or: ["matches", "status", "状态", "supplier", "供给单位", "demander", "需求单位", "wanted_item", "item asked for", "所需内容"],
    Phrase(
      "Who supplies whom: as much as can be, and of all ways to match that much one of the greatest total of quantity × score. status says whether a pair is matched, would be possible (candidate), differs too much or is not to be matched; unmet and idle is what is left of a demand or a supply after near items are used: the gaps unmet_demand and idle_supply count each item by itself.",
      zh:
        "谁向谁供给：匹配数量尽可能多，在此前提下使“数量 × 匹配度”之和最大。“状态”表明该对已匹配、可作备选、差距过大或不宜匹配；未满足、闲置为用相近内容替代之后，需求或供给中尚未匹配的部分；缺口“需求未满足”“供给闲置”则每项内容单独计算。"
    ),
    advice: Phrase(
      "A proposal by what tables state: the two decide. With --stable nobody has a reason to leave its partner for another who would have it.",
      zh: "这是依据填报数据提出的方案，由双方决定。使用 --stable 时，不存在双方都更愿意另行合作的情况。"),
    values: MatchStatus.allCases.map(\.label),
    source: "Ahuja, Magnanti & Orlin 1993; Gale & Shapley 1962; Baïou & Balinski 2002")
  private static let score = ColumnMeaning(
    "match_score", Phrase("match score", zh: "匹配度"),
    or: [
      "score", "compatibility", "score_high", "at most", "匹配度上限", "item_fit", "item fit", "内容相符", "quantity_fit",
      "quantity fit", "数量匹配", "level_fit", "level fit", "层级相当",
    ],
    Phrase(
      "How well a supply and a demand fit, 0 to 1: item_fit × (0.3 quantity_fit + 0.3 level_fit + 0.4 plausibility). item_fit: 1 for the same item, less for near ones, by the tree of items in network.yml; quantity_fit: how much of the demand the supply covers by itself; level_fit: 1 less a third for each step between the levels; plausibility: the two as partners.",
      zh:
        "供给与需求的契合程度，0 至 1：内容相符 ×（0.3 数量匹配 + 0.3 层级相当 + 0.4 可行度）。内容相同为 1，相近的按 network.yml 中的从属关系递减；数量匹配为该项供给可独自满足需求的比例；层级每差一级减三分之一；可行度为双方作为合作伙伴的可行程度。"
    ),
    advice: Phrase(
      "What no row states is left out and the rest weighs more. What others state and this pair does not makes an interval, of which score_high is the upper end. Where the score would stay below least_match even with all of that at its best and the quantity met in full, the difference is too large.",
      zh: "各行都未填写的部分不计，其余按比例放大；他人已填而此对未填的，得分为一个区间，“匹配度上限”为其上端。未填部分从宽、数量视为全部满足，仍低于 least_match 的，即为差距过大。"))
}

/// What became of a pair, or of what is left.
enum MatchStatus: String, Term {
  case matched, candidate
  case tooDifferent = "too_different"
  case barred, unmet, idle

  var chinese: [String] {
    switch self {
    case .matched: ["已匹配"]
    case .candidate: ["备选"]
    case .tooDifferent: ["差距过大"]
    case .barred: ["不宜匹配"]
    case .unmet: ["未满足"]
    case .idle: ["闲置"]
    }
  }

  var label: Phrase {
    let english =
      switch self {
      case .tooDifferent: "too different"
      case .barred: "not to be matched"
      case .matched, .candidate, .unmet, .idle: rawValue
      }
    return Phrase(english, zh: chinese[0])
  }
}
