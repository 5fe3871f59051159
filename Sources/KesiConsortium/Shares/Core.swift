/// A coalition that would get more by itself than a split gives it.
public struct Objection: Sendable, Equatable {
  public let coalition: Coalition
  /// What it is worth by itself.
  public let worth: Double
  /// What the split gives its players together.
  public let gets: Double

  /// By how much it would rather leave.
  public var excess: Double { worth - gets }
}

extension [Objection] {
  /// Those of them, the greatest excess first, that no smaller group makes as well: who adds nothing to a group that leaves is
  /// left out of it. So many at most.
  ///
  /// - Parameter most: how many are looked for.
  func essential(most: Int) -> [Objection] {
    var kept: [Objection] = []
    for objection in self {
      let bits = objection.coalition.bits
      if kept.contains(where: { $0.coalition.bits & ~bits == 0 }) { continue }
      kept.append(objection)
      if kept.count == most { break }
    }
    return kept
  }
}

extension Game {
  /// What counts as equal in sums of this game.
  var tolerance: Double { 1e-9 * scale }

  /// Whether some split of the whole gives each player what it is worth alone. Programs that ask for such a split are solved
  /// more closely than ``tolerance``, and so is this told.
  var isIndividuallyRational: Bool { (0..<playerCount).reduce(0) { $0 + alone($1) } <= whole + 1e-12 * scale }

  /// The coalitions of some players that a split gives less than they are worth by themselves, those with the greatest excess
  /// first, then the smallest. A split of the whole to which nobody objects is in the core.
  ///
  /// - Complexity: O(2ⁿ).
  public func objections(to split: [Double]) -> [Objection] {
    // Found once: it looks at every coalition.
    let tolerance = tolerance
    return parts.map { bits in
      let coalition = Coalition(bits: bits)
      return Objection(coalition: coalition, worth: self[coalition], gets: coalition.sum(of: split))
    }.filter { $0.excess > tolerance }.sorted { a, b in
      if (a.excess - b.excess).magnitude > tolerance { return a.excess > b.excess }
      return (a.coalition.count, a.coalition.bits) < (b.coalition.count, b.coalition.bits)
    }
  }

  /// The split nearest to one that there is, by the sum of all changes, in which no coalition has a greater excess; among
  /// equally near ones, one in which the most that anyone gains and the most that anyone loses are least together. What is not shared out yet is shared out by it.
  ///
  /// - Parameter excess: 0 for a split in the core; where that is empty, ``Nucleolus/leastExcess``.
  /// - Throws: ``UnsolvedProgram/infeasible`` where no split leaves so little excess.
  /// - Complexity: two linear programs of 2 n + 2 variables and 2ⁿ rows.
  public func nearestSplit(to split: [Double], withExcess excess: Double) throws(UnsolvedProgram) -> [Double] {
    precondition(playerCount <= Self.mostPlayersOfPrograms, "linear programs are for at most 12 players")
    let ease = max(0, excess / scale) + (excess > 0 ? 1e-9 : 0)
    let isRational = isIndividuallyRational
    func program(costingEach cost: Double) -> (LinearProgram, up: [Int], down: [Int]) {
      var program = LinearProgram()
      let up = (0..<playerCount).map { _ in program.variable(costing: cost, atLeast: 0) }
      let down = (0..<playerCount).map { _ in program.variable(costing: cost, atLeast: 0) }
      let (most, mostLost) = (program.variable(costing: 1 - cost), program.variable(costing: 1 - cost))
      func change(_ coalition: Coalition) -> [(variable: Int, coefficient: Double)] {
        coalition.players.flatMap { [(up[$0], 1), (down[$0], -1)] }
      }
      program.require(
        change(everybody), atLeast: (whole - everybody.sum(of: split)) / scale, exactly: true)
      for coalition in parts.map(Coalition.init) {
        let least = self[coalition] / scale - (isRational && coalition.count == 1 ? 0 : ease)
        program.require(change(coalition), atLeast: least - coalition.sum(of: split) / scale)
      }
      for player in 0..<playerCount {
        program.require([(most, 1), (up[player], -1)], atLeast: 0)
        program.require([(mostLost, 1), (down[player], -1)], atLeast: 0)
      }
      return (program, up, down)
    }
    let nearest = try program(costingEach: 1).0.solved()
    var (evenly, up, down) = program(costingEach: 0)
    evenly.require((up + down).map { ($0, -1) }, atLeast: -nearest.cost - 1e-9)
    let solution = try evenly.solved()
    return (0..<playerCount).map { split[$0] + (solution.variables[up[$0]] - solution.variables[down[$0]]) * scale }
  }
}
