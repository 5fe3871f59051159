import KesiMatrix
import KesiMeasures
import KesiNetwork

/// Who stands in the middle: by partners, paths, partners of partners.
let centralityMeasures: [ActorMeasure] = [
  .degree,
  ActorMeasure(
    Explanation(
      "in_degree", Phrase("in-degree", zh: "入度"),
      Phrase("The number of ties that arrive at the actor.", zh: "指向该主体的联系数。"),
      Phrase("Who is sought out.", zh: "反映谁被别人找上门。"),
      usage: Phrase("Needs --directed.", zh: "需加 --directed。"),
      source: "Freeman 1979"),
    summary: Phrase("ties that arrive", zh: "入度"),
    traits: [.takesNoWeights]
  ) {
    .whole(inDegrees(of: $0.matrix))
  },
  ActorMeasure(
    Explanation(
      "out_degree", Phrase("out-degree", zh: "出度"),
      Phrase("The number of ties that leave the actor.", zh: "由该主体发出的联系数。"),
      Phrase("Who reaches out.", zh: "反映谁主动联系别人。"),
      usage: Phrase("Needs --directed.", zh: "需加 --directed。"),
      source: "Freeman 1979"),
    summary: Phrase("ties that leave", zh: "出度"),
    traits: [.takesNoWeights]
  ) {
    .whole(outDegrees(of: $0.matrix))
  },
  ActorMeasure(
    Explanation(
      "strength", Phrase("strength", zh: "联系强度"), or: ["weighted degree", "加权度"],
      Phrase("The sum of the weights of all its ties.", zh: "该主体全部联系的强度之和。"),
      Phrase("High with a low degree: few partners, much work with each.", zh: "强度高而联系数少，说明伙伴不多、合作深入。"),
      source: "Barrat et al. 2004"),
    summary: Phrase("sum of the weights of ties", zh: "联系强度之和"),
    traits: [.usual, .takesNoWeights, .alwaysWeighted]
  ) {
    .real(strengths(of: $0.weighted))
  },
  ActorMeasure(
    Explanation(
      "closeness", Phrase("closeness centrality", zh: "接近中心度"), or: ["closeness"],
      Phrase(
        "How near it is to all others: (r − 1)/Σ distance × (r − 1)/(n − 1), where r of n actors can be reached (it included).",
        zh: "与其他主体的接近程度：(r − 1)/距离之和 × (r − 1)/(n − 1)，n 为主体总数，r 为可达主体数（含自身）。"),
      Phrase(
        "1: tied to everyone. Differences are small in dense networks; where the network falls into parts, harmonic is safer.",
        zh: "为 1 表示与所有主体直接相连。稠密网络中差别很小；网络不连通时宜用调和中心度。"),
      usage: Phrase("With --directed: how soon others reach it.", zh: "加 --directed 后衡量别人到达它的远近。"),
      source: "Wasserman & Faust 1994"),
    summary: Phrase("nearness to all others, inward (Wasserman–Faust)", zh: "接近中心度"),
    traits: [.usual]
  ) {
    .real(try $0.distances().closeness)
  },
  ActorMeasure(
    Explanation(
      "harmonic", Phrase("harmonic centrality", zh: "调和中心度"), or: ["harmonic"],
      Phrase(
        "The sum of 1/distance over all others; those it cannot reach count 0.", zh: "到其他各主体距离的倒数之和，不可达的计 0。"),
      Phrase("Who hears first. Compare within one network.", zh: "反映谁最先得到消息。只宜在同一网络内比较。"),
      usage: Phrase("With --directed: how soon others reach it.", zh: "加 --directed 后衡量别人到达它的远近。"),
      source: "Marchiori & Latora 2000"),
    summary: Phrase("sum of 1/distance to all others, inward", zh: "调和中心度")
  ) {
    .real(try $0.distances().harmonic)
  },
  ActorMeasure(
    Explanation(
      "eccentricity", Phrase("eccentricity", zh: "离心度"),
      Phrase("The distance to the farthest actor that it can reach.", zh: "到可达的最远主体的距离。"),
      Phrase("Small in the middle of the network, large at its edge.", zh: "居中者小，边缘者大。"),
      usage: Phrase("With --directed: outward, from it to others.", zh: "加 --directed 后按由它出发的方向计算。"),
      source: "Harary 1969"),
    summary: Phrase("distance to the farthest actor it can reach, outward", zh: "离心度")
  ) {
    .real(try $0.distances().eccentricity)
  },
  ActorMeasure(
    Explanation(
      "betweenness", Phrase("betweenness", zh: "中介中心度"), or: ["betweenness centrality", "介数"],
      Phrase(
        "How many shortest paths between other actors run through it; where a pair has several, each counts its part.",
        zh: "其他主体之间有多少最短路径经过它；一对主体有多条最短路径时按份额计。"),
      Phrase("High: a broker, or a bottleneck.", zh: "数值高说明它居间联系多，也可能是瓶颈。"),
      usage: Phrase(
        "See what happens without it: kesi resilience. --normalized divides by the number of pairs of other actors.",
        zh: "失去它的后果见 kesi resilience。加 --normalized 则除以其他主体的对数。"),
      source: "Freeman 1977; Brandes 2001"),
    summary: Phrase("shortest paths that run through it (Brandes)", zh: "中介中心度"),
    traits: [.usual, .sampled]
  ) {
    .real($0.normalized($0.options.sample == nil ? try $0.betweenness() : try $0.sampledBetweenness().values))
  },
  ActorMeasure(
    Explanation(
      "betweenness_error", Phrase("standard error of betweenness", zh: "中介中心度标准误"),
      Phrase(
        "How far a betweenness that was estimated with --sample may be off (standard error).",
        zh: "用 --sample 估算中介中心度时的标准误。"),
      Phrase(
        "Two actors that differ by less than twice this cannot be ranked. Empty where the sample shows no differences to tell it from: draw more. With fewer than about 30 draws it is itself rough.",
        zh: "两个主体之差小于标准误的两倍时，不能分出高下。样本之间没有差异、无从估计时留空，应增加抽样；抽样不足 30 个时，标准误本身也较粗略。"),
      source: "Brandes & Pich 2007"),
    summary: Phrase("standard error of the estimate", zh: "中介中心度标准误"),
    traits: [.sampled, .onlySampled]
  ) {
    .real($0.normalized(try $0.sampledBetweenness().errors))
  },
  ActorMeasure(
    Explanation(
      "eigenvector", Phrase("eigenvector centrality", zh: "特征向量中心度"), or: ["eigenvector"],
      Phrase(
        "High where partners are high themselves: the principal eigenvector of the adjacency matrix, of length 1.",
        zh: "伙伴重要，自身就重要：邻接矩阵的主特征向量，长度为 1。"),
      Phrase(
        "Finds the inner circle. Where the network has several dense parts, only the strongest shows. Undefined in directed networks without cycles.",
        zh: "用于找核心圈。网络有多个稠密部分时，只突出最强的一个。没有回路的有向网络中无定义。"),
      source: "Bonacich 1972"),
    summary: Phrase("high where partners are high themselves (Bonacich)", zh: "特征向量中心度"),
    traits: [.usual]
  ) {
    .real(try $0.eigenvector())
  },
  ActorMeasure(
    Explanation(
      "pagerank", Phrase("PageRank", zh: "PageRank"), or: ["page rank", "网页排名"],
      Phrase(
        "How often a walker comes by who follows ties at random and, with probability 0.15, starts anew anywhere.",
        zh: "设想有人沿联系随机行走，每一步有 0.15 的概率从任意主体重新出发：他停留在该主体的时间比例。"),
      Phrase("Sums to 1. Without direction it is close to degree.", zh: "总和为 1。无向网络中与联系数相近。"),
      source: "Brin & Page 1998"),
    summary: Phrase("share of a random surfer's time", zh: "PageRank"),
    traits: [.usual]
  ) {
    .real(try pageRank(of: $0.matrix, on: $0.parallel))
  },
  ActorMeasure(
    Explanation(
      "katz", Phrase("Katz centrality", zh: "Katz 中心度"),
      Phrase(
        "How many walks of any length end at it, a walk of k ties counting αᵏ, with α = 0.9/λ and λ the largest eigenvalue; length 1.",
        zh: "到达它的各种长度的通路数，k 步通路计 αᵏ，α = 0.9/λ，λ 为最大特征值；结果的长度为 1。"),
      Phrase("Lies between degree and eigenvector centrality.", zh: "介于联系数与特征向量中心度之间。"),
      source: "Katz 1953"),
    summary: Phrase("walks that end at it, long ones discounted", zh: "Katz 中心度")
  ) {
    .real(try $0.katz())
  },
  ActorMeasure(
    Explanation(
      "hub", Phrase("hub score", zh: "枢纽值"), or: ["hub", "hits"],
      Phrase("How far it points to actors with high authority; sums to 1.", zh: "指向高权威主体的程度，总和为 1。"),
      Phrase(
        "For directed ties: who knows where to turn. Without direction it equals authority.",
        zh: "用于有向联系：谁知道该找谁。无向时与权威值相等。"),
      source: "Kleinberg 1999"),
    summary: Phrase("ties to good authorities (Kleinberg)", zh: "枢纽值（HITS）")
  ) {
    .real(try $0.hubsAndAuthorities().hubs)
  },
  ActorMeasure(
    Explanation(
      "authority", Phrase("authority score", zh: "权威值"), or: ["authority"],
      Phrase("How far actors with high hub scores point to it; sums to 1.", zh: "被高枢纽值主体指向的程度，总和为 1。"),
      Phrase(
        "For directed ties: who is turned to. Without direction it equals the hub score.",
        zh: "用于有向联系：大家都去找谁。无向时与枢纽值相等。"),
      source: "Kleinberg 1999"),
    summary: Phrase("ties from good hubs (Kleinberg)", zh: "权威值（HITS）")
  ) {
    .real(try $0.hubsAndAuthorities().authorities)
  },
]

extension ActorMeasure {
  /// The number of partners: what sets the size of symbols unless another measure is asked for.
  public static let degree = ActorMeasure(
    Explanation(
      "degree", Phrase("degree", zh: "联系数（度）"), or: ["联系数", "度", "度中心度", "degree centrality"],
      Phrase("The number of partners.", zh: "合作伙伴的数量。"),
      Phrase("Counts partners, not how much is done with them: see strength.", zh: "只计伙伴多少，不计合作强弱（强弱见“联系强度”）。"),
      usage: Phrase(
        "With --directed it counts ties in and out, so a partner in both directions counts twice.",
        zh: "加 --directed 后为入度与出度之和，双向往来的伙伴计两次。"),
      source: "Freeman 1979"),
    summary: Phrase("number of ties", zh: "联系数（度）"),
    traits: [.usual, .takesNoWeights]
  ) {
    .whole(degrees(of: $0.matrix))
  }
}
