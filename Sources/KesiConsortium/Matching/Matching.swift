import KesiCluster
import KesiMatrix
import KesiNetwork

/// Who is matched with whom: as much as can be, and of all ways to match that much one of the greatest total compatibility
/// (Σ quantity · score); or, where both sides rank each other, the stable way that suppliers like best.
///
/// Items that have nothing in common are separate markets. A pair is left out where it differs too much
/// (``MatchObstacle/tooDifferent``) or is not to be partners.
public struct Matching: Sendable {
  public let market: Market
  /// Those that something goes between, the best first.
  public let matches: [Match]
  public let idle: [Unmatched]
  public let unmet: [Unmatched]
  /// Whether it goes by what both sides rank.
  public let isStable: Bool
  let scores: PairScores
  private let least: Double
  private let parallel: Parallel

  /// - Parameter isStable: whether it goes by the rankings of both sides.
  /// - Throws: `BadData` where it should go by rankings and a row ranks nobody; `Cancelled`.
  /// - Complexity: O(supplies · demands) scores for items near each other, 4 bytes each, and what `Transportation` takes.
  public init(of analysis: Analysis, stable isStable: Bool = false) throws {
    let market = Market(of: analysis.graph)
    if isStable { try Ranking.check(market, analysis.graph.network) }
    let profile = analysis.graph.network.profile
    let scores = PairScores(
      of: market, profile, try analysis.partnerScore(), judgesTies: !analysis.notAssessed.contains(.ties))
    (self.market, self.scores, self.isStable) = (market, scores, isStable)
    // Whom both sides rank is theirs to say.
    (least, parallel) = (isStable ? 0 : profile.thresholds.leastMatch, analysis.parallel)
    var (found, idle, unmet): ([Match], [Unmatched], [Unmatched]) = ([], [], [])
    for family in scores.families {
      let part = try FamilyMatching(of: family, scores, least: least, isStable: isStable, on: parallel)
      found += part.matches
      idle += part.idle
      unmet += part.unmet
    }
    matches = found.sorted(by: Self.precedes)
    self.idle = idle.sorted { $0.place < $1.place }
    self.unmet = unmet.sorted { $0.place < $1.place }
  }

  static func precedes(_ a: Match, _ b: Match) -> Bool {
    let (x, y) = (a.compatibility.score, b.compatibility.score)
    return (y.low, y.high, a.supply, a.demand) < (x.low, x.high, b.supply, b.demand)
  }

  /// Every supply and demand that have something in common and are of these actors on one side, the best first; those that
  /// are not to be matched come last, with what speaks against them.
  ///
  /// - Parameter actors: indices of the network.
  /// - Throws: `Cancelled`.
  public func candidates(of actors: Set<Int>) throws -> [Match] {
    let matched = Dictionary(uniqueKeysWithValues: matches.map { ([$0.supply, $0.demand], $0.quantity) })
    var found: [Match] = []
    let partners = scores.partners()
    for family in scores.families {
      for supply in family.supplies {
        let isOwn = actors.contains(market.supplies[supply].actor)
        let demands = family.demands.filter { isOwn || actors.contains(market.demands[$0].actor) }
        guard !demands.isEmpty else { continue }
        try parallel.checkCancellation()
        let row = partners.row(of: market.supplies[supply].actor, among: family.demanders)
        for demand in demands where market.supplies[supply].actor != market.demands[demand].actor {
          var match = scores.match(supply, demand, row, least: least)
          match.quantity = matched[[supply, demand]] ?? 0
          found.append(match)
        }
      }
    }
    let (fitting, others) = (
      found.filter { $0.obstacle == nil }.sorted(by: Self.precedes),
      found.filter { $0.obstacle != nil }.sorted(by: Self.precedes)
    )
    return fitting + betterNamed(others, fitting, for: actors)
  }

  /// The same with who would do better for the row of those who are asked about: the best of another actor that fits it.
  private func betterNamed(_ pairs: [Match], _ fitting: [Match], for actors: Set<Int>) -> [Match] {
    let bySupply = Dictionary(grouping: fitting, by: \.supply)
    let byDemand = Dictionary(grouping: fitting, by: \.demand)
    return pairs.map { pair in
      guard pair.obstacle == .tooDifferent else { return pair }
      let isOwnSupply = actors.contains(market.supplies[pair.supply].actor)
      let best =
        isOwnSupply
        ? bySupply[pair.supply]?.first { market.demands[$0.demand].actor != market.demands[pair.demand].actor }
        : byDemand[pair.demand]?.first { market.supplies[$0.supply].actor != market.supplies[pair.supply].actor }
      var named = pair
      named.better = best.map {
        Match.Better(
          place: isOwnSupply ? $0.demand : $0.supply, isSupply: !isOwnSupply, score: $0.compatibility.score.low)
      }
      return named
    }
  }
}

extension PairScores {
  /// A pair with what speaks against it.
  func match(_ supply: Int, _ demand: Int, _ row: borrowing PartnerRows.Row, least: Double) -> Match {
    let compatibility = compatibility(supply, demand, row)
    let isTooDifferent = compatibility.potential < least
    return Match(
      supply: supply, demand: demand, compatibility: compatibility,
      obstacle: obstacle(supply, demand, row) ?? (isTooDifferent ? .tooDifferent : nil), quantity: 0)
  }
}
