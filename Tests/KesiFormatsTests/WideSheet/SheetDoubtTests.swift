import KesiMatrix
import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("What a sheet says that would be lost")
struct SheetDoubtTests {
  private func doubts(_ wide: WideSheet) -> [String] { wide.doubts.map { $0.remark.line(in: .en) } }

  @Test(
    "Numbers and years among the heads leave the header what it is",
    arguments: [
      ["企业名称", "合作单位", "2021", "2022", "2023"], ["企业名称", "合作单位", "2021年", "2022年", "2023年"],
      ["企业名称", "合作单位", "合作方式", "3年", "备注"], ["企业名称", "合作单位", "合作方式", "2021", "1"],
      ["Company", "Partners", "2019", "2020", "2021"], ["企业名称", "合作单位", "2021-01", "2021-02", "2021-03"],
    ])
  func numbersAsHeads(heads: [String]) throws {
    var sheet = Sheet(file: "台账.xlsx")
    sheet.beginRow(1)
    sheet.append("合作情况")
    sheet.beginRow(2)
    for head in heads { sheet.append(head, as: Int(head) == nil ? .text : .number) }
    for (number, name) in ["苏州甲一有限公司", "苏州乙二有限公司", "苏州丙三有限公司"].enumerated() {
      sheet.beginRow(number + 3)
      for cell in [name, "苏州大学", "\(number * 10)", "\(number)", "\(number + 7)"] { sheet.append(cell) }
    }
    let wide = try WideSheet(Workbook([sheet]))
    #expect(wide.tally[0].headerRow == 2)
    let network = try wide.network().network
    #expect(network.ties.count == 3 && network.actors.count == 4)
    // What no head explains is carried, not lost.
    let labels = wide.mapping.layouts[0].columns.map(\.label)
    #expect(labels == heads)
  }

  @Test("A row of data is no header, whatever numbers and words of heads stand in it")
  func noHeader() {
    let rows = [["苏州甲一有限公司", "企业", "苏州大学", "高校", "2021"], ["苏州乙二有限公司", "企业", "东南大学", "高校", "2022"]]
    #expect(throws: BadData.self) { try WideSheet(rows: rows) }
  }

  @Test("A row that numbers the columns is no row of data")
  func columnNumbers() throws {
    let wide = try WideSheet(rows: [
      ["企业名称", "合作单位", "金额"], ["1", "2", "3"], ["苏州甲一有限公司", "苏州大学", "3"], ["苏州乙二有限公司", "东南大学", "2"],
    ])
    let network = try wide.network().network
    #expect(network.actors.map(\.name).sorted() == ["东南大学", "苏州乙二有限公司", "苏州大学", "苏州甲一有限公司"])
    #expect(wide.tally[0].leftOut.map(\.rows) == [[2]])
  }

  @Test("Types beside two names are types of ties, and two ties that differ in them are two")
  func types() throws {
    let network = try WideSheet(rows: [
      ["甲方", "乙方", "类型", "开始"], ["苏州甲一有限公司", "苏州大学", "投资", "2021"], ["苏州甲一有限公司", "苏州大学", "人才培养", "2021"],
      ["苏州乙二有限公司", "东南大学", "投资", "2022"], ["苏州丙三有限公司", "东南大学", "投资", "2022"],
    ]).network().network
    #expect(network.ties.map(\.kind) == ["投资", "人才培养", "投资", "投资"])
    // Kinds of organizations stay kinds.
    let kinds = try WideSheet(rows: [
      ["企业名称", "类型", "合作单位"], ["甲一", "民营企业", "苏州大学"], ["乙二", "高校", "东南大学"], ["丙三", "民营企业", "东南大学"],
    ]).network().network
    #expect(kinds.kind(of: "乙二") == "university" && kinds.ties.allSatisfy { $0.kind.isEmpty })
  }

  @Test("Ties that agree in ends, kind and time but not in what else is said are two; the other end says one again")
  func repeated() throws {
    let heads = ["企业名称", "合作单位", "开始时间", "金额", "备注"]
    func ties(_ rows: [[String]]) throws -> (count: Int, doubts: [String]) {
      // Rows that are not each about another actor say what they say of ties.
      let others = [["苏州末一有限公司", "南京大学", "2020", "1", "x"], ["苏州末一有限公司", "东南大学", "2020", "1", "x"]]
      let wide = try WideSheet(rows: [heads] + rows + others)
      return (try wide.network().network.ties.count - 2, doubts(wide).filter { $0.contains("repeated") })
    }
    let (a, b) = ("苏州甲一有限公司", "苏州乙二有限公司")
    #expect(try ties([[a, b, "2021", "5", ""], [a, b, "2021", "7", ""]]).count == 2)
    #expect(try ties([[a, b, "2021", "5", "一期"], [a, b, "2021", "5", "二期"]]).count == 2)
    #expect(try ties([[a, b, "2021", "5", "一期"], [a, b, "2021", "5", "一期"]]).count == 1)
    #expect(try ties([[a, b, "2021", "5", ""], [b, a, "2021", "7", ""]]).count == 2)
    let reverse = try ties([[a, b, "2021", "5", "好"], [b, a, "2021", "", "很好"]])
    #expect(reverse.count == 1)
    #expect(reverse.doubts.contains { $0.contains("Of 1 of them") }, "\(reverse.doubts)")
  }

