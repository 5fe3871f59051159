import KesiMatrix
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
  /// Beyond so many losses each is not tried: those with most ties first.
  private static let mostLosses = 3_000
  private static let mostLossesOfLarge = 60

  /// The expected loss per year of each actor and of each tie, the greatest first: p · max(0, K − K without its ties and
  /// positions), the set of actors held. Nothing where the cluster has no index.
  ///
  /// - Returns: the risks, and how many losses were not tried for want of time.
  /// - Complexity: an index for each.
  public func risks() throws -> (risks: [Risk], untried: Int) {
    guard !graph.isPart, let base = clusterIndex()?.value else { return ([], 0) }
    let subjects = riskSubjects()
    let isLarge = isLargeCluster
    let tried = Array(subjects.prefix(isLarge ? Self.mostLossesOfLarge : Self.mostLosses))
    let trial = ClusterTrial(self)
    let bases = indices().map(\.value)
    let silent = Parallel(threads: parallel.threads, cancellation: parallel.cancellation)
    let width = 3
    // Of each the loss, the chain that falls most, and by how much.
    let found = try silent.fillParts(count: tried.count, width: tried.count * width, with: 0.0, grain: 1) {
      chunks, found in
      while let chunk = chunks.take() {
        for place in chunk {
          guard let after = try? trial.analysis(without: tried[place]) else { continue }
          found[place * width] = max(0, base - (after.clusterIndex()?.value ?? 0))
          let falls = zip(bases, after.indices()).map { ($0 ?? 0) - ($1.value ?? 0) }
          guard let worst = falls.indices.max(by: { (falls[$0], $1) < (falls[$1], $0) }), falls[worst] > 1e-12 else {
            found[place * width + 1] = -1
            continue
          }
          found[place * width + 1] = Double(worst)
          found[place * width + 2] = falls[worst]
        }
      }
    }
    let lapse = lapseRate
    let risks = tried.enumerated().map { place, subject in
      let chain = Int(found[place * width + 1])
      return Risk(
        subject: subject, chance: chance(of: subject, lapse: lapse), loss: found[place * width],
        chain: chain < 0 || found[place * width + 2] == 0 ? nil : (chain, found[place * width + 2]))
    }
    let order = risks.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      if x.expected != y.expected { return x.expected > y.expected }
      return x.loss == y.loss ? a.offset < b.offset : x.loss > y.loss
    }
    return (order.map(\.element), subjects.count - tried.count)
  }

  /// Every actor that has a tie or a position, then every pair that has a tie, those with most ties first.
  private func riskSubjects() -> [Risk.Subject] {
    let placed = Set(chains.flatMap(\.actors))
    return partners.withRows { rows in
      let order = rows.byFallingDegree(0..<rows.order)
      let actors = order.filter { rows.degree($0) > 0 || placed.contains(graph.actors[$0]) }
        .map { Risk.Subject.actor(graph.actors[$0]) }
      var pairs: [Risk.Subject] = []
      for row in order {
        for column in rows[row] where Int(column) > row {
          pairs.append(.tie(graph.actors[row], graph.actors[Int(column)]))
        }
      }
      return actors + pairs
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

  /// Lapses per tie-year of the network itself, drawn to the default by ten tie-years of it; the default where nothing is
  /// dated. A tie that ended well has not lapsed.
  private var lapseRate: Double {
    let usual = network.profile.lossChances.tie
    guard let now else { return usual }
    var (lapses, years) = (10 * usual, 10.0)
    for row in graph.ties {
      let tie = network.ties[row]
      guard let start = tie.period.from, now.years(since: start) > 0 else { continue }
      let end = tie.period.to.flatMap { now.years(since: $0) > 0 ? $0 : nil }
      years += max(0, (end ?? now).years(since: start))
      if end != nil, tie.outcome != .satisfactory { lapses += 1 }
    }
    return lapses / years
  }
}

extension ClusterTrial {
  /// The analysis without the ties and positions of a subject; who is lost stays in the set, so that nothing else changes.
  fileprivate func analysis(without subject: Risk.Subject) throws -> Analysis {
    var changed = network
    func isLost(_ row: Int) -> Bool {
      let (a, b) = (network.ties.source(row), network.ties.target(row))
      switch subject {
      case .actor(let actor): return a == actor || b == actor
      case .tie(let x, let y): return (a, b) == (x, y) || (a, b) == (y, x)
      }
    }
    let places = network.actors.indices.map { Optional($0) }
    changed.ties = network.ties.kept(network.ties.indices.filter { !isLost($0) }, at: places)
    if case .actor(let actor) = subject {
      changed.positions.removeAll { $0.actor == actor }
      changed.members.removeAll { $0.actor == actor }
    }
    return Analysis(of: try NetworkGraph(of: changed, selection), period: selection.period, asOf: now)
  }
}
