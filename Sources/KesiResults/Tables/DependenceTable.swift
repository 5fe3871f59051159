import KesiCluster
import KesiNetwork

extension ResultTable {
  /// One row an actor: what its loss alone would break, the worst first.
  ///
  /// - Parameter isJudged: whether ties are assessed; else only what its chains would lose is stated.
  public static func dependences(
    _ dependences: [Dependence], of network: Network, isJudged: Bool = true, in language: Language
  ) -> ResultTable {
    ResultTable(
      dependences, dependenceColumns, in: TableContext(network, language, judgesTies: isJudged),
      called: Phrase("dependence", zh: "流失影响"))
  }

  static let dependenceColumns: [Column<Dependence>] = [
    Column("id", Phrase("id", zh: "编号"), .id, for: .programs) { item, table in
      .text(table.network.actors[item.actor].id)
    },
    Column("name", Phrase("if lost", zh: "若失去"), .word) { item, table in
      let actor = table.network.actors[item.actor]
      return .word(.text(actor.name), as: actor.shortName(in: table.language))
    },
    Column("kind", Phrase("kind", zh: "主体类型"), .word) { item, table in
      let kind = table.network.actors[item.actor].kind
      return .word(.text(kind), as: table.network.profile.kind(kind).label(table.language))
    },
    Column("harm", Phrase("harm", zh: "影响程度"), .optional(.fraction), means: [harm]) { item, table in
      .fraction(optional: table.judgesTies ? item.harm : nil)
    },
    Column("ties", Phrase("ties", zh: "联系数"), .whole) { item, _ in .whole(item.ties) },
    Column("cut_off", Phrase("actors cut off", zh: "断开主体数"), .optional(.whole), means: [cutOff]) { item, table in
      table.judgesTies ? .whole(item.cutOff) : .missing
    },
    Column("parted_pairs", Phrase("disconnected pairs", zh: "断开对数"), .optional(.whole), means: [partedPairs]) {
      item, table in table.judgesTies ? .whole(item.partedPairs) : .missing
    },
    Column("stranded", Phrase("left without a partner", zh: "失去唯一伙伴数"), .optional(.whole), means: [stranded]) {
      item, table in table.judgesTies ? .whole(item.stranded) : .missing
    },
    Column("chain", Phrase("chain hit most", zh: "受影响最大的链"), .optional(.id), means: [indexLoss]) { item, table in
      .chain(item.chain, table)
    },
    Column("index_loss", Phrase("its index falls by", zh: "指数降幅"), .optional(.fraction), means: [indexLoss]) {
      item, _ in
      item.chain == nil ? .missing : .fraction(optional: item.indexLoss)
    },
    Column("led", Phrase("consortia led", zh: "牵头联合体数"), .whole, means: [led]) { item, _ in .whole(item.led) },
  ]

  private static let harm = ColumnMeaning(
    or: ["损害", "if lost", "若失去"],
    Phrase(
      "What the loss of one actor would break: the larger of the share of pairs disconnected and of the fall of a chain's index.",
      zh: "失去某主体的影响：断开的主体对占比与产业链指数降幅两者中较大者。"),
    advice: Phrase("0: no one else is cut off and no chain suffers.", zh: "为 0 表示既无单位断开，也无产业链受损。"))
  private static let cutOff = ColumnMeaning(
    or: ["失联主体"],
    Phrase("How many other actors the main network would lose with this one.", zh: "失去该主体后，与主网络断开的其他主体数。"),
    advice: Phrase("Ties among its partners bring it down.", zh: "促成其合作方之间直接合作可减少。"), isEvidence: true)
  private static let partedPairs = ColumnMeaning(
    Phrase("How many pairs of other actors could no longer reach each other.", zh: "失去该主体后，彼此不再相通的主体对数。"),
    advice: Phrase("Compare within one network.", zh: "只宜在同一网络内比较。"))
  private static let stranded = ColumnMeaning(
    Phrase("How many actors have this one as their only partner.", zh: "以该主体为唯一合作方的主体数。"),
    advice: Phrase("Bring each a second partner first.", zh: "应先为它们各找第二个合作方。"))
  private static let indexLoss = ColumnMeaning(
    "index_loss", Phrase("fall of the chain index", zh: "指数降幅"),
    or: ["its index falls by", "chain hit most", "受影响最大的链"],
    Phrase("By how much the index of the chain that is hit most would fall.", zh: "受影响最大的产业链，其指数下降多少。"),
    advice: Phrase("The column chain names it.", zh: "该产业链见“产业链”列。"))
  private static let led = ColumnMeaning(
    Phrase("How many consortia the actor leads.", zh: "该主体牵头的联合体数。"),
    advice: Phrase("They would need another leader.", zh: "失去它，这些联合体须另定牵头单位。"))
}
