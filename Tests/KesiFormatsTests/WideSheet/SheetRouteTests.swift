import KesiMatrix
import KesiNetwork
import Testing

@testable import KesiFormats

/// Which reader takes what an office keeps.
@Suite("What tables and lists would refuse goes to the reader of sheets")
struct SheetRouteTests {
  private let heads = ["甲方", "甲方名称", "乙方", "乙方名称", "强度"]
  private let rows = [["A1", "苏州甲一有限公司", "B1", "苏州大学", "2"], ["A2", "苏州乙二有限公司", "B1", "苏州大学", "3"]]
  private let names = ["苏州乙二有限公司", "苏州大学", "苏州甲一有限公司"]

  private func sorted(_ network: Network) -> [String] { network.actors.map(\.name).sorted { $0.precedes($1) } }

  @Test("A code beside a name is read by the names, in a list and in a workbook")
  func codeBesideName() throws {
    let text = ([heads] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
    let list = try ReadList(text).reading
    let workbook = Workbook([Sheet([heads] + rows, file: "台账.xlsx", title: "联系")])
    for reading in [list, try NetworkReader.read(sheetsOf: workbook)] {
      #expect(sorted(reading.network) == names.sorted { $0.precedes($1) } && reading.network.ties.count == 2)
      #expect(reading.warnings.first?.message.en.hasPrefix("is a sheet as offices keep it") == true)
    }
  }

  @Test(
    "Names tell the kinds of actors in a list and in a matrix as they do in a sheet, which is inferred; codes tell none",
    arguments: [
      "甲方,乙方\n苏州甲一有限公司,苏州大学\n甲,苏州大学\n", "source,target\n苏州甲一有限公司,苏州大学\n甲,苏州大学\n",
      ",苏州甲一有限公司,苏州大学,甲\n苏州甲一有限公司,0,1,0\n苏州大学,1,0,1\n甲,0,1,0\n",
    ])
  func kinds(text: String) throws {
    let reading = try ReadList(text).reading
    let network = reading.network
    #expect(network.kind(of: "苏州甲一有限公司") == "enterprise" && network.kind(of: "苏州大学") == "university")
    #expect(network.kind(of: "甲") == "" && network.ties.count == 2)
    let university = try #require(network.actors.first { $0.name == "苏州大学" })
    #expect(university.basis == .inferred && university.evidence == "类型据“大学”推断")
    #expect(reading.remarks.contains { $0.message.en.contains("the kinds of 2 of 3 actors") })
  }

  @Test("Names of persons tell no kinds, though one or the other has a word of organizations in it")
  func persons() throws {
    let network = try ReadList(
      "source,target\nJane Park,Ann Lee\nAnn Lee,Bo Chen\nBo Chen,Eva Kim\nEva Kim,Li Wei\nLi Wei,Jane Park\n"
    ).reading.network
    #expect(network.actors.count == 5 && network.actors.allSatisfy { $0.kind.isEmpty && $0.basis == nil })
  }

  @Test("Money is how strong a tie is in a list of ties, whether it comes as text or in a workbook, and that is said")
  func money() throws {
    let rows = [["甲方", "乙方", "金额(万元)"], ["苏州甲一有限公司", "苏州大学", "20"], ["苏州乙二有限公司", "苏州大学", "3.5"]]
    let text = rows.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
    let list = try ReadList(text).reading
    let sheet = try NetworkReader.read(sheetsOf: Workbook([Sheet(rows, file: "台账.xlsx", title: "合同")]))
    func weights(_ network: Network) -> [String] {
      network.ties.map { "\(network.actors[$0.source].name) \(network.actors[$0.target].name) \($0.weight.plain)" }
        .sorted()
    }
    #expect(weights(list.network) == weights(sheet.network) && Set(list.network.ties.map(\.weight)) == [20, 3.5])
    #expect(sheet.remarks.contains { $0.message.zh.contains("金额(万元)（") && $0.message.zh.contains("强度") })
  }

  @Test(
    "Of tables of patents applicants are members, holders of today only where no applicants are named; persons are told"
  )
  func patents() throws {
    let rows = [
      ["专利名称", "申请日", "申请(专利权)人", "发明人", "当前申请(专利权)人"],
      ["一种泵", "2020-01-02", "苏州甲一有限公司;苏州大学", "张三丰;李四", "苏州丙三股份有限公司"],
      ["一种阀", "2021-03-02", "苏州乙二有限公司;王小明", "王小明", "苏州丙三股份有限公司"],
      ["一种机", "2021-05-02", "苏州大学;苏州乙二有限公司;欧阳修", "张三丰", "苏州大学"],
    ]
    func members(_ reading: NetworkReading) -> Set<String> {
      Set(reading.network.members.map { reading.network.actors[$0.actor].name })
    }
    func read(_ columns: [Int]) throws -> NetworkReading {
      let sheet = Sheet(rows.map { row in columns.map { row[$0] } }, file: "专利.xlsx", title: "专利")
      return try NetworkReader.read(sheetsOf: Workbook([sheet]))
    }
    let both = try read([0, 1, 2, 3, 4])
    #expect(members(both) == ["苏州甲一有限公司", "苏州大学", "苏州乙二有限公司", "王小明", "欧阳修"])
    #expect(both.remarks.contains { $0.message.zh.contains("“当前申请(专利权)人”") })
    #expect(both.remarks.contains { $0.message.zh.contains("有 2 个名称像自然人") && $0.message.zh.contains("王小明、欧阳修") })
    #expect(members(try read([0, 1, 3, 4])) == ["苏州丙三股份有限公司", "苏州大学"])
  }

  @Test("Heads that no reader can tell apart are refused by the reader of tables, with both")
  func doubled() throws {
    let workbook = Workbook([Sheet([["source", "src", "target"], ["A", "B", "C"]], file: "t.xlsx", title: "ties")])
    let bad = try #require(throws: BadData.self) { try NetworkReader.read(sheetsOf: workbook) }
    #expect(bad.problems.contains { $0.message.en.contains("two columns have this meaning") })
  }

  @Test("What is said of encoding, separator and decimals holds in sheets as well")
  func choices() throws {
    var options = ReadingOptions()
    options.encoding = TextEncoding(named: "utf-16le")
    options.decimals = .comma
    _ = options.setSeparator(";")
    let text = "企业名称;合作单位;合作次数\n苏州甲一有限公司;苏州大学、东南大学;1,200\n苏州乙二有限公司;苏州大学;2,300\n"
    let bytes = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    let reading = try ReadList(bytes, options).reading
    #expect(reading.network.actors.count == 4 && reading.network.ties.count == 3)
    let sheet = try Sheet(text: .bytes(bytes, path: "t.csv"), options)
    #expect(sheet.text(0, 0) == "企业名称" && sheet.width(ofRow: 1) == 3)
    var settings = WideSheet.Settings()
    settings.decimals = .comma
    let wide = try WideSheet(Workbook([sheet]), settings)
    #expect(wide.mapping.layouts[0].columns.first { $0.meaning.isNumber }?.decimals == .comma)
  }

  @Test("Without a header a list is none of such sheets")
  func withoutHeader() throws {
    var options = ReadingOptions()
    options.hasHeader = false
    let reading = try ReadList("甲、乙,丙\n丁,丙\n", options).reading
    #expect(reading.network.actors.count == 3 && reading.warnings.count == 1)
  }

  @Test("A workbook is told that encodings and separators change nothing in it")
  func idle() throws {
    var options = ReadingOptions()
    options.encoding = TextEncoding(named: "gbk")
    let parts = WorkbookParts(rows: "<row><c><v>1</v></c></row>").packed()
    #expect(throws: IdleChoice.self) { try Workbook.sheets(of: .bytes(parts, path: "a.xlsx"), options) }
  }

  @Test("Where the sheets beside the actors join nobody, it is said why")
  func others() throws {
    let actors = Sheet([["编号", "名称", "类型"], ["A", "甲", "企业"]], file: "台账.xlsx", title: "主体")
    let note = Sheet([["本表由办公室填写"]], file: "台账.xlsx", title: "说明")
    let bad = try #require(throws: BadData.self) { try NetworkReader.read(sheetsOf: Workbook([actors, note])) }
    #expect(bad.problems[0].message.en.hasPrefix("is the only table"))
  }

  @Test(
    "A table of years with one organization a row is no list of ties, and is refused by name",
    arguments: [["企业名称", "2019年", "2020年"], ["企业", "2019", "2020", "2021"], ["序号", "单位名称", "2023年度"]])
  func years(heads: [String]) throws {
    let rows =
      [heads]
      + (1...3).map { row in heads.map { $0.hasPrefix("20") ? "\(row * 3)" : $0 == "序号" ? "\(row)" : "苏州甲\(row)公司" } }
    let text = rows.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
    let bad = try #require(throws: BadData.self) { try ReadList(text) }
    #expect(bad.problems[0].message.zh.contains("为逐年数据表"))
    #expect(bad.problems[0].message.zh.contains(heads[1]))
    // Whoever says that there is no header is believed.
    var options = ReadingOptions()
    options.hasHeader = false
    if heads.count == 3, heads[0] != "序号" { #expect(try ReadList(text, options).reading.network.ties.count == 4) }
  }

  @Test("So it is in a workbook")
  func yearsInWorkbook() throws {
    let rows = [["企业", "2021年", "2022年"], ["苏州甲一有限公司", "1", "2"], ["苏州乙二有限公司", "0", "1"]]
    let bad = try #require(throws: BadData.self) { try WideSheet(rows: rows) }
    #expect(bad.problems[0].message.zh.hasPrefix("为逐年数据表"))
  }
}
