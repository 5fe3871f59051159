extension Glossary {
  /// Measures of actors, by the names of `kesi metrics`.
  static let actorEntries: [GlossaryEntry] = [
    GlossaryEntry(
      "degree", .actor, Phrase("degree", zh: "联系数（度）"),
      Phrase(
        "The number of partners; with --directed the number of ties out and in, so that a partner in both directions counts twice.",
        zh: "伙伴的数量；加 --directed 时为发出与指向的联系数之和，双向往来的伙伴计两次。"),
      advice: Phrase("Counts partners, not how much they do together: see strength.", zh: "只计伙伴多少，不计合作强弱；强弱见联系强度。"),
      source: "Freeman 1979"),
    GlossaryEntry(
      "in_degree", .actor, Phrase("in-degree", zh: "入度"),
      Phrase("The number of ties that arrive.", zh: "指向该主体的联系数。"),
      advice: Phrase("Who is sought out. Needs --directed.", zh: "反映谁被寻求。需加 --directed。"),
      source: "Freeman 1979"),
    GlossaryEntry(
      "out_degree", .actor, Phrase("out-degree", zh: "出度"),
      Phrase("The number of ties that leave.", zh: "由该主体发出的联系数。"),
      advice: Phrase("Who reaches out. Needs --directed.", zh: "反映谁主动联系他人。需加 --directed。"),
      source: "Freeman 1979"),
    GlossaryEntry(
      "strength", .actor, Phrase("strength", zh: "联系强度"),
      Phrase("The sum of the weights of all ties.", zh: "所有联系的权重之和。"),
      advice: Phrase("High with a low degree: few, deep partnerships.", zh: "强度高而联系数少：伙伴少而深。"),
      source: "Barrat et al. 2004"),
    GlossaryEntry(
      "closeness", .actor, Phrase("closeness", zh: "接近中心度"),
      Phrase(
        "(r − 1)/Σ distance · (r − 1)/(n − 1), for r actors within reach of n. With --directed the distance of others to it, along the ties.",
        zh: "(r − 1)/距离之和 × (r − 1)/(n − 1)，r 为可达主体数，n 为总数。加 --directed 时，按联系方向计其他主体到它的距离。"),
      advice: Phrase(
        "Near 1: a short way to everyone. Differences are small in dense networks; harmonic tells the same and is safer where the network falls apart.",
        zh: "接近 1 表示到谁都近。稠密网络中差别很小；网络不连通时宜用调和中心度。"),
      source: "Wasserman & Faust 1994"),
    GlossaryEntry(
      "harmonic", .actor, Phrase("harmonic centrality", zh: "调和中心度"),
      Phrase(
        "The sum of 1/distance to all others; 0 for those out of reach. With --directed the distance of others to it.",
        zh: "到其他各主体距离倒数之和，不可达者计 0。加 --directed 时计其他主体到它的距离。"),
      advice: Phrase("Who hears first. Compare within one network.", zh: "反映谁先得到消息。宜在同一网络内比较。"),
      source: "Marchiori & Latora 2000"),
    GlossaryEntry(
      "eccentricity", .actor, Phrase("eccentricity", zh: "离心度"),
      Phrase(
        "The distance to the farthest actor within reach. With --directed the distance from it to others, the other way round from closeness.",
        zh: "到可达的最远主体的距离。加 --directed 时计它到其他主体的距离，与接近中心度方向相反。"),
      advice: Phrase("Small in the middle, great at the rim.", zh: "居中者小，边缘者大。"),
      source: "Harary 1969"),
    GlossaryEntry(
      "betweenness", .actor, Phrase("betweenness", zh: "中介中心度"),
      Phrase("How many shortest paths between others run through it.", zh: "其他主体之间经过它的最短路径数。"),
      advice: Phrase(
        "High: a broker, or a bottleneck. Look at what happens without it: kesi resilience. --normalized divides by the number of pairs.",
        zh: "数值高者是中介，也可能是瓶颈；可用 kesi resilience 看失去它的后果。--normalized 按主体对数归一。"),
      source: "Freeman 1977; Brandes 2001"),
    GlossaryEntry(
      "betweenness_error", .actor, Phrase("standard error of betweenness", zh: "中介中心度标准误"),
      Phrase("The standard error of a betweenness that was estimated with --sample.", zh: "用 --sample 估算中介中心度时的标准误。"),
      advice: Phrase("Two actors that differ by less than twice this are not told apart.", zh: "两者之差小于其两倍时，不能区分高下。"),
      source: "Brandes & Pich 2007"),
    GlossaryEntry(
      "eigenvector", .actor, Phrase("eigenvector centrality", zh: "特征向量中心度"),
      Phrase(
        "The principal eigenvector of the ties: high where partners are high. Length 1.",
        zh: "邻接矩阵的主特征向量（长度为 1）：伙伴重要，自身就重要。"),
      advice: Phrase(
        "Finds the inner circle. Where the network has several dense parts, only the strongest shows.",
        zh: "用于找核心圈。网络有多个稠密部分时只突出最强的一个。"),
      source: "Bonacich 1972"),
    GlossaryEntry(
      "pagerank", .actor, Phrase("PageRank", zh: "PageRank"),
      Phrase(
        "The share of time that someone spends there who follows ties at random and starts anew with probability 0.15.",
        zh: "随机沿联系行走、以 0.15 概率重新出发的访问者停留在此的时间比例。"),
      advice: Phrase("Sums to 1. In networks without direction it is close to degree.", zh: "总和为 1。无向网络中与联系数相近。"),
      source: "Brin & Page 1998"),
    GlossaryEntry(
      "katz", .actor, Phrase("Katz centrality", zh: "Katz 中心度"),
      Phrase(
        "The number of walks that end at it, a walk of k ties counting αᵏ, α = 0.9/λ.",
        zh: "到达它的通路数，k 步通路计 αᵏ，α = 0.9/λ。"),
      advice: Phrase("Between degree and eigenvector.", zh: "介于联系数与特征向量中心度之间。"),
      source: "Katz 1953"),
    GlossaryEntry(
      "hub", .actor, Phrase("hub", zh: "枢纽值"),
      Phrase("How far it points to good authorities; sums to 1.", zh: "指向权威主体的程度，总和为 1。"),
      advice: Phrase("For directed ties: who knows where to turn.", zh: "用于有向联系：谁知道该找谁。"),
      source: "Kleinberg 1999"),
    GlossaryEntry(
      "authority", .actor, Phrase("authority", zh: "权威值"),
      Phrase("How far good hubs point to it; sums to 1.", zh: "被枢纽主体指向的程度，总和为 1。"),
      advice: Phrase("For directed ties: who is turned to.", zh: "用于有向联系：谁被寻求。"),
      source: "Kleinberg 1999"),
    GlossaryEntry(
      "coreness", .actor, Phrase("coreness", zh: "核数"),
      Phrase(
        "The greatest k so that it is in a part in which everyone has at least k partners. Direction is ignored.",
        zh: "最大的 k：其所在部分人人至少有 k 个伙伴。不计方向。"),
      advice: Phrase("Who belongs to the dense middle, whatever its own degree.", zh: "反映谁处在稠密核心，与自身联系数无关。"),
      source: "Seidman 1983"),
    GlossaryEntry(
      "triangles", .actor, Phrase("triangles", zh: "三角形数"),
      Phrase(
        "The number of pairs of its partners that are tied to each other. Direction is ignored.",
        zh: "伙伴之间彼此相连的对数，不计方向。"),
      advice: Phrase("Closed circles: trust, and news that everyone knows.", zh: "闭合的小圈子：信任高，但信息重复。"),
      source: "Holland & Leinhardt 1971"),
    GlossaryEntry(
      "clustering", .actor, Phrase("clustering", zh: "聚类系数"),
      Phrase(
        "The share of pairs of its partners that are tied; 0 below two partners. Direction is ignored.",
        zh: "伙伴两两相连的比例；伙伴不足两个时为 0。不计方向。"),
      advice: Phrase("High: a closed circle. Low: it brokers between partners.", zh: "高则圈子封闭，低则居间联系。"),
      source: "Watts & Strogatz 1998"),
    GlossaryEntry(
      "constraint", .actor, Phrase("constraint", zh: "约束度"),
      Phrase(
        "Σ (p_ij + Σ p_iq p_qj)²: how far its partners, and theirs among each other, close it in.",
        zh: "Σ (p_ij + Σ p_iq p_qj)²：伙伴及其相互联系对它的限制程度。"),
      advice: Phrase(
        "Low: many separate partners, room to act. Above about 0.5: closed in by a few.",
        zh: "低则伙伴分散、活动余地大；约 0.5 以上则受少数伙伴限制。"),
      source: "Burt 1992"),
    GlossaryEntry(
      "effective_size", .actor, Phrase("effective size", zh: "有效规模"),
      Phrase("The number of partners less the mean number of ties among them.", zh: "伙伴数减去伙伴之间的平均联系数。"),
      advice: Phrase("How many separate circles it reaches.", zh: "反映触及多少个彼此独立的圈子。"),
      source: "Burt 1992; Borgatti 1997"),
    GlossaryEntry(
      "efficiency", .actor, Phrase("efficiency", zh: "效率"),
      Phrase("Effective size divided by degree.", zh: "有效规模除以联系数。"),
      advice: Phrase("1: no partner knows another. Low: partners tell it the same.", zh: "为 1 时伙伴互不相识；低则信息重复。"),
      source: "Burt 1992"),
    GlossaryEntry(
      "hierarchy", .actor, Phrase("hierarchy", zh: "等级度"),
      Phrase("How far constraint comes from one partner (Coleman–Theil), 0 to 1.", zh: "约束集中于单一伙伴的程度，0 到 1。"),
      advice: Phrase("High: it hangs on one partner.", zh: "高则系于一家。"),
      source: "Burt 1992"),
    GlossaryEntry(
      "component", .actor, Phrase("component", zh: "连通分量"),
      Phrase("The connected part that it belongs to, 1 the largest.", zh: "所属的连通部分，1 为最大。"),
      advice: Phrase("All but 1 stand outside the main network.", zh: "不为 1 者在主网络之外。")),
    GlossaryEntry(
      "articulation", .actor, Phrase("articulation", zh: "割点"),
      Phrase("1 where its loss parts the network.", zh: "失去它网络即分裂者为 1。"),
      advice: Phrase("See the gap cut_actor for how much is lost.", zh: "损失大小见断点“关键节点”。"),
      source: "Hopcroft & Tarjan 1973"),
    GlossaryEntry(
      "coordinator", .actor, Phrase("coordinator", zh: "协调人"),
      Phrase("How often it stands between two of its own group that are not tied.", zh: "居于本组两个未相连主体之间的次数。"),
      advice: Phrase(
        "Holds its own group together. kesi mixing --show roles says what chance would give.",
        zh: "凝聚本组。随机期望见 kesi mixing --show roles。"),
      source: "Gould & Fernandez 1989"),
    GlossaryEntry(
      "consultant", .actor, Phrase("consultant", zh: "顾问"),
      Phrase("How often it stands between two of one other group.", zh: "居于另一组两个主体之间的次数。"),
      advice: Phrase("An outside helper of another group; sna calls it itinerant.", zh: "另一组的外部协助者（sna 称 itinerant）。"),
      source: "Gould & Fernandez 1989"),
    GlossaryEntry(
      "gatekeeper", .actor, Phrase("gatekeeper", zh: "守门人"),
      Phrase("How often it passes from another group into its own.", zh: "把外组联系引入本组的次数。"),
      advice: Phrase(
        "Decides what comes in. R's sna names gatekeeper and representative the other way round: this one is its b_OI.",
        zh: "决定什么能进来。R 的 sna 中守门人与代表人的名称正好相反：此项即其 b_OI。"),
      source: "Gould & Fernandez 1989"),
    GlossaryEntry(
      "representative", .actor, Phrase("representative", zh: "代表人"),
      Phrase("How often it passes from its own group to another.", zh: "把本组联系带到外组的次数。"),
      advice: Phrase(
        "Speaks for its group. Equal to gatekeeper where ties have no direction. R's sna calls it gatekeeper (b_IO).",
        zh: "代表本组对外。无向联系中与守门人相等。R 的 sna 称之为守门人（b_IO）。"),
      source: "Gould & Fernandez 1989"),
    GlossaryEntry(
      "liaison", .actor, Phrase("liaison", zh: "联络人"),
      Phrase("How often it stands between two groups, neither its own.", zh: "居于两个外组之间的次数。"),
      advice: Phrase("What platforms and technology centers are for.", zh: "平台与技术中心的本职。"),
      source: "Gould & Fernandez 1989"),
    GlossaryEntry(
      "community", .actor, Phrase("community", zh: "社群"),
      Phrase(
        "The community that it belongs to, by Leiden and modularity, 1 the largest. A tie in both directions counts twice, else direction is ignored.",
        zh: "按 Leiden 算法与模块度划分的社群，1 为最大。双向联系计两次，此外不计方向。"),
      advice: Phrase(
        "Communities are found, not given: hold them against zones and chains. --resolution above 1 gives smaller ones.",
        zh: "社群是算出来的，可与片区、产业链对照。--resolution 大于 1 则更细。"),
      source: "Traag, Waltman & van Eck 2019"),
    GlossaryEntry(
      "label_community", .actor, Phrase("community by labels", zh: "社群（标签传播）"),
      Phrase("The community by label propagation, 1 the largest.", zh: "标签传播得到的社群，1 为最大。"),
      advice: Phrase("Quick and rough; community is the better division.", zh: "快而粗；社群（Leiden）更好。"),
      source: "Raghavan, Albert & Kumara 2007"),
    GlossaryEntry(
      "participation", .actor, Phrase("participation", zh: "参与系数"),
      Phrase("1 − Σ (share of its ties in each community)².", zh: "1 − Σ（在各社群联系的份额）²。"),
      advice: Phrase(
        "0: all ties in one community. Near 1: evenly across many. --group takes kinds or zones instead.",
        zh: "为 0 则联系都在一个社群；接近 1 则遍布各社群。--group 可改按类型或片区。"),
      source: "Guimerà & Amaral 2005"),
    GlossaryEntry(
      "within_z", .actor, Phrase("within-community z", zh: "社群内 z 分数"),
      Phrase("Its ties inside its community, in standard deviations from the mean there.", zh: "社群内联系数偏离该社群均值的标准差倍数。"),
      advice: Phrase("Above 2.5: a hub of its community.", zh: "大于 2.5 即为社群内的枢纽。"),
      source: "Guimerà & Amaral 2005"),
    GlossaryEntry(
      "core", .actor, Phrase("core", zh: "核心"),
      Phrase("1 for the core of a core–periphery division, 0 for the periphery.", zh: "核心—边缘划分中，核心为 1，边缘为 0。"),
      advice: Phrase("Read it only where core_periphery_fit is high.", zh: "仅在核心—边缘拟合度高时有意义。"),
      source: "Borgatti & Everett 2000"),
  ]
}
