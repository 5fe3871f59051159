/// A named group of actors with a leader.
public struct Consortium: Sendable, Equatable {
  public var id: String
  public var name: String
  public var nameZh: String?
  /// An index of ``Network/actors``.
  public var leader: Int?
  /// An index of ``Network/chains``.
  public var chain: Int?
  /// From its founding to its dissolution.
  public var period: Period
  public var budget: Double?
  public var objective: String?
  public var evidence: String?
  /// Where the row is from; nil where that is not stated.
  public var basis: Basis?
  /// The row of its table, from 0, where ``Network/inCanonicalOrder()`` has put it in another place.
  package var row: Int?

  public init(id: String, name: String, nameZh: String? = nil, leader: Int? = nil, chain: Int? = nil) {
    self.id = id
    self.name = name
    self.nameZh = nameZh
    self.leader = leader
    self.chain = chain
    period = Period()
  }

  public func name(in language: Language) -> String { language == .zh ? nameZh ?? name : name }
}

/// An actor's part in a consortium. Both are indices of the network.
public struct Membership: Sendable, Hashable {
  /// By how much a share may be off that was rounded to a tenth of a percent: so much a member may all together be above 1.
  private static let rounding = 0.0005

  /// What shares of so many members may add up to.
  package static func mostTogether(_ members: Int) -> Double { 1 + max(1e-9, rounding * Double(members)) }

  public var consortium: Int
  public var actor: Int
  public var role: MemberRole?
  public var contribution: Double?
  public var share: Double?
  public var period: Period
  public var evidence: String?
  /// Where the row is from; nil where that is not stated.
  public var basis: Basis?

  public init(consortium: Int, actor: Int, role: MemberRole? = nil) {
    self.consortium = consortium
    self.actor = actor
    self.role = role
    period = Period()
  }
}
