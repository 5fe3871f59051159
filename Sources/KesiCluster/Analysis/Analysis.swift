import KesiMatrix
import KesiMeasures
import KesiNetwork

/// Everything that gaps are found in: the graph, its chains, and what kernels say of both, computed once.
public struct Analysis {
  public let graph: NetworkGraph
  public let chains: [ChainNetwork]
  /// The network, then its chains: where cuts and brokers are looked for.
  let scopes: [Scope]
  /// How kernels run.
  public let parallel: Parallel
  /// How many networks are drawn where a count is held against chance, nil for as many as it takes to tell; and where
  /// drawing sets out from.
  let draws: Int?
  let seed: UInt64
  /// By what the network is judged.
  public let assessment: Assessment
  /// What counts as today: years after it have not come. Nil where nothing is dated.
  public let now: PartialDate?
  let period: Period
  let memo = AnalysisMemo()

  var network: Network { graph.network }
  var thresholds: Thresholds { graph.network.profile.thresholds }

  /// - Parameters:
  ///   - draws: networks drawn where a count is held against chance; nil for a thousand, or more where many counts are
  ///     tested at once and the network is small enough.
  ///   - seed: where drawing sets out from.
  ///   - asOf: what counts as today; nil for the latest start in the whole network, or the end of the period before it.
  public init(
    of graph: NetworkGraph, period: Period = Period(), asOf: PartialDate? = nil, draws: Int? = nil, seed: UInt64 = 1,
    on parallel: Parallel = Parallel()
  ) {
    self.graph = graph
    self.period = period
    self.parallel = parallel
    self.draws = draws
    self.seed = seed
    let assessment = graph.network.assessment
    self.assessment = assessment
    now = asOf ?? assessment.during(period).now
    let leavesOut = graph.leavesOutByTrait
    chains = graph.network.chains.indices.map { chain in
      // Of a chain that is not judged, nothing is.
      var own = assessment
      own.isNothing = own.isNothing || leavesOut || !graph.chooses(chain)
      return ChainNetwork(chain, of: graph, period: period, assessment: own)
    }
    scopes =
      [Scope(chain: nil, actors: graph.actors, matrix: graph.matrix)]
      + chains.map { Scope(chain: $0.index, actors: $0.actors, matrix: $0.matrix) }
  }

  /// Which kinds of gaps are looked for.
  public enum Extent: Sendable {
    /// All of them.
    case all
    /// Those that need neither draws nor all shortest paths: quick on any network.
    case quick
  }

  /// Every gap that rests on what the network states, the worst first, equal ones by id; of a part of the network those
  /// gaps of the whole that concern it.
  public func gaps(_ extent: Extent = .all) throws -> [Gap] {
    if graph.isPart { return try judged().gaps(extent).filter(concernsPart) }
    return try GapKind.all.filter { (extent == .all || $0.cost == .quick) && assessment.covers($0.restsOn) }
      .flatMap { try $0.find(self) }
      .sorted { ($1.severity, $0.id) < ($0.severity, $1.id) }
  }

  /// What the network does not state, or says that it is not to be judged by; all where it assesses nothing.
  public var notAssessed: [Aspect] { assessment.notAssessed }

  /// Whether nothing of the network is judged: no gap is looked for and no chain has an index.
  public var assessesNothing: Bool { assessment.isNothing }

  /// The kinds of gaps that are not looked for since the network does not state what they rest on.
  public var unsoughtKinds: [GapKind] { GapKind.all.filter { !assessment.covers($0.restsOn) } }

  /// Measures of the network, without weights: what gaps and a report both need is computed once.
  public var measures: MeasureContext { memo.measures(of: self) }

  /// The index of each chain, in the order of the network.
  public func indices() -> [ChainIndex] { memo.indices(of: self) }

  /// The chosen chains with their indices, the weakest first; those without data last.
  public func weakestFirst() -> [(chain: ChainNetwork, index: ChainIndex)] {
    zip(chains, indices()).map { (chain: $0, index: $1) }.filter { graph.chooses($0.chain.index) }.sorted { a, b in
      let (x, y) = (a.index.value ?? 2, b.index.value ?? 2)
      return x == y ? a.chain.index < b.chain.index : x < y
    }
  }

  /// The network as a whole, or one of its chains, with where it falls apart.
  struct Scope {
    let chain: Int?
    let actors: [Int]
    let matrix: AdjacencyMatrix
    /// Who is tied to whom, whatever the direction; the matrix itself where it has none.
    let partners: AdjacencyMatrix
    let cuts: Cutpoints
    /// The component of each vertex, 1 the largest.
    let component: [Int]

