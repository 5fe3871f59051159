import KesiNetwork

/// A table that lies on its side: its heads stand in the first column, and each other column is what a row should be.
enum TurnedSheet {
  /// Fewer heads may stand in a first column by chance.
  private static let fewestHeads = 3
  /// A table on its side has as many rows as others have columns.
  private static let mostRows = 60

  static func isOne(_ sheet: Sheet) -> Bool {
    guard sheet.rowCount <= mostRows, sheet.width > 2 else { return false }
    let rows = (0..<sheet.rowCount).filter { sheet.valueCount(ofRow: $0) > 1 }
    guard !rows.contains(where: { SheetSection.isHeader($0, of: sheet) }) else { return false }
    let meanings = rows.compactMap { SheetHeadWords.meaning(ofWord: sheet.text($0, 0).asName) }
    return Set(meanings).count >= fewestHeads && meanings.count * 10 >= rows.count * 6
      && meanings.contains(where: \.namesActors)
  }

  static let reason = Phrase("lies on its side, with its heads in the first column", zh: "为横放的表（列名在第一列）")

  static let refusal = Phrase(
    "lies on its side: its heads stand in the first column. Kesi reads a row for each organization or tie. Turn it in Excel or WPS: copy it, then Paste Special with Transpose.",
    zh: "为横放的表：列名在第一列，每列是一条记录，无法读取。请在 Excel 或 WPS 中复制后“选择性粘贴—转置”，使每条记录占一行。")
}
