/// The split that leaves the most dissatisfied coalition as little to object as can be, then the next, and so on.
public struct Nucleolus: Sendable, Equatable {
  /// What each player gets.
  public let split: [Double]
  /// The greatest excess in the least core: what the most dissatisfied coalition of some players could gain by leaving; 0
  /// where it is nothing but rounding.
  public let leastExcess: Double
  /// Whether nobody can be given less than alone, as is usual; not where the whole is worth less than its players alone, and
  /// no split gives each of them that.
  public let isIndividuallyRational: Bool

  /// Whether it leaves no coalition anything to object, so that the core is not empty: else no split does.
  public var isInCore: Bool { leastExcess <= 0 }
}

extension Game {
  /// The nucleolus, and with it the least core: by a sequence of linear programs. Each finds the least ε so that no coalition
  /// whose excess is still open has more; those whose rows have a price are at ε in every solution, and are settled. So are
  /// all whose players' sums follow from settled ones. The rank of these rises with each program, so that n − 1 are enough.
  ///
  /// - Throws: ``UnsolvedProgram`` where the solver fails.
  /// - Complexity: at most n programs of n + 1 variables and 2ⁿ rows.
  /// - Source: Schmeidler, *The Nucleolus of a Characteristic Function Game*, SIAM J. Appl. Math. 17, 1969; Maschler, Peleg &
  ///   Shapley, *Geometric Properties of the Kernel, Nucleolus, and Related Solution Concepts*, Math. Oper. Res. 4, 1979.
  public func nucleolus() throws(UnsolvedProgram) -> Nucleolus {
    precondition(playerCount <= Self.mostPlayersOfPrograms, "linear programs are for at most 12 players")
    let isRational = isIndividuallyRational
    guard playerCount > 1 else {
      return Nucleolus(split: playerCount == 1 ? [whole] : [], leastExcess: 0, isIndividuallyRational: true)
    }
    var split = [Double](repeating: 0, count: playerCount)
    var least: Double?
    // Sums of players that are settled, the whole first.
    var settled: [(coalition: Coalition, sum: Double)] = [(everybody, whole / scale)]
    var span = Span(of: playerCount)
    _ = span.take(everybody)
    while span.rank < playerCount {
      let open = parts.map(Coalition.init).filter { !span.contains($0) }
      let (solution, first) = try leastExcess(of: open, settled, isRational: isRational)
      split = (0..<playerCount).map { solution.variables[$0] }
      let excess = solution.variables[playerCount]
      if least == nil { least = excess }
      // Prices of open rows sum to 1 over at most n + 1 rows, so that one is above this.
      let priced = open.indices.filter { solution.duals[first + $0] > 1e-6 }
      let before = span.rank
      for place in priced where span.take(open[place]) {
        settled.append((open[place], self[open[place]] / scale - excess))
      }
      guard span.rank > before else { throw .failed(-2) }
    }
    split = span.solved(settled)
    let excess = (least ?? 0) * scale
    return Nucleolus(
      split: split.map { $0 * scale }, leastExcess: excess.magnitude > tolerance ? excess : 0,
      isIndividuallyRational: isRational)
  }

  /// The least ε so that no open coalition has a greater excess.
  ///
  /// - Returns: the solution, and the row of the first open coalition.
  private func leastExcess(
    of open: [Coalition], _ settled: [(coalition: Coalition, sum: Double)], isRational: Bool
  ) throws(UnsolvedProgram) -> (LinearProgram.Solution, first: Int) {
    var program = LinearProgram()
    for player in 0..<playerCount {
      _ = program.variable(atLeast: isRational ? alone(player) / scale : -.infinity)
    }
    let excess = program.variable(costing: 1)
    for (coalition, sum) in settled { program.require(coalition.players.map { ($0, 1) }, atLeast: sum, exactly: true) }
    let first = program.rowCount
    for coalition in open {
      program.require(coalition.players.map { ($0, 1) } + [(excess, 1)], atLeast: self[coalition] / scale)
    }
    return (try program.solved(), first)
  }
}

/// The sums that follow from some sums of players.
private struct Span {
  private let count: Int
  /// Rows in echelon form, each with the place of its first entry, which is 1, and how it is made of the sums taken.
  private var rows: [(pivot: Int, row: [Double], made: [Double])] = []

  init(of count: Int) { self.count = count }

  var rank: Int { rows.count }

  /// Entries of rows made of zeros and ones for so few players are fractions of small numbers: what is below is 0.
  private static let tolerance = 1e-7

  private func reduced(_ coalition: Coalition) -> (row: [Double], made: [Double]) {
    var row = (0..<count).map { coalition.contains($0) ? 1.0 : 0 }
    var made = [Double](repeating: 0, count: count)
    for (pivot, other, parts) in rows {
      let factor = row[pivot]
      guard factor.magnitude > Self.tolerance else { continue }
      for place in 0..<count {
        row[place] -= factor * other[place]
        made[place] -= factor * parts[place]
      }
    }
    return (row, made)
  }

  func contains(_ coalition: Coalition) -> Bool {
    reduced(coalition).row.allSatisfy { $0.magnitude <= Self.tolerance }
  }

  /// Takes a sum in; false where it follows from those that are there.
  mutating func take(_ coalition: Coalition) -> Bool {
    var (row, made) = reduced(coalition)
    guard let pivot = row.indices.max(by: { row[$0].magnitude < row[$1].magnitude }),
      row[pivot].magnitude > Self.tolerance
    else { return false }
    made[rank] += 1
    let factor = row[pivot]
    for place in 0..<count {
      row[place] /= factor
      made[place] /= factor
    }
    rows.append((pivot, row, made))
    return true
  }

  /// What each player has, once sums are known of as many coalitions as there are players, in the order in which they were
  /// taken.
  func solved(_ sums: [(coalition: Coalition, sum: Double)]) -> [Double] {
    var result = [Double](repeating: 0, count: count)
    for (pivot, row, made) in rows.reversed() {
      var value = (0..<count).reduce(0) { $0 + made[$1] * sums[$1].sum }
      for place in 0..<count where place != pivot { value -= row[place] * result[place] }
      result[pivot] = value
    }
    return result
  }
}
