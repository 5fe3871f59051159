import KesiMatrix
import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("Workbooks with some of the tables")
struct PartialTableTests {
  private func tables(_ sheets: [(title: String, rows: [[String]])]) throws -> [Table: Sheet] {
    try TableSheets(Workbook(sheets.map { Sheet($0.rows, file: "台账.xlsx", title: $0.title) })).tables
  }

  private func read(_ sheets: [Table: Sheet]) throws -> NetworkReading {
    try NetworkReader.readWithoutActors(
      sheets.mapValues(TableSource.sheet), of: "台账.xlsx", ReadingOptions(), on: Parallel())
  }

  @Test("Without a sheet of actors they are made from the names in the others, and it is said")
  func noActors() throws {
    let ties = try tables([("联系", [["甲方", "乙方", "强度"], ["苏州大学", "甲公司", "2"], ["甲公司", "乙公司", "1"]])])
    let reading = try read(ties)
    #expect(reading.network.actors.map(\.name) == ["苏州大学", "甲公司", "乙公司"])
    #expect(reading.network.ties.count == 2)
    #expect(reading.remarks[0].line(in: .zh).contains("没有“主体”表"))
    let members = try tables([("成员", [["联合体", "成员", "角色"], ["甲联盟", "苏州大学", "牵头"], ["甲联盟", "甲公司", "成员"]])])
    let network = try read(members).network
    #expect(network.actors.count == 2)
    #expect(network.consortia.map(\.name) == ["甲联盟"])
    #expect(network.members.map(\.role) == [.leader, .member])
  }

  @Test("What is wrong is said of the sheet that was brought")
  func places() throws {
    let ties = try tables([("联系", [["甲方", "乙方", "强度"], ["苏州大学", "甲公司", "很强"]])])
    let error = #expect(throws: BadData.self) {
      try read(ties)
    }
    #expect(error?.problems.first?.line(in: .en).hasPrefix("台账.xlsx[联系]:2") == true)
    let both = try tables([
      ("主体", [["编号", "名称", "类型"], ["A", "甲", "企业"], ["B", "乙", "企业"], ["C", "丙", "企业"]]),
      ("联系", [["甲方", "乙方"], ["A", "B"]]),
    ])
    let warnings = try NetworkReader.read(sheets: both).warnings.map { $0.line(in: .en) }
    #expect(warnings.contains { $0.hasPrefix("台账.xlsx[主体]") })
    #expect(!warnings.contains { $0.contains("actors.csv") })
  }

  @Test("Where neither the tables nor the heads and values of a workbook make a network, both reasons are said")
  func neither() throws {
    let workbook = Workbook([
      Sheet([["编号", "名称", "类型"]], file: "台账.xlsx", title: "主体"),
      Sheet([["序号", "备注"], ["1", "无"]], file: "台账.xlsx", title: "其他"),
    ])
    let bad = try #require(throws: BadData.self) { try NetworkReader.read(sheetsOf: workbook) }
    #expect(bad.count == 2 && bad.problems.count == 2)
    #expect(bad.problems[0].message.zh.contains("唯一可识别"))
    #expect(bad.problems[1].message.zh.hasPrefix("也试过按台账识别"))
  }

  @Test("A sheet of actors alone is refused with the sheet to add")
  func onlyActors() throws {
    let sheet = Sheet([["编号", "名称", "类型"], ["A", "甲", "企业"]], file: "台账.xlsx", title: "主体")
    let problem = try #require(NetworkReader.onlyActors(.sheet(sheet)).problems.first)
    #expect(problem.line(in: .zh).hasPrefix("台账.xlsx[主体]：是此处唯一"))
    #expect(problem.message.en.contains("链位 (positions"))
  }
}