    init(chain: Int?, actors: [Int], matrix: AdjacencyMatrix) {
      self.chain = chain
      self.actors = actors
      self.matrix = matrix
      partners = matrix.symmetrized()
      cuts = cutpoints(of: matrix)
      component = components(of: matrix)
    }
  }

  /// Who is tied to whom, whatever the direction: what is said of partners is counted here.
  package var partners: AdjacencyMatrix { scopes[0].partners }

  /// Ties inside and between zones and chains, held against chance; nil where there are no such groups or no ties.
  func tieNull() throws -> TieNull? { try memo.tieNull(of: self) }

  /// About how long all gaps take, by what was measured on two cores of 2024: what counts is the searches for brokers and
  /// the draws. Good to a factor of three.
  package func expectedSeconds() -> Double {
    guard assessment.covers([.ties]) else { return 0 }
    let searches = Double(graph.matrix.order > Self.mostSearched ? Self.searchedSources : graph.matrix.order)
    let entriesASecond = 5e8 * Double(parallel.threads)
    return searches * Double(graph.matrix.entryCount) / entriesASecond
      + (hasTestedGroups ? secondsToDraw(tests: TieNull.Groups(of: self).tests) : 0)
  }

  /// Whether there are two zones, or a chain, large enough to be held against chance: else nothing need be drawn.
  var hasTestedGroups: Bool {
    func large(_ grouping: Grouping) -> Int {
      groups(by: grouping).count { $0.vertices.count >= thresholds.smallestGroup }
    }
    return large(.chain) > 0 || large(.zone) > 1
  }

  /// The ties that have begun and whose course is known, by the chain that they name; nil for those that name none.
  func tiesByChain() -> [(chain: Int?, ties: [Tie])] {
    var groups: [Int: [Tie]] = [:]
    for index in graph.ties where network.ties[index].stage != nil || network.ties[index].outcome != nil {
      if let start = network.ties[index].period.from, let now, start.year > now.year { continue }
      groups[network.ties[index].chain ?? -1, default: []].append(network.ties[index])
    }
    return groups.sorted { $0.key < $1.key }.map { (chain: $0.key < 0 ? nil : $0.key, ties: $0.value) }
  }

  /// The members of each consortium of a chain; of every consortium for the network.
  func consortiaMembers(of chain: Int?) -> [[Int]] {
    let groups = Dictionary(grouping: network.members, by: \.consortium)
    return groups.filter { chain == nil || network.consortia[$0.key].chain == chain }.sorted { $0.key < $1.key }
      .map { $0.value.map(\.actor).filter { graph.vertex[$0] != nil } }
  }

  // MARK: - Words for explanations

  func name(_ actor: Int, _ language: Language) -> String {
    let name = network.actors[actor].shortName(in: language)
    return language == .zh ? name.setInChinese : name
  }

  /// `A, B, and 3 more`
  func names(_ actors: [Int], _ language: Language, most: Int = 4) -> String {
    actors.listed(most: most, in: language) { name($0, language) }
  }

  func chainName(_ chain: Int, _ language: Language) -> String { network.chains[chain].name(in: language) }

  /// `in the chain Pump and valve` or nothing for the network.
  func place(_ chain: Int?) -> Phrase {
    guard let chain else { return Phrase("the network", zh: "全网络") }
    return network.chains[chain].titled
  }

  func kind(_ id: String) -> Phrase { network.profile.kind(id).label }

  /// The vertex with most ties among some, the first of equals; nil where there are none.
  func bestTied(_ vertices: some Sequence<Int>, in matrix: AdjacencyMatrix) -> Int? {
    matrix.withRows { rows in vertices.max { (rows.degree($0), $1) < (rows.degree($1), $0) } }
  }

  /// Whether two actors of the network have a tie, of whatever chain: a chain leaves out ties that name another, but what is
  /// there need not be brought about.
  func areTied(_ a: Int, _ b: Int) -> Bool {
    guard let x = graph.vertex[a], let y = graph.vertex[b] else { return false }
    return graph.matrix.withRows { $0.entry(row: x, column: y) != nil || $0.entry(row: y, column: x) != nil }
  }

  /// A tie that is not there yet between one of some vertices and one of others, the best tied of both first; nil where all
  /// that are looked at have one.
  ///
  /// - Parameter actors: who stands at each vertex of the matrix.
  func newTie(
    between some: [Int], and others: [Int], in matrix: AdjacencyMatrix, of actors: [Int]
  ) -> Remedy? {
    let most = 40
    return matrix.withRows { rows in
      let front = rows.byFallingDegree(others).prefix(most)
      for one in rows.byFallingDegree(some).prefix(most) {
        for other in front where one != other && !areTied(actors[one], actors[other]) {
          return .tie(actors[one], actors[other])
        }
      }
      return nil
    }
  }
}
