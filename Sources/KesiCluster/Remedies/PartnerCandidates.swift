import KesiMatrix

/// Whom a vertex could be paired with: those two steps away, and those of its chains. One a worker.
struct PartnerCandidates: ~Copyable {
  private let allocation: Scratch<Double>
  /// What is known of each vertex in this walk.
  private let marks: Scratch<UInt8>
  private var found: [UInt32] = []

  private static let unseen: UInt8 = 0
  private static let isFound: UInt8 = 1
  private static let isLeftOut: UInt8 = 2

  init(order: Int) {
    allocation = Scratch(repeating: 0, count: order)
    marks = Scratch(repeating: Self.unseen, count: order)
  }

  /// Hands over every vertex with a number above `least` that has no tie to `vertex`, and a partner or a chain in common
  /// with it: with Σ 1/k over their common partners of k ties each, in no particular order, but always the same.
  ///
  /// - Complexity: O(ties of the partners of the vertex + members of its chains).
  @inline(__always)
  mutating func forEach(
    of vertex: Int, above least: Int, _ rows: Rows, _ seats: ChainSeats,
    _ body: (_ other: Int, _ allocation: Double) -> Void
  ) {
    marks[vertex] = Self.isLeftOut
    for partner in rows[vertex] { marks[Int(partner)] = Self.isLeftOut }
    found.removeAll(keepingCapacity: true)
    for partner in rows[vertex] {
      let share = 1 / Double(rows.degree(Int(partner)))
      for column in rows[Int(partner)] {
        let other = Int(column)
        guard other > least else { continue }
        if marks[other] == Self.unseen {
          marks[other] = Self.isFound
          allocation[other] = 0
          found.append(column)
        }
        allocation[other] += share
      }
    }
    if !seats.isEmpty {
      for seat in seats[vertex] {
        for column in seats.members[seat.chain] where Int(column) > least && marks[Int(column)] == Self.unseen {
          marks[Int(column)] = Self.isFound
          allocation[Int(column)] = 0
          found.append(column)
        }
      }
    }
    for column in found {
      body(Int(column), allocation[Int(column)])
      marks[Int(column)] = Self.unseen
    }
    for partner in rows[vertex] { marks[Int(partner)] = Self.unseen }
    marks[vertex] = Self.unseen
  }
}

extension PartnerScore {
  /// Partnerships in order: the most plausible first, equal ones by their actors.
  private static func precedes(_ a: Partnership, _ b: Partnership) -> Bool {
    a.sum == b.sum ? a.actors < b.actors : a.sum > b.sum
  }

  /// Whether an actor is to be suggested to anyone: it is looked at, not overloaded and not full.
  public func isOpen(_ actor: Int) -> Bool { graph.vertex[actor].map { !traits.isClosed($0) } ?? false }

  /// The most plausible of the admissible partners of an actor, the best first: of those with whom it shares a partner or a
  /// chain.
  ///
  /// - Complexity: O(ties of its partners + members of its chains).
  public func best(for actor: Int, limit: Int) -> [Partnership] {
    guard let vertex = graph.vertex[actor], limit > 0, !traits.isClosed(vertex) else { return [] }
    var best = BestPartnerships(limit: limit, by: Self.precedes)
    matrix.withRows { rows in
      var candidates = PartnerCandidates(order: rows.order)
      candidates.forEach(of: vertex, above: -1, rows, traits.seats) { other, allocation in
        if let partnership = admitted(vertex, other, allocation) { best.add(partnership) }
      }
    }
    return best.sorted
  }

  /// The most plausible of all admissible pairs that share a partner or a chain, the best first.
  ///
  /// - Parameter allows: pairs of actors that may be named.
  /// - Throws: `Cancelled`.
  /// - Complexity: O(Σ k² over actors of k ties + Σ k² over chains of k actors) time.
  public func best(
    _ limit: Int, where allows: @Sendable (Int, Int) -> Bool = { _, _ in true }
  ) throws(Cancelled) -> [Partnership] {
    guard limit > 0 else { return [] }
    let all = SharedBest(limit: limit, by: Self.precedes)
    try matrix.withRows { (rows) throws(Cancelled) in
      try parallel.forEachWorker(count: rows.order, grain: 32) { chunks in
        var candidates = PartnerCandidates(order: rows.order)
        var best = BestPartnerships(limit: limit, by: Self.precedes)
        while let chunk = chunks.take() {
          for vertex in chunk where !traits.isClosed(vertex) {
            candidates.forEach(of: vertex, above: vertex, rows, traits.seats) { other, allocation in
              guard most(vertex, other, allocation) >= best.least else { return }
              if let partnership = admitted(vertex, other, allocation), best.wants(partnership),
                allows(partnership.actors.0, partnership.actors.1)
              {
                best.add(partnership)
              }
            }
          }
        }
        all.add(best)
      }
    }
    return all.sorted
  }

  /// What a pair comes to at most: what is quickly told of it, and the best of all else. ln(1 + a) ≤ a.
  @inline(__always)
  private func most(_ x: Int, _ y: Int, _ allocation: Double) -> Double {
    let experience = traits.experience[traits.works[x]] + traits.experience[traits.works[y]]
    let most = mostOfRest + max(0, weights.parts[.acquaintance]) * allocation + weights.parts[.experience] * experience
    return traits.hasWishes ? max(0, most) : most
  }

  /// An untied pair with what it comes to; nil where it is not admissible. What ``objection(to:_:)`` asks, by what the walk
  /// has found.
  @inline(__always)
  private func admitted(_ x: Int, _ y: Int, _ allocation: Double) -> Partnership? {
    guard !traits.isClosed(y), !traits.areOneHouse(x, y) else { return nil }
    let past = past(x, y)
    guard past >= 0 else { return nil }
    if traits.seats.isEmpty {
      guard !traits.isRemote[x], !traits.isRemote[y] else { return nil }
    } else {
      let nearest = traits.seats.nearest(x, y)
      if nearest == nil, traits.isRemote[x] || traits.isRemote[y] { return nil }
      guard ground(x, y, nearest, hasBroker: { allocation > 0 }) != nil else { return nil }
    }
    var parts = traits.parts(x, y, allocation: allocation)
    parts[.past] = past
    return Partnership(
      graph.actors[min(x, y)], graph.actors[max(x, y)], parts, weights, areWanted: traits.wantEachOther(x, y))
  }
}

extension PartnerTraits {
  /// Whether an actor is not to be suggested to anyone.
  @inline(__always)
  func isClosed(_ vertex: Int) -> Bool { isOverloaded[vertex] || isFull[vertex] }

  /// The parts of a pair without a tie.
  @inline(__always)
  func parts(_ x: Int, _ y: Int, allocation: Double) -> PartnerParts {
    let sharesConsortium = !tiesAreShared && consortia.groupCount > 0 && !sharedConsortia(x, y).isEmpty
    return parts(x, y, allocation: allocation, sharesConsortium: sharesConsortium, own: 0)
  }
}
