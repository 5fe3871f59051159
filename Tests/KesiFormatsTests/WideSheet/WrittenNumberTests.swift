import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("Numbers as people write them")
struct WrittenNumberTests {
  @Test(
    "What stands in a cell is the number that is meant",
    arguments: [
      ("1,200", 1200), ("1，200", 1200), ("１２００", 1200), ("800万", 8_000_000), ("1.2亿", 120_000_000), ("3千", 3000),
      ("50%", 0.5), ("50％", 0.5), ("约300", 300), ("¥1,200.50", 1200.5), ("￥1,200", 1200), ("300万元", 3_000_000),
      ("1 200,5", 1200.5), ("1.200,50", 1200.5), ("51,5", 51.5), ("300余万元", 3_000_000), ("300万左右", 3_000_000),
      ("-12.5", -12.5), ("1e6", 1e6), ("1,234,567", 1_234_567), ("0.500", 0.5), ("0,500", 0.5), ("12", 12),
      ("120人", 120),
      ("€ 2.5 million", 2_500_000), ("2.5 m€", 2_500_000), ("1'200", 1200), ("1.234.567", 1_234_567), ("12.5", 12.5),
    ] as [(String, Double)])
  func value(text: String, expected: Double) {
    guard case .number(let number) = WrittenNumber.read(text) else {
      Issue.record("\(text) is \(WrittenNumber.read(text))")
      return
    }
    #expect(number.value == expected)
  }

  @Test("Words for nothing are nothing", arguments: ["", " ", "NA", "n/a", "－", "--", "—", "/", "无", "暂无", "待定", "未填"])
  func missing(text: String) { #expect(WrittenNumber.read(text) == .missing) }

  @Test(
    "What is no number is refused",
    arguments: [
      "苏州大学", "12-15", "1,20,0", "1,2345", "3个亿的项目", "2021年3月", "1.2.3", "0x10", "1,,2", ",5", "1e999", "12 34", "万",
    ])
  func unreadable(text: String) { #expect(WrittenNumber.read(text) == .unreadable) }

  @Test("A point before three digits is told only by the rest of the column")
  func ambiguous() {
    #expect(WrittenNumber.read("1.200") == .ambiguous(decimal: 1.2, thousands: 1200))
    #expect(WrittenNumber.decimalSign(of: ["1.200", "12.5"]) == .point)
    #expect(WrittenNumber.decimalSign(of: ["1.200", "51,5"]) == .comma)
    #expect(WrittenNumber.decimalSign(of: ["1.200", "1,200"]) == .unknown)
    #expect(WrittenNumber.decimalSign(of: ["51,5", "12.5"]) == .unknown)
    #expect(WrittenNumber.read("1.200", decimals: .comma) == WrittenNumber.read("1200"))
    #expect(WrittenNumber.read("1.200", decimals: .point) == WrittenNumber.read("1.2"))
    #expect(WrittenNumber.read("1,200", decimals: .comma) == WrittenNumber.read("1.2"))
  }

  @Test("About so much is told apart, and so is a unit of its own")
  func words() {
    guard case .number(let about) = WrittenNumber.read("约300万元") else { return #expect(Bool(false)) }
    #expect(about.isApproximate)
    #expect(about.unit?.base == "元")
    guard case .number(let plain) = WrittenNumber.read("300") else { return #expect(Bool(false)) }
    #expect(!plain.isApproximate && plain.unit == nil)
  }

  @Test(
    "The unit in a head is told from its words",
    arguments: [
      ("金额(万元)", "金额", 1e4), ("经费/亿元", "经费", 1e8), ("总投资（万元）", "总投资", 1e4), ("budget (EUR million)", "budget", 1e6),
      ("Funding [k€]", "Funding", 1e3), ("占比(%)", "占比", 0.01), ("合作金额：万元", "合作金额", 1e4), ("人数（人）", "人数", 1),
      ("项目经费(单位：万元)", "项目经费", 1e4),
    ] as [(String, String, Double)])
  func headUnit(text: String, head: String, factor: Double) {
    let unit = HeadUnit(text)
    #expect(unit.head == head)
    #expect(unit.unit?.factor == factor)
  }

  @Test("A head without a unit stays as it is", arguments: ["合作单位（全称）", "起止时间", "partner organisation", "牵头/参与"])
  func noUnit(text: String) {
    #expect(HeadUnit(text) == HeadUnit(text) && HeadUnit(text).unit == nil && HeadUnit(text).head == text)
  }
}
