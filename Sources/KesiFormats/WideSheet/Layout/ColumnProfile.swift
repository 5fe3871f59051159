import KesiNetwork

/// What the values of a column look like, as shares of those that are filled.
struct ColumnProfile: Sendable {
  private(set) var filled = 0
  private(set) var distinct = 0
  /// Have a word of organizations in them, item by item.
  private(set) var organizations = 0.0
  /// Tell a public body.
  private(set) var governments = 0.0
  /// Name several.
  private(set) var lists = 0.0
  private(set) var dates = 0.0
  private(set) var periods = 0.0
  private(set) var numbers = 0.0
  /// Are 1, 2, 3 … down the column.
  private(set) var counts = 0.0
  private(set) var persons = 0.0
  private(set) var phones = 0.0
  private(set) var codes = 0.0
  private(set) var kinds = 0.0
  private(set) var zones = 0.0
  private(set) var roles = 0.0
  private(set) var levels = 0.0
  private(set) var length = 0.0
  /// Two parts with a slash or dash between.
  private(set) var pairs = 0.0
  /// Are a mark and nothing else: `√`, `X`, `●`.
  private(set) var marks = 0.0
  private(set) var durations = 0.0
  /// Say how work stands.
  private(set) var states = 0.0
  private(set) var samples: [String] = []

  /// Enough values to tell what a column is.
  private static let most = 400

  init(_ values: some Sequence<String>) {
    // In many columns a few texts fill most cells: what each adds is worked out once.
    var places: [ExactText: Int] = [:]
    var looks: [Look] = []
    var last: Double?
    for value in values {
      let key = ExactText(value)
      let place = places[key] ?? looks.count
      if place == looks.count {
        places[key] = place
        looks.append(Look(of: value))
      }
      guard looks[place].isStated else { continue }
      if filled == Self.most { break }
      filled += 1
      looks[place].count += 1
      if let number = looks[place].number {
        if last.map({ number == $0 + 1 }) ?? (number <= 1) { counts += 1 }
        last = number
      }
    }
    let shares: [WritableKeyPath<ColumnProfile, Double>] = [
      \.organizations, \.governments, \.lists, \.dates, \.periods, \.numbers, \.counts, \.persons, \.phones, \.codes,
      \.kinds, \.zones, \.roles, \.levels, \.length, \.pairs, \.marks, \.durations, \.states,
    ]
    var seen = Set<String>()
    var nobodies = 0
    for look in looks where look.count > 0 {
      if seen.insert(look.text).inserted, samples.count < 3 { samples.append(look.text) }
      if look.isNobody { nobodies += look.count }
      for share in shares { self[keyPath: share] += look.profile[keyPath: share] * Double(look.count) }
    }
    distinct = seen.count
    guard filled > 0 else { return }
    // Who names nobody has no say in whether names stand here.
    if nobodies < filled {
      organizations *= Double(filled) / Double(filled - nobodies)
      governments *= Double(filled) / Double(filled - nobodies)
    }
    for share in shares { self[keyPath: share] /= Double(filled) }
  }

  /// What one text looks like.
  private struct Look {
    let text: String
    let isStated: Bool
    private(set) var profile = ColumnProfile()
    private(set) var isNobody = false
    private(set) var number: Double?
    /// How often it stands in the column.
    var count = 0

    init(of value: String) {
      text = value.asName
      isStated = !text.isEmpty && !MissingValue.isStated(by: text)
      guard isStated else { return }
      profile.tell(text)
      let list = NameList(value, names: NameList.Names(isKnown: { _ in false }))
      if list.items.count > 1 { profile.lists = 1 }
      if list.items.isEmpty {
        isNobody = NoOrganization.isStated(by: text)
      } else {
        let told = list.items.compactMap { KindOfName.told(by: $0.name) }
        profile.organizations = Double(told.count) / Double(list.items.count)
        profile.governments = Double(told.count { $0.kind == "government" }) / Double(list.items.count)
      }
      switch WrittenNumber.read(text) {
      case .number(let read): (number, profile.numbers) = (read.value, 1)
      case .ambiguous: profile.numbers = 1
      case .missing, .unreadable: profile.addList(value)
      }
    }
  }

