extension Glossary {
  /// Measures of ties, by the names of `kesi metrics --ties`.
  static let tieEntries: [GlossaryEntry] = [
    GlossaryEntry(
      "tie_betweenness", .tie, Phrase("tie betweenness", zh: "联系中介中心度"),
      Phrase("How many shortest paths run along the tie.", zh: "经过这条联系的最短路径数。"),
      advice: Phrase("The ties that hold distant parts together.", zh: "把相距较远的部分连在一起的联系。"),
      source: "Girvan & Newman 2002"),
    GlossaryEntry(
      "local_constraint", .tie, Phrase("local constraint", zh: "局部约束度"),
      Phrase(
        "How far the target constrains the source: (p_ij + Σ p_iq p_qj)².", zh: "一端对另一端的约束：(p_ij + Σ p_iq p_qj)²。"),
      advice: Phrase("High: the source hangs on this partner.", zh: "高则依赖该伙伴。"),
      source: "Burt 1992"),
    GlossaryEntry(
      "bridge", .tie, Phrase("bridge", zh: "桥"),
      Phrase("1 where the loss of the tie parts the network.", zh: "失去这条联系网络即分裂者为 1。"),
      advice: Phrase("See the gap bridge_tie.", zh: "详见断点“单线联系”。"),
      source: "Hopcroft & Tarjan 1973"),
    GlossaryEntry(
      "biconnected", .tie, Phrase("biconnected part", zh: "双连通分量"),
      Phrase("The part that no loss of one actor cuts, 1 the largest.", zh: "失去任一主体都不会分裂的部分，1 为最大。"),
      advice: Phrase("Ties of one number back each other up.", zh: "同一编号的联系互为备份。"),
      source: "Hopcroft & Tarjan 1973"),
    GlossaryEntry(
      "truss", .tie, Phrase("truss", zh: "k-truss 值"),
      Phrase(
        "The greatest k so that the tie is in a part in which every tie is in k − 2 triangles. Direction is ignored.",
        zh: "最大的 k：其所在部分每条联系至少属于 k − 2 个三角形。不计方向。"),
      advice: Phrase("High: a tie inside a tight circle.", zh: "高则处于紧密圈子之中。"),
      source: "Cohen 2008"),
  ]
}

