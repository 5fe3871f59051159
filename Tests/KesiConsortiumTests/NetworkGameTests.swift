import KesiConsortium
import KesiMatrix
import Testing

@Suite("Games of a network")
struct NetworkGameTests {
  /// Ties drawn among some players, of weights from 1 to 4.
  static func ties(_ count: Int, seed: UInt64) -> TieStrengths {
    var random = SplitMix(seed: seed, use: "ties")
    var builder = MatrixBuilder(order: count, isSymmetric: true, isWeighted: true)
    for a in 0..<count {
      for b in 0..<a where random.unit() < 0.5 {
        builder.add(UInt32(a), UInt32(b), weight: Double(1 + random.below(4)))
      }
    }
    return TieStrengths(builder.build())
  }

  @Test("Of the strength of ties half goes to each end, by Shapley and by the nucleolus", arguments: 1...6)
  func halves(seed: Int) throws {
    let ties = Self.ties(7, seed: UInt64(seed))
    let game = ties.game()
    #expect(isNear(try game.shapleyValue(), ties.halves))
    #expect(isNear(try game.nucleolus().split, ties.halves))
    #expect(isNear([ties.whole], [game.whole]))
    #expect(game.isInCore(ties.halves))
  }

  @Test("Joined one by one, players add what the coalitions differ in worth")
  func growing() {
    let ties = Self.ties(6, seed: 9)
    let chains = ChainCompletion(
      playerCount: 6,
      chains: [
        .init(weight: 2, providers: [[0, 1], [2], [3, 2]]), .init(weight: 1, providers: [[4], []]),
        .init(weight: 1, providers: []), .init(weight: 0.5, providers: [[5, 1]]),
      ])
    #expect(chains.whole == 2.5)
    func check(_ game: Game, _ growing: some GrowingCoalition) {
      var growing = growing
      for seed in 0..<20 {
        var random = SplitMix(seed: UInt64(seed), use: "orders")
        growing.clear()
        var coalition = Coalition(bits: 0)
        for player in (0..<6).shuffled(using: &random) {
          let next = Coalition(bits: coalition.bits | 1 << UInt32(player))
          #expect((growing.add(player) - (game[next] - game[coalition])).magnitude < 1e-12)
          coalition = next
        }
      }
    }
    check(ties.game(), TieStrengths.Growing(ties))
    check(chains.game(), ChainCompletion.Growing(chains))
  }

  @Test("The strength of ties is sampled exactly: in an order and its reverse each tie counts once for each end")
  func sampled() throws {
    let ties = Self.ties(120, seed: 2)
    let found = try sampledShapleyValue(players: 120, orders: 10, seed: 5, reach: ties.reach, on: Parallel()) {
      TieStrengths.Growing(ties)
    }
    #expect(isNear(found.map(\.value), ties.halves))
    // What was not seen in 5 pairs may be up to 3 of 5 of the way to none of its ties, or to all.
    for (estimate, half) in zip(found, ties.halves) {
      #expect(isNear([estimate.low, estimate.high], [0.4 * half, 1.6 * half]))
    }
  }
}
