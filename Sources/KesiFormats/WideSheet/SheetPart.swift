import KesiNetwork

/// A sheet with the layout by which it is read: its columns found, its rows of data sorted out, and what each column as a
/// whole tells of its dates and numbers.
struct SheetPart {
  final class Column {
    let place: Int
    let mapped: MappedColumn
    let style: WrittenDate.Style
    let decimals: WrittenNumber.DecimalSign
    /// Of its numbers, where they have none of their own.
    let unit: WrittenUnit?
    /// What may stand between the names in a cell.
    let separators: Set<NameList.Separator>
    /// Whether any cell says 同上, which means what stands above it.
    let hasDitto: Bool
    let meaning: ColumnMeaning

    init(
      place: Int, mapped: MappedColumn, style: WrittenDate.Style, decimals: WrittenNumber.DecimalSign,
      unit: WrittenUnit?, separators: Set<NameList.Separator>, hasDitto: Bool
    ) {
      (self.place, self.mapped, meaning) = (place, mapped, mapped.meaning)
      (self.style, self.decimals, self.unit) = (style, decimals, unit)
      (self.separators, self.hasDitto) = (separators, hasDitto)
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
  /// Columns of the sheet that the layout does not have.
  let newHeads: [String]
  /// Columns of the layout that the sheet does not have.
  let goneColumns: [MappedColumn]
  /// Whether no two rows are about the same actor: then what else a row says is said of the actor.
  let isSubjectUnique: Bool
  /// Whether several rows are about one project.
  let hasRepeatedProjects: Bool
  /// Whether marks say yes by a tick, so that a cross says no.
  let hasTicks: Bool

  /// Nil where the columns name nobody.
  init?(_ sheet: Sheet, _ layout: SheetLayout, _ header: SheetHeader) {
    guard let shape = layout.shape else { return nil }
    (self.sheet, self.layout, self.header, self.shape) = (sheet, layout, header, shape)
    name = sheet.name
    isChinese = header.heads.contains { $0.label.unicodeScalars.contains(where: \.isIdeograph) }
    var rows: [Int] = []
    var leftOut: [LeftOutRow] = []
    for row in header.rows.upperBound..<max(header.rows.upperBound, sheet.rowCount) {
      if let reason = header.reasonToLeaveOut(row, of: sheet), layout.leftOut.contains(reason) || reason == .empty {
        leftOut.append(LeftOutRow(row: sheet.number(ofRow: row), reason: reason))
      } else {
        rows.append(row)
      }
    }
    (self.rows, self.leftOut) = (rows, leftOut)
    let byLabel = Dictionary(layout.columns.map { (NameKey($0.label), $0) }, uniquingKeysWith: { old, _ in old })
    columns = header.heads.compactMap { head in
      byLabel[NameKey(head.label)].map { Self.column(head.column, $0, layout, header, sheet, rows) }
    }
    newHeads = header.heads.filter { byLabel[NameKey($0.label)] == nil }.map(\.label)
    let present = Set(header.heads.map { NameKey($0.label) })
    goneColumns = layout.columns.filter { !present.contains(NameKey($0.label)) }
    isSubjectUnique = !Self.repeats(.actor, columns, rows, sheet)
    let project: ColumnMeaning = columns.contains { $0.meaning == .projectID } ? .projectID : .project
    hasRepeatedProjects = Self.repeats(project, columns, rows, sheet)
    let marked = columns.filter { $0.meaning == .chainMark || $0.meaning == .partnerMark }
    var (ticks, crosses) = (0, 0)
    for column in marked {
      for row in rows {
        let text = sheet.text(row, column.place)
        if MarkWords.isTick(text) { ticks += 1 }
        if MarkWords.isCross(text) { crosses += 1 }
      }
    }
    // Crosses beside ticks say no where ticks are more, or where every cell says one or the other.
    hasTicks = ticks > crosses || ticks > 0 && (ticks + crosses) * 10 >= marked.count * rows.count * 9
  }

  /// Whether a name stands in several rows of the column of a meaning.
  private static func repeats(_ meaning: ColumnMeaning, _ columns: [Column], _ rows: [Int], _ sheet: Sheet) -> Bool {
    guard let column = columns.first(where: { $0.meaning == meaning }) else { return false }
    var seen = Set<NameKey>()
    return rows.contains { row in
      let text = sheet.text(row, column.place)
      return !text.isEmpty && !seen.insert(NameKey(text)).inserted
    }
  }

  private static func column(
    _ place: Int, _ mapped: MappedColumn, _ layout: SheetLayout, _ header: SheetHeader, _ sheet: Sheet, _ rows: [Int]
  ) -> Column {
    // Few of the texts of a column differ, and what they tell of it they tell once.
    let values = Set(rows.lazy.map { ExactText(sheet.text($0, place)) }).map(\.text)
    var style = WrittenDate.Style()
    var decimals = WrittenNumber.DecimalSign.unknown
    if mapped.meaning.isNumber { decimals = mapped.decimals ?? WrittenNumber.decimalSign(of: values) }
    switch mapped.meaning {
    case .from, .to, .period:
      style = WrittenDate.Style.told(by: values, countsDays: mapped.meaning != .period)
      style.order = mapped.order ?? style.order
    default: break
    }
    let isMoney = mapped.meaning == .amount || mapped.meaning == .contribution
    // One cell, one name in a column of actors; a list where signs say so that are in no name.
    let isOne = mapped.meaning == .actor || mapped.meaning == .leader
    return Column(
      place: place, mapped: mapped, style: style, decimals: decimals,
      unit: mapped.unit ?? (isMoney ? layout.unit ?? header.unit : nil),
      separators: isOne ? layout.separators.intersection(NameList.strong) : layout.separators,
      hasDitto: values.contains(where: NoOrganization.isSameAsAbove))
  }

  func columns(_ meaning: ColumnMeaning) -> [Column] { columns.filter { $0.meaning == meaning } }

  /// What messages call a row.
  func place(row: Int, column: String) -> Place { .cell(file: name, row: row, column: column, columnZh: nil) }

  /// Whether its heads are Chinese: so is what is written of its rows then.
  let isChinese: Bool

  /// Where a row stands, as the evidence of what was made of it: `台账.xlsx[2024] 第 17 行`.
  func evidence(row: Int) -> String { isChinese ? "\(name) 第 \(row) 行" : "\(name) row \(row)" }
}
