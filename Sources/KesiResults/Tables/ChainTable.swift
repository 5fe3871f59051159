import KesiCluster
import KesiNetwork

extension ResultTable {
  /// One row a chain, the weakest first: index, verdict, the parts of the index, what it has, what was left out, and from
  /// which rank to which it moves when weights vary; with what trials say of it, where there were any.
  ///
  /// - Parameter gaps: all that there are; nil where they were not looked for.
  public static func chains(
    _ analysis: Analysis, gaps: [Gap]?, tried trials: ChainTrials? = nil, in language: Language
  ) -> ResultTable {
    let rows = analysis.ratings(counting: gaps).map { TriedChain(rating: $0, trial: trials?.chain($0.chain.index)) }
    let columns = chainColumns.map { $0.of(\TriedChain.rating) }
    return ResultTable(
      rows, trials == nil ? columns : columns + triedChainColumns,
      in: TableContext(analysis.graph.network, language), called: Chapter.chains.name, note: analysis.verdictNote)
  }

  /// A chain with what trials say of it.
  struct TriedChain {
    let rating: ChainRating
    let trial: ChainTrial?
  }

  /// What trials add.
  static let triedChainColumns: [Column<TriedChain>] = [
    Column("trial_index_from", Phrase("index in trials from", zh: "试验指数（起）"), .optional(.fraction), means: [tried]) {
      row, _ in .fraction(optional: row.trial?.index.lowerBound)
    },
    Column("trial_index_to", Phrase("index in trials to", zh: "试验指数（止）"), .optional(.fraction), means: [tried]) {
      row, _ in
      .fraction(optional: row.trial?.index.upperBound)
    },
    Column(
      "trial_rank_from", Phrase("rank in trials from", zh: "试验位次（起）"), .optional(.whole), means: [tried]
    ) { row, _ in .whole(optional: row.trial?.rank.lowerBound) },
    Column("trial_rank_to", Phrase("rank in trials to", zh: "试验位次（止）"), .optional(.whole), means: [tried]) { row, _ in
      .whole(optional: row.trial?.rank.upperBound)
    },
    Column(
      "among_weakest", Phrase("among the weakest three", zh: "列入最弱三条"), .optional(.fraction), means: [amongWeakest]
    ) { row, _ in .fraction(optional: row.trial?.amongWeakest) },
  ]

  /// One row a part of a chain's index: its value, its weight, what it adds, and what it rests on; then their sum.
  public static func explanation(of number: Int, _ analysis: Analysis, in language: Language) -> ResultTable {
    let network = analysis.graph.network
    let chain = network.chains[number]
    return ResultTable(
      analysis.indexLines(of: number), explanationColumns, in: TableContext(network, language),
      called: Phrase("parts of the index", zh: "指数构成"),
      note: Phrase(chain.name(in: .en), zh: chain.name(in: .zh)))
  }

