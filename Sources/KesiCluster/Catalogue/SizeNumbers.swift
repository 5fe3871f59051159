import KesiMatrix
import KesiMeasures
import KesiNetwork

/// How large a network is and how far apart its actors are.
extension NetworkNumber {
  /// Those of `kesi summary`, in its order.
  static let size = [
    actors, ties, density, meanDegree, components, largestComponent, isolates, diameter, radius, meanDistance,
  ]
  /// Those of tables that compare networks only.
  static let connection = [nearness, joinedPairs, twiceJoinedPairs]

  public static let actors = NetworkNumber(
    Explanation(
      "actors", Phrase("number of actors", zh: "主体数"), or: ["actors"],
      Phrase("The number of actors looked at.", zh: "参与分析的主体数。"),
      Phrase("Changes with --chain, --zone, --kind.", zh: "随 --chain、--zone、--kind 的选择而变。")),
    label: Phrase("actors", zh: "主体数"), traits: [.count]
  ) {
    Double($0.matrix.order)
  }

  public static let ties = NetworkNumber(
    Explanation(
      "ties", Phrase("number of ties", zh: "联系数"), or: ["ties"],
      Phrase("The number of pairs of actors that are tied.", zh: "有联系的主体对数。"),
      Phrase(
        "Several ties between the same two actors count once here; their weights add up.", zh: "同一对主体的多条联系只计一次，强度相加。")),
    label: Phrase("ties", zh: "联系数"), traits: [.count, .followsDirection]
  ) {
    Double($0.matrix.tieCount)
  }

  public static let density = NetworkNumber(
    Explanation(
      "density", Phrase("density", zh: "密度"),
      Phrase("The share of all pairs of actors that are tied.", zh: "有联系的主体对占全部主体对的比例。"),
      Phrase("Falls as networks grow: compare networks of similar size.", zh: "网络越大密度越低，只宜在规模相近时比较。")),
    label: Phrase("density", zh: "密度"), traits: [.followsDirection]
  ) {
    let (order, ties) = (Double($0.matrix.order), Double($0.matrix.tieCount))
    let pairs = order * (order - 1) / ($0.matrix.isSymmetric ? 2 : 1)
    return pairs > 0 ? ties / pairs : nil
  }

  public static let meanDegree = NetworkNumber(
    Explanation(
      "mean_degree", Phrase("mean degree", zh: "平均联系数"),
      Phrase(
        "The mean of degree: partners, or with --directed ties out and in.",
        zh: "各主体联系数的平均：每家平均有多少伙伴；加 --directed 后为发出与指向的联系数之和。"),
      Phrase("Compares networks of different sizes better than density.", zh: "规模不同的网络之间，用它比较优于密度。")),
    label: Phrase("mean degree", zh: "平均联系数"), traits: [.followsDirection]
  ) {
    let order = Double($0.matrix.order)
    return order > 0 ? Double(degrees(of: $0.matrix).reduce(0, +)) / order : nil
  }

  public static let components = NetworkNumber(
    Explanation(
      "components", Phrase("number of components", zh: "连通分量数"), or: ["components"],
      Phrase(
        "The number of connected parts; actors without ties are parts of their own.", zh: "互不相通的部分数；没有联系的主体各算一部分。"),
      Phrase("1: everyone can reach everyone.", zh: "为 1 则全网相通。")),
    label: Phrase("components", zh: "连通分量数"), traits: [.count]
  ) {
    Double($0.componentSizes().count)
  }

  public static let largestComponent = NetworkNumber(
    Explanation(
      "largest_component", Phrase("largest component", zh: "最大连通分量"),
      Phrase("The number of actors in the largest connected part.", zh: "最大连通部分的主体数。"),
      Phrase("Far below all actors: the cluster is not one network yet.", zh: "远小于总数，说明集群尚未连成一个网络。")),
    label: Phrase("largest component", zh: "最大连通分量"), traits: [.count]
  ) {
    Double($0.componentSizes().first ?? 0)
  }

  public static let isolates = NetworkNumber(
    Explanation(
      "isolates", Phrase("actors without ties", zh: "孤立主体数"), or: ["isolate"],
      Phrase("The number of actors without ties.", zh: "没有任何联系的主体数。"),
      Phrase("Data that is missing, or actors that no one works with.", zh: "可能是数据缺失，也可能确实无人与之合作。")),
    label: Phrase("actors without ties", zh: "孤立主体数"), traits: [.count]
  ) {
    Double(degrees(of: $0.undirected).count { $0 == 0 })
  }

