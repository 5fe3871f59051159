import KesiFormats
import KesiNetwork

/// A format that result tables are written in. To add one, write it in a file of its own and a line here.
public enum TableFormat: String, Sendable, CaseIterable {
  case csv, tsv, json, ndjson, table, markdown
  /// A workbook, as spreadsheets have it.
  case workbook = "xlsx"
  /// What the table would be in JSON, without its rows.
  case jsonSchema = "json-schema"

  /// The endings by which file names ask for formats, the usual one of each first.
  private static let files: [(format: TableFormat, endings: [String])] = [
    (.csv, ["csv"]), (.tsv, ["tsv", "tab"]), (.json, ["json"]), (.ndjson, ["ndjson", "jsonl"]),
    (.workbook, ["xlsx"]), (.markdown, ["md", "markdown"]), (.table, ["txt"]), (.jsonSchema, ["schema.json"]),
  ]

  /// The usual endings with their dots, as messages list them.
  public static let endings = files.map { "." + $0.endings[0] }

  /// The format that a file name asks for; nil where its ending names none.
  public init?(file: String) {
    guard let last = FileEnding(of: file)?.word, let dot = file.unicodeScalars.lastIndex(of: ".") else { return nil }
    // Of `gaps.schema.json` both parts tell, of `.schema.json`, too, before which nothing stands.
    let scalars = file.unicodeScalars
    let start = scalars[..<dot].lastIndex(of: "/").map { scalars.index(after: $0) } ?? scalars.startIndex
    let both = FileEnding(of: "_" + String(scalars[start..<dot])).map { "\($0.word).\(last)" }
    let found = [both, last].compactMap { $0 }.lazy.compactMap { ending in
      Self.files.first { $0.endings.contains(ending) }?.format
    }.first
    guard let found else { return nil }
    self = found
  }

  /// Whether it is read by people only, who see titles and labels in their language.
  public var isForPeople: Bool { self == .table || self == .markdown }
  /// Whether it says what stands above a table: its title, and that its data are illustrative.
  public var hasHeading: Bool { isForPeople || self == .workbook }
  /// Whether it is a text that spreadsheets open.
  public var isForSpreadsheets: Bool { self == .csv || self == .tsv }
  /// Whether it is a text, which a terminal shows.
  public var isText: Bool { self != .workbook }

  /// A table in a format, and what is to be said of it.
  public struct Written: Sendable {
    public let bytes: [UInt8]
    /// What of the table the format does not hold; nil where it holds all.
    public let remark: Phrase?
  }

  /// The bytes of a table.
  ///
  /// - Parameters:
  ///   - width: how many columns of characters the reader sees; only the format `table` cares.
  ///   - words: how columns and codes are called in formats for programs: nil for as the format has them by itself, which is
  ///     codes, but in a workbook titles and words for people.
  ///   - forSpreadsheet: whether CSV and TSV begin with a byte order mark and guard cells that would run as formulas.
  /// - Throws: where a workbook does not hold so many rows, or cannot be made.
  public func written(
    _ table: ResultTable, in language: Language, width: Int, words: ResultTable.Words? = nil,
    forSpreadsheet: Bool = false
  ) throws -> Written {
    guard isText else {
      return try ResultWorkbook(of: table, in: language, words: words).written()
    }
    let text = text(of: table, in: language, width: width, words: words ?? .codes, forSpreadsheet: forSpreadsheet)
    return Written(bytes: Array(text.utf8), remark: nil)
  }

  /// The text of a table, as ``written(_:in:width:words:forSpreadsheet:)`` has it; nothing of a workbook, which is no text.
  public func text(
    of table: ResultTable, in language: Language, width: Int, words: ResultTable.Words = .codes,
    forSpreadsheet: Bool = false
  ) -> String {
    switch self {
    case .csv: DelimitedText(delimiter: ",", words: words, isGuarded: forSpreadsheet).text(of: table)
    case .tsv: DelimitedText(delimiter: "\t", words: words, isGuarded: forSpreadsheet).text(of: table)
    case .json: JSONText(words: words).array(of: table)
    case .ndjson: JSONText(words: words).lines(of: table)
    case .jsonSchema: JSONSchema(language: language, words: words).text(of: table)
    case .table: AlignedText(language: language, width: width).text(of: table)
    case .markdown: MarkdownText(language: language).text(of: table)
    case .workbook: ""
    }
  }
}
