/// What is supplied and demanded, as `network.yml` declares it under `items`: what it is called, and of what it is a part.
public struct Item: Sendable, Equatable {
  public let id: String
  public var label: Phrase
  /// The id of the item that it is a kind of; nil at the top.
  public var parent: String?

  public init(id: String, label: Phrase, parent: String? = nil) {
    (self.id, self.label, self.parent) = (id, label, parent)
  }
}

extension Profile {
  /// What an item is called: its label, or its word.
  public func item(_ id: String) -> Item {
    items.first { $0.id.isExactly(id) } ?? Item(id: id, label: Phrase(id, zh: id))
  }

  /// An item and those that it is a part of, up to the top, each once.
  public func line(of item: String) -> [String] {
    var line = [item]
    while let parent = self.item(line[line.count - 1]).parent, !line.containsExactly(parent) { line.append(parent) }
    return line
  }

  /// How near two items are, 0…1: 2 · (depth of what both are a part of) / (sum of their depths), an item at the top having
  /// depth 1. So 1 is the same, ⅔ a top item and a part of it, ½ two parts of one top item, 0 nothing in common.
  ///
  /// - Complexity: O(items · depth).
  /// - Source: Wu & Palmer, *Verb Semantics and Lexical Selection*, ACL 1994.
  public func nearness(of one: String, _ other: String) -> Double {
    if one.isExactly(other) { return 1 }
    let (a, b) = (line(of: one), line(of: other))
    guard let shared = a.firstIndex(where: b.containsExactly) else { return 0 }
    return 2 * Double(a.count - shared) / Double(a.count + b.count)
  }
}
