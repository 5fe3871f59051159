import KesiNetwork

/// Who holds which places in chains, as pairs are asked for them: one list, the seats of a vertex behind one another.
struct ChainSeats: Sendable {
  struct Seat: Sendable {
    let chain: Int
    /// The place of its stage in the chain, from upstream on; nil where none that the chain has is stated.
    let stage: Int?
    let supplies: Bool
    let demands: Bool
  }

  /// Where two stand in a chain that both are part of.
  enum Nearness: Int, Comparable, Sendable {
    case apart, neighboring, unstated, same

    static func < (one: Nearness, other: Nearness) -> Bool { one.rawValue < other.rawValue }

    /// As a part of the score. See ``PartnerPart/chain``.
    var value: Double {
      switch self {
      case .apart: 1.0 / 3
      case .neighboring, .unstated: 2.0 / 3
      case .same: 1
      }
    }
  }

  private let offsets: [Int]
  private let seats: [Seat]
  /// The vertices of each chain, ascending.
  let members: [[UInt32]]
  private let items: StatedItems?

  init(of graph: NetworkGraph, during period: Period) {
    let network = graph.network
    var byVertex = [[Seat]](repeating: [], count: graph.actors.count)
    var members = [[UInt32]](repeating: [], count: network.chains.count)
    for position in network.positions where position.period.overlaps(period) {
      guard let vertex = graph.vertex[position.actor] else { continue }
      let stages = network.chains[position.chain].stages
      byVertex[vertex].append(
        Seat(
          chain: position.chain,
          stage: position.stage.flatMap { stage in stages.firstIndex { $0.isExactly(stage) } },
          supplies: position.role == .provider || position.role == .platform,
          demands: position.role == .demander || position.role == .leader))
      members[position.chain].append(UInt32(vertex))
    }
    items = StatedItems(of: graph)
    self.members = members.map { Set($0).sorted() }
    seats = byVertex.flatMap { $0 }
    offsets = byVertex.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
  }

  var isEmpty: Bool { seats.isEmpty }

  subscript(vertex: Int) -> ArraySlice<Seat> { seats[offsets[vertex]..<offsets[vertex + 1]] }

  /// Whether one of two offers what the other does not ask for, as far as the tables tell.
  @inline(__always)
  func areAtOdds(_ a: Int, _ b: Int) -> Bool { items.map { $0.areAtOdds(a, b) } ?? false }

  /// The chain in which two stand nearest to each other, the first of equals; nil where they share none. Wherever they stand, those
  /// who are at odds are apart.
  func nearest(_ a: Int, _ b: Int) -> (chain: Int, nearness: Nearness)? {
    var best: (chain: Int, nearness: Nearness)?
    for one in self[a] {
      for other in self[b] where one.chain == other.chain {
        let nearness: Nearness =
          if let from = one.stage, let to = other.stage {
            from == to ? .same : abs(from - to) == 1 ? .neighboring : .apart
          } else {
            .unstated
          }
        if best.map({ ($0.nearness, other.chain) < (nearness, $0.chain) }) ?? true { best = (one.chain, nearness) }
      }
    }
    guard let best, best.nearness > .apart, areAtOdds(a, b) else { return best }
    return (best.chain, .apart)
  }

  /// A chain in which one supplies and the other demands, unless that is something else.
  func supply(_ a: Int, _ b: Int) -> Int? {
    guard !areAtOdds(a, b) else { return nil }
    for one in self[a] {
      for other in self[b] where one.chain == other.chain {
        if one.supplies && other.demands || one.demands && other.supplies { return one.chain }
      }
    }
    return nil
  }
}
