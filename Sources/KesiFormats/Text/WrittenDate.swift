import KesiNetwork

/// A date as people write it, from the first to the last day it can mean: `2021.3`, `2021年上半年`, `2021Q1`, `5 Mar 2021`,
/// `20210305`.
package struct WrittenDate: Sendable, Equatable {
  /// Where it begins: January for the first half of a year.
  package let first: PartialDate
  /// Where it ends: June for the first half of a year. The same as ``first`` where one date is written.
  package let last: PartialDate

  init(_ first: PartialDate, to last: PartialDate? = nil) {
    self.first = first
    self.last = last ?? first
  }

  /// What a cell of a column of dates says.
  package enum Reading: Sendable, Equatable {
    case missing
    case date(WrittenDate)
    /// `至今`: what has begun goes on.
    case goesOn
    /// `01/02/2020` where nothing tells which is the day.
    case ambiguous(dayFirst: PartialDate, monthFirst: PartialDate)
    case unreadable
  }

  /// How a column writes its dates.
  package struct Style: Sendable, Equatable {
    package enum Order: Sendable { case dayFirst, monthFirst }
    /// Which comes first where the year stands last; nil where nothing tells.
    package var order: Order?
    /// Whether numbers are days since 30 December 1899, as a workbook keeps dates.
    package var countsDays = false

    package init(order: Order? = nil, countsDays: Bool = false) {
      (self.order, self.countsDays) = (order, countsDays)
    }

    /// What the cells of a column tell of the whole of it: where one can only have the day first, all have; nothing where
    /// they contradict each other.
    package static func told(by column: some Sequence<String>, countsDays: Bool = false) -> Style {
      var orders = Set<Order>()
      for text in column {
        for part in text.narrow().split(separator: " ") {
          let numbers = part.split { !$0.isDigit }
          guard numbers.count == 3, numbers[2].count == 4, let a = number(numbers[0]), let b = number(numbers[1])
          else { continue }
          if a > 12, b <= 12 { orders.insert(.dayFirst) }
          if b > 12, a <= 12 { orders.insert(.monthFirst) }
        }
      }
      return Style(order: orders.count == 1 ? orders.first : nil, countsDays: countsDays)
    }
  }

  package static func read(_ text: String, style: Style = Style()) -> Reading {
    if MissingValue.isStated(by: text) { return .missing }
    return read(text.narrow()[...], style)
  }

  static func read(_ text: ArraySlice<Unicode.Scalar>, _ style: Style) -> Reading {
    let text = withoutTime(ArraySlice(text.trimmed))
    let word = String(scalars: text).lowercased()
    if ongoing.contains(word) { return .goesOn }
    if let date = partOfYear(word) ?? named(word) { return .date(date) }
    let numbers = text.split(omittingEmptySubsequences: false) { !$0.isDigit }.filter { !$0.isEmpty }
    guard (1...3).contains(numbers.count), let signs = signs(of: text) else { return .unreadable }
    if numbers.count == 1 { return digits(numbers[0], signs, style).map { .date(WrittenDate($0)) } ?? .unreadable }
    let values = numbers.compactMap(number)
    guard values.count == numbers.count else { return .unreadable }
    if numbers[0].count == 4 {
      return date(values).map { .date(WrittenDate($0)) } ?? .unreadable
    }
    guard signs != .chinese, numbers[numbers.count - 1].count == 4 else { return .unreadable }
    if values.count == 2 { return date([values[1], values[0]]).map { .date(WrittenDate($0)) } ?? .unreadable }
    let dayFirst = date([values[2], values[1], values[0]])
    let monthFirst = date([values[2], values[0], values[1]])
    // With points between them the day stands first, wherever that is written.
    let order = signs == .points ? .dayFirst : style.order
    switch (dayFirst, monthFirst) {
    case (let day?, let month?):
      if day == month || order == .dayFirst { return .date(WrittenDate(day)) }
      return order == .monthFirst ? .date(WrittenDate(month)) : .ambiguous(dayFirst: day, monthFirst: month)
    case (let only?, nil), (nil, let only?): return .date(WrittenDate(only))
    case (nil, nil): return .unreadable
    }
  }

  private enum Signs { case none, points, others, chinese }

  /// The signs between and after numbers, which have to be of one sort; nil where they are not.
  private static func signs(of text: ArraySlice<Unicode.Scalar>) -> Signs? {
    guard text.first?.isDigit == true else { return nil }
    let signs = text.filter { !$0.isDigit && $0 != " " }
    if signs.isEmpty { return text.contains(" ") ? nil : Signs.none }
    if let first = signs.first, first == "." || first == "/" || first == "-" {
      guard text.last?.isDigit == true, signs.count <= 2, signs.allSatisfy({ $0 == first }) else { return nil }
      return first == "." ? .points : .others
    }
    let marks: [[Unicode.Scalar]] = [
      ["年"], ["年", "月"], ["年", "月", "日"], ["年", "月", "号"], ["年", "月", "號"], ["年", "度"],
    ]
    // The last mark may be left out.
    return marks.contains { Array(signs) == $0 || (text.last?.isDigit == true && Array(signs) == $0.dropLast()) }
      ? .chinese : nil
  }

  /// `2021`, `202103`, `20210305`, and the number of a day.
  private static func digits(_ digits: ArraySlice<Unicode.Scalar>, _ signs: Signs, _ style: Style) -> PartialDate? {
    guard let value = number(digits) else { return nil }
    switch digits.count {
    case 4: return date([value])
    case 5 where style.countsDays && signs == .none: return day(value)
    case 6 where signs == .none: return date([value / 100, value % 100])
    case 8 where signs == .none: return date([value / 10000, value / 100 % 100, value % 100])
    default: return nil
    }
  }

  /// A date of year, month and day, as far as they are given. Other centuries are slips.
  static func date(_ parts: [Int]) -> PartialDate? {
    guard let year = parts.first, (1800...2199).contains(year) else { return nil }
    return PartialDate(parts.map(String.init).joined(separator: "-"))
  }

  static func number(_ digits: ArraySlice<Unicode.Scalar>) -> Int? {
    // Eight digits fit.
    digits.count <= 8 ? digits.reduce(0) { $0 * 10 + Int($1.value - 48) } : nil
  }

  /// The date of a number of days since 30 December 1899; five digits keep it far from any bound.
  private static func day(_ count: Int) -> PartialDate? {
    let day = CalendarDay(since1970: count - 25569)
    return date([day.year, day.month, day.day])
  }

  /// The time of day that programs write behind a date: `2021-01-01 00:00:00`, `2021-01-01T00:00Z`.
  private static func withoutTime(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    guard text.contains(":"), let cut = text.firstIndex(where: { $0 == " " || $0 == "T" }),
      text[(cut + 1)...].first?.isDigit == true,
      text[(cut + 1)...].allSatisfy({ $0.isDigit || $0 == ":" || $0 == "." || $0 == "Z" || $0 == "+" })
    else { return text }
    return text[..<cut]
  }

  private static let ongoing: Set<String> = [
    "至今", "今", "现在", "目前", "現在", "当前", "长期", "長期", "长期有效", "持续", "持续中", "进行中", "未结束", "在研", "永久", "无固定期限", "present",
    "now",
    "today", "ongoing", "on-going", "current", "to date", "open-ended", "open",
  ]
}

