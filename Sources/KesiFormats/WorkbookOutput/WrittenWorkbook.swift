import KesiNetwork

/// A workbook (.xlsx) that is to be written.
///
/// The same content gives the same bytes: the time that a workbook says it was made at is a fixed one.
package struct WrittenWorkbook {
  package var sheets: [WrittenSheet]
  /// What programs show as its properties.
  package var title: String
  package var comment: String
  package let language: Language

  package init(_ sheets: [WrittenSheet], title: String, comment: String = "", in language: Language) {
    (self.sheets, self.title, self.comment, self.language) = (sheets, title, comment, language)
  }

  /// What came of writing one.
  package struct Result {
    package let bytes: [UInt8]
    /// How many texts were too long for a cell, and end in `…`.
    package let shortened: Int

    /// What is to be said of that, if anything.
    package var remark: Phrase? {
      shortened == 0
        ? nil
        : Phrase(
          "\(shortened.counted("cell")) held more than \(SheetText.longest) characters, the most a workbook holds, and end in “…”. Use .csv or .json for all of it.",
          zh: "有 \(shortened) 个单元格超过工作簿的上限（\(SheetText.longest) 个字符），已截断并以“…”结尾。需要全文时请改用 .csv 或 .json。")
    }
  }

  /// - Throws: `CannotWrite` where a table has more rows or columns than a sheet holds, or where there is no room for the
  ///   files that are made on the way.
  /// - Complexity: O(cells) in time; a row at a time in memory, and the bytes of the whole.
  package func written() throws -> Result {
    for sheet in sheets { try Self.check(sheet) }
    let scratch = try ScratchFile()
    var writer = try WorkbookWriter(to: scratch.path, in: language, keepsRows: keepsRows)
    let names = SheetNames.legal(sheets.map(\.name))
    try writer.set(title: title, comment: comment)
    for (sheet, name) in zip(sheets, names) { try writer.add(sheet, named: name, among: names) }
    let shortened = writer.shortened
    try writer.close()
    return Result(bytes: try scratch.bytes(), shortened: shortened)
  }

  /// Rows are kept in memory where notes and lists need it, and of what is not large: some programs (Numbers) do not show
  /// texts that were written row by row.
  private var keepsRows: Bool {
    sheets.contains { !$0.entries.isEmpty || $0.columns.contains { $0.note != nil || $0.entry != nil } }
      || sheets.reduce(0) { $0 + $1.rowCount * $1.columns.count } <= Self.mostKept
  }

  /// In cells, each of which takes some hundred bytes.
  private static let mostKept = 200_000
  private static let mostRows = 1_048_576
  private static let mostColumns = 16_384

  private static func check(_ sheet: WrittenSheet) throws {
    let rows = sheet.rowCount + (sheet.isTable ? 1 : 0)
    guard rows > mostRows || sheet.columns.count > mostColumns else { return }
    let (en, zh) =
      rows > mostRows
      ? (
        "\(sheet.rowCount) rows, and a sheet holds \(mostRows - 1) below its head",
        "\(sheet.rowCount) 行，而工作表除表头外最多 \(mostRows - 1) 行"
      )
      : (
        "\(sheet.columns.count) columns, and a sheet holds \(mostColumns)",
        "\(sheet.columns.count) 列，而工作表最多 \(mostColumns) 列"
      )
    throw CannotWrite(
      message: Phrase(
        "“\(sheet.name.shortened)” cannot be written as a workbook: it has \(en). Write .csv instead, or only the first rows (--top).",
        zh: "“\(sheet.name.shortened)”无法写成工作簿：共 \(zh)。请改写为 .csv，或只写前若干行（--top）。"),
      isClosedPipe: false)
  }
}