  @Test("States of work become outcomes and stages where they plainly say so, and are carried as they are")
  func states() throws {
    let states = ["在研", "已验收", "终止", "已结题", "申报中", "量产", "暂停", "研发阶段"]
    let wide = try WideSheet(
      rows: [["企业名称", "合作单位", "起止时间", "项目状态"]]
        + states.enumerated().map { ["苏州第\($0)科技有限公司", "苏州大学", "2021-2023", $1] })
    let network = try wide.network().network
    #expect(network.ties.map(\.outcome) == [.open, .satisfactory, .unsatisfactory, nil, nil, nil, nil, nil])
    #expect(network.ties.map(\.stage) == [nil, nil, nil, nil, nil, .industrialization, nil, .research])
    #expect(network.carried[.ties]?.first { $0.name == "项目状态" }?.values == states)
    #expect(
      doubts(wide).contains { $0.contains("“申报中”, “暂停”") && $0.contains("neither an outcome nor a stage") },
      "\(doubts(wide))")
    // Where no date says since when, what is over is said.
    let undated = try WideSheet(rows: [
      ["企业名称", "合作单位", "开始时间", "状态"], ["苏州甲一有限公司", "苏州大学", "2021", "已结题"], ["苏州乙二有限公司", "苏州大学", "2021", "在研"],
    ])
    #expect(doubts(undated).contains { $0.contains("1 cell (“已结题”; row 2)") && $0.contains("no date says since when") })
  }

  @Test("Work that may come, by its state, is no tie", arguments: ["意向", "拟合作", "洽谈中", "从未合作", "planned"])
  func mayCome(state: String) throws {
    let wide = try WideSheet(rows: [
      ["甲方", "乙方", "合作方式", "状态"], ["苏州甲一有限公司", "苏州大学", "联合研发", "在执行"], ["苏州乙二有限公司", "东南大学", "人才培养", state],
    ])
    #expect(try wide.network().network.pairs == ["苏州大学–苏州甲一有限公司"])
    #expect(doubts(wide).contains { $0.contains(state) && $0.contains("no tie was made") }, "\(doubts(wide))")
  }

  @Test("A tie without the number that others have counts 1, and that is said", arguments: ["面议", ""])
  func countsAsOne(cell: String) throws {
    let wide = try WideSheet(rows: [
      ["企业名称", "合作单位", "合作次数"], ["苏州甲一有限公司", "苏州大学", "12"], ["苏州乙二有限公司", "东南大学", cell],
      ["苏州丙三有限公司", "东南大学", "7"],
    ])
    #expect(try wide.network().network.ties.map(\.weight) == [12, 1, 7])
    #expect(doubts(wide).contains { $0.contains("strength 1 beside") }, "\(doubts(wide))")
  }

  @Test("A state of projects, which have none in Kesi, is said to be kept unread")
  func statesOfProjects() throws {
    let wide = try WideSheet(rows: [
      ["项目名称", "牵头单位", "参与单位", "状态"], ["纳米薄膜", "苏州甲一有限公司", "苏州大学", "终止"], ["光芯片", "苏州乙二有限公司", "东南大学", "在研"],
    ])
    #expect(doubts(wide).contains { $0.contains("unread: “状态”") }, "\(doubts(wide))")
    #expect(try wide.network().network.carried[.consortia]?.first { $0.name == "状态" }?.values == ["终止", "在研"])
  }

  @Test(
    "An error of a formula where a name should be is said, and names nobody", arguments: ["#N/A", "#REF!", "#VALUE!"])
  func formulaErrors(error: String) throws {
    let wide = try WideSheet(rows: [
      ["企业名称", "合作单位", "金额"], ["苏州甲一有限公司", error, "3"], ["苏州乙二有限公司", "苏州大学", "4"], [error, "东南大学", "5"],
    ])
    let network = try wide.network().network
    #expect(!network.actors.contains { $0.name.contains("#") })
    #expect(network.ties.count == 1)
    for (column, row) in [("合作单位", 2), ("企业名称", 4)] {
      #expect(
        doubts(wide).contains { $0.contains("\(column): 1 cell (“\(error)”; row \(row)): are errors of formulas") },
        "\(doubts(wide))")
    }
  }

  @Test("A formula without a result names nobody; a number that has lost its digits joins no two projects")
  func lostCells() throws {
    var sheet = Sheet(file: "台账.xlsx")
    sheet.beginRow(1)
    for head in ["项目编号", "项目名称", "牵头单位", "参与单位"] { sheet.append(head) }
    for (number, lead) in ["苏州甲一有限公司", "苏州乙二有限公司"].enumerated() {
      sheet.beginRow(number + 2)
      sheet.append("1.23457E+17", as: .damaged)
      sheet.append("项目\(number)")
      sheet.append(lead)
      if number == 0 { sheet.append("=VLOOKUP(A2,B:C,2,0)", as: .error) } else { sheet.append("苏州大学") }
    }
    let wide = try WideSheet(Workbook([sheet]))
    let network = try wide.network().network
    #expect(network.consortia.map(\.name) == ["项目0", "项目1"])
    #expect(!network.actors.contains { $0.name.contains("VLOOKUP") })
    #expect(
      doubts(wide).contains { $0.contains("lost their last digits") }
        && doubts(wide).contains { $0.contains("errors of formulas") })
  }

  @Test("A year with a digit too many is no date, one of another century is said; both with their rows")
  func slips() throws {
    let dates = ["2021", "2022", "2023", "20222", "2121", "2024", "0201"]
    let wide = try WideSheet(
      rows: [["企业名称", "合作单位", "开始时间"]]
        + dates.enumerated().map { ["苏州第\($0)科技有限公司", "苏州大学", $1] })
    let starts = try wide.network().network.ties.map { $0.period.from?.text }
    #expect(starts == ["2021", "2022", "2023", nil, "2121", "2024", nil])
    #expect(doubts(wide).contains { $0.contains("2 cells (“20222”, “0201”; rows 5, 8)") }, "\(doubts(wide))")
    #expect(
      doubts(wide).contains { $0.contains("1 cell (“2121”; row 6): are far from the other dates") }, "\(doubts(wide))")
    // Numbers of days near the dates that are written out are days.
    let mixed = try WideSheet(
      rows: [["企业名称", "合作单位", "开始时间"]]
        + ["2021-03", "44260", "2022.5"].enumerated().map { ["苏州第\($0)科技有限公司", "苏州大学", $1] })
    #expect(try mixed.network().network.ties.map { $0.period.from?.text } == ["2021-03", "2021-03-05", "2022-05"])
  }

  @Test("A cell longer than any list of names is said")
  func tooLong() throws {
    let wide = try WideSheet(rows: [
      ["企业名称", "合作单位"], ["苏州甲一有限公司", String(repeating: "苏州大学、", count: 9_000)], ["苏州乙二有限公司", "东南大学"],
    ])
    #expect(doubts(wide).contains { $0.contains("longer than 128 KB") })
  }

  @Test("A text with very many words for “and” is said to be one name")
  func manyJoints() {
    let list = NameList("苏州" + String(repeating: "和平", count: 25) + "大学", names: .init(isKnown: { _ in false }))
    #expect(list.items.count == 1)
    #expect(list.notes.contains { if case .unsplit = $0 { true } else { false } })
  }

  @Test("The cells of all columns come to the same on any number of threads", arguments: [2, 5])
  func threads(count: Int) throws {
    var rows = [["企业名称", "合作单位", "产业链", "开始时间", "金额", "备注"]]
    for number in 0..<1_100 {
      rows.append([
        number % 7 == 3 ? "" : "苏州第\(number % 411)有限公司",
        number % 5 == 0 ? "同上" : "大学\(number % 90)、宁波第\(number % 37)研究院",
        "泵阀", "20\(10 + number % 15)", number % 11 == 0 ? "#N/A" : "\(number)", "第\(number % 3)批",
      ])
    }
    let one = try WideSheet(Workbook([Sheet(rows)]), on: Parallel())
    let many = try WideSheet(Workbook([Sheet(rows)]), on: Parallel(threads: count))
    #expect(doubts(one) == doubts(many))
    let (a, b) = (try one.network(on: Parallel()).network, try many.network(on: Parallel(threads: count)).network)
    #expect(a.actors == b.actors && Array(a.ties) == Array(b.ties) && a.positions == b.positions)
    #expect(a.consortia == b.consortia && a.members == b.members && a.chains == b.chains)
    #expect(!a.ties.isEmpty && a.carried.count == b.carried.count)
  }
}
