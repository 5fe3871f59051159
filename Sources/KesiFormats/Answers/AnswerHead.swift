import KesiNetwork

/// The columns by which a form of questions is read back, whatever else stands in it; the table of questions has them under
/// these names.
package enum AnswerHead: String, CaseIterable, Sendable, FormHead {
  case table, row, column, answer

  package var title: Phrase {
    switch self {
    case .table: Phrase("table", zh: "数据表")
    case .row: Phrase("row", zh: "行")
    case .column: Phrase("column", zh: "列")
    case .answer: Phrase("answer", zh: "答复")
    }
  }

  var isNeeded: Bool { true }

  func isCalled(_ head: String) -> Bool {
    let word = head.plainWord
    return word == rawValue.plainWord || word == title.zh.plainWord
  }

  /// A cell of the column in a sheet.
  func place(in sheet: String, row: Int) -> Place {
    .cell(file: sheet, row: row, column: rawValue, columnZh: title.zh)
  }
}

extension CellAnswer {
  /// What one writes where there is none of what is asked for.
  package static let none = Phrase("none", zh: "无")
}
