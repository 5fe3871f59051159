import KesiMatrix

/// One network under measurement: its matrix, how kernels run, and what they found that several measures share.
///
/// Not for use from several threads at once: kernels have threads of their own.
public final class MeasureContext {
  /// The ties with their weights.
  public let weighted: AdjacencyMatrix
  /// The ties as the analysis asks for them: with weights or without.
  public let matrix: AdjacencyMatrix
  public let options: MeasureOptions
  public let parallel: Parallel
  /// The memberships that all ties come from, where they do: distances are then walked on these.
  private let incidence: IncidenceMatrix?

  /// - Parameters:
  ///   - matrix: the ties with their weights.
  ///   - incidence: the two-mode network that the matrix is the projection of, if it is one.
  public init(
    _ matrix: AdjacencyMatrix, _ options: MeasureOptions = MeasureOptions(), incidence: IncidenceMatrix? = nil,
    on parallel: Parallel = Parallel()
  ) {
    weighted = matrix
    // Pairs of members are many more than members, or nothing is gained.
    self.incidence = incidence.flatMap { !options.usesWeights && 4 * $0.pairCount < matrix.entryCount ? $0 : nil }
    self.matrix = options.usesWeights ? matrix : matrix.unweighted()
    self.options = options
    self.parallel = parallel
  }

  private var distanceProfile: DistanceProfile?
  private var triangleCounts: [Int]?
  private var holes: StructuralHoles?
  private var cuts: Cutpoints?
  private var flow: [Double]?
  private var sampledFlow: SampledBetweenness?
  private var principalPair: Eigenpair??
  private var hubScores: (hubs: [Double], authorities: [Double])?
  private var communityLabels: [Int]?
  private var brokerRoles: Brokerage?
  private var core: CorePeriphery?

  /// The network without direction or weights.
  public private(set) lazy var undirected = matrix.symmetrized().unweighted()
  /// The groups of brokerage and mixing.
  public func mixingGroups() throws -> [Int] {
    if options.groupsAreCommunities { return try communities() }
    return options.groups ?? options.kinds ?? [Int](repeating: 0, count: matrix.order)
  }

  public func distances() throws -> DistanceProfile {
    try memo(\.distanceProfile) {
      try incidence.map { try KesiMeasures.distances(of: $0, on: parallel) }
        ?? KesiMeasures.distances(of: matrix, on: parallel)
    }
  }
  public func triangles() throws -> [Int] {
    try memo(\.triangleCounts) { try KesiMeasures.triangles(of: undirected, on: parallel) }
  }
  public func structuralHoles() throws -> StructuralHoles {
    try memo(\.holes) { try KesiMeasures.structuralHoles(of: matrix, on: parallel) }
  }
  public func cutpoints() -> Cutpoints {
    memo(\.cuts) { KesiMeasures.cutpoints(of: undirected) }
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
  /// The groups that participation is across.
  public func participationGroups() throws -> [Int] { try options.groups ?? communities() }

  public func brokerage() throws -> Brokerage {
    try memo(\.brokerRoles) { try KesiMeasures.brokerage(of: matrix, groups: mixingGroups(), on: parallel) }
  }
  public func corePeriphery() -> CorePeriphery {
    memo(\.core) { KesiMeasures.corePeriphery(of: undirected) }
  }

  private func memo<Value>(
    _ slot: ReferenceWritableKeyPath<MeasureContext, Value?>, _ compute: () throws -> Value
  ) rethrows -> Value {
    if let value = self[keyPath: slot] { return value }
    let value = try compute()
    self[keyPath: slot] = value
    return value
  }
}
