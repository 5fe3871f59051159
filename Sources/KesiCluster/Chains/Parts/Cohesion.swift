import KesiMatrix
import KesiMeasures
import KesiNetwork

extension IndexPart {
  public static let cohesion = IndexPart(
    "cohesion", zh: "链内连通", weight: \.cohesion, restsOn: [.ties],
    definition: Phrase(
      "The share of pairs of the chain's actors that a path inside the chain connects, averaged with the same share without the busiest broker.",
      zh: "链上主体两两之间能否经链内联系相通：相通对的比例，与去掉最忙的居间者之后的比例取平均。"),
    advice: Phrase("A star has about a half: all depends on its center.", zh: "所有联系都集中于一家（星形）时约为 0.5：全靠这个中心。"),
    value: { chain, _ in chain.cohesion?.value },
    reason: { chain, analysis in analysis.cohesionReason(chain) })
}

extension ChainNetwork {
  /// The share of pairs of the chain's actors joined by a path inside it, averaged with the same share once its busiest
  /// broker, a vertex, is gone.
  var cohesion: (value: Double, whole: Double, broker: Int, without: Double)? {
    let order = actors.count
    guard hasTieData, order > 1 else { return nil }
    let whole = linkedShare(matrix)
    // Throws only where it is cancelled, which no one can here.
    guard let flow = try? betweenness(of: matrix.unweighted(), on: Parallel()) else { return nil }
    let degree = degrees(of: matrix)
    // There are two actors at least.
    guard let top = (0..<order).max(by: { (flow[$0], degree[$0], $1) < (flow[$1], degree[$1], $0) }) else { return nil }
    let rest = linkedShare(matrix.submatrix(keeping: (0..<order).filter { $0 != top }))
    return ((whole + rest) / 2, whole, top, rest)
  }
}

extension Analysis {
  fileprivate func cohesionReason(_ chain: ChainNetwork) -> Phrase {
    guard let cohesion = chain.cohesion else {
      return Phrase("No ties are known, or the chain has only one actor.", zh: "联系未知，或链上只有一家单位。")
    }
    let broker = chain.actors[cohesion.broker]
    return Phrase(
      "\(Figure.share(cohesion.whole).text) of the pairs among its \(chain.actors.count) actors are connected; without "
        + "\(name(broker, .en)), \(Figure.share(cohesion.without).text) of the pairs among the others.",
      zh: "\(chain.actors.count) 家单位中，两两相通的占 \(Figure.share(cohesion.whole).text)；若\(name(broker, .zh))退出，其余单位为 "
        + "\(Figure.share(cohesion.without).text)。")
  }
}

/// The share of pairs of vertices in one component; 0 for a single vertex, which has no partner left.
private func linkedShare(_ matrix: AdjacencyMatrix) -> Double {
  guard matrix.order > 1 else { return 0 }
  let sizes = Dictionary(grouping: components(of: matrix), by: { $0 }).values.map(\.count)
  return Double(sizes.reduce(0) { $0 + $1 * ($1 - 1) }) / Double(matrix.order * (matrix.order - 1))
}
