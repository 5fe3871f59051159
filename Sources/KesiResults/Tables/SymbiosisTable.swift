import KesiCluster
import KesiConsortium
import KesiNetwork

extension ResultTable {
  /// One row for the whole network, then one a chain: in which mode it lives, and how strength is divided among modes.
  public static func symbiosis(_ modes: [SymbiosisModes], of network: Network, in language: Language) -> ResultTable {
    ResultTable(
      modes, symbiosisColumns, in: TableContext(network, language), called: Phrase("symbiosis", zh: "共生模式"),
      note: network.profile.symbiosis.map {
        Phrase("the source says: “\($0.en)”", zh: "资料本身的判断：“\($0.zh)”")
      })
  }

  /// One row a pair of actors: in which mode the two live together, and the numbers that it follows from.
  public static func symbioticPairs(_ all: [SymbioticPair], of network: Network, in language: Language) -> ResultTable {
    ResultTable(
      all, symbioticPairColumns, in: TableContext(network, language),
      called: Phrase("symbiosis of partners", zh: "伙伴共生模式"))
  }

  static let symbiosisColumns: [Column<SymbiosisModes>] = [
    Column("scope", Phrase("scope", zh: "范围"), .id, told: Phrase("A chain, or network.", zh: "某条产业链，或整个网络（network）。")) {
      row, table in
      row.chain.map { .chain($0, table) }
        ?? .shown(.text(Observation.network), as: Phrase("whole network", zh: "整个网络")(table.language))
    },
    organization { $0.organization.mode },
    behavior { $0.behavior.mode },
    Column(
      "stated_verdict", Phrase("verdict of the source", zh: "资料本身的判断"), .optional(.text), for: .programs,
      told: Phrase(
        "What the source itself says of the network, as network.yml quotes it.", zh: "资料本身对整个网络的判断，照录 network.yml。")
    ) { row, table in row.chain == nil ? .text(optional: table.network.profile.symbiosis?(table.language)) : .missing },
    Column("pairs", Phrase("pairs", zh: "伙伴对数"), .whole, means: [pairs]) { row, _ in .whole(row.pairs) },
    Column("strength", Phrase("strength", zh: "联系强度"), .number, told: strength) { row, _ in
      .amount(optional: row.strength)
    },
    Column(
      "organization_stated", Phrase("organization known", zh: "组织模式已知占比"), .fraction, means: [stated]
    ) { row, _ in .fraction(optional: row.organization.stated) },
    Column("behavior_stated", Phrase("behavior known", zh: "行为模式已知占比"), .fraction, means: [stated]) { row, _ in
      .fraction(optional: row.behavior.stated)
    },
    Column("organization_modes", Phrase("organization by strength", zh: "组织模式分布"), .pairs, means: [division]) {
      row, table in cell(row.organization, table)
    },
    Column("behavior_modes", Phrase("behavior by strength", zh: "行为模式分布"), .pairs, means: [division]) { row, table in
      cell(row.behavior, table)
    },
  ]

  static let symbioticPairColumns: [Column<SymbioticPair>] = [
    Column("source", Phrase("one actor", zh: "甲方"), .id, told: Phrase("One of the two actors.", zh: "双方之一。")) {
      row, table in .actor(row.actors.0, table)
    },
    Column("target", Phrase("other actor", zh: "乙方"), .id, told: Phrase("The other of the two.", zh: "双方中的另一方。")) {
      row, table in .actor(row.actors.1, table)
    },
    organization { $0.organization },
    behavior { $0.behavior },
    Column(
      "active_years", Phrase("active years", zh: "有合作的年数"), .optional(.whole),
      told: Phrase("Years in which any tie of the two lasted.", zh: "双方有任一联系存续的年数。")
    ) { row, _ in .whole(optional: row.years?.active) },
    Column(
      "years", Phrase("years in all", zh: "总年数"), .optional(.whole),
      told: Phrase("Years from the first tie to what counts as today.", zh: "自首次合作至基准日的年数。")
    ) { row, _ in .whole(optional: row.years?.all) },
    Column(
      "times", Phrase("times taken up", zh: "合作次数"), .optional(.whole), means: [followed],
      told: Phrase("How often work was taken up: years without a break are one time.", zh: "合作了几次；连续的年份计一次。")
    ) { row, _ in .whole(optional: row.years?.times) },
    Column(
      "since", Phrase("since", zh: "起始年份"), .optional(.whole),
      told: Phrase("The year of the first tie.", zh: "首次合作的年份。")
    ) { row, _ in .whole(optional: row.years?.first) },
    Column(
      "kinds", Phrase("kinds of ties", zh: "联系类型数"), .whole,
      told: Phrase("How many kinds of ties the two have.", zh: "双方有几种联系。")
    ) { row, _ in .whole(row.kinds) },
    Column("ties", Phrase("ties", zh: "联系数"), .whole) { row, _ in .whole(row.ties) },
    Column("strength", Phrase("strength", zh: "联系强度"), .number, told: strength) { row, _ in
      .amount(optional: row.strength)
    },
    Column(
      "benefit_source", Phrase("benefit of the one", zh: "甲方收益"), .optional(.number),
      told: Phrase("What the one gains by the ties that state both sides.", zh: "由双方收益均有填写的联系，甲方所得之和。")
    ) { row, _ in .amount(optional: row.gains?.0) },
    Column(
      "benefit_target", Phrase("benefit of the other", zh: "乙方收益"), .optional(.number),
      told: Phrase("What the other gains by them.", zh: "由这些联系，乙方所得之和。")
    ) { row, _ in .amount(optional: row.gains?.1) },
    Column("lacking", Phrase("not stated", zh: "缺少的资料"), .words, means: [lacking]) { row, table in
      .word(.list(row.lacks.map(\.rawValue)), as: table.list(row.lacks.map { $0.label(table.language) }))
    },
  ]

