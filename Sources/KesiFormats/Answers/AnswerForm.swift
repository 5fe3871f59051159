import KesiNetwork

/// The rows of a form of questions that came back, as a workbook or as CSV: sorted, shortened and added to as people do.
struct AnswerForm {
  struct Row {
    let table: String
    let row: String
    let column: String
    let answer: String
    let content: Sheet.Content
    /// What messages call its sheet, and its number there.
    let sheet: String
    let number: Int

    var place: Place { AnswerHead.answer.place(in: sheet, row: number) }
  }

  let rows: [Row]

  /// - Throws: `NoInput`; `BadData` where it is no form, or none that can be read.
  init(_ source: FileSource) throws {
    let sheets = try Workbook.sheets(of: source).sheets
    var rows: [Row] = []
    var isForm = false
    for sheet in sheets {
      guard let (head, places) = sheet.heads(AnswerHead.self) else { continue }
      isForm = true
      for row in (head + 1)..<max(head + 1, sheet.rowCount) {
        func text(_ head: AnswerHead) -> String { places[head].map { sheet.text(row, $0) } ?? "" }
        guard AnswerHead.allCases.contains(where: { !text($0).isEmpty }) else { continue }
        rows.append(
          Row(
            table: text(.table), row: text(.row), column: text(.column), answer: text(.answer),
            content: places[.answer].map { sheet.content(row, $0) } ?? .text, sheet: sheet.name,
            number: sheet.number(ofRow: row)))
      }
    }
    guard isForm else {
      let wanted = AnswerHead.allCases.map(\.title)
      throw BadData([
        Problem(
          .error, .file(source.shortName),
          Phrase(
            "is no form of questions: it has no columns \(wanted.map(\.en).joined(separator: ", ")). Bring the form that kesi ask wrote, as a workbook or as CSV.",
            zh: "不是征询表：没有“\(wanted.map(\.zh).joined(separator: "”“"))”各列。请使用 kesi ask 生成的工作簿或 CSV。"))
      ])
    }
    self.rows = rows
  }
}
