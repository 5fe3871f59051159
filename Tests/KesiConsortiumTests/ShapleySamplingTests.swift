import KesiMatrix
import KesiMeasures
import Testing

@testable import KesiConsortium

@Suite("Shapley values by sampling")
struct ShapleySamplingTests {
  static let game = Game(playerCount: 6) { coalition in
    var random = SplitMix(seed: UInt64(coalition.bits), use: "a game")
    return Double(coalition.count) * random.unit()
  }

  /// In which share of many samples the interval of each player holds the truth.
  private func coverage<Growing: GrowingCoalition>(
    of truth: [Double], orders: Int, reach: [ClosedRange<Double>], repetitions: Int = 1000,
    growing: @Sendable @escaping () -> Growing
  ) throws -> [Double] {
    var held = [Int](repeating: 0, count: truth.count)
    for seed in 0..<repetitions {
      let found = try sampledShapleyValue(
        players: truth.count, orders: orders, seed: UInt64(seed), reach: reach, on: Parallel(), growing: growing)
      for (player, estimate) in found.enumerated()
      where (estimate.low - 1e-12...estimate.high + 1e-12).contains(truth[player]) { held[player] += 1 }
    }
    return held.map { Double($0) / Double(repetitions) }
  }

  @Test(
    "Intervals of 95 % hold the value in 95 of 100 samples or more, of few orders and of many",
    arguments: [12, 60, 300])
  func coverage(orders: Int) throws {
    let game = Self.game
    let shares = try coverage(of: game.shapleyValue(), orders: orders, reach: game.reach) { Game.Growing(game) }
    // The share of 1000 has a standard error of 0.7 %.
    #expect(shares.allSatisfy { $0 >= 0.93 }, "\(shares)")
  }

  @Test("They are hardly wider than what Student's distribution says, once orders are many")
  func width() throws {
    let game = Self.game
    let shares = try coverage(of: game.shapleyValue(), orders: 10_000, reach: game.reach, repetitions: 50) {
      Game.Growing(game)
    }
    // Far too wide intervals would always hold: then none of 300 would miss.
    #expect(shares.reduce(0, +) < 6, "\(shares)")
  }

  @Test(
    "What happens rarely is held as well: one order of three to one of a hundred", arguments: [3, 10, 30, 100])
  func rarely(players: Int) throws {
    // All are needed: each adds the whole in one order of as many as there are. The first also has a chain of its own, which
    // it always completes, and which must not hide the other.
    let rule = ChainCompletion(
      playerCount: players,
      chains: [
        ChainCompletion.Chain(weight: 1, providers: (0..<players).map { [$0] }),
        ChainCompletion.Chain(weight: 2, providers: [[0]]),
      ])
    let truth = (0..<players).map { 1 / Double(players) + ($0 == 0 ? 2 : 0) }
    let shares = try coverage(of: truth, orders: 60, reach: rule.reach, repetitions: 300) {
      ChainCompletion.Growing(rule)
    }
    let mean = shares.reduce(0, +) / Double(players)
    #expect(mean >= 0.95 && shares[0] >= 0.93, "\(mean), \(shares[0])")
  }

  @Test("Where all orders agree and nothing else can happen, there is no interval; where it can, there is one")
  func agreeing() throws {
    let alike = Game(playerCount: 4) { Double($0.count) }
    let exact = try sampledShapleyValue(
      players: 4, orders: 100, seed: 1, reach: alike.reach, on: Parallel()
    ) { Game.Growing(alike) }
    #expect(exact.allSatisfy { $0.value == 1 && $0.low == 1 && $0.high == 1 })
    let open = try sampledShapleyValue(
      players: 4, orders: 100, seed: 1, reach: alike.reach.map { _ in 0...5 }, on: Parallel()
    ) { Game.Growing(alike) }
    // In none of 50 pairs: a chance of at most 3 / 50 to add 4 more, or 1 less.
    #expect(open.allSatisfy { isNear([$0.low, $0.high], [1 - 0.06, 1 + 0.24]) })
  }

  @Test("The bounds of what a player adds are those of all coalitions")
  func reach() {
    let ties = ChainCompletion(
      playerCount: 3,
      chains: [
        ChainCompletion.Chain(weight: 2, providers: [[0], [1, 2]]), ChainCompletion.Chain(weight: 3, providers: [[0]]),
      ])
    #expect(ties.game().reach == [3...5, 0...2, 0...2])
    #expect(ties.reach == [0...5, 0...2, 0...2])
    // A member who is in the way.
    let falling = Game(playerCount: 2) { $0.contains(1) ? ($0.contains(0) ? 1 : -1) : 4 }
    #expect(falling.reach == [2...4, -3 ... -1])
  }

  @Test("Samples are the same on one thread and on four, and others with another seed")
  func threads() throws {
    func sample(_ seed: UInt64, threads: Int) throws -> [Estimate] {
      try sampledShapleyValue(
        players: 6, orders: 500, seed: seed, reach: Self.game.reach, on: Parallel(threads: threads)
      ) { Game.Growing(Self.game) }
    }
    #expect(try sample(3, threads: 1) == sample(3, threads: 4))
    #expect(try sample(3, threads: 1) != sample(4, threads: 1))
  }

  @Test("Student's quantile is that of tables, for few degrees of freedom and for many")
  func student() {
    for (freedom, quantile) in [
      (1, 12.7062), (2, 4.30265), (5, 2.57058), (29, 2.04523), (100, 1.98397), (1000, 1.96234), (1_000_000, 1.95997),
    ] {
      #expect((StudentT(freedom: freedom).quantile(0.975) - quantile).magnitude < 1e-4, "\(freedom)")
    }
  }
}
