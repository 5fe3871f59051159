import KesiCluster
import KesiNetwork

extension Glossary {
  /// The kinds of gaps, as their catalogue has them.
  static let gapEntries = GapKind.all.map { kind in
    GlossaryEntry(
      kind.id, .gap, kind.label, or: kind.synonyms, kind.definition,
      advice: Phrase(
        kind.advice.en + " Class: \(kind.gapClass.rawValue).",
        zh: kind.advice.zh + "类别：\(kind.gapClass.chinese[0])。"),
      usage: kind.usage, tables: "gaps (kind)", source: kind.source)
  }
}
