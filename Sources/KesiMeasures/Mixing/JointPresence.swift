import KesiMatrix

/// In how many units each two of three labels come together, tested by dealing the labels out anew to the members, as many of
/// each as there are: units keep their sizes and whom they share.
///
/// - Parameters:
///   - units: the members of each, by number.
///   - labels: of each member: 0, 1, 2, or anything else for none.
/// - Returns: for labels 0 and 1, 0 and 2, 1 and 2, in counts of units.
/// - Complexity: O(draws · Σ members of units); the same for any number of threads.
/// - Source: Hubert & Schultz, *Quadratic assignment as a general data analysis strategy*, 1976.
package func jointPresence(
  of units: [[Int]], labels: [Int], draws: Int, seed: UInt64 = 1, on parallel: Parallel = Parallel()
) throws(Cancelled) -> [PermutationTest] {
  // Labels are dealt among those who are in some unit.
  let members = Set(units.joined()).sorted()
  var place = [Int](repeating: 0, count: labels.count)
  for (number, member) in members.enumerated() { place[member] = number }
  let placed = units.map { $0.map { place[$0] } }
  let marks = members.map { (0..<3).contains(labels[$0]) ? UInt8(1) << UInt8(labels[$0]) : 0 }
  @Sendable func together(_ marks: [UInt8]) -> SIMD3<Int> {
    var counts = SIMD3<Int>.zero
    for unit in placed {
      var mark: UInt8 = 0
      for member in unit { mark |= marks[member] }
      for (pair, both) in pairMarks.enumerated() where mark & both == both { counts[pair] += 1 }
    }
    return counts
  }
  let observed = together(marks)
  // For each pair the counts, their squares, draws at or below the observed one, at or above it.
  let sums = try parallel.sumShares(count: draws, width: 12) { share, sums in
    for draw in share {
      var random = SplitMix(seed: seed, use: "spheres", stream: draw)
      var dealt = marks
      dealt.shuffle(using: &random)
      let counts = together(dealt)
      for pair in 0..<3 {
        let count = Double(counts[pair])
        sums[4 * pair] += count
        sums[4 * pair + 1] += count * count
        sums[4 * pair + 2] += counts[pair] <= observed[pair] ? 1 : 0
        sums[4 * pair + 3] += counts[pair] >= observed[pair] ? 1 : 0
      }
    }
  }
  return (0..<3).map { pair in
    let mean = sums[4 * pair] / Double(max(1, draws))
    return PermutationTest(
      observed: Double(observed[pair]), expected: mean,
      deviation: max(0, sums[4 * pair + 1] / Double(max(1, draws)) - mean * mean).squareRoot(),
      lowerTail: (1 + sums[4 * pair + 2]) / Double(1 + draws), upperTail: (1 + sums[4 * pair + 3]) / Double(1 + draws),
      draws: draws)
  }
}

/// Both of labels 0 and 1, 0 and 2, 1 and 2, a bit each.
private let pairMarks: [UInt8] = [0b011, 0b101, 0b110]
