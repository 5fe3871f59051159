/// Which part of a network an analysis looks at, and how it reads the ties.
public struct Selection: Sendable {
  /// Tie kinds, `consortia` (co-membership) and `chains` (shared chains). Nil: every tie, or, where a network has none,
  /// its consortia, or its chains.
  public var layers: [String]?
  public var projection: Projection = .count
  public var period = Period()
  /// Ids of chains, names of zones, ids of kinds; nil for all.
  public var chains: [String]?
  public var zones: [String]?
  public var kinds: [String]?
  /// Whether ties that have a direction keep it.
  public var isDirected = false

  public init() {}

  /// The same ties of the same period, among all actors.
  package var ofAllActors: Selection {
    var all = self
    (all.chains, all.zones, all.kinds) = (nil, nil, nil)
    return all
  }

  /// Whether an actor is of a zone and a kind that were chosen.
  package func admits(_ actor: Actor) -> Bool {
    kinds?.containsExactly(actor.kind) ?? true && zones?.containsExactly(actor.zone ?? "") ?? true
  }

  public static let consortiaLayer = "consortia"
  public static let chainsLayer = "chains"

  /// Whether the ties of a layer come from what actors share.
  package static func isProjected(_ layer: String) -> Bool { layer == consortiaLayer || layer == chainsLayer }
}
