import KesiNetwork

/// How two work together over time.
///
/// - Source: Yuan Chunqing 袁纯清, *Symbiosis Theory* (共生理论), 1998; the bounds are Kesi's own.
public enum OrganizationMode: String, Term {
  /// Once, and not since.
  case point
  /// Again and again, with more years without work than with it.
  case intermittent
  /// Year after year, over few kinds of ties.
  case continuous
  /// Year after year, over many kinds of ties.
  case integrated

  public var chinese: [String] {
    switch self {
    case .point: ["点共生"]
    case .intermittent: ["间歇共生"]
    case .continuous: ["连续共生"]
    case .integrated: ["一体化共生", "一体化"]
    }
  }
}

/// The years of a partnership, from the first work to what counts as today.
public struct YearsTogether: Sendable, Equatable {
  public let first: Int
  /// All years since, and those of them with work.
  public let all: Int
  public let active: Int
  /// How often work was taken up: years of work without a year between are one time.
  public let times: Int
  /// Whether everything has ended.
  public let isOver: Bool

  /// - Parameter periods: of the ties, each with a start.
  /// - Returns: nil where none has begun.
  init?(of periods: [Period], at now: PartialDate) {
    let spans = periods.compactMap { period -> ClosedRange<Int>? in
      guard let start = period.from?.year, start <= now.year else { return nil }
      // An end before its start is refused where tables are read.
      return start...max(start, min(now.year, period.to?.year ?? now.year))
    }.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    guard let first = spans.first?.lowerBound else { return nil }
    self.first = first
    all = now.year - first + 1
    var (active, times, reached) = (0, 0, first - 2)
    for span in spans {
      if span.lowerBound > reached + 1 { times += 1 }
      active += max(0, span.upperBound - max(reached, span.lowerBound - 1))
      reached = max(reached, span.upperBound)
    }
    (self.active, self.times) = (active, times)
    isOver = periods.allSatisfy { $0.to.map { $0.latest < now.latest } ?? false }
  }

  /// The mode that the years show; nil where too few have passed to tell.
  ///
  /// | mode | when |
  /// |---|---|
  /// | continuous, integrated | work in `active_share` of the years since the first or more, and in `intermittent_years` years or more; integrated from `integrated_kinds` kinds of ties on |
  /// | intermittent | work was taken up twice or more, and is not continuous |
  /// | point | work was taken up once, and is over |
  ///
  /// - Parameter kinds: of ties.
  func mode(kinds: Int, by thresholds: Thresholds) -> OrganizationMode? {
    if active >= thresholds.intermittentYears, Double(active) >= thresholds.activeShare * Double(all) {
      return kinds >= thresholds.integratedKinds ? .integrated : .continuous
    }
    if times > 1 { return .intermittent }
    return isOver ? .point : nil
  }
}
