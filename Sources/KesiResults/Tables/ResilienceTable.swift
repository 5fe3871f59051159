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
      heading: Heading(of: network),
      columns: [
        Column("strategy", Phrase("who is lost", zh: "流失方式")),
        Column("robustness", Phrase("R (Schneider)", zh: "稳健性 R")),
        Column("spread", Phrase("standard deviation of R", zh: "R 的标准差")),
        Column("half_at", Phrase("share lost when less than half is connected", zh: "最大部分不足半数时的流失比例")),
      ],
      rows: studies.map { study in
        [
          strategy(study, language), .fraction(optional: isJudged ? study.robustness : nil),
          .fraction(optional: isJudged ? study.spread : nil), .fraction(optional: isJudged ? study.half : nil),
        ]
      })
  }

  /// One row a loss: how many are gone, and what share of all the largest part still holds.
  public static func removalCurves(
    _ studies: [RemovalStudy], of network: Network, in language: Language
  ) -> ResultTable {
    ResultTable(
      heading: Heading(of: network),
      columns: [
        Column("strategy", Phrase("who is lost", zh: "流失方式")), Column("removed", Phrase("actors lost", zh: "流失主体数")),
        Column("largest_share", Phrase("share of all in the largest part", zh: "最大连通部分占比")),
      ],
      rows: studies.flatMap { study in
        study.largest.enumerated().map { [strategy(study, language), .whole($0), .fraction(optional: $1)] }
      })
  }

  private static func strategy(_ study: RemovalStudy, _ language: Language) -> Cell {
    let label: Phrase =
      switch study.strategy {
      case .random: Phrase("anyone, at random", zh: study.strategy.label.zh)
      case .degree: Phrase("those with most ties first", zh: study.strategy.label.zh)
      case .betweenness: Phrase("those with most betweenness first", zh: study.strategy.label.zh)
      }
    return .word(.text(study.strategy.rawValue), as: label(language))
  }

  /// One row an actor: what its loss alone would break, the worst first.
  ///
  /// - Parameter isJudged: whether ties are assessed; else only what its chains would lose is stated.
  public static func dependences(
    _ dependences: [Dependence], of network: Network, isJudged: Bool = true, in language: Language
  ) -> ResultTable {
    let rows = dependences.map { item -> [Cell] in
      let actor = network.actors[item.actor]
      let chain = item.chain.map { network.chains[$0] }
      return [
        .text(actor.id), .word(.text(actor.name), as: actor.shortName(in: language)),
        .word(.text(actor.kind), as: network.profile.kind(actor.kind).label(language)),
        .fraction(optional: isJudged ? item.harm : nil), .whole(item.ties),
        isJudged ? .whole(item.cutOff) : .missing, isJudged ? .whole(item.partedPairs) : .missing,
        isJudged ? .whole(item.stranded) : .missing,
        chain.map { .shown(.text($0.id), as: $0.name(in: language)) } ?? .missing,
        chain == nil ? .missing : .fraction(optional: item.indexLoss), .whole(item.led),
      ]
    }
    return ResultTable(
      heading: Heading(of: network),
      columns: [
        Column("id", Phrase("id", zh: "编号"), for: .programs), Column("name", Phrase("if lost", zh: "若失去")),
        Column("kind", Phrase("kind", zh: "主体类型")), Column("harm", Phrase("harm", zh: "影响程度")),
        Column("ties", Phrase("ties", zh: "联系数")), Column("cut_off", Phrase("actors cut off", zh: "断开主体数")),
        Column("parted_pairs", Phrase("disconnected pairs", zh: "断开对数")),
        Column("stranded", Phrase("left without a partner", zh: "失去唯一伙伴数")),
        Column("chain", Phrase("chain hit most", zh: "受影响最大的链")),
        Column("index_loss", Phrase("its index falls by", zh: "指数降幅")),
        Column("led", Phrase("consortia led", zh: "牵头联合体数")),
      ], rows: rows)
  }
}
