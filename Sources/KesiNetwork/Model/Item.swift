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
  public func line(of item: String) -> [String] { ItemTree(items).line(of: item) }

  /// How near two items are: see `ItemTree`.
  ///
  /// - Complexity: O(items).
  public func nearness(of one: String, _ other: String) -> Double {
    let tree = ItemTree(items)
    return ItemTree.nearness(of: tree.line(of: one).map(ExactText.init), tree.line(of: other).map(ExactText.init))
  }
}

/// Items with what they are a part of, each found at once: for who asks of many.
package struct ItemTree: Sendable {
  private let items: [ExactText: Item]

  /// - Parameter items: those that are declared; of one id the first.
  package init(_ items: [Item]) {
    self.items = Dictionary(items.map { (ExactText($0.id), $0) }) { first, _ in first }
  }

  /// What an item is called: its label, or its word.
  package subscript(id: String) -> Item { items[ExactText(id)] ?? Item(id: id, label: Phrase(id, zh: id)) }

  /// An item and those that it is a part of, up to the top, each once.
  package func line(of item: String) -> [String] {
    var line = [item]
    while let parent = self[line[line.count - 1]].parent, !line.containsExactly(parent) { line.append(parent) }
    return line
  }

  /// How near two items are by their lines, 0…1: 2 · (depth of what both are a part of) / (sum of their depths), an item at the
  /// top having depth 1. So 1 is the same, ⅔ a top item and a part of it, ½ two parts of one top item, 0 nothing in common.
  ///
  /// - Complexity: O(depth²).
  /// - Source: Wu & Palmer, *Verb Semantics and Lexical Selection*, ACL 1994.
  package static func nearness<Name: Equatable>(of one: some Collection<Name>, _ other: some Collection<Name>) -> Double
  {
    var above = one.count
    for name in one {
      if other.contains(name) { return 2 * Double(above) / Double(one.count + other.count) }
      above -= 1
    }
    return 0
  }
}
