import KesiNetwork

/// A line of the sum that makes a chain's index: a part of it, or the index itself, the last one.
package struct IndexLine: Sendable {
  /// Nil for the index.
  package let part: IndexPart?
  package let range: Interval?
  /// Its share of the weights; that of the index is 1 where it has a value.
  package let share: Double
  package let adds: Double
  /// What a part rests on; of the index its verdict, rank, how firm that is, and what was not assessed.
  package let because: Phrase
}

extension Analysis {
  /// The parts of a chain's index, then their sum.
  package func indexLines(of number: Int) -> [IndexLine] {
    let range = indices()[number].range
    let parts = explanation(of: number).map {
      IndexLine(part: $0.part, range: $0.range, share: $0.share, adds: $0.adds, because: $0.because)
    }
    return parts + [
      IndexLine(
        part: nil, range: range, share: range == nil ? 0 : 1, adds: range?.low ?? 0, because: conclusion(of: number))
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
    let open = index.parts.filter { $0.range == .unknown }.map(\.part.label)
    let short = index.shortSideLabel
    let sentences: [Phrase?] = [
      Phrase(
        "Verdict: \(verdict.label.en)" + (short.map { "; the short side is \($0.en)." } ?? "."),
        zh: "评价：\(verdict.label.zh)" + (short.map { "，短板在\($0.zh)。" } ?? "。")),
      reasonForVerdict(of: number), costOfMissing(in: chains[number]),
      rankSentence(of: number, ranks),
      open.isEmpty
        ? nil
        : Phrase(
          "To be filled in: \(open.map(\.en).joined(separator: ", ")).",
          zh: "有待补充：\(open.map(\.zh).joined(separator: "、"))。"),
      leftOut.isEmpty
        ? nil
        : Phrase(
          "Not assessed: \(leftOut.map(\.en).joined(separator: ", ")).",
          zh: "未评估：\(leftOut.map(\.zh).joined(separator: "、"))。"),
    ]
    return Phrase(
      sentences.compactMap(\.?.en).joined(separator: " "), zh: sentences.compactMap(\.?.zh).joined())
  }

  /// Why a chain is weak though its index may be high, or not strong though it is, with the block and the end of it that the verdict
  /// rests on; nil where the index says it.
  ///
  /// - Parameter name: what the sentence calls the chain.
  package func reasonForVerdict(of number: Int, called name: Phrase = Phrase("it", zh: "")) -> Phrase? {
    let index = indices()[number]
    guard let range = index.range else { return nil }
    let subject = Phrase(name.en.sentenceCased, zh: name.zh)
    let weak = index.blocks.filter { $0.range.high < 1.0 / 3 }.map { block, range -> Phrase in
      let (label, value) = (index.label(of: block), Figure.index(range.high).text)
      return Phrase("\(label.en) is \(value) at most", zh: "\(label.zh)至多 \(value)")
    }
    if index.verdict == .weak, range.high >= 0.5, !weak.isEmpty {
      return Phrase(
        "\(subject.en) counts as weak, whatever its index: \(weak.map(\.en).joined(separator: " and ")), below 1/3, and no other block makes up for that.",
        zh:
          "\(subject.zh)指数虽不低，仍评为薄弱：\(weak.map(\.zh).joined(separator: "、"))，低于 1/3，其他方面再强也不能弥补。"
      )
    }
    guard index.verdict == .developing, range.low >= 2.0 / 3 else { return nil }
    let low = index.blocks.filter { $0.range.low < 0.5 }.map { block, range -> Phrase in
      let (label, value) = (index.label(of: block), Figure.index(range.low).text)
      return Phrase("\(label.en) is \(value) as far as is known", zh: "\(label.zh)已知部分为 \(value)")
    }
    let reasons = [
      low.isEmpty
        ? nil
        : Phrase(
          "\(low.map(\.en).joined(separator: " and ")), below 1/2", zh: "\(low.map(\.zh).joined(separator: "、"))，低于 1/2"
        ),
      lack(in: chains[number]),
    ].compactMap(\.self)
    return Phrase(
      "\(subject.en) is not strong since \(reasons.map(\.en).joined(separator: ", and ")).",
      zh: "\(subject.zh)未评为较强，是因为\(reasons.map(\.zh).joined(separator: "，且"))。")
  }

  /// Which required kinds are missing, and which hang on one provider; nil where none does.
  private func lack(in chain: ChainNetwork) -> Phrase? {
    func list(_ kinds: [String], _ language: Language) -> String {
      kinds.listed(most: .max, in: language) { kind($0)(language) }
    }
    let (missing, single) = (chain.missingKinds + chain.kinds(ofProviders: 0), chain.kinds(ofProviders: 1))
    let each = single.count > 1 ? Phrase(" each", zh: "均") : Phrase("", zh: "")
    let parts = [
      missing.isEmpty
        ? nil : Phrase("nobody provides as \(list(missing, .en))", zh: "缺\(list(missing, .zh))"),
      single.isEmpty
        ? nil
        : Phrase("it hangs on one provider\(each.en) (\(list(single, .en)))", zh: "\(list(single, .zh))\(each.zh)只靠一家"),
    ].compactMap(\.self)
    return parts.isEmpty
      ? nil : Phrase(parts.map(\.en).joined(separator: " and "), zh: parts.map(\.zh).joined(separator: "，"))
  }

  /// The same of all chosen chains, each named, the weakest first; nil where their indices say it.
  package var verdictNote: Phrase? {
    let reasons = weakestFirst().compactMap { chain, _ in
      reasonForVerdict(of: chain.index, called: Phrase(chain.chain.name(in: .en), zh: chain.chain.name(in: .zh)))
    }
    return reasons.isEmpty ? nil : Phrase(sentences: reasons)
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
        ? "under other weights it ranks between \(ranks.lowerBound) and \(ranks.upperBound) in nine of ten cases"
        : "under other weights it keeps this rank in nine of ten cases",
      zh: ranks.count > 1
        ? "换用其他权重时，九成情形下列倒数第 \(ranks.lowerBound) 至第 \(ranks.upperBound) 位" : "换用其他权重时，九成情形下位次不变")
  }
}
