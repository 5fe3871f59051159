import KesiMatrix
import KesiMeasures
import KesiNetwork

/// What kernels say of one matrix: each number is computed when it is first asked for, and kept.
///
/// The network, the same without weights, and each of its chains have one each, all made by an ``Analysis``. Not for use from
/// several threads at once: kernels have threads of their own.
public final class MatrixNumbers {
  /// The ties with their weights.
  public let weighted: AdjacencyMatrix
  /// The ties as the analysis asks for them: with weights or without.
  public let matrix: AdjacencyMatrix
  public let options: MeasureOptions
  public let parallel: Parallel
  /// The memberships that all ties come from, where they do: distances are then walked on these.
  private let incidence: IncidenceMatrix?
  /// The same ties without weights, where this has them: what takes no weights is found there, once for both.
  private let bare: MatrixNumbers?

  /// - Parameters:
  ///   - matrix: the ties with their weights.
  ///   - incidence: the two-mode network that the matrix is the projection of, if it is one.
  ///   - bare: the numbers of the same ties without weights, if there are any.
  public init(
    _ matrix: AdjacencyMatrix, _ options: MeasureOptions = MeasureOptions(), incidence: IncidenceMatrix? = nil,
    beside bare: MatrixNumbers? = nil, on parallel: Parallel = Parallel()
  ) {
    weighted = matrix
    // Pairs of members are many more than members, or nothing is gained.
    self.incidence = incidence.flatMap { !options.usesWeights && 4 * $0.pairCount < matrix.entryCount ? $0 : nil }
    self.matrix = options.usesWeights ? matrix : bare?.matrix ?? matrix.unweighted()
    self.options = options
    self.bare = bare
    self.parallel = parallel
  }

  private var distanceProfile: DistanceProfile?
  private var triangleCounts: [Int]?
  private var holes: StructuralHoles?
  private var cuts: Cutpoints?
  private var parts: [Int]?
  private var blocks: BlockForest?
  private var joined: (once: Double, twice: Double)?
  private var flow: [Double]?
  private var sampledFlow: SampledBetweenness?
  private var principalPair: Eigenpair??
  private var hubScores: (hubs: [Double], authorities: [Double])?
  private var communityLabels: [Int]?
  private var brokerRoles: Brokerage?
  private var core: CorePeriphery?
  private var measured: [String: MeasureValues] = [:]
  private var counted: [String: Double?] = [:]

  // MARK: - Without weights and direction

  /// Who is tied to whom, whatever the direction, with weights.
  public private(set) lazy var partners: AdjacencyMatrix = bare?.partners ?? weighted.symmetrized()
  /// The network without direction or weights.
  public private(set) lazy var undirected: AdjacencyMatrix = bare?.undirected ?? matrix.symmetrized().unweighted()

  public func triangles() throws -> [Int] {
    if let bare { return try bare.triangles() }
    return try memo(\.triangleCounts) { try KesiMeasures.triangles(of: undirected, on: parallel) }
  }
  public func cutpoints() -> Cutpoints {
    if let bare { return bare.cutpoints() }
    return memo(\.cuts) { KesiMeasures.cutpoints(of: undirected) }
  }
  /// The component of each vertex, 1 the largest.
  public func components() -> [Int] {
    if let bare { return bare.components() }
    return memo(\.parts) { KesiMeasures.components(of: matrix, on: parallel) }
  }
  /// What no single tie holds together.
  package func blockForest() -> BlockForest {
    if let bare { return bare.blockForest() }
    return memo(\.blocks) { BlockForest(of: matrix) }
  }
  /// The shares of pairs of vertices that are joined by one path, and by two without a common tie.
  public func joinedPairs() -> (once: Double, twice: Double) {
    if let bare { return bare.joinedPairs() }
    return memo(\.joined) { blockForest().joinedPairs() }
  }
  public func corePeriphery() -> CorePeriphery {
    if let bare { return bare.corePeriphery() }
    return memo(\.core) { KesiMeasures.corePeriphery(of: undirected) }
  }

  // MARK: - With them

  public func distances() throws -> DistanceProfile {
    try memo(\.distanceProfile) {
      try incidence.map { try KesiMeasures.distances(of: $0, on: parallel) }
        ?? KesiMeasures.distances(of: matrix, on: parallel)
    }
  }
  public func structuralHoles() throws -> StructuralHoles {
    try memo(\.holes) { try KesiMeasures.structuralHoles(of: matrix, on: parallel) }
  }
  /// Raw betweenness, exact.
  public func betweenness() throws -> [Double] {
    try memo(\.flow) { try KesiMeasures.betweenness(of: matrix, on: parallel) }
  }
  /// Raw betweenness, estimated from as many vertices as the options say; exact where they say none.
  public func sampledBetweenness() throws -> SampledBetweenness {
    try memo(\.sampledFlow) {
      try KesiMeasures.sampledBetweenness(
        of: matrix, sources: options.sample ?? matrix.order, seed: options.seed, on: parallel)
    }
  }
  /// The greatest eigenvalue and its vector; nil where there is none.
  func principal() throws -> Eigenpair? {
    try memo(\.principalPair) { try principalEigenpair(of: matrix, on: parallel) }
  }
  public func eigenvector() throws -> [Double] {
    try principal()?.vector ?? [Double](repeating: .nan, count: matrix.order)
  }
  public func katz() throws -> [Double] {
    guard matrix.isSymmetric else { return try katzCentrality(of: matrix, on: parallel) }
    return try principal().map { try katzCentrality(of: matrix, factor: katzShare / $0.value, on: parallel) }
      ?? [Double](repeating: .nan, count: matrix.order)
  }
  public func hubsAndAuthorities() throws -> (hubs: [Double], authorities: [Double]) {
    try memo(\.hubScores) {
      try matrix.isSymmetric
        ? KesiMeasures.hubsAndAuthorities(from: principal(), order: matrix.order)
        : KesiMeasures.hubsAndAuthorities(of: matrix, on: parallel)
    }
  }
  /// Communities by the Leiden algorithm.
  public func communities() throws -> [Int] {
    try memo(\.communityLabels) {
      try KesiMeasures.communities(of: matrix, by: options.quality, seed: options.seed, on: parallel)
    }
  }
  public func brokerage() throws -> Brokerage {
    try memo(\.brokerRoles) { try KesiMeasures.brokerage(of: matrix, groups: mixingGroups(), on: parallel) }
  }

  /// The groups of brokerage and mixing.
  package func mixingGroups() throws -> [Int] {
    if options.groupsAreCommunities { return try communities() }
    return options.groups ?? options.kinds ?? [Int](repeating: 0, count: matrix.order)
  }
  /// The groups that participation is across.
  package func participationGroups() throws -> [Int] { try options.groups ?? communities() }

  private func memo<Value>(
    _ slot: ReferenceWritableKeyPath<MatrixNumbers, Value?>, _ compute: () throws -> Value
  ) rethrows -> Value {
    if let value = self[keyPath: slot] { return value }
    let value = try compute()
    self[keyPath: slot] = value
    return value
  }
}

extension MatrixNumbers: Engine {
  public var name: String { "local" }

  public func values<Subject>(of measure: Measure<Subject>) throws -> MeasureValues {
    if let known = measured[measure.id] { return known }
    let values = try measure.compute(self)
    measured[measure.id] = values
    return values
  }

  public func value(of number: NetworkNumber) throws -> Double? {
    if let known = counted[number.id] { return known }
    let value = try number.compute(self)
    counted[number.id] = .some(value)
    return value
  }
}
