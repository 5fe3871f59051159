import KesiNetwork

/// How complete, tied and working a chain is, 0…1: the weighted mean of its parts. A part that the network does not assess is
/// left out; what a chain does not state of the others counts as nothing at the lower end and as all at the upper.
///
/// No tie that works lowers it, and no provider or level lowers a part of supply, under the same assessment.
public struct ChainIndex: Sendable {
  public enum Verdict: String, Term {
    case weak, developing, strong
    case notEnoughData = "not_enough_data"

    public var chinese: [String] {
      switch self {
      case .weak: ["薄弱"]
      case .developing: ["发展中"]
      case .strong: ["较强"]
      case .notEnoughData: ["资料不足"]
      }
    }

    public var label: Phrase {
      Phrase(self == .notEnoughData ? "not enough data" : rawValue, zh: chinese[0])
    }
  }

  /// The parts in order: what each is, and how it is weighed.
  public let parts: [Part]
  /// Both ends; nil where no part is assessed.
  public let range: Interval?
  public let verdict: Verdict?
  /// The blocks that are assessed.
  public let blocks: [(block: IndexBlock, range: Interval)]
  /// The block that holds the chain back most, of those of which more than half is known; nil where there are fewer than two.
  public let shortSide: IndexBlock?
  /// What is not assessed: parts, and kinds that the source does not state.
  public let leftOut: [LeftOut]

  public struct Part: Sendable {
    public let part: IndexPart
    /// Nil where it is not assessed.
    public let range: Interval?
    /// Its share of the weights of the parts that are assessed.
    public let share: Double

    /// The lower end.
    public var value: Double? { range?.low }
  }

  /// What an index leaves out: a part, or a kind of actors, by its id.
  public enum LeftOut: Sendable, Equatable {
    case part(IndexPart)
    case kind(String)

    /// As programs read it.
    public var code: String {
      switch self {
      case .part(let part): part.id
      case .kind(let id): id
      }
    }

    package var isKind: Bool { if case .kind = self { true } else { false } }

    public func label(in network: Network) -> Phrase {
      switch self {
      case .part(let part): part.label
      case .kind(let id): network.profile.kind(id).label
      }
    }
  }

  /// The lower end: by this chains are ranked and gains reckoned.
  public var value: Double? { range?.low }

  /// What the short side is called: where one part of the block is all that is assessed, that part.
  package var shortSideLabel: Phrase? { shortSide.map(label) }

  /// What a block is called, in the same way.
  func label(of block: IndexBlock) -> Phrase {
    let assessed = parts.filter { $0.part.block == block && $0.range != nil }
    return assessed.count == 1 ? assessed[0].part.label : block.label
  }

  init(of chain: ChainNetwork, weights: IndexWeights) {
    self.init(of: chain, weights: weights) { $0.value(chain, weights) }
  }

  /// The index under other weights: parts that no weight changes are taken over.
  func reweighed(_ chain: ChainNetwork, by weights: IndexWeights) -> ChainIndex {
    ChainIndex(of: chain, weights: weights) { part in
      part.countsLevels ? part.value(chain, weights) : parts.first { $0.part == part }?.range
    }
  }

  private init(of chain: ChainNetwork, weights: IndexWeights, value: (IndexPart) -> Interval?) {
    let assessed = IndexPart.all.map { $0.isAssessed(by: chain.assessment) && weights[keyPath: $0.weight] > 0 }
    let whole = zip(IndexPart.all, assessed).reduce(0) { $0 + ($1.1 ? weights[keyPath: $1.0.weight] : 0) }
    let parts = zip(IndexPart.all, assessed).map { part, isAssessed in
      Part(
        part: part, range: isAssessed ? value(part) ?? .unknown : nil,
        share: isAssessed ? weights[keyPath: part.weight] / whole : 0)
    }
    self.parts = parts
    range = whole > 0 ? Self.mean(of: parts) : nil
    var blocks: [(block: IndexBlock, range: Interval)] = []
    for block in IndexBlock.allCases {
      if let range = Self.mean(of: parts.filter { $0.part.block == block }) { blocks.append((block, range)) }
    }
    self.blocks = blocks
    let known = blocks.filter { $0.range.width <= 0.5 }
    // The first of equals: what a chain has comes before how it is tied.
    shortSide =
      known.count > 1
      ? known.enumerated().min { ($0.element.range.low, $0.offset) < ($1.element.range.low, $1.offset) }?.element.block
      : nil
    verdict = range.map {
      Self.verdict(of: $0, blocks: blocks.map(\.range), hangsOnFew: chain.lacksOrHangsOnOne, unknown: parts)
    }
    leftOut =
      parts.filter { $0.range == nil }.map { .part($0.part) }
      + chain.chain.requires.filter { chain.chain.unassessed.containsExactly($0) }.map { .kind($0) }
  }

  /// The weighted mean of parts that are assessed; nil where none is.
  private static func mean(of parts: [Part]) -> Interval? {
    let whole = parts.reduce(0) { $0 + $1.share }
    guard whole > 0 else { return nil }
    let sum = parts.reduce(Interval(0)) { $0 + $1.share * ($1.range ?? Interval(0)) }
    return sum.map { min(1, $0 / whole) }
  }

  /// - Parameter hangsOnFew: whether a required kind is missing or hangs on one provider.
  private static func verdict(
    of range: Interval, blocks: [Interval], hangsOnFew: Bool, unknown parts: [Part]
  ) -> Verdict {
    if range.low >= 2.0 / 3, blocks.allSatisfy({ $0.low >= 0.5 }), !hangsOnFew { return .strong }
    if range.high < 0.5 || blocks.contains(where: { $0.high < 1.0 / 3 }) { return .weak }
    return parts.reduce(0, { $0 + $1.share * ($1.range?.width ?? 0) }) > 0.5 ? .notEnoughData : .developing
  }
}

extension ChainNetwork {
  /// Whether a required kind is missing or hangs on one provider, so that the chain cannot be called strong.
  var lacksOrHangsOnOne: Bool {
    !missingKinds.isEmpty || !kinds(ofProviders: 0).isEmpty || !kinds(ofProviders: 1).isEmpty
  }

  /// The required kinds that are there, of which so many provide that stand for themselves.
  func kinds(ofProviders count: Int) -> [String] {
    providerKinds.filter { independentProviders(ofKind: $0).count == count && !missingKinds.containsExactly($0) }
  }
}
