import KesiMatrix
import Testing

@testable import KesiMeasures

@Suite("Chances")
struct BetaDistributionTests {
  /// a, b, x, and scipy 1.x's `beta.cdf`.
  private static let values: [(Double, Double, Double, Double)] = [
    (5, 2, 0.75, 0.533935546875), (11, 2, 0.75, 0.15838176012039185), (42, 2, 0.75, 6.505353526434255e-05),
    (3, 6, 0.5, 0.85546875), (4.5, 6.5, 0.5, 0.7351726720434355), (14, 30.5, 0.5, 0.9942682110048301),
    (1002, 52, 0.94, 0.06137272584140898), (500_002, 500_002, 0.5005, 0.8413452300092725), (1, 1, 0.3, 0.3),
  ]

  @Test("The incomplete beta function is that of scipy, of few cases and of a million")
  func cumulative() {
    for (a, b, x, expected) in Self.values {
      let beta = BetaDistribution(a, b)
      #expect(abs(beta.atMost(x) - expected) < 1e-9 * max(expected, 1e-3), "\(a) \(b) \(x)")
      #expect(abs(beta.above(x) + expected - 1) < 1e-9)
    }
    #expect(BetaDistribution(3, 4).atMost(0) == 0 && BetaDistribution(3, 4).atMost(1) == 1)
  }

  @Test("Quantiles are those of scipy")
  func quantile() {
    for (a, b, expected) in [
      (5.0, 2.0, 0.5775524751537279), (3, 6, 0.19859654712916985), (42, 2, 0.9319612357149456),
      (1002, 52, 0.9451485268661537),
    ] {
      #expect(abs(BetaDistribution(a, b).quantile(0.2) - expected) < 1e-9)
    }
  }

  @Test(
    "Labels that always meet do so more than by chance, those that never do less; whoever counts", arguments: [1, 2])
  func jointPresence(threads: Int) throws {
    let parallel = Parallel(threads: threads)
    // Twelve units of three members: one of each label; or all of one.
    let units = (0..<12).map { unit in (0..<3).map { 3 * unit + $0 } }
    let mixed = try KesiMeasures.jointPresence(of: units, labels: (0..<36).map { $0 % 3 }, draws: 4000, on: parallel)
    let alone = try KesiMeasures.jointPresence(
      of: units, labels: (0..<36).map { $0 / 3 % 3 }, draws: 4000, on: parallel)
    // A unit lacks a label with a chance of C(24, 3)/C(36, 3), two of them with C(12, 3)/C(36, 3).
    let expected = 12 * (1 - 2 * 2024.0 / 7140 + 220.0 / 7140)
    for (a, b) in zip(mixed, alone) {
      #expect(a.observed == 12 && b.observed == 0)
      #expect(abs(a.expected - expected) < 0.15 && abs(b.expected - expected) < 0.15)
      #expect(a.upperTail < 0.01 && b.lowerTail < 0.01 && a.lowerTail == 1 && b.upperTail == 1)
    }
    // Who bears none of the labels meets nobody.
    let none = try KesiMeasures.jointPresence(
      of: units, labels: .init(repeating: 7, count: 36), draws: 50, on: parallel)
    #expect(none.allSatisfy { $0.observed == 0 && $0.expected == 0 && $0.lowerTail == 1 && $0.upperTail == 1 })
  }
}
