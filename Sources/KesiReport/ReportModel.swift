#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the scripts of the page work on, and nothing else: a server that gives these bytes can have a page of its own.
///
/// In JSON, keys are short, since there may be thirty thousand actors: each property says its key. Lists refer to each other
/// by place, from 0: a tie to its two actors, an actor to its kind, zone and chains, a gap to its chain and actors; a place
/// of −1 is none. A number that is undefined is `null`. Texts are as they can be seen: marks that would turn the direction
/// of what stands beside them are replaced.
public struct ReportModel: Codable, Sendable, Equatable {
  /// What the network is called. Key `title`.
  public let title: BothLanguages
  /// The kinds of actors, in the order in which the network names them; those without a kind last, where there are any.
  /// Key `kinds`.
  public let kinds: [Kind]
  /// The zones that actors are in; empty where zones are not assessed. Key `zones`.
  public let zones: [Named]
  /// The chains that were chosen, in the order of the network. Key `chains`.
  public let chains: [Chain]
  /// The measures of which each actor has a number, in this order; the first is the number of ties, by which symbols grow.
  /// Key `measures`.
  public let measures: [Named]
  /// The actors, vertex by vertex. Key `actors`.
  public let actors: [Actor]
  /// The ties, each once, by their ends; of more than 60,000 the heaviest. Key `ties`.
  public let ties: [Tie]
  /// The gaps that the page tells one by one, in its order: by class, kind, and severity. Key `gaps`.
  public let gaps: [Gap]
  /// The kinds of gaps that were found, class by class. Key `gapKinds`.
  public let gapKinds: [GapKind]
  /// The levels that gaps have, the worst first. Key `levels`.
  public let levels: [Named]

  /// A text in English and in Chinese. In JSON `["English", "中文"]`.
  public struct BothLanguages: Codable, Sendable, Equatable {
    public let en: String
    public let zh: String
  }

  /// Something with an id and a name.
  public struct Named: Codable, Sendable, Equatable {
    /// As tables and options have it. Key `id`.
    public let id: String
    /// Key `n`.
    public let name: BothLanguages

    enum CodingKeys: String, CodingKey {
      case id
      case name = "n"
    }
  }

  /// A kind of actors, and how the map shows it.
  public struct Kind: Codable, Sendable, Equatable {
    /// Empty for those without a kind. Key `id`.
    public let id: String
    /// Key `n`.
    public let name: BothLanguages
    /// As `#rrggbb`. Key `color`.
    public let color: String
    /// The outline of its symbol: an SVG path around 0, 16 across, y downward. Key `path`.
    public let path: String
    /// How many actors are of this kind. Key `count`.
    public let count: Int

    enum CodingKeys: String, CodingKey {
      case id, color, path, count
      case name = "n"
    }
  }

  /// A chain.
  public struct Chain: Codable, Sendable, Equatable {
    /// Key `id`.
    public let id: String
    /// Key `n`.
    public let name: BothLanguages
    /// Places of ``ReportModel/actors``. Key `v`.
    public let actors: [Int]

    enum CodingKeys: String, CodingKey {
      case id
      case name = "n"
      case actors = "v"
    }
  }

  /// An actor.
  public struct Actor: Codable, Sendable, Equatable {
    /// Key `i`.
    public let id: String
    /// In full. Key `n`.
    public let name: BothLanguages
    /// As maps and lists have it. Key `s`.
    public let shortName: BothLanguages
    /// A place of ``ReportModel/kinds``. Key `k`.
    public let kind: Int
    /// A place of ``ReportModel/zones``, −1 for none. Key `z`.
    public let zone: Int
    /// Places of ``ReportModel/chains``. Key `c`.
    public let chains: [Int]
    /// A number for each of ``ReportModel/measures``, to three decimals, small ones to four digits; nil where it is
    /// undefined. Key `m`.
    public let measures: [Double?]
    /// How many partners it has, whatever the direction of ties. Key `p`.
    public let partners: Int
    /// How many actors its loss would cut off from the main network, and how many it would leave without a partner; left out
    /// where neither, or where ties are not assessed. Key `d`.
    public let losses: [Int]?
    /// Where it stands on a map that the page draws itself, in units of that map, y downward; left out where the map is a
    /// picture. Keys `x` and `y`.
    public let x: Int?
    public let y: Int?

    enum CodingKeys: String, CodingKey {
      case id = "i"
      case name = "n"
      case shortName = "s"
      case kind = "k"
      case zone = "z"
      case chains = "c"
      case measures = "m"
      case partners = "p"
      case losses = "d"
      case x, y
    }
  }

  /// A tie of two actors. In JSON `[source, target, weight, from, to]`.
  public struct Tie: Codable, Sendable, Equatable {
    /// A place of ``ReportModel/actors``, the lower of the two.
    public let source: Int
    public let target: Int
    /// The sum of the weights of its rows; 1 each where weights do not count.
    public let weight: Double?
    /// The first year in which one of its rows holds; nil where one is open on that side.
    public let from: Int?
    /// The last year.
    public let to: Int?
  }

  /// A kind of gaps.
  public struct GapKind: Codable, Sendable, Equatable {
    /// As tables have it. Key `id`.
    public let id: String
    /// Key `n`.
    public let name: BothLanguages
    /// The class that it is of, as it is called. Key `group`.
    public let gapClass: BothLanguages

    enum CodingKeys: String, CodingKey {
      case id
      case name = "n"
      case gapClass = "group"
    }
  }

  /// A gap.
  public struct Gap: Codable, Sendable, Equatable {
    /// What its kind is called. Key `k`.
    public let kindName: BothLanguages
    /// What it is, in a sentence. Key `t`.
    public let explanation: BothLanguages
    /// The id of one of ``ReportModel/gapKinds``. Key `kind`.
    public let kind: String
    /// The id of one of ``ReportModel/levels``. Key `l`.
    public let level: String
    /// A place of ``ReportModel/chains``, −1 for the network as a whole. Key `c`.
    public let chain: Int
    /// Whom it is about: places of ``ReportModel/actors``. Key `v`.
    public let actors: [Int]

    enum CodingKeys: String, CodingKey {
      case kindName = "k"
      case explanation = "t"
      case kind
      case level = "l"
      case chain = "c"
      case actors = "v"
    }
  }

  /// The bytes of the model in JSON, UTF-8: keys in order of letters, without white space.
  ///
  /// - Throws: never for a model of a ``Report``, in which every number is finite.
  public func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self))
  }
}

extension ReportModel.BothLanguages {
  public init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    en = try list.decode(String.self)
    zh = try list.decode(String.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    try list.encode(en)
    try list.encode(zh)
  }
}

extension ReportModel.Tie {
  public init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    source = try list.decode(Int.self)
    target = try list.decode(Int.self)
    weight = try list.decode(Double?.self)
    from = try list.decode(Int?.self)
    to = try list.decode(Int?.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    try list.encode(source)
    try list.encode(target)
    try list.encode(weight)
    try list.encode(from)
    try list.encode(to)
  }
}
