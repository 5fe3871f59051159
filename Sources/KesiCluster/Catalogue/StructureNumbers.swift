import KesiMatrix
import KesiMeasures
import KesiNetwork

/// How a network is built: circles, kinds, communities, the middle, what splits it.
extension NetworkNumber {
  /// Those of `kesi summary`, in its order.
  static let structure = [
    transitivity, meanClustering, degreeAssortativity, kindAssortativity, externalInternalIndex, modularity,
    communities, algebraicConnectivity, corePeripheryFit, richClub, degreeCentralization, cutActors, bridgeTies,
  ]

  public static let transitivity = NetworkNumber(
    Explanation(
      "transitivity", Phrase("transitivity", zh: "传递性"),
      Phrase(
        "Of all pairs of actors that share a partner, the share that are tied themselves.", zh: "有共同伙伴的主体对中，彼此也有联系的比例。"),
      Phrase("High: partners of partners are partners. Ignores direction.", zh: "高则伙伴的伙伴往往也是伙伴。不计方向。"),
      source: "Newman, Watts & Strogatz 2002"),
    label: Phrase("transitivity", zh: "传递性")
  ) {
    let triples = degrees(of: $0.undirected).reduce(0.0) { $0 + Double($1) * Double($1 - 1) / 2 }
    return triples > 0 ? Double(try $0.triangles().reduce(0, +)) / triples : nil
  }

  public static let meanClustering = NetworkNumber(
    Explanation(
      "mean_clustering", Phrase("mean clustering", zh: "平均聚类系数"),
      Phrase("The mean of the clustering of all actors.", zh: "各主体聚类系数的平均。"),
      Phrase(
        "Gives actors with few ties more weight than transitivity does. Ignores direction.",
        zh: "与传递性相比，联系少的主体影响更大。不计方向。"),
      source: "Watts & Strogatz 1998"),
    label: Phrase("mean clustering", zh: "平均聚类系数")
  ) {
    let local = clustering(degrees: degrees(of: $0.undirected), triangles: try $0.triangles())
    return local.isEmpty ? nil : local.reduce(0, +) / Double(local.count)
  }

  public static let degreeAssortativity = NetworkNumber(
    Explanation(
      "degree_assortativity", Phrase("degree assortativity", zh: "度同配性"),
      Phrase("The correlation between the numbers of partners at both ends of ties.", zh: "联系两端主体的联系数之间的相关系数。"),
      Phrase(
        "Below 0: actors with many partners work with those that have few. Above 0: they keep to each other. Ignores direction.",
        zh: "小于 0：大带小；大于 0：强强相连。不计方向。"),
      source: "Newman 2002"),
    label: Phrase("degree assortativity", zh: "度同配性")
  ) {
    KesiMeasures.degreeAssortativity(of: $0.undirected)
  }

  public static let kindAssortativity = NetworkNumber(
    Explanation(
      "kind_assortativity", Phrase("assortativity by kind", zh: "类型同配性"),
      Phrase("How far ties keep within one kind of actor: 1 all, 0 as by chance.", zh: "联系限于同类主体的程度：1 为全部，0 为随机水平。"),
      Phrase("Below 0: more ties across kinds than by chance.", zh: "小于 0 表示以跨类型合作为主。"),
      source: "Newman 2003"),
    label: Phrase("assortativity by kind", zh: "类型同配性")
  ) {
    groupAssortativity(of: $0.undirected, groups: try $0.mixingGroups())
  }

  public static let externalInternalIndex = NetworkNumber(
    Explanation(
      "ei_index", Phrase("E-I index", zh: "E-I 指数"), or: ["ei index", "E-I index by kind", "E-I 指数（按类型）"],
      Phrase(
        "(ties with other groups − ties within the group)/all ties, for an actor or the network; groups are kinds unless --group says otherwise.",
        zh: "（跨组联系 − 组内联系）/全部联系，可用于主体或全网；默认按主体类型分组，可用 --group 更改。"),
      Phrase("−1: all within. 1: all across.", zh: "−1 表示全在组内，1 表示全部跨组。"),
      usage: Phrase(
        "It depends on the sizes of groups: kesi mixing --show index tests it against chance.",
        zh: "受各组规模影响，是否异常见 kesi mixing --show index 的检验。"),
      source: "Krackhardt & Stern 1988"),
    label: Phrase("E-I index by kind", zh: "E-I 指数（按类型）")
  ) {
    let whole = KesiMeasures.externalInternalIndex(of: $0.undirected, groups: try $0.mixingGroups()).whole
    return whole.isNaN ? nil : whole
  }

  public static let modularity = NetworkNumber(
    Explanation(
      "modularity", Phrase("modularity", zh: "模块度"),
      Phrase(
        "The share of ties that lie inside communities, less the share that chance would put there.",
        zh: "社群内联系所占比例，减去随机情形下应有的比例。"),
      Phrase(
        "Above about 0.3: clear communities; but small networks reach that by chance. Ignores direction.",
        zh: "约 0.3 以上说明社群明显；但小网络随机也可能达到。不计方向。"),
      source: "Newman & Girvan 2004"),
    label: Phrase("modularity", zh: "模块度")
  ) {
    quality(of: try $0.communities(), in: $0.matrix, by: .modularity())
  }

