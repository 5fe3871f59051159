/// What a network says of itself, and how it wants to be judged: the content of `network.yml`.
public struct Profile: Sendable {
  public var title: Phrase?
  /// Whether the network, or a part of it, is made up to show how Kesi works.
  public var isIllustrative = false
  /// Where its facts come from.
  public var source: String?
  public var sourceZh: String?
  public var license: String?
  /// What the source itself says of the symbiosis, in its words: quoted, never judged by.
  public var symbiosis: Phrase?
  /// In what the values of coalitions are counted, and in what contributions of members: for people. Nil where it does not say.
  public var gainUnit: Phrase?
  public var contributionUnit: Phrase?
  public var kinds: [Kind] = Kind.builtIn
  public var tieKinds: [TieKind] = []
  /// What zones are called, by the word that tables use for them.
  public var zones: [String: Phrase] = [:]
  /// What is supplied and demanded, and what is a kind of what.
  public var items: [Item] = []
  /// What the network states at all; nil for what any of its rows states. See ``Network/assessment``.
  public var assess: Set<Aspect>?
  /// The ids of the kinds that need what the others provide.
  public var demanders: Set<String> = ["enterprise"]
  public var thresholds = Thresholds()
  public var indexWeights = IndexWeights()
  public var lossChances = LossChances()
  public var stepCosts = StepCosts()
  /// The bytes of `network.yml` as they were read, so that they can be kept with the network.
  public var text: [UInt8]?

  public init() {}

  /// The source in a language; the other one where it is missing.
  public func source(in language: Language) -> String? {
    language == .zh ? sourceZh ?? source : source ?? sourceZh
  }

  /// Whether a kind needs what the others provide.
  public func demands(_ kind: String) -> Bool { demanders.contains { $0.isExactly(kind) } }

  /// The kind with an id; a bare one for a word that is not declared.
  public func kind(_ id: String) -> Kind {
    // What looks the same may be another; what does not is told at once.
    kinds.first { $0.id == id && $0.id.isExactly(id) } ?? Kind(id: id, label: Phrase(id, zh: id))
  }

  /// The id of the kind that a table cell means: an id, a label or another word for it; the cell itself when none fits. An
  /// id means its kind, whatever the others are called: so what is written with ids is read back.
  public func kindID(of word: String) -> String { words.kind(word) }

  /// The same of a kind of ties that is declared: `联合项目` is `joint_project` where that is its label.
  public func tieKindID(of word: String) -> String { words.tieKind(word) }

  /// The same of a zone that is declared.
  public func zoneID(of word: String) -> String { words.zone(word) }

  /// The same of an item that is declared.
  public func itemID(of word: String) -> String { words.item(word) }

  /// All that words of its tables mean. Made anew each time: hold it where many words are looked up.
  package var words: ProfileWords { ProfileWords(of: self) }

  public func zone(_ word: String) -> Phrase { zones[word] ?? Phrase(word, zh: word) }

  public func tieKind(_ id: String) -> TieKind {
    tieKinds.first { $0.id == id } ?? TieKind(id: id, label: Phrase(id, zh: id))
  }
}

/// Where a finding begins to count. Every number that decides a gap stands here and can be set under `thresholds:` in
/// `network.yml`.
public struct Thresholds: Sendable, Equatable {
  /// The share of all shortest paths of a network or chain from which its busiest actor is an overloaded broker.
  public var brokerShare = 0.5
  /// The fewest actors of a network or chain in which brokers and cuts are looked for.
  public var smallestScope = 5
  /// The fewest actors that a cut inside a chain must part from the rest.
  public var smallestPart = 2
  /// The chance, corrected for the number of group pairs, below which too few ties between two groups count.
  public var significance = 0.05
  /// The fewest actors a group needs to be looked at for holes.
  public var smallestGroup = 3
  /// From which share of stuck ties on a chain counts as stalled, and after how many years a tie should have come to
  /// industrialization.
  public var stalledShare = 0.5
  public var stalledYears = 3
  /// From which asymmetry of benefits on an actor's ties count as one-sided.
  public var oneSidedShare = 0.5
  /// Below which share of active years, out of at least so many, ties count as intermittent.
  public var activeShare = 0.5
  public var intermittentYears = 3
  /// Below which share of tie ends a sphere of the triple helix counts as all but absent.
  public var helixShare = 0.05
  /// Below which compatibility a supply and a demand differ too much to be matched.
  public var leastMatch = 0.4
  /// Over how many kinds of ties work that goes on counts as integrated.
  public var integratedKinds = 3
  /// Up to which share of what both gain the smaller side counts as gaining nothing, and from which as much as the other.
  public var biasedShare = 0.1
  public var symmetricShare = 0.4
  /// Of which share of its strength a chain or network has to know the mode, for a mode of the whole.
  public var statedShare = 0.5

