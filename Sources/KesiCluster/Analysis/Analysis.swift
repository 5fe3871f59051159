import KesiMatrix
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
  package let period: Period
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
    options.kinds = options.kinds ?? unweighted.options.kinds
    return MatrixNumbers(graph.matrix, options, incidence: graph.incidence, beside: unweighted, on: parallel)
  }()

  /// Takes note of how many networks were drawn, where that was not asked for.
  func note(draws count: Int) { if draws == nil, count > 0 { ChosenValues.current?.add(draws: count) } }

  // MARK: - Verdicts

  /// By what the network is judged.
  public private(set) lazy var assessment = graph.network.assessment
  /// What counts as today: years after it have not come. Nil where nothing is dated.
  public private(set) lazy var now: PartialDate? = {
    if let asOf { return asOf }
    let found = assessment.during(period).now
    if let found { ChosenValues.current?.add(today: found.text) }
    return found
  }()
  /// That it was not stated, and what was taken for it; nil where nothing is dated.
  public var todayNote: Phrase? {
    now.map { now in
      Phrase(
        "What counts as today is \(now.text), by the latest start in the tables; --as-of sets another date.",
        zh: "未指定基准日，按数据中最晚的开始时间取 \(now.text)；可用 --as-of 另行指定。")
    }
  }

  private var parts: [ObjectIdentifier: AnyObject] = [:]

  /// A part of the analysis: computed when it is first asked for, and kept.
  func part<Part: AnalysisPart>(_: Part.Type) throws(Part.Failure) -> Part.Value {
    if let known = known(Part.self) { return known }
    let value = try Part.value(of: self)
    parts[ObjectIdentifier(Part.self)] = Kept(value)
    return value
  }

  /// A part of the analysis if someone has asked for it before.
  func known<Part: AnalysisPart>(_: Part.Type) -> Part.Value? {
    (parts[ObjectIdentifier(Part.self)] as? Kept<Part.Value>)?.value
  }

  private var whole: Analysis?
  /// What is judged: this, or the same of the whole network where this is of a part.
  public func judged() throws -> Analysis {
    guard graph.isPart else { return self }
    if let whole { return whole }
    let made = try ofAllActors()
    whole = made
    return made
  }

  /// What the network does not state, or says that it is not to be judged by; all where it assesses nothing.
  public var notAssessed: [Aspect] { assessment.notAssessed }

  /// Whether nothing of the network is judged: no gap is looked for and no chain has an index.
  public var assessesNothing: Bool { assessment.isNothing }

  /// Who is tied to whom, whatever the direction: what is said of partners is counted here.
  package var partners: AdjacencyMatrix { unweighted.partners }
}
