import KesiMatrix
import KesiMeasures

/// How ranks hold where weights are somewhat different.
struct RankStability: Sendable, Equatable {
  /// Between which places nine of ten draws put a member, 1 the best.
  let range: ClosedRange<Int>
  /// In which share of the draws it is first, and among the last three.
  let first: Double
  let lastThree: Double

  static let last = 3
}

/// Weights drawn around others, from a Dirichlet distribution that has these as its mean: of a weight w the standard deviation is
/// √(w (1 − w) / (c + 1)) for a concentration c. With c = 50 a weight of 0.2 is mostly between 0.1 and 0.3.
package struct WeightDraws {
  static let concentration = 50.0
  package static let usual = 2000

  private var random: SplitMix
  private let weights: [Double]

  init(around weights: [Double], seed: UInt64) {
    self.weights = weights
    random = SplitMix(seed: seed, use: "weights of indicators")
  }

  mutating func next() -> [Double] {
    let drawn = weights.map { $0 > 0 ? random.gamma($0 * Self.concentration) : 0 }
    let sum = drawn.reduce(0, +)
    return sum > 0 ? drawn.map { $0 / sum } : weights
  }
}

extension [Double?] {
  /// The rank of each number, 1 the greatest, equals with the best of theirs; nil where there is none.
  var ranks: [Int?] {
    let sorted = compactMap(\.self).sorted(by: >)
    var places: [Double: Int] = [:]
    for (place, number) in sorted.enumerated() where places[number] == nil { places[number] = place + 1 }
    return map { $0.flatMap { places[$0] } }
  }
}

/// How ranks hold where weights are drawn around what they are.
///
/// - Parameter values: the values of members by weights.
/// - Returns: nil for members of no value.
func rankStability(
  around weights: [Double], draws: Int, seed: UInt64, values: ([Double]) -> [Double?]
) -> [RankStability?] {
  var random = WeightDraws(around: weights, seed: seed)
  var ranks: [[Int]] = []
  for _ in 0..<draws {
    for (member, rank) in values(random.next()).ranks.enumerated() {
      if member == ranks.count { ranks.append([]) }
      if let rank { ranks[member].append(rank) }
    }
  }
  let count = ranks.count { !$0.isEmpty }
  return ranks.map { own in
    guard !own.isEmpty else { return nil }
    let sorted = own.sorted()
    let cut = sorted.count / 20
    let total = Double(sorted.count)
    return RankStability(
      range: sorted[cut]...sorted[sorted.count - 1 - cut], first: Double(own.count { $0 == 1 }) / total,
      lastThree: Double(own.count { $0 > count - RankStability.last }) / total)
  }
}
