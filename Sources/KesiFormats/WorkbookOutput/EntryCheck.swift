import CXlsxWriter
import KesiNetwork

/// What a spreadsheet offers and asks where a column is filled in: it asks, and never forbids.
struct EntryCheck {
  /// What spreadsheets show of what is said, in characters.
  private static let longestAdvice = 255
  /// How far down what may be chosen is looked for.
  private static let lastChoice = 5001
  private static let lastRow: UInt32 = 1_048_575

  private let entry: WrittenSheet.Column.Entry
  /// Those of the sheets.
  private let names: [String]

  init(_ entry: WrittenSheet.Column.Entry, among names: [String]) { (self.entry, self.names) = (entry, names) }

  /// - Parameter row: nil for all rows below the head.
  func set(_ column: UInt16, row: UInt32? = nil, on page: UnsafeMutablePointer<lxw_worksheet>) -> lxw_error {
    var check = lxw_data_validation()
    check.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    check.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
    check.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
    check.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
    check.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
    func set(_ check: inout lxw_data_validation) -> lxw_error {
      worksheet_data_validation_range(page, row ?? 1, column, row ?? Self.lastRow, column, &check)
    }
    // The library copies what it is given; it only reads the texts.
    return withCString(entry.advice.prefix(units: Self.longestAdvice)) { advice in
      check.input_message = entry.advice.isEmpty ? nil : advice
      return withCString(entry.question.prefix(units: Self.longestAdvice)) { question in
        check.error_message = entry.question.isEmpty ? nil : question
        switch (entry.choices, entry.numbers) {
        case (.words(let words)?, _):
          check.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
          // As a formula, a list is one text in quotes.
          let list = "\"" + words.joined(separator: ",") + "\""
          return withCString(list) {
            check.value_formula = $0
            return set(&check)
          }
        case (.column(let sheet, let choices)?, _):
          check.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
          return withCString(range(sheet, choices)) {
            check.value_formula = $0
            return set(&check)
          }
        case (nil, let numbers?):
          check.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
          check.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
          (check.minimum_number, check.maximum_number) = (numbers.lowerBound, numbers.upperBound)
          return set(&check)
        case (nil, nil):
          guard !entry.advice.isEmpty else { return LXW_NO_ERROR }
          check.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
          return set(&check)
        }
      }
    }
  }

  /// The cells of a column that hold something, so that no blanks are offered below them.
  private func range(_ sheet: Int, _ column: Int) -> String {
    let name = "'" + names[sheet].replacing("'", with: "''") + "'!"
    let letter = Self.letters(of: column)
    let all = "\(name)$\(letter)$2:$\(letter)$\(Self.lastChoice)"
    return "=OFFSET(\(name)$\(letter)$2,0,0,MAX(1,COUNTA(\(all))),1)"
  }

  /// `A`, `Z`, `AA` for the columns 0, 25, 26.
  private static func letters(of column: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column % 26)))
    return column < 26 ? letter : letters(of: column / 26 - 1) + letter
  }

  private func withCString(_ text: String, _ body: (UnsafeMutablePointer<CChar>) -> lxw_error) -> lxw_error {
    text.withCString { body(UnsafeMutablePointer(mutating: $0)) }
  }
}
