import KesiNetwork

/// A row below a header that is no row of data, and why.
enum LeftOutReason: String, CaseIterable, Sendable {
  case empty, total, note
  case repeatedHeader = "repeated_header"
  case heading
  /// What stands below the total and is not numbered as the rows above are, or names nobody: `其中：规上企业 | 1家`.
  case foot
  case unnamed

  /// Those that a mapping can turn off: a row without a name or content is none in any case.
  static let rules: [LeftOutReason] = [.total, .note, .repeatedHeader, .heading, .foot]

  var label: Phrase {
    switch self {
    case .empty: Phrase("empty", zh: "空行")
    case .total: Phrase("totals", zh: "合计行")
    case .note: Phrase("notes", zh: "说明、填表人等")
    case .repeatedHeader: Phrase("the header again", zh: "重复的表头")
    case .heading: Phrase("headings within the table", zh: "表中的小标题")
    case .foot: Phrase("what stands below the total", zh: "合计行以下的附注")
    case .unnamed: Phrase("no organization named", zh: "未写单位名称")
    }
  }
}

struct LeftOutRow: Sendable {
  let row: Int
  let reason: LeftOutReason
}

extension SheetHeader {
  /// Why a row is no data; nil where it is.
  func reasonToLeaveOut(_ row: Int, of sheet: Sheet) -> LeftOutReason? {
    let columns = (0..<sheet.width(ofRow: row)).filter { !sheet.isEmpty(row, $0) }
    // The first cells tell what most rows are.
    var start: [(column: Int, text: String)] = []
    for column in columns where start.count < 3 {
      let text = sheet.text(row, column).asName
      if !text.isEmpty { start.append((column, text)) }
    }
    guard let first = start.first?.text else { return .empty }
    func filled() -> [String] { columns.map { sheet.text(row, $0).asName }.filter { !$0.isEmpty } }
    func isHead(_ head: Head, _ text: String) -> Bool {
      head.own.isExactly(text) || !head.group.isEmpty && head.group.isExactly(text)
    }
    if start.contains(where: { cell in heads.contains { $0.column == cell.column && isHead($0, cell.text) } }) {
      let again = heads.count { isHead($0, sheet.text(row, $0.column).asName) }
      let count = filled().count
      if count > 1, again * 2 > count { return .repeatedHeader }
    }
    // A total stands in one of the first cells, before any name.
    if start.contains(where: { Self.isTotal($0.text) }) { return .total }
    // 1, 2, 3 … below the heads number the columns.
    if row == rows.upperBound, start.count > 2, start.map(\.text) == ["1", "2", "3"],
      filled().enumerated().allSatisfy({ $1 == "\($0 + 1)" })
    {
      return .note
    }
    let isNote = Self.isNote(first)
    // With two texts that differ it can be a note only.
    if !isNote, let second = start.dropFirst().first, second.text != first { return nil }
    let filled = filled()
    let distinct = Set(filled)
    if isNote, distinct.count <= 3, !first.hasPrefix("其中") || !Self.namesOthers(filled) { return .note }
    guard distinct.count == 1, heads.count > 2 else { return nil }
    if first.unicodeScalars.count > 24 || first.contains("：") || first.contains(":") { return .note }
    // `一、集成电路产业链` over the rows that follow.
    let isMerged = filled.count > 1
    return isMerged || Self.isHeading(first) ? .heading : nil
  }

  /// Whether a text behind the first one names an organization: `其中：甲公司 | 苏州大学` is data.
  private static func namesOthers(_ texts: [String]) -> Bool {
    texts.dropFirst().contains { text in KindOfName.told(by: text).map { !$0.word.isExactly(text) } ?? false }
  }

  /// Whether a row is the total of a whole table rather than of a part of it.
  func isGrandTotal(_ row: Int, of sheet: Sheet) -> Bool {
    let texts = (0..<min(sheet.width(ofRow: row), Self.mostBeforeTotal)).map { sheet.text(row, $0).asName }
    return texts.contains(where: Self.isTotal)
      && !texts.contains { text in ["小计", "小計", "本页", "subtotal"].contains(where: text.withSmallLetters.contains) }
  }

  private static let mostBeforeTotal = 16

  /// The column that numbers the rows: `序号`.
  var numbering: Int? {
    heads.first { ["序号", "序", "no", "no.", "nr", "nr.", "s/n", "sn", "№"].contains(HeadText($0.own).text) }?.column
  }

  private static func isTotal(_ text: String) -> Bool {
    guard mayBeTotal(text) else { return false }
    // Nothing that is longer, but for blanks, is a total.
    let scalars = text.unicodeScalars.filter { !$0.isWhite && $0 != "：" && $0 != ":" }
    guard scalars.count <= 16 else { return false }
    let word = String(scalars).withSmallLetters
    // `工业园区小计`: no organization is called so.
    if ["小计", "合计", "总计", "共计", "小計", "合計", "總計"].contains(where: word.ends(with:)) { return true }
    // `合计（46家）`, `小计12`, `Total (EUR)`.
    return totals.contains { total in
      guard word.begins(with: total) else { return false }
      guard let next = word.unicodeScalars.dropFirst(total.unicodeScalars.count).first else { return true }
      return total.unicodeScalars.count > 1 && (next.isDigit || next == "(" || next == "（")
    }
  }

  /// Whether a text begins or ends as totals do: few do.
  private static func mayBeTotal(_ text: String) -> Bool {
    func isSkipped(_ scalar: Unicode.Scalar) -> Bool { scalar.isWhite || scalar == "：" || scalar == ":" }
    let scalars = text.unicodeScalars
    guard let first = scalars.first(where: { !isSkipped($0) }), let last = scalars.last(where: { !isSkipped($0) })
    else {
      return false
    }
    return last == "计" || last == "計" || startsOfTotals.contains(first.small)
  }

  private static let startsOfTotals = totals.compactMap(\.unicodeScalars.first)

  private static let totals = [
    "合计", "总计", "小计", "共计", "累计", "总和", "合計", "總計", "小計", "本页合计", "全市合计", "总", "total", "sum", "subtotal", "grandtotal",
    "totals", "平均", "average",
  ]

  static func isNote(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, startsOfNotes.contains(first.small) else { return false }
    let plain = text.withSmallLetters
    return notes.contains { text.begins(with: $0) || plain.begins(with: $0) }
  }

  private static let startsOfNotes = Array(Set(notes.compactMap(\.unicodeScalars.first)))

  private static let notes = [
    "注：", "注:", "注1", "注 ", "备注：", "备注:", "说明：", "说明:", "填表人", "填报人", "制表", "审核", "填报单位", "填报日期", "填表日期", "填表单位",
    "数据来源", "资料来源", "单位负责人",
    "统计截止", "截至", "截止", "数据截", "以上数据", "以上均", "以上为", "统计时间", "统计口径", "填表", "其中：", "其中:", "单位：", "单位:", "联系人：", "联系人:",
    "填报说明", "附注", "备注（", "※", "*注", "note:", "notes:", "source:",
    "prepared by", "remark:", "remarks:", "as of",
    "last updated",
  ]

  private static func isHeading(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    let numerals: Set<Unicode.Scalar> = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    guard scalars.count > 2 else { return false }
    return numerals.contains(scalars[0]) && (scalars[1] == "、" || scalars[1] == "." || numerals.contains(scalars[1]))
      || (scalars[0] == "(" || scalars[0] == "（") && numerals.contains(scalars[1])
  }
}
