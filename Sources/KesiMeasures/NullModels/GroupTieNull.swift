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
  /// Ties with both ends in a group.
  public let inside: [Count]
  private let between: [Count]
  private let groupCount: Int

  /// Ties from members of one group alone to members of the other alone.
  public func between(_ a: Int, _ b: Int) -> Count { between[min(a, b) * groupCount + max(a, b)] }

  fileprivate init(draws: Int, groupCount: Int, inside: [Count], between: [Count]) {
    (self.draws, self.groupCount, self.inside, self.between) = (draws, groupCount, inside, between)
  }
}

/// Draws networks with the degrees of this one and counts their ties inside and between groups.
///
/// Sixteen Markov chains of random swaps, (a–b, c–d) → (a–d, c–b), start from the network; a swap that would make a loop or
/// a double tie is not made, which keeps the draws uniform. Before the first draw ten swaps a tie are tried, between
/// draws one for every two ties, and never fewer than 100, since small networks refuse most: on average each tie then has
/// been part of one. Counts follow each swap, nothing is counted anew.
/// The chains are the same for any number of threads.
///
/// - Parameters:
///   - matrix: direction and weights are ignored.
///   - groups: at most 64, as vertices; they may overlap.
///   - draws: rounded up to a multiple of 16.
/// - Complexity: O(draws · m); 40 bytes a tie and chain under way.
/// - Source: Milo et al., *On the uniform generation of random graphs with prescribed degree sequences*, 2003; Fosdick et
///   al., *Configuring Random Graph Models with Fixed Degree Sequences*, SIAM Review 2018.
public func groupTieNull(
  of matrix: AdjacencyMatrix, groups: [[Int]], draws: Int, seed: UInt64 = 1, on parallel: Parallel
) throws -> GroupTieNull {
  let (sources, targets) = ties(of: matrix.symmetrized(layout: .sparse))
  var observed = GroupCounts(groups: groups, order: matrix.order)
  for (a, b) in zip(sources, targets) { observed.add(1, a, b) }
  return try drawn(
    from: observed, draws: draws, first: max(1_000, 10 * sources.count), between: max(100, sources.count / 2),
    seed: seed, on: parallel
  ) { TieWalk(sources: sources, targets: targets) }
}

/// Draws two-mode networks in which every group has as many members and every member as many groups as in this one, and
/// counts the ties of their binary projection, in the same way as for ties: random swaps, (a in c, b in d) → (b in c, a in d), unless one is a member there already.
///
/// - Parameters:
///   - incidence: who is a member of what.
///   - groups: at most 64, as members; these are what ties are counted in and between, not those of the incidence.
/// - Complexity: O(draws · p · k) for p memberships in groups of about k; 24 bytes a tie of the projection and chain under
///   way.
/// - Source: Strona et al., *A fast and unbiased procedure to randomize ecological binary matrices with fixed row and
///   column totals*, Nature Comm. 2014.
public func groupTieNull(
  of incidence: IncidenceMatrix, groups: [[Int]], draws: Int, seed: UInt64 = 1, on parallel: Parallel
) throws -> GroupTieNull {
  let lists = (0..<incidence.groupCount).map { Array(incidence.members(of: $0)) }
  var observed = GroupCounts(groups: groups, order: incidence.memberCount)
  let memberships = lists.reduce(0) { $0 + $1.count }
  _ = MembershipWalk(lists: lists, counts: &observed)
  return try drawn(
    from: observed, draws: draws, first: max(1_000, 10 * memberships), between: max(100, memberships / 2), seed: seed,
    on: parallel
  ) {
    var unused = GroupCounts(groups: [], order: incidence.memberCount)
    return MembershipWalk(lists: lists, counts: &unused)
  }
}

/// A network under random swaps that keep what must stay.
protocol RandomWalk: ~Copyable {
  /// Tries so many swaps; counts follow.
  mutating func swap(times: Int, _ counts: inout GroupCounts, _ random: inout SplitMix)
}

/// Sixteen chains of swaps, each with its share of the draws.
private func drawn<Walk: RandomWalk & ~Copyable & SendableMetatype>(
  from start: GroupCounts, draws: Int, first: Int, between: Int, seed: UInt64, on parallel: Parallel,
  _ makeWalk: @Sendable () -> Walk
) throws -> GroupTieNull {
  let chains = 16
  let perChain = (draws + chains - 1) / chains
  let count = start.groupCount
  let width = count + count * count
  // Sums, sums of squares, draws at or below the count, at or above it, without any: whole numbers, so exact in any order.
  let silent = Parallel(threads: parallel.threads, cancellation: parallel.cancellation)
  let progress = parallel.progress
  let sums = try silent.sum(count: chains, width: 5 * width, grain: 1) { chunks, sums in
    while let chunk = chunks.take() {
      for chain in chunk {
        var random = SplitMix(seed: seed &+ UInt64(chain) &* 0x9E37_79B9_7F4A_7C15)
        var walk = makeWalk()
        var counts = start
        walk.swap(times: first, &counts, &random)
        for draw in 0..<perChain {
          if parallel.cancellation?.isCancelled == true { return }
          walk.swap(times: between, &counts, &random)
          for index in 0..<width {
            let value = counts.values[index]
            sums[index] += value
            sums[width + index] += value * value
            sums[2 * width + index] += value <= start.values[index] ? 1 : 0
            sums[3 * width + index] += value >= start.values[index] ? 1 : 0
            sums[4 * width + index] += value == 0 ? 1 : 0
          }
          if chain == 0 { progress?(draw * chains, perChain * chains) }
        }
      }
    }
  }
  let total = chains * perChain
  let found = (0..<width).map { index -> GroupTieNull.Count in
    let mean = Double(sums[index]) / Double(total)
    let variance = max(0, Double(sums[width + index]) / Double(total) - mean * mean)
    return GroupTieNull.Count(
      observed: start.values[index], expected: mean, deviation: variance.squareRoot(),
      lowerTail: Double(1 + sums[2 * width + index]) / Double(1 + total),
      upperTail: Double(1 + sums[3 * width + index]) / Double(1 + total),
      chanceOfNone: Double(sums[4 * width + index]) / Double(total))
  }
  return GroupTieNull(
    draws: total, groupCount: count, inside: Array(found[..<count]), between: Array(found[count...]))
}

private func ties(of matrix: AdjacencyMatrix) -> (sources: [UInt32], targets: [UInt32]) {
  matrix.withRows { rows in
    var (sources, targets): ([UInt32], [UInt32]) = ([], [])
    for row in 0..<rows.order {
      for column in rows[row] where Int(column) > row {
        sources.append(UInt32(row))
        targets.append(column)
      }
    }
    return (sources, targets)
  }
}
