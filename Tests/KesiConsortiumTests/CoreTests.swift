import Testing

@testable import KesiConsortium

@Suite("Core and nucleolus")
struct CoreTests {
  @Test(
    "Who objects among twenty players is found at once, though there are a million coalitions", .timeLimit(.minutes(1)))
  func twenty() {
    // Each pair is worth 1, and one player has all: whoever is together without it would rather leave.
    let game = Game(playerCount: Game.mostPlayers) { Double($0.count * ($0.count - 1) / 2) }
    let split = [game.whole] + [Double](repeating: 0, count: Game.mostPlayers - 1)
    #expect(game.objections(to: split).count == (1 << 19) - 1 - 19)
  }

  @Test("The nucleolus is what programs find that look at each coalition by itself")
  func nucleolus() throws {
    for fixture in GameFixture.all {
      let found = try fixture.game.nucleolus()
      #expect(isNear(found.split, fixture.nucleolus), "\(fixture.kind) \(fixture.values)")
      #expect(isNear([found.leastExcess], [fixture.leastExcess]), "\(fixture.kind) \(fixture.values)")
    }
  }

  @Test("Six pairs of gloves, twelve players, are shared out equally by the nucleolus")
  func twelve() throws {
    // Six pairs of gloves: every split that gives all left ones the same, and all right ones the rest, is in the core.
    let game = Game(playerCount: 12) { coalition in
      let left = (coalition.bits & 0b111111).nonzeroBitCount
      return Double(min(left, coalition.count - left))
    }
    #expect(isNear(try game.nucleolus().split, [Double](repeating: 0.5, count: 12)))
  }

  @Test("A split is in the core where no coalition of those listed by hand objects, the greatest excess first")
  func objections() {
    // What two of three are worth together: 60, 50, 20; all three 100.
    let game = Game(playerCount: 3) { [0, 0, 0, 60, 0, 50, 20, 100][Int($0.bits)] }
    #expect(game.isInCore([50, 30, 20]))
    let objections = game.objections(to: [20, 10, 70])
    #expect(objections.map(\.coalition.bits) == [0b011])
    #expect(objections[0].excess == 30)
    #expect(game.objections(to: [5, 10, 30]).map(\.coalition.bits) == [0b011, 0b101])
    #expect(!game.isInCore([50, 30, 10]), "10 are not shared out")
  }

  @Test("The nearest split that keeps everybody is as near as any, and keeps everybody")
  func nearest() throws {
    for fixture in GameFixture.all {
      let game = fixture.game
      let equal = [Double](repeating: game.whole / Double(game.playerCount), count: game.playerCount)
      let least = max(0, try game.nucleolus().leastExcess)
      let split = try game.nearestSplit(to: equal, withExcess: least)
      #expect(isNear([zip(split, equal).reduce(0) { $0 + ($1.0 - $1.1).magnitude }], [fixture.distance], within: 1e-5))
      #expect(isNear([game.everybody.sum(of: split)], [game.whole]))
      #expect(game.objections(to: split).allSatisfy { $0.excess <= least + 1e-6 * game.scale })
    }
  }

  @Test("What is not shared out yet is shared out by the nearest split")
  func rest() throws {
    let game = Game(playerCount: 2) { [0, 30, 40, 100][Int($0.bits)] }
    #expect(isNear(try game.nearestSplit(to: [30, 40], withExcess: 0), [45, 55]))
    #expect(isNear(try game.nearestSplit(to: [80, 20], withExcess: 0), [60, 40]))
  }

  @Test("A program without a solution says why")
  func unsolved() {
    var program = LinearProgram()
    let x = program.variable(costing: 1)
    #expect(throws: UnsolvedProgram.unbounded) { try program.solved() }
    program.require([(x, 1)], atLeast: 2)
    program.require([(x, -1)], atLeast: -1)
    #expect(throws: UnsolvedProgram.infeasible) { try program.solved() }
    #expect(throws: UnsolvedProgram.infeasible) {
      try Game(playerCount: 3) { $0.count > 1 ? 1 : 0 }.nearestSplit(to: [1, 0, 0], withExcess: 0)
    }
  }
}
