import Foundation
import KesiMatrix
import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("Tables among the sheets of a workbook")
struct TableSheetTests {
  private func sheet(_ title: String, _ rows: [[String]], isHidden: Bool = false) -> Sheet {
    var sheet = Sheet(file: "台账.xlsx", title: title)
    sheet.isHidden = isHidden
    for (number, row) in rows.enumerated() {
      sheet.beginRow(number + 1)
      for cell in row { sheet.append(cell) }
    }
    return sheet
  }

  private let actors = [["编号", "名称", "类型"], ["A", "甲", "企业"]]

  @Test(
    "A sheet is a table by its name, in either language, any case, with a number before or an ending behind it",
    arguments: [
      ("actors", Table.actors), ("Actors", .actors), ("ACTORS.csv", .actors), ("主体", .actors), ("主体表", .actors),
      (" 主 体 ", .actors), ("1.主体", .actors), ("表1 主体", .actors), ("01_Ties", .ties), ("联系", .ties), ("联系.csv", .ties),
      ("产业链", .chains), ("链位", .positions), ("创新联合体", .consortia), ("联合体", .consortia), ("成员名单", .members),
    ])
  func titles(title: String, table: Table) {
    #expect(Table.allCases.filter { $0.titles.contains(Table.plainTitle(title)) } == [table])
  }

  @Test("No title means two tables, and each is in the form in which titles are compared")
  func distinct() {
    let all = Table.allCases.flatMap { $0.titles + $0.looseTitles }
    #expect(Set(all).count == all.count)
    for title in all { #expect(Table.plainTitle(title) == title, "\(title)") }
  }

  @Test("A long sheet is read by ranges of rows, each row under its number, the same by any number of threads")
  func ranges() throws {
    var actors = sheet("actors", [["id", "name", "kind", "note"]])
    for number in 0..<9_000 {
      // Rows of sheets need not be numbered one by one.
      actors.beginRow(2 * number + 10)
      for cell in ["A\(number)", "Actor \(number)", "enterprise", "note \(number)"] { actors.append(cell) }
    }
    var ties = sheet("ties", [["source", "target", "weight"]])
    for number in 0..<9_000 {
      ties.beginRow(3 * number + 5)
      for cell in ["A\(number)", "A\((number + 1) % 9_000)", "\(number % 5 + 1)"] { ties.append(cell) }
    }
    for threads in [1, 3] {
      let parallel = Parallel(threads: threads)
      let network = try NetworkReader.read(sheets: [.actors: actors, .ties: ties], on: parallel).network
      #expect(network.actors.map(\.id) == (0..<9_000).map { "A\($0)" })
      #expect(network.carried[.actors]?.map(\.values) == [(0..<9_000).map { "note \($0)" }])
      #expect(network.ties.map(\.source) == Array(0..<9_000))
      #expect(network.ties.map(\.weight) == (0..<9_000).map { Double($0 % 5 + 1) })

      // An id that an early range has, and a tie to nobody in the last.
      var doubled = actors
      doubled.beginRow(90_001)
      for cell in ["A7", "Another", "enterprise", ""] { doubled.append(cell) }
      var wrong = ties
      wrong.beginRow(200_003)
      for cell in ["A1", "nobody", "1"] { wrong.append(cell) }
      func places(_ actors: Sheet, _ ties: Sheet) -> [Place]? {
        let error = #expect(throws: BadData.self) {
          try NetworkReader.read(sheets: [.actors: actors, .ties: ties], on: parallel)
        }
        return error?.problems.map(\.place)
      }
      #expect(places(doubled, ties) == [.cell(file: "台账.xlsx[actors]", row: 90_001, column: "id", columnZh: "编号")])
      #expect(places(actors, wrong) == [.cell(file: "台账.xlsx[ties]", row: 200_003, column: "target", columnZh: "乙方")])
    }
  }

  @Test("A header below a title is found; one that is not whole is taken from the row that names most columns")
  func header() throws {
    let rows = [["苏州市主体名录"], ["名称以登记为准"], ["编号", "名称", "类型"], ["A", "甲", "企业"]]
    let whole = try TableSheets(Workbook([sheet("主体", rows)]))
    #expect(whole.tables[.actors]?.rowCount == 4)
    #expect(whole.remarks.map { $0.line(in: .zh) } == ["台账.xlsx[主体]：读作主体表。"])
    let part = try TableSheets(Workbook([sheet("主体", [["苏州市主体名录"], ["编号", "类型"], ["A", "企业"]])]))
    let table = try #require(part.tables[.actors])
    #expect((0..<table.rowCount).map(table.number) == [2, 3])
    let bad = try #require(throws: BadData.self) { try NetworkReader.read(sheets: part.tables) }
    #expect(bad.problems.contains { $0.line(in: .en).hasPrefix("台账.xlsx[主体]:2: name: this column is missing") })
  }

  @Test("A table of actors beside sheets as offices keep them is read with them; alone it is no network")
  func actorsBesideOthers() throws {
    let projects = [["项目名称", "牵头单位", "参与单位"], ["车规芯片", "甲", "示例大学"], ["光模块", "甲", "乙研究所"]]
    let network = try NetworkReader.read(sheetsOf: Workbook([sheet("主体", actors), sheet("项目", projects)])).network
    #expect(network.actors.map(\.name) == ["甲", "示例大学", "乙研究所"] && network.members.count == 4)
    let bad = try #require(throws: BadData.self) { try NetworkReader.read(sheetsOf: Workbook([sheet("主体", actors)])) }
    #expect(bad.problems.map(\.file) == ["台账.xlsx[主体]"] && bad.problems[0].message.zh.contains("请增加“联系”表"))
  }

