import KesiMeasures

/// How measures are taken.
public struct MeasureOptions: Sendable, Equatable {
  /// Whether measures that can use weights do; where not, every tie counts 1.
  public var usesWeights = false
  /// Whether betweenness is divided by the number of pairs of other vertices.
  public var isNormalized = false
  /// From how many vertices, drawn at random, betweenness is estimated; nil for all: exact.
  public var sample: Int?
  /// What communities are good by.
  public var quality = CommunityQuality.modularity()
  /// Where what is random sets out from.
  public var seed: UInt64 = 1
  /// The group of each vertex, a label from 0 to the number of vertices, that someone asked for.
  public var groups: [Int]?
  /// Whether the groups asked for are the communities.
  public var groupsAreCommunities = false
  /// What vertices are; the groups of brokerage and mixing unless others are asked for. Nil: all are of one kind.
  public var kinds: [Int]?

  public init(usesWeights: Bool = false, isNormalized: Bool = false) {
    self.usesWeights = usesWeights
    self.isNormalized = isNormalized
  }
}
