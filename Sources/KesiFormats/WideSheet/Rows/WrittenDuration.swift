import KesiNetwork

/// How long something lasts, as people write it: `3年`, `三年`, `36个月`, `2 years`.
struct WrittenDuration: Equatable {
  let months: Int

  /// - Parameter unit: what a bare number counts, as the head of its column has it.
  init?(_ text: String, unit: WrittenUnit? = nil) {
    var rest = text.narrow(most: 20)[...]
    let digits = rest.prefix { $0.isDigit || $0 == "." }
    var count: Double?
    if digits.isEmpty {
      if let first = rest.first, let number = Self.numerals.firstIndex(of: first) {
        count = Double(number + 1)
        rest = rest.dropFirst()
      }
    } else {
      count = Double(String(String.UnicodeScalarView(digits)))
      rest = rest.dropFirst(digits.count)
    }
    guard let count, count > 0 else { return nil }
    let word = String(String.UnicodeScalarView(ArraySlice(rest.trimmed))).lowercased()
    let perUnit: Double
    switch word.isEmpty ? unit?.base ?? "" : word {
    case "年", "年期", "周年", "year", "years", "yr", "yrs", "a": perUnit = 12
    case "个月", "月", "個月", "month", "months", "mo": perUnit = 1
    case "年半": perUnit = (count * 12 + 6) / count
    default: return nil
    }
    let months = (count * perUnit).rounded()
    guard (1...Self.mostMonths).contains(months) else { return nil }
    self.months = Int(months)
  }

  /// A hundred years.
  private static let mostMonths = 1200.0

  private static let numerals: [Unicode.Scalar] = Array("一二三四五六七八九十".unicodeScalars)

  /// The end of what begins at a date, known as well as that.
  func end(from start: PartialDate) -> PartialDate? {
    guard let month = start.month else { return PartialDate(String(start.year + (months + 11) / 12)) }
    let total = start.year * 12 + month - 1 + months
    let (year, last) = (total / 12, total % 12 + 1)
    guard let day = start.day else { return PartialDate("\(year)-\(last)") }
    // The 31st of a month that has none is its last day.
    return (0...3).lazy.compactMap { PartialDate("\(year)-\(last)-\(day - $0)") }.first
  }
}
