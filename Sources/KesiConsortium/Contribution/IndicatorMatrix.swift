/// What members are appraised by: a row a member, a column an indicator; nil where a number is not stated.
struct IndicatorMatrix: Sendable, Equatable {
  /// How a number becomes one from 0 to 1, the better the greater.
  enum Scale: Sendable, Equatable {
    /// From the least of all to the greatest.
    case minMax
    /// By standard deviations from the mean: half a point more at three of them, no less than 0 and no more than 1.
    case z
    /// As a part of the sum of all.
    case share
    /// As a part of a target; what is beyond it counts as it.
    case target(Double)
  }

  struct Indicator: Sendable, Equatable {
    let isBenefit: Bool
    let scale: Scale

    init(isBenefit: Bool = true, scale: Scale = .minMax) { (self.isBenefit, self.scale) = (isBenefit, scale) }
  }

  let indicators: [Indicator]
  let rows: [[Double?]]

  /// The numbers of an indicator that are stated.
  func stated(_ indicator: Int) -> [Double] { rows.compactMap { $0[indicator] } }

  /// Whether an indicator tells members apart: what is the same for all of them, or stated of fewer than two, says nothing.
  func tells(_ indicator: Int) -> Bool {
    let numbers = stated(indicator)
    guard let least = numbers.min(), let most = numbers.max() else { return false }
    if case .target = indicators[indicator].scale { return true }
    return numbers.count > 1 && most > least
  }

  /// Every number as one from 0 to 1, the better the greater; nil where it is not stated, or the indicator tells nobody apart.
  func scaled() -> [[Double?]] {
    let columns = indicators.indices.map { column -> [Double?] in
      guard tells(column) else { return rows.map { _ in nil } }
      return Self.scaled(rows.map { $0[column] }, stated(column), indicators[column])
    }
    return rows.indices.map { row in columns.map { $0[row] } }
  }

  private static func scaled(_ column: [Double?], _ stated: [Double], _ indicator: Indicator) -> [Double?] {
    let (least, most) = (stated.min() ?? 0, stated.max() ?? 0)
    let sum = stated.reduce(0, +)
    let mean = sum / Double(max(1, stated.count))
    let deviation = (stated.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, stated.count))).squareRoot()
    let isBenefit = indicator.isBenefit
    return column.map { number in
      number.map { number in
        switch indicator.scale {
        case .minMax: isBenefit ? (number - least) / (most - least) : (most - number) / (most - least)
        case .z: min(1, max(0, 0.5 + (isBenefit ? 1 : -1) * (number - mean) / deviation / 6))
        case .share: isBenefit ? number / sum : (1 - number / sum)
        case .target(let target):
          isBenefit ? min(1, max(0, number / target)) : number <= target ? 1 : max(0, target / number)
        }
      }
    }
  }
}