  static let chainColumns: [Column<ChainRating>] =
    [
      Column("id", Phrase("id", zh: "编号"), .id, for: .programs) { row, _ in .text(row.chain.chain.id) },
      Column("name", Phrase("chain", zh: "产业链"), .word) { row, table in
        .word(.text(row.chain.chain.name), as: row.chain.chain.name(in: table.language))
      },
      Column("chain_index", Phrase("index", zh: "产业链指数"), .optional(.fraction)) { row, _ in
        .fraction(optional: row.index.value)
      },
      Column(
        "chain_index_high", Phrase("index at most", zh: "产业链指数上限"), .optional(.fraction), for: .programs, means: [high]
      ) { row, _ in .fraction(optional: row.index.range?.high) },
      Column("verdict", Phrase("verdict", zh: "评价"), .code(ChainIndex.Verdict.self, or: notAssessed), means: [.verdict])
      {
        row, table in row.index.verdict?.cell(table.language) ?? notAssessed.cell(table.language)
      },
      Column("short_side", Phrase("short side", zh: "短板"), .optional(.code(IndexBlock.self)), means: [shortSide]) {
        row, table in
        row.index.shortSide.map {
          .shown($0.cell(table.language), as: row.index.shortSideLabel?(table.language) ?? "")
        } ?? .missing
      },
    ] + IndexPart.all.map(partColumn) + [
      Column("actors", Phrase("actors", zh: "主体数"), .whole) { row, _ in .whole(row.chain.actors.count) },
      Column("ties", Phrase("ties", zh: "联系数"), .whole) { row, _ in .whole(row.chain.matrix.tieCount) },
      Column("gaps", Phrase("gaps", zh: "薄弱环节数"), .optional(.whole)) { row, _ in .whole(optional: row.gaps) },
      Column("left_out", Phrase("not assessed", zh: "未评估项"), .words, means: [leftOut]) { row, table in
        .word(
          .list(row.index.leftOut.map(\.code)),
          // Parts that are not assessed are empty columns beside it.
          as: table.list(
            row.index.leftOut.filter(\.isKind).map { $0.label(in: table.network)(table.language) }))
      },
      Column(
        "rank_from", Phrase("rank from", zh: "倒数位次（起）"), .optional(.whole), for: .programs, means: [ranks]
      ) { row, _ in .whole(optional: row.ranks?.lowerBound) },
      Column("rank_to", Phrase("rank to", zh: "倒数位次（止）"), .optional(.whole), for: .programs, means: [ranks]) { row, _ in
        .whole(optional: row.ranks?.upperBound)
      },
      Column(
        "ranks", Phrase("rank from weakest", zh: "倒数位次"), .optional(.text), for: .people,
        means: [ranks]
      ) { row, _ in
        .text(optional: row.ranks.map { $0.count > 1 ? "\($0.lowerBound)–\($0.upperBound)" : "\($0.lowerBound)" })
      },
    ]

  private static func partColumn(_ part: IndexPart) -> Column<ChainRating> {
    Column(part.id, part.label, .optional(.fraction)) { row, _ in
      .fraction(optional: row.index.parts.first { $0.part == part }?.range?.low)
    }
  }

  static let explanationColumns: [Column<IndexLine>] = [
    Column("part", Phrase("part", zh: "组成部分"), .code(IndexPart.all.map(code) + [wholeIndex]), means: [part]) {
      line, table in
      code(of: line.part).cell(table.language)
    },
    Column("value", Phrase("value", zh: "数值"), .optional(.fraction), means: [.value]) { line, _ in
      .fraction(optional: line.range?.low)
    },
    Column("high", Phrase("at most", zh: "上限"), .optional(.fraction), means: [high]) { line, _ in
      .fraction(optional: line.range?.high)
    },
    Column(
      "weight", Phrase("weight", zh: "权重"), .fraction,
      told: Phrase(
        "The share of a part in the weights of all that are assessed; 1 for the index.", zh: "该部分在参评各部分的权重中所占的份额；指数为 1。"
      )
    ) { line, _ in .fraction(optional: line.share) },
    Column("adds", Phrase("adds", zh: "计入指数"), .fraction, means: [adds]) { line, _ in .fraction(optional: line.adds) },
    Column("because", Phrase("because", zh: "依据"), .text, means: [because]) { line, table in
      .text(line.because(table.language))
    },
  ]

  private static let notAssessed = ColumnType.Code("not_assessed", Phrase("not assessed", zh: "未评估"))
  private static func code(of part: IndexPart?) -> ColumnType.Code {
    part.map { ColumnType.Code($0.id, $0.label) } ?? wholeIndex
  }
  private static let wholeIndex = ColumnType.Code("chain_index", Phrase("index", zh: "产业链指数"))

