/// A number as people see it, in explanations, tables, pictures and on the page: the one place where digits are decided.
package enum Figure: Sendable {
  /// How many there are: `25,754`.
  case count(Int)
  /// An index, a severity, a weight, a gain: three decimals, `0.600`; what is not nothing never shows as nothing.
  case index(Double)
  /// A count as chance would have it: one decimal, `4.7`.
  case expected(Double)
  /// Points of the cluster index: one decimal, `38.0`; what is not nothing never shows as nothing.
  case points(Double)
  /// Points of the cluster index where most are small: two significant figures, `0.048`, `1.3`, `12`.
  case small(Double)
  /// A part of a whole: percent without decimals, `60%`; what is above nothing and below all never shows as nothing or all.
  case share(Double)
  /// An amount in a unit of its own: whole numbers as counts, others with three decimals.
  case amount(Double)
  /// A size that a model tells, which is no more exact than that: three digits, `70.4`, `12,300`.
  case size(Double)

  /// What is no number is a dash.
  package static let none = "–"

  /// In words: thousands are set apart, and less than nothing has a minus sign.
  package var text: String { shown(Style(minus: "−", isGrouped: true, none: Self.none)) }

  /// In a column, to be copied into a sheet: nothing is set apart, and what is no number is empty.
  package var cell: String { shown(Style(minus: "-", isGrouped: false, none: "")) }

  private struct Style {
    let minus: String
    let isGrouped: Bool
    let none: String

    func number(_ digits: String, isNegative: Bool) -> String {
      var result = digits
      var place = isGrouped ? digits.utf8.count - 3 : 0
      while place > 0 {
        result.insert(",", at: result.index(result.startIndex, offsetBy: place))
        place -= 3
      }
      return (isNegative ? minus : "") + result
    }

    func decimals(_ value: Double, _ places: Int) -> String {
      let unit = (0..<places).reduce(UInt(1)) { unit, _ in 10 * unit }
      // Half up by its decimal digits: 0.4975 is 0.498, whatever the nearest binary number is.
      guard let parts = Figure.whole((value * Double(unit)).withoutNoise) else {
        return value.isFinite ? "\(value)" : none
      }
      let (whole, rest) = parts.magnitude.quotientAndRemainder(dividingBy: unit)
      let digits = number(String(whole), isNegative: parts < 0)
      return places == 0 ? digits : digits + "." + String(unit + rest).dropFirst()
    }
  }

  private func shown(_ style: Style) -> String {
    switch self {
    case .count(let count): return style.number(String(count.magnitude), isNegative: count < 0)
    case .index(let value):
      if value != 0, value.magnitude < 0.0005 { return value < 0 ? "> \(style.minus)0.001" : "< 0.001" }
      return style.decimals(value, 3)
    case .expected(let value): return style.decimals(value, 1)
    case .points(let value):
      if value != 0, value.magnitude < 0.05 { return value < 0 ? "> \(style.minus)0.1" : "< 0.1" }
      return style.decimals(value, 1)
    case .small(let value):
      var (places, unit) = (0, 10.0)
      while value.magnitude < unit, value != 0, places < 3 { (places, unit) = (places + 1, unit / 10) }
      if value != 0, value.magnitude < 0.0005 { return Figure.index(value).shown(style) }
      return style.decimals(value, places)
    case .share(let value):
      guard let percent = Self.whole(value * 100) else { return style.none }
      if percent <= 0, value > 0 { return "<1%" }
      if percent >= 100, value < 1 { return ">99%" }
      return style.number(String(percent.magnitude), isNegative: percent < 0) + "%"
    case .amount(let value):
      guard value == value.rounded() else { return Figure.index(value).shown(style) }
      return Self.whole(value).map { Figure.count($0).shown(style) } ?? (value.isFinite ? "\(value)" : style.none)
    case .size(let value):
      let rounded = value.withThreeDigits
      guard rounded.isFinite else { return style.none }
      guard rounded.magnitude >= 0.001, rounded.magnitude < 1e9 else {
        return (rounded < 0 ? style.minus : "") + rounded.magnitude.plain
      }
      if rounded == rounded.rounded(), let whole = Self.whole(rounded) { return Figure.count(whole).shown(style) }
      return (rounded < 0 ? style.minus : "") + rounded.magnitude.plain
    }
  }

  /// The nearest whole number; nil for what has none that can be told.
  package static func whole(_ value: Double) -> Int? { value.magnitude < 1e15 ? Int(value.rounded()) : nil }
}

extension Double {
  /// The nearest number with three digits.
  fileprivate var withThreeDigits: Double {
    guard self != 0, isFinite else { return self }
    var (unit, share) = (1.0, 1.0)
    while magnitude / unit >= 1000 { unit *= 10 }
    while magnitude * share < 100 { share *= 10 }
    return (self / unit * share).rounded() * unit / share
  }
}
