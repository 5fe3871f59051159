import KesiNetwork

/// How a chain stands among those that were chosen.
package struct ChainRating: Sendable {
  package let chain: ChainNetwork
  package let index: ChainIndex
  /// Between which ranks it stays when weights vary, 1 the weakest; nil without an index. See ``RankSensitivity``.
  package let ranks: ClosedRange<Int>?
  /// How many gaps it has; nil where it is not judged, or none were looked for.
  package let gaps: Int?
}

extension Analysis {
  /// The chosen chains, the weakest first.
  ///
  /// - Parameter gaps: those to count; nil where none were looked for.
  package func ratings(counting gaps: [Gap]?) -> [ChainRating] {
    let sensitivity = rankSensitivity()
    return weakestFirst().map { chain, index in
      ChainRating(
        chain: chain, index: index, ranks: sensitivity.ranks(of: chain.index),
        gaps: judges(chain.index) ? gaps.map { $0.count { $0.chain == chain.index } } : nil)
    }
  }
}
