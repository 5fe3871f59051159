import KesiFormats
import KesiNetwork

/// A format that result tables are written in. To add one, write it in a file of its own and a line here.
public enum TableFormat: String, Sendable, CaseIterable {
  case csv, tsv, json, ndjson, table, markdown
  /// A workbook, as spreadsheets have it.
  case workbook = "xlsx"
  /// A database of SQLite.
  case database = "sqlite"
  /// What the table would be in JSON, without its rows.
  case jsonSchema = "json-schema"

  /// The endings by which file names ask for formats, the usual one of each first.
  private static let files: [(format: TableFormat, endings: [String])] = [
    (.csv, ["csv"]), (.tsv, ["tsv", "tab"]), (.json, ["json"]), (.ndjson, ["ndjson", "jsonl"]),
    (.workbook, ["xlsx"]), (.database, ["sqlite", "sqlite3", "db"]), (.markdown, ["md", "markdown"]), (.table, ["txt"]),
    (.jsonSchema, ["schema.json"]),
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
  public var isText: Bool { self != .workbook && self != .database }

  /// Whether a table in it can say how it came about; beside others a file does.
  package var holdsProvenance: Bool {
    switch self {
    case .json, .jsonSchema, .markdown, .table, .workbook, .database: true
    // Readers of these take every line for a row.
    case .csv, .tsv, .ndjson: false
    }
  }

  /// A table in a format, and what is to be said of it.
  public struct Written: Sendable {
    /// Hands the bytes over piece by piece: a text is never in memory as a whole.
    package let body: @Sendable (_ write: (UnsafeRawBufferPointer) throws -> Void) throws -> Void
    /// What of the table the format does not hold; nil where it holds all.
    public let remark: Phrase?

    /// So many bytes are gathered before they are handed over.
    private static let piece = 1 << 16

    init(bytes: [UInt8], remark: Phrase?) {
      body = { write in try bytes.withUnsafeBytes(write) }
      self.remark = remark
    }

    init(database: WrittenDatabase) {
      body = { write in try database.body(write) }
      remark = nil
    }

    /// - Parameter text: hands over lines, or any other pieces of a text.
    init(_ text: @escaping @Sendable (_ put: (String) throws -> Void) throws -> Void) {
      body = { write in
        var held: [UInt8] = []
        try text { part in
          held += part.utf8
          if held.count >= Self.piece {
            try held.withUnsafeBytes(write)
            held.removeAll(keepingCapacity: true)
          }
        }
        try held.withUnsafeBytes(write)
      }
      remark = nil
    }

    /// The whole of it.
    public var bytes: [UInt8] {
      get throws {
        var bytes: [UInt8] = []
        try body { bytes += $0 }
        return bytes
      }
    }
  }

  /// A table in this format.
  ///
  /// - Parameters:
  ///   - width: how many columns of characters the reader sees; only the format `table` cares.
  ///   - words: how columns and codes are called in formats for programs: nil for as the format has them by itself, which is
  ///     codes, but in a workbook titles and words for people.
  ///   - forSpreadsheet: whether CSV and TSV begin with a byte order mark and guard cells that would run as formulas.
  /// - Throws: where a workbook does not hold so many rows, or cannot be made. What is wrong with a database shows when its
  ///   bytes are asked for.
  public func written(
    _ table: ResultTable, in language: Language, width: Int, words: ResultTable.Words? = nil,
    forSpreadsheet: Bool = false
  ) throws -> Written {
    try written(table, in: language, width: width, words: words, forSpreadsheet: forSpreadsheet, telling: nil)
  }

  /// The same.
  ///
  /// - Parameter provenance: how the table came about, where it is to say so; for formats that hold it.
  package func written(
    _ table: ResultTable, in language: Language, width: Int, words: ResultTable.Words?, forSpreadsheet: Bool,
    telling provenance: Provenance?
  ) throws -> Written {
    switch self {
    case .workbook:
      var workbook = ResultWorkbook(of: table, in: language, words: words)
      workbook.provenance = provenance
      return try workbook.written()
    case .database:
      return Written(
        database: ResultDatabase(table: table, words: words ?? .codes, provenance: provenance).database)
    default:
      return Written { put in
        try self.put(
          table, in: language, width: width, words: words ?? .codes, forSpreadsheet: forSpreadsheet, provenance,
          to: put)
      }
    }
  }

  /// The text of a table, as ``written(_:in:width:words:forSpreadsheet:)`` has it; nothing of a workbook or a database, which are no
  /// texts.
  public func text(
    of table: ResultTable, in language: Language, width: Int, words: ResultTable.Words = .codes,
    forSpreadsheet: Bool = false
  ) -> String {
    var text = ""
    put(table, in: language, width: width, words: words, forSpreadsheet: forSpreadsheet, nil) { text += $0 }
    return text
  }

  /// Hands the text of a table over, as a rule a line at a time.
  private func put(
    _ table: ResultTable, in language: Language, width: Int, words: ResultTable.Words, forSpreadsheet: Bool,
    _ provenance: Provenance?, to put: (String) throws -> Void
  ) rethrows {
    switch self {
    case .csv: try DelimitedText(delimiter: ",", words: words, isGuarded: forSpreadsheet).put(table, to: put)
    case .tsv: try DelimitedText(delimiter: "\t", words: words, isGuarded: forSpreadsheet).put(table, to: put)
    case .json: try JSONText(words: words).putArray(of: table, provenance, to: put)
    case .ndjson: try JSONText(words: words).putLines(of: table, to: put)
    case .jsonSchema:
      try put(JSONSchema(language: language, words: words).text(of: table, hasProvenance: provenance != nil))
    case .table:
      try put(AlignedText(language: language, width: width).text(of: table.telling(provenance, in: language)))
    case .markdown: try put(MarkdownText(language: language).text(of: table.telling(provenance, in: language)))
    case .workbook, .database: break
    }
  }
}

extension ResultTable {
  /// The same table with how it came about below it.
  fileprivate func telling(_ provenance: Provenance?, in language: Language) -> ResultTable {
    guard let provenance else { return self }
    var copy = self
    let lines = provenance.facts.map { "\($0.label(language))\(language == .zh ? "：" : ": ")\($0.text(language))" }
    copy.appendices.append(Appendix(title: Provenance.title, lines: lines))
    return copy
  }
}
