import KesiNetwork

/// What each vertex offers and asks for, by the rows of `supplies.csv` and `demands.csv`, as pairs are asked for it.
struct StatedItems: Sendable {
  private struct Entry: Sendable {
    /// The place of its item among ``lines``.
    let line: Int
    let chain: Int?
  }

  /// Of each item that is stated, itself and what it is a part of, up to the top.
  private let lines: [[ExactText]]
  private let offered: [[Entry]]
  private let asked: [[Entry]]

  /// - Returns: nil where a table of the two is missing: of one side alone nothing can be said.
  init?(of graph: NetworkGraph) {
    let network = graph.network
    guard !network.supplies.isEmpty, !network.demands.isEmpty else { return nil }
    let tree = ItemTree(network.profile.items)
    var lines: [[ExactText]] = []
    var places: [ExactText: Int] = [:]
    func entries<Side>(_ rows: [MarketEntry<Side>]) -> [[Entry]] {
      var entries = [[Entry]](repeating: [], count: graph.actors.count)
      for row in rows {
        guard let vertex = graph.vertex[row.actor] else { continue }
        let place = places[ExactText(row.item)] ?? lines.count
        if place == lines.count {
          places[ExactText(row.item)] = place
          lines.append(tree.line(of: row.item).map(ExactText.init))
        }
        entries[vertex].append(Entry(line: place, chain: row.chain))
      }
      return entries
    }
    (offered, asked) = (entries(network.supplies), entries(network.demands))
    self.lines = lines
  }

  /// Whether the tables say what one of two offers and what the other asks for, and that is not the same.
  ///
  /// - Complexity: O(items of one · items of the other).
  func areAtOdds(_ a: Int, _ b: Int) -> Bool {
    let found = [meet(offered[a], asked[b]), meet(offered[b], asked[a])].compactMap(\.self)
    return !found.isEmpty && !found.contains(true)
  }

  /// Whether some of what is offered would do for some of what is asked for; nil where one side states nothing.
  private func meet(_ offered: [Entry], _ asked: [Entry]) -> Bool? {
    guard !offered.isEmpty, !asked.isEmpty else { return nil }
    return offered.contains { one in asked.contains { would(one, doFor: $0) } }
  }

  /// The same item, one that is a part of the other, or in one chain two that have something in common.
  private func would(_ one: Entry, doFor other: Entry) -> Bool {
    let (line, front) = (lines[one.line], lines[other.line])
    if line.contains(front[0]) || front.contains(line[0]) { return true }
    return one.chain != nil && one.chain == other.chain && ItemTree.nearness(of: line, front) > 0
  }
}
