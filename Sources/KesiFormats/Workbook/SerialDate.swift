/// What a format of dates shows of a day and a time.
struct DateShape: OptionSet {
  let rawValue: UInt8

  static let year = DateShape(rawValue: 1)
  static let month = DateShape(rawValue: 2)
  static let day = DateShape(rawValue: 4)
  static let clock = DateShape(rawValue: 8)
  /// Hours, minutes or seconds that go on beyond a day: `[h]:mm`.
  static let elapsed = DateShape(rawValue: 16)

  static let date: DateShape = [.year, .month, .day]
}

/// A day and a time as spreadsheets count them: days since an epoch, with a fraction.
struct SerialDate {
  let shape: DateShape
  let countsFrom1904: Bool

  /// The day after the last that spreadsheets know, 9999-12-31.
  private static let end = 2_958_466.0

  /// Writes what a number stands for in the form of ISO 8601, as far as its format shows it: `2024-05-17`, `2024-05`,
  /// `2024`, `2024-05-17 09:30`, `09:30`. Midnight is not written.
  ///
  /// Where the format shows a time alone and the number has a day, both are written. The day 60 is 1900-02-29, which there
  /// never was: spreadsheets have it since Lotus 1-2-3 had.
  ///
  /// - Returns: what the cell is; an error for what is no day, such as the day 0 that spreadsheets show for an empty cell.
  func write(_ serial: Double, to text: inout [UInt8]) -> Sheet.Content {
    guard serial >= 0, serial < Self.end else {
      text.append(contentsOf: serial.plain.utf8)
      return .error
    }
    let seconds = Int((serial * 86400).rounded())
    let (day, second) = (seconds / 86400, seconds % 86400)
    let showsDay = !shape.isDisjoint(with: .date)
    guard showsDay || (day > 0 && !shape.contains(.elapsed)) else {
      writeTime(seconds, to: &text)
      return .text
    }
    let (year, month, dayOfMonth) = calendarDay(day)
    text.append(digits: year, width: 4)
    var isWhole = true
    // The day 0 is written whole, so that nobody takes a part of it for a date.
    switch dayOfMonth == 0 ? .date : shape.intersection([.date, .clock]) {
    case .year: isWhole = false
    case [.year, .month]:
      text.append(0x2D)
      text.append(digits: month, width: 2)
      isWhole = false
    default:
      text.append(0x2D)
      text.append(digits: month, width: 2)
      text.append(0x2D)
      text.append(digits: dayOfMonth, width: 2)
    }
    if isWhole, shape.contains(.clock), second > 0 {
      text.append(0x20)
      writeTime(second, to: &text)
    }
    return dayOfMonth == 0 ? .error : .date
  }

  /// A date and time that a file has as ISO 8601, `2024-05-17T09:30:00Z`, as ``write(_:to:)`` has it; anything else as it is.
  static func short(_ text: [UInt8]) -> [UInt8] {
    var parts = text.split(separator: UInt8(ascii: "T"), omittingEmptySubsequences: false).map { Array($0) }
    guard parts.count == 2 else { return text }
    if parts[1].last == UInt8(ascii: "Z") { parts[1].removeLast() }
    if let point = parts[1].firstIndex(of: 0x2E), parts[1][(point + 1)...].allSatisfy({ $0 == 0x30 }) {
      parts[1].removeSubrange(point...)
    }
    if parts[1].count == 8, parts[1].suffix(3).elementsEqual(":00".utf8) { parts[1].removeLast(3) }
    if parts[0].isEmpty { return parts[1] }
    return parts[1].elementsEqual("00:00".utf8) ? parts[0] : parts[0] + [0x20] + parts[1]
  }

  private func writeTime(_ seconds: Int, to text: inout [UInt8]) {
    text.append(digits: seconds / 3600, width: 2)
    text.append(0x3A)
    text.append(digits: seconds / 60 % 60, width: 2)
    if seconds % 60 > 0 {
      text.append(0x3A)
      text.append(digits: seconds % 60, width: 2)
    }
  }

  private func calendarDay(_ day: Int) -> (year: Int, month: Int, day: Int) {
    switch day {
    case 0 where !countsFrom1904: return (1900, 1, 0)
    case 60 where !countsFrom1904: return (1900, 2, 29)
    default:
      let first = countsFrom1904 ? 24107 : day < 60 ? 25568 : 25569
      let found = CalendarDay(since1970: day - first)
      return (found.year, found.month, found.day)
    }
  }
}

extension [UInt8] {
  /// Appends a number from 0 on, with zeros before it up to a width.
  mutating func append(digits number: Int, width: Int) {
    let text = String(number).utf8
    for _ in 0..<Swift.max(0, width - text.count) { append(0x30) }
    append(contentsOf: text)
  }
}