  private static let notEnoughData = ColumnType.Code("not_enough_data", Phrase("not enough data", zh: "资料不足"))

  private static func organization<Row>(_ mode: @escaping @Sendable (Row) -> OrganizationMode?) -> Column<Row> {
    Column(
      "organization", Phrase("organization mode", zh: "组织模式"), .code(OrganizationMode.self, or: notEnoughData),
      means: [organizationMode]
    ) { row, table in mode(row)?.cell(table.language) ?? notEnoughData.cell(table.language) }
  }

  private static func behavior<Row>(_ mode: @escaping @Sendable (Row) -> BehaviorMode?) -> Column<Row> {
    Column(
      "behavior", Phrase("behavior mode", zh: "行为模式"), .code(BehaviorMode.self, or: notEnoughData),
      means: [.behaviorMode]
    ) { row, table in mode(row)?.cell(table.language) ?? notEnoughData.cell(table.language) }
  }

  private static func cell<Mode>(_ shares: ModeShares<Mode>, _ table: TableContext) -> Cell {
    let pairs = shares.shares.map { mode, share in
      Cell.Pair(name: mode.rawValue, label: mode.label(table.language), value: .fraction(share.withoutNoise))
    }
    let shown = pairs.map { "\($0.label) \($0.value.forPeople(fixed: true))" }
    return .shown(.pairs(pairs), as: shown.joined(separator: table.language == .zh ? "、" : ", "))
  }

