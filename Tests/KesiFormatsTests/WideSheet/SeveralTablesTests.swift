import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("Sheets with several tables, or with more than tables")
struct SeveralTablesTests {
  private func doubts(_ wide: WideSheet) -> [String] { wide.doubts.map { $0.remark.line(in: .en) } }

  private static let header = ["序号", "企业名称", "合作单位", "合作方式"]

  private static func rows(_ numbers: ClosedRange<Int>) -> [[String]] {
    numbers.map { ["\($0)", "苏州第\($0)公司", "东南大学", "研发"] }
  }

  @Test("A header that comes again goes on with its table, whichever part is longer", arguments: [2, 12])
  func again(count: Int) throws {
    let rows =
      [Self.header, ["一、工业园区", "", "", ""]] + Self.rows(1...count) + [["二、吴江区", "", "", ""], Self.header]
      + Self.rows(count + 1...14)
    let wide = try WideSheet(rows: rows)
    #expect(try wide.network().network.ties.count == 14)
    #expect(wide.tally.count == 1 && wide.tally[0].headerRow == 1 && wide.tally[0].rows == 14)
  }

  @Test("Under another header another table begins, and neither is lost", arguments: [1, 15])
  func other(count: Int) throws {
    let ties = (1...count).map { ["苏州第\($0)公司", "东南大学", "研发"] }
    let projects = (1...4).map { ["项目\($0)", "苏州大学", "苏州第1公司、南京大学", "100"] }
    let rows =
      [["一、合作情况"], ["企业名称", "合作单位", "合作方式"]] + ties
      + [[""], ["二、项目"], ["项目名称", "牵头单位", "参与单位", "经费（万元）"]] + projects
    let network = try WideSheet(rows: rows).network().network
    #expect(network.ties.count == count)
    #expect(network.consortia.count == 4 && network.members.count == 12)
    // By the mapping that was made of it the same comes out.
    var settings = WideSheet.Settings()
    settings.mapping = try WideSheet(rows: rows).mapping
    let mapped = try WideSheet(rows: rows, settings).network().network
    #expect(mapped.ties.count == count && mapped.members.count == 12)
  }

  @Test("A header that comes again with another column in some place is read by its own columns")
  func changed() throws {
    let network = try WideSheet(rows: [
      ["序号", "企业名称", "合作单位", "合作方式"], ["1", "苏州第1公司", "东南大学", "研发"],
      ["序号", "企业名称", "合作方式", "合作单位"], ["2", "苏州第2公司", "检测", "苏州大学"],
    ]).network().network
    #expect(network.pairs == ["东南大学–苏州第1公司", "苏州大学–苏州第2公司"])
    #expect(network.ties.map(\.kind) == ["研发", "检测"])
  }

  @Test("The words of a second header are no organizations")
  func directory() throws {
    let network = try WideSheet(rows: [
      ["企业名称", "所在区县", "企业性质"], ["甲公司", "吴江区", "民营企业"], ["乙公司", "昆山市", "民营企业"], [""],
      ["甲方", "乙方", "合作方式"], ["甲公司", "苏州大学", "研发"],
    ]).network().network
    #expect(Set(network.actors.map(\.name)) == ["甲公司", "乙公司", "苏州大学"])
    #expect(network.pairs == ["甲公司–苏州大学"])
  }

  @Test("Tables side by side are two, where an empty column parts them")
  func sideBySide() throws {
    let network = try WideSheet(rows: [
      ["企业名称", "合作单位", "", "企业名称", "合作单位"], ["甲公司", "苏州大学", "", "丙公司", "东南大学"],
      ["乙公司", "南京大学", "", "丁公司", "苏州大学"],
    ]).network().network
    #expect(network.pairs == ["甲公司–苏州大学", "乙公司–南京大学", "丙公司–东南大学", "丁公司–苏州大学"])
  }

  @Test("However many stand side by side, no two are taken for one", arguments: 2...4)
  func manyBeside(count: Int) throws {
    let tables = (1...count).map { number in
      [["企业名称", "合作单位", "合作方式"], ["苏州第\(number)公司", "南京第\(number)大学", "研发"], ["无锡第\(number)公司", "东南大学", "检测"]]
    }
    let rows = (0..<3).map { row in Array(tables.map { $0[row] }.joined(separator: [""])) }
    let network = try WideSheet(rows: rows).network().network
    let wanted = (1...count).flatMap { number in
      [["苏州第\(number)公司", "南京第\(number)大学"], ["无锡第\(number)公司", "东南大学"]].map {
        $0.sorted().joined(separator: "–")
      }
    }
    #expect(network.pairs == Set(wanted) && network.ties.count == 2 * count)
  }

