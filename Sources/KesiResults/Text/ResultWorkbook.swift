import KesiFormats
import KesiNetwork

/// Result tables as one workbook: a sheet each, and a page that says what they are.
public struct ResultWorkbook: Sendable {
  /// A table and what it is a table of.
  public struct Part: Sendable {
    let table: ResultTable
    let name: Phrase
    let meaning: Phrase?

    /// - Parameters:
    ///   - name: nil for what the table is called by itself.
    ///   - meaning: what it shows, for the page.
    public init(_ table: ResultTable, called name: Phrase? = nil, _ meaning: Phrase? = nil) {
      (self.table, self.name, self.meaning) = (table, name ?? table.name, meaning)
    }
  }

  private let title: Phrase
  private let isIllustrative: Bool
  /// Lines of the page below its title.
  private let facts: [(label: Phrase, text: Phrase)]
  private let parts: [Part]
  private let language: Language
  private let words: ResultTable.Words?
  private let beginsWithPage: Bool
  /// How the tables came about, where the page is to say so.
  package var provenance: Provenance?

  /// Several tables, below a page that tells of them.
  public init(
    _ title: Phrase, isIllustrative: Bool, facts: [(label: Phrase, text: Phrase)], _ parts: [Part],
    in language: Language
  ) {
    self.init(title, isIllustrative, facts, parts, language, words: nil, beginsWithPage: true)
  }

  /// One table, which is seen first.
  ///
  /// - Parameter words: nil for titles and words as people see them; else columns, ids and words are those of CSV.
  init(of table: ResultTable, in language: Language, words: ResultTable.Words?) {
    let heading = table.heading
    self.init(
      heading.title ?? table.name, heading.isIllustrative, heading.note.map { [(Self.note, $0)] } ?? [], [Part(table)],
      language, words: words, beginsWithPage: false)
  }

  private init(
    _ title: Phrase, _ isIllustrative: Bool, _ facts: [(label: Phrase, text: Phrase)], _ parts: [Part],
    _ language: Language, words: ResultTable.Words?, beginsWithPage: Bool
  ) {
    (self.title, self.isIllustrative, self.facts, self.parts) = (title, isIllustrative, facts, parts)
    (self.language, self.words, self.beginsWithPage) = (language, words, beginsWithPage)
  }

  /// The bytes of the workbook.
  ///
  /// - Throws: where a table has more rows than a sheet holds, or where a workbook cannot be made.
  public func bytes() throws -> [UInt8] { try workbook.written().bytes }

  package func written() throws -> TableFormat.Written {
    let result = try workbook.written()
    return TableFormat.Written(bytes: result.bytes, remark: result.remark)
  }

  var workbook: WrittenWorkbook {
    let sheets = parts.map {
      TableSheet(table: $0.table, language: language, words: words).sheet(called: $0.name(language))
    }
    return WrittenWorkbook(
      beginsWithPage ? [page] + sheets : sheets + [page], title: title(language),
      comment: isIllustrative ? Self.mark(language) : "", in: language)
  }

  private static let note = Phrase("note", zh: "说明")
  private static let mark = Phrase(
    "Illustrative data: made up for demonstration, in whole or in part; not a basis for decisions.",
    zh: "示意数据：全部或部分内容为演示用模拟数据，不作为决策依据。")

  /// What the tables are, and what their columns mean.
  private var page: WrittenSheet {
    func line(_ label: String, _ text: String, _ look: WrittenSheet.Look = .text) -> [WrittenSheet.Cell] {
      [.text(label.visible, look), .text(text.visible)]
    }
    func section(_ name: Phrase) -> [[WrittenSheet.Cell]] { [[], [.text(name(language), .section)]] }
    var rows: [[WrittenSheet.Cell]] = [[.text(title(language).visible, .title)]]
    if isIllustrative { rows.append([.text(Self.mark(language), .mark)]) }
    rows += facts.map { line($0.label(language), $0.text(language)) }
    if parts.count > 1 {
      rows += section(Phrase("Sheets", zh: "工作表"))
      rows += parts.map { line($0.name(language), $0.meaning?(language) ?? "") }
    }
    for part in parts {
      let table = part.table
      let places = table.places(for: words == nil ? .sheet : .program)
      let meanings = places.compactMap { place in
        table.columns[place].meaning.map { (head: table.columns[place], meaning: $0) }
      }
      if meanings.isEmpty { continue }
      let name = part.name
      rows += section(ResultSheets.columns(of: name))
      rows += meanings.map { line(words == .codes ? $0.head.id : $0.head.title(language), $0.meaning(language)) }
    }
    if let provenance {
      rows += section(Provenance.title) + provenance.facts.map { line($0.label(language), $0.text(language)) }
    }
    var sheet = WrittenSheet(page: NetworkSheets.about(language), widths: [26, 76], rows)
    sheet.printedHead = title(language)
    return sheet
  }
}
