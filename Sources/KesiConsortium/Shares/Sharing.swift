import KesiMatrix
import KesiNetwork

/// What there is to share out among some players, and what each would get by every method: a number a player, in their order.
public struct Sharing: Sendable {
  package let players: Players
  /// Who they are, as indices of the network.
  public var actors: [Int] { players.actors }
  /// By which rule of the network they are worth something; nil for a table of coalitions.
  package var rule: GameRule?
  /// What has to be known of how the table of coalitions was read.
  package var remarks: [Phrase] = []
  /// What all of them are worth together.
  public let whole: Double
  /// What each is worth alone; nil where that was not found.
  public internal(set) var alone: [Double]?
  /// Exact, or by sampling.
  public internal(set) var shapley: [Estimate]
  public internal(set) var isSampled = false
  public internal(set) var myerson: [Double]?
  public internal(set) var nucleolus: Nucleolus?
  /// Who would rather leave as it is shared out today, the greatest excess first, but for groups of which a smaller one
  /// objects as much; 1,000 at most. Nil where that was not looked for.
  public internal(set) var objections: [Objection]?
  /// The split nearest to that of today that keeps everybody, or, where none does, leaves the least to object; nil where there
  /// is no split today, or too many players.
  public internal(set) var nearest: [Double]?

  /// What each would get in equal parts, in proportion to what they put in, and as it is shared out today.
  public var equal: [Double] { [Double](repeating: whole / Double(max(1, players.count)), count: players.count) }
  public var proportional: [Double]? { players.proportional(of: whole) }
  public var today: [Double]? { players.today(of: whole) }

  init(_ players: Players, whole: Double, shapley: [Estimate]) {
    (self.players, self.whole, self.shapley) = (players, whole, shapley)
  }
}

extension Sharing {
  /// A game of which every coalition is known.
  ///
  /// - Parameters:
  ///   - partners: who is tied to whom; nil where ties are not assessed.
  ///   - orders: how many orders of players are drawn for the Shapley value; nil for the exact one.
  package init(
    _ game: Game, among players: Players, partners: [Coalition]?, orders: Int? = nil, seed: UInt64 = 1,
    on parallel: Parallel
  ) throws {
    let shapley =
      try orders.map {
        try sampledShapleyValue(
          players: players.count, orders: $0, seed: seed, reach: game.reach, on: parallel
        ) { Game.Growing(game) }
      } ?? game.shapleyValue(on: parallel).map { Estimate($0) }
    self.init(players, whole: game.whole, shapley: shapley)
    isSampled = orders != nil
    alone = (0..<players.count).map(game.alone)
    myerson = try partners.map { try game.myersonValue(among: $0, on: parallel) }
    if players.count <= Game.mostPlayersOfPrograms { nucleolus = try game.nucleolus() }
    try compare(with: game)
  }

  /// A game of ties: exact for any number of players.
  package init(
    _ ties: TieStrengths, among players: Players, orders: Int? = nil, seed: UInt64 = 1, on parallel: Parallel
  ) throws {
    let halves = ties.halves
    let whole = ties.whole
    let shapley =
      try orders.map {
        try sampledShapleyValue(
          players: players.count, orders: $0, seed: seed, reach: ties.reach, on: parallel
        ) { TieStrengths.Growing(ties) }
      } ?? halves.map { Estimate($0) }
    self.init(players, whole: whole, shapley: shapley)
    isSampled = orders != nil
    alone = halves.map { _ in 0 }
    (myerson, nucleolus) = (halves, Nucleolus(split: halves, leastExcess: 0, isIndividuallyRational: true))
    if players.count <= Game.mostPlayers { try compare(with: ties.game()) }
  }

  /// More groups than anyone reads.
  static let mostObjections = 1000

  /// Looks for who objects to how it is shared out today, and for the smallest change that keeps everybody.
  private mutating func compare(with game: Game) throws {
    guard let today else { return }
    objections = game.objections(to: today).essential(most: Self.mostObjections)
    guard let nucleolus, players.count <= Game.mostPlayersOfPrograms, players.count > 1 else { return }
    do { nearest = try game.nearestSplit(to: today, withExcess: max(0, nucleolus.leastExcess)) } catch UnsolvedProgram
      .infeasible
    {
      // At the edge of what numbers tell apart no split is found.
      nearest = nil
    }
  }

  /// Whether some split leaves nobody anything to object; nil where that was not found.
  public var hasCore: Bool? { nucleolus?.isInCore }
}
