import KesiMatrix

/// A chain by itself: its actors, what they do in it, and the ties among them.
public struct ChainNetwork: Sendable {
  public let chain: Chain
  /// The index of the chain in the network.
  public let index: Int
  /// The positions held in the chain, one or more an actor.
  public let positions: [Position]
  /// The actors of the chain, as indices of the network, in the order of their positions: vertex v is `actors[v]`.
  public let actors: [Int]
  /// Their ties: those that name the chain, and those that name none.
  public let matrix: AdjacencyMatrix
  /// Whether the network has ties at all: where not, nothing can be said of how a chain is tied.
  public let hasTieData: Bool
  private let kinds: [String]

  init(_ index: Int, of graph: NetworkGraph, period: Period) {
    let network = graph.network
    self.index = index
    chain = network.chains[index]
    positions = network.positions.filter {
      $0.chain == index && $0.period.overlaps(period) && graph.vertex[$0.actor] != nil
    }
    var vertex: [Int: UInt32] = [:]
    var actors: [Int] = []
    for position in positions where vertex[position.actor] == nil {
      vertex[position.actor] = UInt32(actors.count)
      actors.append(position.actor)
    }
    self.actors = actors
    kinds = actors.map { network.actors[$0].kind }
    hasTieData = !graph.ties.isEmpty || graph.matrix.entryCount > 0
    var builder = MatrixBuilder(order: actors.count, isSymmetric: true, isWeighted: true)
    if graph.ties.isEmpty {
      // Ties by co-membership only: no row says which chain a tie belongs to.
      graph.matrix.withRows { rows in
        for (place, actor) in actors.enumerated() {
          let row = graph.vertex[actor]!
          for entry in rows.entries(row) {
            guard let other = vertex[graph.actors[rows.column(entry)]], other > place else { continue }
            builder.add(UInt32(place), other, weight: rows.weight(entry))
          }
        }
      }
    } else {
      for tie in graph.ties.lazy.map({ network.ties[$0] }) where tie.chain == nil || tie.chain == index {
        if let source = vertex[tie.source], let target = vertex[tie.target] {
          builder.add(source, target, weight: tie.weight)
        }
      }
    }
    matrix = builder.build()
  }

  /// The kind of a vertex.
  public func kind(_ vertex: Int) -> String { kinds[vertex] }

  /// The vertices of a kind.
  public func vertices(ofKind kind: String) -> [Int] { kinds.indices.filter { kinds[$0] == kind } }

  /// Whether a position provides for the chain. Where no role is stated, enterprises demand and all others provide.
  public func provides(_ position: Position) -> Bool {
    switch position.role {
    case .provider, .platform: true
    case .demander, .leader: false
    case nil: kinds[actors.firstIndex(of: position.actor)!] != "enterprise"
    }
  }

  /// The vertices that provide for the chain, each with the highest level it holds there.
  public func providers(ofKind kind: String) -> [(vertex: Int, level: Level?)] {
    vertices(ofKind: kind).compactMap { vertex in
      let held = positions.filter { $0.actor == actors[vertex] && provides($0) }
      guard !held.isEmpty else { return nil }
      let order = Level.allCases
      return (vertex, held.compactMap(\.level).min { order.firstIndex(of: $0)! < order.firstIndex(of: $1)! })
    }
  }

  /// The kinds that the chain requires, that the source speaks of, and that provide where they are present: every kind
  /// but those whose actors all demand.
  public var providerKinds: [String] {
    chain.assessed.filter { kind in
      let present = vertices(ofKind: kind)
      return present.isEmpty ? kind != "enterprise" : !providers(ofKind: kind).isEmpty
    }
  }

  /// What the chain's providers give: stated for the chain as a whole, or summed over their positions; nil where
  /// neither is stated.
  public var capacity: Double? {
    if let stated = chain.capacity { return stated }
    let given = positions.filter(provides).compactMap(\.capacity)
    return given.isEmpty ? nil : given.reduce(0, +)
  }
}
