import KesiCluster
import KesiNetwork

extension Glossary {
  /// Measures of ties, by the names of `kesi metrics --ties`.
  static let tieEntries: [GlossaryEntry] = [
    tie(
      "tie_betweenness", Phrase("tie betweenness", zh: "联系中介中心度"), or: ["edge betweenness", "边介数"],
      Phrase("How many shortest paths run along the tie.", zh: "有多少最短路径经过这条联系。"),
      Phrase("High: the tie holds distant parts together.", zh: "高则说明它把相距较远的部分连在一起。"),
      source: "Girvan & Newman 2002"),
    tie(
      "local_constraint", Phrase("local constraint", zh: "局部约束度"),
      Phrase(
        "How far the target limits the source: (p_ij + Σ p_iq p_qj)².", zh: "乙方对甲方的限制程度：(p_ij + Σ p_iq p_qj)²。"),
      Phrase("High: the source depends on this partner.", zh: "高则甲方依赖这个伙伴。"),
      source: "Burt 1992"),
    tie(
      "bridge", Phrase("bridge", zh: "桥"),
      Phrase("1 where the loss of the tie would split the network, else 0.", zh: "一旦中断网络就会分裂的联系为 1，否则为 0。"),
      Phrase("How much would be lost: see the gap bridge_tie.", zh: "影响有多大，见薄弱环节“单线联系”。"),
      source: "Hopcroft & Tarjan 1973"),
    tie(
      "biconnected", Phrase("biconnected part", zh: "双连通分量"), or: ["biconnected"],
      Phrase(
        "The number of the part that the loss of any one actor leaves whole; 1 is the largest.",
        zh: "所属部分的编号，1 为最大；该部分失去任何一个主体都不会分裂。"),
      Phrase("Ties with the same number back each other up.", zh: "编号相同的联系互为备份。"),
      source: "Hopcroft & Tarjan 1973"),
    tie(
      "truss", Phrase("k-truss number", zh: "k-truss 值"), or: ["truss", "k-truss"],
      Phrase(
        "The largest k for which the tie belongs to a part where each tie is in at least k − 2 triangles.",
        zh: "最大的 k：它所在的部分中，每条联系至少属于 k − 2 个三角形。"),
      Phrase("High: a tie inside a close circle.", zh: "高则处于紧密的圈子之中。"),
      source: "Cohen 2008"),
  ]

  private static func tie(
    _ id: String, _ name: Phrase, or aliases: [String] = [], _ definition: Phrase, _ advice: Phrase, source: String
  ) -> GlossaryEntry {
    GlossaryEntry(
      id, .tie, name, or: aliases, definition, advice: advice, tables: "metrics --ties (\(id))", source: source)
  }

