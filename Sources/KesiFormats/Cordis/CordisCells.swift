import KesiNetwork

/// Values as cells of CORDIS write them, and how many were none.
struct CordisCells {
  /// Amounts and dates that could not be read and were left empty, with the first of them.
  private(set) var unreadAmounts = Unread()
  private(set) var unreadDates = Unread()
  private(set) var unreadPlaces = Unread()
  /// Periods that end before they begin, left empty.
  private(set) var reversedPeriods = Unread()

  struct Unread {
    private(set) var count = 0
    private(set) var first: (text: String, row: Int)?

    fileprivate mutating func add(_ text: String, _ row: Int) {
      if first == nil { first = (text, row) }
      count += 1
    }
  }

  /// An amount of euros, with a decimal point or, in older exports, a decimal comma. A comma before three digits could
  /// part thousands as well.
  mutating func amount(_ text: String, row: Int) -> Double? {
    guard !text.isEmpty else { return nil }
    var plain = text
    let parts = text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    if parts.count == 2, parts[1].count != 3, !text.utf8.contains(UInt8(ascii: ".")) {
      plain = String(decoding: Array(parts[0]) + [UInt8(ascii: ".")] + parts[1], as: UTF8.self)
    }
    // Not everything that is a number in Swift is one here: 0x1p3, nan.
    guard
      plain.utf8.allSatisfy({
        (0x30...0x39).contains($0) || $0 == 0x2E || $0 | 0x20 == 0x65 || $0 == 0x2B || $0 == 0x2D
      }),
      let value = Double(plain), value.isFinite, value >= 0, value <= Double.greatestInTables
    else {
      unreadAmounts.add(text, row)
      return nil
    }
    return value == 0 ? 0 : value
  }

  /// A day; what stands behind it (`2014-05-01 00:00:00`) is none.
  mutating func date(_ text: String, row: Int) -> PartialDate? {
    guard !text.isEmpty else { return nil }
    let day = text.utf8.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "T") }
    guard let date = PartialDate(String(day) ?? "") else {
      unreadDates.add(text, row)
      return nil
    }
    return date
  }

  /// From one day to another.
  mutating func period(_ start: String, _ end: String, row: Int) -> Period {
    let period = Period(from: date(start, row: row), to: date(end, row: row))
    if let from = period.from, let to = period.to, from.earliest > to.latest {
      reversedPeriods.add("\(start) – \(end)", row)
      return Period()
    }
    return period
  }

  /// `48.85,2.26`: latitude and longitude in one cell.
  mutating func place(_ text: String, row: Int) -> (latitude: Double, longitude: Double)? {
    guard !text.isEmpty else { return nil }
    let parts = text.utf8.filter { $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ")") }.split(
      separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Double(String(String(decoding: $0, as: UTF8.self).unicodeScalars.trimmed)) }
    guard parts.count == 2, numbers.count == 2, (-90...90).contains(numbers[0]), (-180...180).contains(numbers[1])
    else {
      unreadPlaces.add(text, row)
      return nil
    }
    return (numbers[0], numbers[1])
  }
}
