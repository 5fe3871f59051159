import KesiNetwork

/// How the cluster stood in a year.
public struct TrendYear {
  public let year: Int
  public let analysis: Analysis

  public init(year: Int, analysis: Analysis) {
    self.year = year
    self.analysis = analysis
  }
}

extension Network {
  /// The years from the first start of a tie, a membership or a position to what counts as today; none where nothing is dated.
  public var datedYears: [Int] {
    let starts =
      ties.indices.compactMap { ties.period($0).from?.year } + members.compactMap { $0.period.from?.year }
      + positions.compactMap { $0.period.from?.year }
    guard let first = starts.min(), let now = assessment.now?.year, first <= now else { return [] }
    return Array(first...now)
  }
}