  /// Measures of a network as a whole, by the names of `kesi summary`, `what-if`, `resilience` and `mixing`.
  static let networkEntries: [GlossaryEntry] = [
    network(
      "actors", Phrase("number of actors", zh: "主体数"), or: ["actors"],
      Phrase("The number of actors looked at.", zh: "参与分析的主体数。"),
      Phrase("Changes with --chain, --zone, --kind.", zh: "随 --chain、--zone、--kind 的选择而变。")),
    network(
      "ties", Phrase("number of ties", zh: "联系数"), or: ["ties"],
      Phrase("The number of pairs of actors that are tied.", zh: "有联系的主体对数。"),
      Phrase(
        "Several ties between the same two actors count once here; their weights add up.", zh: "同一对主体的多条联系只计一次，强度相加。")),
    network(
      "density", Phrase("density", zh: "密度"),
      Phrase("The share of all pairs of actors that are tied.", zh: "有联系的主体对占全部主体对的比例。"),
      Phrase("Falls as networks grow: compare networks of similar size.", zh: "网络越大密度越低，只宜在规模相近时比较。")),
    network(
      "mean_degree", Phrase("mean degree", zh: "平均联系数"),
      Phrase(
        "The mean of degree: partners, or with --directed ties out and in.",
        zh: "各主体联系数的平均：每家平均有多少伙伴；加 --directed 后为发出与指向的联系数之和。"),
      Phrase("Compares networks of different sizes better than density.", zh: "规模不同的网络之间，用它比较优于密度。")),
    network(
      "components", Phrase("number of components", zh: "连通分量数"), or: ["components"],
      Phrase(
        "The number of connected parts; actors without ties are parts of their own.", zh: "互不相通的部分数；没有联系的主体各算一部分。"),
      Phrase("1: everyone can reach everyone.", zh: "为 1 则全网相通。")),
    network(
      "largest_component", Phrase("largest component", zh: "最大连通分量"),
      Phrase("The number of actors in the largest connected part.", zh: "最大连通部分的主体数。"),
      Phrase("Far below all actors: the cluster is not one network yet.", zh: "远小于总数，说明集群尚未连成一个网络。")),
    network(
      "isolates", Phrase("actors without ties", zh: "孤立主体数"), or: ["isolate"],
      Phrase("The number of actors without ties.", zh: "没有任何联系的主体数。"),
      Phrase("Data that is missing, or actors that no one works with.", zh: "可能是数据缺失，也可能确实无人与之合作。")),
    network(
      "diameter", Phrase("diameter", zh: "直径"),
      Phrase(
        "The greatest distance between two actors of the largest part; of several as large, the greatest of all.",
        zh: "最大连通部分中两个主体之间的最大距离；几个部分同为最大时，取其中最大的。"),
      Phrase("Through how many hands the farthest news goes.", zh: "消息传到最远处要经过几步。")),
    network(
      "radius", Phrase("radius", zh: "半径"),
      Phrase(
        "The least eccentricity in the largest part; of several as large, that of the one where it is greatest.",
        zh: "最大连通部分中最小的离心度；几个部分同为最大时，取其中最大的一个。"),
      Phrase("In how many steps the most central actor reaches all.", zh: "最居中的主体几步可以到达所有主体。")),
    network(
      "mean_distance", Phrase("mean distance", zh: "平均距离"),
      Phrase("The mean distance between actors that can reach each other.", zh: "能够相通的主体对之间的平均距离。"),
      Phrase("Pairs that cannot reach each other are left out: see nearness.", zh: "不相通的主体对不计，可另看全局效率。")),
    network(
      "nearness", Phrase("nearness (global efficiency)", zh: "全局效率"),
      or: ["global efficiency", "nearness", "nearness (mean of 1/distance)", "全局效率（平均 1/距离）"],
      Phrase(
        "The mean of 1/distance over all pairs; pairs that cannot reach each other count 0.",
        zh: "所有主体对之间距离倒数的平均，不相通的计 0。"),
      Phrase("1: everyone is tied to everyone. Rises with every new tie.", zh: "为 1 则两两直接相连；每增加一条联系都会上升。"),
      source: "Latora & Marchiori 2001"),
    network(
      "joined_pairs", Phrase("pairs that can reach each other", zh: "相通主体对占比"),
      or: ["connected pairs", "share of pairs that can reach each other"],
      Phrase("The share of pairs of actors that a path connects.", zh: "有通路相连的主体对所占比例。"),
      Phrase("1: the network is in one piece.", zh: "为 1 则全网相通。")),
    network(
      "twice_joined_pairs", Phrase("pairs joined by two separate paths", zh: "双通路主体对占比"),
      or: ["share of pairs joined by two separate paths"],
      Phrase("The share of pairs of actors that two paths without a common tie connect.", zh: "有两条互不重叠的通路相连的主体对所占比例。"),
      Phrase("What still holds when any one tie is lost.", zh: "失去任意一条联系后仍然相通的比例。"),
      usage: Phrase("suggest --goal resilient raises it.", zh: "可用 suggest --goal resilient 提高。"),
      source: "Eswaran & Tarjan 1976"),
    network(
      "transitivity", Phrase("transitivity", zh: "传递性"),
      Phrase("Of all actors that share a partner, the share that are tied themselves.", zh: "有共同伙伴的主体对中，彼此也有联系的比例。"),
      Phrase("High: partners of partners are partners. Ignores direction.", zh: "高则伙伴的伙伴往往也是伙伴。不计方向。"),
      source: "Newman, Watts & Strogatz 2002"),
    network(
      "mean_clustering", Phrase("mean clustering", zh: "平均聚类系数"),
      Phrase("The mean of the clustering of all actors.", zh: "各主体聚类系数的平均。"),
      Phrase(
        "Gives actors with few ties more weight than transitivity does. Ignores direction.",
        zh: "与传递性相比，联系少的主体影响更大。不计方向。"),
      source: "Watts & Strogatz 1998"),
    network(
      "degree_assortativity", Phrase("degree assortativity", zh: "度同配性"),
      Phrase("The correlation between the numbers of partners at both ends of ties.", zh: "联系两端主体的联系数之间的相关系数。"),
      Phrase(
        "Below 0: actors with many partners work with those that have few. Above 0: they keep to each other. Ignores direction.",
        zh: "小于 0：大带小；大于 0：强强相连。不计方向。"),
      source: "Newman 2002"),
    network(
      "kind_assortativity", Phrase("assortativity by kind", zh: "类型同配性"),
      Phrase("How far ties keep within one kind of actor: 1 all, 0 as by chance.", zh: "联系限于同类主体的程度：1 为全部，0 为随机水平。"),
      Phrase("Below 0: more ties across kinds than by chance.", zh: "小于 0 表示以跨类型合作为主。"),
      source: "Newman 2003"),
    network(
      "ei_index", Phrase("E-I index", zh: "E-I 指数"), or: ["ei index", "E-I index by kind", "E-I 指数（按类型）"],
      Phrase(
        "(ties with other groups − ties within the group)/all ties, for an actor or the network; groups are kinds unless --group says otherwise.",
        zh: "（跨组联系 − 组内联系）/全部联系，可用于主体或全网；默认按主体类型分组，可用 --group 更改。"),
      Phrase("−1: all within. 1: all across.", zh: "−1 表示全在组内，1 表示全部跨组。"),
      usage: Phrase(
        "It depends on the sizes of groups: kesi mixing --show index tests it against chance.",
        zh: "受各组规模影响，是否异常见 kesi mixing --show index 的检验。"),
      source: "Krackhardt & Stern 1988"),
    network(
      "modularity", Phrase("modularity", zh: "模块度"),
      Phrase(
        "The share of ties that lie inside communities, less the share that chance would put there.",
        zh: "社群内联系所占比例，减去随机情形下应有的比例。"),
      Phrase(
        "Above about 0.3: clear communities; but small networks reach that by chance. Ignores direction.",
        zh: "约 0.3 以上说明社群明显；但小网络随机也可能达到。不计方向。"),
      source: "Newman & Girvan 2004"),
    network(
      "communities", Phrase("number of communities", zh: "社群数"), or: ["communities"],
      Phrase("The number of communities found.", zh: "划分出的社群数。"),
      Phrase("Rises with --resolution.", zh: "--resolution 越大，社群越多。"),
      source: "Traag, Waltman & van Eck 2019"),
    network(
      "algebraic_connectivity", Phrase("algebraic connectivity", zh: "代数连通度"),
      Phrase(
        "How hard the network is to cut anywhere: the second smallest eigenvalue of the Laplacian matrix; 0 where it is in parts.",
        zh: "反映网络有多难被割开：拉普拉斯矩阵的第二小特征值；网络不连通时为 0。"),
      Phrase("suggest --goal algebraic raises it.", zh: "可用 suggest --goal algebraic 提高。"),
      source: "Fiedler 1973"),
    network(
      "core_periphery_fit", Phrase("core–periphery fit", zh: "核心—边缘拟合度"),
      Phrase(
        "How well the network divides into a dense core and a loose rim (a correlation).",
        zh: "网络在多大程度上可分为稠密的核心与松散的边缘（相关系数）。"),
      Phrase("Above about 0.5: there is a core.", zh: "约 0.5 以上可认为存在核心。"),
      source: "Borgatti & Everett 2000"),
    network(
      "rich_club", Phrase("rich club", zh: "富人俱乐部"),
      or: ["联系最多的一成主体之间的密度", "density among the tenth with most ties"],
      Phrase("The density among the tenth of actors with most ties.", zh: "联系最多的一成主体之间的密度。"),
      Phrase("Near 1: those with most ties are all tied to each other.", zh: "接近 1 则联系最多的各家几乎两两相连。"),
      source: "Zhou & Mondragón 2004"),
    network(
      "degree_centralization", Phrase("degree centralization", zh: "度中心势"),
      Phrase("How far ties concentrate on one actor, from 0 to 1 (a star).", zh: "联系集中于一家的程度，0 至 1；所有联系都集中于一家时为 1。"),
      Phrase("Falls as more actors work with each other.", zh: "各家之间的合作越多，数值越低。"),
      source: "Freeman 1979"),
    network(
      "cut_actors", Phrase("actors whose loss splits the network", zh: "关键节点数（割点）"), or: ["cut actors", "割点数"],
      Phrase("The number of actors whose loss would split the network.", zh: "一旦退出网络就会分裂的主体数。"),
      Phrase("See the gap cut_actor.", zh: "详见薄弱环节“关键节点”。"),
      source: "Hopcroft & Tarjan 1973"),
    network(
      "bridge_ties", Phrase("ties whose loss splits the network", zh: "单线联系数（桥）"), or: ["bridge ties", "桥数"],
      Phrase("The number of ties whose loss would split the network.", zh: "一旦中断网络就会分裂的联系数。"),
      Phrase("See the gap bridge_tie.", zh: "详见薄弱环节“单线联系”。"),
      source: "Hopcroft & Tarjan 1973"),
    network(
      "robustness", Phrase("robustness R", zh: "稳健性 R"),
      or: ["robustness", "r", "稳健性", "R (Schneider)", "spread", "standard deviation of R", "R 的标准差"],
      Phrase(
        "The share of all actors in the largest connected part, averaged while actors are lost one after the other.",
        zh: "主体逐一流失的过程中，最大连通部分占比的平均值。"),
      Phrase("Near 0: all depends on a few. Near 0.5: as good as can be.", zh: "接近 0 说明全靠少数几家；接近 0.5 为最佳。"),
      usage: Phrase("See kesi resilience --removal.", zh: "见 kesi resilience --removal。"),
      source: "Schneider et al. 2011"),
    network(
      "t_uig_bits", Phrase("T(uig)", zh: "三螺旋协同 T(uig)"),
      or: ["t", "t_uig", "三螺旋协同", "协同", "T (bits)", "协同 T（比特）"],
      Phrase(
        "How far university (u), industry (i) and government (g) act together: H(u)+H(i)+H(g) − H(ui) − H(ug) − H(ig) + H(uig), in bits, over consortia or over actors with their partners.",
        zh: "高校院所（u）、产业（i）、政府（g）三方的协同程度：H(u)+H(i)+H(g) − H(ui) − H(ug) − H(ig) + H(uig)，单位为比特，以联合体或“主体及其伙伴”为单元统计。"
      ),
      Phrase(
        "Below 0: the three work together. 0 or above: uncoordinated. With fewer than ten units it is not judged.",
        zh: "小于 0 表示三方协同；大于或等于 0 表示协同度低。单元不足十个时不作判断。"),
      source: "Leydesdorff 2003"),
    network(
      "adjusted_rand", Phrase("adjusted Rand index", zh: "调整兰德指数"),
      or: ["adjusted Rand", "agreement", "agreement of communities", "一致程度", "社群一致性", "兰德指数"],
      Phrase(
        "How far two divisions into communities agree: 1 the same, 0 no more than by chance.",
        zh: "两种社群划分的一致程度：1 为相同，0 为随机水平。"),
      Phrase("Below about 0.5: communities have changed much.", zh: "约 0.5 以下表示社群变动很大。"),
      source: "Hubert & Arabie 1985"),
  ]

  private static func network(
    _ id: String, _ name: Phrase, or aliases: [String] = [], _ definition: Phrase, _ advice: Phrase,
    usage: Phrase? = nil, source: String? = nil
  ) -> GlossaryEntry {
    GlossaryEntry(id, .network, name, or: aliases, definition, advice: advice, usage: usage, source: source)
  }
}
