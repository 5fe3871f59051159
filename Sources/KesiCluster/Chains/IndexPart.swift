import KesiNetwork

/// A part of the chain index: all that is told of it, and how its value is found.
///
/// To add one, write a file in `Chains/Parts/` with the entry, its value and its reason, and a line in ``all``; under which
/// name `network.yml` sets its weight stands in `IndexWeights`.
public final class IndexPart: CatalogueEntry {
  /// As tables have it, and as its weight is called in `network.yml`.
  public let id: String
  public let label: Phrase
  public let definition: Phrase
  /// How to read it, and what not to read into it.
  public let advice: Phrase
  public let block: IndexBlock
  /// What a network has to state, and what its chains have to declare, for the part to be assessed.
  public let restsOn: Set<Aspect>
  public let needs: Set<Declaration>
  public let weight: KeyPath<IndexWeights, Double> & Sendable
  /// Whether its value varies with the weights of levels.
  let countsLevels: Bool
  /// Between what and what in 0…1; nil where a chain says nothing of it.
  let value: @Sendable (ChainNetwork, IndexWeights) -> Interval?
  /// What the value of a chain rests on.
  let reason: @Sendable (ChainNetwork, Analysis) -> Phrase

  init(
    _ id: String, zh chinese: String, of block: IndexBlock, weight: KeyPath<IndexWeights, Double> & Sendable,
    restsOn: Set<Aspect> = [], needs: Set<Declaration> = [], countsLevels: Bool = false, definition: Phrase,
    advice: Phrase,
    value: @escaping @Sendable (ChainNetwork, IndexWeights) -> Interval?,
    reason: @escaping @Sendable (ChainNetwork, Analysis) -> Phrase
  ) {
    self.id = id
    label = Phrase(id, zh: chinese)
    self.block = block
    self.weight = weight
    self.restsOn = restsOn
    self.needs = needs
    self.countsLevels = countsLevels
    self.definition = definition
    self.advice = advice
    self.value = value
    self.reason = reason
  }

  public var explanation: Explanation {
    Explanation(
      id, label, definition,
      Phrase("Part of \(block.label.en). \(advice.en)", zh: "属“\(block.label.zh)”。\(advice.zh)"))
  }

  /// Whether networks judged so are asked for it at all.
  func isAssessed(by assessment: Assessment) -> Bool {
    assessment.covers(restsOn) && needs.isSubset(of: assessment.declarations)
  }
}

/// What the parts of the chain index add up to: what a chain has, how it is tied, what comes of it.
public enum IndexBlock: String, Term {
  case supply, links, work

  public var chinese: [String] {
    switch self {
    case .supply: ["供给"]
    case .links: ["联系"]
    case .work: ["成效"]
    }
  }
}
