import KesiMatrix
import KesiMeasures
import KesiNetwork

/// What ties do for the network and for their two ends.
let tieMeasures: [TieMeasure] = [
  TieMeasure(
    Explanation(
      "tie_betweenness", Phrase("tie betweenness", zh: "联系中介中心度"), or: ["edge betweenness", "边介数"],
      Phrase("How many shortest paths run along the tie.", zh: "有多少最短路径经过这条联系。"),
      Phrase("High: the tie holds distant parts together.", zh: "高则说明它把相距较远的部分连在一起。"),
      source: "Girvan & Newman 2002"),
    summary: Phrase("shortest paths that run along it (Brandes)", zh: "联系中介中心度")
  ) {
    .real(try tieBetweenness(of: $0.matrix, on: $0.parallel))
  },
  TieMeasure(
    Explanation(
      "local_constraint", Phrase("local constraint", zh: "局部约束度"),
      Phrase(
        "How far the target limits the source: (p_ij + Σ p_iq p_qj)².", zh: "乙方对甲方的限制程度：(p_ij + Σ p_iq p_qj)²。"),
      Phrase("High: the source depends on this partner.", zh: "高则甲方依赖这个伙伴。"),
      source: "Burt 1992"),
    summary: Phrase("how far the target limits the source (Burt)", zh: "局部约束度")
  ) {
    let holes = try $0.structuralHoles()
    return $0.matrix.withRows { rows in
      holes.mutual.withRows { mutual in
        .real(
          (0..<rows.order).flatMap { row in
            rows.entries(row).map { entry in
              mutual.entry(row: row, column: rows.column(entry)).map { holes.localConstraint[$0] } ?? .nan
            }
          })
      }
    }
  },
  TieMeasure(
    Explanation(
      "bridge", Phrase("bridge", zh: "桥"),
      Phrase("1 where the loss of the tie would split the network, else 0.", zh: "一旦中断网络就会分裂的联系为 1，否则为 0。"),
      Phrase("How much would be lost: see the gap bridge_tie.", zh: "影响有多大，见薄弱环节“单线联系”。"),
      source: "Hopcroft & Tarjan 1973"),
    summary: Phrase("1 where its loss splits the network", zh: "桥（1 为是）"),
    traits: [.takesNoWeights, .takesNoDirection]
  ) {
    let bridges = Set($0.cutpoints().bridges.flatMap { [[$0.near, $0.far], [$0.far, $0.near]] })
    return $0.matrix.withRows { rows in
      .whole(
        (0..<rows.order).flatMap { row in
          rows.entries(row).map { bridges.contains([row, rows.column($0)]) ? 1 : 0 }
        })
    }
  },
  TieMeasure(
    Explanation(
      "biconnected", Phrase("biconnected part", zh: "双连通分量"), or: ["biconnected"],
      Phrase(
        "The number of the part that the loss of any one actor leaves whole; 1 is the largest.",
        zh: "所属部分的编号，1 为最大；该部分失去任何一个主体都不会分裂。"),
      Phrase("Ties with the same number back each other up.", zh: "编号相同的联系互为备份。"),
      source: "Hopcroft & Tarjan 1973"),
    summary: Phrase("part that the loss of one actor leaves whole, 1 the largest", zh: "双连通分量（1 为最大）"),
    traits: [.takesNoWeights, .takesNoDirection]
  ) {
    .whole($0.spread(biconnectedParts(of: $0.undirected, cuts: $0.cutpoints())))
  },
  TieMeasure(
    Explanation(
      "truss", Phrase("k-truss number", zh: "k-truss 值"), or: ["truss", "k-truss"],
      Phrase(
        "The largest k for which the tie belongs to a part where each tie is in at least k − 2 triangles.",
        zh: "最大的 k：它所在的部分中，每条联系至少属于 k − 2 个三角形。"),
      Phrase("High: a tie inside a close circle.", zh: "高则处于紧密的圈子之中。"),
      source: "Cohen 2008"),
    summary: Phrase("largest k-truss it belongs to", zh: "k-truss 值"),
    traits: [.takesNoWeights, .takesNoDirection]
  ) {
    .whole($0.spread(trussness(of: $0.undirected)))
  },
]