  private static let strength = Phrase("The sum of the weights of the ties.", zh: "各条联系强度之和。")
  private static let organizationMode = ColumnMeaning(
    "organization", Phrase("organization mode of a symbiosis", zh: "共生组织模式"),
    or: [
      "organization mode", "point", "intermittent symbiosis", "continuous", "integrated", "点共生", "间歇共生", "连续共生",
      "一体化共生", "组织模式",
    ],
    Phrase(
      "How two work together over time. Continuous: work in active_share of the years since they began or more, and in intermittent_years or more; integrated: the same over integrated_kinds kinds of ties or more. Intermittent: taken up twice or more, with longer breaks. Point: once, and over. Of a chain or the network: the mode of most strength.",
      zh:
        "双方合作在时间上的形态。连续共生：自首次合作以来，有合作的年份占比不低于“活跃年份占比”且不少于“考察间歇的最少年数”；一体化共生：在此基础上联系类型不少于“一体化的联系种类数”；间歇共生：合作过两次以上而中断较久；点共生：只合作过一次且已结束。产业链与网络取联系强度最大的模式。"
    ),
    advice: Phrase(
      "Not enough data where a tie of the two has no start, or work has begun too lately to tell. The bounds are settings of network.yml (thresholds).",
      zh: "双方有联系未填开始时间，或合作开始不久尚难判断的，为资料不足。界限可在 network.yml 的 thresholds 中设定。"),
    values: OrganizationMode.allCases.map(\.label), source: "Yuan Chunqing 袁纯清, Symbiosis Theory 共生理论, 1998")
  private static let stated = ColumnMeaning(
    "organization_stated", Phrase("share of strength whose mode is known", zh: "模式已知的占比"),
    or: ["behavior_stated", "organization known", "behavior known", "组织模式已知占比", "行为模式已知占比"],
    Phrase(
      "The share of the strength of ties of which dates (organization) or benefits of both sides (behavior) tell a mode.",
      zh: "起止时间（组织模式）或双方收益（行为模式）足以判断模式的联系，占联系强度的比例。"),
    advice: Phrase(
      "Below stated_share (a half unless set) the whole has no mode: fill in dates and benefits.",
      zh: "低于 stated_share（默认一半）时不给出整体模式，请补填起止时间与双方收益。"))
  private static let division = ColumnMeaning(
    "organization_modes", Phrase("strength by mode", zh: "各模式的强度占比"),
    or: ["behavior_modes", "organization by strength", "behavior by strength", "组织模式分布", "行为模式分布"],
    Phrase(
      "The share of the strength of ties in each mode; what is missing to 1 is not known.",
      zh: "各模式占联系强度的比例；不足 1 的部分为资料不足。"),
    advice: Phrase("Look here before the mode of the whole: a half may be far from all.", zh: "先看分布，再看整体模式：过半不等于全部。"))
  private static let pairs = ColumnMeaning(
    Phrase("Pairs of actors that are tied.", zh: "有联系的主体对数。"),
    advice: Phrase("Several ties of two actors are one pair.", zh: "同一对主体的多条联系计为一对。"))
  private static let followed = ColumnMeaning(
    "pair_evidence", Phrase("what the modes of a pair follow from", zh: "伙伴共生模式的依据"),
    or: [
      "times", "times taken up", "合作次数", "years in all", "kinds of ties", "联系类型数", "one actor", "other actor",
      "benefit of the one", "benefit of the other", "stated_verdict", "verdict of the source", "资料本身的判断",
    ],
    Phrase(
      "Of two actors: the years since their first tie, those of them with work, how often it was taken up, the kinds of ties, and what each side gains by the ties that state both. Beside the whole network stands what the source itself says (stated_verdict).",
      zh: "双方自首次联系以来的总年数、有合作的年数、合作次数、联系类型数，以及由双方收益均有填写的联系各自所得之和；整个网络一行另列资料本身的判断。"),
    advice: Phrase("Years without a break are one time.", zh: "连续的年份计一次。"))
  private static let lacking = ColumnMeaning(
    Phrase("What is not stated that a mode would follow from.", zh: "判断模式所缺的资料。"),
    advice: Phrase(
      "assessment: network.yml says that ties or their work are not assessed; dates: a tie has no start; years: begun too lately; benefits: no tie states both sides.",
      zh: "未作评估：network.yml 说明不评估联系或成效；起止时间：有联系未填开始时间；足够的年份：合作开始不久；双方收益：没有一条联系填写双方收益。"))
}

extension ColumnMeaning {
  static let behaviorMode = ColumnMeaning(
    "behavior", Phrase("behavior mode of a symbiosis", zh: "共生行为模式"),
    or: [
      "behavior mode", "mode", "模式", "parasitic", "biased", "commensal", "symmetric mutual", "asymmetric mutual", "寄生",
      "对称互惠", "非对称互惠", "行为模式",
    ],
    Phrase(
      "Who gains, by the share that the smaller side has of what both gain: symmetric mutual from symmetric_share on, asymmetric mutual above biased_share, else biased: one side gains next to nothing. Parasitic: one side loses; no gain: neither gains. Of a chain or the network: the mode of most strength.",
      zh:
        "谁从共生中获益，看所得较少一方占双方所得之和的比例：不低于 symmetric_share 为对称互惠，高于 biased_share 为非对称互惠，其余为偏利共生（一方几乎无所得）；一方受损为寄生；双方均未获益为双方无益。产业链与网络取联系强度最大的模式。"
    ),
    advice: Phrase(
      "From benefit_source and benefit_target of the ties, below 0 for a loss; of two populations from the symbiosis coefficients. Biased and parasitic symbioses last only as long as one side pays.",
      zh: "依据联系表的双方收益（亏损为负数）；两个种群则依据共生系数。偏利与寄生难以持久。"),
    values: BehaviorMode.allCases.map { Phrase($0.rawValue, zh: $0.label.zh) },
    source: "Yuan Chunqing 袁纯清, Symbiosis Theory 共生理论, 1998")
}
