import KesiNetwork

extension IndexPart {
  public static let coverage = IndexPart(
    "coverage", zh: "主体与环节齐全", of: .supply, weight: \.coverage, needs: [.kinds],
    definition: Phrase(
      "The share of required kinds that are present, each by its weight; where stages are known, averaged with the share of the chain's stages at which somebody is.",
      zh: "必备主体类型中已有的比例（按各类型权重计）；环节已知时，再与已有主体的环节所占比例取平均。"),
    advice: Phrase("A kind that is missing lowers depth, redundancy and reach, too.", zh: "缺一类供给方，深度、冗余和对接面也随之降低。"),
    value: { chain, weights in chain.coverage(by: weights) },
    reason: { chain, analysis in analysis.coverageReason(chain) })
}

extension ChainNetwork {
  /// Σ a[present] / Σ a over the required kinds that are assessed, and where stages are the mean of that and the share of
  /// stages that are occupied.
  func coverage(by weights: IndexWeights) -> Interval? {
    let required = chain.assessed
    let all = required.reduce(0) { $0 + weights.kind($1) }
    guard !required.isEmpty, all > 0 else { return nil }
    let missing = missingKinds.reduce(0) { $0 + weights.kind($1) }
    let kinds = Interval((all - missing) / all)
    return Interval.mean(of: [kinds] + (occupiedStages.map { [$0.share] } ?? []))
  }

  /// The stages at which somebody is, and their share: whoever has a position at no stated stage may be at one of the others.
  /// Nil where the chain declares no stages or the network states none.
  var occupiedStages: (stages: [String], share: Interval)? {
    guard assessment.covers([.stages]), !chain.stages.isEmpty else { return nil }
    let occupied = chain.stages.filter { !vertices(atStage: $0).isEmpty }
    let open = positions.count { $0.stage == nil }
    let count = Double(chain.stages.count)
    return (
      occupied, Interval(Double(occupied.count) / count, Double(min(chain.stages.count, occupied.count + open)) / count)
    )
  }
}

extension Analysis {
  fileprivate func coverageReason(_ chain: ChainNetwork) -> Phrase {
    let required = chain.chain.assessed
    guard !required.isEmpty else {
      return Phrase("The tables do not state which kinds the chain requires.", zh: "未说明产业链需要哪些主体。")
    }
    let missing = chain.missingKinds
    let present = required.filter { !missing.containsExactly($0) }
    let kinds = Phrase(
      (present.isEmpty
        ? "None of the required kinds is present."
        : "\(present.count) of \(required.count.counted("required kind")) \(present.count == 1 ? "is" : "are") present: "
          + "\(present.map { kind($0).en }.joined(separator: ", ")).")
        + (missing.isEmpty ? "" : " Missing: \(missing.map { kind($0).en }.joined(separator: ", "))."),
      zh: (present.isEmpty
        ? "所需主体均缺。"
        : "所需 \(required.count) 类主体中已有 \(present.count) 类：\(present.map { kind($0).zh }.joined(separator: "、"))。")
        + (missing.isEmpty ? "" : "缺少：\(missing.map { kind($0).zh }.joined(separator: "、"))。"))
    guard let (occupied, share) = chain.occupiedStages else { return kinds }
    let all = chain.chain.stages.count
    return Phrase(
      "\(kinds.en) Somebody is at \(occupied.count) of its \(all.counted("stage"))\(share.isKnown ? "" : "; others are at a stage that is not stated").",
      zh: "\(kinds.zh)\(all) 个环节中 \(occupied.count) 个有主体\(share.isKnown ? "" : "，另有主体所处环节不详")。")
  }

  /// What the lack of each kind takes from the index in all, by its parts: `a platform −0.18`; nil where nothing is missing.
  func costOfMissing(in chain: ChainNetwork) -> Phrase? {
    let weights = network.profile.indexWeights
    let index = indices()[chain.index]
    let required = chain.chain.assessed.reduce(0) { $0 + weights.kind($1) }
    let providers = Double(chain.providerKinds.count)
    let missing = chain.missingKinds
    guard !missing.isEmpty, required > 0 else { return nil }
    let costs = missing.map { missing -> (kind: Phrase, cost: Double) in
      let cost = index.parts.reduce(0.0) { sum, part in
        guard part.range != nil else { return sum }
        let share =
          switch part.part {
          case .coverage: weights.kind(missing) / required / (chain.occupiedStages == nil ? 1 : 2)
          case .depth, .redundancy, .reach: network.profile.demands(missing) || providers == 0 ? 0 : 1 / providers
          default: 0.0
          }
        return sum + part.share * share
      }
      return (kind(missing), cost)
    }
    return Phrase(
      "Without \(costs.map { "\($0.kind.en) −\(Figure.share($0.cost).text)" }.joined(separator: ", ")) in all.",
      zh: "因缺少\(costs.map { "\($0.kind.zh)共失 \(Figure.share($0.cost).text)" }.joined(separator: "、"))。")
  }
}
