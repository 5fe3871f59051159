import KesiConsortium
import KesiNetwork

extension ResultTable {
  /// One row a member, the best first: its index, how firm its rank is, and what each indicator adds.
  public static func contributions(_ contribution: Contribution, of network: Network, in language: Language)
    -> ResultTable
  {
    let scheme = contribution.scheme
    return ResultTable(
      contribution.members, contributionColumns + indicatorColumns(contribution),
      in: TableContext(network, language), called: Phrase("contribution", zh: "贡献评价"), note: scheme.title)
  }

  /// The columns that the scheme makes: of each indicator its number, and what it adds to the index where that is a sum.
  private static func indicatorColumns(_ contribution: Contribution) -> [Column<Contribution.Member>] {
    let isSum = contribution.scheme.method == .sum
    return contribution.scheme.indicators.enumerated().flatMap { place, indicator in
      let weight = Figure.share(contribution.weights[place]).text
      let value = Column<Contribution.Member>(
        indicator.id, indicator.label, .optional(.number), for: isSum ? .programs : .everyone,
        told: Phrase(
          "Its number (\(indicator.source.word)); its weight is \(weight).",
          zh: "该项指标的数值（\(indicator.source.word)），权重 \(weight)。")
      ) { member, _ in .amount(optional: member.values[place]?.withoutNoise) }
      let points = Column<Contribution.Member>(
        "\(indicator.id)_points", Phrase(indicator.label.en, zh: "\(indicator.label.zh)得分"), .optional(.number),
        told: Phrase(
          "How many points of the index it gives the member; its weight is \(weight).", zh: "该项为成员指数贡献的分值，权重 \(weight)。"
        )
      ) { member, _ in .real(optional: member.points[place]?.withoutNoise) }
      return isSum ? [points, value] : [value]
    }
  }

  static let contributionColumns: [Column<Contribution.Member>] = [
    Column("rank", Phrase("rank", zh: "贡献位次"), .optional(.whole), means: [rank]) { member, _ in
      .whole(optional: member.rank)
    },
    Column("actor", Phrase("actor", zh: "主体"), .id) { member, table in .actor(member.actor, table) },
    Column("kind", Phrase("kind", zh: "主体类型"), .optional(.word)) { member, table in
      let kind = table.network.actors[member.actor].kind
      return kind.isEmpty ? .missing : .word(.text(kind), as: table.network.profile.kind(kind).label(table.language))
    },
    Column("contribution_index", Phrase("contribution index", zh: "贡献指数"), .optional(.number), means: [index]) {
      member, _ in .real(optional: member.index?.withoutNoise)
    },
    Column("index_low", Phrase("at least", zh: "贡献指数下限"), .number, for: .programs, means: [missing]) { member, _ in
      .real(member.low.withoutNoise)
    },
    Column("index_high", Phrase("at most", zh: "贡献指数上限"), .number, for: .programs, means: [missing]) { member, _ in
      .real(member.high.withoutNoise)
    },
    Column("rank_in_kind", Phrase("rank in kind", zh: "同类位次"), .optional(.whole), means: [rank]) { member, table in
      member.rankInKind.map {
        .shown(.whole($0), as: table.language == .zh ? "\($0)／\(member.countInKind)" : "\($0) of \(member.countInKind)")
      } ?? .missing
    },
    Column("rank_low", Phrase("rank at best", zh: "最高位次"), .optional(.whole), means: [stability]) { member, _ in
      .whole(optional: member.rankRange?.lowerBound)
    },
    Column("rank_high", Phrase("rank at worst", zh: "最低位次"), .optional(.whole), means: [stability]) { member, _ in
      .whole(optional: member.rankRange?.upperBound)
    },
    Column("chance_first", Phrase("chance to be first", zh: "居首可能性"), .optional(.fraction), means: [stability]) {
      member, _ in .fraction(optional: member.chanceOfFirst)
    },
    Column("chance_last", Phrase("chance of the last three", zh: "居末三位可能性"), .optional(.fraction), means: [stability]) {
      member, _ in .fraction(optional: member.chanceOfLastThree)
    },
  ]

  private static let index = ColumnMeaning(
    "contribution_index", Phrase("contribution index", zh: "贡献指数"), or: ["贡献评价"],
    Phrase(
      "What a member carries in its consortium, from 0 to 100, by an appraisal scheme (scheme.yml): indicators from the tables and from the network, scaled from 0 to 1, weighed and added up, or by TOPSIS.",
      zh: "成员在联合体中的贡献，0 至 100，按评价方案（scheme.yml）计算：取自数据表与网络的各项指标换算为 0 至 1，加权求和，或用 TOPSIS 法。"),
    advice: Phrase(
      "It compares the members of one consortium by one scheme, and says nothing beyond. Agree on the scheme first: `kesi contribution --print-scheme` prints one to start from.",
      zh: "只用于同一联合体、同一方案下的比较。应先商定方案，可用 kesi contribution --print-scheme 输出一份再改。"),
    source: "Hwang & Yoon 1981")

  private static let missing = ColumnMeaning(
    "index_low", Phrase("bounds of the contribution index", zh: "贡献指数的上下限"),
    or: ["index_high", "at least", "at most", "贡献指数下限", "贡献指数上限"],
    Phrase(
      "The index with what is not stated of a member at its worst (index_low), and at its best (index_high).",
      zh: "将成员未填的各项分别按最差与最好计算所得的指数。"),
    advice: Phrase("Where all is stated both are the index.", zh: "全部填写时，两者均等于指数。"))

  private static let rank = ColumnMeaning(
    "rank_in_kind", Phrase("rank among those of its kind", zh: "同类位次"), or: ["rank", "rank in kind", "贡献位次"],
    Phrase(
      "The place of a member by its contribution index among all (rank), and among members of its kind; equals have the better place.",
      zh: "按贡献指数在全体成员中的位次（rank），以及在同类主体中的位次；相同者取较前的位次。"),
    advice: Phrase(
      "Government, enterprises, schools and institutes contribute in different ways: compare within a kind first.",
      zh: "政府、企业、院校、科研院所的贡献方式不同，宜先在同类中比较。"))

  private static let stability = ColumnMeaning(
    "rank_low", Phrase("how firm a rank is", zh: "位次的稳定程度"),
    or: [
      "rank_high", "chance_first", "chance_last", "rank at best", "rank at worst", "chance to be first",
      "chance of the last three", "最高位次", "最低位次", "居首可能性", "居末三位可能性",
    ],
    Phrase(
      "Weights are drawn 2,000 times around those of the scheme: between rank_low and rank_high lie nine of ten ranks; chance_first and chance_last say how often a member is first, or among the last three.",
      zh: "将各项权重在方案取值附近随机变动 2000 次：九成的位次落在 rank_low 与 rank_high 之间；并给出居首、居末三位的比例。"),
    advice: Phrase(
      "A wide range: the rank depends on weights that others would set otherwise. Do not decide by it.",
      zh: "区间宽，说明位次取决于权重怎样定，不宜据此决策。"))
}
