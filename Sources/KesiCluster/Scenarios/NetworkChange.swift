import KesiNetwork

/// What is in one network and not in another, or stronger in one: actors by their ids, ties by their ends and kind.
public struct NetworkChange: Sendable {
  /// All that is in either, for indices to point into: what is in both stands as it is after.
  public let union: Network
  /// Actors that are there after and not before, and those that are there before and not after; indices of the union.
  public let joined: [Int]
  public let left: [Int]
  public let ties: [TieChange]
  private let pairs: [[Int]: Sort]
  /// How many actors and ties there are before and after: the union has those of both.
  public let actorCounts: (before: Int, after: Int)
  /// Nil where ties are not compared.
  public let tieCounts: (before: Int, after: Int)?

  /// What became of the ties of all kinds between two actors, indices of the union, taken together; nil where they are as
  /// strong as before.
  public func sort(between a: Int, _ b: Int) -> Sort? { pairs[[min(a, b), max(a, b)]] }

  /// A tie that is not the same. Ends are indices of the union, the lower first unless the tie has a direction.
  public struct TieChange: Sendable, Equatable {
    public let source: Int
    public let target: Int
    public let kind: String
    /// The sum of the weights of all ties of this kind between the two; 0 where there is none.
    public let before: Double
    public let after: Double

    public let sort: Sort
  }

  public enum Sort: String, Term {
    case formed, dissolved, strengthened, weakened

    /// Nil where nothing changed.
    init?(from before: Double, to after: Double) {
      if before == after { return nil }
      self = before == 0 ? .formed : after == 0 ? .dissolved : after > before ? .strengthened : .weakened
    }

    public var chinese: [String] {
      switch self {
      case .formed: ["新建联系"]
      case .dissolved: ["联系消失"]
      case .strengthened: ["联系增强"]
      case .weakened: ["联系减弱"]
      }
    }
  }

  /// - Parameter leftOut: what only one of the two states: where that is ties, none has formed or dissolved.
  /// - Complexity: O(size of both).
  public init(from before: NetworkGraph, to after: NetworkGraph, leavingOut leftOut: [Aspect] = []) {
    let hasTies = !leftOut.contains(.ties)
    actorCounts = (before.actors.count, after.actors.count)
    tieCounts = hasTies ? (before.matrix.tieCount, after.matrix.tieCount) : nil
    let chosen = Set(after.actors)
    var union = after.network.without(Set(after.network.actors.indices.filter { !chosen.contains($0) }))
    var place: [ExactText: Int] = [:]
    for (index, actor) in union.actors.enumerated() where place[ExactText(actor.id)] == nil {
      place[ExactText(actor.id)] = index
    }
    let old = before.actors.map { before.network.actors[$0] }
    for actor in old where place[ExactText(actor.id)] == nil {
      place[ExactText(actor.id)] = union.actors.count
      union.actors.append(actor)
    }
    // Where each actor of the two stands in the union. Every actor of either graph is in it, with the ends of its ties,
    // so that each `!` below holds; actors of the networks that no graph took are not.
    func places(in network: Network) -> [Int?] { network.actors.map { place[ExactText($0.id)] } }
    let (oldPlaces, newPlaces) = (places(in: before.network), places(in: after.network))
    let isOld = Set(before.actors.map { oldPlaces[$0]! })
    let isNew = Set(after.actors.map { newPlaces[$0]! })
    joined = isNew.subtracting(isOld).sorted()
    left = isOld.subtracting(isNew).sorted()

    var strengths: [Key: Strength] = [:]
    for (graph, places, path) in [(before, oldPlaces, \Strength.before), (after, newPlaces, \Strength.after)] {
      for tie in hasTies ? graph.namedTies() : [] {
        let ends = (places[tie.source]!, places[tie.target]!)
        let isTurned = tie.isDirected != true && ends.0 > ends.1
        let key = Key(source: isTurned ? ends.1 : ends.0, target: isTurned ? ends.0 : ends.1, kind: tie.kind)
        strengths[key, default: Strength()][keyPath: path] += tie.weight
      }
    }
    ties = strengths.sorted { $0.key < $1.key }.compactMap { key, value in
      Sort(from: value.before, to: value.after).map {
        TieChange(
          source: key.source, target: key.target, kind: key.kind, before: value.before, after: value.after, sort: $0)
      }
    }
    var sums: [[Int]: Strength] = [:]
    for (key, strength) in strengths.sorted(by: { $0.key < $1.key }) {
      let pair = [min(key.source, key.target), max(key.source, key.target)]
      sums[pair, default: Strength()].before += strength.before
      sums[pair, default: Strength()].after += strength.after
    }
    pairs = sums.compactMapValues { Sort(from: $0.before, to: $0.after) }
    let standing = after.namedTies().map { tie in
      var tie = tie
      (tie.source, tie.target) = (newPlaces[tie.source]!, newPlaces[tie.target]!)
      return tie
    }
    union.ties = Ties(
      standing
        + ties.filter { $0.sort == .dissolved }.map { Tie($0.source, $0.target, kind: $0.kind, weight: $0.before) })
    // Rows have moved: what is carried along unread no longer stands in step with them.
    union.carried = [:]
    self.union = union
  }

  private struct Strength {
    var before = 0.0
    var after = 0.0
  }

  private struct Key: Hashable, Comparable {
    let source: Int
    let target: Int
    let kind: String

    static func < (a: Key, b: Key) -> Bool { (a.source, a.target, a.kind) < (b.source, b.target, b.kind) }
  }
}

extension NetworkGraph {
  /// The ties of the graph one by one; those that come from shared consortia or chains go by the name of that layer.
  fileprivate func namedTies() -> [Tie] {
    if !ties.isEmpty || !layers.contains(where: Selection.isProjected) {
      let named = ties.map { network.ties[$0] }
      guard named.isEmpty else { return named }
    }
    var all: [Tie] = []
    matrix.forEachTie { all.append(Tie(actors[$0], actors[$1], kind: layers.first ?? "", weight: $2)) }
    return all
  }
}
