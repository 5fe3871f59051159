import KesiNetwork

/// What a user says of how a text or a workbook is to be read, where it is not to be guessed.
package struct ReadingOptions: Sendable {
  /// Each of them, by the word that asks for it.
  package enum Choice: String, CaseIterable, Sendable {
    case encoding, separator, header, decimal, sheet
    case actorsQuery = "actors-sql"
    case tiesQuery = "ties-sql"
  }

  package var encoding: TextEncoding?
  private(set) var separator: Dialect.Separator?
  /// Whether the first row names the columns.
  package var hasHeader: Bool?
  package var decimals: WrittenNumber.DecimalSign?
  /// The sheet of a workbook that is meant.
  package var sheet: String?
  /// What is asked of a database, by the tables that its rows are.
  package var queries: [Table: String] = [:]
  /// Whether rows are to be found again in their tables.
  var keepsRowNumbers = false

  package init() {}

  /// Takes a separator by its word or sign (`semicolon`, `;`, `tab`); false where it is none.
  package mutating func setSeparator(_ text: String) -> Bool {
    separator = Dialect.Separator(text)
    return separator != nil
  }

  /// What is said at all.
  var choices: [Choice] {
    Choice.allCases.filter { choice in
      switch choice {
      case .encoding: encoding != nil
      case .separator: separator != nil
      case .header: hasHeader != nil
      case .decimal: decimals != nil
      case .sheet: sheet != nil
      case .actorsQuery: queries[.actors] != nil
      case .tiesQuery: queries[.ties] != nil
      }
    }
  }
}

/// That something was said of how to read what is never read so.
public struct IdleChoice: Error, Sendable {
  public let message: Phrase

  init(_ choice: ReadingOptions.Choice, of source: String, _ format: Format) {
    message = Phrase(
      "--\(choice.rawValue): changes nothing for \(source), a \(format.name.en). Leave it out.",
      zh: "--\(choice.rawValue) 对 \(source)（\(format.name.zh)）不起作用，请去掉。")
  }
}
