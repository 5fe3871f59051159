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
  /// The same one by one, with how each works; those of no strength are none.
  private(set) var ties: [ChainTie]
  /// By what the chain is judged.
  let assessment: Assessment
  let profile: Profile
  private(set) var kinds: [String]
  /// Of whom each vertex is a part in the end; nil for one that is yet to come, which is nobody's.
  private(set) var owners: [ExactText?]
  private var verticesByKind: [ExactText: [Int]]
  /// The positions of each vertex.
  private(set) var held: [[Position]]

  /// A tie of the chain between two of its vertices.
  struct ChainTie: Sendable {
    let a: Int
    let b: Int
    let strength: Double
    let work: Interval
  }

  /// - Parameters:
  ///   - now: what counts as today.
  ///   - owners: of whom each actor of the network is a part in the end.
  init(
    _ index: Int, of graph: NetworkGraph, period: Period, assessment: Assessment, at now: PartialDate?,
    owners: [ExactText]
  ) {
    let network = graph.network
    self.assessment = assessment
    profile = network.profile
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
    self.owners = actors.map { owners[$0] }
    verticesByKind = Dictionary(grouping: kinds.indices) { ExactText(kinds[$0]) }
    var held = [[Position]](repeating: [], count: actors.count)
    for position in positions { if let place = vertex[position.actor] { held[Int(place)].append(position) } }
    self.held = held
    var builder = MatrixBuilder(order: actors.count, isSymmetric: true, isWeighted: true)
    var ties: [ChainTie] = []
    if graph.tiesComeFromConsortia {
      // Ties by co-membership only: no row says which chain a tie belongs to.
      graph.matrix.withRows { rows in
        for (place, actor) in actors.enumerated() {
          guard let row = graph.vertex[actor] else { continue }
          for entry in rows.entries(row) {
            guard let other = vertex[graph.actors[rows.column(entry)]], other > place else { continue }
            builder.add(UInt32(place), other, weight: rows.weight(entry))
            ties.append(ChainTie(a: place, b: Int(other), strength: rows.weight(entry), work: .unknown))
          }
        }
      }
    } else {
      // A table of its own, and fields read in place: this is asked of every tie for every chain.
      var place = [UInt32](repeating: .max, count: network.actors.count)
      for (actor, number) in vertex { place[actor] = number }
      let years = network.years(of: index)
      for tie in graph.ties {
        let (source, target) = (place[network.ties.source(tie)], place[network.ties.target(tie)])
        guard source != .max, target != .max, network.ties.chain(tie) ?? index == index else { continue }
        let strength = network.ties.weight(tie)
        builder.add(source, target, weight: strength)
        guard strength > 0, source != target else { continue }
        let work = network.ties[tie].work(within: years, at: now)
        ties.append(ChainTie(a: Int(source), b: Int(target), strength: strength, work: work))
      }
    }
    matrix = builder.build()
    self.ties = ties
  }

  /// The chain with a tie that works between two actors of the network; nil where either is not part of it, or they are
  /// tied.
  func adding(_ a: Int, _ b: Int) -> ChainNetwork? {
    guard let x = actors.firstIndex(of: a), let y = actors.firstIndex(of: b),
      matrix.withRows({ $0.entry(row: x, column: y) }) == nil
    else { return nil }
    var result = self
    result.matrix = matrix.adding([(x, y, 1)], order: actors.count)
    result.ties.append(ChainTie(a: x, b: y, strength: 1, work: Interval(1)))
    return result
  }

  /// The chain with one actor more, of no stated level, and its ties to those who are part of it; nil where it is part
  /// of it already.
  ///
  /// - Parameters:
  ///   - actor: an index of the network; −1 for one that is yet to come.
  ///   - owner: of whom it is a part in the end.
  func adding(
    actor: Int, kind: String, owner: ExactText?, stage: String? = nil,
    partners: [(actor: Int, weight: Double, work: Interval)]
  ) -> ChainNetwork? {
    guard actor < 0 || !actors.contains(actor) else { return nil }
    var result = self
    let vertex = actors.count
    let position = Position(actor: actor, chain: index, stage: stage)
    result.positions.append(position)
    result.actors.append(actor)
    result.kinds.append(kind)
    result.owners.append(owner)
    result.verticesByKind[ExactText(kind), default: []].append(vertex)
    result.held.append([position])
    let added = partners.compactMap { partner in
      actors.firstIndex(of: partner.actor).map {
        ChainTie(a: $0, b: vertex, strength: partner.weight, work: partner.work)
      }
    }
    result.matrix = matrix.adding(added.map { ($0.a, $0.b, $0.strength) }, order: vertex + 1)
    result.ties += added.filter { $0.strength > 0 }
    return result
  }

  /// The chain without an actor of the network; nil where it is not part of it.
  func removing(_ actor: Int) -> ChainNetwork? {
    guard let vertex = actors.firstIndex(of: actor) else { return nil }
    var result = self
    result.positions.removeAll { $0.actor == actor }
    result.actors.remove(at: vertex)
    result.kinds.remove(at: vertex)
    result.owners.remove(at: vertex)
    result.held.remove(at: vertex)
    result.ties = ties.filter { $0.a != vertex && $0.b != vertex }.map { tie in
      ChainTie(
        a: tie.a - (tie.a > vertex ? 1 : 0), b: tie.b - (tie.b > vertex ? 1 : 0), strength: tie.strength, work: tie.work
      )
    }
    result.verticesByKind = Dictionary(grouping: result.kinds.indices) { ExactText(result.kinds[$0]) }
    result.matrix = matrix.submatrix(keeping: actors.indices.filter { $0 != vertex })
    return result
  }

  /// The chain in which a vertex has neither ties nor a position, and yet its place.
  func idling(_ vertex: Int) -> ChainNetwork {
    var result = self
    result.positions.removeAll { $0.actor == actors[vertex] }
    result.kinds[vertex] = ""
    result.held[vertex] = []
    result.verticesByKind = Dictionary(grouping: result.kinds.indices) { ExactText(result.kinds[$0]) }
    result.verticesByKind[ExactText("")] = nil
    result.ties = ties.filter { $0.a != vertex && $0.b != vertex }
    result.matrix = matrix.filtered { $0 != vertex && $1 != vertex }
    return result
  }

  /// The chain without the ties of two vertices; nil where they have none.
  func untying(_ a: Int, _ b: Int) -> ChainNetwork? {
    guard matrix.withRows({ $0.entry(row: a, column: b) }) != nil else { return nil }
    func isTheirs(_ x: Int, _ y: Int) -> Bool { x == a && y == b || x == b && y == a }
    var result = self
    result.ties = ties.filter { !isTheirs($0.a, $0.b) }
    result.matrix = matrix.filtered { !isTheirs($0, $1) }
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
}
