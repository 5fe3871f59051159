import KesiNetwork

// Steps that need no new tie: care for those that are there.
extension Analysis {
  /// The fewest pairs, those of most stuck strength first and of equals those who are part of most that is stuck, whose projects
  /// have to come right for the stuck share of some ties to fall below the threshold; none where it is nowhere above. Those who work
  /// on another project by now have begun anew themselves, and are asked last.
  ///
  /// - Parameters:
  ///   - stuck: the ties that are stuck.
  ///   - all: these and all others that they are held against.
  ///   - chain: that which all of them name; nil where they name none.
  func settlements(of stuck: [Tie], among all: [Tie], chain: Int?) -> [Remedy] {
    let whole = all.reduce(0) { $0 + $1.weight }
    var left = stuck.reduce(0) { $0 + $1.weight }
    var strength: [[Int]: Double] = [:]
    for tie in stuck { strength[[min(tie.source, tie.target), max(tie.source, tie.target)], default: 0] += tie.weight }
    var share: [Int: Int] = [:]
    for tie in stuck { for end in [tie.source, tie.target] { share[end, default: 0] += 1 } }
    let begunAnew = pairsBegunAnew(among: strength)
    let pairs = strength.map {
      (key: $0.key, value: $0.value, parts: $0.key.reduce(0) { $0 + share[$1, default: 0] })
    }
    .sorted { a, b in
      if begunAnew.contains(a.key) != begunAnew.contains(b.key) { return begunAnew.contains(b.key) }
      if a.value != b.value { return a.value > b.value }
      return a.parts == b.parts ? a.key.lexicographicallyPrecedes(b.key) : a.parts > b.parts
    }
    var remedies: [Remedy] = []
    for (pair, weight, _) in pairs where whole > 0 && left / whole >= thresholds.stalledShare {
      remedies.append(.settlement(pair[0], pair[1], chain: chain))
      left -= weight
    }
    return remedies
  }

  /// Which of some pairs have a project, known by its end, that runs and has neither disappointed nor stalled.
  ///
  /// - Complexity: O(ties).
  private func pairsBegunAnew(among pairs: [[Int]: Double]) -> Set<[Int]> {
    guard network.ties.areDated, !pairs.isEmpty else { return [] }
    var found = Set<[Int]>()
    for row in graph.ties where network.ties.period(row).to != nil && network.isRunning(row) {
      let pair = network.ends(row)
      guard pairs[pair] != nil, !found.contains(pair) else { continue }
      let tie = network.ties[row]
      if tie.outcome != .unsatisfactory, !tie.isStuck(within: network.years(of: tie.chain), at: now) {
        found.insert(pair)
      }
    }
    return found
  }

  /// The same benefits in all, shared so that the ties of an actor are well below the threshold: the least even tie first,
  /// until they are.
  ///
  /// - Parameter ties: those of the actor that state benefits of both sides.
  func divisions(for actor: Int, of ties: [Tie]) -> [Remedy] {
    // Two thirds of the threshold: whoever is asked to share anew is not asked again next year.
    let aim = thresholds.oneSidedShare * 2 / 3
    var sums: [Int: (own: Double, theirs: Double, count: Double)] = [:]
    for tie in ties {
      guard let source = tie.benefitToSource, let target = tie.benefitToTarget else { continue }
      let (other, own, theirs) = tie.source == actor ? (tie.target, source, target) : (tie.source, target, source)
      let sum = sums[other] ?? (0, 0, 0)
      sums[other] = (sum.own + own, sum.theirs + theirs, sum.count + 1)
    }
    var own = sums.values.reduce(0) { $0 + $1.own }
    let whole = sums.values.reduce(0) { $0 + $1.own + $1.theirs }
    var remedies: [Remedy] = []
    let order = sums.sorted { a, b in
      let (x, y) = (a.value.theirs - a.value.own, b.value.theirs - b.value.own)
      return x == y ? a.key < b.key : x > y
    }
    for (other, sum) in order
    where whole > 0 && sum.own + sum.theirs > 0 && (whole - 2 * own) / whole >= thresholds.oneSidedShare {
      let fair = (sum.own + sum.theirs) * (1 - aim) / 2
      guard fair > sum.own else { break }
      own += fair - sum.own
      remedies.append(
        .division(
          actor, other, (fair / sum.count).withoutNoise, ((sum.own + sum.theirs - fair) / sum.count).withoutNoise))
    }
    return remedies
  }
}
