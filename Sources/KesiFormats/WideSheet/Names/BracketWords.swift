import KesiNetwork

/// What brackets behind a name in a list say that is no part of the name: a role, an amount, a count, a date.
enum BracketWords {
  /// What stands in the last brackets of a name, and what before them; nil where it does not end in brackets.
  static func last(of name: String) -> (before: String, inside: String)? {
    let scalars = Array(name.unicodeScalars)
    guard let last = scalars.last, last == ")" || last == "）" || last == "】" || last == "]",
      let start = scalars.lastIndex(where: { $0 == "(" || $0 == "（" || $0 == "【" || $0 == "[" }), start > 0
    else { return nil }
    return (
      String(scalars: scalars[..<start]).asName,
      String(scalars: scalars[(start + 1)..<(scalars.count - 1)]).asName
    )
  }

  /// The role that a word in brackets means, as roles are written; nil for any other.
  static func role(_ inside: String) -> String? {
    if RoleWords.isRole(inside) { return inside }
    switch inside {
    case "主", "主要", "主责", "总牵头", "第一": return "牵头"
    case "副", "联合": return "联合牵头"
    case "参", "辅", "协": return "参与"
    default: return nil
    }
  }

  /// Whether it is a number with a unit, a date or period, or how to reach someone. A bare number may tell one institute from another, and so does
  /// `38所`.
  static func isNote(_ inside: String) -> Bool {
    if PersonalData.isIn(inside) { return true }
    // 华为（深圳） has no digit, and most brackets have none.
    guard inside.unicodeScalars.contains(where: { $0.narrow?.isDigit == true }) else { return false }
    if amount(inside) != nil { return true }
    if case .number(let number) = WrittenNumber.read(inside),
      let unit = number.unit ?? number.currency.flatMap(WrittenUnit.init)
    {
      return unit.base != "所"
    }
    switch WrittenPeriod.read(inside) {
    case .date, .period, .reversed: return true
    case .missing, .ambiguous, .unreadable: return false
    }
  }

  /// Whether it is how two work together: `苏州大学（联合研发）`.
  static func isWay(_ inside: String) -> Bool {
    (2...8).contains(inside.unicodeScalars.count) && !legalForms.contains(where: inside.holds)
      && inside.unicodeScalars.allSatisfy(\.isIdeograph)
      && ways.contains { inside.ends(with: $0) }
  }

  /// What a register calls a company, which stands behind its name: `苏州某某有限公司（中外合作）`.
  private static let legalForms = ["中外合作", "股份合作", "港澳台", "台港澳", "外商", "境内合作", "境外合作"]

  private static let ways = [
    "研发", "开发", "培养", "实习", "实训", "咨询", "攻关", "转让", "许可", "合作", "共建", "采购", "供应", "入股", "委托", "技术服务", "就业",
  ]

  /// The amount of money that it is, in its plain unit; nil where it is none, or of another currency than the country's.
  static func amount(_ inside: String) -> Double? {
    guard case .number(let number) = WrittenNumber.read(inside), number.value >= 0 else { return nil }
    // ¥ is of no currency to a reader of numbers, as it may be the yen.
    let hasSign = inside.unicodeScalars.contains { $0 == "¥" || $0 == "￥" }
    let isMoney = number.unit.map(\.isMoney) ?? (hasSign || number.currency != nil)
    return isMoney && (number.currency == nil || number.currency == "CNY") ? number.value : nil
  }
}
