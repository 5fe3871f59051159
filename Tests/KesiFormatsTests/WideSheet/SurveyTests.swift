import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("Answers to online surveys as they are exported")
struct SurveyTests {
  @Test(
    "Whoever is asked for with whom it works is asked for partners, however the question is put",
    arguments: [
      "3、贵单位与哪些单位有合作（可填写多家）？", "3、与贵单位合作的高校【多选】", "Q3_主要合作单位", "3、主要合作单位[多选题]",
      "3、与贵单位开展合作的单位有：（请填写全称）", "主要合作伙伴有？", "Q3. Partners of your organization",
    ])
  func partners(head: String) throws {
    let network = try WideSheet(rows: [
      ["1、您的单位名称：", "2.单位性质", head], ["苏州甲一有限公司", "企业", "苏州大学┋东南大学"],
      ["苏州乙二有限公司", "企业", "东南大学"],
    ]).network().network
    #expect(network.pairs == ["苏州大学–苏州甲一有限公司", "东南大学–苏州甲一有限公司", "东南大学–苏州乙二有限公司"])
    #expect(network.actors.count == 4)
    #expect(network.kind(of: "苏州甲一有限公司") == "enterprise")
  }

  @Test(
    "What asks about work together, but not with whom, names no partners",
    arguments: [
      "3、贵单位意向合作的高校有：", "3、贵单位计划合作的单位有哪些？", "3、贵单位下一步拟与哪些高校合作？", "3、贵单位是否与高校有合作？", "3、贵单位合作单位的数量？", "3、贵单位与高校合作的主要困难？",
      "3、贵单位希望合作的高校？", "3、您的合作企业满意吗？",
    ])
  func noPartners(head: String) {
    #expect(QuestionHead.isQuestion(head) && QuestionHead.match(head)?.meaning != .partners)
  }

  @Test(
    "Who answers is told by a question that has no word but that for it",
    arguments: ["您的单位", "您所在的企业", "1、您的单位名称：", "Q1. Name of your organization"])
  func whoAnswers(head: String) {
    #expect(QuestionHead.match(head)?.meaning == .actor)
  }

  @Test("Several answers between ┋ are chosen, not listed with partners one by one")
  func choices() throws {
    let network = try WideSheet(rows: [
      ["1、您的单位名称：", "2、贵单位与哪些高校合作？", "3、合作的主要形式有"],
      ["苏州甲一有限公司", "苏州大学、东南大学", "联合研发┋人才培养"], ["苏州乙二有限公司", "东南大学", "委托开发"],
    ]).network().network
    let kinds = network.ties.map { "\(network.actors[$0.target].name) \($0.kind)" }
    #expect(kinds == ["苏州大学 联合研发", "苏州大学 人才培养", "东南大学 联合研发", "东南大学 人才培养", "东南大学 委托开发"])
  }

