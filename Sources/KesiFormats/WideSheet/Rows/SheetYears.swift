import KesiNetwork

/// The years that sheets are called after, as those of a ledger that has one for each year: `2022年`, `2023`.
enum SheetYears {
  /// Of each sheet its year; none where not at least two sheets differ in it, as a year alone may be that of a form.
  static func of(_ parts: [SheetPart]) -> [PartialDate?] {
    let years = parts.map { year(of: $0.sheet.title) }
    return Set(years.compactMap { $0?.year }).count > 1 ? years : parts.map { _ in nil }
  }

  /// The one year that a title has, in four digits.
  private static func year(of title: String) -> PartialDate? {
    let years = title.narrow().split { !$0.isDigit }.filter { $0.count == 4 }.compactMap { digits in
      PartialDate(String(scalars: digits))
    }
    guard years.count == 1, (1950...2099).contains(years[0].year) else { return nil }
    return years[0]
  }
}
