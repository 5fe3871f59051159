import KesiMeasures
import KesiNetwork

/// Where draws cannot tell whether ties are too few.
package struct Unjudged: Sendable {
  /// Chains with so few ties around them that none at all would be no surprise.
  package let chains: [Int]
  /// The same of pairs of zones or chains, and how many pairs were looked at.
  package let pairs: Int
  package let allPairs: Int
  /// The draws it would take for one pair or chain to stand out among all that were tested; nil where there were enough.
  package let drawsNeeded: Int?
  /// What was drawn, where that is less than it should be since more would take long.
  package let shortage: DrawShortage?
}

extension Analysis {
  /// What the analysis cannot say for want of ties or draws.
  package func unjudged() throws -> Unjudged {
    guard hasTestedGroups, let null = try tieNull() else {
      return Unjudged(chains: [], pairs: 0, allPairs: 0, drawsNeeded: nil, shortage: nil)
    }
    let families = try holePairs().map { family in (all: family.count, judged: family.count { $0.isJudged }) }
    let chains = try judgedChains()
    let unjudged = try unjudgedChains()
    let tests = (families.map(\.judged) + [chains.count]).max() ?? 0
    let needed = Self.drawsNeeded(for: tests, at: thresholds.significance)
    return Unjudged(
      chains: unjudged, pairs: families.reduce(0) { $0 + $1.all - $1.judged },
      allPairs: families.reduce(0) { $0 + $1.all },
      drawsNeeded: needed > null.counts.draws && !null.counts.isOnlyOne ? needed : nil,
      shortage: DrawShortage(null.counts))
  }
}
