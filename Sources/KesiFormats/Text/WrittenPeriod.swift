import KesiNetwork

/// The time from one date to another in one cell, as people write it: `2021.3—至今`, `2021年3月至2022年12月`, `2021-2023`,
/// `2021.3起`.
package enum WrittenPeriod: Sendable, Equatable {
  case missing
  /// One date alone: what it is the start of, or the whole of, the column tells.
  case date(WrittenDate)
  case period(Period)
  case ambiguous(dayFirst: PartialDate, monthFirst: PartialDate)
  /// Its end is before its start.
  case reversed(Period)
  case unreadable

  package static func read(_ text: String, style: WrittenDate.Style = WrittenDate.Style()) -> WrittenPeriod {
    if MissingValue.isStated(by: text) { return .missing }
    let scalars = text.narrow()[...]
    switch WrittenDate.read(scalars, style) {
    case .date(let date): return .date(date)
    case .ambiguous(let day, let month): return .ambiguous(dayFirst: day, monthFirst: month)
    case .goesOn: return .period(Period())
    case .missing, .unreadable: break
    }
    return open(scalars, style) ?? split(scalars, style) ?? .unreadable
  }

  /// `2021.3起`, `自2021年3月起`, `since 2021`, `2021—`.
  private static func open(_ text: ArraySlice<Unicode.Scalar>, _ style: WrittenDate.Style) -> WrittenPeriod? {
    for (before, after) in [
      ("自", "起"), ("从", "起"), ("", "起"), ("", "开始"), ("", "以来"), ("自", "以来"), ("", "至今"), ("自", "至今"), ("", "—"),
      ("", "-"),
      ("", "~"), ("since ", ""), ("from ", ""),
    ] {
      guard text.hasAround(before, after) else { continue }
      let rest = text.dropFirst(before.unicodeScalars.count).dropLast(after.unicodeScalars.count)
      if case .date(let date) = WrittenDate.read(rest, style) { return .period(Period(from: date.first)) }
    }
    return nil
  }

  /// The signs between two dates, those that are in no date first: a hyphen or a slash may be in either.
  private static let between: [[Unicode.Scalar]] = [
    "——", "—", "~", "至", "到", " to ", " until ", " - ", "--", "→", "-", "/",
  ].map { Array($0.unicodeScalars) }

  private static func split(_ text: ArraySlice<Unicode.Scalar>, _ style: WrittenDate.Style) -> WrittenPeriod? {
    for sign in between {
      var found: [WrittenPeriod] = []
      for place in text.indices where text[place...].starts(with: sign) {
        if let period = period(text[..<place], text[(place + sign.count)...], style) { found.append(period) }
      }
      // A hyphen that parts dates in two ways tells nothing.
      if let first = found.first { return found.count == 1 ? first : .unreadable }
    }
    return nil
  }

  private static func period(
    _ before: ArraySlice<Unicode.Scalar>, _ after: ArraySlice<Unicode.Scalar>, _ style: WrittenDate.Style
  ) -> WrittenPeriod? {
    var start = WrittenDate.read(before, style)
    // `3 - 5 Mar 2021` is left alone; `2021年3-6月` has the month without its sign.
    if case .unreadable = start, after.last == "月" { start = WrittenDate.read(before + ["月"], style) }
    if case .ambiguous(let day, let month) = start { return .ambiguous(dayFirst: day, monthFirst: month) }
    guard case .date(let start) = start else { return nil }
    switch WrittenDate.read(after, style) {
    case .goesOn: return .period(Period(from: start.first))
    case .ambiguous(let day, let month): return .ambiguous(dayFirst: day, monthFirst: month)
    case .date(let end): return ordered(start.first, end.last)
    case .missing, .unreadable: return laterMonth(after, of: start).map { ordered(start.first, $0) }
    }
  }

  /// The end in the year of the start: `2021年3月至12月`, `2021.3-6`.
  private static func laterMonth(_ text: ArraySlice<Unicode.Scalar>, of start: WrittenDate) -> PartialDate? {
    var digits = text.trimmed
    if digits.last == "月" { digits = digits.dropLast() }
    guard start.first.day == nil, start.first.month != nil, (1...2).contains(digits.count),
      digits.allSatisfy(\.isDigit), let month = WrittenDate.number(digits)
    else { return nil }
    return WrittenDate.date([start.first.year, month])
  }

  private static func ordered(_ from: PartialDate, _ to: PartialDate) -> WrittenPeriod {
    let period = Period(from: from, to: to)
    return from.earliest > to.latest ? .reversed(period) : .period(period)
  }
}

extension ArraySlice<Unicode.Scalar> {
  fileprivate func hasAround(_ before: String, _ after: String) -> Bool {
    let (before, after) = (before.unicodeScalars, after.unicodeScalars)
    return count > before.count + after.count && starts(with: before) && suffix(after.count).elementsEqual(after)
  }
}
