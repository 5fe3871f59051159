import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("Amounts, kinds and partners that belong together")
struct SheetMoneyTests {
  private func doubts(_ wide: WideSheet) -> [String] { wide.doubts.map { $0.remark.line(in: .en) } }

  private func amounts(_ network: Network) -> [String] {
    network.carried[.ties]?.first { $0.name.hasPrefix("金额") || $0.name.hasPrefix("合同金额") }?
      .values ?? []
  }

  @Test(
    "The unit of a cell goes before that of its head, whichever is larger",
    arguments: [("1200元", "0.12"), ("80", "80"), ("300万元", "300"), ("1.5亿", "15000"), ("3千元", "0.3"), ("约100", "100")])
  func units(cell: String, wanted: String) throws {
    let network = try WideSheet(rows: [["企业名称", "合作单位", "合同金额（万元）"], ["甲公司", "苏州大学", cell]]).network().network
    #expect(amounts(network) == [wanted])
  }

  @Test("An amount in another currency is left out and said", arguments: ["50万美元", "USD 10", "€20万"])
  func currencies(cell: String) throws {
    let wide = try WideSheet(rows: [
      ["企业名称", "合作单位", "金额（万元）"], ["甲公司", "苏州大学", cell], ["乙公司", "苏州大学", "30万元"],
    ])
    #expect(amounts(try wide.network().network) == ["", "30"])
    #expect(doubts(wide).contains { $0.contains("another currency") && $0.contains(cell) }, "\(doubts(wide))")
    // In a column of that currency nothing is.
    let own = try WideSheet(rows: [["企业名称", "合作单位", "金额（万美元）"], ["甲公司", "苏州大学", "50万美元"]])
    #expect(amounts(try own.network().network) == ["50"])
  }

  @Test("An amount that is merged over the rows of a project is its budget")
  func merged() throws {
    func cell(_ place: String, _ text: String) -> String {
      "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }
    let rows = [
      ["A1": "项目名称", "B1": "参与单位", "C1": "承担角色", "D1": "经费（万元）"],
      ["A2": "碳纤维", "B2": "苏州大学", "C2": "牵头", "D2": "100"], ["B3": "甲公司", "C3": "参与"],
    ].map { row in "<row>" + row.sorted { $0.key < $1.key }.map { cell($0.key, $0.value) }.joined() + "</row>" }
    let merges = "<mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"D2:D3\"/></mergeCells>"
    let network = try WideSheet(WorkbookParts(rows: rows.joined(), after: merges).read()).network().network
    #expect(network.consortia.map(\.budget) == [1_000_000])
    #expect(network.members.allSatisfy { $0.contribution == nil })
  }

  @Test("A total of the project in a row a member is its budget; another amount is what the member puts in")
  func totals() throws {
    func read(_ head: String) throws -> Network {
      try WideSheet(rows: [
        ["项目名称", "参与单位", "承担角色", head], ["碳纤维", "苏州大学", "牵头", "100"], ["碳纤维", "甲公司", "参与", "100"],
      ]).network().network
    }
    for head in ["总经费（万元）", "总投资（万元）", "项目经费（万元）"] {
      let network = try read(head)
      #expect(network.consortia[0].budget == 1_000_000 && network.members.allSatisfy { $0.contribution == nil })
    }
    let network = try read("经费（万元）")
    #expect(network.consortia[0].budget == nil && network.members.allSatisfy { $0.contribution == 1_000_000 })
  }

  @Test(
    "What comes again with each partner belongs to that partner",
    arguments: [
      [
        ["企业名称", "第一合作单位", "", "", "第二合作单位", "", ""], ["", "单位名称", "合作方式", "金额（万元）", "单位名称", "合作方式", "金额（万元）"],
      ],
      [["企业名称", "合作单位", "合作方式", "金额（万元）", "合作单位", "合作方式", "金额（万元）"]],
    ])
  func groups(head: [[String]]) throws {
    let rows = head + [["甲公司", "苏州大学", "研发", "100", "东南大学", "检测", "20"], ["乙公司", "南京大学", "转让", "50"]]
    let wide = try WideSheet(rows: rows)
    var settings = WideSheet.Settings()
    settings.mapping = wide.mapping
    for network in try [wide, WideSheet(rows: rows, settings)].map({ try $0.network().network }) {
      let names = network.ties.map { network.actors[$0.target].name }
      #expect(names == ["苏州大学", "东南大学", "南京大学"])
      #expect(network.ties.map(\.kind) == ["研发", "检测", "转让"])
      #expect(amounts(network) == ["100", "20", "50"])
    }
  }

  @Test("What stands in brackets behind a name is no part of it where it is an amount, a count, a date or a role")
  func brackets() throws {
    let wide = try WideSheet(rows: [
      ["企业名称", "合作单位"], ["甲公司", "苏州大学（100万）、东南大学（20万元）"], ["乙公司", "苏州大学(2项)、东南大学（2023年）"],
      ["丙公司", "苏州大学（牵头）（30万）；东南大学（主）"], ["丁公司", "东南大学（苏州校区）、华为（苏州）有限公司、中国电科集团（38所）"],
    ])
    let network = try wide.network().network
    #expect(
      Set(network.actors.map(\.name)) == [
        "甲公司", "乙公司", "丙公司", "丁公司", "苏州大学", "东南大学", "东南大学（苏州校区）", "华为（苏州）有限公司", "中国电科集团（38所）",
      ])
    #expect(amounts(network).prefix(5) == ["1000000", "200000", "", "", "300000"])
    #expect(doubts(wide).contains { $0.contains("brackets behind the name") && $0.contains("2项") }, "\(doubts(wide))")
  }

