import Synchronization

/// The best of many partnerships, as many as are asked for: found among more, whatever the order they come in.
struct BestPartnerships {
  private let limit: Int
  private let precedes: @Sendable (Partnership, Partnership) -> Bool
  private var kept: [Partnership] = []
  /// The last of those that count, once there are enough: what does not precede it need not be kept.
  private var last: Partnership?

  init(limit: Int, by precedes: @escaping @Sendable (Partnership, Partnership) -> Bool) {
    self.limit = limit
    self.precedes = precedes
  }

  var sorted: [Partnership] { Array(kept.sorted(by: precedes).prefix(limit)) }

  /// What a sum must reach to be kept, as far as that can be told.
  var least: Double { last?.sum ?? -.infinity }

  /// Whether one would be kept.
  func wants(_ one: Partnership) -> Bool { last.map { precedes(one, $0) } ?? true }

  mutating func add(_ one: Partnership) {
    guard wants(one) else { return }
    kept.append(one)
    // Twice as many as count are held, and then sorted: some steps each.
    guard kept.count >= limit.multipliedReportingOverflow(by: 2).partialValue, limit < Int.max / 2 else { return }
    kept = sorted
    last = kept.last
  }

  mutating func add(_ others: BestPartnerships) { for one in others.kept { add(one) } }
}

/// The same, filled by several workers.
final class SharedBest: Sendable {
  private let best: Mutex<BestPartnerships>

  init(limit: Int, by precedes: @escaping @Sendable (Partnership, Partnership) -> Bool) {
    best = Mutex(BestPartnerships(limit: limit, by: precedes))
  }

  var sorted: [Partnership] { best.withLock { $0.sorted } }

  func add(_ others: BestPartnerships) { best.withLock { $0.add(others) } }
}
