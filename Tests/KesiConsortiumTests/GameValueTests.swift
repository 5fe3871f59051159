import KesiConsortium
import KesiMatrix
import Testing

@Suite("Values of games")
struct GameValueTests {
  @Test("Shapley and Myerson values are averages over all orders of players")
  func values() throws {
    #expect(GameFixture.all.count == 60)
    for fixture in GameFixture.all {
      #expect(isNear(try fixture.game.shapleyValue(), fixture.shapley, within: 1e-12))
      #expect(isNear(try fixture.game.myersonValue(among: fixture.partners), fixture.myerson, within: 1e-12))
    }
  }

  // One left glove and two right ones: Shapley & Shubik, *Pure Competition, Coalitional Power, and Fair Division*, 1969.
  static let gloves = Game(playerCount: 3) { $0.contains(0) && $0.count > 1 ? 1 : 0 }

  @Test("The one left glove is worth two thirds by Shapley, all by the nucleolus, which is the core")
  func gloveGame() throws {
    #expect(isNear(try Self.gloves.shapleyValue(), [2.0 / 3, 1.0 / 6, 1.0 / 6]))
    let nucleolus = try Self.gloves.nucleolus()
    #expect(isNear(nucleolus.split, [1, 0, 0]))
    #expect(nucleolus.leastExcess.magnitude < 1e-9)
    #expect(Self.gloves.isInCore([1, 0, 0]))
    #expect(!Self.gloves.isInCore([0.9, 0.1, 0]))
  }

  /// The costs of a runway for eleven types of aircraft at Birmingham airport, 1968–69, in pounds: Littlechild & Thompson,
  /// *Aircraft Landing Fees: A Game Theory Approach*, Bell Journal of Economics 8, 1977.
  static let runways: [Double] = [
    65_899, 76_725, 95_200, 97_200, 97_436, 98_142, 102_496, 104_849, 113_322, 115_440, 117_676,
  ]

  @Test("In the airport game each piece of the runway is shared equally by those who need it")
  func airportGame() throws {
    let game = Game(playerCount: Self.runways.count) { -($0.players.map { Self.runways[$0] }.max() ?? 0) }
    // Littlechild & Owen, *A Simple Expression for the Shapley Value in a Special Case*, Management Science 20, 1973.
    var expected: [Double] = []
    var (fee, before) = (0.0, 0.0)
    for (place, cost) in Self.runways.enumerated() {
      fee += (cost - before) / Double(Self.runways.count - place)
      before = cost
      expected.append(-fee)
    }
    #expect(isNear(try game.shapleyValue(), expected, within: 1e-12))
    #expect(game.isInCore(expected))
  }

  @Test(
    "The nucleolus of a bankruptcy is the division of the Talmud",
    arguments: [(100, [100.0 / 3, 100.0 / 3, 100.0 / 3]), (200, [50, 75, 75]), (300, [50, 100, 150])]
      as [(estate: Double, division: [Double])])
  func bankruptcy(estate: Double, division: [Double]) throws {
    // Aumann & Maschler, *Game Theoretic Analysis of a Bankruptcy Problem from the Talmud*, J. Econ. Theory 36, 1985:
    // creditors of 100, 200 and 300; a coalition gets what is left once the others are paid in full.
    let claims = [100.0, 200, 300]
    let game = Game(playerCount: 3) { coalition in
      max(0, estate - claims.indices.reduce(0) { coalition.contains($1) ? $0 : $0 + claims[$1] })
    }
    #expect(isNear(try game.nucleolus().split, division, within: 1e-9))
  }

  @Test(
    "Myerson's graphs are shared out as in his paper",
    arguments: [
      ([[0, 1], [0, 2], [1, 2]], [5, 5, 2]), ([[0, 1], [0, 2]], [7, 4, 1]), ([[0, 1], [1, 2]], [4, 7, 1]),
      ([[0, 2], [1, 2]], [3, 3, 6]), ([[0, 1]], [6, 6, 0]), ([[0, 2]], [3, 0, 3]), ([[1, 2]], [0, 3, 3]),
      ([], [0, 0, 0]),
    ] as [(ties: [[Int]], shares: [Double])])
  func myersonGraphs(ties: [[Int]], shares: [Double]) throws {
    // Myerson, *Graphs and Cooperation in Games*, Math. Oper. Res. 2, 1977: the first two are worth 12 together, either
    // with the third 6, all three 12.
    let game = Game(playerCount: 3) { $0.count < 2 ? 0 : $0.contains(0) && $0.contains(1) ? 12 : 6 }
    let partners = (0..<3).map { player in
      Coalition(of: ties.compactMap { $0[0] == player ? $0[1] : $0[1] == player ? $0[0] : nil })
    }
    #expect(isNear(try game.myersonValue(among: partners), shares))
  }

  @Test("The value is the same on one thread and on three, to the last bit")
  func threads() throws {
    let game = Game(playerCount: 9) { Double($0.bits.nonzeroBitCount).squareRoot() + Double($0.bits % 7) / 3 }
    #expect(try game.shapleyValue(on: Parallel(threads: 1)) == game.shapleyValue(on: Parallel(threads: 3)))
  }

  @Test("Games of nobody and of one are shared out, too")
  func small() throws {
    let nobody = Game(playerCount: 0) { _ in 1 }
    let one = Game(playerCount: 1) { _ in 7 }
    #expect(try nobody.shapleyValue().isEmpty && nobody.nucleolus().split.isEmpty)
    #expect(try one.shapleyValue() == [7] && one.nucleolus().split == [7])
    #expect(one.isInCore([7]) && !one.isInCore([6]))
  }
}
