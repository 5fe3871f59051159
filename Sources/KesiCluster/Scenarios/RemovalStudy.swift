import KesiMatrix
import KesiMeasures
import KesiNetwork

/// How a network shrinks as its actors are lost, by chance or by attack.
public struct RemovalStudy: Sendable {
  public enum Strategy: String, Term {
    case random, degree, betweenness

    public var chinese: [String] {
      switch self {
      case .random: ["随机流失"]
      case .degree: ["优先失去联系最多者"]
      case .betweenness: ["优先失去中介中心度最高者"]
      }
    }

    public var label: Phrase {
      let english =
        switch self {
        case .random: "anyone, at random"
        case .degree: "those with most ties first"
        case .betweenness: "those with most betweenness first"
        }
      return Phrase(english, zh: chinese[0])
    }
  }

  /// One point of the curve: how many are lost, and the share of all in the largest component then.
  public struct Point: Sendable {
    public let strategy: Strategy
    public let lost: Int
    public let largest: Double
  }

  /// The curve, from no loss to the last.
  public var points: [Point] {
    largest.enumerated().map { Point(strategy: strategy, lost: $0, largest: $1) }
  }

  public let strategy: Strategy
  /// The share of all actors that the largest component holds after 0, 1, …, n losses; for chance the mean of the runs.
  public let largest: [Double]
  /// Schneider's R: see `robustness(of:)`; nil without actors.
  public let robustness: Double?
  /// The spread of R over the runs of chance, a standard deviation; nil for an attack.
  public let spread: Double?
  /// The share of actors whose loss leaves less than half of all in one piece.
  public let half: Double?

  fileprivate init(_ strategy: Strategy, curves: [[Int]]) {
    self.strategy = strategy
    // There is a curve, of one value more than there are actors.
    let order = Double(curves[0].count - 1)
    largest = curves[0].indices.map { place in
      curves.reduce(0.0) { $0 + Double($1[place]) } / (Double(curves.count) * max(1, order))
    }
    let each = curves.compactMap(KesiMeasures.robustness(of:))
    let mean = each.isEmpty ? nil : each.reduce(0, +) / Double(each.count)
    robustness = mean
    spread =
      mean.flatMap { mean in
        each.count < 2
          ? nil : (each.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(each.count - 1)).squareRoot()
      }
    half = largest.firstIndex { $0 < 0.5 }.map { Double($0) / max(1, order) }
  }
}

extension Analysis {
  /// Up to this size betweenness is computed anew after each loss.
  public static let mostRecomputed = 500

  /// Losses by chance, and attacks on those with most ties and on the greatest brokers.
  ///
  /// - Parameter runs: how often losses by chance are drawn.
  public func removalStudies(runs: Int = 100) throws -> [RemovalStudy] {
    let matrix = graph.matrix
    guard matrix.order > 0 else { return [] }
    var random = SplitMix(seed: seed, use: "removals")
    let drawn = try (0..<runs).map { _ -> [Int] in
      try parallel.checkCancellation()
      var order = Array(0..<matrix.order)
      order.shuffle(using: &random)
      return removalCurve(of: matrix, order: order)
    }
    let brokers = try betweennessAttack(
      of: matrix, recomputes: matrix.order <= Self.mostRecomputed, on: parallel)
    return [
      RemovalStudy(.random, curves: drawn),
      RemovalStudy(.degree, curves: [removalCurve(of: matrix, order: degreeAttack(of: matrix))]),
      RemovalStudy(.betweenness, curves: [removalCurve(of: matrix, order: brokers)]),
    ]
  }
}
