import KesiNetwork

/// How a chain stands among those that were chosen.
public struct ChainRating: Sendable {
  public let chain: ChainNetwork
  public let index: ChainIndex
  /// Between which ranks it stays when weights vary, 1 the weakest; nil without an index. See ``RankSensitivity``.
  public let ranks: ClosedRange<Int>?
  /// How many gaps it has; nil where it is not judged.
  public let gaps: Int?
}

extension Analysis {
  /// The chosen chains, the weakest first.
  ///
  /// - Parameter gaps: those to count.
  public func ratings(counting gaps: [Gap]) -> [ChainRating] {
    let sensitivity = rankSensitivity()
    return weakestFirst().map { chain, index in
      ChainRating(
        chain: chain, index: index, ranks: sensitivity.ranks(of: chain.index),
        gaps: judges(chain.index) ? gaps.count { $0.chain == chain.index } : nil)
    }
  }
}
