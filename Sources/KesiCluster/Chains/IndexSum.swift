import KesiNetwork

/// A line of the sum that makes a chain's index: a part of it, or the index itself, the last one.
package struct IndexLine: Sendable {
  /// Nil for the index.
  package let part: IndexPart?
  package let value: Double?
  /// Its share of the weights; that of the index is 1 where it has a value.
  package let share: Double
  package let adds: Double
  /// What a part rests on; of the index its verdict, rank, how firm that is, and what was not assessed.
  package let because: Phrase
}

extension Analysis {
  /// The parts of a chain's index, then their sum.
  package func indexLines(of number: Int) -> [IndexLine] {
    let value = indices()[number].value
    let parts = explanation(of: number).map {
      IndexLine(part: $0.part, value: $0.value, share: $0.share, adds: $0.adds, because: $0.because)
    }
    return parts + [
      IndexLine(
        part: nil, value: value, share: value == nil ? 0 : 1, adds: value ?? 0, because: conclusion(of: number))
    ]
  }

  private func conclusion(of number: Int) -> Phrase {
    let index = indices()[number]
    guard let verdict = index.verdict, let ranks = rankSensitivity().ranks(of: number) else {
      return judges(number)
        ? Phrase("No part of the index has data.", zh: "指数各部分均无数据，无法评价。")
        : Phrase("The chain is not assessed.", zh: "该产业链未评估。")
    }
    let leftOut = index.leftOut.map { $0.label(in: network) }
    let rank = rankSentence(of: number, ranks)
    return Phrase(
      "Verdict: \(verdict.label.en) (strong from 2/3 on, weak below 1/3). \(rank.en)"
        + (leftOut.isEmpty ? "" : " Not assessed: \(leftOut.map(\.en).joined(separator: ", "))."),
      zh: "评价：\(verdict.label.zh)（≥2/3 为较强，<1/3 为薄弱）。\(rank.zh)"
        + (leftOut.isEmpty ? "" : "未评估：\(leftOut.map(\.zh).joined(separator: "、"))。"))
  }

  private func rankSentence(of number: Int, _ ranks: ClosedRange<Int>) -> Phrase {
    let order = weakestFirst()
    let count = order.count { $0.index.value != nil }
    // A chain that was not chosen has no place among those that were.
    let place = order.firstIndex { $0.chain.index == number } ?? 0
    let move = move(ranks)
    if count == 1 { return Phrase("It is the only chain that is rated.", zh: "参评的产业链只有这一条。") }
    if place == 0 { return Phrase("The weakest of \(count) chains; \(move.en).", zh: "在 \(count) 条产业链中最弱；\(move.zh)。") }
    if place == count - 1 {
      return Phrase("The strongest of \(count) chains; \(move.en).", zh: "在 \(count) 条产业链中最强；\(move.zh)。")
    }
    return Phrase(
      "Rank \(place + 1) of \(count) chains, counted from the weakest; \(move.en).",
      zh: "在 \(count) 条产业链中列倒数第 \(place + 1) 位；\(move.zh)。")
  }

  /// How firm a rank is.
  private func move(_ ranks: ClosedRange<Int>) -> Phrase {
    Phrase(
      ranks.count > 1
        ? "when all weights vary by up to 20%, it ranks between \(ranks.lowerBound) and \(ranks.upperBound) in nine of ten cases"
        : "when all weights vary by up to 20%, it keeps this rank in nine of ten cases",
      zh: ranks.count > 1
        ? "各项权重上下浮动 20% 时，九成情形下列倒数第 \(ranks.lowerBound) 至第 \(ranks.upperBound) 位"
        : "各项权重上下浮动 20% 时，九成情形下位次不变")
  }
}
