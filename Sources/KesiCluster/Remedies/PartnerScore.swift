import KesiMatrix
import KesiMeasures
import KesiNetwork

/// Who could work with whom: whether a pair is to be suggested at all, and how plausible it is. The one score behind every
/// suggestion of a tie.
///
/// A pair is **admissible** if something brings the two together (``PartnerGround``) and nothing speaks against it
/// (``PartnerObjection``). What rests on data that the network lacks is not asked. Its **plausibility** is a logistic
/// function of what the two have in common (``PartnerPart``), weighed by ``PartnerWeights/fixed`` or, from a hundred ties on
/// that can be told from the others, by weights that are fitted to the network. It is a score for putting pairs in an
/// order, not a chance: ½ is a pair that looks as much like those who work together as like those who do not, and the least
/// where one who offers and one who asks name each other as whom they would rather work with. It says
/// nothing of what a tie would bring: closure makes ties likely, and holes in structure make them worth most.
///
/// - Source: the parts are those that studies of R&D partnering find (Scherngell & Barber, *Spatial Interaction Modelling of
///   Cross-Region R&D Collaborations*, 2009; Paier & Scherngell, *Determinants of Collaboration in European R&D Networks*,
///   2011; Rosenkopf & Padula, *Investigating the Microstructure of Network Evolution*, 2008); resource allocation by Zhou,
///   Lü & Zhang 2009. How well it foretells partners is in `Benchmarks/REMEDIES.md`.
public struct PartnerScore: Sendable {
  /// What is known of each vertex.
  let traits: PartnerTraits
  /// Who is tied to whom.
  let matrix: AdjacencyMatrix
  let graph: NetworkGraph
  /// How the parts are weighed here.
  public let weights: PartnerWeights
  /// How many ties the weights were fitted to; nil where they are the fixed ones.
  public let fittedTies: Int?
  let parallel: Parallel
  /// What parts other than acquaintance and experience add at most, a little more than that for rounding.
  let mostOfRest: Double

  /// The score of a network as an analysis sees it.
  ///
  /// - Parameter isFitted: whether weights are fitted where there are ties enough.
  /// - Throws: `Cancelled`.
  /// - Complexity: O(n + m) and what it takes to know whether anyone is overloaded; the fit looks at 20,000 ties and
  ///   100,000 pairs at most.
  public init(_ analysis: Analysis, isFitted: Bool = true) throws {
    let traits = try PartnerTraits(of: analysis)
    self.traits = traits
    matrix = analysis.partners
    graph = analysis.graph
    parallel = analysis.parallel
    let fit =
      isFitted
      ? PartnerFit(
        traits, matrix, isSharedChains: graph.layers.contains(Selection.chainsLayer), seed: analysis.seed) : nil
    let weights = fit?.weights ?? .fixed
    self.weights = weights
    fittedTies = fit?.tieCount
    let rest = PartnerPart.allCases.filter { part in
      switch part {
      case .acquaintance, .experience: false
      case .chain: !traits.seats.isEmpty
      case .past: !traits.past.isEmpty
      case .kinds, .zone, .common, .load: true
      }
    }
    mostOfRest = rest.reduce(weights.base + 1e-9) { $0 + max(0, weights.parts[$1]) }
  }

  /// Those whom the tables call overloaded, as indices of the network.
  var overloaded: Set<Int> {
    Set(traits.isOverloaded.indices.filter { traits.isOverloaded[$0] }.map { graph.actors[$0] })
  }

  /// Those who have as much to carry as they can: the tables call them overloaded, or they have as many partners as their kind
  /// carries.
  var burdened: Set<Int> {
    overloaded.union(traits.isFull.indices.filter { traits.isFull[$0] }.map { graph.actors[$0] })
  }

  /// With how many new partners each actor may be brought together, supporters aside; nobody where memberships are what it carries.
  var room: [Int: Int] {
    guard !traits.worksAreMemberships else { return [:] }
    let vertices = graph.actors.indices.filter { !traits.isSupporter[$0] }
    return Dictionary(uniqueKeysWithValues: vertices.map { (graph.actors[$0], traits.room[$0]) })
  }

  private func vertices(_ a: Int, _ b: Int) -> (Int, Int)? {
    guard let x = graph.vertex[a], let y = graph.vertex[b], x != y else { return nil }
    return (min(x, y), max(x, y))
  }

