/// A number as the page shows it, in tables and in sentences: the one place where digits are decided.
enum Figure {
  /// How many there are: `25,754`.
  case count(Int)
  /// An index, a severity, a weight, a gain: three decimals, `0.600`.
  case index(Double)
  /// A count as chance would have it: one decimal, `4.7`.
  case expected(Double)
  /// A part of a whole: percent without decimals, `60 %`; in Chinese `60%`.
  case share(Double)
  /// An amount in a unit of its own: whole numbers as counts, others with three decimals.
  case amount(Double)

  /// What is no number is a dash.
  static let none = "–"

  func text(isChinese: Bool = false) -> String {
    switch self {
    case .count(let count): Self.grouped(String(count.magnitude), isNegative: count < 0)
    case .index(let value): Self.decimals(value, 3)
    case .expected(let value): Self.decimals(value, 1)
    case .share(let value):
      Self.whole(value * 100).map { Self.grouped(String($0.magnitude), isNegative: $0 < 0) + "%" }
        ?? Self.none
    case .amount(let value):
      value == value.rounded()
        ? Self.whole(value).map { Figure.count($0).text() } ?? "\(value)" : Self.decimals(value, 3)
    }
  }

  /// The nearest whole number; nil for what has none that can be told.
  static func whole(_ value: Double) -> Int? { value.magnitude < 1e15 ? Int(value.rounded()) : nil }

  private static func decimals(_ value: Double, _ places: Int) -> String {
    let unit: UInt = places == 1 ? 10 : 1000
    guard let parts = whole(value * Double(unit)) else { return value.isFinite ? "\(value)" : none }
    let (whole, rest) = parts.magnitude.quotientAndRemainder(dividingBy: unit)
    return grouped(String(whole), isNegative: parts < 0) + "." + String(unit + rest).dropFirst()
  }

  private static func grouped(_ digits: String, isNegative: Bool) -> String {
    var result = digits
    var place = digits.count - 3
    while place > 0 {
      result.insert(",", at: result.index(result.startIndex, offsetBy: place))
      place -= 3
    }
    return (isNegative ? "−" : "") + result
  }
}
