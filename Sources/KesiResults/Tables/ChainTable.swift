import KesiCluster
import KesiNetwork

extension ResultTable {
  /// One row a chain, the weakest first: index, verdict, the parts of the index, what it has, what was left out, and from
  /// which rank to which it moves when weights vary.
  public static func chains(_ analysis: Analysis, gaps: [Gap], in language: Language) -> ResultTable {
    let ranked = analysis.weakestFirst()
    let sensitivity = analysis.rankSensitivity()
    let notAssessed = Cell.word(.text("not_assessed"), as: Phrase("not assessed", zh: "未评估")(language))
    let rows = ranked.map { chain, index -> [Cell] in
      let ranks = sensitivity.ranks(of: chain.index)
      let verdict = index.verdict.map { Cell.word(.text($0.rawValue), as: $0.label(language)) } ?? notAssessed
      let leftOut = index.leftOut.map { $0.label(in: analysis.graph.network)(language) }
      let first: [Cell] = [
        .text(chain.chain.id), .word(.text(chain.chain.name), as: chain.chain.name(in: language)),
        .fraction(optional: index.value), verdict,
      ]
      let last: [Cell] = [
        .whole(chain.actors.count), .whole(chain.matrix.tieCount),
        analysis.judges(chain.index) ? .whole(gaps.count { $0.chain == chain.index }) : .missing,
        .word(.list(index.leftOut.map(\.code)), as: leftOut.joined(separator: language == .zh ? "、" : ", ")),
        ranks.map { .whole($0.lowerBound) } ?? .missing, ranks.map { .whole($0.upperBound) } ?? .missing,
        ranks.map { .text($0.count > 1 ? "\($0.lowerBound)–\($0.upperBound)" : "\($0.lowerBound)") } ?? .missing,
      ]
      return first + index.parts.map { .fraction(optional: $0.value) } + last
    }
    return ResultTable(
      heading: Heading(of: analysis.graph.network),
      columns: [
        Column("id", Phrase("id", zh: "编号"), for: .programs), Column("name", Phrase("chain", zh: "产业链")),
        Column("chain_index", Phrase("index", zh: "产业链指数")), Column("verdict", Phrase("verdict", zh: "评价")),
      ] + IndexPart.all.map { Column($0.id, $0.label) } + [
        Column("actors", Phrase("actors", zh: "主体数")), Column("ties", Phrase("ties", zh: "联系数")),
        Column("gaps", Phrase("gaps", zh: "薄弱环节数")),
        Column("left_out", Phrase("not assessed", zh: "未评估项")),
        Column("rank_from", Phrase("rank from", zh: "倒数位次（起）"), for: .programs),
        Column("rank_to", Phrase("rank to", zh: "倒数位次（止）"), for: .programs),
        Column("ranks", Phrase("rank from weakest, weights ±20%", zh: "倒数位次（权重浮动 20%）"), for: .people),
      ], rows: rows)
  }

  /// One row a part of a chain's index: its value, its weight, what it adds, and what it rests on; then their sum.
  public static func explanation(of number: Int, _ analysis: Analysis, in language: Language) -> ResultTable {
    let chain = analysis.graph.network.chains[number]
    let steps = analysis.explanation(of: number)
    let order = analysis.weakestFirst()
    // A chain that was not chosen has no place among those that were.
    let place = order.firstIndex { $0.chain.index == number } ?? 0
    let index = analysis.indices()[number]
    let rows = steps.map { step -> [Cell] in
      [
        .word(.text(step.part.id), as: step.part.label(language)), .fraction(optional: step.value),
        .fraction(optional: step.share), .fraction(optional: step.adds), .text(step.because(language)),
      ]
    }
    let whole = Phrase("index", zh: "产业链指数")
    let total: [Cell] = [
      .word(.text("chain_index"), as: whole(language)), .fraction(optional: index.value),
      .fraction(index.value == nil ? 0 : 1), .fraction(optional: index.value ?? 0),
      .text(
        conclusion(number, index, place: place, of: order, analysis.rankSensitivity().ranks(of: number), analysis)(
          language)
      ),
    ]
    let name = Phrase(chain.name(in: .en), zh: chain.name(in: .zh))
    return ResultTable(
      heading: Heading(of: analysis.graph.network, note: name),
      columns: [
        Column("part", Phrase("part", zh: "组成部分")), Column("value", Phrase("value", zh: "数值")),
        Column("weight", Phrase("weight", zh: "权重")), Column("adds", Phrase("adds", zh: "计入指数")),
        Column("because", Phrase("because", zh: "依据")),
      ], rows: rows + [total])
  }

  /// Verdict, rank, how firm the rank is, and what was not assessed.
  private static func conclusion(
    _ number: Int, _ index: ChainIndex, place: Int, of order: [(chain: ChainNetwork, index: ChainIndex)],
    _ ranks: ClosedRange<Int>?,
    _ analysis: Analysis
  ) -> Phrase {
    guard let verdict = index.verdict, let ranks else {
      return analysis.judges(number)
        ? Phrase("No part of the index has data.", zh: "指数各部分均无数据，无法评价。")
        : Phrase("The chain is not assessed.", zh: "该产业链未评估。")
    }
    let count = order.count { $0.index.value != nil }
    let leftOut = index.leftOut.map { $0.label(in: analysis.graph.network) }
    let rank =
      count == 1
      ? Phrase("It is the only chain that is rated.", zh: "参评的产业链只有这一条。")
      : place == 0
        ? Phrase("The weakest of \(count) chains; \(move(ranks).en).", zh: "在 \(count) 条产业链中最弱；\(move(ranks).zh)。")
        : place == count - 1
          ? Phrase("The strongest of \(count) chains; \(move(ranks).en).", zh: "在 \(count) 条产业链中最强；\(move(ranks).zh)。")
          : Phrase(
            "Rank \(place + 1) of \(count) chains, counted from the weakest; \(move(ranks).en).",
            zh: "在 \(count) 条产业链中列倒数第 \(place + 1) 位；\(move(ranks).zh)。")
    return Phrase(
      "Verdict: \(verdict.label.en) (strong from 2/3 on, weak below 1/3). \(rank.en)"
        + (leftOut.isEmpty ? "" : " Not assessed: \(leftOut.map(\.en).joined(separator: ", "))."),
      zh: "评价：\(verdict.label.zh)（≥2/3 为较强，<1/3 为薄弱）。\(rank.zh)"
        + (leftOut.isEmpty ? "" : "未评估：\(leftOut.map(\.zh).joined(separator: "、"))。"))
  }

  /// How firm a rank is.
  private static func move(_ ranks: ClosedRange<Int>) -> Phrase {
    Phrase(
      ranks.count > 1
        ? "when all weights vary by up to 20%, it ranks between \(ranks.lowerBound) and \(ranks.upperBound) in nine of ten cases"
        : "when all weights vary by up to 20%, it keeps this rank in nine of ten cases",
      zh: ranks.count > 1
        ? "各项权重上下浮动 20% 时，九成情形下列倒数第 \(ranks.lowerBound) 至第 \(ranks.upperBound) 位"
        : "各项权重上下浮动 20% 时，九成情形下位次不变")
  }
}