  @Test("An amount behind a name is no strength of the tie")
  func noWeight() throws {
    let network = try WideSheet(rows: [["企业名称", "合作单位"], ["甲公司", "苏州大学（100万）"], ["乙公司", "苏州大学"]]).network().network
    #expect(network.ties.allSatisfy { $0.weight == 1 })
  }

  @Test("How two work together in brackets behind a name is no part of it; what tells one of a name from another is")
  func ways() throws {
    let network = try WideSheet(rows: [
      ["企业名称", "合作单位及方式"], ["苏州甲一有限公司", "苏州大学（联合研发）、东南大学（苏州）"], ["苏州乙二有限公司", "苏州大学（委托开发）"],
    ]).network().network
    #expect(
      network.ties.map { "\(network.actors[$0.target].name) \($0.kind)" } == ["苏州大学 联合研发", "东南大学（苏州） ", "苏州大学 委托开发"])
    // Where a column says it, too, what brackets say besides is told.
    let both = try WideSheet(rows: [
      ["企业名称", "合作单位", "合作方式"], ["苏州甲一有限公司", "苏州大学（联合研发）", "检测"], ["苏州乙二有限公司", "苏州大学（检测）", "检测"],
    ])
    #expect(try both.network().network.ties.map(\.kind) == ["检测", "检测"])
    #expect(both.doubts.contains { $0.remark.line(in: .zh).contains("苏州大学（联合研发）") })
  }

  @Test("Several kinds in one cell are a tie each", arguments: ["联合研发、人才培养", "联合研发┋人才培养", "联合研发/人才培养", "联合研发，人才培养"])
  func kinds(cell: String) throws {
    let wide = try WideSheet(rows: [["企业名称", "合作单位", "合作方式"], ["甲公司", "苏州大学", cell], ["乙公司", "苏州大学", "检测"]])
    #expect(try wide.network().network.ties.map(\.kind) == ["联合研发", "人才培养", "检测"])
    #expect(doubts(wide).contains { $0.contains("several ways to work together") })
  }

  @Test("A kind that is one phrase stays one", arguments: ["共建实验室/中心", "委托（研发、检测）"])
  func oneKind(cell: String) throws {
    let network = try WideSheet(rows: [["企业名称", "合作单位", "合作方式"], ["甲公司", "苏州大学", cell]]).network().network
    #expect(network.ties.map(\.kind) == [cell])
  }

  @Test("As many kinds, amounts and periods as partners are paired with them")
  func pairs() throws {
    let wide = try WideSheet(rows: [
      ["企业名称", "合作单位", "合作方式", "金额（万元）", "起止时间"],
      ["甲公司", "苏州大学、东南大学", "研发、检测", "100、20", "2021-2022、2022-2023"],
      ["乙公司", "苏州大学\n南京大学", "转让\n研发", "50", "2021"],
    ])
    let network = try wide.network().network
    #expect(network.ties.map(\.kind) == ["研发", "检测", "转让", "研发"])
    #expect(amounts(network) == ["100", "20", "", ""])
    let (a, b, c) = (PartialDate("2021"), PartialDate("2022"), PartialDate("2023"))
    #expect(
      network.ties.map(\.period) == [
        Period(from: a, to: b), Period(from: b, to: c), Period(from: a, to: a), Period(from: a, to: a),
      ])
    #expect(doubts(wide).contains { $0.contains("in their order") && $0.contains("100、20") }, "\(doubts(wide))")
    #expect(doubts(wide).contains { $0.contains("how they are divided is not said") })
  }

  @Test("With more kinds than partners an amount of each partner is no tie's, and that is said")
  func amountsOfKinds() throws {
    let wide = try WideSheet(rows: [
      ["企业名称", "合作单位", "合作方式", "金额（万元）"], ["甲公司", "苏州大学；东南大学", "研发；检测；转让", "100；200"],
      ["乙公司", "南京大学（50万）；河海大学", "研发；检测；转让", ""], ["丙公司", "江南大学", "检测", "30"],
    ])
    #expect(try amounts(wide.network().network) == Array(repeating: "", count: 12) + ["30"])
    let said = doubts(wide).filter { $0.contains("how they are divided is not said") }
    #expect(said.contains { $0.contains("100；200") } && said.contains { $0.contains("南京大学") }, "\(doubts(wide))")
    #expect(!doubts(wide).contains { $0.contains("in their order") }, "\(doubts(wide))")
  }

  @Test("A kind that comes again with another partner counts where kinds are paired")
  func kindsAgain() throws {
    let network = try WideSheet(rows: [
      ["企业名称", "合作单位", "合作方式", "金额（万元）"], ["甲公司", "苏州大学；东南大学；南京大学", "研发；检测；研发", "1；2；3"],
      ["乙公司", "河海大学", "研发；研发", "4"],
    ]).network().network
    #expect(network.ties.map(\.kind) == ["研发", "检测", "研发", "研发"])
    #expect(amounts(network) == ["1", "2", "3", "4"])
  }

  @Test("An organization that heads two columns of a matrix is one, and the next head is another")
  func headTwice() throws {
    let network = try WideSheet(rows: [
      ["单位", "甲公司", "甲公司", "乙公司"], ["甲公司", "0", "0", "3"], ["乙公司", "1", "1", "0"],
    ]).network().network
    #expect(!network.ties.isEmpty && network.ties.allSatisfy { $0.isDirected == true })
  }

  @Test("Marks below projects are members, and a word for a role says which")
  func projects() throws {
    let network = try WideSheet(rows: [
      ["单位", "碳纤维项目", "薄膜项目", "检测平台"], ["苏州大学", "√", "牵头", ""], ["甲公司", "√", "", "×"], ["乙公司", "", "√", "√"],
    ]).network().network
    let members = Set(
      network.members.map { "\(network.consortia[$0.consortium].name) \(network.actors[$0.actor].name)" })
    #expect(members == ["碳纤维项目 苏州大学", "碳纤维项目 甲公司", "薄膜项目 苏州大学", "薄膜项目 乙公司", "检测平台 乙公司"])
    #expect(network.members.count { $0.role == .leader } == 1)
    #expect(network.ties.isEmpty)
  }

  @Test("A matrix that differs on the two sides of its diagonal has ties that go one way; a half of one has not")
  func directed() throws {
    func read(_ rows: [[String]]) throws -> Network { try WideSheet(rows: rows).network().network }
    let head = ["单位", "甲公司", "乙公司", "苏州大学"]
    let network = try read([head, ["甲公司", "0", "3", "2"], ["乙公司", "1", "0", "5"], ["苏州大学", "2", "5", "0"]])
    let ties = Set(
      network.ties.map { "\(network.actors[$0.source].name)→\(network.actors[$0.target].name) \($0.weight)" })
    #expect(ties.isSuperset(of: ["甲公司→乙公司 3.0", "乙公司→甲公司 1.0"]))
    #expect(network.ties.count == 6 && network.ties.allSatisfy { $0.isDirected == true })
    let half = try read([head, ["甲公司", "", "3", "2"], ["乙公司", "", "", "5"], ["苏州大学", "", "", ""]])
    #expect(half.ties.count == 3 && half.ties.allSatisfy { $0.isDirected != true })
  }
}