  /// Why two actors of the network are not to be suggested as partners; nil where they are admissible.
  ///
  /// - Complexity: O(ties of both).
  public func objection(to a: Int, _ b: Int) -> PartnerObjection? {
    guard let (x, y) = vertices(a, b) else { return .notLookedAt }
    if traits.areOneHouse(x, y) { return .sameHouse }
    if past(x, y) < 0 { return .renegotiate }
    return matrix.withRows { rows in
      if rows.entry(row: x, column: y) != nil { return .tied }
      for vertex in [x, y] {
        if traits.isOverloaded[vertex] { return .overloaded(graph.actors[vertex]) }
        if traits.isFull[vertex] { return .full(graph.actors[vertex], partners: traits.running[vertex]) }
      }
      let nearest = traits.seats.nearest(x, y)
      if nearest == nil, let remote = [x, y].first(where: { traits.isRemote[$0] }) {
        return .remote(graph.actors[remote])
      }
      return ground(x, y, nearest, hasBroker: { !rows.common(x, y).isEmpty }) == nil ? .unrelated : nil
    }
  }

  /// What brings two actors together; nil where nothing does.
  ///
  /// - Complexity: O(ties of both).
  public func ground(of a: Int, _ b: Int) -> PartnerGround? {
    guard let (x, y) = vertices(a, b) else { return nil }
    return ground(x, y, traits.seats.nearest(x, y)) { matrix.withRows { !$0.common(x, y).isEmpty } }
  }

  func ground(
    _ x: Int, _ y: Int, _ nearest: (chain: Int, nearness: ChainSeats.Nearness)?, hasBroker: () -> Bool
  ) -> PartnerGround? {
    if let nearest {
      if nearest.nearness > .apart { return .chain(nearest.chain) }
      if let chain = traits.seats.supply(x, y) { return .supply(chain) }
    }
    if hasBroker() { return .broker }
    return traits.seats.isEmpty ? .untold : nil
  }

  /// Whether the tables say what one offers and what the other asks for, and that is not the same.
  func areAtOdds(_ a: Int, _ b: Int) -> Bool {
    vertices(a, b).map { traits.seats.areAtOdds($0.0, $0.1) } ?? false
  }

  /// Whether two share a chain, and not for what the other has no need of; true where the tables have no chains.
  func shareWork(_ a: Int, _ b: Int) -> Bool {
    guard !traits.seats.isEmpty else { return true }
    return vertices(a, b).map { traits.seats.nearest($0.0, $0.1) != nil && !traits.seats.areAtOdds($0.0, $0.1) }
      ?? false
  }

  /// Whether two are in one zone or in one consortium.
  func areNeighbors(_ a: Int, _ b: Int) -> Bool {
    guard let (x, y) = vertices(a, b) else { return false }
    return traits.zones[x] >= 0 && traits.zones[x] == traits.zones[y] || !traits.sharedConsortia(x, y).isEmpty
  }

  /// Whether one supplies in a chain what the other demands there.
  func isSupply(_ a: Int, _ b: Int) -> Bool {
    vertices(a, b).map { traits.seats.supply($0.0, $0.1) != nil } ?? false
  }

  func past(_ x: Int, _ y: Int) -> Double {
    traits.past.isEmpty ? 0 : traits.past[NetworkGraph.Pair(x, y, isSymmetric: true)] ?? 0
  }

  /// How plausible two actors are as partners, 0…1, admissible or not; a tie that they have does not count for it. NaN where
  /// one of them is not looked at, or they are the same.
  ///
  /// - Complexity: O(ties of both).
  public func plausibility(_ a: Int, _ b: Int) -> Double { partnership(a, b)?.plausibility ?? .nan }

  /// The same with the parts that it is the sum of; nil where one of them is not looked at, or they are the same.
  public func partnership(_ a: Int, _ b: Int) -> Partnership? {
    guard let (x, y) = vertices(a, b) else { return nil }
    var parts = matrix.withRows { rows in
      traits.parts(x, y, isTied: rows.entry(row: x, column: y) != nil, rows)
    }
    parts[.past] = past(x, y)
    return Partnership(graph.actors[x], graph.actors[y], parts, weights, areWanted: traits.wantEachOther(x, y))
  }
}

