import KesiMatrix
import Synchronization

/// How many ties run inside and between groups of vertices, beside what networks with the same degrees have by chance.
public struct GroupTieNull: Sendable {
  /// A count and what chance gives for it.
  public struct Count: Sendable {
    public let observed: Int
    /// The mean of the draws.
    public let expected: Double
    /// The standard deviation of the draws.
    public let deviation: Double
    /// The chance of so few or fewer: (1 + draws at or below) / (1 + draws).
    public let lowerTail: Double
    /// The same, were there one, two or three more.
    let lowerTailsOfMore: [Double]
    /// The chance of so many or more: (1 + draws at or above) / (1 + draws).
    public let upperTail: Double
    /// The share of draws without any: where even none would be no surprise, nothing can be told.
    public let chanceOfNone: Double

    /// The chance of so few or fewer with some ties more, three at most, all else being as it is.
    package func lowerTail(adding ties: Int) -> Double { ties == 0 ? lowerTail : lowerTailsOfMore[ties - 1] }

    /// So many more are looked at.
    package static let mostAdded = 3

    /// How many deviations the count stands from the mean; nil where draws do not differ.
    public var z: Double? { deviation > 0 ? (Double(observed) - expected) / deviation : nil }
  }

  public let draws: Int
  /// How many draws were asked for: more than were made where they would have taken too long.
  public let wanted: Int
  /// Whether draws are as good as independent. Not where swaps are made so rarely that it would take too long: the draws
  /// then lean to the network itself, so that less stands out than should.
  public let isMixed: Bool
  /// Whether what must stay allows no other network: all draws are the network itself, and nothing can stand out.
  public let isOnlyOne: Bool
  /// Ties with both ends in a group.
  public let inside: [Count]
  private let between: [Count]
  private let groupCount: Int

  /// Ties from members of one group alone to members of the other alone.
  public func between(_ a: Int, _ b: Int) -> Count { between[min(a, b) * groupCount + max(a, b)] }

  fileprivate init(
    draws: Int, wanted: Int, isMixed: Bool, isOnlyOne: Bool, groupCount: Int, inside: [Count], between: [Count]
  ) {
    self.draws = draws
    self.wanted = wanted
    self.isMixed = isMixed
    self.isOnlyOne = isOnlyOne
    self.groupCount = groupCount
    self.inside = inside
    self.between = between
  }
}

/// Draws networks with the degrees of this one and counts their ties inside and between groups.
///
/// Sixteen Markov chains of random swaps, (a–b, c–d) → (a–d, c–b), start from the network; a swap that would make a loop or
/// a double tie is not made, which keeps the draws uniform. They go by rounds in which every tie is tried once. How many
/// rounds lie before the first draw and between draws follows from the share of swaps that is made, which a dense network
/// refuses more often (`RandomWalk`): a draw has about one tie in thirty in common with the one before beyond chance.
/// Means over draws then spread about as those of as many independent draws would (`NullModelTests` holds them to 1.1 times
/// as much).
/// The chains are the same for any number of threads.
///
/// - Parameters:
///   - matrix: direction and weights are ignored.
///   - groups: at most 64, as vertices; they may overlap.
///   - draws: one or more, shared by the chains; where that leaves a rest, some make one more.
///   - seconds: what drawing should take on one processor, estimated from the number of swaps and not by the clock, so that
///     the number of draws is the same everywhere. Where all would take longer, fewer are made, and fewer rounds between
///     them where nearly every swap is refused. That is an aim and no bound: 112 draws are made, or all where fewer were
///     asked for, and up to eight rounds between two of them. No more are made where the degrees allow no other network.
/// - Complexity: O(draws · m); 24 to 40 bytes a tie and chain under way.
/// - Source: Milo et al., *On the uniform generation of random graphs with prescribed degree sequences*, 2003; Fosdick et
///   al., *Configuring Random Graph Models with Fixed Degree Sequences*, SIAM Review 2018.
public func groupTieNull(
  of matrix: AdjacencyMatrix, groups: [[Int]], draws: Int, within seconds: Double = .infinity, seed: UInt64 = 1,
  on parallel: Parallel = Parallel()
) throws(Cancelled) -> GroupTieNull {
  let symmetric = matrix.symmetrized()
  let list = ties(of: symmetric)
  return try drawn(
    by: GroupCounts(groups: groups, order: matrix.order), draws: draws, within: seconds, at: DrawCost(ties: list.count),
    isOnlyOne: symmetric.isOnlyNetworkOfItsDegrees, seed: seed, on: parallel
  ) { TieWalk(list) }
}

/// Draws two-mode networks in which every group has as many members and every member as many groups as in this one, and
/// counts the ties of their binary projection. Drawn as ties are, by random swaps, (a in c, b in d) → (b in c, a in d),
/// unless one is a member there already.
///
/// - Parameters:
///   - incidence: who is a member of what.
///   - groups: at most 64, as members; these are what ties are counted in and between, not those of the incidence.
/// - Complexity: O(draws · p · k) for p memberships in groups of about k; 16 bytes a membership and chain under way.
/// - Source: Strona et al., *A fast and unbiased procedure to randomize ecological binary matrices with fixed row and
///   column totals*, Nature Comm. 2014.
public func groupTieNull(
  of incidence: IncidenceMatrix, groups: [[Int]], draws: Int, within seconds: Double = .infinity, seed: UInt64 = 1,
  on parallel: Parallel = Parallel()
) throws(Cancelled) -> GroupTieNull {
  try drawn(
    by: GroupCounts(groups: groups, order: incidence.memberCount), draws: draws, within: seconds,
    at: DrawCost(incidence), isOnlyOne: incidence.isOnlyOneOfItsMargins, seed: seed, on: parallel
  ) { MembershipWalk(incidence) }
}