  private init() {}

  /// Sets what a text says as a whole.
  private mutating func tell(_ text: String) {
    length = Double(text.unicodeScalars.count)
    switch WrittenPeriod.read(text) {
    // `至今` alone is an end: that of what goes on.
    case .period(Period()): dates = 1
    case .period, .reversed: periods = 1
    case .date, .ambiguous: dates = 1
    case .missing, .unreadable: break
    }
    if Self.isPerson(text) { persons = 1 }
    if Self.isPhone(text) { phones = 1 }
    if Self.isCode(text) { codes = 1 }
    if KindWords.stated[text.lowercased()] != nil { kinds = 1 }
    if Self.isZone(text) { zones = 1 }
    if RoleWords.isRole(text) || RoleWords.chain(text) != nil { roles = 1 }
    if RoleWords.isLevel(text) { levels = 1 }
    if MarkWords.isMark(text) || MarkWords.isMarkInBrackets(text) { marks = 1 }
    if WrittenDuration(text) != nil { durations = 1 }
    if StateWords.told(by: text) != nil { states = 1 }
    if text.split(whereSeparator: { "/-—－／:：".contains($0) }).count == 2 { pairs = 1 }
  }

  /// Counts a list of numbers, or of periods, as one, as where each belongs to one of several partners.
  private mutating func addList(_ value: String) {
    guard value.unicodeScalars.contains(where: { ListSeparator($0) != nil }) else { return }
    let parts = CellParts.between(NameList.strong, in: value)
    guard parts.count > 1 else { return }
    let areNumbers = parts.allSatisfy { if case .number = WrittenNumber.read($0) { true } else { false } }
    let arePeriods = parts.allSatisfy { if case .period = WrittenPeriod.read($0) { true } else { false } }
    if areNumbers { numbers += 1 }
    if arePeriods { periods += 1 }
  }

  /// A Chinese name of two or three characters, or four, that begins with one of the usual surnames.
  static func isPerson(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard (2...4).contains(scalars.count), scalars.allSatisfy(\.isIdeograph) else { return false }
    let isDouble = scalars.count > 2 && doubleSurnames.contains(String(scalars: scalars.prefix(2)))
    return (isDouble || scalars.count < 4 && surnames.contains(scalars[0])) && KindOfName.told(by: text) == nil
  }

  private static let surnames = Set(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤倪季殷施费陆凌"
      .unicodeScalars)
  private static let doubleSurnames: Set<String> = ["欧阳", "上官", "司马", "诸葛", "司徒", "东方", "皇甫", "尉迟"]

  private static func isPhone(_ text: String) -> Bool {
    let scalars = text.narrow()
    let digits = scalars.filter(\.isDigit)
    guard scalars.allSatisfy({ $0.isDigit || $0 == "-" || $0 == " " || $0 == "+" || $0 == "(" || $0 == ")" }) else {
      return text.contains("@") && text.contains(".")
    }
    return digits.count == 11 && (digits[0] == "1" || digits[0] == "0") || digits.count == 12 && digits[0] == "0"
      || scalars.first == "+" && (8...15).contains(digits.count)
  }

  /// Whether its values, as far as they were kept, are codes such as `E017`, of which nothing reads like a name.
  var holdsCodes: Bool {
    organizations < 0.1 && !samples.isEmpty
      && samples.allSatisfy { text in
        text.unicodeScalars.contains(where: \.isDigit) && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
      }
  }

  /// A code of 18 letters and digits, as every organization in China has.
  private static func isCode(_ text: String) -> Bool {
    let scalars = text.narrow()
    return scalars.count == 18 && scalars.allSatisfy { $0.isDigit || $0.isASCII && $0.properties.isUppercase }
      && scalars.contains(where: \.isDigit)
  }

  private static func isZone(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last, (2...10).contains(text.unicodeScalars.count) else { return false }
    return ["区", "县", "市", "镇", "乡", "州"].contains(last) || text.hasSuffix("街道") || text.hasSuffix("园区")
  }
}
