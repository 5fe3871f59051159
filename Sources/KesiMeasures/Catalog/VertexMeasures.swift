/// The measures of vertices. To add one, write its kernel in a file of its own and a line here.
public let vertexMeasures: [VertexMeasure] = [
  .init(name: "degree", summary: "number of ties", summaryZh: "联系数（度）") { .whole(degrees(of: $0.matrix)) },
  .init(name: "in_degree", summary: "ties that arrive", summaryZh: "入度") { .whole(inDegrees(of: $0.matrix)) },
  .init(name: "out_degree", summary: "ties that leave", summaryZh: "出度") { .whole(outDegrees(of: $0.matrix)) },
  .init(name: "strength", summary: "sum of the weights of ties", summaryZh: "联系强度之和") {
    .real(strengths(of: $0.weighted))
  },
  .init(name: "closeness", summary: "nearness to all others (Wasserman–Faust)", summaryZh: "接近中心度") {
    .real(try $0.distances().closeness)
  },
  .init(name: "harmonic", summary: "sum of 1/distance to all others", summaryZh: "调和中心度") {
    .real(try $0.distances().harmonic)
  },
  .init(name: "eccentricity", summary: "distance to the farthest it reaches", summaryZh: "离心度") {
    .real(try $0.distances().eccentricity)
  },
  .init(name: "betweenness", summary: "shortest paths that run through it (Brandes)", summaryZh: "中介中心度") {
    let raw = try $0.betweenness()
    guard $0.normalized else { return .real(raw) }
    let others = Double($0.matrix.order - 1)
    let pairs = others * (others - 1) / ($0.matrix.isSymmetric ? 2 : 1)
    return .real(raw.map { pairs > 0 ? $0 / pairs : 0 })
  },
  .init(name: "eigenvector", summary: "ties to the well tied (Bonacich)", summaryZh: "特征向量中心度") {
    .real(try eigenvectorCentrality(of: $0.matrix, on: $0.parallel))
  },
  .init(name: "pagerank", summary: "share of a random surfer's time", summaryZh: "PageRank") {
    .real(try pageRank(of: $0.matrix, on: $0.parallel))
  },
  .init(name: "coreness", summary: "greatest k-core it belongs to", summaryZh: "核数") {
    .whole(coreness(of: $0.undirected))
  },
  .init(name: "triangles", summary: "pairs of partners that are tied", summaryZh: "三角形数") {
    .whole(try $0.triangles())
  },
  .init(name: "clustering", summary: "share of pairs of partners that are tied", summaryZh: "聚类系数") {
    .real(clustering(degrees: degrees(of: $0.undirected), triangles: try $0.triangles()))
  },
  .init(name: "constraint", summary: "how far partners close it in (Burt)", summaryZh: "约束度（结构洞）") {
    .real(try $0.structuralHoles().constraint)
  },
  .init(name: "effective_size", summary: "partners less their overlap (Burt)", summaryZh: "有效规模（结构洞）") {
    .real(try $0.structuralHoles().effectiveSize)
  },
  .init(name: "efficiency", summary: "effective size per partner (Burt)", summaryZh: "效率（结构洞）") {
    .real(try $0.structuralHoles().efficiency)
  },
  .init(name: "hierarchy", summary: "constraint held by one partner (Burt)", summaryZh: "等级度（结构洞）") {
    .real(try $0.structuralHoles().hierarchy)
  },
  .init(name: "component", summary: "connected part, 1 the largest", summaryZh: "连通分量（1 为最大）") {
    .whole(components(of: $0.matrix))
  },
  .init(name: "articulation", summary: "1 where its loss parts the network", summaryZh: "割点（1 为是）") {
    let cuts = $0.cutpoints()
    return .whole((0..<$0.matrix.order).map { cuts.isArticulation($0) ? 1 : 0 })
  },
]

/// The measures that `metrics` prints unless told otherwise.
public let defaultVertexMeasures = [
  "degree", "strength", "closeness", "betweenness", "eigenvector", "pagerank", "coreness", "clustering", "constraint",
  "component",
]
