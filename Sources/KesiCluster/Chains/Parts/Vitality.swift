import KesiNetwork

extension IndexPart {
  public static let vitality = IndexPart(
    "vitality", zh: "合作成效", of: .work, weight: \.vitality, restsOn: [.ties, .work], needs: [.courses, .links],
    definition: Phrase(
      "The share of the strength of the chain's ties that works: a tie counts less if it is unsatisfactory, stuck before industrialization, over, or good for one side only.",
      zh: "链上联系的强度中真正起作用的比例：效果不满意、久未产业化、已经中断或只有一方受益的联系，少计或不计。"),
    advice: Phrase(
      "A tie that states neither stage, outcome, end nor benefits may work or not. Fewer than three ties say nothing.",
      zh: "阶段、成效、结束时间、收益均未填写的联系，是否起作用不详。不足三条联系时不作判断。"),
    value: { chain, _ in chain.vitality },
    reason: { chain, analysis in analysis.vitalityReason(chain) })
}

extension ChainNetwork {
  /// The fewest ties that say how a chain works.
  private static let fewestTies = 3

  /// Σ s π / Σ s over the ties of the chain; see ``Tie/work(within:at:)``.
  var vitality: Interval? {
    let whole = ties.reduce(0) { $0 + $1.strength }
    guard ties.count >= Self.fewestTies, whole > 0, whole.isFinite else { return nil }
    let sum = ties.reduce(Interval(0)) { $0 + $1.strength * $1.work }
    return sum.map { min(1, $0 / whole) }
  }
}

extension Analysis {
  fileprivate func vitalityReason(_ chain: ChainNetwork) -> Phrase {
    guard let vitality = chain.vitality else {
      return Phrase(
        "\(chain.ties.count.counted("tie")): too few to tell how they work.", zh: "只有 \(chain.ties.count) 条联系，不足以判断。")
    }
    let unknown = chain.ties.count { !$0.work.isKnown }
    let idle = chain.ties.count { $0.work.isKnown && $0.work.high < 0.5 }
    return Phrase(
      "Of \(chain.ties.count.counted("tie")), \(idle == 0 ? "none is" : idle == 1 ? "1 is" : "\(idle) are") stuck, over or unsatisfactory"
        + (unknown > 0 ? "; of \(unknown) it is not stated" : "") + " → \(vitality.text).",
      zh: "\(chain.ties.count) 条联系中，\(idle) 条停滞、中断或不满意" + (unknown > 0 ? "，\(unknown) 条情况不详" : "")
        + " → \(vitality.text)。")
  }
}
