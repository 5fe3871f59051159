import KesiNetwork

/// A form rather than a table: labels stand beside their values, and a sheet is about one organization.
enum FormSheet {
  /// A form has its labels in its first rows.
  private static let mostRows = 25
  /// Fewer labels may stand beside their values by chance.
  private static let fewestLabels = 3

  static func isOne(_ sheet: Sheet) -> Bool {
    var meanings = Set<ColumnMeaning>()
    var rows = 0
    for row in 0..<min(sheet.rowCount, mostRows) {
      // Of merged cells the first counts.
      let texts = (0..<min(sheet.width(ofRow: row), 64)).compactMap { column in
        sheet.filling(row, column) == nil && !sheet.isEmpty(row, column) ? sheet.text(row, column).asName : nil
      }
      guard let found = labels(of: texts) else { continue }
      meanings.formUnion(found)
      rows += 1
    }
    return rows >= fewestLabels && meanings.count >= fewestLabels
  }

  /// What the labels of a row mean that has labels and values in turn; nil for any other row.
  private static func labels(of texts: [String]) -> [ColumnMeaning]? {
    guard texts.count > 1 else { return nil }
    var meanings: [ColumnMeaning] = []
    for (place, text) in texts.enumerated() {
      let match = SheetHeadWords.matches(of: text).first { $0.confidence >= 0.9 }
      guard (match != nil) == (place % 2 == 0) else { return nil }
      if let match { meanings.append(match.meaning) }
    }
    return meanings
  }

  static let reason = Phrase("is a form, with labels beside values", zh: "为登记表（左为项目、右为内容），不是数据表")

  static let refusal = Phrase(
    "is a form: labels stand beside their values, one organization a sheet. Kesi reads tables with a row for each organization. Copy what the forms say into one table, with heads such as 企业名称, 合作单位 (kesi new -o FILE.xlsx makes one to fill in).",
    zh: "为一企一表的登记表（左为项目、右为内容），无法作为数据表读取。请汇总成一张表，每家单位一行，列名如“企业名称”“合作单位”（kesi new -o 模板.xlsx 可生成空白模板）。")
}
