import KesiNetwork

/// Which sheets of a workbook are the tables of a network, by their names and heads, and what is said of it.
package struct TableSheets {
  /// The tables. One whose header is not whole begins with that header, so that what it lacks is said of it and not of a
  /// title above.
  package private(set) var tables: [Table: Sheet] = [:]
  /// The sheet with the text of `network.yml`, a line a row.
  package private(set) var profile: Sheet?
  /// What is no table, as far as it is shown and has anything.
  package private(set) var others: [Sheet] = []
  package private(set) var remarks: [Remark] = []
  /// Whether in the header of any table two titles mean the same column, as where an office has a code beside each name.
  private(set) var hasDoubledHeads = false

  /// - Throws: `BadData` where two sheets are one table.
  package init(_ workbook: Workbook) throws {
    for isHidden in [false, true] {
      for sheet in workbook.sheets where sheet.isHidden == isHidden { try sort(sheet) }
    }
  }

  private mutating func sort(_ sheet: Sheet) throws {
    let title = Table.plainTitle(sheet.title)
    if sheet.isHidden {
      remark(
        sheet, "is hidden and not read. To have it read, show it in Excel or WPS (Unhide) and save.",
        zh: "是隐藏的工作表，未读取。如需读取，请在 Excel 或 WPS 中取消隐藏并保存。")
      return
    }
    if title == NetworkSheets.profile {
      profile = sheet
      return
    }
    if NetworkSheets.isPage(sheet.title) { return }
    if let table = Table.allCases.first(where: { $0.titles.contains(title) }) {
      guard sheet.rowCount > 0 else {
        remark(sheet, "is empty and not read.", zh: "为空表，未读取。")
        return
      }
      let heading = TableHeading(of: table, in: sheet)
      if heading.required > 0 { return try add(sheet, as: table, heading) }
    }
    if let table = Table.allCases.first(where: { $0.looseTitles.contains(title) }) {
      let heading = TableHeading(of: table, in: sheet)
      if heading.isWhole(for: table) { return try add(sheet, as: table, heading) }
    }
    guard sheet.rowCount > 0 else { return }
    others.append(sheet)
    remark(
      sheet, "is not read: it is none of the tables (\(Self.titles(.en))).", zh: "未读取：不属于数据表（\(Self.titles(.zh))）。")
  }

  private mutating func add(_ sheet: Sheet, as table: Table, _ heading: TableHeading) throws {
    if let other = tables[table] {
      throw BadData([
        Problem(
          .error, .file(sheet.name),
          Phrase(
            "is the table of \(table.name.en), and so is \(other.name). Keep one, or give the other a name of its own.",
            zh: "与 \(other.name) 同为\(table.name.zh)表。请只保留一张，或将另一张改名。"))
      ])
    }
    hasDoubledHeads = hasDoubledHeads || heading.isDoubled
    tables[table] = heading.isWhole(for: table) ? sheet : sheet.dropping(rows: heading.row)
    remark(sheet, "is read as the table of \(table.name.en).", zh: "读作\(table.name.zh)表。")
  }

  private mutating func remark(_ sheet: Sheet, _ en: String, zh: String) {
    remarks.append(Remark(.file(sheet.name), Phrase(en, zh: zh)))
  }

  /// What the sheets of tables are called, in words of a message.
  package static func titles(_ language: Language) -> String {
    switch language {
    case .en: Table.allCases.map(\.rawValue).joined(separator: ", ")
    case .zh: Table.allCases.map(\.name.zh).joined(separator: "、")
    }
  }
}
