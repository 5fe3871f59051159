import KesiCluster
import KesiNetwork

extension ResultTable {
  /// One row a chain, the weakest first: index, verdict, the parts of the index, what it has, what was left out, and from
  /// which rank to which it moves when weights vary.
  public static func chains(_ analysis: Analysis, gaps: [Gap], in language: Language) -> ResultTable {
    ResultTable(
      analysis.ratings(counting: gaps), chainColumns, in: TableContext(analysis.graph.network, language),
      called: Phrase("chains", zh: "产业链"))
  }

  /// One row a part of a chain's index: its value, its weight, what it adds, and what it rests on; then their sum.
  public static func explanation(of number: Int, _ analysis: Analysis, in language: Language) -> ResultTable {
    let network = analysis.graph.network
    let chain = network.chains[number]
    return ResultTable(
      analysis.indexLines(of: number), explanationColumns, in: TableContext(network, language),
      called: Phrase("index", zh: "产业链指数"),
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
      Column("verdict", Phrase("verdict", zh: "评价"), .code(ChainIndex.Verdict.self, or: notAssessed), means: [.verdict])
      {
        row, table in row.index.verdict?.cell(table.language) ?? notAssessed.cell(table.language)
      },
    ] + IndexPart.all.map(partColumn) + [
      Column("actors", Phrase("actors", zh: "主体数"), .whole) { row, _ in .whole(row.chain.actors.count) },
      Column("ties", Phrase("ties", zh: "联系数"), .whole) { row, _ in .whole(row.chain.matrix.tieCount) },
      Column("gaps", Phrase("gaps", zh: "薄弱环节数"), .optional(.whole)) { row, _ in .whole(optional: row.gaps) },
      Column("left_out", Phrase("not assessed", zh: "未评估项"), .words, means: [leftOut]) { row, table in
        .word(
          .list(row.index.leftOut.map(\.code)),
          as: table.list(row.index.leftOut.map { $0.label(in: table.network)(table.language) }))
      },
      Column(
        "rank_from", Phrase("rank from", zh: "倒数位次（起）"), .optional(.whole), for: .programs, means: [ranks]
      ) { row, _ in .whole(optional: row.ranks?.lowerBound) },
      Column("rank_to", Phrase("rank to", zh: "倒数位次（止）"), .optional(.whole), for: .programs, means: [ranks]) { row, _ in
        .whole(optional: row.ranks?.upperBound)
      },
      Column(
        "ranks", Phrase("rank from weakest, weights ±20%", zh: "倒数位次（权重浮动 20%）"), .optional(.text), for: .people,
        means: [ranks]
      ) { row, _ in
        .text(optional: row.ranks.map { $0.count > 1 ? "\($0.lowerBound)–\($0.upperBound)" : "\($0.lowerBound)" })
      },
    ]

  private static func partColumn(_ part: IndexPart) -> Column<ChainRating> {
    Column(part.id, part.label, .optional(.fraction)) { row, _ in
      .fraction(optional: row.index.parts.first { $0.part == part }?.value)
    }
  }

  static let explanationColumns: [Column<IndexLine>] = [
    Column("part", Phrase("part", zh: "组成部分"), .code(IndexPart.all.map(code) + [wholeIndex]), means: [part]) {
      line, table in
      code(of: line.part).cell(table.language)
    },
    Column("value", Phrase("value", zh: "数值"), .optional(.fraction), means: [.value]) { line, _ in
      .fraction(optional: line.value)
    },
    Column(
      "weight", Phrase("weight", zh: "权重"), .fraction,
      told: Phrase(
        "The share of a part in the weights of all that have data; 1 for the index.", zh: "该部分在有数据各部分的权重中所占的份额；指数为 1。")
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
      "Parts of the index without data, and kinds that the source does not speak of.", zh: "缺少数据的指数组成部分，以及资料未提及的主体类型。"),
    advice: Phrase("Fill these in first: an index that rests on few parts says little.", zh: "应先补齐：依据过少的指数说明不了问题。"))
  private static let ranks = ColumnMeaning(
    "rank_from", Phrase("range of ranks", zh: "位次区间"),
    or: [
      "rank_to", "ranks", "rank", "位次", "倒数位次", "倒数位次（起）", "倒数位次（止）", "倒数位次（权重浮动 20%）",
      "rank from weakest, weights ±20%",
    ],
    Phrase(
      "Where a chain ranks, counted from the weakest, in nine of ten weightings when all weights vary by up to 20%.",
      zh: "各项权重上下浮动 20% 时，九成情形下该产业链由弱到强的位次区间。"),
    advice: Phrase("Narrow: the rank is firm. Wide: chains lie close together.", zh: "区间窄则位次稳定；区间宽则各链差距很小。"))
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
    advice: Phrase("The weights of parts with data sum to 1.", zh: "有数据的各部分，权重之和为 1。"))
  private static let because = ColumnMeaning(
    Phrase("What the value of a part of the chain index follows from.", zh: "产业链指数某一组成部分的数值由什么得出。"),
    advice: Phrase("It names what is missing, too.", zh: "缺什么也一并写明。"))
}
