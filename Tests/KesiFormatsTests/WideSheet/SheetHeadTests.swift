import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("What the heads of sheets say")
struct SheetHeadTests {
  @Test(
    "Whom one competes with, is a part of or would like to work with is no partner",
    arguments: [
      "竞争对手", "主要竞争企业", "意向合作单位", "拟合作高校", "潜在合作伙伴", "上级单位", "所属集团", "母公司", "Competitors",
      "Prospective partners",
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