/// Two actors as partners, and how plausible they are.
public struct Partnership: Sendable {
  /// As indices of the network, the lower first.
  public let actors: (Int, Int)
  public let parts: PartnerParts
  /// The sum behind the plausibility: orders pairs where many are near 1.
  public let sum: Double

  /// - Parameter areWanted: whether each names the other as whom it would rather work with: such a pair is as near at hand as any
  ///   that looks like it.
  init(_ a: Int, _ b: Int, _ parts: PartnerParts, _ weights: PartnerWeights, areWanted: Bool = false) {
    actors = (a, b)
    self.parts = parts
    sum = areWanted ? max(0, weights.sum(parts)) : weights.sum(parts)
  }

  /// 0…1. See ``PartnerScore``.
  public var plausibility: Double { 1 / (1 + exponential(-sum)) }

  /// What a partner of one of them is to it.
  public func partner(of actor: Int) -> Int { actors.0 == actor ? actors.1 : actors.0 }
}

extension PartnerTraits {
  /// The parts of a pair of which something is shared, but for what came of former ties.
  ///
  /// - Parameters:
  ///   - allocation: Σ 1/k over common partners of k ties each.
  ///   - sharesConsortium: whether both are in one, where that is no tie.
  ///   - own: how many of the works of each are those that they share.
  @inline(__always)
  func parts(_ x: Int, _ y: Int, allocation: Double, sharesConsortium: Bool, own: Int) -> PartnerParts {
    var parts = PartnerParts()
    if !seats.isEmpty { parts[.chain] = seats.nearest(x, y)?.nearness.value ?? 0 }
    parts[.kinds] = areComplements(x, y) ? 1 : 0
    parts[.acquaintance] = naturalLogarithm(1 + allocation)
    parts[.zone] = zones[x] >= 0 && zones[x] == zones[y] ? 1 : 0
    parts[.common] = allocation > 0 || sharesConsortium ? 1 : 0
    parts[.experience] = experience[works[x] - own] + experience[works[y] - own]
    parts[.load] = max(load(x, own), load(y, own))
    return parts
  }

  /// Whether both are of kinds that differ, and the tables do not say that one offers what the other has no need of.
  @inline(__always)
  func areComplements(_ x: Int, _ y: Int) -> Bool {
    kinds[x] >= 0 && kinds[y] >= 0 && kinds[x] != kinds[y] && !seats.areAtOdds(x, y)
  }

  private func load(_ vertex: Int, _ own: Int) -> Double {
    min(1, Double(works[vertex] - own) / Double(limits[vertex]))
  }

  /// The parts of any pair, as if a tie that it has were not there. Where ties come from consortia, those that the two share
  /// are taken away: a partner counts if each of them sits with it in another one.
  func parts(_ x: Int, _ y: Int, isTied: Bool, _ rows: Rows) -> PartnerParts {
    let shared = consortia.groupCount == 0 ? [] : sharedConsortia(x, y)
    let isApart = tiesAreShared && !shared.isEmpty
    let (ofX, ofY) = isApart ? (unshared(x, shared), unshared(y, shared)) : ([], [])
    var allocation = 0.0
    for partner in rows.common(x, y) {
      if isApart, !sits(partner, in: ofX) || !sits(partner, in: ofY) { continue }
      allocation += 1 / Double(rows.degree(partner))
    }
    return parts(
      x, y, allocation: allocation, sharesConsortium: !tiesAreShared && !shared.isEmpty,
      own: !isTied ? 0 : worksAreMemberships ? shared.count : 1)
  }

  private func unshared(_ vertex: Int, _ shared: [Int]) -> [UInt32] {
    consortia.groups(of: vertex).filter { !shared.contains(Int($0)) }
  }

  /// Whether a vertex is in one of some consortia, which ascend: a merge.
  private func sits(_ vertex: Int, in some: [UInt32]) -> Bool {
    var place = 0
    for group in consortia.groups(of: vertex) {
      while place < some.count, some[place] < group { place += 1 }
      if place == some.count { return false }
      if some[place] == group { return true }
    }
    return false
  }
}

private enum KeptScore: AnalysisPart {
  static func value(of analysis: Analysis) throws -> PartnerScore { try PartnerScore(analysis) }
  typealias Failure = any Error
}

extension Analysis {
  /// Who could work with whom in the whole network, whichever part of it is looked at. Computed once.
  public func partnerScore() throws -> PartnerScore { try judged().part(KeptScore.self) }
}
