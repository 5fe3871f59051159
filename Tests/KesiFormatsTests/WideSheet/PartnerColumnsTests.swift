import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("Columns that come again with each partner")
struct PartnerColumnsTests {
  private func doubts(_ wide: WideSheet) -> String {
    wide.doubts.map { $0.remark.line(in: .en) }.joined(separator: "\n")
  }

  /// The kind of the tie to each partner, empty where none is told.
  private func kinds(_ wide: WideSheet) throws -> [String: String] {
    let network = try wide.network().network
    return Dictionary(network.ties.map { (network.actors[$0.target].name, $0.kind) }) { old, _ in old }
  }

  @Test("Each belongs to the partner before it, or behind it where the first has none before")
  func owners() {
    #expect(PartnerColumns.owners(of: [3, 5], among: [2, 4]) == [0, 1])
    #expect(PartnerColumns.owners(of: [1, 3], among: [2, 4]) == [0, 1])
    #expect(PartnerColumns.owners(of: [1, 5], among: [2, 4, 6]) == [0, 2])
    #expect(PartnerColumns.owners(of: [3, 7], among: [2, 4, 6]) == [0, 2])
    // On either side, or two of one partner.
    #expect(PartnerColumns.owners(of: [1, 5], among: [2, 4]) == nil)
    #expect(PartnerColumns.owners(of: [3, 4], among: [1, 2]) == nil)
  }

