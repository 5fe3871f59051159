import KesiNetwork

/// Two names that may mean one organization though they differ in letters.
package struct LikeNames: Sendable, Equatable {
  /// The one that more cells have, or the fuller one.
  package let name: String
  package let other: String
  package let reason: Phrase
  /// How likely it is, from 0 to 1.
  package let likelihood: Double
  /// How many cells have each.
  package let mentions: Int
  package let otherMentions: Int

  static func pairs(among names: [(name: String, mentions: Int, kind: String?)]) -> [LikeNames] { [] }
}
