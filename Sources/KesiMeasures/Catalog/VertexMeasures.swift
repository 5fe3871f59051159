/// The measures of vertices. To add one, write its kernel in a file of its own and a line here.
public let vertexMeasures: [VertexMeasure] = [
  .init(name: "degree", summary: "number of ties", summaryZh: "联系数（度）") {
    .whole(degrees(of: $0.matrix))
  },
  .init(name: "in_degree", summary: "ties that arrive", summaryZh: "入度") { .whole(inDegrees(of: $0.matrix)) },
  .init(name: "out_degree", summary: "ties that leave", summaryZh: "出度") { .whole(outDegrees(of: $0.matrix)) },
  .init(name: "strength", summary: "sum of the weights of ties", summaryZh: "联系强度之和") {
    .real(strengths(of: $0.weighted))
  },
  .init(name: "closeness", summary: "nearness to all others, inward (Wasserman–Faust)", summaryZh: "接近中心度") {
    .real(try $0.distances().closeness)
  },
  .init(name: "harmonic", summary: "sum of 1/distance to all others, inward", summaryZh: "调和中心度") {
    .real(try $0.distances().harmonic)
  },
  .init(name: "eccentricity", summary: "distance to the farthest actor it can reach, outward", summaryZh: "离心度") {
    .real(try $0.distances().eccentricity)
  },
  .init(name: "betweenness", summary: "shortest paths that run through it (Brandes)", summaryZh: "中介中心度") {
    .real($0.normalized($0.options.sample == nil ? try $0.betweenness() : try $0.sampledBetweenness().values))
  },
  .init(name: "eigenvector", summary: "high where partners are high themselves (Bonacich)", summaryZh: "特征向量中心度") {
    .real(try $0.eigenvector())
  },
  .init(name: "pagerank", summary: "share of a random surfer's time", summaryZh: "PageRank") {
    .real(try pageRank(of: $0.matrix, on: $0.parallel))
  },
  .init(name: "katz", summary: "walks that end at it, long ones discounted", summaryZh: "Katz 中心度") {
    .real(try $0.katz())
  },
  .init(name: "hub", summary: "ties to good authorities (Kleinberg)", summaryZh: "枢纽值（HITS）") {
    .real(try $0.hubsAndAuthorities().hubs)
  },
  .init(name: "authority", summary: "ties from good hubs (Kleinberg)", summaryZh: "权威值（HITS）") {
    .real(try $0.hubsAndAuthorities().authorities)
  },
  .init(name: "coreness", summary: "largest k-core it belongs to, direction ignored", summaryZh: "核数") {
    .whole(coreness(of: $0.undirected))
  },
  .init(name: "triangles", summary: "pairs of partners that are tied, direction ignored", summaryZh: "三角形数") {
    .whole(try $0.triangles())
  },
  .init(name: "clustering", summary: "share of pairs of partners that are tied, direction ignored", summaryZh: "聚类系数") {
    .real(clustering(degrees: degrees(of: $0.undirected), triangles: try $0.triangles()))
  },
  .init(name: "constraint", summary: "how far its partners limit it (Burt)", summaryZh: "约束度（结构洞）") {
    .real(try $0.structuralHoles().constraint)
  },
  .init(name: "effective_size", summary: "partners less their overlap (Burt)", summaryZh: "有效规模（结构洞）") {
    .real(try $0.structuralHoles().effectiveSize)
  },
  .init(name: "efficiency", summary: "effective size per partner (Burt)", summaryZh: "效率（结构洞）") {
    .real(try $0.structuralHoles().efficiency)
  },
  .init(name: "hierarchy", summary: "how far its constraint comes from one partner (Burt)", summaryZh: "等级度（结构洞）") {
    .real(try $0.structuralHoles().hierarchy)
  },
  .init(name: "component", summary: "connected part, 1 the largest", summaryZh: "连通分量（1 为最大）") {
    .whole(components(of: $0.matrix, on: $0.parallel))
  },
  .init(name: "articulation", summary: "1 where its loss splits the network, direction ignored", summaryZh: "割点（1 为是）")
  {
    let cuts = $0.cutpoints()
    return .whole((0..<$0.matrix.order).map { cuts.isArticulation($0) ? 1 : 0 })
  },
  .init(name: "coordinator", summary: "brokers between two of its own group", summaryZh: "协调人（组内中介）次数") {
    .whole(try $0.brokerage().coordinator)
  },
  .init(name: "consultant", summary: "brokers between two of one other group", summaryZh: "顾问（他组中介）次数") {
    .whole(try $0.brokerage().consultant)
  },
  .init(name: "gatekeeper", summary: "lets outsiders into its group", summaryZh: "守门人（引入）次数") {
    .whole(try $0.brokerage().gatekeeper)
  },
  .init(name: "representative", summary: "speaks for its group outside", summaryZh: "代表人（对外）次数") {
    .whole(try $0.brokerage().representative)
  },
  .init(name: "liaison", summary: "brokers between two other groups", summaryZh: "联络人（跨组中介）次数") {
    .whole(try $0.brokerage().liaison)
  },
  .init(
    name: "community", summary: "community, 1 the largest (Leiden), direction ignored", summaryZh: "社群（Leiden，1 为最大）"
  ) {
    .whole(try $0.communities())
  },
  .init(name: "label_community", summary: "community by label propagation, direction ignored", summaryZh: "社群（标签传播）") {
    .whole(try labelPropagation(of: $0.matrix, seed: $0.options.seed, on: $0.parallel))
  },
  .init(name: "participation", summary: "reach across communities (Guimerà–Amaral)", summaryZh: "参与系数（跨社群）") {
    .real(participation(of: $0.matrix, groups: try $0.participationGroups()))
  },
  .init(name: "within_z", summary: "standing within its community (Guimerà–Amaral)", summaryZh: "社群内联系 z 分数") {
    .real(withinGroupZ(of: $0.matrix, groups: try $0.participationGroups()))
  },
  .init(
    name: "ei_index", summary: "ties across kinds against ties within its own, direction ignored",
    summaryZh: "E-I 指数（跨类型联系）"
  ) {
    .real(externalInternalIndex(of: $0.undirected, groups: try $0.mixingGroups()).vertices)
  },
  .init(name: "core", summary: "1 for the core, 0 for the periphery, direction ignored", summaryZh: "核心（1）或边缘（0）") {
    .whole($0.corePeriphery().isCore.map { $0 ? 1 : 0 })
  },
]

/// How far betweenness that is estimated from a sample may be off.
public let betweennessError = VertexMeasure(
  name: "betweenness_error", summary: "standard error of the estimate", summaryZh: "中介中心度标准误"
) { .real($0.normalized(try $0.sampledBetweenness().errors)) }

extension MeasureContext {
  /// Counts of paths through vertices as shares of the pairs of others, where the options ask for that.
  fileprivate func normalized(_ raw: [Double]) -> [Double] {
    guard options.isNormalized else { return raw }
    let others = Double(matrix.order - 1)
    let pairs = others * (others - 1) / (matrix.isSymmetric ? 2 : 1)
    return raw.map { pairs > 0 ? $0 / pairs : 0 }
  }
}

/// The measures that `metrics` prints unless told otherwise.
public let defaultVertexMeasures = [
  "degree", "strength", "closeness", "betweenness", "eigenvector", "pagerank", "coreness", "clustering", "constraint",
  "component",
]