  @Test("Sheets that are hidden, empty or of other names are said to be left out; a name alone makes no table")
  func others() throws {
    let tables = try TableSheets(
      Workbook([
        sheet("主体", actors), sheet("联系", [["甲方", "乙方"]], isHidden: true), sheet("产业链", []), sheet("Sheet3", []),
        sheet("备注", [["说明"]]), sheet("成员", [["姓名", "电话"], ["张", "1"]]),
      ]))
    #expect(tables.tables.keys.sorted { $0.rawValue < $1.rawValue } == [.actors])
    #expect(tables.others.map(\.title) == ["备注", "成员"])
    #expect(
      tables.remarks.map { $0.place } == ["主体", "产业链", "备注", "成员", "联系"].map { .file("台账.xlsx[\($0)]") })
    #expect(tables.remarks.allSatisfy { !$0.message.zh.isEmpty })
  }

  @Test("A name that other sheets have, too, is a table where its columns say so")
  func loose() throws {
    let ties = [["甲方", "乙方"], ["A", "B"]]
    let tables = try TableSheets(Workbook([sheet("企业", actors), sheet("合作", ties)]))
    #expect(Set(tables.tables.keys) == [.actors, .ties])
    let wide = try TableSheets(Workbook([sheet("企业", [["序号", "企业名称", "合作单位"], ["1", "甲", "乙、丙"]])]))
    #expect(wide.tables.isEmpty && wide.others.count == 1)
  }

  @Test("Two sheets of one table are refused")
  func twice() throws {
    let bad = try #require(throws: BadData.self) {
      try TableSheets(Workbook([sheet("主体", actors), sheet("actors", actors)]))
    }
    #expect(bad.problems[0].line(in: .zh).contains("台账.xlsx[主体] 同为主体表"))
  }

  @Test("Numbers that have lost digits, errors and formulas without a result are no names, ids or ends")
  func lost() throws {
    var actors = Sheet(file: "台账.xlsx", title: "主体")
    func add(_ cells: [(String, Sheet.Content)]) {
      actors.beginRow(actors.rowCount + 1)
      for (text, content) in cells { actors.append(text.utf8, as: content) }
    }
    add([("编号", .text), ("名称", .text), ("类型", .text), ("备注", .text)])
    add([("A", .text), ("甲", .text), ("企业", .text), ("#REF!", .error)])
    add([("1.23457E+17", .damaged), ("乙", .text), ("企业", .text)])
    add([("C", .text), ("=B2&B3", .error), ("企业", .text)])
    add([("D", .text), ("丁", .text), ("#VALUE!", .error)])
    let ties = sheet("联系", [["甲方", "乙方"], ["A", "A"]])
    let bad = try #require(throws: BadData.self) { try NetworkReader.read(sheets: [.actors: actors, .ties: ties]) }
    let lines = bad.problems.map { $0.line(in: .en) }
    #expect(lines.contains { $0.hasPrefix("台账.xlsx[主体]:3: id: “1.23457E+17” has lost its last digits") })
    #expect(lines.contains { $0.hasPrefix("台账.xlsx[主体]:4: name: “=B2&B3” is a formula whose result") })
    #expect(lines.contains { $0.hasPrefix("台账.xlsx[主体]:5: kind: “#VALUE!” is an error of a formula") })
    #expect(bad.warnings.contains { $0.line(in: .en).hasPrefix("台账.xlsx[主体]:2: 备注: “#REF!”") })
  }

  @Test("A workbook of tables is a network, and says which sheets it was made from")
  func network() throws {
    func cells(_ rows: [[String]]) -> String {
      rows.map { row in
        "<row>" + row.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
      }.joined()
    }
    var parts = WorkbookParts(rows: cells([["题"], ["编号", "名称", "类型"], ["A", "甲", "企业"], ["B", "乙", "高校"]]))
    parts["xl/workbook.xml"] = """
      <workbook><sheets><sheet name="主体" r:id="r1"/><sheet name="联系" r:id="r2"/><sheet name="network.yml" r:id="r3"/>\
      </sheets></workbook>
      """
    parts["xl/_rels/workbook.xml.rels"] = """
      <Relationships>\((1...3).map { "<Relationship Id=\"r\($0)\" Type=\"x/worksheet\" Target=\"worksheets/sheet\($0).xml\"/>" }.joined())\
      </Relationships>
      """
    parts["xl/worksheets/sheet2.xml"] =
      "<worksheet><sheetData>\(cells([["甲方", "乙方"], ["A", "B"]]))</sheetData></worksheet>"
    parts["xl/worksheets/sheet3.xml"] =
      "<worksheet><sheetData>\(cells([["title: Example"], ["illustrative: true"]]))</sheetData></worksheet>"
    let place = try FileTests.Place()
    try Data(parts.packed()).write(to: URL(filePath: place.path("台账.csv")))
    let reading = try NetworkReader.read(place.path("台账.csv"))
    #expect(reading.network.actors.map(\.id) == ["A", "B"])
    #expect(reading.network.ties.count == 1)
    #expect(reading.network.profile.title?.en == "Example" && reading.network.profile.isIllustrative)
    #expect(reading.remarks.prefix(2).map(\.place) == [.file("台账.csv[主体]"), .file("台账.csv[联系]")])
    parts["xl/worksheets/sheet2.xml"] =
      "<worksheet><sheetData>\(cells([["甲方", "乙方"], ["A", "C"]]))</sheetData></worksheet>"
    try Data(parts.packed()).write(to: URL(filePath: place.path("台账.csv")))
    let bad = try #require(throws: BadData.self) { try NetworkReader.read(place.path("台账.csv")) }
    #expect(bad.problems[0].row == 2)
  }
}