  private static let leftOut = ColumnMeaning(
    Phrase(
      "Parts of the index that the network does not state, and kinds that the source does not speak of.",
      zh: "网络数据未涉及的指数组成部分，以及资料未提及的主体类型。"),
    advice: Phrase("Fill these in first: an index that rests on few parts says little.", zh: "应先补齐：依据过少的指数说明不了问题。"))
  private static let ranks = ColumnMeaning(
    "rank_from", Phrase("range of ranks", zh: "位次区间"),
    or: [
      "rank_to", "ranks", "rank", "位次", "倒数位次", "倒数位次（起）", "倒数位次（止）", "rank from weakest",
    ],
    Phrase(
      "Where a chain ranks, counted from the weakest, in nine of ten of a thousand other weightings, half of them by the geometric mean.",
      zh: "换用一千组其他权重（其中一半按几何平均）时，九成情形下该产业链由弱到强的位次区间。"),
    advice: Phrase("Narrow: the rank is firm. Wide: chains lie close together.", zh: "区间窄则位次稳定；区间宽则各链差距很小。"))
  private static let tried = ColumnMeaning(
    "trial_index_from", Phrase("range in trials", zh: "试验区间"),
    or: [
      "trial_index_to", "trial_rank_from", "trial_rank_to", "index in trials from", "index in trials to",
      "rank in trials from", "rank in trials to", "试验指数（起）",
      "试验指数（止）", "试验位次（起）", "试验位次（止）",
    ],
    Phrase(
      "Between what the index of a chain, and its rank from the weakest, lies in nine of ten trials, in each of which the tables are taken to err (see found_again).",
      zh: "假定数据有误（见“再现情况”），九成试验中产业链指数及其由弱到强的位次所在的区间。"),
    advice: Phrase(
      "Errors can only be drawn around what is stated, so the index itself may lie at one end of the range.",
      zh: "误差只能围绕已填内容设想，因此指数本身可能位于区间的一端。"))
  private static let amongWeakest = ColumnMeaning(
    Phrase("In which share of the trials a chain is one of the three weakest.", zh: "产业链在多大比例的试验中列入最弱的三条。"),
    advice: Phrase(
      "Near 1: it is weak whatever the errors. About a half: it could as well be another.",
      zh: "接近 1 说明无论误差如何都偏弱；约为一半则难以与其他链区分。"))
  private static let part = ColumnMeaning(
    "part", Phrase("part of the index", zh: "组成部分"), or: ["part"],
    Phrase(
      "One of the \(partCount.en) parts of the chain index; the last row is their sum.",
      zh: "产业链指数\(partCount.zh)个组成部分之一，最后一行为合计。"),
    advice: Phrase("Each has an entry of its own.", zh: "各部分另有词条。"))
  /// How many parts the index has, in words.
  private static let partCount: Phrase = {
    let words = [
      3: Phrase("three", zh: "三"), 4: Phrase("four", zh: "四"), 5: Phrase("five", zh: "五"), 6: Phrase("six", zh: "六"),
      7: Phrase("seven", zh: "七"), 8: Phrase("eight", zh: "八"),
    ]
    let count = IndexPart.all.count
    return words[count] ?? Phrase("\(count)", zh: " \(count) ")
  }()
  private static let adds = ColumnMeaning(
    Phrase("What a part of the chain index adds to it: value × weight.", zh: "某一组成部分对产业链指数的贡献：数值 × 权重。"),
    advice: Phrase("The weights of parts that are assessed sum to 1.", zh: "参评各部分的权重之和为 1。"))
  private static let high = ColumnMeaning(
    "chain_index_high", Phrase("upper end", zh: "上限"), or: ["high", "at most", "index at most", "产业链指数上限"],
    Phrase(
      "What an index or a part of it may be at most: what is not stated counts as nothing below and as all of it here.",
      zh: "指数或其组成部分最高可能的数值：未填写的内容，下限按没有计，上限按全有计。"),
    advice: Phrase("The wider the two are apart, the less is known.", zh: "上下限相差越大，所知越少。"))
  private static let shortSide = ColumnMeaning(
    Phrase(
      "Which block holds a chain back most: supply (what it has), links (how it is tied), work (what comes of it).",
      zh: "最拖后腿的一块：供给（有什么）、联系（怎样对接）、成效（结果如何）。"),
    advice: Phrase("Begin there.", zh: "先从这里补。"))
  private static let because = ColumnMeaning(
    Phrase("What the value of a part of the chain index follows from.", zh: "产业链指数某一组成部分的数值由什么得出。"),
    advice: Phrase("It names what is missing, too.", zh: "缺什么也一并写明。"))
}
