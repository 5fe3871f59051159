/// The years near which most dates lie. One that is far from all others is a slip of the pen, `2205` for 2025: what a whole
/// network is judged by, as the latest start or the first year to show, must not hang on it.
package struct UsualYears: Sendable, Equatable {
  package let range: ClosedRange<Int>

  /// Further than this from the middle a year is told apart: a slip in the digit of the century errs by a hundred years or
  /// more, and one in that of the decade cannot be told from a date that is meant.
  private static let reach = 60
  /// Where more than one in so many lies further off, the dates are spread out, as those of a history are.
  private static let rarity = 20
  private static let mostOfYear = 1 << 40
  /// Beside dates of these years any other is a slip, however many there are.
  private static let modern = 1800...2199

  /// - Returns: nil where there are fewer than three, or where they are spread out.
  /// - Complexity: O(years), and one number for each of the years 0 to 9999.
  package init?(_ years: some Sequence<Int>) { self.init(years.lazy.map { (year: $0, count: 1) }) }

  /// The same of years that come so and so often.
  package init?(_ years: some Sequence<(year: Int, count: Int)>) {
    var counts = [Int](repeating: 0, count: 10_000)
    // No count is so large that ten thousand of them have no sum.
    for (year, count) in years where counts.indices.contains(year) {
      counts[year] = min(counts[year] + min(max(count, 0), Self.mostOfYear), Self.mostOfYear)
    }
    let total = counts.reduce(0, +)
    guard total >= 3 else { return nil }
    var (middle, below) = (0, counts[0])
    while below * 2 < total {
      middle += 1
      below += counts[middle]
    }
    let range = middle - Self.reach...middle + Self.reach
    let possible = Self.modern.contains(middle) ? Self.modern : 0...9999
    let others = possible.reduce(0) { $0 + (range.contains($1) ? 0 : counts[$1]) }
    guard others <= max(1, total / Self.rarity) else { return nil }
    self.range = range
  }

  package func contains(_ year: Int) -> Bool { range.contains(year) }
}

extension Network {
  /// The years near which most ties, memberships and positions begin; nil where nothing tells.
  package var usualYears: UsualYears? { UsualYears(starts.map(\.year)) }

  /// When ties, memberships and positions begin, as far as it is stated.
  package var starts: [PartialDate] {
    // Fields are read in place: rows are wide.
    ties.indices.compactMap { ties.period($0).from } + members.indices.compactMap { members[$0].period.from }
      + positions.indices.compactMap { positions[$0].period.from }
  }
}
