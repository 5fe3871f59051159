import KesiMatrix
import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("Shapes of sheets as offices keep them")
struct WideSheetShapeTests {
  @Test("A row an enterprise: title, unit, totals and notes around it, partners in one cell")
  func enterprises() throws {
    let wide = try WideSheet(rows: [
      ["某联合体企业合作台账", "", "", "", "", ""], ["", "", "", "", "", "单位：万元"],
      ["序号", "企业名称", "所属板块", "合作单位", "起止时间", "金额"],
      ["1", "苏州甲一科技有限公司", "相城区", "苏州大学、东南大学等", "2021.3—至今", "1,200"],
      ["2", "苏州乙二有限公司", "吴中区", "无", "", ""], ["3", "苏州丙三有限公司", "吴中区", "苏州大学", "2020年5月至2022年6月", "300万"],
      ["序号", "企业名称", "所属板块", "合作单位", "起止时间", "金额"], ["4", "苏州丁四有限公司", "", "苏州乙二有限公司", "2021", ""],
      ["合 计", "", "", "", "", "1,500"], ["", "", "", "", "", ""], ["注：金额为合同金额。", "", "", "", "", ""],
    ])
    #expect(wide.confidence >= WideSheet.plausible)
    #expect(wide.title == "某联合体企业合作台账")
    #expect(wide.tally[0].headerRow == 3)
    #expect(wide.tally[0].rows == 4)
    let leftOut = Dictionary(wide.tally[0].leftOut.map { ($0.reason.en, $0.rows) }) { old, _ in old }
    #expect(leftOut == ["totals": [9], "notes": [11], "the header again": [7], "empty": [10]])
    let network = try wide.network().network
    #expect(
      network.pairs == [
        "东南大学–苏州甲一科技有限公司", "苏州大学–苏州甲一科技有限公司", "苏州丙三有限公司–苏州大学", "苏州丁四有限公司–苏州乙二有限公司",
      ])
    #expect(network.kind(of: "苏州大学") == "university")
    #expect(network.actors.first { $0.name == "苏州大学" }?.basis == .inferred)
    #expect(network.actors.first { $0.name == "苏州乙二有限公司" }?.basis == .reported)
    #expect(network.actors[0].evidence?.hasPrefix("台账.csv 第 4 行") == true)
    let periods = network.ties.map(\.period)
    #expect(periods[0] == Period(from: PartialDate("2021-03")))
    #expect(periods[2] == Period(from: PartialDate("2020-05"), to: PartialDate("2022-06")))
    #expect(periods[3] == Period(from: PartialDate("2021"), to: PartialDate("2021")))
    // 300万 in a sheet of 万元 is 300; an amount of several partners is nobody's.
    let amounts = network.carried[.ties]?.first { $0.name == "金额·万元" }?.values
    #expect(amounts == ["", "", "300", ""])
    #expect(network.ties.allSatisfy { $0.weight == 1 })
  }

  @Test("A column of ends is one where most of what stands in it goes on, too", arguments: ["至今", "长期", "present"])
  func openEnds(word: String) throws {
    let network = try WideSheet(rows: [
      ["企业名称", "合作单位", "合作起始时间", "合作终止时间"], ["苏州甲一有限公司", "苏州大学", "2020-03", "2022-12"],
      ["苏州乙二有限公司", "苏州大学", "2022-01", word], ["苏州丙三有限公司", "苏州大学", "2022-02", word],
    ]).network().network
    #expect(
      network.ties.map(\.period) == [
        Period(from: PartialDate("2020-03"), to: PartialDate("2022-12")), Period(from: PartialDate("2022-01")),
        Period(from: PartialDate("2022-02")),
      ])
  }

  @Test("Partners in several columns, and an enterprise merged over rows")
  func columns() throws {
    let network = try WideSheet(rows: [
      ["企业名称", "合作高校1", "合作高校2", "联系人", "电话"], ["苏州甲一有限公司", "苏州大学", "东南大学", "张浩然", "13800005527"],
      ["", "南京大学", "", "", ""],
    ]).network().network
    #expect(network.pairs == ["东南大学–苏州甲一有限公司", "苏州大学–苏州甲一有限公司", "南京大学–苏州甲一有限公司"])
    #expect(!network.actors.contains { $0.name == "张浩然" })
    // What is about persons is not carried on.
    #expect(network.carried.values.joined().allSatisfy { !$0.values.contains("13800005527") })
  }

  @Test("A sheet of many rows is read the same by any number of threads, and every row tells what is a name")
  func threads() throws {
    var rows = [["企业名称", "合作单位"]]
    for number in 0..<2_500 {
      rows.append(["苏州第\(number % 700)有限公司", number == 3 ? "苏州大学和江南大学" : "东南大学、宁波第\(number % 90)研究院"])
    }
    // What “and” joins in an early row are two names, as the last two tell.
    rows += [["苏州末一有限公司", "苏州大学"], ["苏州末二有限公司", "江南大学"]]
    let readings = try [1, 3].map { threads in
      let parallel = Parallel(threads: threads)
      return try WideSheet(Workbook([Sheet(rows)]), on: parallel).network(on: parallel)
    }
    let network = readings[0].network
    #expect(network.actors.count == 700 + 2 + 90 + 3)
    #expect(network.pairs.filter { $0.contains("苏州第3有限公司") }.contains("江南大学–苏州第3有限公司"))
    #expect(!network.actors.contains { $0.name.contains("和") })
    for reading in readings {
      #expect(reading.network.actors.map(\.id) == network.actors.map(\.id))
      #expect(reading.network.pairs == network.pairs)
      #expect(reading.network.carried == network.carried)
      #expect(reading.warnings.map { $0.line(in: .en) } == readings[0].warnings.map { $0.line(in: .en) })
    }
  }

  @Test("A subtotal that is named for what it sums up is no organization")
  func subtotals() throws {
    let wide = try WideSheet(rows: [
      ["板块", "公司名称", "合作单位", "金额"], ["园区", "甲一有限公司", "苏州大学", "3"], ["园区", "乙二有限公司", "苏州大学", "4"],
      ["工业园区小计", "工业园区小计", "工业园区小计", "7"], ["吴中区", "丙三有限公司", "苏州大学", "1"], ["全区合计：", "", "", "8"],
    ])
    #expect(wide.tally[0].leftOut.map(\.rows) == [[4, 6]])
    #expect(try wide.network().network.actors.count == 4)
  }

  @Test("A row a project: leader and members, in consortia")
  func projects() throws {
    let network = try WideSheet(rows: [
      ["项目编号", "项目名称", "牵头单位", "参与单位", "立项时间", "结题时间", "总经费（万元）"],
      ["P1", "车规芯片", "苏州甲一有限公司", "1.苏州大学 2.东南大学", "2024.03", "2027.03", "1,200"],
      ["P2", "车规芯片", "苏州乙二有限公司", "苏州大学（牵头）\n苏州甲一有限公司", "2024/3/1", "", "80"],
    ]).network().network
    #expect(network.consortia.map(\.id) == ["P1", "P2"])
    #expect(network.consortia[0].budget == 12_000_000)
    #expect(network.consortia[0].leader.map { network.actors[$0].name } == "苏州甲一有限公司")
    #expect(network.members.count { $0.consortium == 0 } == 3)
    #expect(network.consortia[0].period == Period(from: PartialDate("2024-03"), to: PartialDate("2027-03")))
    #expect(network.ties.isEmpty)
  }

  @Test("Projects of one name that others lead are others")
  func sameName() throws {
    let network = try WideSheet(rows: [
      ["项目名称", "牵头单位", "参与单位"], ["车规芯片", "苏州甲一有限公司", "苏州大学"], ["车规芯片", "苏州乙二有限公司", "东南大学"],
      ["车规芯片", "苏州甲一有限公司", "南京大学"],
    ]).network().network
    #expect(network.consortia.count == 2)
    #expect(network.members.count == 5)
  }

  @Test("A row a membership: roles by their words")
  func memberships() throws {
    let network = try WideSheet(rows: [
      ["联合体名称", "成员单位", "单位性质", "角色", "加入时间"], ["智造联合体", "苏州甲一有限公司", "企业", "牵头单位", "2020年5月"],
      ["智造联合体", "苏州大学", "高校", "参与单位", "2021年1月"], ["芯片联合体", "苏州大学", "高校", "秘书处", "2021年1月"],
    ]).network().network
    #expect(network.consortia.map(\.name) == ["智造联合体", "芯片联合体"])
    #expect(network.members.map(\.role) == [.leader, .member, nil])
    #expect(network.consortia[0].leader == 0)
    #expect(network.members[1].period.from == PartialDate("2021-01"))
  }

  @Test("A row a pair, under two lines of heads")
  func pairs() throws {
    let network = try WideSheet(rows: [
      ["甲方", "", "乙方", "", "合作类型"], ["名称", "类型", "名称", "类型", ""],
      ["苏州甲一有限公司", "民营企业", "华为", "国企", "技术开发"], ["苏州甲一有限公司", "民营企业", "苏州大学", "高校", "订单培养"],
    ]).network().network
    #expect(network.pairs == ["华为–苏州甲一有限公司", "苏州大学–苏州甲一有限公司"])
    #expect(network.kind(of: "华为") == "enterprise")
    #expect(network.ties.map(\.kind) == ["技术开发", "订单培养"])
  }

  @Test("A row an enterprise with its place in a chain")
  func chains() throws {
    let network = try WideSheet(rows: [
      ["机构", "类别", "产业链/环节"], ["苏州甲一有限公司", "企业", "集成电路/设计"], ["苏州乙二有限公司", "企业", "集成电路产业链/封测"], ["苏州大学", "高校", ""],
    ]).network().network
    #expect(network.chains.map(\.name) == ["集成电路"])
    #expect(network.positions.map(\.stage) == ["设计", "封测"])
    // The order of stages is not known, so none is made up.
    #expect(network.chains[0].stages.isEmpty)
  }

  @Test("A table of marks: chains, and partners")
  func marks() throws {
    let chains = try WideSheet(rows: [
      ["职业院校对接产业链情况"], ["院校", "集成电路", "生物医药", "新能源"], ["甲职业技术学院", "√", "", "√"], ["乙职业技术学院", "", "(√)", "√"],
      ["丙职业技术学院", "√", "√", ""],
    ])
    #expect(try chains.network().network.positions.count == 5)
    let partners = try WideSheet(rows: [
      ["企业名称", "苏州大学", "东南大学", "南京大学"], ["苏州甲一有限公司", "√", "", "√"], ["苏州乙二有限公司", "", "√", ""],
    ]).network().network
    #expect(partners.pairs == ["苏州大学–苏州甲一有限公司", "南京大学–苏州甲一有限公司", "东南大学–苏州乙二有限公司"])
  }

  @Test("A ledger of one college names it in its title")
  func owner() throws {
    let wide = try WideSheet(rows: [
      ["吴江职业技术学院校企合作台账"], ["序号", "合作企业", "二级学院", "签约年月", "期限", "其他参与单位"],
      ["1", "苏州甲一有限公司", "智能制造学院", "2022-06", "3年", "苏州市软件行业协会"], ["2", "苏州乙二有限公司", "经济管理学院", "2023-01", "1年", "无"],
    ])
    let network = try wide.network().network
    #expect(
      network.pairs == ["吴江职业技术学院–苏州甲一有限公司", "吴江职业技术学院–苏州乙二有限公司", "苏州市软件行业协会–苏州甲一有限公司"])
    #expect(network.ties.first { network.actors[$0.target].name == "吴江职业技术学院" }?.basis == .inferred)
    #expect(network.ties[0].period == Period(from: PartialDate("2022-06"), to: PartialDate("2025-06")))
    #expect(!network.actors.contains { $0.name == "智能制造学院" })
  }

  @Test("English sheets, with decimal commas told by the column")
  func english() throws {
    let network = try WideSheet(rows: [
      ["Company", "Country", "University partners", "Since", "Budget (k€)"],
      ["Nordlicht Robotics GmbH", "Germany", "University of Westmarch", "2021", "1.200"],
      ["Jiangsu Muchuan Co., Ltd.", "China", "University of Westmarch", "03/2020", "350,5"],
      ["Total", "", "", "", "1.550,5"],
    ]).network().network
    #expect(network.actors.count == 3)
    #expect(network.actors[0].evidence?.hasPrefix("台账.csv row 2") == true)
    #expect(network.carried[.ties]?.first { $0.name.hasPrefix("Budget") }?.values == ["1200", "350.5"])
  }

  @Test("Sheets of years are read alike, others each by itself, hidden and empty ones are named")
  func sheets() throws {
    let rows = [["企业名称", "合作单位", "备注"], ["苏州甲一有限公司", "苏州大学", "x"]]
    var hidden = Sheet(rows, file: "a.xlsx", title: "字典")
    hidden.isHidden = true
    let wide = try WideSheet(
      Workbook([
        Sheet(rows, file: "a.xlsx", title: "2023"),
        Sheet([["企业名称", "合作单位", "备注"], ["苏州乙二有限公司", "苏州大学", ""]], file: "a.xlsx", title: "2024"),
        Sheet([["项目名称", "牵头单位", "参与单位"], ["芯片", "苏州甲一有限公司", "东南大学"]], file: "a.xlsx", title: "项目"),
        Sheet(file: "a.xlsx", title: "空"), hidden,
      ]))
    #expect(wide.mapping.layouts.map(\.sheets) == [["a.xlsx[2023]", "a.xlsx[2024]"], ["a.xlsx[项目]"]])
    #expect(wide.mapping.skipped.map(\.sheet) == ["a.xlsx[空]", "a.xlsx[字典]"])
    let network = try wide.network().network
    #expect(network.actors.count == 4)
    #expect(network.ties.count == 2)
    #expect(network.consortia.count == 1)
  }

  @Test("Nothing that names organizations is an error that says what was looked for")
  func nothing() {
    let error = #expect(throws: BadData.self) { try WideSheet(rows: [["a", "b"], ["1", "2"], ["3", "4"]]) }
    #expect(error?.problems.first?.message.en.contains("企业名称") == true)
    #expect(throws: BadData.self) { try WideSheet(Workbook([])) }
    #expect(throws: BadData.self) { try WideSheet(rows: []) }
  }
}
