import KesiCluster
import KesiNetwork

extension ResultTable {
  /// One row a way of losing actors: Schneider's R, its spread, and when half is lost.
  ///
  /// - Parameter isJudged: whether ties are assessed; else nothing follows from them.
  public static func resilience(
    _ studies: [RemovalStudy], of network: Network, isJudged: Bool = true, in language: Language
  ) -> ResultTable {
    ResultTable(
      studies, resilienceColumns, in: TableContext(network, language, judgesTies: isJudged),
      called: Phrase("resilience", zh: "稳健性"))
  }

  /// One row a loss: how many are gone, and what share of all the largest part still holds.
  public static func removalCurves(
    _ studies: [RemovalStudy], of network: Network, in language: Language
  ) -> ResultTable {
    ResultTable(
      studies.flatMap(\.points), curveColumns, in: TableContext(network, language),
      called: Phrase("removal", zh: "流失过程"))
  }

  static let resilienceColumns: [Column<RemovalStudy>] = [
    strategy.of(\.strategy),
    judged("robustness", Phrase("R (Schneider)", zh: "稳健性 R"), \.robustness),
    judged("spread", Phrase("standard deviation of R", zh: "R 的标准差"), \.spread),
    judged(
      "half_at", Phrase("share lost when less than half is connected", zh: "最大部分不足半数时的流失比例"), means: [half], \.half),
  ]

  static let curveColumns: [Column<RemovalStudy.Point>] = [
    strategy.of(\.strategy),
    Column("removed", Phrase("actors lost", zh: "流失主体数"), .whole, means: [curve]) { point, _ in .whole(point.lost) },
    Column("largest_share", Phrase("share of all in the largest part", zh: "最大连通部分占比"), .fraction, means: [curve]) {
      point, _ in .fraction(optional: point.largest)
    },
  ]

  private static let strategy = Column<RemovalStudy.Strategy>(
    "strategy", Phrase("who is lost", zh: "流失方式"), .code(RemovalStudy.Strategy.self), means: [.strategy]
  ) { strategy, table in strategy.cell(table.language) }

  /// A number that is stated where ties are assessed.
  private static func judged(
    _ id: String, _ title: Phrase, means meanings: [ColumnMeaning] = [],
    _ value: @escaping @Sendable (RemovalStudy) -> Double?
  ) -> Column<RemovalStudy> {
    Column(id, title, .optional(.fraction), means: meanings) { study, table in
      .fraction(optional: table.judgesTies ? value(study) : nil)
    }
  }

  private static let half = ColumnMeaning(
    "half_at", Phrase("losses until half are disconnected", zh: "最大部分不足半数时的流失比例"),
    or: ["share lost when less than half is connected"],
    Phrase(
      "The share of actors lost when the largest connected part holds less than half of all.",
      zh: "最大连通部分降到不足总数一半时，已流失主体的比例。"),
    advice: Phrase("Near 0.5: robust. Near 0: a few losses break the network.", zh: "接近 0.5 则稳健；接近 0 则失去几家即瓦解。"))
  private static let curve = ColumnMeaning(
    "largest_share", Phrase("share of all in the largest part", zh: "最大连通部分占比"),
    or: ["removed", "actors lost", "流失主体数"],
    Phrase(
      "After so many losses, the share of all actors that the largest connected part still holds.",
      zh: "流失若干主体后，最大连通部分仍占全部主体的比例。"),
    advice: Phrase("A steep fall shows where the network breaks.", zh: "骤降处即网络瓦解之处。"))
}
