import KesiMatrix

/// A number held against what it is when groups are dealt out to the vertices at random, as many of each as there are.
public struct PermutationTest: Sendable {
  public let observed: Double
  /// The mean and the standard deviation over the draws.
  public let expected: Double
  public let deviation: Double
  /// The chance of so little or less, and of so much or more: (1 + draws) / (1 + all).
  public let lowerTail: Double
  public let upperTail: Double
  public let draws: Int

  public var z: Double? { deviation > 0 ? (observed - expected) / deviation : nil }
}

/// The E-I index of a network, tested by dealing the groups out anew.
///
/// - Parameters:
///   - matrix: direction and weights are ignored.
///   - groups: a label for each vertex, 0 … n.
/// - Returns: nil without ties.
/// - Complexity: O(draws · m); the same for any number of threads.
/// - Source: Krackhardt & Stern, *Informal networks and organizational crises*, 1988; Hubert & Schultz, *Quadratic
///   assignment as a general data analysis strategy*, 1976.
public func externalInternalTest(
  of matrix: AdjacencyMatrix, groups: [Int], draws: Int, seed: UInt64 = 1, on parallel: Parallel = Parallel()
) throws(Cancelled) -> PermutationTest? {
  let symmetric = matrix.symmetrized()
  guard symmetric.entryCount > 0 else { return nil }
  let ties = symmetric.entryCount
  return try symmetric.withRows { (rows) throws(Cancelled) in
    @Sendable func across(_ groups: [Int]) -> Int {
      groups.withUnsafeBufferPointer { group in
        var count = 0
        for row in 0..<rows.order {
          let own = group[row]
          for column in rows[row] { count &+= group[Int(column)] == own ? 0 : 1 }
        }
        return count
      }
    }
    let observed = across(groups)
    // How far counts lie from the observed one, summed and their squares; draws at or below it, at or above it.
    let sums = try parallel.sumShares(count: draws, width: 4) { share, sums in
      var dealt = groups
      for draw in share {
        var random = SplitMix(seed: seed, use: "deals", stream: draw)
        dealt = groups
        dealt.shuffle(using: &random)
        let count = across(dealt)
        let off = Double(count - observed)
        sums[0] += off
        sums[1] += off * off
        sums[2] += count <= observed ? 1 : 0
        sums[3] += count >= observed ? 1 : 0
      }
    }
    func index(_ across: Double) -> Double { (2 * across - Double(ties)) / Double(ties) }
    let off = sums[0] / Double(draws)
    let variance = max(0, sums[1] / Double(draws) - off * off)
    return PermutationTest(
      observed: index(Double(observed)), expected: index(Double(observed) + off),
      deviation: 2 * variance.squareRoot() / Double(ties),
      lowerTail: (1 + sums[2]) / Double(1 + draws), upperTail: (1 + sums[3]) / Double(1 + draws),
      draws: draws)
  }
}

/// How likely each of Gould and Fernandez's roles is for the open paths of a broker whose group is known, when the groups of
/// all others are dealt out at random, as many of each as there are: what the paths would come to if groups did not matter.
/// With m of N vertices in the broker's group, each over (N − 1)(N − 2): coordinator (m − 1)(m − 2), consultant the sum of
/// n(n − 1) over the other groups, gatekeeper and representative (m − 1)(N − m), liaison the rest.
///
/// - Source: Gould & Fernandez, *Structures of Mediation*, Sociological Methodology 1989; the shares of `exp.nli` in R's sna.
package struct RoleChances: Sendable {
  package let coordinator: Double
  package let consultant: Double
  /// The same for the representative.
  package let gatekeeper: Double
  package let liaison: Double

  /// - Parameters:
  ///   - own: how many vertices the broker's group has, itself included.
  ///   - others: how many each other group has.
  /// - Returns: nil below three vertices.
  package init?(own: Int, others: [Int]) {
    let outside = others.reduce(0, +)
    let order = own + outside
    guard own > 0, order > 2 else { return nil }
    let ways = (order - 1) * (order - 2)
    let alike = others.reduce(0) { $0 + $1 * ($1 - 1) }
    func chance(_ count: Int) -> Double { Double(count) / Double(ways) }
    coordinator = chance((own - 1) * (own - 2))
    consultant = chance(alike)
    gatekeeper = chance((own - 1) * outside)
    liaison = chance(outside * (outside - 1) - alike)
  }
}
