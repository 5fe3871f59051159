import KesiNetwork

extension PartialDate {
  /// The end of a deadline as people write it into a plan: a date, or a part of a year, such as 2025年底, 2025年上半年,
  /// 2025年第三季度, 2025 Q3, end of 2025. A part of a year ends with its last month, its beginning with March. What is to be
  /// done before a date is not late before that has passed.
  ///
  /// - Returns: nil for anything else.
  package init?(deadline text: String) {
    var text = String(text.lowercased().unicodeScalars.trimmed)
    for word in ["之前", "以前", "前"] where text.hasSuffix(word) {
      text.removeLast(word.count)
      break
    }
    let plain = text.filter { !$0.isWhitespace }
    if let date = PartialDate(plain) {
      self = date
      return
    }
    for word in ["月底", "月末"] where plain.hasSuffix(word) {
      guard let date = PartialDate(String(plain.dropLast())) else { return nil }
      self = date
      return
    }
    // Blanks part the year from other digits, as in Q3 2025.
    let runs: [Substring] = text.split(whereSeparator: { !("0"..."9").contains($0) })
    guard let run = runs.first(where: { $0.count == 4 }), let year = UInt32(run) else { return nil }
    var after = String(text[run.endIndex...])
    for word in ["年度", "年"] where after.hasPrefix(word) {
      after.removeFirst(word.count)
      break
    }
    let part = (text[..<run.startIndex] + after).filter { !"-/.,".contains($0) && !$0.isWhitespace }
    guard let month = Self.lastMonth(of: part), let date = PartialDate(packed: year * 10000 + month * 100) else {
      return nil
    }
    self = date
  }

  /// The last month of a part of a year, as it is called without the year.
  private static func lastMonth(of part: String) -> UInt32? {
    var part = part
    if part.contains("季度") || part.contains("半年"), let last = part.last, "底末内".contains(last) { part.removeLast() }
    for word in ["by", "the"] where part.hasPrefix(word) { part.removeFirst(word.count) }
    return switch part {
    case "初", "年初", "q1", "第一季度", "一季度", "第1季度", "1季度", "firstquarterof": 3
    case "中", "年中", "上半年", "q2", "第二季度", "二季度", "第2季度", "2季度", "secondquarterof", "h1", "mid", "firsthalfof": 6
    case "q3", "第三季度", "三季度", "第3季度", "3季度", "thirdquarterof": 9
    case "底", "末", "内", "年底", "年末", "年内", "下半年", "q4", "第四季度", "四季度", "第4季度", "4季度", "fourthquarterof",
      "h2", "secondhalfof", "end", "endof", "yearend":
      12
    default: nil
    }
  }
}
