import KesiCluster
import KesiNetwork

extension ResultTable {
  /// One row an actor or a tie, the greatest expected loss first.
  public static func risks(_ risks: [Risk], of network: Network, in language: Language) -> ResultTable {
    ResultTable(
      risks.enumerated().map { (rank: $0 + 1, risk: $1) }, riskColumns, in: TableContext(network, language),
      called: Chapter.risk.name)
  }

  static let riskColumns: [Column<(rank: Int, risk: Risk)>] = [
    Column(
      "rank", Phrase("rank", zh: "序号"), .whole, told: Phrase("The greatest expected loss first.", zh: "按年预期损失由大到小。")
    ) { row, _ in .whole(row.rank) },
    Column("what", Phrase("what", zh: "对象"), .code(RiskSort.self), told: Phrase("An actor or a tie.", zh: "主体或联系。")) {
      row, table in row.risk.subject.sort.cell(table.language)
    },
    Column(
      "subject", Phrase("who", zh: "名称"), .text, told: Phrase("Its id; of a tie both, A--B.", zh: "编号；联系写双方，如 A--B。")
    ) {
      row, table in row.risk.subject.cell(table)
    },
    Column("expected_loss", Phrase("expected loss a year", zh: "年预期损失"), .fraction, means: [expected]) { row, _ in
      .fraction(optional: row.risk.expected)
    },
    Column("chance", Phrase("chance of loss", zh: "流失可能性"), .fraction, means: [chance]) { row, _ in
      .fraction(optional: row.risk.chance)
    },
    Column("loss", Phrase("loss", zh: "损失"), .fraction, means: [expected]) { row, _ in
      .fraction(optional: row.risk.loss)
    },
    Column(
      "chain", Phrase("chain hit most", zh: "受影响最大的产业链"), .optional(.id),
      told: Phrase("The chain whose index would fall most.", zh: "指数下降最多的产业链。")
    ) { row, table in .chain(row.risk.chain?.number, table) },
    Column(
      "chain_loss", Phrase("its fall", zh: "该链指数下降"), .optional(.fraction),
      told: Phrase("By how much the index of that chain would fall.", zh: "该产业链指数的下降值。")
    ) { row, _ in .fraction(optional: row.risk.chain?.fall) },
  ]

  private static let expected = ColumnMeaning(
    "expected_loss", Phrase("expected loss", zh: "预期损失"), or: ["loss", "年预期损失", "expected loss a year"],
    Phrase(
      "loss: what the cluster index would lose without the ties and positions of an actor, or without a tie; expected_loss: that times the chance of losing it within a year.",
      zh: "loss 为失去某主体的联系与链位（或失去某条联系）后集群指数的下降值；expected_loss 为它与一年内流失可能性之积。"),
    advice: Phrase(
      "Points of 100. It ranks what to secure, not what to build. 0 where nothing would be lost, also where the index would rise, as without a project that has stalled.",
      zh: "满分 100。用于判断该稳住谁，不表示该新建什么。失去后指数不降的记 0；指数反而上升的（如停滞的项目）也记 0。"))
  private static let chance = ColumnMeaning(
    Phrase(
      "How likely an actor is to be lost within a year, by its kind; of a tie how often ties of this network lapse.",
      zh: "主体一年内流失的可能性，按类型估计；联系则按本网络中联系中断的频率估计。"),
    advice: Phrase(
      "Judgments that network.yml can set (losses); 0 for government, which is reorganized, not lost.",
      zh: "属主观估计，可在 network.yml 的 losses 中设定；政府部门只会调整、不会流失，取 0。"))
}

enum RiskSort: String, Term {
  case actor, tie

  var chinese: [String] { [self == .actor ? "主体" : "联系"] }
}

extension Risk.Subject {
  fileprivate var sort: RiskSort {
    switch self {
    case .actor: .actor
    case .tie: .tie
    }
  }

  fileprivate func cell(_ table: TableContext) -> ResultTable.Cell {
    let actors = table.network.actors
    switch self {
    case .actor(let actor): return .actor(actor, table)
    case .tie(let a, let b):
      let names = [a, b].map { actors[$0].shortName(in: table.language) }
      return .shown(.text("\(actors[a].id)--\(actors[b].id)"), as: names.joined(separator: " — "))
    }
  }
}
