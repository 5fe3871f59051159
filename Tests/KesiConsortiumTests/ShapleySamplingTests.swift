import KesiConsortium
import KesiMatrix
import Testing

@Suite("Shapley values by sampling")
struct ShapleySamplingTests {
  static let game = Game(playerCount: 6) { coalition in
    var random = SplitMix(seed: UInt64(coalition.bits), use: "a game")
    return Double(coalition.count) * random.unit()
  }

  @Test("Intervals of 95 % hold the value in 95 of 100 samples")
  func coverage() throws {
    let truth = try Self.game.shapleyValue()
    let repetitions = 2000
    var held = [Int](repeating: 0, count: 6)
    for seed in 0..<repetitions {
      let found = try sampledShapleyValue(
        players: 6, orders: 60, seed: UInt64(seed), whole: Self.game.whole, on: Parallel()
      ) { Game.Growing(Self.game) }
      for (player, estimate) in found.enumerated() where (estimate.value - truth[player]).magnitude <= estimate.margin {
        held[player] += 1
      }
    }
    // The share of 2000 has a standard error of 0.5 %.
    for count in held { #expect((0.93...0.97).contains(Double(count) / Double(repetitions))) }
  }

  @Test("Samples are the same on one thread and on four, and others with another seed")
  func threads() throws {
    func sample(_ seed: UInt64, threads: Int) throws -> [Estimate] {
      try sampledShapleyValue(
        players: 6, orders: 500, seed: seed, whole: Self.game.whole, on: Parallel(threads: threads)
      ) { Game.Growing(Self.game) }
    }
    #expect(try sample(3, threads: 1) == sample(3, threads: 4))
    #expect(try sample(3, threads: 1) != sample(4, threads: 1))
  }

  @Test("Who is never seen to add anything is not said to be worth nothing for certain")
  func rare() throws {
    // All forty are needed: each adds the whole in one order of forty.
    let rule = ChainCompletion(
      playerCount: 40, chains: [ChainCompletion.Chain(weight: 1, providers: (0..<40).map { [$0] })])
    let found = try sampledShapleyValue(
      players: 40, orders: 20, seed: 1, whole: rule.whole, on: Parallel()
    ) { ChainCompletion.Growing(rule) }
    #expect(found.contains { $0.value == 0 })
    #expect(found.allSatisfy { $0.low <= 1.0 / 40 && $0.high >= 1.0 / 40 })
  }
}