  public static let diameter = NetworkNumber(
    Explanation(
      "diameter", Phrase("diameter", zh: "直径"),
      Phrase(
        "The greatest distance between two actors of the largest part; of several as large, the greatest of all.",
        zh: "最大连通部分中两个主体之间的最大距离；几个部分同为最大时，取其中最大的。"),
      Phrase("Through how many hands the farthest news goes.", zh: "消息传到最远处要经过几步。")),
    label: Phrase("diameter", zh: "直径"), traits: [.count, .followsDirection]
  ) {
    try $0.largestExtent().diameter
  }

  public static let radius = NetworkNumber(
    Explanation(
      "radius", Phrase("radius", zh: "半径"),
      Phrase(
        "The least eccentricity in the largest part; of several as large, that of the one where it is greatest.",
        zh: "最大连通部分中最小的离心度；几个部分同为最大时，取其中最大的一个。"),
      Phrase("In how many steps the most central actor reaches all.", zh: "最居中的主体几步可以到达所有主体。")),
    label: Phrase("radius", zh: "半径"), traits: [.count, .followsDirection]
  ) {
    try $0.largestExtent().radius
  }

  public static let meanDistance = NetworkNumber(
    Explanation(
      "mean_distance", Phrase("mean distance", zh: "平均距离"),
      Phrase("The mean distance between actors that can reach each other.", zh: "能够相通的主体对之间的平均距离。"),
      Phrase("Pairs that cannot reach each other are left out: see nearness.", zh: "不相通的主体对不计，可另看全局效率。")),
    label: Phrase("mean distance", zh: "平均距离"), traits: [.followsDirection]
  ) {
    let profile = try $0.distances()
    let paths = profile.reached.reduce(0) { $0 + Double($1 - 1) }
    return paths > 0 ? profile.total.reduce(0, +) / paths : nil
  }

  public static let nearness = NetworkNumber(
    Explanation(
      "nearness", Phrase("nearness (global efficiency)", zh: "全局效率"),
      or: ["global efficiency", "nearness", "nearness (mean of 1/distance)", "全局效率（平均 1/距离）"],
      Phrase(
        "The mean of 1/distance over all pairs; pairs that cannot reach each other count 0.",
        zh: "所有主体对之间距离倒数的平均，不相通的计 0。"),
      Phrase("1: everyone is tied to everyone. Rises with every new tie.", zh: "为 1 则两两直接相连；每增加一条联系都会上升。"),
      source: "Latora & Marchiori 2001"),
    label: Phrase("nearness (mean of 1/distance)", zh: "全局效率（平均 1/距离）"), traits: [.slow]
  ) {
    let order = Double($0.matrix.order)
    return order > 1 ? try $0.distances().harmonic.reduce(0, +) / (order * (order - 1)) : nil
  }

  public static let joinedPairs = NetworkNumber(
    Explanation(
      "joined_pairs", Phrase("pairs that can reach each other", zh: "相通主体对占比"),
      or: ["connected pairs", "share of pairs that can reach each other"],
      Phrase("The share of pairs of actors that a path connects.", zh: "有通路相连的主体对所占比例。"),
      Phrase("1: the network is in one piece.", zh: "为 1 则全网相通。")),
    label: Phrase("share of pairs that can reach each other", zh: "相通主体对占比")
  ) {
    $0.joinedPairs().once
  }

  public static let twiceJoinedPairs = NetworkNumber(
    Explanation(
      "twice_joined_pairs", Phrase("pairs joined by two separate paths", zh: "双通路主体对占比"),
      or: ["share of pairs joined by two separate paths"],
      Phrase("The share of pairs of actors that two paths without a common tie connect.", zh: "有两条互不重叠的通路相连的主体对所占比例。"),
      Phrase("What still holds when any one tie is lost.", zh: "失去任意一条联系后仍然相通的比例。"),
      usage: Phrase("suggest --goal resilient raises it.", zh: "可用 suggest --goal resilient 提高。"),
      source: "Eswaran & Tarjan 1976"),
    label: Phrase("share of pairs joined by two separate paths", zh: "双通路主体对占比")
  ) {
    $0.joinedPairs().twice
  }
}
