import KesiMatrix
import KesiMeasures
import KesiNetwork

/// What the loss of an actor or of a tie would cost the cluster.
public struct Risk: Sendable {
  public enum Subject: Sendable, Equatable {
    /// An index of the network.
    case actor(Int)
    /// All ties of two actors, the lower first.
    case tie(Int, Int)
  }

  public let subject: Subject
  /// How likely it is to be lost within a year.
  public let chance: Double
  /// What the cluster index would lose, in points.
  public let loss: Double
  /// The chain whose index would fall most, and by how much; nil where none would.
  public let chain: (number: Int, fall: Double)?

  /// Points a year that are to be expected.
  public var expected: Double { chance * loss }
}

extension Analysis {
  /// So many processor-seconds are given to losses.
  private static let secondsForLosses = 20.0

  /// The expected loss per year of each actor and of each tie, the greatest first: p · max(0, K − K without its ties and
  /// positions), the set of actors held. Nothing where the cluster has no index.
  ///
  /// - Returns: the risks, and how many losses were not tried for want of time: those with fewer ties.
  /// - Complexity: O(n + m) for each, and the indices of its chains.
  public func risks() throws -> (risks: [Risk], untried: Int) {
    guard !graph.isPart, let base = clusterIndex()?.value else { return ([], 0) }
    let subjects = riskSubjects()
    let tried = Array(subjects.prefix(indicesWithin(seconds: Self.secondsForLosses)))
    let counted = network.chains.indices.filter { network.chains[$0].weight != 0 }
    let ties = assessment.covers([.ties]) ? workingPartners : nil
    let own = indices()
    let lapse = lapseRate
    let risks = try tried.map { subject -> Risk in
      try parallel.checkCancellation()
      var ranges = own.map(\.range)
      var worst: (number: Int, fall: Double)?
      for chain in chains {
        guard let without = chain.losing(subject), let before = own[chain.index].range else { continue }
        let after = ChainIndex(of: without, weights: network.profile.indexWeights).range
        ranges[chain.index] = after
        let fall = before.low - (after?.low ?? 0)
        if fall > worst?.fall ?? 1e-12 { worst = (chain.index, fall) }
      }
      let after = clusterIndex(of: counted, with: ranges, by: ties?.losing(subject, at: graph.vertex))?.value ?? 0
      return Risk(
        subject: subject, chance: chance(of: subject, lapse: lapse), loss: max(0, base - after), chain: worst)
    }
    let order = risks.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      if x.expected != y.expected { return x.expected > y.expected }
      return x.loss == y.loss ? a.offset < b.offset : x.loss > y.loss
    }
    return (order.map(\.element), subjects.count - tried.count)
  }

  /// Actors that have a tie or a position and pairs that have a tie, in turn, those with most ties first.
  private func riskSubjects() -> [Risk.Subject] {
    let placed = Set(chains.flatMap(\.actors))
    return partners.withRows { rows in
      let order = rows.byFallingDegree(0..<rows.order)
      let actors = order.filter { rows.degree($0) > 0 || placed.contains(graph.actors[$0]) }
        .map { Risk.Subject.actor(graph.actors[$0]) }
      var pairs: [(ties: Int, a: Int, b: Int)] = []
      for row in 0..<rows.order {
        for column in rows[row] where Int(column) > row {
          pairs.append((rows.degree(row) + rows.degree(Int(column)), row, Int(column)))
        }
      }
      pairs.sort { ($1.ties, $0.a, $0.b) < ($0.ties, $1.a, $1.b) }
      // Where ties are not assessed, none is worth anything.
      let ties = (assessment.covers([.ties]) ? pairs : []).map {
        Risk.Subject.tie(graph.actors[$0.a], graph.actors[$0.b])
      }
      return (0..<max(actors.count, ties.count)).flatMap { place in
        [actors, ties].compactMap { place < $0.count ? $0[place] : nil }
      }
    }
  }

  private func chance(of subject: Risk.Subject, lapse: Double) -> Double {
    switch subject {
    case .tie: return lapse
    case .actor(let actor):
      let kind = network.actors[actor].kind
      let chances = network.profile.lossChances
      let leads =
        network.actors[actor].isLeader
        || chains.contains { chain in
          chain.actors.firstIndex(of: actor).map(chain.leads) ?? false
        }
      return leads && network.profile.demands(kind) ? chances.leader : chances[kind]
    }
  }

  /// How likely a tie lapses within a year, 1 − e^−λ: λ lapses per tie-year of the network itself, drawn to the default by ten
  /// tie-years of it; the default where nothing is dated. A tie that ended well has not lapsed.
  private var lapseRate: Double {
    let usual = network.profile.lossChances.tie
    guard let now, usual < 1 else { return usual }
    var (lapses, years) = (-10 * naturalLogarithm(1 - usual), 10.0)
    for row in graph.ties {
      let tie = network.ties[row]
      guard let start = tie.period.from, now.years(lastedSince: start) > 0 else { continue }
      let end = tie.period.to.flatMap { now.years(since: $0) > 0 ? $0 : nil }
      years += max(0, (end ?? now).years(lastedSince: start))
      if end != nil, tie.outcome != .satisfactory { lapses += 1 }
    }
    return 1 - exponential(-lapses / years)
  }
}

extension ChainNetwork {
  /// The chain without the ties and positions of a subject, who stays in it as one who does nothing, so that nothing else
  /// changes; nil where it is not part of it.
  fileprivate func losing(_ subject: Risk.Subject) -> ChainNetwork? {
    switch subject {
    case .actor(let actor): actors.firstIndex(of: actor).map { idling($0) }
    case .tie(let a, let b):
      actors.firstIndex(of: a).flatMap { x in actors.firstIndex(of: b).flatMap { y in untying(x, y) } }
    }
  }
}

extension AdjacencyMatrix {
  /// Without the ties of a subject, whose actors keep their places.
  fileprivate func losing(_ subject: Risk.Subject, at vertex: [Int?]) -> AdjacencyMatrix {
    switch subject {
    case .actor(let actor):
      let gone = vertex[actor]
      return filtered { a, b in a != gone && b != gone }
    case .tie(let a, let b):
      let (x, y) = (vertex[a], vertex[b])
      return filtered { i, j in !(i == x && j == y || i == y && j == x) }
    }
  }
}
