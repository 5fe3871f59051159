import KesiMatrix
import KesiMeasures
import KesiNetwork

/// Everything that is computed of a selected network, each number once, when someone first asks: its measures, its chains and
/// their indices, where it falls apart, what chance would give, its gaps. Every command, picture and page asks it.
///
/// Not for use from several threads at once: kernels have threads of their own.
public final class Analysis {
  public let graph: NetworkGraph
  /// How kernels run.
  public let parallel: Parallel
  /// How measures are taken that ``numbers`` answers for.
  public let options: MeasureOptions
  /// How many networks are drawn where a count is held against chance, nil for as many as it takes to tell; and where
  /// drawing sets out from.
  let draws: Int?
  let seed: UInt64
  let period: Period
  private let asOf: PartialDate?

  var network: Network { graph.network }
  var thresholds: Thresholds { graph.network.profile.thresholds }

  /// - Parameters:
  ///   - options: how measures are taken; gaps, indices and comparisons never take weights.
  ///   - asOf: what counts as today; nil for the latest start in the whole network, or the end of the period before it.
  ///   - draws: networks drawn where a count is held against chance; nil for a thousand, or more where many counts are
  ///     tested at once and the network is small enough.
  ///   - seed: where drawing sets out from.
  /// - Complexity: O(1): nothing is computed before it is asked for.
  public init(
    of graph: NetworkGraph, _ options: MeasureOptions = MeasureOptions(), period: Period = Period(),
    asOf: PartialDate? = nil, draws: Int? = nil, seed: UInt64 = 1, on parallel: Parallel = Parallel()
  ) {
    self.graph = graph
    self.options = options
    self.period = period
    self.asOf = asOf
    self.draws = draws
    self.seed = seed
    self.parallel = parallel
  }

  // MARK: - Numbers

  /// What kernels say of the network without weights: what gaps, pictures and comparisons rest on.
  public private(set) lazy var unweighted: MatrixNumbers = {
    var options = MeasureOptions()
    options.kinds = graph.labels(by: \.kind)
    return MatrixNumbers(graph.matrix, options, incidence: graph.incidence, on: parallel)
  }()

  /// What kernels say of the network by the options; ``unweighted`` where they ask for nothing else.
  public private(set) lazy var numbers: MatrixNumbers = {
    guard options != MeasureOptions() else { return unweighted }
    var options = options
    options.kinds = unweighted.options.kinds
    return MatrixNumbers(graph.matrix, options, incidence: graph.incidence, beside: unweighted, on: parallel)
  }()

  // MARK: - Verdicts

  /// By what the network is judged.
  public private(set) lazy var assessment = graph.network.assessment
  /// What counts as today: years after it have not come. Nil where nothing is dated.
  public private(set) lazy var now = asOf ?? assessment.during(period).now

  public private(set) lazy var chains: [ChainNetwork] = {
    let leavesOut = graph.leavesOutByTrait
    return graph.network.chains.indices.map { chain in
      // Of a chain that is not judged, nothing is.
      var own = assessment
      own.isNothing = own.isNothing || leavesOut || !graph.chooses(chain)
      return ChainNetwork(chain, of: graph, period: period, assessment: own)
    }
  }()

  /// The network, then its chains: where cuts and brokers are looked for.
  private(set) lazy var scopes: [Scope] =
    [Scope(chain: nil, actors: graph.actors, numbers: unweighted)]
    + chains.map {
      Scope(chain: $0.index, actors: $0.actors, numbers: MatrixNumbers($0.matrix, on: parallel))
    }

  private lazy var chainIndices = chains.map { ChainIndex(of: $0, weights: network.profile.indexWeights) }
  /// The index of each chain, in the order of the network.
  public func indices() -> [ChainIndex] { chainIndices }

  private var whole: Analysis?
  /// What gaps are found in: this, or the same of the whole network where this is of a part.
  public func judged() throws -> Analysis {
    guard graph.isPart else { return self }
    if let whole { return whole }
    let made = try ofAllActors()
    whole = made
    return made
  }

  private var null: TieNull??
  /// Ties inside and between zones and chains, held against chance; nil where there are no such groups or no ties.
  func tieNull() throws -> TieNull? {
    if let null { return null }
    let made = try TieNull(of: self)
    null = .some(made)
    return made
  }
  /// Whether networks were drawn already.
  var hasDrawn: Bool { null != nil }

  private var found: [Extent: [Gap]] = [:]

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
    if let gaps = found[extent] { return gaps }
    let gaps =
      graph.isPart
      ? try judged().gaps(extent).filter(concernsPart)
      : try GapKind.all.filter { (extent == .all || $0.cost == .quick) && assessment.covers($0.restsOn) }
        .flatMap { try $0.find(self) }
        .sorted { ($1.severity, $0.id) < ($0.severity, $1.id) }
    found[extent] = gaps
    return gaps
  }

  /// What the network does not state, or says that it is not to be judged by; all where it assesses nothing.
  public var notAssessed: [Aspect] { assessment.notAssessed }

  /// Whether nothing of the network is judged: no gap is looked for and no chain has an index.
  public var assessesNothing: Bool { assessment.isNothing }

  /// The kinds of gaps that are not looked for since the network does not state what they rest on.
  public var unsoughtKinds: [GapKind] { GapKind.all.filter { !assessment.covers($0.restsOn) } }

  /// The chosen chains with their indices, the weakest first; those without data last.
  public func weakestFirst() -> [(chain: ChainNetwork, index: ChainIndex)] {
    zip(chains, indices()).map { (chain: $0, index: $1) }.filter { graph.chooses($0.chain.index) }.sorted { a, b in
      let (x, y) = (a.index.value ?? 2, b.index.value ?? 2)
      return x == y ? a.chain.index < b.chain.index : x < y
    }
  }

  /// The network as a whole, or one of its chains.
  struct Scope {
    let chain: Int?
    let actors: [Int]
    let numbers: MatrixNumbers

    var matrix: AdjacencyMatrix { numbers.weighted }
    var partners: AdjacencyMatrix { numbers.partners }
    var cuts: Cutpoints { numbers.cutpoints() }
    /// The component of each vertex, 1 the largest.
    var component: [Int] { numbers.components() }
  }

  /// Who is tied to whom, whatever the direction: what is said of partners is counted here.
  package var partners: AdjacencyMatrix { unweighted.partners }

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
}
