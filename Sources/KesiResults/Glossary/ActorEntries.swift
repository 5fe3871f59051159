import KesiCluster
import KesiNetwork

extension Glossary {
  /// Measures of actors, by the names of `kesi metrics`.
  static let actorEntries: [GlossaryEntry] = [
    actor(
      "degree", Phrase("degree", zh: "联系数（度）"), or: ["联系数", "度", "度中心度", "degree centrality"],
      Phrase("The number of partners.", zh: "合作伙伴的数量。"),
      Phrase("Counts partners, not how much is done with them: see strength.", zh: "只计伙伴多少，不计合作强弱（强弱见“联系强度”）。"),
      usage: Phrase(
        "With --directed it counts ties in and out, so a partner in both directions counts twice.",
        zh: "加 --directed 后为入度与出度之和，双向往来的伙伴计两次。"),
      source: "Freeman 1979"),
    actor(
      "in_degree", Phrase("in-degree", zh: "入度"),
      Phrase("The number of ties that arrive at the actor.", zh: "指向该主体的联系数。"),
      Phrase("Who is sought out.", zh: "反映谁被别人找上门。"),
      usage: Phrase("Needs --directed.", zh: "需加 --directed。"),
      source: "Freeman 1979"),
    actor(
      "out_degree", Phrase("out-degree", zh: "出度"),
      Phrase("The number of ties that leave the actor.", zh: "由该主体发出的联系数。"),
      Phrase("Who reaches out.", zh: "反映谁主动联系别人。"),
      usage: Phrase("Needs --directed.", zh: "需加 --directed。"),
      source: "Freeman 1979"),
    actor(
      "strength", Phrase("strength", zh: "联系强度"), or: ["weighted degree", "加权度"],
      Phrase("The sum of the weights of all its ties.", zh: "该主体全部联系的强度之和。"),
      Phrase("High with a low degree: few partners, much work with each.", zh: "强度高而联系数少，说明伙伴不多、合作深入。"),
      source: "Barrat et al. 2004"),
    actor(
      "closeness", Phrase("closeness centrality", zh: "接近中心度"), or: ["closeness"],
      Phrase(
        "How near it is to all others: (r − 1)/Σ distance × (r − 1)/(n − 1), where r of n actors can be reached (it included).",
        zh: "与其他主体的接近程度：(r − 1)/距离之和 × (r − 1)/(n − 1)，n 为主体总数，r 为可达主体数（含自身）。"),
      Phrase(
        "1: tied to everyone. Differences are small in dense networks; where the network falls into parts, harmonic is safer.",
        zh: "为 1 表示与所有主体直接相连。稠密网络中差别很小；网络不连通时宜用调和中心度。"),
      usage: Phrase("With --directed: how soon others reach it.", zh: "加 --directed 后衡量别人到达它的远近。"),
      source: "Wasserman & Faust 1994"),
    actor(
      "harmonic", Phrase("harmonic centrality", zh: "调和中心度"), or: ["harmonic"],
      Phrase(
        "The sum of 1/distance over all others; those it cannot reach count 0.", zh: "到其他各主体距离的倒数之和，不可达的计 0。"),
      Phrase("Who hears first. Compare within one network.", zh: "反映谁最先得到消息。只宜在同一网络内比较。"),
      usage: Phrase("With --directed: how soon others reach it.", zh: "加 --directed 后衡量别人到达它的远近。"),
      source: "Marchiori & Latora 2000"),
    actor(
      "eccentricity", Phrase("eccentricity", zh: "离心度"),
      Phrase("The distance to the farthest actor that it can reach.", zh: "到可达的最远主体的距离。"),
      Phrase("Small in the middle of the network, large at its edge.", zh: "居中者小，边缘者大。"),
      usage: Phrase("With --directed: outward, from it to others.", zh: "加 --directed 后按由它出发的方向计算。"),
      source: "Harary 1969"),
    actor(
      "betweenness", Phrase("betweenness", zh: "中介中心度"), or: ["betweenness centrality", "介数"],
      Phrase(
        "How many shortest paths between other actors run through it; where a pair has several, each counts its part.",
        zh: "其他主体之间有多少最短路径经过它；一对主体有多条最短路径时按份额计。"),
      Phrase("High: a broker, or a bottleneck.", zh: "数值高说明它居间联系多，也可能是瓶颈。"),
      usage: Phrase(
        "See what happens without it: kesi resilience. --normalized divides by the number of pairs of other actors.",
        zh: "失去它的后果见 kesi resilience。加 --normalized 则除以其他主体的对数。"),
      source: "Freeman 1977; Brandes 2001"),
    actor(
      "betweenness_error", Phrase("standard error of betweenness", zh: "中介中心度标准误"),
      Phrase(
        "How far a betweenness that was estimated with --sample may be off (standard error).",
        zh: "用 --sample 估算中介中心度时的标准误。"),
      Phrase(
        "Two actors that differ by less than twice this cannot be ranked. Empty where the sample shows no differences to tell it from: draw more. With fewer than about 30 draws it is itself rough.",
        zh: "两个主体之差小于标准误的两倍时，不能分出高下。样本之间没有差异、无从估计时留空，应增加抽样；抽样不足 30 个时，标准误本身也较粗略。"),
      source: "Brandes & Pich 2007"),
    actor(
      "eigenvector", Phrase("eigenvector centrality", zh: "特征向量中心度"), or: ["eigenvector"],
      Phrase(
        "High where partners are high themselves: the principal eigenvector of the adjacency matrix, of length 1.",
        zh: "伙伴重要，自身就重要：邻接矩阵的主特征向量，长度为 1。"),
      Phrase(
        "Finds the inner circle. Where the network has several dense parts, only the strongest shows. Undefined in directed networks without cycles.",
        zh: "用于找核心圈。网络有多个稠密部分时，只突出最强的一个。没有回路的有向网络中无定义。"),
      source: "Bonacich 1972"),
    actor(
      "pagerank", Phrase("PageRank", zh: "PageRank"), or: ["page rank", "网页排名"],
      Phrase(
        "How often a walker comes by who follows ties at random and, with probability 0.15, starts anew anywhere.",
        zh: "设想有人沿联系随机行走，每一步有 0.15 的概率从任意主体重新出发：他停留在该主体的时间比例。"),
      Phrase("Sums to 1. Without direction it is close to degree.", zh: "总和为 1。无向网络中与联系数相近。"),
      source: "Brin & Page 1998"),
    actor(
      "katz", Phrase("Katz centrality", zh: "Katz 中心度"),
      Phrase(
        "How many walks of any length end at it, a walk of k ties counting αᵏ, with α = 0.9/λ and λ the largest eigenvalue; length 1.",
        zh: "到达它的各种长度的通路数，k 步通路计 αᵏ，α = 0.9/λ，λ 为最大特征值；结果的长度为 1。"),
      Phrase("Lies between degree and eigenvector centrality.", zh: "介于联系数与特征向量中心度之间。"),
      source: "Katz 1953"),
    actor(
      "hub", Phrase("hub score", zh: "枢纽值"), or: ["hub", "hits"],
      Phrase("How far it points to actors with high authority; sums to 1.", zh: "指向高权威主体的程度，总和为 1。"),
      Phrase(
        "For directed ties: who knows where to turn. Without direction it equals authority.",
        zh: "用于有向联系：谁知道该找谁。无向时与权威值相等。"),
      source: "Kleinberg 1999"),
    actor(
      "authority", Phrase("authority score", zh: "权威值"), or: ["authority"],
      Phrase("How far actors with high hub scores point to it; sums to 1.", zh: "被高枢纽值主体指向的程度，总和为 1。"),
      Phrase(
        "For directed ties: who is turned to. Without direction it equals the hub score.",
        zh: "用于有向联系：大家都去找谁。无向时与枢纽值相等。"),
      source: "Kleinberg 1999"),
    actor(
      "coreness", Phrase("coreness", zh: "核数"), or: ["k-core", "core number", "k 核"],
      Phrase(
        "The largest k for which it belongs to a part of the network where each actor has at least k partners.",
        zh: "最大的 k：它所在的部分中，每家至少有 k 个伙伴。"),
      Phrase("Who belongs to the dense middle. Ignores direction.", zh: "反映谁处在稠密的核心部分。不计方向。"),
      source: "Seidman 1983"),
    actor(
      "triangles", Phrase("triangles", zh: "三角形数"),
      Phrase("The number of pairs of its partners that are tied to each other.", zh: "它的伙伴之间互有联系的对数。"),
      Phrase(
        "Closed circles: trust, but also news that everyone knows. Ignores direction.", zh: "小圈子闭合：信任高，但信息多有重复。不计方向。"),
      source: "Holland & Leinhardt 1971"),
    actor(
      "clustering", Phrase("clustering", zh: "聚类系数"), or: ["clustering coefficient"],
      Phrase(
        "The share of pairs of its partners that are tied to each other; 0 with fewer than two partners.",
        zh: "它的伙伴两两之间有联系的比例；伙伴不足两个时为 0。"),
      Phrase(
        "High: a closed circle. Low: it connects partners who do not know each other. Ignores direction.",
        zh: "高则圈子封闭；低则它连接了彼此不来往的伙伴。不计方向。"),
      source: "Watts & Strogatz 1998"),
    actor(
      "constraint", Phrase("constraint", zh: "约束度"), or: ["限制度", "structural holes"],
      Phrase(
        "How far its partners, and their ties with each other, limit its choices: Σ (p_ij + Σ p_iq p_qj)², where p is the share of its effort that goes to each.",
        zh: "伙伴以及伙伴之间的联系对它的限制程度：Σ (p_ij + Σ p_iq p_qj)²，p 为投入各伙伴的比例。"),
      Phrase(
        "Low: many partners who do not know each other, room to act. Above about 0.5: tied up with a few.",
        zh: "低则伙伴多而分散，活动余地大；约 0.5 以上则受制于少数伙伴。"),
      source: "Burt 1992"),
    actor(
      "effective_size", Phrase("effective size", zh: "有效规模"),
      Phrase(
        "The number of partners less the mean number of ties each has with the others.", zh: "伙伴数减去每个伙伴与其他伙伴的平均联系数。"),
      Phrase("How many separate circles it reaches.", zh: "反映它能接触到多少个互不重叠的圈子。"),
      source: "Burt 1992; Borgatti 1997"),
    actor(
      "efficiency", Phrase("efficiency", zh: "效率"),
      Phrase("Effective size divided by the number of partners.", zh: "有效规模除以伙伴数。"),
      Phrase("1: no partner knows another. Low: partners bring the same news.", zh: "为 1 则伙伴互不往来；低则各伙伴带来的信息重复。"),
      source: "Burt 1992"),
    actor(
      "hierarchy", Phrase("hierarchy", zh: "等级度"),
      Phrase(
        "How far its constraint comes from a single partner (Coleman–Theil), from 0 to 1.",
        zh: "约束集中于单一伙伴的程度（Coleman–Theil 指数），0 至 1。"),
      Phrase("High: it depends on one partner.", zh: "高则主要依赖某一个伙伴。"),
      source: "Burt 1992"),
    actor(
      "component", Phrase("component", zh: "连通分量"), or: ["连通部分"],
      Phrase("The number of the connected part that it belongs to; 1 is the largest.", zh: "所属连通部分的编号，1 为最大的部分。"),
      Phrase("Any other number: outside the main network.", zh: "不为 1 的主体在主网络之外。")),
    actor(
      "articulation", Phrase("articulation point", zh: "割点"), or: ["articulation"],
      Phrase("1 where its loss would split the network, else 0.", zh: "失去它网络就会分裂的为 1，否则为 0。"),
      Phrase("How much would be lost: see the gap cut_actor.", zh: "影响有多大，见薄弱环节“关键节点”。"),
      source: "Hopcroft & Tarjan 1973"),
    actor(
      "coordinator", Phrase("coordinator", zh: "协调人"),
      Phrase(
        "How often it connects two actors of its own group that have no tie.", zh: "在本组两个没有联系的主体之间居间联系的次数。"),
      Phrase("Holds its own group together.", zh: "把本组凝聚起来。"),
      usage: Phrase(
        "Groups are kinds unless --group says otherwise; what chance would give: kesi mixing --show roles.",
        zh: "默认按主体类型分组，可用 --group 更改；随机期望见 kesi mixing --show roles。"),
      source: "Gould & Fernandez 1989"),
    actor(
      "consultant", Phrase("consultant", zh: "顾问"), or: ["itinerant"],
      Phrase("How often it connects two actors of one other group.", zh: "在另一组的两个主体之间居间联系的次数。"),
      Phrase(
        "Helps another group from outside; R's sna calls it itinerant broker.", zh: "从外部协助另一组（R 的 sna 称 itinerant）。"),
      source: "Gould & Fernandez 1989"),
    actor(
      "gatekeeper", Phrase("gatekeeper", zh: "守门人"),
      Phrase("How often it connects an actor of another group to one of its own, inward.", zh: "把外组主体引向本组主体的次数（由外向内）。"),
      Phrase(
        "Decides what comes in. R's sna exchanges gatekeeper and representative.", zh: "决定什么能进来。R 的 sna 中守门人与代表人的叫法相反。"),
      source: "Gould & Fernandez 1989"),
    actor(
      "representative", Phrase("representative", zh: "代表人"),
      Phrase(
        "How often it connects an actor of its own group to one of another, outward.", zh: "把本组主体引向外组主体的次数（由内向外）。"),
      Phrase(
        "Speaks for its group. Equal to gatekeeper where ties have no direction; R's sna exchanges the two.",
        zh: "代表本组对外联系。无向时与守门人相等；R 的 sna 中两者叫法相反。"),
      source: "Gould & Fernandez 1989"),
    actor(
      "liaison", Phrase("liaison", zh: "联络人"),
      Phrase("How often it connects two actors of two other groups.", zh: "在两个不同外组的主体之间居间联系的次数。"),
      Phrase("What platforms and technology centers are for.", zh: "平台、技术中心的本职所在。"),
      source: "Gould & Fernandez 1989"),
    actor(
      "community", Phrase("community", zh: "社群"), or: ["社区", "leiden"],
      Phrase(
        "The group of closely tied actors that it belongs to, found by the Leiden method (modularity); 1 is the largest.",
        zh: "所属社群的编号，1 为最大：社群是内部联系紧密的一组主体，用 Leiden 算法按模块度划分。"),
      Phrase("Communities are computed, not given: hold them against zones and chains.", zh: "社群由计算得出，可与片区、产业链对照。"),
      usage: Phrase("--resolution above 1 gives smaller ones.", zh: "--resolution 大于 1 则划分更细。"),
      source: "Traag, Waltman & van Eck 2019"),
    actor(
      "label_community", Phrase("community by labels", zh: "社群（标签传播）"),
      Phrase("The community found by label propagation; 1 is the largest.", zh: "用标签传播算法划分的社群编号，1 为最大。"),
      Phrase("Quick and rough; community is the better division.", zh: "快而粗略；一般宜用“社群”（Leiden）。"),
      source: "Raghavan, Albert & Kumara 2007"),
    actor(
      "participation", Phrase("participation", zh: "参与系数"), or: ["participation coefficient"],
      Phrase(
        "How evenly its ties spread over communities: 1 − Σ (share of its ties in each)².",
        zh: "联系在各社群间分布得是否均匀：1 − Σ（在各社群的联系份额）²。"),
      Phrase("0: all ties in one community. Near 1: spread over many.", zh: "为 0 则联系都在一个社群内；接近 1 则遍布各社群。"),
      usage: Phrase("--group takes kinds or zones instead.", zh: "可用 --group 改为按类型或片区。"),
      source: "Guimerà & Amaral 2005"),
    actor(
      "within_z", Phrase("within-community z", zh: "社群内 z 值"), or: ["社群内 z 分数"],
      Phrase(
        "How many ties it has inside its community, in standard deviations from the mean there.",
        zh: "在本社群内的联系数比社群均值高出几个标准差。"),
      Phrase("Above 2.5: a hub of its community.", zh: "大于 2.5 即为本社群的中心。"),
      source: "Guimerà & Amaral 2005"),
    actor(
      "core", Phrase("core", zh: "核心"), or: ["periphery", "边缘"],
      Phrase(
        "1 for actors of the core, 0 for the periphery, when the network is divided into a dense core and a loose rim.",
        zh: "把网络分为稠密的核心与松散的边缘：属于核心的为 1，属于边缘的为 0。"),
      Phrase("Meaningful only where core_periphery_fit is high.", zh: "仅在“核心—边缘拟合度”较高时才有意义。"),
      source: "Borgatti & Everett 2000"),
  ]

  private static func actor(
    _ id: String, _ name: Phrase, or aliases: [String] = [], _ definition: Phrase, _ advice: Phrase,
    usage: Phrase? = nil, source: String? = nil
  ) -> GlossaryEntry {
    GlossaryEntry(
      id, .actor, name, or: aliases, definition, advice: advice, usage: usage, tables: "metrics (\(id))", source: source
    )
  }
}
