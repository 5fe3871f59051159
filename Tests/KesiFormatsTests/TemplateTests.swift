import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("A workbook to fill in", .serialized)
struct TemplateTests {
  private func sheet(_ table: Table, _ language: Language) throws -> WrittenSheet {
    let name = NetworkSheets.name(of: table, in: language)
    return try #require(try NetworkTemplate(in: language).workbook().sheets.first { $0.name == name })
  }

  @Test(
    "It has every column of every table, those that are required marked, each with a note", arguments: Language.allCases
  )
  func columns(_ language: Language) throws {
    for table in Table.allCases {
      let columns = try sheet(table, language).columns
      #expect(columns.map(\.head) == table.heads.map { $0.title(in: language) })
      #expect(columns.map(\.isRequired) == table.heads.map(\.isRequired))
      for column in columns {
        let note = try #require(column.note)
        #expect(!note.contains(".csv"), "\(note)")
        #expect(note.hasPrefix(language == .zh ? "【必填】" : "Required. ") == column.isRequired)
      }
    }
  }

  @Test(
    "Every word that may be chosen is one that is read, and fits into what spreadsheets hold",
    arguments: Language.allCases)
  func words(_ language: Language) throws {
    var lists = 0
    for table in Table.allCases {
      for (head, column) in zip(table.heads, try sheet(table, language).columns) {
        guard case .words(let words)? = column.entry?.choices else { continue }
        lists += 1
        #expect(words.joined(separator: ",").utf16.count <= 253 && !words.contains { $0.contains(",") })
        for word in words {
          switch head.kind {
          case .kind: #expect(Kind.builtIn.contains { $0.id == Profile().kindID(of: word) }, "\(word)")
          case .term(let closed): #expect(closed.code(word) != nil, "\(word)")
          case .flag, .direction: #expect(Answer(word: word) != nil || isOpenDirection(word), "\(word)")
          default: Issue.record("\(head.id) has words")
          }
        }
      }
    }
    #expect(lists >= 10)
  }

  @Test("What refers to another table is chosen from the names on its sheet", arguments: Language.allCases)
  func references(_ language: Language) throws {
    let sheets = try NetworkTemplate(in: language).workbook().sheets
    for table in Table.allCases {
      for (head, column) in zip(table.heads, try sheet(table, language).columns) {
        guard case .reference(let other) = head.kind else { continue }
        guard case .column(let number, let place)? = column.entry?.choices else {
          Issue.record("\(head.id) offers nothing")
          continue
        }
        #expect(sheets[number].name == NetworkSheets.name(of: other, in: language))
        #expect(sheets[number].columns[place].head == Phrase("name", zh: "名称")(language))
      }
    }
  }

  @Test("Its pages are known not to be data, and no table is called as they are", arguments: Language.allCases)
  func pages(_ language: Language) throws {
    let sheets = try NetworkTemplate(in: language).workbook().sheets
    #expect(sheets.filter { NetworkSheets.isPage($0.name) }.map(\.isTable) == [false, false])
    #expect(sheets.count == Table.allCases.count + 2)
    #expect(!Table.allCases.contains { NetworkSheets.isPage(NetworkSheets.name(of: $0, in: language)) })
  }

  @Test(
    "The example is a network that has nothing wrong with it, made up, with every table", arguments: Language.allCases)
  func example(_ language: Language) throws {
    let place = try FileTests.Place()
    let network = TemplateExample.network(in: language)
    #expect(network.isIllustrative && Table.allCases.allSatisfy { network.rowCount(of: $0) > 0 })
    try TablesWriter(network).write(to: place.path("example"))
    #expect(try NetworkReader.read(place.path("example")).warnings.isEmpty)
  }

  @Test("What is there is never written over; a folder has heads alone, which are read")
  func writing() throws {
    let place = try FileTests.Place()
    try NetworkTemplate(in: .zh).write(to: place.path("模板.xlsx"), asFolder: false)
    let sheets = try TableSheets(Workbook.read(.path(place.path("模板.xlsx"))))
    #expect(sheets.tables.count == Table.allCases.count && sheets.others.isEmpty)
    let error = #expect(throws: CannotWrite.self) {
      try NetworkTemplate(in: .zh).write(to: place.path("模板.xlsx"), asFolder: false)
    }
    #expect(error?.message.zh.contains("已存在") == true)
    try NetworkTemplate(in: .en).write(to: place.path("heads"), asFolder: true)
    #expect(try place.read("heads/members.csv").hasPrefix("consortium,actor,role,"))
    #expect(throws: CannotWrite.self) { try NetworkTemplate(in: .en).write(to: place.path("heads"), asFolder: true) }
    let empty = #expect(throws: BadData.self) { try NetworkReader.read(place.path("heads")) }
    #expect(empty?.problems.map(\.message.en) == ["has a header but no rows. Add one row for each actor."])
  }
}
