import KesiFormats
import KesiNetwork

/// Questions as a workbook to fill in: how that is done, the questions with a column for answers and lists to choose from,
/// and a sheet for the lists that are too long to stand in a cell.
package struct QuestionForm {
  package static let name = Phrase("questions", zh: "征询表")
  /// The column of the table out of which answers are chosen.
  static let choices = "choices"

  private let table: ResultTable
  private let language: Language

  package init(_ table: ResultTable, in language: Language) {
    // A form has other columns than a table to read.
    let columns = table.columns.map { $0.shown(to: Self.widths[$0.id] == nil ? .programs : .everyone) }
    self.table = ResultTable(heading: table.heading, columns, Array(table.rows), called: table.name)
    self.language = language
  }

  /// - Parameter provenance: how it came about, where it is to say so.
  package func written(_ provenance: Provenance? = nil) throws -> TableFormat.Written {
    let network = table.heading.title
    let title = Phrase(
      "Questions" + (network.map { ": \($0.en)" } ?? ""), zh: "征询表" + (network.map { "：\($0.zh)" } ?? ""))
    let steps = Self.steps.enumerated().map { (label: Phrase("\($0 + 1)", zh: "\($0 + 1)"), text: $1) }
    var results = ResultWorkbook(
      title, isIllustrative: table.heading.isIllustrative, facts: steps, [ResultWorkbook.Part(table)], in: language)
    results.provenance = provenance
    var book = results.workbook
    // The page stands first, then the table.
    var lists = ChoiceLists(sheet: book.sheets.count)
    fit(&book.sheets[1], &lists)
    if let sheet = lists.written(in: language) { book.sheets.append(sheet) }
    let result = try book.written()
    return TableFormat.Written(bytes: result.bytes, remark: result.remark)
  }

  /// Gives a column for answers its cells, and all columns widths that fit on a page of A4.
  private func fit(_ sheet: inout WrittenSheet, _ lists: inout ChoiceLists) {
    let places = table.places(for: .sheet)
    for (number, place) in places.enumerated() { sheet.columns[number].width = Self.widths[table.columns[place].id] }
    guard let answer = places.firstIndex(where: { table.columns[$0].id == AnswerHead.answer.rawValue }),
      let choices = table.columns.firstIndex(where: { $0.id == Self.choices })
    else { return }
    sheet.columns[answer].isRequired = true
    sheet.columns[answer].entry = WrittenSheet.Column.Entry()
    for (row, cells) in table.rows.enumerated() {
      guard case .pairs(let pairs) = cells[choices].bare, !pairs.isEmpty else { continue }
      var entry = WrittenSheet.Column.Entry()
      entry.choices = lists.choices(pairs.map(\.value.plainText))
      entry.question = Phrase(
        "This is usually one of the words of the list. Keep what you wrote?", zh: "此处一般从下拉列表中选择。确定保留所填内容吗？")(language)
      sheet.entries.append(WrittenSheet.CellEntry(row: row, column: answer, entry: entry))
    }
  }

  /// The columns that stand in the form, in digits: together they fill the width of A4 on its side.
  private static let widths: [String: Double] = [
    "number": 6, "ask": 16, "question": 44, "choices": 24, "answer": 20, "effect": 9, "decides": 20, "table": 9,
    "row": 16, "column": 10,
  ]

  private static let steps = [
    Phrase(
      "Each row of the sheet “questions” asks for one cell of the tables. Write what is known under “answer” (orange head); choose from the list where there is one.",
      zh: "“征询表”每行询问数据表中的一个单元格。请在“答复”列（橙色表头）填写；有下拉列表的从中选择。"),
    Phrase(
      "Leave empty what is not known: nothing is guessed. “none” says that there is none.",
      zh: "不清楚的请留空，不要推测；确实没有的填“无”。"),
    Phrase(
      "Write dates as 2024, 2024-05 or 2024-05-17, and numbers without units.",
      zh: "日期写成 2024、2024-05 或 2024-05-17；数字不带单位。"),
    Phrase(
      "Rows may be sorted, deleted or sent to different people. Leave the heads and the last three columns as they are: by them answers are filled into the tables.",
      zh: "各行可以排序、删除，也可以分发给不同单位填写。请勿改动表头和最后三列，答复靠它们填回数据表。"),
    Phrase(
      "Back at the tables: kesi ask NETWORK --answers FORM.xlsx -o FOLDER/",
      zh: "收回后填入数据表：kesi ask 网络 --answers 征询表.xlsx -o 文件夹/"),
  ]
}

/// What may be chosen from: short lists stand in the cell, longer ones in a column of a sheet of their own.
private struct ChoiceLists {
  /// Which sheet of the workbook that is.
  let sheet: Int
  private var columns: [[String]] = []
  private var places: [[String]: Int] = [:]

  /// What a list in a cell may have, in UTF-16 units.
  private static let longest = 255

  init(sheet: Int) { self.sheet = sheet }

  mutating func choices(_ words: [String]) -> WrittenSheet.Column.Entry.Choices {
    let isPlain = words.allSatisfy { word in
      !word.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0.value < 0x20 }
    }
    if isPlain, words.joined(separator: ",").utf16.count <= Self.longest { return .words(words) }
    let place = places[words] ?? columns.count
    if place == columns.count {
      columns.append(words)
      places[words] = place
    }
    return .column(sheet: sheet, column: place)
  }

  /// Nil where no list is long.
  func written(in language: Language) -> WrittenSheet? {
    let columns = columns
    guard let most = columns.map(\.count).max() else { return nil }
    let heads = columns.indices.map { WrittenSheet.Column(head: "\($0 + 1)", width: 24) }
    return WrittenSheet(name: Phrase("Choices", zh: "选项")(language), columns: heads, rowCount: most) { write in
      for row in 0..<most { try write(columns.map { row < $0.count ? .text($0[row]) : .empty }) }
    }
  }
}