  public init() {}

  /// The names under which they can be set.
  public static let names: [(name: String, path: WritableKeyPath<Thresholds, Double> & Sendable)] = [
    ("broker_share", \.brokerShare), ("significance", \.significance), ("stalled_share", \.stalledShare),
    ("one_sided_share", \.oneSidedShare), ("active_share", \.activeShare), ("helix_share", \.helixShare),
    ("least_match", \.leastMatch),
    ("biased_share", \.biasedShare), ("symmetric_share", \.symmetricShare), ("stated_share", \.statedShare),
  ]
  public static let wholeNames: [(name: String, path: WritableKeyPath<Thresholds, Int> & Sendable)] = [
    ("smallest_scope", \.smallestScope), ("smallest_part", \.smallestPart),
    ("smallest_group", \.smallestGroup), ("stalled_years", \.stalledYears),
    ("intermittent_years", \.intermittentYears), ("integrated_kinds", \.integratedKinds),
  ]
}

/// How the parts of the chain index are weighed, and how levels and kinds count. Set under `weights:` in `network.yml`.
///
/// Judgments, the same for every network: what a chain has (coverage, depth, redundancy) counts nearly half, how it is tied
/// (cohesion, reach) less, and what comes of it (vitality, fit) least, since tables seldom state it in full.
public struct IndexWeights: Sendable, Equatable {
  public var coverage = 0.15
  public var depth = 0.15
  public var redundancy = 0.15
  public var cohesion = 0.15
  public var reach = 0.15
  public var vitality = 0.15
  public var fit = 0.1
  /// What one provider of a level adds to depth; one of no stated level may be the lowest or the highest.
  public var levels: [Level: Double] = [.national: 0.8, .provincial: 0.6, .municipal: 0.4, .ordinary: 0.2]
  /// How much the lack of a required kind weighs, as the severity of the gap.
  public var kinds: [String: Double] = [
    "enterprise": 1, "university": 0.8, "college": 0.8, "institute": 0.75, "platform": 0.75,
  ]
  /// The same for every other kind.
  package var otherKinds = 0.5

  public init() {}

  public func level(_ level: Level) -> Double { levels[level] ?? 0 }

  /// What a provider adds: between the lowest and the highest level where its own is not stated.
  public func level(_ level: Level?) -> Interval {
    if let level { return Interval(self.level(level)) }
    let all = Level.allCases.map { self.level($0) }
    return Interval(all.min() ?? 0, all.max() ?? 0)
  }
  public func kind(_ kind: String) -> Double { kinds[kind] ?? otherKinds }

  /// The names under which the parts can be set.
  public static let names: [(name: String, path: WritableKeyPath<IndexWeights, Double> & Sendable)] = [
    ("coverage", \.coverage), ("depth", \.depth), ("redundancy", \.redundancy), ("cohesion", \.cohesion),
    ("reach", \.reach), ("vitality", \.vitality), ("fit", \.fit),
  ]
}

/// How likely an actor is to be lost within a year, or a tie to lapse. Judgments, all in this one place; set under `losses:` in
/// `network.yml`.
public struct LossChances: Sendable, Equatable {
  /// By kind of actor. A government is reorganized, not lost.
  public var kinds: [String: Double] = [
    "enterprise": 0.06, "fund": 0.04, "platform": 0.03, "association": 0.02, "college": 0.01, "university": 0.01,
    "institute": 0.01, "hospital": 0.01, "park": 0.01, "government": 0,
  ]
  /// The same for every other kind.
  package var others = 0.05
  /// Of an enterprise that leads a chain or cluster.
  public var leader = 0.02
  /// Of a tie, where the dates of the network do not tell.
  public var tie = 0.2

  public init() {}

  public subscript(kind: String) -> Double { kinds[kind] ?? others }
}

/// What a step of a plan costs by its class, in whatever unit the bureau reckons in; nil where it has not said. Set under
/// `costs:` in `network.yml`.
public struct StepCosts: Sendable, Equatable {
  public var fill: Double?
  public var strengthen: Double?
  public var connect: Double?
  public var steady: Double?

  public init() {}

  /// The names under which they can be set: those of the classes of steps.
  public static let names: [(name: String, path: WritableKeyPath<StepCosts, Double?> & Sendable)] = [
    ("fill", \.fill), ("strengthen", \.strengthen), ("connect", \.connect), ("steady", \.steady),
  ]

  /// Whether no class has a cost.
  public var areUnknown: Bool { self == StepCosts() }

  /// The classes that have none.
  public var missing: [String] { Self.names.filter { self[keyPath: $0.path] == nil }.map(\.name) }

  /// Of a class of steps by its name.
  public func cost(of name: String) -> Double? {
    Self.names.first { $0.name == name }.flatMap { self[keyPath: $0.path] }
  }
}
