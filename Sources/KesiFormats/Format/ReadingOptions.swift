import KesiNetwork

/// What a user says of how a text or a workbook is to be read, where it is not to be guessed.
package struct ReadingOptions: Sendable {
  package var encoding: TextEncoding?
  var separator: Dialect.Separator?
  /// Whether the first row names the columns.
  package var hasHeader: Bool?
  package var decimals: WrittenNumber.DecimalSign?
  /// The sheet of a workbook that is meant.
  package var sheet: String?

  package init() {}

  /// Takes a separator by its word or sign (`semicolon`, `;`, `tab`); false where it is none.
  package mutating func setSeparator(_ text: String) -> Bool {
    separator = Dialect.Separator(text)
    return separator != nil
  }
}
