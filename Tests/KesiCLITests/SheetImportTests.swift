import Foundation
import Testing

@Suite("kesi import sheet")
struct SheetImportTests {
  private static let ledger = """
    某联合体企业合作台账,,,,,
    序号,企业名称,板块,合作单位,起止时间,联系人
    1,苏州甲一科技有限公司,相城区,苏州大学、东南大学,2021.3—至今,张浩然
    2,苏州乙二有限公司,吴中区,苏州大学,2020年5月至2022年6月,李明
    合计,,,,,

    """

  private func folder() throws -> Folder {
    let folder = try Folder()
    try folder.write(Self.ledger, to: "台账.csv")
    return folder
  }

  @Test("A sheet becomes a folder of tables that reads as the same network as the sheet itself")
  func folderOfTables() throws {
    let folder = try folder()
    let run = try folder.shell("kesi import sheet 台账.csv -o net --lang zh")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(run.output.contains("表头在第 2 行，读取 2 行"))
    #expect(run.output.contains("略去：合计行，第 5 行"))
    #expect(run.output.contains("4 家单位（企业 2、高校 2），3 条联系"))
    #expect(run.output.contains("涉及个人信息，未输出：联系人"))
    #expect(try folder.read("net/network.yml").contains("某联合体企业合作台账"))
    #expect(!(try folder.read("net/actors.csv") + folder.read("net/ties.csv")).contains("张浩然"))
    let metrics = "--measure degree --quiet"
    let whole = try folder.shell("kesi metrics net \(metrics)").output
    #expect(whole.contains("苏州大学,苏州大学,university,2"))
    #expect(try folder.shell("kesi metrics 台账.csv \(metrics)").output == whole)
  }

  @Test("The workbook that kesi new makes is told, and nothing in it is guessed at")
  func ownWorkbook() throws {
    let folder = try Folder()
    #expect(try folder.shell("kesi new -o 模板.xlsx").status == 0)
    let run = try folder.shell("kesi import sheet 模板.xlsx -o net --lang zh")
    #expect(
      run.status != 0 && run.errors.contains("已是 kesi 的标准数据表") && run.errors.contains("kesi convert"), "\(run.errors)")
  }

  @Test("By its mapping and its merges the next sheet is read, and what is new is told")
  func nextMonth() throws {
    let folder = try folder()
    _ = try folder.shell("kesi import sheet 台账.csv -o net")
    try folder.write(
      Self.ledger.replacingOccurrences(of: "合计", with: "3,苏州丙三有限公司,吴中区,苏州市乙二有限公司,2024,王敏\n合计"), to: "next.csv")
    try folder.write("name,other_name,accept\n苏州乙二有限公司,苏州市乙二有限公司,yes\n", to: "net/merges.csv")
    let run = try folder.shell("kesi import sheet next.csv --mapping net/mapping.yml -o net2 --lang en")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("1 actor new (苏州丙三有限公司)"))
    #expect(run.output.contains("5 actors"))
    #expect(!(try folder.read("net2/actors.csv")).contains("苏州市乙二"))
  }

  @Test("A sheet in which nobody has to do with anybody is no network; an import says what it takes")
  func nobodyJoined() throws {
    let folder = try Folder()
    try folder.write("受聘企业,姓名,派出院系\n甲一有限公司,张浩然,示例大学机电学院\n乙二有限公司,李明,示例大学化工学院\n", to: "x.csv")
    let summary = try folder.shell("kesi summary x.csv --lang zh")
    #expect(summary.status == 65 && summary.output.isEmpty, "\(summary.errors)")
    let run = try folder.shell("kesi import sheet x.csv -o net --lang zh")
    if run.status == 0 { #expect(run.output.contains("看不出谁与谁合作。未使用的列：派出院系"), "\(run.output)") }
    try folder.write(
      try folder.read("net/mapping.yml").replacingOccurrences(
        of: "\"派出院系\": {as: keep", with: "\"派出院系\": {as: partners"),
      to: "m.yml")
    #expect(try folder.shell("kesi import sheet x.csv --mapping m.yml -o two --lang zh").output.contains("2 条联系"))
  }

  @Test("What cannot be read is refused, and nothing is written")
  func refused() throws {
    let folder = try folder()
    try folder.write("a,b\n1,2\n3,4\n", to: "x.csv")
    try folder.write("layouts:\n  - columns: {企业名称: actr}\n", to: "m.yml")
    for (line, status) in [
      ("kesi import sheet x.csv -o net", 65), ("kesi import sheet no.csv -o net", 66),
      ("kesi import sheet 台账.csv --mapping m.yml -o net", 65), ("kesi import sheet 台账.csv --sheet 2024 -o net", 65),
      ("kesi import sheet 台账.csv -o 台账.csv", 73),
    ] as [(String, Int32)] {
      let run = try folder.shell(line)
      #expect(run.status == status, "\(line): \(run.errors)")
      #expect(!FileManager.default.fileExists(atPath: folder.path("net")))
    }
    #expect(try folder.shell("kesi import sheet 台账.csv --mapping m.yml -o net").errors.contains("m.yml:2"))
  }
}
