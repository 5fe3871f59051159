import KesiNetwork

/// How a column writes its numbers and dates, told by many of its cells: one cell alone may be ambiguous.
struct ColumnStyle: Sendable {
  var decimals = WrittenNumber.DecimalSign.unknown
  var dates = WrittenDate.Style()
  /// By what the numbers of the column are multiplied, as its head has it: `金额(万元)`. A cell with a unit of its own is
  /// brought to the same.
  var unit: WrittenUnit?
  /// Whether a comma before three digits may part decimals as well: semicolons part cells where commas part decimals.
  var hasDoubtfulCommas = false

  /// The years near which most dates of the column lie.
  var usualYears: UsualYears?

  /// Whether numbers without a unit stand in the column, though neither its head nor they say what they count.
  var hasBareNumbers = false

  /// - Parameters:
  ///   - unit: what stands in brackets in the head of the column.
  ///   - cells: those of the first rows.
  init(unit: String? = nil, cells: [String] = [], decimals given: WrittenNumber.DecimalSign? = nil) {
    self.unit = unit.flatMap(WrittenUnit.init)
    decimals = given ?? WrittenNumber.decimalSign(of: cells)
    hasBareNumbers = self.unit == nil && cells.contains { WrittenNumber.isBare($0) }
    // Years have four digits, days since 1900 have five.
    let numbers = cells.count { $0.utf8.count == 5 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    dates = .told(by: cells, countsDays: numbers > 0 && numbers * 2 >= cells.count)
  }

  /// Looks at when the dates of the column are.
  mutating func tellYears(by cells: [String]) {
    usualYears = UsualYears(
      cells.compactMap { text in
        switch WrittenPeriod.read(text, style: dates) {
        case .date(let date): date.first.year
        case .period(let period): period.from?.year
        case .missing, .ambiguous, .reversed, .unreadable: nil
        }
      })
  }
}
