import KesiMatrix
import KesiMeasures
import KesiNetwork

/// The weights of the partner score, fitted to the ties of a network: a logistic regression of present ties against pairs
/// that have none, both as if they had none, drawn toward the fixed weights (ridge).
///
/// A present tie is one that could have been told from the others: without it, and without what came with it, something
/// brings the two together. Pairs without a tie are those that something brings together. That somebody has much to do keeps
/// neither out. Both sorts weigh the same in all, so that ½ is a pair that looks as much like the one as like the other.
///
/// - Source: Hoerl & Kennard, *Ridge Regression*, Technometrics 1970; le Cessie & van Houwelingen, *Ridge Estimators in
///   Logistic Regression*, Applied Statistics 1992.
struct PartnerFit {
  let weights: PartnerWeights
  /// The ties that were looked at.
  let tieCount: Int

  private static let leastTies = 100
  private static let mostTies = 20_000
  private static let mostPairs = 100_000
  /// How much the fixed weights count: as much as forty pairs near ½ would.
  private static let ridge = 10.0

  /// - Returns: nil where there are fewer than a hundred such ties, or no pairs without one, or where ties come from shared
  ///   chains, which leave nothing to tell them by.
  init?(_ traits: PartnerTraits, _ matrix: AdjacencyMatrix, isSharedChains: Bool, seed: UInt64) {
    guard !isSharedChains, matrix.tieCount >= Self.leastTies else { return nil }
    let ties = Self.ties(traits, matrix, seed: seed)
    guard ties.count >= Self.leastTies else { return nil }
    let pairs = Self.pairs(traits, matrix, seed: seed)
    guard !pairs.isEmpty, let weights = Self.fitted(ties, pairs) else { return nil }
    self.weights = weights
    tieCount = ties.count
  }

  /// Whether something brings two together, a tie that they have apart.
  private static func isTold(_ x: Int, _ y: Int, _ parts: PartnerParts, _ traits: PartnerTraits) -> Bool {
    parts[.acquaintance] > 0 || parts[.chain] > ChainSeats.Nearness.apart.value
      || parts[.chain] > 0 && traits.seats.supply(x, y) != nil
  }

  private static func ties(_ traits: PartnerTraits, _ matrix: AdjacencyMatrix, seed: UInt64) -> [PartnerParts] {
    var random = SplitMix(seed: seed, use: "present ties")
    let share = Double(mostTies) / Double(matrix.tieCount)
    var found: [PartnerParts] = []
    matrix.withRows { rows in
      for x in 0..<rows.order {
        for entry in rows.ties(of: x, isSymmetric: true) where random.unit() < share {
          let y = rows.column(entry)
          guard !traits.areOneHouse(x, y) else { continue }
          let parts = traits.parts(x, y, isTied: true, rows)
          if isTold(x, y, parts, traits) { found.append(parts) }
        }
      }
    }
    return found
  }

  /// All pairs of some vertices, drawn until there are enough.
  private static func pairs(_ traits: PartnerTraits, _ matrix: AdjacencyMatrix, seed: UInt64) -> [PartnerParts] {
    var random = SplitMix(seed: seed, use: "pairs without ties")
    var found: [PartnerParts] = []
    matrix.withRows { rows in
      var candidates = PartnerCandidates(order: rows.order)
      for x in (0..<rows.order).shuffled(using: &random) where found.count < mostPairs {
        candidates.forEach(of: x, above: -1, rows, traits.seats) { y, allocation in
          guard !traits.areOneHouse(x, y) else { return }
          let parts = traits.parts(min(x, y), max(x, y), allocation: allocation)
          if isTold(x, y, parts, traits) { found.append(parts) }
        }
      }
    }
    return found
  }

  /// Newton's method from the fixed weights on.
  ///
  /// - Returns: nil where it does not settle.
  static func fitted(_ ties: [PartnerParts], _ pairs: [PartnerParts]) -> PartnerWeights? {
    let fixed = PartnerWeights.fixed
    let balance = Double(ties.count) / Double(pairs.count)
    let spread = Self.spread(ties, pairs, balance)
    // What does not vary cannot be fitted.
    let free = PartnerPart.allCases.filter { !PartnerWeights.held.contains($0) && spread[$0] > 1e-12 }
    let size = free.count + 1
    var weights = fixed
    for _ in 0..<100 {
      var gradient = [Double](repeating: 0, count: size)
      var curvature = [Double](repeating: 0, count: size * size)
      func add(_ parts: PartnerParts, isTie: Double, _ count: Double) {
        let chance = 1 / (1 + exponential(-weights.sum(parts)))
        let (miss, bend) = (count * (isTie - chance), count * chance * (1 - chance))
        for one in 0..<size {
          let value = one == 0 ? 1 : parts[free[one - 1]]
          gradient[one] += miss * value
          for other in 0...one {
            curvature[one * size + other] += bend * value * (other == 0 ? 1 : parts[free[other - 1]])
          }
        }
      }
      for parts in ties { add(parts, isTie: 1, 1) }
      for parts in pairs { add(parts, isTie: 0, balance) }
      for (place, part) in free.enumerated() {
        gradient[place + 1] -= ridge * spread[part] * (weights.parts[part] - fixed.parts[part])
        curvature[(place + 1) * size + place + 1] += ridge * spread[part]
      }
      guard let step = solved(curvature, gradient, size) else { return nil }
      let longest = step.map(abs).max() ?? 0
      // A step beyond what the curve can tell is cut short.
      let share = min(1, 4 / max(longest, 4))
      weights.base += share * step[0]
      for (place, part) in free.enumerated() { weights.parts[part] += share * step[place + 1] }
      if longest < 1e-10 { return weights }
    }
    return nil
  }

  /// The variance of each part over both sorts.
  private static func spread(_ ties: [PartnerParts], _ pairs: [PartnerParts], _ balance: Double) -> PartnerParts {
    let all = 2 * Double(ties.count)
    func mean(_ value: (SIMD8<Double>) -> SIMD8<Double>) -> SIMD8<Double> {
      let tied = ties.reduce(SIMD8<Double>.zero) { $0 + value($1.values) }
      return (tied + pairs.reduce(SIMD8<Double>.zero) { $0 + value($1.values) } * balance) / all
    }
    let center = mean { $0 }
    return PartnerParts(values: mean { ($0 - center) * ($0 - center) })
  }

  /// A x = b for a symmetric positive A, of which the lower half is given: by Cholesky. Nil where it is not positive.
  private static func solved(_ matrix: [Double], _ right: [Double], _ size: Int) -> [Double]? {
    var (lower, solution) = (matrix, right)
    for row in 0..<size {
      for column in 0...row {
        var sum = lower[row * size + column]
        for place in 0..<column { sum -= lower[row * size + place] * lower[column * size + place] }
        if row == column {
          guard sum > 0, sum.isFinite else { return nil }
          lower[row * size + row] = sum.squareRoot()
        } else {
          lower[row * size + column] = sum / lower[column * size + column]
        }
      }
      for place in 0..<row { solution[row] -= lower[row * size + place] * solution[place] }
      solution[row] /= lower[row * size + row]
    }
    for row in (0..<size).reversed() {
      for place in row + 1..<max(row + 1, size) { solution[row] -= lower[place * size + row] * solution[place] }
      solution[row] /= lower[row * size + row]
    }
    return solution.allSatisfy(\.isFinite) ? solution : nil
  }
}
