import KesiNetwork

/// A kind of gap: all that is told of it, and how it is found.
///
/// To add one, write a file in `Gaps/` with the entry and its finder, and a line in ``all``. It is a class since there may
/// be a million gaps of a kind, and each of them names it.
public final class GapKind: CatalogueEntry {
  /// As tables have it: `missing_kind`.
  public let id: String
  /// What it is called: `missing kind`.
  public let label: Phrase
  /// Other words for it.
  public let synonyms: [String]
  public let gapClass: GapClass
  /// What a network has to state for gaps of this kind to be looked for; nothing where places in chains are enough.
  public let restsOn: Set<Aspect>
  public let cost: Cost
  /// What it is, and by what its severity is reckoned.
  public let definition: Phrase
  /// How to read it, and what not to read into it.
  public let advice: Phrase
  /// What to type or to fill in.
  public let usage: Phrase?
  /// Where it comes from; nil where it is Kesi's own.
  public let source: String?
  /// What its gaps state, not each of them all of it.
  public let evidence: [EvidenceTerm]
  private let sentence: @Sendable (String) -> Phrase
  /// What the severity of a gap rests on besides how many actors there are in all, in the network or the chain.
  let substance: @Sendable (Gap) -> [Double]
  /// Finds the gaps of this kind, whether or not the network states what it rests on.
  let find: @Sendable (Analysis) throws -> [Gap]

  /// What finding takes on a large network.
  public enum Cost: Sendable, CaseIterable {
    /// Little: each tie is looked at a few times.
    case quick
    /// Drawing networks at random.
    case draws
    /// All shortest paths.
    case shortestPaths
  }

  /// - Parameters:
  ///   - id: in English, with underscores for spaces.
  ///   - chinese: what it is called in Chinese.
  ///   - sentence: so many alike gaps in one sentence.
  init(
    _ id: String, zh chinese: String, or synonyms: [String] = [], class gapClass: GapClass, restsOn: Set<Aspect>,
    cost: Cost = .quick, definition: Phrase, advice: Phrase, usage: Phrase? = nil, source: String? = nil,
    evidence: [EvidenceTerm],
    together sentence: @escaping @Sendable (_ count: String) -> Phrase = {
      Phrase("\($0) gaps of this kind", zh: "\($0) 处同类薄弱环节")
    },
    substance: @escaping @Sendable (Gap) -> [Double] = { [$0.severity] },
    find: @escaping @Sendable (Analysis) throws -> [Gap]
  ) {
    self.id = id
    label = Phrase(String(id.map { $0 == "_" ? " " : $0 }), zh: chinese)
    self.synonyms = synonyms
    self.gapClass = gapClass
    self.restsOn = restsOn
    self.cost = cost
    self.definition = definition
    self.advice = advice
    self.usage = usage
    self.source = source
    self.evidence = evidence
    self.sentence = sentence
    self.substance = substance
    self.find = find
  }

  /// What it means, with the class that it belongs to.
  public var explanation: Explanation {
    Explanation(
      id, label, or: synonyms, definition,
      Phrase(advice.en + " Class: \(gapClass.rawValue).", zh: advice.zh + "类别：\(gapClass.chinese[0])。"), usage: usage,
      source: source)
  }

  /// So many alike gaps in one sentence.
  package func together(_ count: Int) -> Phrase { sentence(Figure.count(count).text) }
}