extension Glossary {
  /// Measures of a network as a whole, by the names of `kesi summary`, `what-if`, `resilience` and `mixing`.
  static let networkEntries: [GlossaryEntry] = [
    GlossaryEntry(
      "actors", .network, Phrase("actors", zh: "主体数"),
      Phrase("The number of actors looked at.", zh: "参与分析的主体数。"),
      advice: Phrase("Changes with --chain, --zone, --kind.", zh: "随 --chain、--zone、--kind 而变。")),
    GlossaryEntry(
      "ties", .network, Phrase("ties", zh: "联系数"),
      Phrase("The number of pairs of actors that are tied.", zh: "有联系的主体对数。"),
      advice: Phrase("Several ties of two actors count once here; weights add up.", zh: "同一对主体的多条联系计一次，权重相加。")),
    GlossaryEntry(
      "density", .network, Phrase("density", zh: "密度"),
      Phrase("The share of all pairs that are tied.", zh: "有联系的主体对占全部主体对的比例。"),
      advice: Phrase("Falls as networks grow: compare networks of like size.", zh: "网络越大密度越低：宜在规模相近时比较。")),
    GlossaryEntry(
      "mean_degree", .network, Phrase("mean degree", zh: "平均联系数"),
      Phrase(
        "The mean of degree: partners, or with --directed ties out and in.",
        zh: "各主体联系数的平均：伙伴数；加 --directed 时为发出与指向的联系数之和。"),
      advice: Phrase("Compares networks of different size better than density.", zh: "跨规模比较时优于密度。")),
    GlossaryEntry(
      "components", .network, Phrase("components", zh: "连通分量数"),
      Phrase("The number of connected parts.", zh: "互不相通的部分数。"),
      advice: Phrase("1: everyone can reach everyone.", zh: "为 1 则人人可达。")),
    GlossaryEntry(
      "largest_component", .network, Phrase("largest component", zh: "最大连通分量"),
      Phrase("How many actors the largest connected part has.", zh: "最大连通部分的主体数。"),
      advice: Phrase("Far below all: the cluster is not one network.", zh: "远小于总数则集群尚未成网。")),
    GlossaryEntry(
      "isolates", .network, Phrase("actors without ties", zh: "孤立主体数"),
      Phrase("The number of actors without ties.", zh: "没有联系的主体数。"),
      advice: Phrase("Missing data, or actors that no one reaches.", zh: "可能是数据缺失，也可能确实无人联系。")),
    GlossaryEntry(
      "diameter", .network, Phrase("diameter", zh: "直径"),
      Phrase("The greatest distance in the largest part.", zh: "最大连通部分中的最大距离。"),
      advice: Phrase("How many hands the farthest news goes through.", zh: "最远的消息要经过几手。")),
    GlossaryEntry(
      "radius", .network, Phrase("radius", zh: "半径"),
      Phrase("The least eccentricity in the largest part.", zh: "最大连通部分中最小的离心度。"),
      advice: Phrase("The reach of the most central actor.", zh: "最居中主体的触达半径。")),
    GlossaryEntry(
      "mean_distance", .network, Phrase("mean distance", zh: "平均距离"),
      Phrase("The mean distance of pairs that can reach each other.", zh: "可达主体对的平均距离。"),
      advice: Phrase("Pairs that are not joined are left out: see nearness.", zh: "不相通者不计，另见全局效率。")),
    GlossaryEntry(
      "nearness", .network, Phrase("nearness (global efficiency)", zh: "全局效率"),
      Phrase("The mean of 1/distance over all pairs, 0 for those that are not joined.", zh: "所有主体对距离倒数的平均，不相通者计 0。"),
      advice: Phrase("1: everyone tied to everyone. Rises with every tie.", zh: "为 1 则两两直接相连；每增一条联系都会上升。"),
      source: "Latora & Marchiori 2001"),
    GlossaryEntry(
      "joined_pairs", .network, Phrase("joined pairs", zh: "相通主体对占比"),
      Phrase("The share of pairs of actors joined by a path.", zh: "有通路相连的主体对比例。"),
      advice: Phrase("1: one network.", zh: "为 1 则全网相通。")),
    GlossaryEntry(
      "twice_joined_pairs", .network, Phrase("twice joined pairs", zh: "双通路主体对占比"),
      Phrase("The share of pairs joined by two paths without a common tie.", zh: "有两条互不重叠通路的主体对比例。"),
      advice: Phrase(
        "What holds when any one tie is lost. suggest --goal resilient raises it.",
        zh: "任失一条联系仍相通的比例；可用 suggest --goal resilient 提高。"),
      source: "Eswaran & Tarjan 1976"),
    GlossaryEntry(
      "transitivity", .network, Phrase("transitivity", zh: "传递性"),
      Phrase("The share of two-paths that close to a triangle. Direction is ignored.", zh: "两步通路闭合成三角形的比例，不计方向。"),
      advice: Phrase("High: partners of partners are partners.", zh: "高则伙伴的伙伴也是伙伴。"),
      source: "Newman, Watts & Strogatz 2002"),
    GlossaryEntry(
      "mean_clustering", .network, Phrase("mean clustering", zh: "平均聚类系数"),
      Phrase("The mean of local clustering. Direction is ignored.", zh: "各主体聚类系数的平均，不计方向。"),
      advice: Phrase("Weighs actors of few ties more than transitivity does.", zh: "比传递性更看重联系少的主体。"),
      source: "Watts & Strogatz 1998"),
    GlossaryEntry(
      "degree_assortativity", .network, Phrase("degree assortativity", zh: "度同配性"),
      Phrase("The correlation of degrees at both ends of ties. Direction is ignored.", zh: "联系两端度数的相关系数，不计方向。"),
      advice: Phrase("Below 0: hubs serve small ones. Above 0: hubs keep to themselves.", zh: "小于 0：大带小；大于 0：强强相连。"),
      source: "Newman 2002"),
    GlossaryEntry(
      "kind_assortativity", .network, Phrase("assortativity by kind", zh: "类型同配性"),
      Phrase(
        "How far ties keep to one kind, 1 all, 0 as by chance. Direction is ignored.",
        zh: "联系限于同类的程度，1 为全部，0 为随机水平。不计方向。"),
      advice: Phrase("Below 0: kinds work across.", zh: "小于 0 则跨类型合作为主。"),
      source: "Newman 2003"),
    GlossaryEntry(
      "ei_index", .network, Phrase("E-I index", zh: "E-I 指数"),
      Phrase(
        "(ties across groups − ties within) / all, for an actor or the network; groups are kinds unless --group says otherwise.",
        zh: "（跨组联系 − 组内联系）/ 全部，可用于主体或全网；默认按类型分组。"),
      advice: Phrase(
        "−1: all within. 1: all across. Depends on group sizes: kesi mixing --show index tests it.",
        zh: "−1 全在组内，1 全部跨组。受组规模影响，检验见 kesi mixing --show index。"),
      source: "Krackhardt & Stern 1988"),
    GlossaryEntry(
      "modularity", .network, Phrase("modularity", zh: "模块度"),
      Phrase(
        "How many more ties lie inside communities than expected, as a share of all. Direction is ignored.",
        zh: "社群内联系超出期望的比例，不计方向。"),
      advice: Phrase(
        "Above about 0.3: clear communities. Small networks reach that by chance.", zh: "约 0.3 以上社群明显；小网络随机也可达到。"),
      source: "Newman & Girvan 2004"),
    GlossaryEntry(
      "communities", .network, Phrase("communities", zh: "社群数"),
      Phrase("The number of communities found.", zh: "划分出的社群数。"),
      advice: Phrase("Rises with --resolution.", zh: "随 --resolution 增大。"),
      source: "Traag, Waltman & van Eck 2019"),
    GlossaryEntry(
      "algebraic_connectivity", .network, Phrase("algebraic connectivity", zh: "代数连通度"),
      Phrase(
        "The second smallest eigenvalue of the Laplacian; 0 where the network falls apart.",
        zh: "拉普拉斯矩阵的第二小特征值；不连通时为 0。"),
      advice: Phrase(
        "How hard the network is to cut anywhere. suggest --goal algebraic raises it.",
        zh: "反映网络最难割断的程度；可用 suggest --goal algebraic 提高。"),
      source: "Fiedler 1973"),
    GlossaryEntry(
      "core_periphery_fit", .network, Phrase("core–periphery fit", zh: "核心—边缘拟合度"),
      Phrase("The correlation of the ties with an ideal core and periphery.", zh: "联系与理想核心—边缘结构的相关系数。"),
      advice: Phrase("Above about 0.5: a core exists.", zh: "约 0.5 以上可认为存在核心。"),
      source: "Borgatti & Everett 2000"),
    GlossaryEntry(
      "rich_club", .network, Phrase("rich club", zh: "富人俱乐部"),
      Phrase("The density among the best-tied tenth.", zh: "联系最多的一成主体之间的密度。"),
      advice: Phrase("Near 1: the strong are all tied to each other.", zh: "接近 1 则强者两两相连。"),
      source: "Zhou & Mondragón 2004"),
    GlossaryEntry(
      "degree_centralization", .network, Phrase("degree centralization", zh: "度中心势"),
      Phrase("How near the degrees come to a star, 0 to 1.", zh: "度数分布接近星形的程度，0 到 1。"),
      advice: Phrase("1: all hangs on one. Falls as more actors reach out.", zh: "为 1 则系于一家。"),
      source: "Freeman 1979"),
    GlossaryEntry(
      "cut_actors", .network, Phrase("cut actors", zh: "割点数"),
      Phrase("How many actors split the network when lost.", zh: "失去即导致分裂的主体数。"),
      advice: Phrase("See the gap cut_actor.", zh: "详见断点“关键节点”。"),
      source: "Hopcroft & Tarjan 1973"),
    GlossaryEntry(
      "bridge_ties", .network, Phrase("bridge ties", zh: "桥数"),
      Phrase("How many ties split the network when lost.", zh: "失去即导致分裂的联系数。"),
      advice: Phrase("See the gap bridge_tie.", zh: "详见断点“单线联系”。"),
      source: "Hopcroft & Tarjan 1973"),
    GlossaryEntry(
      "robustness", .network, Phrase("robustness R", zh: "稳健性 R"),
      Phrase(
        "The mean share of all actors that the largest part holds while actors are lost one by one.",
        zh: "主体逐一流失过程中最大连通部分占比的平均。"),
      advice: Phrase(
        "Near 0: hangs on a few. Near 0.5: as good as can be. kesi resilience --removal.",
        zh: "接近 0 则系于少数；接近 0.5 为最佳。见 kesi resilience --removal。"),
      source: "Schneider et al. 2011"),
    GlossaryEntry(
      "t_uig_bits", .network, Phrase("T(uig)", zh: "T(uig) 三螺旋协同"),
      Phrase(
        "H(u)+H(i)+H(g) − H(ui) − H(ug) − H(ig) + H(uig), in bits, over consortia or circles of partners.",
        zh: "H(u)+H(i)+H(g) − H(ui) − H(ug) − H(ig) + H(uig)，单位比特，以联合体或主体及其伙伴为单元。"),
      advice: Phrase(
        "Below 0: university, industry and government work in concert. At 0 or above: each for itself. Not below ten units.",
        zh: "小于 0：三方协同；大于等于 0：各行其是。单元不足十个时不作判断。"),
      source: "Leydesdorff 2003"),
    GlossaryEntry(
      "adjusted_rand", .network, Phrase("adjusted Rand index", zh: "调整兰德指数"),
      Phrase(
        "How far two divisions into communities agree: 1 the same, 0 no more than by chance.",
        zh: "两种社群划分的一致程度：1 为相同，0 为随机水平。"),
      advice: Phrase("Below about 0.5 communities have changed much.", zh: "约 0.5 以下表示社群变动很大。"),
      source: "Hubert & Arabie 1985"),
  ]
}
