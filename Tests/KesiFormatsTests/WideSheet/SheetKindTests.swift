import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("Kinds of sheets that are not a row an enterprise")
struct SheetKindTests {
  @Test("Answers to a survey: what a question asks for is told, the columns of the answering are not used")
  func survey() throws {
    let network = try WideSheet(rows: [
      [
        "序号", "提交答卷时间", "来源", "1、贵单位的全称是？", "2、贵单位的性质：", "3、贵单位所处的产业链：", "4、近三年与哪些高校或科研院所开展过合作？（多个请用逗号隔开）",
        "5、您希望与哪些单位对接？", "6、填表人姓名",
      ],
      ["1", "2024/5/6", "微信", "苏州甲一有限公司", "企业", "集成电路", "苏州大学,东南大学", "南京大学", "张浩然"],
      ["2", "2024/5/6", "链接", "苏州乙二有限公司", "企业", "生物医药", "(跳过)", "", "李敏"],
      ["3", "2024/5/7", "微信", "苏州丙三有限公司", "企业", "生物医药", "暂无合作", "", "王勇"],
    ]).network().network
    #expect(network.pairs == ["苏州大学–苏州甲一有限公司", "东南大学–苏州甲一有限公司"])
    #expect(network.actors.count == 5)
    #expect(network.chains.map(\.name) == ["集成电路", "生物医药"])
    let english = try WideSheet(rows: [
      [
        "Timestamp", "What is the full name of your organisation?", "Which universities have you cooperated with?",
        "Anything else you would like to tell us?",
      ],
      ["2024-03-04", "Harrow Ltd", "University of Westmarch", "no"],
      ["2024-03-05", "Finch Ltd", "We don't have any yet.", ""],
      ["2024-03-05", "Alder Ltd", "no", "We would like to work with hospitals"],
    ]).network().network
    #expect(english.pairs == ["Harrow Ltd–University of Westmarch"])
    #expect(english.actors.count == 4)
  }

