import KesiNetwork

/// Texts of cells that are not what was meant: errors of formulas, formulas without a result, and numbers of which a
/// spreadsheet has dropped the last digits. Read as texts they would pass for names and ids.
enum LostText {
  /// What cells are that may hold one.
  static let contents: [Sheet.Content] = [.error, .damaged]

  /// The texts of a column that are lost, by their numbers.
  ///
  /// - Parameters:
  ///   - rows: the rows of data.
  ///   - hasLost: whether the sheet has such cells at all. A text of separated values has their texts only.
  static func numbers(
    in texts: ColumnTexts, of sheet: Sheet, _ rows: [Int], _ meaning: ColumnMeaning, hasLost: Bool
  ) -> Set<Int> {
    var lost = Set<Int>()
    for number in 0..<texts.count where texts.withBytes(of: number, { $0.first == UInt8(ascii: "#") }) {
      if isError(texts[number]) { lost.insert(number) }
    }
    guard hasLost, texts.count > 0 else { return lost }
    for row in rows {
      switch sheet.content(row, texts.column) {
      // A number is what it is to its first fifteen digits.
      case .damaged where !meaning.isNumber, .error: lost.insert(texts.number(ofRow: row))
      case .text, .number, .date, .flag, .exact, .damaged: break
      }
    }
    return lost
  }

  /// Whether it is what spreadsheets show of a formula that has no value.
  static func isError(_ text: String) -> Bool { errors.contains(ExactText(text.asName.withSmallLetters)) }

  private static let errors = Set(
    ["#n/a", "#n/a!", "#ref!", "#value!", "#div/0!", "#name?", "#num!", "#null!", "#spill!", "#calc!", "#getting_data"]
      .map(ExactText.init))
}
