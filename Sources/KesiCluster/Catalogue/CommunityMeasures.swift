import KesiMatrix
import KesiMeasures
import KesiNetwork

/// Where one stands among groups.
let communityMeasures: [ActorMeasure] = [
  ActorMeasure(
    Explanation(
      "community", Phrase("community", zh: "社群"), or: ["社区", "leiden"],
      Phrase(
        "The group of closely tied actors that it belongs to, found by the Leiden method (modularity); 1 is the largest.",
        zh: "所属社群的编号，1 为最大：社群是内部联系紧密的一组主体，用 Leiden 算法按模块度划分。"),
      Phrase("Communities are computed, not given: hold them against zones and chains.", zh: "社群由计算得出，可与片区、产业链对照。"),
      usage: Phrase("--resolution above 1 gives smaller ones.", zh: "--resolution 大于 1 则划分更细。"),
      source: "Traag, Waltman & van Eck 2019"),
    summary: Phrase("community, 1 the largest (Leiden), direction ignored", zh: "社群（Leiden，1 为最大）"),
    traits: [.ofCommunities, .isLabel]
  ) {
    .whole(try $0.communities())
  },
  ActorMeasure(
    Explanation(
      "label_community", Phrase("community by labels", zh: "社群（标签传播）"),
      Phrase(
        "The community found by label propagation: in rounds, half of those who differ from most of their neighbors, drawn by --seed, take the label that most of these have; 1 is the largest.",
        zh: "用标签传播算法划分的社群编号，1 为最大：逐轮进行，与多数邻居标签不同的主体中由 --seed 抽取一半，改用其邻居中最多的标签。"),
      Phrase("Quick and rough; community is the better division.", zh: "快而粗略；一般宜用“社群”（Leiden）。"),
      source: "Raghavan, Albert & Kumara 2007; Cordasco & Gargano 2010"),
    summary: Phrase("community by label propagation, direction ignored", zh: "社群（标签传播）"),
    traits: [.drawn, .isLabel]
  ) {
    .whole(try labelPropagation(of: $0.matrix, seed: $0.options.seed, on: $0.parallel))
  },
  ActorMeasure(
    Explanation(
      "participation", Phrase("participation", zh: "参与系数"), or: ["participation coefficient"],
      Phrase(
        "How evenly its ties spread over communities: 1 − Σ (share of its ties in each)².",
        zh: "联系在各社群间分布得是否均匀：1 − Σ（在各社群的联系份额）²。"),
      Phrase("0: all ties in one community. Near 1: spread over many.", zh: "为 0 则联系都在一个社群内；接近 1 则遍布各社群。"),
      usage: Phrase("--group takes kinds or zones instead.", zh: "可用 --group 改为按类型或片区。"),
      source: "Guimerà & Amaral 2005"),
    summary: Phrase("reach across communities (Guimerà–Amaral)", zh: "参与系数（跨社群）"),
    traits: [.acrossCommunities]
  ) {
    .real(participation(of: $0.matrix, groups: try $0.participationGroups()))
  },
  ActorMeasure(
    Explanation(
      "within_z", Phrase("within-community z", zh: "社群内 z 值"), or: ["社群内 z 分数"],
      Phrase(
        "How many ties it has inside its community, in standard deviations from the mean there.",
        zh: "在本社群内的联系数比社群均值高出几个标准差。"),
      Phrase("Above 2.5: a hub of its community.", zh: "大于 2.5 即为本社群的中心。"),
      source: "Guimerà & Amaral 2005"),
    summary: Phrase("standing within its community (Guimerà–Amaral)", zh: "社群内联系 z 分数"),
    traits: [.acrossCommunities]
  ) {
    .real(withinGroupZ(of: $0.matrix, groups: try $0.participationGroups()))
  },
  ActorMeasure(
    NetworkNumber.externalInternalIndex.explanation,
    summary: Phrase("ties across kinds against ties within its own, direction ignored", zh: "E-I 指数（跨类型联系）"),
    traits: [.takesNoWeights, .takesNoDirection, .ofGroups]
  ) {
    .real(externalInternalIndex(of: $0.undirected, groups: try $0.mixingGroups()).vertices)
  },
  ActorMeasure(
    Explanation(
      "core", Phrase("core", zh: "核心"), or: ["periphery", "边缘"],
      Phrase(
        "1 for actors of the core, 0 for the periphery, when the network is divided into a dense core and a loose rim.",
        zh: "把网络分为稠密的核心与松散的边缘：属于核心的为 1，属于边缘的为 0。"),
      Phrase("Meaningful only where core_periphery_fit is high.", zh: "仅在“核心—边缘拟合度”较高时才有意义。"),
      source: "Borgatti & Everett 2000"),
    summary: Phrase("1 for the core, 0 for the periphery, direction ignored", zh: "核心（1）或边缘（0）"),
    traits: [.takesNoWeights, .takesNoDirection, .isLabel]
  ) {
    .whole($0.corePeriphery().isCore.map { $0 ? 1 : 0 })
  },
]
