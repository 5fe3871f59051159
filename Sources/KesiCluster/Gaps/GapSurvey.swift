import KesiMatrix
import KesiMeasures

/// Everything that gaps are found in: the graph, its chains, and what kernels say of both, computed once.
public struct GapSurvey {
  public let graph: NetworkGraph
  public let chains: [ChainNetwork]
  /// The network, then its chains: where cuts and brokers are looked for.
  let scopes: [Scope]
  let parallel: Parallel

  var network: Network { graph.network }
  var thresholds: Thresholds { graph.network.profile.thresholds }

  public init(of graph: NetworkGraph, period: Period = Period(), on parallel: Parallel = Parallel()) {
    self.graph = graph
    self.parallel = parallel
    chains = graph.network.chains.indices.map { ChainNetwork($0, of: graph, period: period) }
    scopes =
      [Scope(chain: nil, actors: graph.actors, matrix: graph.matrix)]
      + chains.map { Scope(chain: $0.index, actors: $0.actors, matrix: $0.matrix) }
  }

  /// The finders, one a kind of gap or a pair of kinds that one search finds.
  static let finders: [@Sendable (GapSurvey) throws -> [Gap]] = [
    missingKinds, singleProviders, brokenStages, shortCapacities, bridgeTies, cutActors, outsiders, structuralHoleGaps,
    overloadedBrokers,
  ]

  /// Every gap, the worst first, equal ones by id.
  public func gaps() throws -> [Gap] {
    try Self.finders.flatMap { try $0(self) }.sorted { ($1.severity, $0.id) < ($0.severity, $1.id) }
  }

  /// The index of each chain, in the order of the network.
  public func indices() -> [ChainIndex] {
    chains.map { ChainIndex(of: $0, weights: network.profile.indexWeights) }
  }

  /// The chains with their indices, the weakest first; those without data last.
  public func weakestFirst() -> [(chain: ChainNetwork, index: ChainIndex)] {
    zip(chains, indices()).map { (chain: $0, index: $1) }.sorted { a, b in
      let (x, y) = (a.index.value ?? 2, b.index.value ?? 2)
      return x == y ? a.chain.index < b.chain.index : x < y
    }
  }

  /// The network as a whole, or one of its chains, with where it falls apart.
  struct Scope {
    let chain: Int?
    let actors: [Int]
    let matrix: AdjacencyMatrix
    let cuts: Cutpoints
    /// The component of each vertex, 1 the largest.
    let component: [Int]

    init(chain: Int?, actors: [Int], matrix: AdjacencyMatrix) {
      self.chain = chain
      self.actors = actors
      self.matrix = matrix
      cuts = cutpoints(of: matrix)
      component = components(of: matrix)
    }
  }

  // MARK: - Words for explanations

  func name(_ actor: Int, _ language: Language) -> String { network.actors[actor].shortName(in: language) }

  /// `A, B and 3 more`
  func names(_ actors: [Int], _ language: Language, most: Int = 4) -> String {
    let shown = actors.prefix(most).map { name($0, language) }.joined(separator: language == .zh ? "、" : ", ")
    guard actors.count > most else { return shown }
    let more = actors.count - most
    return language == .zh ? "\(shown)等 \(actors.count) 家" : "\(shown) and \(more) more"
  }

  func chainName(_ chain: Int, _ language: Language) -> String { network.chains[chain].name(in: language) }

  /// `in the chain Pump and valve` or nothing for the network.
  func place(_ chain: Int?) -> Phrase {
    guard let chain else { return Phrase("the network", zh: "全网络") }
    return Phrase("the chain \(chainName(chain, .en))", zh: "“\(chainName(chain, .zh))”产业链")
  }

  func kind(_ id: String) -> Phrase { network.profile.kind(id).label }

  /// The vertex with most ties among some, the first of equals; nil where there are none.
  func bestTied(_ vertices: some Sequence<Int>, in matrix: AdjacencyMatrix) -> Int? {
    matrix.withRows { rows in vertices.max { (rows.degree($0), $1) < (rows.degree($1), $0) } }
  }
}