  @Test("Options that stand in columns of their own are partners or chains where these are asked for")
  func options() throws {
    let network = try WideSheet(rows: [
      ["1、单位名称", "2、合作高校(苏州大学)", "2、合作高校(东南大学)", "2、合作高校(其他)", "3、所属产业链：集成电路", "3、所属产业链：生物医药"],
      ["苏州甲一有限公司", "1", "0", "1", "1", "0"], ["苏州乙二有限公司", "1", "1", "0", "0", "1"],
    ]).network().network
    #expect(network.pairs == ["苏州大学–苏州甲一有限公司", "苏州乙二有限公司–苏州大学", "东南大学–苏州乙二有限公司"])
    #expect(network.actors.count == 4)
    #expect(network.ties.allSatisfy { $0.weight == 1 })
    #expect(
      network.positions.map { "\(network.actors[$0.actor].name) \(network.chains[$0.chain].name)" }
        == ["苏州甲一有限公司 集成电路", "苏州乙二有限公司 生物医药"])
  }

  @Test(
    "Other options are kept and said to be unread: their heads are nobody's name",
    arguments: [["4(企业)", "4(高校)"], ["4、参与的平台(国家级平台)", "4、参与的平台(省级平台)"], ["Q4", "Q5"]])
  func otherOptions(heads: [String]) throws {
    let wide = try WideSheet(rows: [
      ["1、单位名称", "2、合作单位"] + heads, ["苏州甲一有限公司", "苏州大学", "1", "0"], ["苏州乙二有限公司", "东南大学", "0", "1"],
    ])
    let network = try wide.network().network
    #expect(network.pairs == ["苏州大学–苏州甲一有限公司", "东南大学–苏州乙二有限公司"])
    #expect(network.actors.count == 4 && network.consortia.isEmpty && network.chains.isEmpty)
    let doubts = wide.doubts.map { $0.remark.line(in: .en) }.joined()
    #expect(heads.allSatisfy { doubts.contains("“\($0)”") }, "\(doubts)")
  }

  @Test("A question about each of several organizations has these behind a dash, and words for how below")
  func dashed() throws {
    let question = "2、与以下单位的合作程度"
    let wide = try WideSheet(rows: [
      ["序号", "1、您所在单位的名称是？", "\(question)—苏州大学", "\(question)—东南大学", "\(question)—苏州纳米所", "3、总体满意度"],
      ["1", "苏州甲一有限公司", "经常合作", "从未合作", "偶尔合作", "满意"], ["2", "苏州乙二有限公司", "从未合作", "经常合作", "从未合作", "一般"],
    ])
    let network = try wide.network().network
    #expect(network.pairs == ["苏州大学–苏州甲一有限公司", "苏州甲一有限公司–苏州纳米所", "东南大学–苏州乙二有限公司"])
    #expect(network.actors.count == 5 && network.kind(of: "苏州纳米所") == "institute")
    #expect(!wide.mapping.layouts[0].columns.contains { $0.meaning == .outcome })
  }

  @Test("Numbers of answers below such heads are kept, and nobody is called as the question is")
  func codedDash() throws {
    let wide = try WideSheet(rows: [
      ["1、单位名称", "2、合作单位", "3、合作程度—苏州大学", "3、合作程度—东南大学"], ["苏州甲一有限公司", "南京大学", "3", "1"],
      ["苏州乙二有限公司", "南京大学", "2", "2"],
    ])
    #expect(try wide.network().network.pairs == ["南京大学–苏州甲一有限公司", "南京大学–苏州乙二有限公司"])
    #expect(wide.doubts.contains { $0.message.en.contains("3、合作程度—苏州大学") })
  }

  @Test("Names with a dash in a matrix are names")
  func namesWithDash() throws {
    let network = try WideSheet(rows: [
      ["Company", "Westmarch-Harrow Institute", "Westmarch-Finch Institute"], ["Alder Ltd", "x", ""],
      ["Birch Ltd", "x", "x"],
    ]).network().network
    #expect(
      Set(network.actors.map(\.name)).isSuperset(of: ["Westmarch-Harrow Institute", "Westmarch-Finch Institute"]))
  }

  @Test("What was skipped is no kind of tie")
  func skipped() throws {
    let network = try WideSheet(rows: [
      ["1、您的单位名称：", "2、贵单位与哪些高校合作？", "3、合作的主要形式有"], ["苏州甲一有限公司", "苏州大学", "联合研发"],
      ["苏州乙二有限公司", "东南大学", "(跳过)"],
    ]).network().network
    #expect(network.ties.map(\.kind) == ["联合研发", ""])
  }

  @Test("Numbers of answers are no chains")
  func coded() throws {
    let network = try WideSheet(rows: [
      ["1、单位名称", "2、合作单位", "3、所属产业链"], ["苏州甲一有限公司", "苏州大学", "2"], ["苏州乙二有限公司", "东南大学", "1"],
    ]).network().network
    #expect(network.chains.isEmpty && network.ties.count == 2)
  }
}
