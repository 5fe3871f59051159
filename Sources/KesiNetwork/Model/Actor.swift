/// An organization: a vertex of the network.
public struct Actor: Sendable, Equatable {
  public var id: String
  public var name: String
  public var nameZh: String?
  /// What it is called where there is little room: on pictures, in sentences.
  public var short: String?
  public var shortZh: String?
  /// The id of a ``Kind``; empty where a source has none.
  public var kind: String
  public var zone: String?
  /// The id of the organization that it is a part of, be that in the network or not.
  public var parent: String?
  public var size: Double?
  /// Whether it leads its chain or cluster.
  public var isLeader: Bool
  public var latitude: Double?
  public var longitude: Double?
  public var url: String?
  public var source: String?
  public var evidence: String?
  /// Where the row is from; nil where that is not stated.
  public var basis: Basis?
  /// The row of its table, from 0, where ``Network/inCanonicalOrder()`` has put it in another place.
  package var row: Int?

  public init(id: String, name: String, nameZh: String? = nil, kind: String = "", zone: String? = nil) {
    self.id = id
    self.name = name
    self.nameZh = nameZh
    self.kind = kind
    self.zone = zone
    isLeader = false
  }

  /// The name in a language; the other one where it is missing.
  public func name(in language: Language) -> String { language == .zh ? nameZh ?? name : name }

  /// The short name in a language, the full one where there is none.
  public func shortName(in language: Language) -> String {
    language == .zh ? shortZh ?? nameZh ?? short ?? name : short ?? name
  }
}
