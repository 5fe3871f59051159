import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("What the heads of sheets say")
struct SheetHeadTests {
  @Test(
    "Whom one competes with, is a part of or would like to work with is no partner",
    arguments: [
      "竞争对手", "主要竞争企业", "意向合作单位", "拟合作高校", "潜在合作伙伴", "上级单位", "所属集团", "母公司", "Competitors",
      "Prospective partners", "不再合作单位", "未合作高校", "合作高校（已终止）", "合作单位（意向）", "合作单位所属集团", "竞品厂商", "希望合作的院所",
      "计划对接高校", "期望引进的合作单位",
    ])
  func noPartners(head: String) throws {
    let network = try WideSheet(rows: [
      ["企业名称", "合作单位", head], ["苏州甲一有限公司", "苏州大学", "苏州乙二有限公司"],
      ["苏州丙三有限公司", "东南大学", "苏州丁四有限公司"],
    ]).network().network
    #expect(network.pairs == ["苏州大学–苏州甲一有限公司", "东南大学–苏州丙三有限公司"])
    #expect(network.actors.count == 4)
    #expect(network.carried[.actors]?.contains { $0.name.hasSuffix(head) } == true)
  }

  @Test("What a project aims at is nobody who takes part", arguments: ["建设目标", "预期目标", "项目来源"])
  func aims(head: String) throws {
    let network = try WideSheet(rows: [
      ["项目名称", "牵头单位", "参与单位", head], ["碳纤维", "苏州甲一有限公司", "苏州大学", "建设检测平台"],
      ["光芯片", "苏州乙二有限公司", "东南大学", "建成中试基地"],
    ]).network().network
    #expect(network.actors.count == 4)
  }

  @Test("A head that asks whether work was signed for or has ended is answered by yes and no")
  func answers() throws {
    func read(_ head: String) throws -> (ties: [Tie], doubts: String) {
      let wide = try WideSheet(rows: [
        ["企业名称", "合作单位", head], ["苏州甲一有限公司", "苏州大学", "是"], ["苏州丙三有限公司", "东南大学", "否"],
      ])
      return (Array(try wide.network().network.ties), wide.doubts.map { $0.remark.line(in: .en) }.joined())
    }
    let ended = try read("是否终止合作")
    #expect(ended.ties.map(\.outcome) == [nil, .open])
    #expect(ended.doubts.contains("no date says since when"), "\(ended.doubts)")
    let signed = try read("是否已签约")
    #expect(signed.ties.map(\.outcome) == [.open, nil])
    #expect(signed.doubts.contains("neither an outcome nor a stage"), "\(signed.doubts)")
  }

  @Test(
    "A head asks only what it ends in: what stands between, or says no, would turn the answer around",
    arguments: ["是否未到期", "是否已完成签约", "是否不再签约", "是否无需签订", "是否结题后付款"])
  func notAsked(head: String) throws {
    let wide = try WideSheet(rows: [
      ["企业名称", "合作单位", head], ["苏州甲一有限公司", "苏州大学", "是"], ["苏州丙三有限公司", "东南大学", "否"],
    ])
    let network = try wide.network().network
    #expect(network.ties.map(\.outcome) == [nil, nil])
    #expect(!wide.doubts.contains { $0.message.en.contains("the work is over") })
    #expect(wide.mapping.layouts[0].columns.last?.meaning == .keep)
  }

  @Test(
    "A row that answers no where a head asks whether two work together is no tie, and that is said",
    arguments: [
      ("是否合作", "是", "否"), ("是否有合作关系", "有", "无"), ("有无合作", "√", "×"), ("目前是否已建立合作", "yes", "no"),
      ("2、是否开展合作？", "是", "不是"), ("Cooperates", "yes", "no"),
    ])
  func noWork(head: String, yes: String, no: String) throws {
    let wide = try WideSheet(rows: [
      ["企业名称", "合作单位", head], ["苏州甲一有限公司", "苏州大学", yes], ["苏州乙二有限公司", "东南大学", no], ["苏州丙三有限公司", "东南大学", ""],
    ])
    let network = try wide.network().network
    #expect(network.pairs == ["苏州大学–苏州甲一有限公司", "东南大学–苏州丙三有限公司"])
    #expect(network.actors.count == 5)
    let doubts = wide.doubts.map(\.message.en).joined()
    #expect(doubts.contains("1 cell (“\(no)”; row 3): say that they do not work together"), "\(doubts)")
    #expect(doubts.contains("do not say whether they work together"), "\(doubts)")
  }

