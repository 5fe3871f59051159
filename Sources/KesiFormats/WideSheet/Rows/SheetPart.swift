import KesiMatrix
import KesiNetwork

/// A sheet with the layout by which it is read: its columns found, its rows of data sorted out, and what each column as a
/// whole tells of its dates and numbers.
final class SheetPart: Sendable {
  final class Column: Sendable {
    /// Its place among the columns that are read.
    let number: Int
    /// Its place in the sheet.
    let place: Int
    let mapped: MappedColumn
    let texts: ColumnTexts
    let style: WrittenDate.Style
    /// The years near which most of its dates lie.
    let usualYears: UsualYears?
    let decimals: WrittenNumber.DecimalSign
    /// Of its numbers, where they have none of their own.
    let unit: WrittenUnit?
    /// The currency of its amounts, by its head or else by most of them; nil where nothing tells.
    let currency: String?
    /// What may stand between the names in a cell.
    let separators: Set<ListSeparator>
    /// Whether any cell says 同上, which means what stands above it.
    let hasDitto: Bool
    /// The texts that are not what was meant: errors of formulas, numbers that have lost their last digits.
    let lost: Set<Int>
    /// The texts of a column that is carried on which hold numbers or addresses of persons: these are left out.
    let personal: Set<Int>
    let meaning: ColumnMeaning
    /// What stands right over it.
    let head: String

    init(
      _ number: Int, _ mapped: MappedColumn, _ head: String, _ texts: ColumnTexts, lost: Set<Int>, _ unit: WrittenUnit?,
      _ layout: SheetLayout
    ) {
      (self.number, self.mapped, self.head, self.texts, self.lost) = (number, mapped, head, texts, lost)
      (place, meaning) = (texts.column, mapped.meaning)
      personal = mapped.meaning == .keep ? Self.personal(texts) : []
      var style = WrittenDate.Style()
      var decimals = WrittenNumber.DecimalSign.unknown
      if mapped.meaning.isNumber { decimals = mapped.decimals ?? WrittenNumber.decimalSign(of: texts.ofData) }
      switch mapped.meaning {
      case .from, .to, .period:
        style = WrittenDate.Style.told(by: texts.ofData, countsDays: mapped.meaning != .period)
        style.order = mapped.order ?? style.order
      default: break
      }
      (self.style, self.decimals) = (style, decimals)
      usualYears = mapped.meaning.isDate ? Self.usualYears(of: texts, style) : nil
      let isMoney = mapped.meaning == .amount || mapped.meaning == .contribution
      self.unit = mapped.unit ?? (isMoney ? unit : nil)
      currency = isMoney ? Self.currency(of: texts, mapped.label, self.unit) : nil
      // One cell, one name in a column of actors; a list where signs say so that are in no name.
      let isOne = mapped.meaning == .actor || mapped.meaning == .leader
      separators = isOne ? layout.separators.intersection(NameList.strong) : layout.separators
      hasDitto = texts.ofData.contains(where: NoOrganization.isSameAsAbove)
    }

    /// The years of what is written as dates; a number is one only if its day is near them.
    private static func usualYears(of texts: ColumnTexts, _ style: WrittenDate.Style) -> UsualYears? {
      var style = style
      let years = { (style: WrittenDate.Style) in
        texts.ofData.compactMap { text -> Int? in
          switch WrittenPeriod.read(text, style: style) {
          case .date(let date): date.first.year
          case .period(let period): period.from?.year ?? period.to?.year
          case .missing, .ambiguous, .reversed, .unreadable: nil
          }
        }
      }
      let counted = years(style)
      style.countsDays = false
      return UsualYears(years(style)) ?? UsualYears(counted)
    }

    private static func currency(of texts: ColumnTexts, _ label: String, _ unit: WrittenUnit?) -> String? {
      // What is not said is the money of the country.
      let home = label.unicodeScalars.contains(where: \.isIdeograph) ? "CNY" : nil
      if let unit { return unit.currency ?? home }
      var counts: [String: Int] = [:]
      for text in texts.ofData {
        guard case .number(let number) = WrittenNumber.read(text), let currency = number.currency ?? home else {
          continue
        }
        counts[currency, default: 0] += 1
      }
      return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    private static func personal(_ texts: ColumnTexts) -> Set<Int> {
      Set(
        (0..<texts.count).filter { number in
          texts.withBytes(of: number, PersonalData.mayBeIn) && PersonalData.isIn(texts[number])
        })
    }

    /// Whether a date is so far from the others that it is most likely a slip.
    func isFar(_ date: PartialDate) -> Bool { usualYears.map { !$0.contains(date.year) } ?? false }

    /// A text of the column; none where it is lost.
    func text(_ number: Int) -> String {
      if lost.contains(number) { return "" }
      let text = texts[number]
      return personal.contains(number) ? PersonalData.removed(from: text) ?? text : text
    }
  }

