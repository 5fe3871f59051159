import KesiNetwork

/// Which of several texts comes most often; of two that come as often, the one that came last. Empty ones do not count.
struct MostFrequent {
  private var counts: [(text: String, count: Int, last: Int)] = []

  /// What it is; empty where there is none.
  var text: String { counts.max { ($0.count, $0.last) < ($1.count, $1.last) }?.text ?? "" }

  /// The others.
  var others: [String] {
    let text = text
    return counts.map(\.text).filter { !$0.isExactly(text) }
  }

  mutating func add(_ text: String, row: Int) {
    guard !text.isEmpty else { return }
    if let place = counts.firstIndex(where: { $0.text.isExactly(text) }) {
      counts[place].count += 1
      counts[place].last = row
    } else if counts.count < Self.most {
      counts.append((text, 1, row))
    }
  }

  /// Nothing has as many names; a file that is made to be slow does.
  private static let most = 64
}
