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
  precondition(groups.count <= 64, "at most 64 groups at once")
  let symmetric = matrix.symmetrized(layout: .sparse)
  var marks = [UInt64](repeating: 0, count: symmetric.order)
  for (group, members) in groups.enumerated() { for vertex in members { marks[vertex] |= 1 << UInt64(group) } }
  let (sources, targets) = ties(of: symmetric)
  let chains = 16
  let perChain = (draws + chains - 1) / chains
  let count = groups.count
  let width = count + count * count
  var observed = GroupCounts(marks: marks, groupCount: count)
  for (a, b) in zip(sources, targets) { observed.add(1, a, b) }
  let start = observed
  // Sums, sums of squares, draws at or below the count, draws without any: whole numbers, so exact in any order.
  let silent = Parallel(threads: parallel.threads, cancellation: parallel.cancellation)
  let progress = parallel.progress
  let sums = try silent.sum(count: chains, width: 4 * width, grain: 1) { chunks, sums in
    while let chunk = chunks.take() {
      for chain in chunk {
        var random = SplitMix(seed: seed &+ UInt64(chain) &* 0x9E37_79B9_7F4A_7C15)
        let walk = SwapWalk(sources: sources, targets: targets)
        var counts = start
        walk.swap(times: max(1_000, 10 * sources.count), &counts, &random)
        for draw in 0..<perChain {
          if parallel.cancellation?.isCancelled == true { return }
          walk.swap(times: max(100, sources.count / 2), &counts, &random)
          for index in 0..<width {
            let value = counts.values[index]
            sums[index] += value
            sums[width + index] += value * value
            sums[2 * width + index] += value <= start.values[index] ? 1 : 0
            sums[3 * width + index] += value == 0 ? 1 : 0
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
      chanceOfNone: Double(sums[3 * width + index]) / Double(total))
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

/// The ties inside each group, then those between each pair of groups.
private struct GroupCounts {
  private let marks: [UInt64]
  private let groupCount: Int
  var values: [Int]

  init(marks: [UInt64], groupCount: Int) {
    self.marks = marks
    self.groupCount = groupCount
    values = [Int](repeating: 0, count: groupCount + groupCount * groupCount)
  }

  @inline(__always) mutating func add(_ sign: Int, _ a: UInt32, _ b: UInt32) {
    let (x, y) = (marks[Int(a)], marks[Int(b)])
    var both = x & y
    while both != 0 {
      values[both.trailingZeroBitCount] += sign
      both &= both - 1
    }
    var left = x & ~y
    while left != 0 {
      let group = left.trailingZeroBitCount
      left &= left - 1
      var right = y & ~x
      while right != 0 {
        let other = right.trailingZeroBitCount
        right &= right - 1
        values[groupCount + min(group, other) * groupCount + max(group, other)] += sign
      }
    }
  }
}

/// A network under random swaps.
private struct SwapWalk: ~Copyable {
  private let sources: Scratch<UInt32>
  private let targets: Scratch<UInt32>
  private let count: Int
  private let set: TieSet

  init(sources: [UInt32], targets: [UInt32]) {
    count = sources.count
    self.sources = Scratch(uninitialized: count)
    self.targets = Scratch(uninitialized: count)
    set = TieSet(capacity: count)
    for tie in 0..<count {
      self.sources[tie] = sources[tie]
      self.targets[tie] = targets[tie]
      set.insert(sources[tie], targets[tie])
    }
  }

  func swap(times: Int, _ counts: inout GroupCounts, _ random: inout SplitMix) {
    guard count > 1 else { return }
    for _ in 0..<times {
      let (one, two) = (random.below(count), random.below(count))
      let (a, b) = (sources[one], targets[one])
      // Either end of the second tie may be the one that is exchanged.
      let isTurned = random.next() & 1 == 1
      let c = isTurned ? targets[two] : sources[two]
      let d = isTurned ? sources[two] : targets[two]
      guard a != c, a != d, b != c, b != d, !set.contains(a, d), !set.contains(c, b) else { continue }
      set.remove(a, b)
      set.remove(c, d)
      set.insert(a, d)
      set.insert(c, b)
      counts.add(-1, a, b)
      counts.add(-1, c, d)
      counts.add(1, a, d)
      counts.add(1, c, b)
      targets[one] = d
      sources[two] = c
      targets[two] = b
    }
  }
}
