import KesiMatrix
import KesiNetwork

/// A chain by itself: its actors, what they do in it, and the ties among them.
public struct ChainNetwork: Sendable {
  public let chain: Chain
  /// The index of the chain in the network.
  public let index: Int
  /// The positions held in the chain, one or more an actor.
  public private(set) var positions: [Position]
  /// The actors of the chain, as indices of the network, in the order of their positions: vertex v is `actors[v]`.
  public private(set) var actors: [Int]
  /// Their ties: those that name the chain, and those that name none.
  public private(set) var matrix: AdjacencyMatrix
  /// Whether the network has ties at all: where not, nothing can be said of how a chain is tied.
  package private(set) var hasTieData: Bool
  /// By what the network is judged.
  let assessment: Assessment
  private var kinds: [String]
  private var verticesByKind: [ExactText: [Int]]
  /// The positions of each vertex.
  private var held: [[Position]]

  init(_ index: Int, of graph: NetworkGraph, period: Period, assessment: Assessment) {
    let network = graph.network
    self.assessment = assessment
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
    let kinds = actors.map { network.actors[$0].kind }
    self.kinds = kinds
    verticesByKind = Dictionary(grouping: kinds.indices) { ExactText(kinds[$0]) }
    var held = [[Position]](repeating: [], count: actors.count)
    for position in positions { if let place = vertex[position.actor] { held[Int(place)].append(position) } }
    self.held = held
    // That actors share the chain itself says nothing of how they are tied in it.
    let sharesConsortia = graph.layers.contains(Selection.consortiaLayer)
    hasTieData = assessment.covers([.ties]) && (graph.hasTieRows || sharesConsortia)
    var builder = MatrixBuilder(order: actors.count, isSymmetric: true, isWeighted: true)
    if !graph.hasTieRows, sharesConsortia {
      // Ties by co-membership only: no row says which chain a tie belongs to.
      graph.matrix.withRows { rows in
        for (place, actor) in actors.enumerated() {
          guard let row = graph.vertex[actor] else { continue }
          for entry in rows.entries(row) {
            guard let other = vertex[graph.actors[rows.column(entry)]], other > place else { continue }
            builder.add(UInt32(place), other, weight: rows.weight(entry))
          }
        }
      }
    } else {
      // A table of its own, and fields read in place: this is asked of every tie for every chain.
      var place = [UInt32](repeating: .max, count: network.actors.count)
      for (actor, number) in vertex { place[actor] = number }
      for tie in graph.ties {
        let (source, target) = (place[network.ties[tie].source], place[network.ties[tie].target])
        guard source != .max, target != .max, network.ties[tie].chain ?? index == index else { continue }
        builder.add(source, target, weight: network.ties[tie].weight)
      }
    }
    matrix = builder.build()
  }

  /// The chain with a tie between two actors of the network; nil where either is not part of it, or they are tied.
  func adding(_ a: Int, _ b: Int) -> ChainNetwork? {
    guard let x = actors.firstIndex(of: a), let y = actors.firstIndex(of: b),
      matrix.withRows({ $0.entry(row: x, column: y) }) == nil
    else { return nil }
    var result = self
    result.matrix = matrix.adding([(x, y, 1)], order: actors.count)
    result.hasTieData = assessment.covers([.ties])
    return result
  }

  /// The chain with one actor more, of no stated level, and its ties to those who are part of it; nil where it is part
  /// of it already.
  ///
  /// - Parameter actor: an index of the network; −1 for one that is yet to come.
  func adding(actor: Int, kind: String, partners: [(actor: Int, weight: Double)]) -> ChainNetwork? {
    guard actor < 0 || !actors.contains(actor) else { return nil }
    var result = self
    let vertex = actors.count
    let position = Position(actor: actor, chain: index)
    result.positions.append(position)
    result.actors.append(actor)
    result.kinds.append(kind)
    result.verticesByKind[ExactText(kind), default: []].append(vertex)
    result.held.append([position])
    let ties = partners.compactMap { partner in
      actors.firstIndex(of: partner.actor).map { ($0, vertex, partner.weight) }
    }
    result.matrix = matrix.adding(ties, order: vertex + 1)
    return result
  }

  /// The chain without an actor of the network; nil where it is not part of it.
  func removing(_ actor: Int) -> ChainNetwork? {
    guard let vertex = actors.firstIndex(of: actor) else { return nil }
    var result = self
    result.positions.removeAll { $0.actor == actor }
    result.actors.remove(at: vertex)
    result.kinds.remove(at: vertex)
    result.held.remove(at: vertex)
    result.verticesByKind = Dictionary(grouping: result.kinds.indices) { ExactText(result.kinds[$0]) }
    result.matrix = matrix.submatrix(keeping: actors.indices.filter { $0 != vertex })
    return result
  }

  /// The stages at which a vertex has positions, in the order of its positions.
  func stages(of vertex: Int) -> [String] { held[vertex].compactMap(\.stage) }

  /// The kind of a vertex.
  public func kind(_ vertex: Int) -> String { kinds[vertex] }

  /// The vertices of a kind.
  public func vertices(ofKind kind: String) -> [Int] { verticesByKind[ExactText(kind)] ?? [] }

  /// The vertices that have a position at a stage.
  public func vertices(atStage stage: String) -> [Int] {
    held.indices.filter { held[$0].contains { $0.stage?.isExactly(stage) == true } }
  }

  /// Whether a position provides for the chain. Where no role is stated, enterprises demand and all others provide.
  private func provides(_ position: Position, kind: String) -> Bool {
    switch position.role {
    case .provider, .platform: true
    case .demander, .leader: false
    case nil: kind != "enterprise"
    }
  }

  /// The vertices that provide for the chain, each with the highest level it holds there.
  public func providers(ofKind kind: String) -> [(vertex: Int, level: Level?)] {
    vertices(ofKind: kind).compactMap { vertex in
      let providing = held[vertex].filter { provides($0, kind: kind) }
      guard !providing.isEmpty else { return nil }
      return (vertex, Level.allCases.first { level in providing.contains { $0.level == level } })
    }
  }

  /// The kinds that the chain requires, that the source speaks of, and that provide where they are present: every kind
  /// but those whose actors all demand.
  package var providerKinds: [String] {
    chain.assessed.filter { kind in
      let present = vertices(ofKind: kind)
      return present.isEmpty ? kind != "enterprise" : !providers(ofKind: kind).isEmpty
    }
  }

  /// What the chain's providers give: stated for the chain as a whole, or summed over their positions; nil where that is
  /// not known of each of them, since what one is silent about is not nothing.
  public var capacity: Double? {
    guard assessment.covers([.capacity]) else { return nil }
    if let stated = chain.capacity { return stated }
    let given = held.indices.flatMap { vertex in
      held[vertex].filter { provides($0, kind: kinds[vertex]) }.map(\.capacity)
    }
    return given.isEmpty || given.contains(nil) ? nil : given.reduce(0) { $0 + ($1 ?? 0) }
  }
}
