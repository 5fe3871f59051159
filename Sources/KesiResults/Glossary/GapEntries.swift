import KesiCluster
import KesiNetwork

extension Glossary {
  /// The kinds of gaps, as their catalogue has them.
  static let gapEntries = inFormerOrder.map { kind in
    GlossaryEntry(
      kind.id, .gap, kind.label, or: kind.synonyms, kind.definition,
      advice: Phrase(
        kind.advice.en + " Class: \(kind.gapClass.rawValue).",
        zh: kind.advice.zh + "类别：\(kind.gapClass.chinese[0])。"),
      usage: kind.usage, tables: "gaps (kind)", source: kind.source)
  }

  /// For one commit only, so that every byte can be compared: the order in which entries were written before.
  private static let inFormerOrder: [GapKind] = [
    .missingKind, .singleProvider, .thinChain, .brokenStage, .capacityShort, .bridgeTie, .cutActor, .isolatedActor,
    .detachedGroup, .structuralHole, .overloadedBroker, .oneSided, .intermittent, .stalled, .unbalancedHelix,
  ]
}
