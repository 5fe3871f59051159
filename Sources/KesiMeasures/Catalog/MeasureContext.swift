import KesiMatrix

/// One network under measurement: its matrix, how kernels run, and what they found that several measures share.
///
/// Not for use from several threads at once: kernels have threads of their own.
public final class MeasureContext {
  /// The ties with their weights.
  public let weighted: AdjacencyMatrix
  /// The ties as the analysis asks for them: with weights or without.
  public let matrix: AdjacencyMatrix
  /// Whether betweenness is divided by the number of pairs.
  public let normalized: Bool
  public let parallel: Parallel

  /// - Parameters:
  ///   - matrix: the ties with their weights.
  ///   - usesWeights: whether measures that can use weights do; where not, every tie counts 1.
  ///   - normalized: whether betweenness is divided by the number of pairs of other vertices.
  public init(
    _ matrix: AdjacencyMatrix, usesWeights: Bool = false, normalized: Bool = false, on parallel: Parallel = Parallel()
  ) {
    weighted = matrix
    self.matrix = usesWeights ? matrix : matrix.unweighted()
    self.normalized = normalized
    self.parallel = parallel
  }

  private var distanceProfile: DistanceProfile?
  private var triangleCounts: [Int]?
  private var holes: StructuralHoles?
  private var cuts: Cutpoints?
  private var flow: [Double]?
  /// The network without direction or weights.
  public private(set) lazy var undirected = matrix.symmetrized().unweighted()

  public func distances() throws -> DistanceProfile {
    try memo(\.distanceProfile) { try KesiMeasures.distances(of: matrix, on: parallel) }
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
  /// Raw betweenness.
  public func betweenness() throws -> [Double] {
    try memo(\.flow) { try KesiMeasures.betweenness(of: matrix, on: parallel) }
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
