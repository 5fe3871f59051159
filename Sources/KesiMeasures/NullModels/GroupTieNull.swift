import KesiMatrix

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
    /// The chance of so many or more: (1 + draws at or above) / (1 + draws).
    public let upperTail: Double
    /// The share of draws without any: where even none would be no surprise, nothing can be told.
    public let chanceOfNone: Double

    /// How many deviations the count stands from the mean; nil where draws do not differ.
    public var z: Double? { deviation > 0 ? (Double(observed) - expected) / deviation : nil }
  }

  public let draws: Int
  /// How many draws were asked for: more than were made where they would have taken too long.
  public let wanted: Int
  /// Ties with both ends in a group.
  public let inside: [Count]
  private let between: [Count]
  private let groupCount: Int

  /// Ties from members of one group alone to members of the other alone.
  public func between(_ a: Int, _ b: Int) -> Count { between[min(a, b) * groupCount + max(a, b)] }

  fileprivate init(draws: Int, wanted: Int, groupCount: Int, inside: [Count], between: [Count]) {
    self.draws = draws
    self.wanted = wanted
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
/// refuses more often (``RandomWalk``): a draw has about one tie in thirty in common with the one before beyond chance.
/// Means over draws then spread as those of as many independent draws would: over 400 seeds, by 0.98 to 1.05 times as much
/// (`NullModelTests` says on which networks).
/// The chains are the same for any number of threads.
///
/// - Parameters:
///   - matrix: direction and weights are ignored.
///   - groups: at most 64, as vertices; they may overlap.
///   - draws: rounded up to a multiple of 16.
///   - seconds: what drawing may take on one processor, estimated from the number of swaps and not by the clock, so that
///     the number of draws is the same everywhere. Fewer are made where all would take longer, but never fewer than 112.
/// - Complexity: O(draws · m); 24 to 40 bytes a tie and chain under way.
/// - Source: Milo et al., *On the uniform generation of random graphs with prescribed degree sequences*, 2003; Fosdick et
///   al., *Configuring Random Graph Models with Fixed Degree Sequences*, SIAM Review 2018.
public func groupTieNull(
  of matrix: AdjacencyMatrix, groups: [[Int]], draws: Int, within seconds: Double = .infinity, seed: UInt64 = 1,
  on parallel: Parallel
) throws -> GroupTieNull {
  let list = ties(of: matrix.symmetrized(layout: .sparse))
  return try drawn(
    by: GroupCounts(groups: groups, order: matrix.order), draws: draws, within: seconds, seed: seed, on: parallel
  ) { TieWalk(list) }
}

/// Draws two-mode networks in which every group has as many members and every member as many groups as in this one, and
/// counts the ties of their binary projection, in the same way as for ties: random swaps, (a in c, b in d) → (b in c, a in d), unless one is a member there already.
///
/// - Parameters:
///   - incidence: who is a member of what.
///   - groups: at most 64, as members; these are what ties are counted in and between, not those of the incidence.
/// - Complexity: O(draws · p · k) for p memberships in groups of about k; 16 bytes a membership and chain under way.
/// - Source: Strona et al., *A fast and unbiased procedure to randomize ecological binary matrices with fixed row and
///   column totals*, Nature Comm. 2014.
public func groupTieNull(
  of incidence: IncidenceMatrix, groups: [[Int]], draws: Int, within seconds: Double = .infinity, seed: UInt64 = 1,
  on parallel: Parallel
) throws -> GroupTieNull {
  try drawn(
    by: GroupCounts(groups: groups, order: incidence.memberCount), draws: draws, within: seconds, seed: seed,
    on: parallel
  ) { MembershipWalk(incidence) }
}

/// So many chains share the draws: enough for many threads, few enough for what each needs before its first draw.
private let chains = 16
/// No chain makes fewer draws than these, however long they take.
private let fewestOfChain = 7
/// No more rounds than these lie between draws, where nearly every swap is refused.
private let mostRounds = 400

private func drawn<Walk: RandomWalk & ~Copyable & SendableMetatype>(
  by groups: GroupCounts, draws: Int, within seconds: Double, seed: UInt64, on parallel: Parallel,
  _ makeWalk: @Sendable () -> Walk
) throws -> GroupTieNull {
  let wanted = (draws + chains - 1) / chains
  let width = groups.width
  let observed = {
    let values = Scratch<Int>(repeating: 0, count: width)
    makeWalk().count(by: groups, into: values)
    return (0..<width).map { values[$0] }
  }()
  let silent = Parallel(threads: parallel.threads, cancellation: parallel.cancellation)
  let progress = parallel.progress
  progress?(0, wanted * chains)
  // Sums, sums of squares, draws at or below the count, at or above it, without any, and last the draws: whole numbers, so
  // exact in any order.
  let sums = try silent.sum(count: chains, width: 5 * width + 1, grain: 1) { chunks, sums in
    let values = Scratch<Int>(repeating: 0, count: width)
    while let chunk = chunks.take() {
      for chain in chunk {
        var random = SplitMix(seed: seed, use: "swaps", stream: chain)
        let walk = makeWalk()
        let (apart, rounds) = walk.settle(most: mostRounds, &random)
        let left = seconds / Double(chains) - Double(rounds * walk.pairs) * walk.secondsPerSwap
        let costOfDraw = Double(apart * walk.pairs) * walk.secondsPerSwap + walk.secondsPerCount
        let affordable = max(0, min(Double(wanted), left / costOfDraw))
        let count = min(wanted, max(fewestOfChain, Int(affordable)))
        for draw in 0..<count {
          for _ in 0..<apart {
            if parallel.cancellation?.isCancelled == true { return }
            _ = walk.round(&random)
          }
          values.reset(to: 0)
          walk.count(by: groups, into: values)
          for index in 0..<width {
            let value = values[index]
            sums[index] += value
            sums[width + index] += value * value
            sums[2 * width + index] += value <= observed[index] ? 1 : 0
            sums[3 * width + index] += value >= observed[index] ? 1 : 0
            sums[4 * width + index] += value == 0 ? 1 : 0
          }
          if chain == 0 { progress?(draw * chains, count * chains) }
        }
        sums[5 * width] += count
      }
    }
  }
  let total = sums[5 * width]
  let found = (0..<width).map { index -> GroupTieNull.Count in
    let mean = Double(sums[index]) / Double(total)
    let variance = max(0, Double(sums[width + index]) / Double(total) - mean * mean)
    return GroupTieNull.Count(
      observed: observed[index], expected: mean, deviation: variance.squareRoot(),
      lowerTail: Double(1 + sums[2 * width + index]) / Double(1 + total),
      upperTail: Double(1 + sums[3 * width + index]) / Double(1 + total),
      chanceOfNone: Double(sums[4 * width + index]) / Double(total))
  }
  let count = groups.groupCount
  return GroupTieNull(
    draws: total, wanted: wanted * chains, groupCount: count, inside: Array(found[..<count]),
    between: Array(found[count...]))
}

func ties(of matrix: AdjacencyMatrix) -> [SIMD2<UInt32>] {
  matrix.withRows { rows in
    var list: [SIMD2<UInt32>] = []
    list.reserveCapacity(rows.entryCount / 2)
    for row in 0..<rows.order {
      for column in rows[row] where Int(column) > row { list.append(SIMD2(UInt32(row), column)) }
    }
    return list
  }
}
