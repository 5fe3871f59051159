import KesiNetwork

/// Where the header of a sheet is, and what stands above it.
struct SheetHeader {
  /// The head of a column: what stands over it, with the group head before it where there is one.
  struct Head {
    let column: Int
    /// What `mapping.yml` calls the column: like no other of the sheet.
    var label: String
    /// What stands right over the values.
    let own: String
    /// The head over several columns that stands above that; empty where there is none.
    let group: String
  }

  /// The rows of the sheet that it takes, by their place.
  let rows: Range<Int>
  private(set) var heads: [Head]
  /// How many heads are words that are known.
  let known: Int
  /// What the sheet is called in a row above.
  private(set) var title: String?
  /// The unit that a row above gives for amounts.
  private(set) var unit: WrittenUnit?

  /// A sheet of people has its header within its first rows.
  private static let mostRowsAbove = 40

  /// The rows whose cells are most like heads; nil where no row is.
  ///
  /// - Parameter last: the row below which no header lies, where one is sure to be at it.
  static func find(in sheet: Sheet, upTo last: Int? = nil) -> SheetHeader? {
    var best: (header: SheetHeader, score: Double)?
    let texts = MatrixTexts()
    for row in 0..<min(sheet.rowCount, mostRowsAbove, last.map { $0 + 1 } ?? .max) {
      for count in 1...2 where row + count <= sheet.rowCount {
        guard let header = SheetHeader(sheet, rows: row..<(row + count)), let score = header.score(in: sheet, texts)
        else {
          continue
        }
        if score > best?.score ?? 0 { best = (header, score) }
      }
    }
    guard var header = best?.header else { return nil }
    header.readAbove(sheet)
    return header
  }

  /// The header that has the most of some labels, for a sheet that is read by a mapping.
  static func find(_ labels: Set<String>, lines: Int, in sheet: Sheet, upTo last: Int? = nil) -> SheetHeader? {
    var best: (header: SheetHeader, count: Int)?
    for row in 0..<min(sheet.rowCount, mostRowsAbove, last.map { $0 + 1 } ?? .max) where row + lines <= sheet.rowCount {
      guard let header = SheetHeader(sheet, rows: row..<(row + lines)) else { continue }
      let count = header.heads.count { labels.contains(NameKey($0.label).text) }
      if count > best?.count ?? 0 { best = (header, count) }
    }
    guard var header = best?.header else { return nil }
    header.readAbove(sheet)
    return header
  }

  private init?(_ sheet: Sheet, rows: Range<Int>) {
    self.rows = rows
    let width = rows.map { sheet.width(ofRow: $0) }.max() ?? 0
    guard width < 4096 else { return nil }
    let last = rows.upperBound - 1
    var group = ""
    var heads: [Head] = []
    for column in 0..<width {
      let own = sheet.text(last, column).asName
      guard rows.count > 1 else {
        if !own.isEmpty { heads.append(Head(column: column, label: own, own: own, group: "")) }
        if own.isEmpty, column == 0, Self.hasNames(below: last, in: sheet) { heads.append(Self.first) }
        continue
      }
      let above = sheet.text(rows.lowerBound, column).asName
      // A head that is merged over several columns stands in the first of them.
      if !above.isEmpty { group = above }
      if own.isEmpty {
        // Merged downwards, or over columns without heads of their own.
        if !above.isEmpty { heads.append(Head(column: column, label: above, own: above, group: "")) }
        if above.isEmpty, column == 0, Self.hasNames(below: last, in: sheet) { heads.append(Self.first) }
      } else if own == group || group.isEmpty {
        heads.append(Head(column: column, label: own, own: own, group: ""))
      } else {
        heads.append(Head(column: column, label: "\(group) / \(own)", own: own, group: group))
      }
    }
    guard !heads.isEmpty else { return nil }
    var seen: [String: Int] = [:]
    for place in heads.indices {
      let label = heads[place].label
      let count = seen[label, default: 0] + 1
      seen[label] = count
      if count > 1 { heads[place].label = "\(label) (\(count))" }
    }
    self.heads = heads
    // In a row of a matrix a few texts fill most cells.
    let knownTexts = Memo<Bool>()
    // A head that is merged over several columns is one.
    known =
      Set(heads.filter { knownTexts.value(of: $0.own, Self.isKnown) }.map { [$0.group, $0.own] }).count
  }

