import KesiCluster
import KesiNetwork

extension ResultTable {
  /// One row a step: a tie, or a position of an actor of the network or of a newcomer; the one that does most first.
  public static func suggestions(
    _ suggestions: [Suggestion], of network: Network, in language: Language
  ) -> ResultTable {
    // Where no step is of a chain, people see no empty column.
    let hasChains = suggestions.contains { $0.chain != nil }
    return ResultTable(
      suggestions.enumerated().map { (rank: $0 + 1, step: $1) },
      suggestionColumns.map { $0.head.id == "chain" && !hasChains ? $0.shown(to: .programs) : $0 },
      in: TableContext(network, language), called: Phrase("suggestions", zh: "建议"))
  }

  static let suggestionColumns: [Column<(rank: Int, step: Suggestion)>] = [
    Column("rank", Phrase("rank", zh: "序号"), .whole, means: [step]) { row, _ in .whole(row.rank) },
    Column("source", Phrase("actor", zh: "主体"), .optional(.text), means: [step]) { row, table in
      row.step.step.source(table)
    },
    Column("target", Phrase("with", zh: "合作对象"), .optional(.id), means: [step]) { row, table in
      row.step.step.target(table)
    },
    Column("kind", Phrase("step", zh: "措施"), .optional(.code(StepSort.self)), means: [step]) { row, table in
      row.step.step.sort?.cell(table.language) ?? .missing
    },
    Column("chain", Phrase("chain", zh: "产业链"), .optional(.id), means: [step]) { row, table in
      .chain(row.step.chain, table)
    },
    Column("gain", Phrase("gain", zh: "预期增量"), .fraction, means: [gain]) { row, _ in .fraction(optional: row.step.gain)
    },
    Column("before", Phrase("before", zh: "措施前"), .fraction, means: [gain, .before]) { row, _ in
      .fraction(optional: row.step.before)
    },
    Column("after", Phrase("after", zh: "措施后"), .fraction, means: [gain, .before]) { row, _ in
      .fraction(optional: row.step.after)
    },
    Column("reason", Phrase("why", zh: "理由"), .text, means: [reason]) { row, table in
      .text(row.step.reason(table.language))
    },
    Column(
      "adamic_adar", Phrase("Adamic–Adar", zh: "Adamic–Adar 指数"), .optional(.real), for: .programs, means: [adamicAdar]
    ) { row, _ in .real(optional: row.step.likeness?.adamicAdar.withoutNoise) },
    Column(
      "resource_allocation", Phrase("resource allocation", zh: "资源分配指数"), .optional(.real), for: .programs,
      means: [resourceAllocation]
    ) { row, _ in .real(optional: row.step.likeness?.resourceAllocation.withoutNoise) },
  ]

  private static let step = ColumnMeaning(
    "step", Phrase("step", zh: "措施"), or: ["序号", "合作对象", "with"],
    Phrase(
      "What is suggested: a tie of the actor with another, or a position of the actor in a chain. rank numbers the steps.",
      zh: "建议做什么：促成主体与合作对象合作，或让主体加入产业链；“序号”为各步的先后。"),
    advice: Phrase(
      "A newcomer is new:KIND, as what-if --place takes it.", zh: "新引入的主体写作 new:KIND，可直接用于 what-if --place。"))
  private static let gain = ColumnMeaning(
    "gain", Phrase("gain", zh: "预期增量"), or: ["增益"],
    Phrase("How much a step raises the goal once the steps before it are taken.", zh: "在前面各步完成的基础上，这一步能使目标提高多少。"),
    advice: Phrase("after − before. Small gains of many steps add up.", zh: "等于“措施后”减“措施前”；各步可以累加。"))
  private static let reason = ColumnMeaning(
    Phrase("What a suggested step does for the goal.", zh: "所建议的措施怎样有助于目标。"),
    advice: Phrase("How much it does is its gain.", zh: "作用大小见“预期增量”。"))
  private static let adamicAdar = ColumnMeaning(
    Phrase(
      "How many partners two actors share, each counting 1/log of its own partners.",
      zh: "双方共同伙伴的加权数，每个伙伴按其伙伴数的对数倒数计。"),
    advice: Phrase("High: the two are likely to know each other.", zh: "高则双方较可能相互了解，容易促成合作。"),
    source: "Adamic & Adar 2003")
  private static let resourceAllocation = ColumnMeaning(
    Phrase("The same, each shared partner counting 1/its number of partners.", zh: "同上，但每个共同伙伴按其伙伴数的倒数计。"),
    advice: Phrase("Less moved by hubs than Adamic–Adar.", zh: "受大中心的影响小于 Adamic–Adar 指数。"),
    source: "Zhou, Lü & Zhang 2009")
}

/// What sort of step is suggested.
enum StepSort: String, Term {
  case tie, position

  var chinese: [String] {
    switch self {
    case .tie: ["促成合作"]
    case .position: ["加入产业链"]
    }
  }
}

extension Remedy {
  /// Nil for what is never suggested.
  fileprivate var sort: StepSort? {
    switch self {
    case .tie, .renewal: .tie
    case .seat, .position: .position
    case .capacity, .settlement, .division: nil
    }
  }

  /// Who takes it. A newcomer goes by `new:KIND`, as `what-if --place` takes it.
  fileprivate func source(_ table: TableContext) -> ResultTable.Cell {
    switch self {
    case .tie(let actor, _), .renewal(let actor, _), .seat(let actor, chain: _): return .actor(actor, table)
    case .position(let kind, _, _, _):
      let label = table.network.profile.kind(kind).label
      let name = Phrase("a new \(label.en)", zh: "新引入的\(label.zh)")
      return .word(.text("new:\(kind)"), as: name(table.language))
    case .capacity, .settlement, .division: return .missing
    }
  }

  /// With whom.
  fileprivate func target(_ table: TableContext) -> ResultTable.Cell {
    switch self {
    case .tie(_, let actor), .renewal(_, let actor): .actor(actor, table)
    case .seat, .position, .capacity, .settlement, .division: .missing
    }
  }
}