private func drawn<Walk: RandomWalk & ~Copyable & SendableMetatype>(
  by groups: GroupCounts, draws: Int, within seconds: Double, at cost: DrawCost, isOnlyOne: Bool, seed: UInt64,
  on parallel: Parallel, _ makeWalk: @Sendable () -> Walk
) throws(Cancelled) -> GroupTieNull {
  precondition(draws > 0, "\(draws) draws")
  let chains = DrawCost.chains
  let width = groups.width
  let observed = {
    let values = Scratch<Int>(repeating: 0, count: width)
    makeWalk().count(by: groups, into: values)
    return (0..<width).map { values[$0] }
  }()
  if isOnlyOne { return .ofOneNetwork(observed, by: groups, draws: draws, on: parallel) }
  let silent = parallel.silent
  let progress = ChainProgress(total: draws, tell: parallel.progress)
  // How far counts lie from the network's own, summed and their squares; draws at or below it, at or above it, without any, at
  // or below one, two and three more; last the draws, and the chains whose draws lie too near each other. A share is a chain, whatever the threads.
  let parts = 5 + GroupTieNull.Count.mostAdded
  let sums = try silent.sumShares(count: chains, width: parts * width + 2) { share, sums in
    let values = Scratch<Int>(repeating: 0, count: width)
    for chain in share {
      let wanted = DrawCost.share(of: draws, chain: chain)
      var random = SplitMix(seed: seed, use: "swaps", stream: chain)
      let walk = makeWalk()
      let pace = walk.settle(
        most: cost.mostApart(within: seconds), &random, unless: parallel.cancellation)
      let count = cost.affordable(wanted, within: seconds, apart: pace.apart)
      // What comes before the first draw takes as long as four of them.
      progress.add(4 * wanted / (count + 4))
      walk.draw(count, at: pace, &random, unless: parallel.cancellation) { draw in
        values.reset(to: 0)
        walk.count(by: groups, into: values)
        for index in 0..<width {
          let (value, own) = (values[index], observed[index])
          let off = Double(value - own)
          sums[index] += off
          sums[width + index] += off * off
          sums[2 * width + index] += value <= own ? 1 : 0
          sums[3 * width + index] += value >= own ? 1 : 0
          sums[4 * width + index] += value == 0 ? 1 : 0
          for part in 5..<parts { sums[part * width + index] += value <= own + part - 4 ? 1 : 0 }
        }
        progress.add((5 + draw) * wanted / (count + 4) - (4 + draw) * wanted / (count + 4))
      }
      sums[parts * width] += Double(count)
      sums[parts * width + 1] += pace.isEnough ? 0 : 1
    }
  }
  let total = sums[parts * width]
  let found = (0..<width).map { index -> GroupTieNull.Count in
    let off = sums[index] / total
    return GroupTieNull.Count(
      observed: observed[index], expected: Double(observed[index]) + off,
      deviation: max(0, sums[width + index] / total - off * off).squareRoot(),
      lowerTail: (1 + sums[2 * width + index]) / (1 + total),
      lowerTailsOfMore: (5..<parts).map { (1 + sums[$0 * width + index]) / (1 + total) },
      upperTail: (1 + sums[3 * width + index]) / (1 + total),
      chanceOfNone: sums[4 * width + index] / total)
  }
  let count = groups.groupCount
  return GroupTieNull(
    draws: Int(total), wanted: draws, isMixed: sums[parts * width + 1] == 0, isOnlyOne: false, groupCount: count,
    inside: Array(found[..<count]), between: Array(found[count...]))
}

extension GroupTieNull {
  /// What draws of the one network that there is would give, each chain as many as it makes at the least.
  fileprivate static func ofOneNetwork(
    _ observed: [Int], by groups: GroupCounts, draws wanted: Int, on parallel: Parallel
  ) -> GroupTieNull {
    ChainProgress(total: wanted, tell: parallel.progress).add(wanted)
    let found = observed.map { count in
      Count(
        observed: count, expected: Double(count), deviation: 0, lowerTail: 1,
        lowerTailsOfMore: .init(repeating: 1, count: Count.mostAdded), upperTail: 1,
        chanceOfNone: count == 0 ? 1 : 0)
    }
    return GroupTieNull(
      draws: min(wanted, DrawCost.fewestOfChain * DrawCost.chains), wanted: wanted, isMixed: true, isOnlyOne: true,
      groupCount: groups.groupCount, inside: Array(found[..<groups.groupCount]),
      between: Array(found[groups.groupCount...]))
  }
}

/// What several chains have done, told as one.
private final class ChainProgress: Sendable {
  private let done = Atomic(0)
  private let total: Int
  private let tell: (@Sendable (Int, Int) -> Void)?

  init(total: Int, tell: (@Sendable (Int, Int) -> Void)?) {
    self.total = total
    self.tell = tell
    tell?(0, total)
  }

  func add(_ units: Int) { tell?(done.add(units, ordering: .relaxed).newValue, total) }
}

func ties(of matrix: AdjacencyMatrix) -> [SIMD2<UInt32>] {
  var list: [SIMD2<UInt32>] = []
  list.reserveCapacity(matrix.tieCount)
  matrix.forEachTie { source, target, _ in list.append(SIMD2(UInt32(source), UInt32(target))) }
  return list
}