  /// The head of a first column that has none, as that over the names of a matrix.
  private static let first = Head(column: 0, label: "（A 列）", own: "（A 列）", group: "")

  private static func hasNames(below row: Int, in sheet: Sheet) -> Bool {
    let cells = (row + 1..<max(row + 1, min(sheet.rowCount, row + 11))).map { sheet.text($0, 0) }
    guard cells.count > 1 else { return false }
    // In a matrix the names before the rows are those over the columns.
    let heads = Set((1..<max(1, sheet.width(ofRow: row))).map { sheet.text(row, $0).asName })
    return cells.count { KindOfName.told(by: $0) != nil || !$0.isEmpty && heads.contains($0.asName) } * 2 > cells.count
  }

  private static func isKnown(_ head: String) -> Bool {
    if QuestionHead.isQuestion(head) { return QuestionHead.match(head) != nil }
    return SheetHeadWords.matches(of: head).first.map { $0.confidence >= 0.6 } ?? false
  }

  /// Whether a head is the name of an organization, and nothing but marks and numbers stand below it.
  func isMarked(_ head: Head, in sheet: Sheet, _ texts: MatrixTexts) -> Bool {
    guard let kind = KindOfName.told(by: head.own), kind.confidence >= 0.7, kind.word != head.own,
      !Self.nounsOfColumns.contains(where: head.own.hasSuffix)
    else { return false }
    return hasOnlyMarks(head, in: sheet, texts)
  }

  /// `与苏州大学合作情况` is no name.
  static let nounsOfColumns = [
    "情况", "内容", "方式", "时间", "日期", "金额", "经费", "数量", "次数", "进展", "成果", "意向", "需求", "状态",
  ]

  /// Whether nothing but marks and numbers stand in a column, and some do: a note such as `填表日期：…` below its rows has no
  /// say.
  func hasOnlyMarks(_ head: Head, in sheet: Sheet, _ texts: MatrixTexts) -> Bool {
    var filled = 0
    for row in rows.upperBound..<max(rows.upperBound, min(sheet.rowCount, rows.upperBound + Self.mostMarksSeen)) {
      switch texts.sort(of: sheet.text(row, head.column)) {
      case .none: break
      case .ofMatrix: filled += 1
      case .other: guard reasonToLeaveOut(row, of: sheet) != nil else { return false }
      }
    }
    return filled > 0
  }

  /// In scalars: what is longer is a sentence rather than what people call an organization.
  static let longestShortName = 12

  /// Enough rows to tell a matrix.
  private static let mostMarksSeen = 200

  /// How much it is like a header: heads that are known count most, then that the cells are words unlike those below.
  private func score(in sheet: Sheet, _ ofMatrix: MatrixTexts) -> Double? {
    let texts = rows.flatMap { row in
      (0..<sheet.width(ofRow: row)).filter { !sheet.isEmpty(row, $0) }.map { (row, $0, sheet.text(row, $0).asName) }
    }
    let distinct = Set(texts.map { $0.2 })
    guard distinct.count > 1, rows.upperBound < sheet.rowCount || known > 1 else { return nil }
    // A row of a header has no long text, number or date, and names no organization by its legal form.
    let marked = heads.filter { isMarked($0, in: sheet, ofMatrix) }
    let square = SquareMatrix(self, in: sheet)
    let markedColumns = Set(marked.map(\.column)).union(square?.columns ?? [])
    let isMatrix = markedColumns.count > 1
    var numbers: [String] = []
    let (numberTexts, dataTexts, surelyHeads) = (Memo<Bool>(), Memo<Bool>(), Memo<Bool>())
    for (row, column, text) in texts {
      guard text.unicodeScalars.count <= 40 || QuestionHead.isQuestion(text) else { return nil }
      if isMatrix, markedColumns.contains(column), sheet.content(row, column) == .text { continue }
      if sheet.content(row, column) != .text || numberTexts.value(of: text, { Self.isNumber($0, .text) }) {
        numbers.append(text)
        continue
      }
      if dataTexts.value(of: text, Self.isData) { return nil }
    }
    guard numbers.isEmpty || mayHave(numbers) else { return nil }
    if rows.count > 1 {
      // Two lines are one header only where the upper one spans columns, or heads stand in either.
      let upper = (0..<heads.count).filter { !heads[$0].group.isEmpty }.count
      let own = sheet.text(rows.lowerBound, heads[0].column).asName
      guard upper > 0 || known > 0, Set(heads.map(\.group)).count > 1 || !own.isEmpty else { return nil }
      let filled = Set(
        (0..<sheet.width(ofRow: rows.lowerBound)).map { sheet.text(rows.lowerBound, $0).asName }.filter { !$0.isEmpty })
      guard filled.count > 1, !filled.contains(where: { $0.contains("：") || $0.contains(":") }) else { return nil }
      let lower = (0..<sheet.width(ofRow: rows.upperBound - 1)).count { !sheet.isEmpty(rows.upperBound - 1, $0) }
      guard lower > 1 else { return nil }
    }
    let known = Double(self.known + (isMatrix ? markedColumns.count : 0))
    let share = known / Double(heads.count)
    let below = rows.upperBound
    var unlike = 0.0
    if below < sheet.rowCount {
      let data = heads.filter { head in
        let text = sheet.text(below, head.column)
        return !text.isEmpty && text.asName != head.own
          && !surelyHeads.value(of: text) { SheetHeadWords.matches(of: $0).first.map { $0.confidence >= 0.9 } ?? false }
      }
      unlike = Double(data.count) / Double(heads.count)
    }
    guard known > 0 || (unlike > 0.5 && heads.count > 1) else { return nil }
    // One line is preferred to two that tell no more, an earlier row to a later one.
    return known + share + unlike * 0.5 - Double(rows.count) * 0.6 - Double(rows.lowerBound) * 0.001
  }

