import KesiMeasures

/// How many cases a share is seen in: ties, years, pairs. What counts unequally counts as fewer: n = (Σs)²/Σs².
struct Cases {
  private let count: Double

  /// Below so many cases a share says nothing.
  private static let fewest = 3.0
  /// With what chance a share is to be as large as its level says.
  private static let sureness = 0.8
  /// What is taken to have been seen before, of either sort: two cases, so that a few that agree do not say all.
  private static let before = 2.0

  init(_ count: Int) { self.count = Double(count) }

  /// - Parameter strengths: not negative.
  init(strengths: [Double]) {
    let most = strengths.max() ?? 0
    // Relative to the largest, lest squares run over; nothing weighs on strengths of 0 or beyond all bounds.
    let shares = most > 0 && most.isFinite ? strengths.map { $0 / most } : []
    let sum = shares.reduce(0, +)
    count = shares.isEmpty ? 0 : sum * sum / shares.reduce(0) { $0 + $1 * $1 }
  }

  /// What a share is at least, with a chance of 0.8: with k = share · n, by the beta distribution of k + 2 and n − k + 2; nil
  /// below three cases.
  func least(of share: Double) -> Double? {
    // Sums of strengths miss a whole number by rounding.
    guard count > Self.fewest - 1e-9 else { return nil }
    let seen = share * count
    return BetaDistribution(seen + Self.before, count - seen + Self.before).quantile(1 - Self.sureness)
  }
}