  let sheet: Sheet
  /// What messages call the sheet.
  let name: String
  let layout: SheetLayout
  let header: SheetHeader
  let shape: SheetLayout.Shape
  /// The rows of data, by their place.
  let rows: [Int]
  let leftOut: [LeftOutRow]
  let columns: [Column]
  /// A list of few, which is asked several times a row.
  private let columnsByMeaning: [(meaning: ColumnMeaning, columns: [Column])]
  /// Columns of the sheet that the layout does not have.
  let newHeads: [String]
  /// Columns of the layout that the sheet does not have.
  let goneColumns: [MappedColumn]
  /// What columns say of each of several partners, where they come again with each.
  let partnerGroups: PartnerGroups
  /// The columns whose heads name chains, partners or projects.
  let marked: [Column]
  /// Whether no two rows are about the same actor: then what else a row says is said of the actor.
  let isSubjectUnique: Bool
  /// Whether several rows are about one project.
  let hasRepeatedProjects: Bool
  /// Whether marks say yes by a tick, so that a cross says no.
  let hasTicks: Bool

  /// Whether all numbers under the names of partners are years: since when, and not how much.
  let hasYears: Bool

  /// Nil where the columns name nobody.
  init?(_ sheet: Sheet, _ layout: SheetLayout, _ header: SheetHeader, on parallel: Parallel) throws(Cancelled) {
    guard let shape = layout.shape else { return nil }
    (self.sheet, self.layout, self.header, self.shape) = (sheet, layout, header, shape)
    name = sheet.name
    isChinese = header.heads.contains { $0.label.unicodeScalars.contains(where: \.isIdeograph) }
    let (rows, leftOut) = try Self.sort(sheet, layout, header, on: parallel)
    (self.rows, self.leftOut) = (rows, leftOut)
    let byLabel = Dictionary(layout.columns.map { (NameKey($0.label), $0) }, uniquingKeysWith: { old, _ in old })
    let used = header.heads.compactMap { head in byLabel[NameKey(head.label)].map { (head: head, mapped: $0) } }
    let hasLost = sheet.hasCell(of: LostText.contents)
    let asked = OptionHead.all(among: used.map(\.head.own))
    // In a matrix of the same names on both sides a head is a name as it stands.
    let isSquare =
      asked.contains { $0 != nil } && SquareMatrix(header, in: sheet) != nil
    let options = isSquare ? asked.map { _ in nil } : asked
    columns = try parallel.parts(used.count) { number in
      // Of columns that nothing is made of no text is asked for.
      let isUsed = used[number].mapped.meaning.isRead || used[number].mapped.meaning == .keep
      let texts = ColumnTexts(
        of: sheet, column: used[number].head.column, data: isUsed ? rows : [],
        below: isUsed ? header.rows.upperBound : sheet.rowCount)
      let lost = LostText.numbers(in: texts, of: sheet, rows, used[number].mapped.meaning, hasLost: hasLost)
      // What is marked under an option of a question is the option.
      let name = used[number].mapped.meaning.isMark ? options[number]?.option : nil
      return Column(
        number, used[number].mapped, name ?? used[number].head.own, texts, lost: lost, layout.unit ?? header.unit,
        layout)
    }
    marked = columns.filter(\.meaning.isMark)
    partnerGroups = PartnerGroups(of: columns, rows: rows)
    var columnsByMeaning: [(meaning: ColumnMeaning, columns: [Column])] = []
    for column in columns {
      if let place = columnsByMeaning.firstIndex(where: { $0.meaning == column.meaning }) {
        columnsByMeaning[place].columns.append(column)
      } else {
        columnsByMeaning.append((column.meaning, [column]))
      }
    }
    self.columnsByMeaning = columnsByMeaning
    newHeads = header.heads.filter { byLabel[NameKey($0.label)] == nil }.map(\.label)
    let present = Set(header.heads.map { NameKey($0.label) })
    goneColumns = layout.columns.filter { !present.contains(NameKey($0.label)) }
    isSubjectUnique = !Self.repeats(.actor, columns)
    hasRepeatedProjects = Self.repeats(columns.contains { $0.meaning == .projectID } ? .projectID : .project, columns)
    hasTicks = Self.hasTicks(marked, rows)
    hasYears = layout.unit == nil && header.unit == nil && Self.hasYears(marked)
  }