  /// Whether a text names an organization by its legal form, as no head does.
  private static func isData(_ text: String) -> Bool {
    guard !QuestionHead.isQuestion(text), !nounsOfColumns.contains(where: text.hasSuffix),
      let kind = KindOfName.told(by: text)
    else { return false }
    return kind.confidence >= 0.95 && text.unicodeScalars.count > 6 && SheetHeadWords.matches(of: text).isEmpty
  }

  /// Whether a cell is a number or a date, and no head that is known.
  static func isNumber(_ text: String, _ content: Sheet.Content) -> Bool {
    guard content == .text else { return true }
    guard SheetHeadWords.matches(of: text).isEmpty else { return false }
    if case .number = WrittenNumber.read(text) { return true }
    if case .date = WrittenDate.read(text) { return true }
    return WrittenDuration(text) != nil
  }

  /// Whether some numbers may be heads: years over the columns of a table of years, or a few among heads that are known.
  private func mayHave(_ numbers: [String]) -> Bool {
    guard known > 1, Set(numbers).count == numbers.count else { return false }
    return known > numbers.count
      || numbers.allSatisfy { if case .date(let date) = WrittenDate.read($0) { date.first.day == nil } else { false } }
  }

  /// Rows above it that read like data, of a table whose header was not found: several values that differ, none of them
  /// with its label before it.
  func rowsLost(in sheet: Sheet) -> [Int] {
    (0..<rows.lowerBound).filter { row in
      let texts = (0..<sheet.width(ofRow: row)).filter { !sheet.isEmpty(row, $0) }.map { sheet.text(row, $0).asName }
      return Set(texts).count >= min(3, heads.count)
        && !texts.contains { $0.contains("：") || $0.contains(":") || Self.isNote($0) }
    }
  }

  private mutating func readAbove(_ sheet: Sheet) {
    for row in 0..<rows.lowerBound {
      var seen = Set<String>()
      for column in 0..<sheet.width(ofRow: row) {
        let text = sheet.text(row, column).asName
        guard !text.isEmpty, seen.insert(text).inserted else { continue }
        for part in text.split(whereSeparator: { $0 == " " || $0 == "；" || $0 == ";" || $0 == "，" }) {
          for start in ["单位：", "单位:", "金额单位：", "金额单位:", "單位：", "Unit: ", "unit: "] where part.hasPrefix(start) {
            unit = unit ?? WrittenUnit(String(part.dropFirst(start.count)))
          }
        }
      }
      if title == nil, seen.count == 1, let text = seen.first, Self.isTitle(text) { title = text }
    }
  }

  private static func isTitle(_ text: String) -> Bool {
    let count = text.unicodeScalars.count
    guard count >= 4, count <= 80, !text.contains("：") && !text.contains(":") else { return false }
    return !text.hasPrefix("附件") && !text.hasPrefix("附表")
  }
}