/// Parts of years and months by their names.
extension WrittenDate {
  /// `2021年上半年`, `2021年第一季度`, `2021Q1`, `Q1 2021`, `2021年底`.
  static func partOfYear(_ word: String) -> WrittenDate? {
    let scalars = Array(word.unicodeScalars)
    guard let start = scalars.firstIndex(where: \.isDigit) else { return nil }
    func read(_ year: ArraySlice<Unicode.Scalar>, _ part: some Sequence<Unicode.Scalar>) -> WrittenDate? {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: part.filter { $0 != " " && $0 != "-" && $0 != "." && $0 != "年" && $0 != "/" })
      guard year.count == 4, year.allSatisfy(\.isDigit), let year = number(year), let months = parts[String(text)],
        let first = date([year, months.first]), let last = date([year, months.last])
      else { return nil }
      return WrittenDate(first, to: last)
    }
    if start == 0, scalars.count > 4 { return read(scalars[..<4], scalars[4...]) }
    guard scalars.count > 4 else { return nil }
    return read(scalars[(scalars.count - 4)...], scalars[..<(scalars.count - 4)])
  }

  private static let parts: [String: (first: Int, last: Int)] = {
    var parts: [String: (first: Int, last: Int)] = [
      "上半": (1, 6), "下半": (7, 12), "h1": (1, 6), "h2": (7, 12), "初": (1, 1), "中": (6, 6), "底": (12, 12), "末": (12, 12),
    ]
    for (quarter, words) in [["1", "一"], ["2", "二"], ["3", "三"], ["4", "四"]].enumerated() {
      let months = (quarter * 3 + 1, quarter * 3 + 3)
      for word in words {
        for form in ["\(word)季度", "第\(word)季度", "q\(word)", "\(word)q"] { parts[form] = months }
      }
    }
    return parts
  }()

  /// `5 Mar 2021`, `Mar 2021`, `March 5, 2021`, `05-Mar-2021`.
  static func named(_ word: String) -> WrittenDate? {
    let pieces = word.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    guard (2...3).contains(pieces.count), word.utf8.allSatisfy({ $0 < 0x80 }),
      let place = pieces.firstIndex(where: { month($0) != nil }), let month = month(pieces[place]),
      let year = pieces.last.flatMap({ $0.count == 4 ? Int($0) : nil }), place < pieces.count - 1
    else { return nil }
    guard pieces.count == 3 else { return date([year, month]).map { WrittenDate($0) } }
    var day = pieces[1 - place]
    for ending in ["st", "nd", "rd", "th"] where day.hasSuffix(ending) { day = day.dropLast(2) }
    guard day.count <= 2, let day = Int(day) else { return nil }
    return date([year, month, day]).map { WrittenDate($0) }
  }

  private static func month(_ word: Substring) -> Int? {
    guard word.count >= 3 else { return nil }
    return months.firstIndex { $0 == word || $0.prefix(3) == word || ($0 == "september" && word == "sept") }.map {
      $0 + 1
    }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
}