  @Test("A second table that names nobody is said, with its rows")
  func unread() throws {
    let wide = try WideSheet(
      rows: [["企业名称", "合作单位"], ["甲公司", "苏州大学"], [""], ["产业链", "环节", "金额"], ["光伏", "上游", "3"], ["氢能", "下游", "4"]])
    #expect(try wide.network().network.ties.count == 1)
    #expect(
      doubts(wide).contains { $0.contains("rows 4 to 6 are a table of their own, which was left out") },
      "\(doubts(wide))")
  }

  @Test("Rows above a header that read like data are said")
  func above() throws {
    let wide = try WideSheet(rows: [
      ["光伏", "甲", "3"], ["氢能", "乙", "4"], ["企业名称", "合作单位", "合作方式"], ["甲公司", "苏州大学", "研发"],
      ["乙公司", "苏州大学", "研发"],
    ])
    #expect(doubts(wide).contains { $0.contains("2 rows above the header in row 3 read like data") }, "\(doubts(wide))")
  }

  @Test("A table on its side is refused, with what to do")
  func turned() {
    let failure = #expect(throws: BadData.self) {
      try WideSheet(rows: [
        ["企业名称", "甲公司", "乙公司", "丙公司"], ["合作单位", "苏州大学", "东南大学", "苏州大学"],
        ["合作方式", "研发", "转让", "检测"], ["起止时间", "2021", "2022", "2023"],
      ])
    }
    #expect(failure?.problems.first?.message.en.contains("Transpose") == true)
  }

  @Test("Below the total only numbered rows are data, or such as name organizations where nothing is numbered")
  func foot() throws {
    let wide = try WideSheet(
      rows: [Self.header] + Self.rows(1...3) + [
        ["合计", "3家", "", ""], ["规上企业", "1家", "", ""], ["其中：高新技术企业", "2家", "", ""],
        ["以上数据截至2024年底", "", "", ""], ["4", "苏州第4公司", "南京大学", "研发"],
      ])
    #expect(wide.tally[0].rows == 4)
    let left = Dictionary(wide.tally[0].leftOut.map { ($0.reason.en, $0.rows) }) { old, _ in old }
    #expect(left == ["totals": [5], "what stands below the total": [6], "notes": [7, 8]])
    #expect(doubts(wide).contains { $0.contains("1 row below the total was left out") }, "\(doubts(wide))")
    let plain = try WideSheet(rows: [
      ["企业名称", "合作单位"], ["甲公司", "苏州大学"], ["合计", "1"], ["规上", "1"], ["乙公司", "苏州大学"],
    ])
    #expect(try plain.network().network.pairs == ["甲公司–苏州大学", "乙公司–苏州大学"])
  }

  @Test("A row below the total that names organizations in two columns is data without a number; a signature is none")
  func footOfTwo() throws {
    let wide = try WideSheet(
      rows: [Self.header] + Self.rows(1...3) + [
        ["合计", "3家", "", ""], ["", "苏州第4公司", "南京大学", "研发"], ["", "盖章：苏州第5公司", "签收：苏州大学", "2024年"],
        ["", "规上企业", "1家", "2024"],
      ])
    #expect(try wide.network().network.ties.count == 4)
    #expect(wide.tally[0].rows == 4)
    let chinese = wide.doubts.map { $0.remark.line(in: .zh) }
    #expect(chinese.contains { $0.contains("未读取：第 7、8 行。") }, "\(chinese)")
  }

  @Test("Rows are listed as Chinese lists them")
  func rowNumbers() {
    #expect([5, 6].rowsListedInChinese == "第 5、6 行")
    #expect(Array(1...8).rowsListedInChinese == "第 1、2、3、4、5 行等 8 行")
  }

  @Test("Hidden rows and columns are read, and said")
  func hidden() throws {
    func cell(_ text: String) -> String { "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" }
    func row(_ number: Int, _ texts: [String], _ attributes: String = "") -> String {
      "<row r=\"\(number)\" \(attributes)>\(texts.map(cell).joined())</row>"
    }
    var parts = WorkbookParts(
      rows: row(1, ["企业名称", "合作单位", "合作方式"]) + row(2, ["甲公司", "苏州大学", "研发"], "hidden=\"1\"")
        + row(3, ["乙公司", "苏州大学", "转让"]))
    let sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = sheet.replacing(
      "<sheetData>", with: "<cols><col min=\"3\" max=\"16384\" hidden=\"1\"/></cols><sheetData>")
    let workbook = try parts.read()
    #expect(workbook.sheets[0].hiddenRows == [2] && workbook.sheets[0].hiddenColumns == [2])
    let wide = try WideSheet(workbook)
    #expect(try wide.network().network.ties.count == 2)
    #expect(
      doubts(wide).contains { $0.contains("1 row hidden in the workbook") && $0.contains(": 2.") }, "\(doubts(wide))")
    #expect(doubts(wide).contains { $0.contains("1 column hidden") && $0.contains("合作方式") }, "\(doubts(wide))")
  }

  @Test("A page of examples is no data, whatever stands in it")
  func example() throws {
    let rows = [["企业名称", "合作单位"], ["甲公司", "苏州大学"]]
    let wide = try WideSheet(
      Workbook([
        Sheet(rows, file: "台账.xlsx", title: "2024"),
        Sheet([["企业名称", "合作单位"], ["示范公司", "示范大学"]], file: "台账.xlsx", title: "示例"),
      ]))
    #expect(try wide.network().network.pairs == ["甲公司–苏州大学"])
    #expect(wide.mapping.skipped.map(\.sheet) == ["台账.xlsx[示例]"])
  }

  @Test("Sheets that are called after years date the rows that state none")
  func years() throws {
    func sheet(_ title: String, _ rows: [[String]]) -> Sheet { Sheet(rows, file: "台账.xlsx", title: title) }
    let head = ["企业名称", "合作单位", "起止时间"]
    let wide = try WideSheet(
      Workbook([
        sheet("2022年", [head, ["甲公司", "苏州大学", ""]]),
        sheet("2023年", [head, ["甲公司", "苏州大学", ""], ["乙公司", "苏州大学", "2021.3-2024.5"]]),
      ]))
    let periods = try wide.network().network.ties.map(\.period)
    let (first, second) = (PartialDate("2022"), PartialDate("2023"))
    #expect(
      periods == [
        Period(from: first, to: first), Period(from: second, to: second),
        Period(from: PartialDate("2021-03"), to: PartialDate("2024-05")),
      ])
    #expect(doubts(wide).count { $0.contains("dated 202") } == 2)
    // One year alone dates nothing.
    let one = try WideSheet(Workbook([sheet("2022年", [head, ["甲公司", "苏州大学", ""]])]))
    #expect(try one.network().network.ties[0].period == Period())
  }
}