  /// The rows of data, and the others with why they are none.
  private static func sort(
    _ sheet: Sheet, _ layout: SheetLayout, _ header: SheetHeader, on parallel: Parallel
  ) throws(Cancelled) -> (rows: [Int], leftOut: [LeftOutRow]) {
    let below = Array(header.rows.upperBound..<max(header.rows.upperBound, sheet.rowCount))
    var reasons = try parallel.map(count: below.count, grain: 4096) { header.reasonToLeaveOut(below[$0], of: sheet) }
    if layout.leftOut.contains(.foot), layout.leftOut.contains(.total) {
      markFoot(&reasons, below, sheet, layout, header)
    }
    var (rows, leftOut): ([Int], [LeftOutRow]) = ([], [])
    for (row, reason) in zip(below, reasons) {
      if let reason, layout.leftOut.contains(reason) || reason == .empty {
        leftOut.append(LeftOutRow(row: sheet.number(ofRow: row), reason: reason))
      } else {
        rows.append(row)
      }
    }
    return (rows, leftOut)
  }

  /// Rows below the last total are data only where they are numbered as those above it are, or name organizations in two
  /// columns, or one where nothing is numbered.
  private static func markFoot(
    _ reasons: inout [LeftOutReason?], _ below: [Int], _ sheet: Sheet, _ layout: SheetLayout, _ header: SheetHeader
  ) {
    let totals = reasons.indices.filter { reasons[$0] == .total && header.isGrandTotal(below[$0], of: sheet) }
    guard let total = totals.last else { return }
    let above = reasons.indices.prefix(total).filter { reasons[$0] == nil }
    guard !above.isEmpty else { return }
    func isNumbered(_ row: Int, _ column: Int) -> Bool {
      if case .number = WrittenNumber.read(sheet.text(row, column)) { true } else { false }
    }
    func kind(_ row: Int, _ column: Int) -> KindOfName? { KindOfName.told(by: sheet.text(row, column).asName) }
    // 盖章：苏州大学 is signed, and 企业 is counted.
    func isName(_ row: Int, _ column: Int) -> Bool {
      let text = sheet.text(row, column).asName
      return kind(row, column).map { !$0.word.isExactly(text) } ?? false
        && !text.unicodeScalars.contains { $0 == "：" || $0 == ":" }
    }
    let numbering = header.numbering.flatMap { column in
      above.count { isNumbered(below[$0], column) } * 10 >= above.count * 8 ? column : nil
    }
    let labels = Set(layout.columns.filter(\.meaning.namesActors).map { NameKey($0.label) })
    let named = header.heads.filter { labels.contains(NameKey($0.label)) }.map(\.column)
    for place in reasons.indices.suffix(from: total + 1) where reasons[place] == nil {
      let row = below[place]
      let isData =
        named.count { isName(row, $0) } > 1
        || numbering.map { isNumbered(row, $0) } ?? named.contains { kind(row, $0) != nil }
      if !isData { reasons[place] = .foot }
    }
  }

  /// Whether a name stands in several rows of the column of a meaning.
  private static func repeats(_ meaning: ColumnMeaning, _ columns: [Column]) -> Bool {
    guard let texts = columns.first(where: { $0.meaning == meaning })?.texts else { return false }
    if texts.repeats { return true }
    var seen = Set<NameKey>()
    return texts.ofData.contains { !$0.isEmpty && !seen.insert(NameKey($0)).inserted }
  }

  /// Crosses beside ticks say no where ticks are more, or where every cell says one or the other.
  private static func hasTicks(_ marked: [Column], _ rows: [Int]) -> Bool {
    var (ticks, crosses) = (0, 0)
    for column in marked {
      let (isTick, isCross) = (column.texts.ofData.map(MarkWords.isTick), column.texts.ofData.map(MarkWords.isCross))
      for row in rows {
        let number = column.texts.number(ofRow: row)
        if isTick[number] { ticks += 1 }
        if isCross[number] { crosses += 1 }
      }
    }
    return ticks > crosses || ticks > 0 && (ticks + crosses) * 10 >= marked.count * rows.count * 9
  }

  private static func hasYears(_ marked: [Column]) -> Bool {
    var hasYear = false
    for column in marked where column.meaning == .partnerMark {
      for text in column.texts.ofData {
        guard case .number(let number) = WrittenNumber.read(text), number.value > 0 else { continue }
        guard (1990...2049).contains(number.value), number.value == number.value.rounded() else { return false }
        hasYear = true
      }
    }
    return hasYear
  }

  func columns(_ meaning: ColumnMeaning) -> [Column] {
    for group in columnsByMeaning where group.meaning == meaning { return group.columns }
    return []
  }

  /// What messages call a row.
  func place(row: Int, column: String) -> Place { .cell(file: name, row: row, column: column, columnZh: nil) }

  /// Whether its heads are Chinese: so is what is written of its rows then.
  let isChinese: Bool
}
