import KesiMatrix

/// What pairs are ranked by.
enum Ranker: Int, CaseIterable {
  case score, adamicAdar, resourceAllocation, katz, attachment

  var name: String {
    switch self {
    case .score: "plausibility"
    case .adamicAdar: "Adamic–Adar"
    case .resourceAllocation: "resource allocation"
    case .katz: "Katz"
    case .attachment: "preferential attachment"
    }
  }

  /// All but the score.
  static let singles = allCases.filter { $0 != .score }
}

/// A pair without a tie and what each ranker makes of it.
struct RankedPair {
  let a: Int
  let b: Int
  var values = SIMD8<Double>.zero
  let isAdmissible: Bool
  /// Whether one of the two takes part in a single project.
  let isCold: Bool
  /// How many partners they share.
  let common: Int

  subscript(ranker: Ranker) -> Double { values[ranker.rawValue] }

  /// The better by a ranker first, equal ones by their numbers.
  func precedes(_ other: RankedPair, by ranker: Ranker) -> Bool {
    self[ranker] == other[ranker] ? (a, b) < (other.a, other.b) : self[ranker] > other[ranker]
  }
}

extension Rows {
  /// The untied vertices two steps away with the indices that count their ways, written down here once more on purpose: they
  /// are what the score is held against. Katz is cut after ways of three ties: A² + α A³, half of 1/λ for α.
  func walk(
    from vertex: Int, _ alpha: Double, _ logarithms: [Double],
    _ body: (_ other: Int, _ common: Int, _ values: SIMD8<Double>) -> Void
  ) {
    var ways = [Double](repeating: 0, count: order)
    var adamicAdar = [Double](repeating: 0, count: order)
    var allocation = [Double](repeating: 0, count: order)
    for middle in self[vertex] {
      let ties = degree(Int(middle))
      for other in self[Int(middle)] {
        ways[Int(other)] += 1
        adamicAdar[Int(other)] += 1 / logarithms[max(2, ties)]
        allocation[Int(other)] += 1 / Double(ties)
      }
    }
    var isTied = [Bool](repeating: false, count: order)
    for other in self[vertex] { isTied[Int(other)] = true }
    for other in 0..<order where ways[other] > 0 && other != vertex && !isTied[other] {
      var longer = 0.0
      for middle in self[other] { longer += ways[Int(middle)] }
      var values = SIMD8<Double>.zero
      values[Ranker.adamicAdar.rawValue] = adamicAdar[other]
      values[Ranker.resourceAllocation.rawValue] = allocation[other]
      values[Ranker.katz.rawValue] = ways[other] + alpha * longer
      values[Ranker.attachment.rawValue] = Double(degree(vertex)) * Double(degree(other))
      body(other, Int(ways[other]), values)
    }
  }
}
