import KesiCluster
import KesiNetwork

extension Glossary {
  /// The chain index and its parts, as their catalogue has them.
  static let chainEntries =
    [
      GlossaryEntry(
        "chain_index", .chain, Phrase("chain index", zh: "产业链指数"), or: ["index", "指数"],
        Phrase(
          "How complete, tied and working a chain is, from 0 to 1: the weighted mean of \(weights.en). Parts that the network does not state are left out and named; what a chain does not state counts as nothing at the lower end (chain_index) and as all at the upper (chain_index_high).",
          zh:
            "产业链的齐全、对接与成效程度，0 至 1：\(weights.zh)的加权平均。网络数据未涉及的部分不计入，并予注明；个别产业链未填写的，下限（chain_index）按没有计，上限（chain_index_high）按全有计。"
        ),
        advice: Phrase(
          "Strong: at least 2/3, each block at least 1/2, and no required kind missing or hanging on one provider. Weak: below 1/2 at its upper end too, or a block below 1/3. Compare chains of one network only.",
          zh: "较强：不低于 2/3，供给、联系、成效各不低于 1/2，且所需主体无一缺失或只靠一家；薄弱：上限低于 1/2，或其中一块低于 1/3。只宜在同一网络内比较。"),
        usage: Phrase(
          "`kesi chains --explain` walks through the sum; the last columns say how firm the rank is. Weights are set in network.yml.",
          zh: "kesi chains --explain 可逐项查看计算过程；末列为位次是否稳定。权重可在 network.yml 中设定。"), tables: "chains (chain_index)")
    ]
    + IndexPart.all.map { GlossaryEntry($0.explanation, .chain, tables: "chains (\($0.id))") }
    + [GlossaryEntry(ClusterIndex.explanation, .network, tables: "summary (cluster_index)")]
    + ClusterPart.allCases.map { GlossaryEntry($0.explanation, .network, tables: "summary (\($0.id))") }

  /// The parts with the weights that they have where a network sets none: `coverage (0.25), depth (0.35) and balance (0.1)`
  private static let weights: Phrase = {
    let standard = IndexWeights()
    let parts = IndexPart.all.map { part in
      let weight = standard[keyPath: part.weight].plain
      return Phrase("\(part.label.en) (\(weight))", zh: "\(part.label.zh)（\(weight)）")
    }
    return Phrase(
      parts.dropLast().map(\.en).joined(separator: ", ") + " and " + (parts.last?.en ?? ""),
      zh: parts.map(\.zh).joined(separator: "、"))
  }()
}