  @Test(
    "A row a consortium, with its members and their roles in one cell; the bureau that registers it is none of them")
  func consortia() throws {
    let network = try WideSheet(rows: [
      ["序号", "创新联合体名称", "技术领域", "组建单位（牵头、参与）", "备案部门"],
      ["1", "减速器创新联合体", "高端装备", "苏州甲一有限公司（牵头单位）；苏州大学；东南大学（参与）", "示范区科学技术局"],
      ["2", "光刻胶创新联合体", "高端装备", "苏州大学(牵头)\n苏州乙二有限公司", "示范区教育局"], ["", "高端装备小计", "", "2个", ""],
    ]).network().network
    #expect(network.actors.map(\.name) == ["苏州甲一有限公司", "苏州大学", "东南大学", "苏州乙二有限公司"])
    #expect(network.consortia.count == 2)
    #expect(network.members.count == 5)
    #expect(
      network.members.filter { $0.role == .leader }.map { network.actors[$0.actor].name } == ["苏州甲一有限公司", "苏州大学"])
    #expect(network.ties.isEmpty)
  }

  @Test("A matrix of organizations by organizations: marks and numbers of projects are ties, 0 and × are none")
  func matrix() throws {
    let network = try WideSheet(rows: [
      ["对接情况矩阵", "", "", "", "", ""], ["序号", "企业", "高校", "高校", "科研院所", "合计"],
      ["", "", "苏州大学", "东南大学", "江南研究院", ""], ["1", "苏州甲一有限公司", "√", "×", "3", "2"],
      ["2", "苏州乙二有限公司", "0", "2", "", "1"], ["合计", "", "1", "1", "1", ""],
    ]).network().network
    #expect(network.pairs == ["苏州大学–苏州甲一有限公司", "江南研究院–苏州甲一有限公司", "东南大学–苏州乙二有限公司"])
    #expect(network.ties.map(\.weight) == [1, 3, 2])
    #expect(network.actors.count == 5)
    // The same on both sides, and nothing over the names.
    let square = try WideSheet(rows: [
      ["", "苏州甲一", "苏州乙二有限公司", "苏州丙三有限公司"], ["苏州甲一", "", "1", ""], ["苏州乙二有限公司", "1", "", "2"],
      ["苏州丙三有限公司", "", "2", ""],
    ]).network().network
    #expect(square.pairs == ["苏州乙二有限公司–苏州甲一", "苏州丙三有限公司–苏州乙二有限公司"])
    #expect(square.actors.count == 3)
  }

  @Test("A partner is of the kind of the head over it, and an institute among universities stays one")
  func kindsByHeads() throws {
    let network = try WideSheet(rows: [
      ["企业名称", "合作高校", "合作院所", "合作企业"], ["苏州甲一有限公司", "苏州大学、江南纳米所", "苏州纳米", "华星光电"],
      ["苏州乙二有限公司", "东南大学", "苏州纳米所", ""], ["苏州丙三有限公司", "东南大学", "江南研究院", "苏州甲一有限公司"],
    ]).network().network
    let kinds = ["苏州大学", "江南纳米所", "苏州纳米", "苏州纳米所", "华星光电"].map(network.kind)
    #expect(kinds == ["university", "institute", "institute", "institute", "enterprise"])
  }

  @Test("A map of chains: who stands under a stage is in it, and nobody is tied")
  func chainMap() throws {
    let network = try WideSheet(rows: [
      ["重点产业链图谱"], ["产业链", "细分领域", "上游（材料）", "中游（制造）", "下游（应用）", "支撑机构", "链长单位"],
      ["集成电路", "设计", "苏州甲一有限公司、苏州乙二有限公司", "（空白）", "苏州丙三有限公司", "江南研究院", "示范区科学技术局"],
      ["", "封测", "", "苏州丁四有限公司", "—", "", ""],
    ]).network().network
    #expect(network.ties.isEmpty)
    #expect(network.chains.map(\.name) == ["集成电路"])
    let placed = network.positions.map { "\(network.actors[$0.actor].name) \($0.stage ?? "–")" }
    #expect(placed == ["苏州甲一有限公司 上游", "苏州乙二有限公司 上游", "苏州丙三有限公司 下游", "江南研究院 –", "苏州丁四有限公司 中游"])
  }

  @Test("Suppliers and customers beside a column of enterprises are partners, and no stages")
  func suppliers() throws {
    let network = try WideSheet(rows: [
      ["某科技园入驻企业上下游摸底表"], ["房号", "入驻企业", "上游企业", "下游企业", "投资方"],
      ["A-1", "苏州甲一有限公司", "苏州乙二有限公司", "保密", "自有"], ["A-2", "苏州丙三有限公司", "本公司", "苏州丁四有限公司、苏州乙二有限公司", "同上"],
    ]).network().network
    #expect(network.pairs == ["苏州乙二有限公司–苏州甲一有限公司", "苏州丁四有限公司–苏州丙三有限公司", "苏州丙三有限公司–苏州乙二有限公司"])
  }

  @Test("同上 is what stands above")
  func ditto() throws {
    let network = try WideSheet(rows: [
      ["企业名称", "合作单位"], ["苏州甲一有限公司", "苏州大学"], ["苏州乙二有限公司", "同上"],
    ]).network().network
    #expect(network.pairs == ["苏州大学–苏州甲一有限公司", "苏州乙二有限公司–苏州大学"])
  }

  @Test("A row a person, who is sent by one and received by another")
  func persons() throws {
    let network = try WideSheet(rows: [
      ["姓名", "派出高校（院所）及院系", "职称", "受聘企业", "聘期"], ["周立新", "苏州大学", "教授", "苏州甲一有限公司", "2023.9-2025.8"],
      ["陈雪芹", "江南大学", "教授", "苏州乙二有限公司", "2023.9-2025.8"],
    ]).network().network
    #expect(network.pairs == ["苏州大学–苏州甲一有限公司", "江南大学–苏州乙二有限公司"])
    #expect(network.ties[0].period.from == PartialDate("2023-09"))
  }

  @Test("A form is refused by name, as often as there are sheets of it once")
  func form() {
    let rows = [
      ["企业产学研合作登记表", "", "", ""], ["企业名称", "苏州甲一有限公司", "所在板块", "昆山市"], ["所属产业链", "集成电路", "联系电话", "0512"],
      ["法定代表人", "陈秀英", "规模", "50"], ["序号", "合作单位", "合作起止", "经费"], ["1", "苏州大学", "2022-2024", "30"],
    ]
    let error = #expect(throws: BadData.self) {
      try WideSheet(Workbook([Sheet(rows, title: "甲"), Sheet(rows, title: "乙")]))
    }
    #expect(error?.problems.count == 1)
    #expect(error?.problems.first?.message.zh.contains("登记表") == true)
  }

  @Test("Subtotals of a group, with its name before the word, are no rows")
  func subtotals() throws {
    let wide = try WideSheet(rows: [
      ["板块", "序号", "公司名", "协作单位", "经费（万元）"], ["工业园区", "1", "苏州甲一有限公司", "苏州大学", "10"],
      ["工业园区小计", "工业园区小计", "工业园区小计", "", "10"],
    ])
    #expect(wide.tally[0].rows == 1)
    #expect(try wide.network().network.actors.count == 2)
  }

  @Test(
    "What names nobody is nobody",
    arguments: ["自有", "保密", "（空白）", "不便透露", "暂无合作单位", "本公司", "其他", "tbd", "We don't have any yet."])
  func nobody(word: String) { #expect(NoOrganization.isStated(by: word)) }

  @Test(
    "What begins like a word for nobody is somebody", arguments: ["无锡学院", "其他山集团", "自有品牌联盟", "Nonesuch Ltd", "保密科技研究所"])
  func somebody(name: String) { #expect(!NoOrganization.isStated(by: name)) }

  @Test("A sheet of results is none to read a network from")
  func results() {
    let page = Sheet(
      [["某网络", ""], [ResultSheets.columns(of: Phrase("gaps", zh: "薄弱环节")).zh, ""], ["名称", "全称"]], title: "说明")
    let gaps = Sheet([["企业名称", "合作单位"], ["苏州甲一有限公司", "苏州大学"]], title: "薄弱环节")
    let error = #expect(throws: BadData.self) { try WideSheet(Workbook([gaps, page])) }
    #expect(error?.problems.first?.message.en.contains("results that kesi wrote") == true)
    // An office's page of instructions is no sign of it.
    let own = Sheet([["填表说明"], ["请于月底前报送"]], title: "说明")
    #expect(throws: Never.self) { try WideSheet(Workbook([gaps, own])) }
  }

  @Test("A sheet of too many rows is refused with what to do")
  func bounds() {
    var sheet = Sheet([["企业名称", "合作单位"]])
    for row in 0..<SheetBounds.mostRows {
      sheet.beginRow(row + 2)
      sheet.append("苏州甲一有限公司")
    }
    let error = #expect(throws: BadData.self) { try WideSheet(Workbook([sheet])) }
    #expect(error?.problems.first?.message.en.contains("200,000 rows") == true)
  }
}
