import KesiCluster
import KesiNetwork

extension Glossary {
  /// The kinds of gaps, as their catalogue has them.
  static let gapEntries = GapKind.told.map { GlossaryEntry($0.explanation, .gap, tables: "gaps (kind)") }
}