  @Test(
    "Those that stand before their partners say nothing of the next one, with numbers in the heads or without",
    arguments: [["1", "1", "2", "2", "3", "3"], ["", "", "", "", "", ""]])
  func before(numbers: [String]) throws {
    let heads = zip(["合作方式", "合作单位", "合作方式", "合作单位", "合作方式", "合作单位"], numbers).map { $0 + $1 }
    let rows = [
      ["企业名称"] + heads, ["甲公司", "研发", "苏州大学", "检测", "东南大学", "转让", "南京大学"],
      ["乙公司", "", "河海大学", "培训", "江南大学", "", ""],
    ]
    let wide = try WideSheet(rows: rows)
    var settings = WideSheet.Settings()
    settings.mapping = wide.mapping
    for wide in [wide, try WideSheet(rows: rows, settings)] {
      #expect(
        try kinds(wide) == ["苏州大学": "研发", "东南大学": "检测", "南京大学": "转让", "河海大学": "", "江南大学": "培训"])
    }
  }

  @Test("What stands before the partner and what stands behind it are each told by themselves")
  func bothSides() throws {
    let network = try WideSheet(rows: [
      ["企业名称", "开始时间", "合作单位", "合作方式", "开始时间", "合作单位", "合作方式"],
      ["甲公司", "2020", "苏州大学", "研发", "2021", "东南大学", "检测"],
    ]).network().network
    #expect(network.ties.map { network.actors[$0.target].name } == ["苏州大学", "东南大学"])
    #expect(network.ties.map(\.kind) == ["研发", "检测"])
    #expect(network.ties.map(\.period.from) == [PartialDate("2020"), PartialDate("2021")])
  }

  @Test("Where it is not told whom each is about none is read: that is said, and by a mapping refused")
  func mixed() throws {
    let rows = [
      ["企业名称", "合作方式1", "合作单位1", "合作单位2", "合作方式2"], ["甲公司", "研发", "苏州大学", "东南大学", "检测"],
    ]
    let wide = try WideSheet(rows: rows)
    #expect(try kinds(wide) == ["苏州大学": "", "东南大学": ""])
    #expect(doubts(wide).contains("“合作方式1”") && doubts(wide).contains("“合作方式2”"), "\(doubts(wide))")
    var settings = WideSheet.Settings()
    var mapping = wide.mapping
    for place in mapping.layouts[0].columns.indices where mapping.layouts[0].columns[place].label.hasPrefix("合作方式") {
      mapping.layouts[0].columns[place].meaning = .tieKind
    }
    settings.mapping = mapping
    let failure = #expect(throws: BadData.self) { try WideSheet(rows: rows, settings) }
    #expect(failure?.problems.contains { $0.message.en.contains("neither each behind nor each before") } == true)
  }

  @Test("A further sheet of the same columns in an order that does not tell is not read by that of the first")
  func alike() throws {
    let wide = try WideSheet(
      Workbook([
        Sheet(
          [["企业名称", "合作单位1", "合作方式1", "合作单位2", "合作方式2"], ["甲公司", "苏州大学", "研发", "东南大学", "检测"]],
          file: "台账.xlsx", title: "一区"),
        Sheet(
          [["企业名称", "合作方式1", "合作单位1", "合作单位2", "合作方式2"], ["乙公司", "转让", "南京大学", "河海大学", "培训"]],
          file: "台账.xlsx", title: "二区"),
      ]))
    #expect(try kinds(wide) == ["苏州大学": "研发", "东南大学": "检测", "南京大学": "", "河海大学": ""])
    #expect(doubts(wide).contains("合作方式2"), "\(doubts(wide))")
  }

  @Test("With a partner on either side of each, numbers in the heads tell whom it is about, else what rows leave empty")
  func eitherSide() throws {
    func read(_ heads: [String], _ rows: [[String]]) throws -> WideSheet { try WideSheet(rows: [heads] + rows) }
    let plain = ["企业名称", "合作单位", "合作方式", "合作单位", "合作方式", "合作单位"]
    let full = ["甲公司", "苏州大学", "研发", "东南大学", "检测", "南京大学"]
    let (before, behind) = (
      ["苏州大学": "研发", "东南大学": "检测", "南京大学": ""], ["苏州大学": "", "东南大学": "研发", "南京大学": "检测"]
    )
    #expect(try kinds(read(["企业名称", "合作单位1", "合作方式1", "合作单位2", "合作方式2", "合作单位3"], [full])) == before)
    #expect(try kinds(read(["企业名称", "合作单位1", "合作方式2", "合作单位2", "合作方式3", "合作单位3"], [full])) == behind)
    let told = try read(plain, [full, ["乙公司", "河海大学", "", "", "培训", "江南大学"]])
    #expect(try kinds(told) == behind.merging(["河海大学": "", "江南大学": "培训"]) { old, _ in old })
    #expect(!doubts(told).contains("partner behind"))
    let other = try read(plain, [full, ["乙公司", "河海大学", "培训", "", "", ""]])
    #expect(try kinds(other) == before.merging(["河海大学": "培训"]) { old, _ in old })
    let unsure = try read(plain, [full])
    #expect(try kinds(unsure) == before)
    #expect(doubts(unsure).contains("“合作方式”, “合作方式 (2)”") && doubts(unsure).contains("partner behind"))
  }

  @Test(
    "As many kinds of organizations as partners in a cell are one each; more or fewer are nobody's, and one is everybody's"
  )
  func listedKinds() throws {
    let wide = try WideSheet(rows: [
      ["企业名称", "合作单位", "合作单位类型"], ["甲公司", "江南、丁", "高校、企业"], ["乙公司", "戊、己、庚", "高校、企业"], ["丙公司", "辛、壬", "高校"],
    ])
    let network = try wide.network().network
    let kinds = ["江南", "丁", "戊", "己", "庚", "辛", "壬"].map { network.kind(of: $0) }
    #expect(kinds == ["university", "enterprise", "", "", "", "university", "university"])
    #expect(doubts(wide).contains("list as many as there are partners"))
  }

  @Test("Columns of other words are about all partners, as before: the surest of them counts")
  func others() throws {
    let network = try WideSheet(rows: [
      ["企业名称", "合作高校1", "合作高校2", "签约日期", "开始时间"], ["甲公司", "苏州大学", "东南大学", "2020-03", "2020-03"],
    ]).network().network
    #expect(network.ties.map(\.period.from) == [PartialDate("2020-03"), PartialDate("2020-03")])
  }

  @Test("Under a head in common with a partner, how the two work together is said of that partner only")
  func grouped() throws {
    let numbered = try WideSheet(rows: [
      ["企业名称", "合作一", "", "合作二", ""], ["", "合作单位", "类型", "合作单位", "类型"],
      ["苏州甲一有限公司", "苏州大学", "联合研发", "江南大学", "人才培养"], ["苏州乙二有限公司", "东南大学", "技术转让", "", ""],
    ])
    #expect(try kinds(numbered) == ["苏州大学": "联合研发", "江南大学": "人才培养", "东南大学": "技术转让"])
    let single = try WideSheet(rows: [
      ["企业名称", "合作高校", "", "配套企业"], ["", "名称", "方式", ""], ["苏州甲一有限公司", "苏州大学", "联合研发", "苏州丙三有限公司"],
      ["苏州乙二有限公司", "江南大学", "人才培养", ""],
    ])
    #expect(try kinds(single) == ["苏州大学": "", "苏州丙三有限公司": "", "江南大学": ""])
  }
}
