import KesiNetwork

/// How a format that people read and fill in calls its tables and columns, and the words in them. What is written is read
/// back in either language.
package struct Wording: Sendable {
  package var language: Language
  /// Whether a text begins with a byte order mark, by which spreadsheets know Chinese.
  package var isForSpreadsheets: Bool

  package init(_ language: Language = .en, isForSpreadsheets: Bool = false) {
    (self.language, self.isForSpreadsheets) = (language, isForSpreadsheets)
  }

  /// What of it a format heeds.
  package enum Choice: Sendable { case language, spreadsheets }
}
