import KesiMatrix
import KesiMeasures
import KesiNetwork

/// Who belongs to what holds together.
let cohesionMeasures: [ActorMeasure] = [
  ActorMeasure(
    Explanation(
      "coreness", Phrase("coreness", zh: "核数"), or: ["k-core", "core number", "k 核"],
      Phrase(
        "The largest k for which it belongs to a part of the network where each actor has at least k partners.",
        zh: "最大的 k：它所在的部分中，每家至少有 k 个伙伴。"),
      Phrase("Who belongs to the dense middle. Ignores direction.", zh: "反映谁处在稠密的核心部分。不计方向。"),
      source: "Seidman 1983"),
    summary: Phrase("largest k-core it belongs to, direction ignored", zh: "核数"),
    traits: [.usual, .takesNoWeights, .takesNoDirection]
  ) {
    .whole(coreness(of: $0.undirected))
  },
  ActorMeasure(
    Explanation(
      "triangles", Phrase("triangles", zh: "三角形数"),
      Phrase("The number of pairs of its partners that are tied to each other.", zh: "它的伙伴之间互有联系的对数。"),
      Phrase(
        "Closed circles: trust, but also news that everyone knows. Ignores direction.", zh: "小圈子闭合：信任高，但信息多有重复。不计方向。"),
      source: "Holland & Leinhardt 1971"),
    summary: Phrase("pairs of partners that are tied, direction ignored", zh: "三角形数"),
    traits: [.takesNoWeights, .takesNoDirection]
  ) {
    .whole(try $0.triangles())
  },
  ActorMeasure(
    Explanation(
      "clustering", Phrase("clustering", zh: "聚类系数"), or: ["clustering coefficient"],
      Phrase(
        "The share of pairs of its partners that are tied to each other; 0 with fewer than two partners.",
        zh: "它的伙伴两两之间有联系的比例；伙伴不足两个时为 0。"),
      Phrase(
        "High: a closed circle. Low: it connects partners who do not know each other. Ignores direction.",
        zh: "高则圈子封闭；低则它连接了彼此不来往的伙伴。不计方向。"),
      source: "Watts & Strogatz 1998"),
    summary: Phrase("share of pairs of partners that are tied, direction ignored", zh: "聚类系数"),
    traits: [.usual, .takesNoWeights, .takesNoDirection]
  ) {
    .real(clustering(degrees: degrees(of: $0.undirected), triangles: try $0.triangles()))
  },
]
