import KesiMatrix
import KesiMeasures
import KesiNetwork

/// How the standing of those who are in both of two networks has moved: ranks by measures, and communities.
public struct Drift: Sendable {
  /// An actor whose rank by a measure is another; 1 is the greatest value, equal values share the lowest rank.
  public struct Move: Sendable, Equatable {
    public let measure: Measure
    public let actor: String
    public let before: Int
    public let after: Int
  }

  /// By what actors are ranked.
  public enum Measure: Sendable, Equatable { case degree, betweenness }

  /// A community, named by the one of its members who has most ties, and the community that most of it went to.
  public struct Community: Sendable, Equatable {
    public let actor: String
    public let before: Int
    public let after: Int
    /// The share of the members of either that are members of both (Jaccard).
    public let overlap: Double
  }

  /// For each measure the ten that moved most, the greatest moves first.
  public let moves: [Move]
  /// How far the communities agree beyond chance; nil below two common actors. See `adjustedRandIndex(_:_:)`.
  public let agreement: Double?
  /// Communities of three or more that are not the same after, the largest first.
  public let communities: [Community]

  private static let most = 10

  /// - Parameter leftOut: what only one of the two states; without ties there are neither ranks nor communities.
  /// - Complexity: that of betweenness of both.
  public init(from before: Analysis, to after: Analysis, leavingOut leftOut: [Aspect] = []) throws {
    guard !leftOut.contains(.ties) else {
      (moves, agreement, communities) = ([], nil, [])
      return
    }
    let (old, new) = (before.graph, after.graph)
    var place: [ExactText: Int] = [:]
    for vertex in new.actors.indices {
      let id = ExactText(new.actor(vertex).id)
      if place[id] == nil { place[id] = vertex }
    }
    let common = old.actors.indices.compactMap { vertex in
      place[ExactText(old.actor(vertex).id)].map { (old: vertex, new: $0) }
    }
    func id(_ pair: (old: Int, new: Int)) -> String { old.actor(pair.old).id }

    var moves: [Move] = []
    for (measure, values) in [
      (Measure.degree, [degrees(of: old.matrix).map(Double.init), degrees(of: new.matrix).map(Double.init)]),
      (.betweenness, [try before.unweighted.betweenness(), try after.unweighted.betweenness()]),
    ] {
      let ranks = (ranks(common.map { values[0][$0.old] }), ranks(common.map { values[1][$0.new] }))
      let moved = common.indices.filter { ranks.0[$0] != ranks.1[$0] }.sorted { a, b in
        let (x, y) = (abs(ranks.0[a] - ranks.1[a]), abs(ranks.0[b] - ranks.1[b]))
        return x == y ? a < b : x > y
      }
      moves += moved.prefix(Self.most).map {
        Move(measure: measure, actor: id(common[$0]), before: ranks.0[$0], after: ranks.1[$0])
      }
    }
    self.moves = moves

    let communities = (try before.unweighted.communities(), try after.unweighted.communities())
    agreement = adjustedRandIndex(common.map { communities.0[$0.old] }, common.map { communities.1[$0.new] })
    let degree = degrees(of: old.matrix)
    let groups = Dictionary(grouping: common) { communities.0[$0.old] }
    let sizes = Dictionary(grouping: common) { communities.1[$0.new] }.mapValues(\.count)
    self.communities = groups.sorted { $0.key < $1.key }.filter { $0.value.count > 2 }.compactMap { _, members in
      let went = Dictionary(grouping: members) { communities.1[$0.new] }.mapValues(\.count)
      // A community has members, and each of them went somewhere.
      guard let (target, shared) = went.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), let size = sizes[target],
        let head = members.max(by: { (degree[$0.old], $1.old) < (degree[$1.old], $0.old) })
      else { return nil }
      let overlap = Double(shared) / Double(members.count + size - shared)
      return overlap == 1
        ? nil : Community(actor: id(head), before: members.count, after: size, overlap: overlap)
    }
  }
}

private func ranks(_ values: [Double]) -> [Int] {
  let sorted = values.sorted(by: >)
  var rank: [Double: Int] = [:]
  for (place, value) in sorted.enumerated() where rank[value] == nil { rank[value] = place + 1 }
  // Every value has a rank but what is no number, which has none to share.
  return values.map { rank[$0] ?? values.count }
}