  @Test("Whether they still do is answered as whether they have ended")
  func goesOn() throws {
    let wide = try WideSheet(rows: [
      ["企业名称", "合作单位", "是否仍在合作"], ["苏州甲一有限公司", "苏州大学", "是"], ["苏州丙三有限公司", "东南大学", "否"],
    ])
    #expect(try wide.network().network.ties.map(\.outcome) == [.open, nil])
    #expect(wide.doubts.contains { $0.message.en.contains("no date says since when") })
  }

  @Test(
    "A head that asks of what may come, or of something else, asks not whether two work together",
    arguments: ["是否有合作意向", "今后是否合作", "是否拟合作", "是否愿意合作", "是否有国际合作", "是否曾合作"])
  func asksNot(head: String) { #expect(WorkHead.question(in: head) == nil) }

  @Test("It does with words before it or behind, too", arguments: ["项目是否已经结题？", "是否合作到期", "4、是否已终止合作", "合同是否到期（是/否）"])
  func askedWithin(head: String) throws {
    let wide = try WideSheet(rows: [
      ["企业名称", "合作单位", head], ["苏州甲一有限公司", "苏州大学", "是"], ["苏州丙三有限公司", "东南大学", "否"],
    ])
    #expect(try wide.network().network.ties.map(\.outcome) == [nil, .open])
    #expect(wide.doubts.contains { $0.message.en.contains("no date says since when") })
  }

  @Test("A ledger that says of each whether it is this or that is no survey")
  func noSurvey() throws {
    let network = try WideSheet(rows: [
      ["企业名称", "合作单位", "合作方式", "是否高企", "是否上市"], ["苏州甲一有限公司", "苏州大学", "研发", "是", "否"],
      ["苏州丙三有限公司", "东南大学", "检测", "否", "否"],
    ]).network().network
    #expect(network.pairs == ["苏州大学–苏州甲一有限公司", "东南大学–苏州丙三有限公司"])
    #expect(network.ties.map(\.kind) == ["研发", "检测"])
  }

  @Test("In a survey a head that is a word for it tells who answers; how the answer came does not")
  func whoAnswers() throws {
    let network = try WideSheet(rows: [
      ["企业名称", "来源", "1、近三年与哪些高校开展过合作？", "2、贵单位所处的产业链："],
      ["苏州甲一有限公司", "微信", "苏州大学", "集成电路"], ["苏州丙三有限公司", "链接", "东南大学", "生物医药"],
    ]).network().network
    #expect(network.pairs == ["苏州大学–苏州甲一有限公司", "东南大学–苏州丙三有限公司"])
    #expect(network.actors.count == 4)
  }

  @Test("German heads, and names with letters that are no ASCII")
  func german() throws {
    let network = try WideSheet(rows: [
      ["Projekt", "Koordinator", "Projektpartner", "Beginn", "Ende"],
      ["Laserverbund", "Groß Optik AG", "Universität Köln", "01.03.2021", "31.12.2022"],
      ["Fügetechnik", "Weiß Maschinenbau GmbH", "Hochschule Süd; Groß Optik AG", "2022", "2024"],
    ]).network().network
    #expect(network.consortia.map(\.name) == ["Laserverbund", "Fügetechnik"])
    #expect(network.consortia.allSatisfy { $0.period.from != nil && $0.period.to != nil })
    #expect(network.kind(of: "Groß Optik AG") == "enterprise" && network.kind(of: "Hochschule Süd") == "university")
    #expect(network.members.count { $0.role == .leader } == 2 && network.members.count == 5)
  }

  @Test("A blank beside a letter that is no ASCII tells names apart; one between Chinese characters does not")
  func blanks() {
    #expect(NameKey("Groß AG") != NameKey("GroßAG"))
    #expect(NameKey("苏州 大学") == NameKey("苏州大学") && NameKey("苏州 ABC") == NameKey("苏州ABC"))
  }
}
