import KesiCluster
import KesiNetwork

extension Glossary {
  /// The chain index and its parts, as their catalogue has them.
  static let chainEntries =
    [
      GlossaryEntry(
        "chain_index", .chain, Phrase("chain index", zh: "产业链指数"), or: ["index", "指数"],
        Phrase(
          "How complete and sound a chain is, from 0 to 1: the weighted mean of \(weights.en). Parts without data are left out and named.",
          zh: "产业链的完整与稳固程度，0 至 1：\(weights.zh)的加权平均。没有数据的部分不计入，并予注明。"),
        advice: Phrase(
          "Strong from 2/3 on, weak below 1/3. Compare chains of one network, not networks with different sources.",
          zh: "≥2/3 为较强，<1/3 为薄弱。只宜在同一网络内比较，来源不同的网络不宜相互比较。"),
        usage: Phrase(
          "`kesi chains --explain` walks through the sum; the last columns say how firm the rank is. Weights are set in network.yml.",
          zh: "kesi chains --explain 可逐项查看计算过程；末列为位次是否稳定。权重可在 network.yml 中设定。"), tables: "chains (chain_index)")
    ]
    + IndexPart.all.map { GlossaryEntry($0.explanation, .chain, tables: "chains (\($0.id))") }

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