  public static let communities = NetworkNumber(
    Explanation(
      "communities", Phrase("number of communities", zh: "社群数"), or: ["communities"],
      Phrase("The number of communities found.", zh: "划分出的社群数。"),
      Phrase("Rises with --resolution.", zh: "--resolution 越大，社群越多。"),
      source: "Traag, Waltman & van Eck 2019"),
    label: Phrase("communities", zh: "社群数"), traits: [.count]
  ) {
    Double(try $0.communities().max() ?? 0)
  }

  public static let algebraicConnectivity = NetworkNumber(
    Explanation(
      "algebraic_connectivity", Phrase("algebraic connectivity", zh: "代数连通度"),
      Phrase(
        "How hard the network is to cut anywhere: the second smallest eigenvalue of the Laplacian matrix; 0 where it is in parts.",
        zh: "反映网络有多难被割开：拉普拉斯矩阵的第二小特征值；网络不连通时为 0。"),
      Phrase("suggest --goal algebraic raises it.", zh: "可用 suggest --goal algebraic 提高。"),
      source: "Fiedler 1973"),
    label: Phrase("algebraic connectivity", zh: "代数连通度"), traits: [.slow]
  ) {
    try KesiMeasures.algebraicConnectivity(of: $0.matrix, on: $0.parallel)
  }

  public static let corePeripheryFit = NetworkNumber(
    Explanation(
      "core_periphery_fit", Phrase("core–periphery fit", zh: "核心—边缘拟合度"),
      Phrase(
        "How well the network divides into a dense core and a loose rim (a correlation).",
        zh: "网络在多大程度上可分为稠密的核心与松散的边缘（相关系数）。"),
      Phrase("Above about 0.5: there is a core.", zh: "约 0.5 以上可认为存在核心。"),
      source: "Borgatti & Everett 2000"),
    label: Phrase("core–periphery fit", zh: "核心—边缘拟合度")
  ) {
    $0.corePeriphery().fit
  }

  public static let richClub = NetworkNumber(
    Explanation(
      "rich_club", Phrase("rich club", zh: "富人俱乐部"),
      or: ["联系最多的一成主体之间的密度", "density among the tenth with most ties"],
      Phrase("The density among the tenth of actors with most ties.", zh: "联系最多的一成主体之间的密度。"),
      Phrase("Near 1: those with most ties are all tied to each other.", zh: "接近 1 则联系最多的各家几乎两两相连。"),
      source: "Zhou & Mondragón 2004"),
    label: Phrase("density among the tenth with most ties", zh: "联系最多的一成主体之间的密度")
  ) {
    let degree = degrees(of: $0.undirected)
    return KesiMeasures.richClub(of: $0.undirected).amongTop(share: 0.1, degrees: degree)
  }

  public static let degreeCentralization = NetworkNumber(
    Explanation(
      "degree_centralization", Phrase("degree centralization", zh: "度中心势"),
      Phrase("How far ties concentrate on one actor, from 0 to 1 (a star).", zh: "联系集中于一家的程度，0 至 1；所有联系都集中于一家时为 1。"),
      Phrase("Falls as more actors work with each other.", zh: "各家之间的合作越多，数值越低。"),
      source: "Freeman 1979"),
    label: Phrase("degree centralization", zh: "度中心势")
  ) {
    KesiMeasures.degreeCentralization(degrees(of: $0.undirected))
  }

  public static let cutActors = NetworkNumber(
    Explanation(
      "cut_actors", Phrase("actors whose loss splits the network", zh: "关键节点数（割点）"), or: ["cut actors", "割点数"],
      Phrase("The number of actors whose loss would split the network.", zh: "一旦退出网络就会分裂的主体数。"),
      Phrase("See the gap cut_actor.", zh: "详见薄弱环节“关键节点”。"),
      source: "Hopcroft & Tarjan 1973"),
    label: Phrase("actors whose loss splits the network", zh: "关键节点数（割点）"), traits: [.count]
  ) {
    let cuts = $0.cutpoints()
    return Double((0..<$0.matrix.order).count { cuts.isArticulation($0) })
  }

  public static let bridgeTies = NetworkNumber(
    Explanation(
      "bridge_ties", Phrase("ties whose loss splits the network", zh: "单线联系数（桥）"), or: ["bridge ties", "桥数"],
      Phrase("The number of ties whose loss would split the network.", zh: "一旦中断网络就会分裂的联系数。"),
      Phrase("See the gap bridge_tie.", zh: "详见薄弱环节“单线联系”。"),
      source: "Hopcroft & Tarjan 1973"),
    label: Phrase("ties whose loss splits the network", zh: "单线联系数（桥）"), traits: [.count]
  ) {
    Double($0.cutpoints().bridges.count)
  }
}
