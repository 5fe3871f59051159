import KesiNetwork
import Testing

@testable import KesiFormats
@testable import KesiResults

@Suite("Result tables as workbooks")
struct TableSheetTests {
  private func rows(_ sheet: WrittenSheet) throws -> [[WrittenSheet.Cell]] {
    var rows: [[WrittenSheet.Cell]] = []
    try sheet.rows { rows.append($0) }
    return rows
  }

  /// A table of one column of cells as they are.
  private func table(_ cells: [ResultTable.Cell], heading: Heading = Heading()) -> ResultTable {
    ResultTable(
      heading: heading, cells, columns: [Column("a", Phrase("title", zh: "标题"), .text) { cell, _ in cell }],
      in: TableContext(Network(), .en))
  }

  private func cells(
    _ cells: [ResultTable.Cell], words: ResultTable.Words? = nil, _ language: Language = .en
  ) throws -> [WrittenSheet.Cell] {
    try rows(TableSheet(table: table(cells), language: language, words: words).sheet(called: "a")).map { $0[0] }
  }

  @Test("Whatever a text begins with, it is a text; what cannot be seen is shown")
  func texts() throws {
    for text in OutputTests.hostile {
      for words in [nil, ResultTable.Words.codes, .chinese] {
        let cell = try cells([.text(text)], words: words)[0]
        #expect(cell == .text(words == nil ? text.visible : text))
      }
    }
  }

  @Test("A number is a number, with the digits that people see; none is an empty cell")
  func numbers() throws {
    #expect(try cells([.whole(7), .missing]) == [.number(7, .whole), .empty])
    #expect(try cells([.fraction(0.5), .fraction(0), .fraction(1)]).allSatisfy { $0.look == .decimals })
    #expect(
      try cells([.fraction(0.0001), .fraction(-0.0001)]) == [.number(0.0001, .tiny), .number(-0.0001, .tinyNegative)])
    // Where one has digits after the point, all have three.
    #expect(try cells([.real(2), .real(3)]) == [.number(2, .whole), .number(3, .whole)])
    #expect(try cells([.real(2), .real(2.5)]) == [.number(2, .decimals), .number(2.5, .decimals)])
    // A double does not hold it.
    #expect(
      try cells([.whole(1 << 53), .whole(1 << 53 + 1)]) == [
        .number(9_007_199_254_740_992, .whole), .text("9007199254740993"),
      ])
  }

  @Test("People see names and words, programs ids and codes, or Chinese words")
  func words() throws {
    let word = ResultTable.Cell.word(.text("critical"), as: "严重")
    let shown = ResultTable.Cell.shown(.text("BIO"), as: "生物医药")
    let pairs = ResultTable.Cell.pairs([.init(name: "share", label: "占比", value: .real(0.5))])
    let list = ResultTable.Cell.list(["a", "b"])
    let all = [word, shown, pairs, list]
    #expect(try cells(all, .zh) == ["严重", "生物医药", "占比=0.500", "a, b"].map { .text($0) })
    #expect(try cells(all, words: .codes) == ["critical", "BIO", "share=0.500", "a;b"].map { .text($0) })
    #expect(try cells(all, words: .chinese) == ["严重", "BIO", "占比=0.500", "a;b"].map { .text($0) })
  }

  @Test("The head is in the first row, each title once; what a heading says is in the name, in print and on a page")
  func heading() throws {
    let heading = Heading(
      title: Phrase("Suzhou", zh: "苏州"), isIllustrative: true, note: Phrase("a note", zh: "一条说明"))
    let table = ResultTable(
      heading: heading, [1],
      columns: [
        Column("scope", Phrase("where", zh: "范围"), .whole) { row, _ in .whole(row) },
        Column("name", Phrase("where", zh: "范围"), .whole) { row, _ in .whole(row) },
        Column("id", Phrase("id", zh: "编号"), .whole, for: .programs) { row, _ in .whole(row) },
      ], in: TableContext(Network(), .en), called: Phrase("gaps", zh: "薄弱环节"))
    for (language, heads, name) in [
      (Language.en, ["where", "where (name)"], "gaps (illustrative)"), (.zh, ["范围", "范围（name）"], "薄弱环节（示意数据）"),
    ] {
      let workbook = ResultWorkbook(of: table, in: language, words: nil).workbook
      #expect(workbook.sheets.map(\.name) == [name, language == .zh ? "说明" : "About"])
      #expect(workbook.sheets[0].columns.map(\.head) == heads && workbook.sheets[0].isTable)
      #expect(workbook.sheets[0].printedHead == heading(language))
      #expect(workbook.comment.hasPrefix(language == .zh ? "示意数据" : "Illustrative data"))
      let page = try rows(workbook.sheets[1]).flatMap { $0 }.compactMap(\.text)
      #expect(
        page.contains(heading.note!(language)) && page.contains(workbook.comment) && page[0] == heading.title!(language)
      )
    }
    #expect(
      ResultWorkbook(of: table, in: .zh, words: .codes).workbook.sheets[0].columns.map(\.head) == [
        "scope", "name", "id",
      ])
  }
}

extension WrittenSheet.Cell {
  var text: String? { if case .text(let text, _) = self { text } else { nil } }
  var look: WrittenSheet.Look? {
    switch self {
    case .empty: nil
    case .text(_, let look), .number(_, let look): look
    }
  }
}
