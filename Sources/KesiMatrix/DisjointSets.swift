/// Sets that are joined bit by bit, at first each of one: which numbers hang together.
///
/// - Source: Tarjan & van Leeuwen, *Worst-Case Analysis of Set Union Algorithms*, J. ACM 1984 (paths halved).
package struct DisjointSets: ~Copyable {
  private let parent: Scratch<UInt32>
  private let count: Int

  package init(count: Int) {
    self.count = count
    parent = Scratch(uninitialized: count)
    for one in 0..<count { parent[one] = UInt32(truncatingIfNeeded: one) }
  }

  /// The least number of the set that holds this one.
  package func least(with one: Int) -> Int {
    var one = one
    while true {
      let next = Int(parent[one])
      if next == one { return one }
      parent[one] = parent[next]
      one = Int(parent[one])
    }
  }

  package func join(_ a: Int, _ b: Int) {
    let (a, b) = (least(with: a), least(with: b))
    parent[max(a, b)] = UInt32(truncatingIfNeeded: min(a, b))
  }

  /// A label for each number, the same for all of a set: its least.
  package var labels: [Int] { (0..<count).map { least(with: $0) } }
}
