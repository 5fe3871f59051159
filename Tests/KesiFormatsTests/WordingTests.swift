import Foundation
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiFormats

@Suite("Tables in either language")
struct WordingTests {
  @Test("The head of every column, in either language, means that column and no other of its table")
  func heads() {
    for table in Table.allCases {
      for language in Language.allCases {
        for head in table.heads {
          let title = head.title(in: language)
          #expect(table.heads.filter { $0.isCalled(title) }.map(\.id) == [head.id], "\(table) \(title)")
        }
      }
    }
  }

  @Test(
    "A network written as sheets with Chinese heads and words is read back as the same",
    arguments: ["cluster", "colleges"], Language.allCases)
  func sheets(_ name: String, _ language: Language) throws {
    let network = try fixture(name)
    let workbook = try WorkbookTables(network: network, language: language).workbook()
    var sheets: [Table: Sheet] = [:]
    for table in Table.allCases {
      let title = NetworkSheets.name(of: table, in: language)
      sheets[table] = try workbook.sheets.first { $0.name == title }.map(read)
    }
    let profile = try read(#require(workbook.sheets.first { $0.name == NetworkSheets.profile }))
    let lines = (0..<profile.rowCount).map { profile.text($0, 0) }
    let reading = try NetworkReader.read(sheets: sheets, profile: Array(lines.joined(separator: "\n").utf8))
    expectSame(network, reading.network)
    let heads = try #require(sheets[.actors])
    #expect(heads.text(0, 0) == (language == .zh ? "编号" : "id"))
    // Words, not codes, where people read.
    #expect(heads.text(1, 2) == network.profile.kind(network.actors[0].kind).label(language) || language == .en)
  }

  @Test("A word that would be read as another kind stays a code")
  func ambiguousKinds() throws {
    var network = try NetworkReader.read(tables: tables()).network
    // Two kinds of one name: the word means the first.
    network.profile.kinds.append(Kind(id: "lab", label: Phrase("lab", zh: "企业")))
    network.actors[0].kind = "lab"
    network.actors[1].kind = " odd "
    let workbook = try WorkbookTables(network: network, language: .zh).workbook()
    let sheet = try read(workbook.sheets[0])
    #expect((1...3).map { sheet.text($0, 2) } == ["lab", "\" odd \"", "平台"])
  }

  @Test("A number with more digits than a workbook holds is written as a text, and all others as numbers")
  func digits() throws {
    var network = try NetworkReader.read(tables: tables()).network
    for (place, weight) in [(0, 0.1 + 0.2), (1, 0.1)] {
      var tie = network.ties[place]
      tie.weight = weight
      network.ties[place] = tie
    }
    let workbook = try WorkbookTables(network: network, language: .en).workbook()
    var cells: [WrittenSheet.Cell] = []
    try workbook.sheets[1].rows { cells.append($0[3]) }
    guard case .text("0.30000000000000004", _) = cells[0], case .number(0.1, _) = cells[1] else {
      Issue.record("\(cells)")
      return
    }
  }

  @Test(
    "A folder of tables with Chinese heads begins with a byte order mark where asked to, and reads back as the same")
  func folder() throws {
    let place = try FileTests.Place()
    let network = try fixture("cluster")
    try TablesWriter(network, Wording(.zh, isForSpreadsheets: true)).write(to: place.path("表"))
    let bytes = try Data(contentsOf: URL(filePath: place.path("表/actors.csv")))
    #expect(bytes.starts(with: Data("\u{FEFF}编号,名称,类型,".utf8)))
    expectSame(network, try NetworkReader.read(place.path("表")).network)
  }

  /// A sheet as it would be read.
  private func read(_ written: WrittenSheet) throws -> Sheet {
    var sheet = Sheet(file: "x.xlsx", title: written.name)
    var number = 1
    func append(_ cells: [WrittenSheet.Cell]) {
      sheet.beginRow(number)
      number += 1
      for cell in cells {
        switch cell {
        case .empty: sheet.append("")
        case .text(let text, _): sheet.append(text)
        case .number(let value, _): sheet.append(value.plain, as: .number)
        }
      }
    }
    if written.isTable { append(written.columns.map { .text($0.head) }) }
    try written.rows(append)
    return sheet
  }
}
