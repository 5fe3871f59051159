/// An industrial chain.
public struct Chain: Sendable, Equatable {
  public var id: String
  public var name: String
  public var nameZh: String?
  public var group: String?
  /// What the chain needs from its providers, and what they give as a whole where a source states only that: numbers
  /// in one unit, be it people a year or steps of a scale.
  public var demand: Double?
  public var capacity: Double?
  /// What these numbers count, as it stands behind them: `people a year`.
  public var unit: String?
  public var unitZh: String?
  /// Its stages in order, from upstream to downstream.
  public var stages: [String]
  /// The kinds that a complete chain has.
  public var requires: [String]
  /// The kinds whose presence the source does not state: left out of the index, never counted as absent.
  public var unassessed: [String]
  /// How many years a joint project takes here until industrialization; nil for `stalled_years`.
  public var years: Double?
  /// How much the chain counts in the cluster index, beside the others; nil for 1.
  public var weight: Double?
  public var evidence: String?
  /// Where the row is from; nil where that is not stated.
  public var basis: Basis?
  /// The row of its table, from 0, where ``Network/inCanonicalOrder()`` has put it in another place.
  package var row: Int?

  public init(id: String, name: String, nameZh: String? = nil, requires: [String] = [], stages: [String] = []) {
    self.id = id
    self.name = name
    self.nameZh = nameZh
    self.requires = requires
    self.stages = stages
    unassessed = []
  }

  public func name(in language: Language) -> String { language == .zh ? nameZh ?? name : name }

  /// The unit of demand and capacity as it stands behind a number; empty where none is stated.
  package var unitBehind: Phrase {
    func behind(_ unit: String?) -> String { unit.map { " " + $0.visible(most: 40) } ?? "" }
    return Phrase(behind(unit ?? unitZh), zh: behind(unitZh ?? unit))
  }

  /// What it is called in a sentence: `the chain Optics`, or `the Optics chain` where the name says what it is.
  package var titled: Phrase {
    let (en, zh) = (name(in: .en), name(in: .zh))
    return Phrase(
      en.lowercased().hasSuffix(" chain") ? "the \(en)" : "the chain \(en)",
      zh: zh.hasSuffix("产业链") ? "“\(zh)”" : "“\(zh)”产业链")
  }

  /// The kinds a complete chain has and the source speaks of.
  public var assessed: [String] { requires.filter { !unassessed.containsExactly($0) } }
}

/// An actor's place in a chain. Actor and chain are indices of the network.
public struct Position: Sendable, Hashable {
  public var actor: Int
  public var chain: Int
  public var role: ChainRole?
  public var stage: String?
  public var level: Level?
  public var capacity: Double?
  public var period: Period
  public var evidence: String?
  /// Where the row is from; nil where that is not stated.
  public var basis: Basis?

  public init(actor: Int, chain: Int, role: ChainRole? = nil, stage: String? = nil, level: Level? = nil) {
    self.actor = actor
    self.chain = chain
    self.role = role
    self.stage = stage
    self.level = level
    period = Period()
  }
}
