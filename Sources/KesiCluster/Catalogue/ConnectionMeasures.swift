import KesiMatrix
import KesiMeasures
import KesiNetwork

/// Who is connected to whom at all, and through whom.
let connectionMeasures: [ActorMeasure] = [
  ActorMeasure(
    Explanation(
      "component", Phrase("component", zh: "连通分量"), or: ["连通部分"],
      Phrase("The number of the connected part that it belongs to; 1 is the largest.", zh: "所属连通部分的编号，1 为最大的部分。"),
      Phrase("Any other number: outside the main network.", zh: "不为 1 的主体在主网络之外。")),
    summary: Phrase("connected part, 1 the largest", zh: "连通分量（1 为最大）"),
    traits: [.usual, .takesNoWeights, .takesNoDirection, .isLabel]
  ) {
    .whole($0.components())
  },
  ActorMeasure(
    Explanation(
      "articulation", Phrase("articulation point", zh: "割点"), or: ["articulation"],
      Phrase("1 where its loss would split the network, else 0.", zh: "失去它网络就会分裂的为 1，否则为 0。"),
      Phrase("How much would be lost: see the gap cut_actor.", zh: "影响有多大，见薄弱环节“关键节点”。"),
      source: "Hopcroft & Tarjan 1973"),
    summary: Phrase("1 where its loss splits the network, direction ignored", zh: "割点（1 为是）"),
    traits: [.takesNoWeights, .takesNoDirection, .isLabel]
  ) {
    let cuts = $0.cutpoints()
    return .whole((0..<$0.matrix.order).map { cuts.isArticulation($0) ? 1 : 0 })
  },
]
