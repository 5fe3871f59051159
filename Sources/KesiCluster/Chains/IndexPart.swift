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
  /// What a network has to state for the part to have a value.
  public let restsOn: Set<Aspect>
  public let weight: KeyPath<IndexWeights, Double> & Sendable
  /// Whether its value varies with the weights of levels.
  let countsLevels: Bool
  /// 0…1; nil where there is no data.
  let value: @Sendable (ChainNetwork, IndexWeights) -> Double?
  /// What the value of a chain rests on.
  let reason: @Sendable (ChainNetwork, Analysis) -> Phrase

  init(
    _ id: String, zh chinese: String, weight: KeyPath<IndexWeights, Double> & Sendable, restsOn: Set<Aspect>,
    countsLevels: Bool = false, definition: Phrase, advice: Phrase,
    value: @escaping @Sendable (ChainNetwork, IndexWeights) -> Double?,
    reason: @escaping @Sendable (ChainNetwork, Analysis) -> Phrase
  ) {
    self.id = id
    label = Phrase(id, zh: chinese)
    self.weight = weight
    self.restsOn = restsOn
    self.countsLevels = countsLevels
    self.definition = definition
    self.advice = advice
    self.value = value
    self.reason = reason
  }

  public var explanation: Explanation { Explanation(id, label, definition, advice) }
}
