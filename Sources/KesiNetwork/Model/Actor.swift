/// An organization: a vertex of the network.
public struct Actor: Sendable, Equatable {
  public var id: String
  public var name: String
  public var nameZh: String?
  /// The id of a ``Kind``; empty where a source has none.
  public var kind: String
  public var zone: String?
  public var size: Double?
  /// Whether it leads its chain or cluster.
  public var isLeader: Bool
  /// Where the row is from; nil where that is not stated.
  public var basis: Basis?
  /// The row of its table, from 0, where ``Network/inCanonicalOrder()`` has put it in another place.
  package var row: Int?
  /// What else it states, in a list of one; none where it states nothing else. A million actors of which a list has but the
  /// ids take less than half the room so.
  private var rest: [Rest] = []

  private struct Rest: Sendable, Equatable {
    var parent: String?
    var short: String?
    var shortZh: String?
    var latitude: Double?
    var longitude: Double?
    var url: String?
    var source: String?
    var evidence: String?
  }

  public init(id: String, name: String, nameZh: String? = nil, kind: String = "", zone: String? = nil) {
    self.id = id
    self.name = name
    self.nameZh = nameZh
    self.kind = kind
    self.zone = zone
    isLeader = false
  }

  private func stated<Value>(_ value: KeyPath<Rest, Value?>) -> Value? { rest.first?[keyPath: value] }

  private mutating func state<Value>(_ value: WritableKeyPath<Rest, Value?>, _ new: Value?) {
    var changed = rest.first ?? Rest()
    changed[keyPath: value] = new
    rest = changed == Rest() ? [] : [changed]
  }

  /// The id of the organization that it is a part of, be that in the network or not.
  public var parent: String? {
    get { stated(\.parent) }
    set { state(\.parent, newValue) }
  }

  /// What it is called where there is little room: on pictures, in sentences.
  public var short: String? {
    get { stated(\.short) }
    set { state(\.short, newValue) }
  }

  public var shortZh: String? {
    get { stated(\.shortZh) }
    set { state(\.shortZh, newValue) }
  }

  public var latitude: Double? {
    get { stated(\.latitude) }
    set { state(\.latitude, newValue) }
  }

  public var longitude: Double? {
    get { stated(\.longitude) }
    set { state(\.longitude, newValue) }
  }

  public var url: String? {
    get { stated(\.url) }
    set { state(\.url, newValue) }
  }

  public var source: String? {
    get { stated(\.source) }
    set { state(\.source, newValue) }
  }

  public var evidence: String? {
    get { stated(\.evidence) }
    set { state(\.evidence, newValue) }
  }

  /// The name in a language; the other one where it is missing.
  public func name(in language: Language) -> String { language == .zh ? nameZh ?? name : name }

  /// The short name in a language, the full one where there is none.
  public func shortName(in language: Language) -> String {
    language == .zh ? shortZh ?? nameZh ?? short ?? name : short ?? name
  }
}
