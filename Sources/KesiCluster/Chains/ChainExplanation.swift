import KesiNetwork

/// One step of the sum that makes a chain's index.
package struct IndexStep: Sendable {
  package let part: IndexPart
  /// Nil where it is not assessed.
  package let range: Interval?
  /// Its share of the weight of the parts that are assessed; 0 for one that is not.
  package let share: Double
  /// What it rests on.
  package let because: Phrase

  /// What it adds to the index, at the lower end.
  package var adds: Double { share * (range?.low ?? 0) }
}

extension Analysis {
  /// Walks through the index of a chain: each part with what it rests on.
  package func explanation(of number: Int) -> [IndexStep] {
    let chain = chains[number]
    let index = indices()[number]
    return index.parts.map { part in
      IndexStep(part: part.part, range: part.range, share: part.share, because: reason(for: part.part, in: chain))
    }
  }

  private func reason(for part: IndexPart, in chain: ChainNetwork) -> Phrase {
    guard assessesNothing || judges(chain.index) else {
      return hasPartsOfChains
        ? Phrase("Not assessed: only a part of the chain’s actors is looked at.", zh: "未评估：只查看了该产业链的部分主体。")
        : Phrase("Not assessed: other chains were chosen.", zh: "未评估：所选的是其他产业链。")
    }
    if assessesNothing { return Phrase("Not assessed.", zh: "未评估。") }
    let lacking = Aspect.allCases.filter { part.restsOn.contains($0) && !assessment.aspects.contains($0) }
    guard lacking.isEmpty else {
      let list = Assessment.list(lacking)
      return Phrase("Not assessed, for want of \(list.en).", zh: "未评估：缺少\(list.zh)信息。")
    }
    guard part.needs.isSubset(of: assessment.declarations), chain.assessment.covers(part.restsOn) else {
      return Phrase("Not assessed: no chain states what it takes.", zh: "未评估：各产业链均未填写所需内容。")
    }
    return part.reason(chain, self)
  }
}

extension [Phrase] {
  /// What each of several says, as one sentence; something else where there are none.
  func sentence(orElse empty: Phrase) -> Phrase {
    isEmpty ? empty : Phrase(map(\.en).joined(separator: "; ") + ".", zh: map(\.zh).joined(separator: "；") + "。")
  }
}
