/// A date known to the day, the month or the year, as tables write it: `2024-05-17`, `2024-05`, `2024`.
public struct PartialDate: Sendable, Hashable {
  /// Year · 10,000 + month · 100 + day, with 0 for what is not said.
  public let packed: Int32

  public var year: Int { Int(packed / 10000) }
  public var month: Int? { packed / 100 % 100 == 0 ? nil : Int(packed / 100 % 100) }
  public var day: Int? { packed % 100 == 0 ? nil : Int(packed % 100) }

  /// The first and the last day it can mean, as numbers that sort: a month that is unknown is January or December.
  public var earliest: Int { year * 10000 + (month ?? 1) * 100 + (day ?? 1) }
  public var latest: Int { year * 10000 + (month ?? 12) * 100 + (day ?? 31) }

  /// As tables write it.
  public var text: String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return [String(year), month.map(padded), day.map(padded)].compactMap { $0 }.joined(separator: "-")
  }

  /// Reads ISO 8601 (with `-`, `/` or `.` between) and the Chinese form 2024年5月17日; nil for anything else and for days
  /// that no calendar has.
  public init?(_ text: some StringProtocol) {
    var parts: [Int] = []
    var digits: Int?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9":
        guard (digits ?? 0) < 10000 else { return nil }
        digits = (digits ?? 0) * 10 + Int(scalar.value - 48)
      case "-", "/", ".", "年", "月", "日":
        guard let value = digits else { return nil }
        parts.append(value)
        digits = nil
      default: return nil
      }
    }
    if let digits {
      parts.append(digits)
    } else if !text.hasSuffix("年"), !text.hasSuffix("月"), !text.hasSuffix("日") {
      return nil
    }
    guard (1...3).contains(parts.count), (1000...9999).contains(parts[0]) else { return nil }
    let month = parts.count > 1 ? parts[1] : 0
    let day = parts.count > 2 ? parts[2] : 0
    if parts.count > 1 { guard (1...12).contains(month) else { return nil } }
    if parts.count > 2 { guard (1...Self.days(in: month, of: parts[0])).contains(day) else { return nil } }
    packed = Int32(parts[0] * 10000 + month * 100 + day)
  }

  /// The date of a number that ``packed`` gave; nil where it is none.
  public init?(packed: UInt32) {
    let (year, month, day) = (Int(packed / 10000), Int(packed / 100 % 100), Int(packed % 100))
    guard (1000...9999).contains(year), (0...12).contains(month) else { return nil }
    guard day == 0 || (month > 0 && day <= Self.days(in: month, of: year)) else { return nil }
    // Eight digits fit.
    self.packed = Int32(packed)
  }

  /// The date that ``packed`` is of; nil for 0.
  init?(kept packed: Int32) {
    guard packed != 0 else { return nil }
    self.packed = packed
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// The time from one date to another, either end open.
public struct Period: Sendable, Hashable {
  public var from: PartialDate?
  public var to: PartialDate?

  public init(from: PartialDate? = nil, to: PartialDate? = nil) {
    self.from = from
    self.to = to
  }

  /// Whether the two share a day, as far as their dates can tell.
  public func overlaps(_ other: Period) -> Bool {
    let starts = max(from?.earliest ?? .min, other.from?.earliest ?? .min)
    let ends = min(to?.latest ?? .max, other.to?.latest ?? .max)
    return starts <= ends
  }

  /// Whether the year, the month or the day that it starts with shares a day with another period.
  package func isWithin(_ other: Period) -> Bool { Period(from: from, to: from).overlaps(other) }
}

extension PartialDate {
  /// The years from another date to this one, each taken at its latest; months count a twelfth, days a 31st of it.
  package func years(since other: PartialDate) -> Double { fraction - other.fraction }

  /// The years that something lasted from a start, taken at its earliest, to this end, taken at its latest.
  package func years(lastedSince start: PartialDate) -> Double {
    fraction - (Double(start.year) + (Double((start.month ?? 1) - 1) + Double((start.day ?? 1) - 1) / 31) / 12)
  }

  private var fraction: Double {
    Double(year) + (Double((month ?? 12) - 1) + Double(day ?? 31) / 31) / 12
  }
}
